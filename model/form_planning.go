package model

import "fmt"

// planningFiche asks for what the calendar and the work load assume: leave, and the delays that are not the usual ones.
func planningFiche(d *Dossier) Fiche {
	m, p := &d.Mission, &d.Planning
	return Fiche{
		Key: "mission.planning", Title: "Durée, dates et charge : congés et délais",
		Intro: "Le calendrier administratif compte à rebours depuis la prise de poste, avec des délais usuels. Ne répondez ici " +
			"que si votre dossier s’en écarte.",
		Fields: []Field{
			Quantity("Congés de l’expert, par an", "jours", &m.Leave).
				Check(func() error {
					if m.Leave > mostLeave {
						return Advice("Comptez les congés d’un mi-temps : 12,5 jours pour cinq semaines.")
					}
					return nil
				}).
				Hint("En jours de travail d’un mi-temps : 12,5 pour cinq semaines. Ils réduisent la capacité de chaque mois.").
				Assumed("cinq semaines de congés par an, à confirmer avec le groupement selon sa convention collective"),
			Rows("Délais propres à ce dossier", &p.Delays, func(s *StepDelay) []Field { return delayColumns(p, s) }).
				Hint("Une ligne par étape dont la durée n’est pas celle d’usage ; sans ligne, le délai usuel s’applique.").
				Offering(func() []Option[string] { return delaysLeft(p) }, func(id string) { fillDelay(p.Delays[len(p.Delays)-1], id) }).
				Assumed("délais usuels des étapes administratives, à confirmer avec la Direction régionale et le groupement"),
		},
	}
}

// mostLeave is more leave than any half-time has: beyond, somebody counted the days of a full time.
const mostLeave = Hundredths(40_00)

func delayColumns(p *Planning, s *StepDelay) []Field {
	return []Field{
		Choice("Étape", &s.Step, delaySteps(p, s.Step)).Required().Hint("Les étapes qui mènent à la prise de poste et au premier versement."),
		Number("Durée attendue", &s.Days).Required().In("jours").Between(1, longestDelay).
			Hint("En jours calendaires, une fois les étapes précédentes faites."),
	}
}

// delaySteps lists the steps that take time and that no other row delays, kept among them.
func delaySteps(p *Planning, kept string) []Option[string] {
	var out []Option[string]
	for _, s := range Road() {
		if s.Delay.Max > 0 && (s.ID == kept || !p.has(s.ID)) {
			out = append(out, Option[string]{Value: s.ID, Label: s.Title})
		}
	}
	return out
}

// delaysLeft lists the steps without a row, with their usual delay.
func delaysLeft(p *Planning) []Option[string] {
	out := delaySteps(p, "")
	for i, o := range out {
		s, _ := roadStep(o.Value)
		out[i].Label = fmt.Sprintf("%s (d’usage %s)", o.Label, s.Delay)
	}
	return out
}

func (p *Planning) has(step string) bool {
	for _, s := range p.Delays {
		if s.Step == step {
			return true
		}
	}
	return false
}

// fillDelay begins a row with the longest usual delay of the step.
func fillDelay(row *StepDelay, id string) {
	if s, ok := roadStep(id); ok {
		row.Step, row.Days = id, s.Delay.Max
	}
}
