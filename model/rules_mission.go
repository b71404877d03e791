package model

import (
	"slices"
	"strings"
)

// The bounds of a mission, in months. (presentation, « d’une durée de 6 mois à 24 mois »)
const (
	shortestMission = 6
	longestMission  = 24
)

// lasts reports whether the duration is one that the scheme allows. Nothing is said of what a duration that it does not
// allow entails.
func (m *Mission) lasts() bool { return m.Months >= shortestMission && m.Months <= longestMission }

// missionRules hold tasks, milestones, duration and work load together.
func missionRules() []Rule {
	tasks := quoted(pageContents, "identifier les tâches à réaliser et les jalons de validation du projet")
	return []Rule{
		{
			ID: "R29", Severity: Blocking, Basis: tasks,
			Reads: func(d *Dossier) []any { return []any{&d.Mission.Tasks, &d.Mission.Milestones} },
			Check: func(d *Dossier, _ Day) []Breach {
				m := &d.Mission
				dated := slices.ContainsFunc(m.Milestones, func(s *Milestone) bool { return s.Day != "" })
				switch {
				case len(m.Tasks) == 0:
					return broken(&m.Tasks, "Sélectionnez au moins une tâche.")
				case len(m.Milestones) > 0 && !dated:
					return broken(&m.Milestones[0].Day, "Datez au moins un jalon.")
				}
				if !dated {
					return broken(&m.Milestones, "Ajoutez au moins un jalon daté.")
				}
				return phasesWithoutMilestone(d)
			},
		},
		{ID: "R30", Severity: Blocking, Basis: tasks, Check: milestonesAstray,
			Reads: func(d *Dossier) []any {
				return []any{&d.Mission.Milestones, &d.Mission.Start, &d.Mission.Months, &d.Mission.Tasks}
			}},
		{ID: "R31", Severity: Confirm, Basis: tasks, Check: tasksWithoutMilestone,
			Reads: func(d *Dossier) []any { return []any{&d.Mission.Tasks, &d.Mission.Milestones} }},
		{
			ID: "R32", Severity: Blocking, Basis: quoted(pageSecondment, "d’une durée de 6 mois à 24 mois"),
			Reads: func(d *Dossier) []any { return []any{&d.Mission.Months} },
			Check: func(d *Dossier, _ Day) []Breach {
				n := d.Mission.Months
				return brokenIf(n != 0 && !d.Mission.lasts(), &d.Mission.Months, "La durée doit être comprise entre %d et %d mois "+
					"(actuellement : %s).", shortestMission, longestMission, FormatInt(n))
			},
		},
		{ID: "R33", Severity: Confirm, Basis: quoted(pageSecondment, "selon la complexité du projet et les missions confiées"), Check: loadOff,
			Reads: func(d *Dossier) []any {
				m := &d.Mission
				return []any{&m.Months, &m.Tasks, &m.Start, &m.Days, &m.Leave, &d.Town.Code}
			}},
	}
}

// framingRules hold what frames the mission: half-time, one project, three points of view, a referent.
func framingRules() []Rule {
	return []Rule{
		{
			ID: "R34", Severity: Blocking, Basis: quoted(pageSecondment, "sur la base d’un mi-temps (0,5 ETP)"),
			Reads: func(d *Dossier) []any { return []any{&d.Mission.Days} },
			Check: func(d *Dossier, _ Day) []Breach {
				const halfWeek = Hundredths(250)
				days := d.Mission.Days
				return brokenIf(days != 0 && days != halfWeek, &d.Mission.Days, "La mise à disposition est à 0,5 ETP, soit %s jours par "+
					"semaine en moyenne (actuellement : %s).", halfWeek, days)
			},
		},
		{
			ID: "R35", Severity: Blocking, Basis: quoted(pageSecondment, "La mise à disposition est strictement dédiée au pilotage du projet"),
			Reads: func(d *Dossier) []any { return []any{&d.Mission.Exclusive} },
			Check: func(d *Dossier, _ Day) []Breach {
				return brokenIf(d.Mission.Exclusive == No, &d.Mission.Exclusive, "L’expert doit être affecté exclusivement à ce projet : la "+
					"ville s’y engage.")
			},
		},
		{
			ID: "R36", Severity: Confirm, Basis: quoted(pageCapacity, quoteSize),
			Reads: func(d *Dossier) []any { return []any{&d.Project.Size} },
			Check: func(d *Dossier, _ Day) []Breach {
				return missingOne("Indiquez la taille et la nature de l’opération.", &d.Project.Size)
			},
		},
		{ID: "R37", Severity: Confirm, Check: sidesAndOrder,
			Basis: quoted(pageCapacity, "aide au montage financier, sécurisation des coûts et des délais"),
			Reads: func(d *Dossier) []any { return []any{&d.Mission.Tasks} }},
		{ID: "R38", Severity: Tip, Basis: quoted(pageTowns, "L’appui technique ne conditionne pas le mode de réalisation du projet"),
			Check: deliveryOpen, Reads: func(d *Dossier) []any { return []any{&d.Delivery.Mode, &d.Delivery.Operator} }},
		{
			ID: "R39", Severity: Confirm,
			Basis: quoted(pageTowns, "disposer au sein de la collectivité d’un interlocuteur technique"),
			Reads: func(d *Dossier) []any { return []any{&d.Steering.Referent.LastName, &d.Steering.Service} },
			Check: func(d *Dossier, _ Day) []Breach {
				return missingOne("Désignez le référent et le service de rattachement de l’expert.", &d.Steering.Referent.LastName,
					&d.Steering.Service)
			},
		},
	}
}

func tasksWithoutMilestone(d *Dossier, _ Day) []Breach {
	m := &d.Mission
	var first *Task
	var titles []string
	for _, t := range m.Tasks {
		if m.MilestoneOf(t.Milestone) == nil {
			if first == nil {
				first = t
			}
			titles = append(titles, "« "+called(t.Title)+" »")
		}
	}
	switch len(titles) {
	case 0:
		return nil
	case 1:
		return broken(&first.Milestone, "La tâche %s n’est rattachée à aucun jalon.", titles[0])
	}
	return broken(&first.Milestone, "%d tâches ne sont rattachées à aucun jalon : %s.", len(titles), strings.Join(titles, ", "))
}

func deliveryOpen(d *Dossier, _ Day) []Breach {
	v := &d.Delivery
	operated := v.Mode == ModeMandate || v.Mode == ModeConcession
	if operated && v.Operator == "" {
		return broken(&v.Operator, "Précisez l’entreprise publique locale à laquelle la ville confie le projet.")
	}
	return brokenIf(v.Mode == "" || v.Mode == ModeOpen, &v.Mode, "Régie, mandat ou concession : les trois sont possibles. Précisez le mode "+
		"de réalisation dès qu’il est choisi.")
}
