package document

import (
	"slices"
	"strings"

	"appuitechnique/model"
)

// writeEligibility writes the note d’éligibilité: each condition, what the answers say of it, and what would change it. The
// page « Éligibilité » says the same, from the same criteria.
func writeEligibility(w *writer, _ *Document) {
	d := w.d
	list := model.Eligibility(d, d.Changed)
	facts := []Fact{
		{"Collectivité", w.say(upperAll(w.townName()), " (« "+w.town()+" »)")},
		{"Projet", w.say(&d.Project.Title)},
		{"Direction régionale", w.say(&d.Town.Office)},
	}
	if d.Changed != "" {
		facts = append(facts, Fact{"Réponses examinées au", w.say(d.Changed.String())})
	}
	w.add(Facts{Rows: facts})
	w.section("1", "Avis")
	w.text(inBold(w.say(verdictOf(model.Eligible(list)))))
	w.text("Cet avis est tiré des réponses du dossier et de la présentation de l’appui technique de septembre 2023. Il prépare la " +
		"décision de la Caisse des dépôts, qui apprécie seule la recevabilité de la demande.")
	if w.has(&d.Backing.Agreement) {
		w.text("La Direction régionale a donné son accord de principe le ", &d.Backing.Agreement, ".")
	}
	w.section("2", "Le projet")
	w.projectIdentity()
	w.section("3", "Conditions examinées")
	w.conditionsTable(list)
	w.section("4", "Ce qui reste à lever")
	w.remedies(list)
	w.section("5", "Sources")
	w.sources(list)
	w.pieces("6", w.eligibilityPieces()...)
}

func verdictOf(v model.Verdict) string {
	switch v {
	case model.VerdictYes:
		return "Avis favorable : toutes les conditions examinées sont remplies."
	case model.VerdictNo:
		return "Avis défavorable en l’état : une condition au moins n’est pas remplie."
	}
	return "Avis réservé : il manque des réponses pour conclure."
}

// conditionsTable writes one row a condition; the cases follow the condition that they may meet.
func (w *writer) conditionsTable(list []model.Criterion) {
	var rows [][]Spans
	for _, c := range list {
		rows = append(rows, []Spans{w.say(c.Title), inBold(w.say(c.Verdict.String())), w.computed(c.Reason, c.Fields)})
		for _, one := range c.Cases {
			rows = append(rows, []Spans{w.say("– " + one.Title), w.say(one.Verdict.String()), w.computed(one.Reason, one.Fields)})
		}
	}
	w.add(Table{
		Caption: "Conditions de l’appui technique",
		Columns: []Column{{Title: "Condition", Width: .46}, {Title: "Remplie", Width: .12}, {Title: "Motif", Width: .42}},
		Rows:    rows,
	})
}

// remedies lists, for each condition that is not met or not known, what would meet it.
func (w *writer) remedies(list []model.Criterion) {
	var items []Spans
	for _, c := range list {
		for _, change := range append(c.Changes, c.Missing...) {
			items = append(items, w.computed(lowerFirst(c.Title)+" : "+lowerFirst(change.Sentence), []string{change.Field}))
		}
	}
	if len(items) == 0 {
		w.text("Aucun point ne reste à lever au vu des réponses données.")
		return
	}
	w.items(closed(items)...)
}

// sources lists what the conditions rest on: the passages of the presentation under each of its headings, then the rest.
func (w *writer) sources(list []model.Criterion) {
	quotes := map[string][]string{}
	var headings, others []string
	add := func(to []string, s string) []string {
		if s == "" || slices.Contains(to, s) {
			return to
		}
		return append(to, s)
	}
	for _, c := range list {
		if c.Basis.Quote == "" {
			others = add(others, c.Basis.String())
			continue
		}
		headings = add(headings, c.Basis.Heading)
		quotes[c.Basis.Heading] = add(quotes[c.Basis.Heading], "« "+c.Basis.Quote+" »")
	}
	w.text("Présentation de l’appui technique (Banque des Territoires, septembre 2023), rubrique par rubrique :")
	var items []Spans
	for _, h := range headings {
		items = append(items, w.say(bold(h), " : "+strings.Join(quotes[h], ", ")))
	}
	for _, o := range others {
		items = append(items, w.say(o))
	}
	w.items(closed(items)...)
}

// eligibilityPieces lists the proofs of what the note says.
func (w *writer) eligibilityPieces() []Spans {
	c, t := &w.d.Cases, &w.d.Town
	out := []Spans{
		w.piece("la convention-cadre Action Cœur de Ville et ses avenants"),
		w.piece("la présentation du projet, ses plans de situation et ses études"),
		w.piece("la lettre d’engagement signée du maire"),
		w.piece("le rapport de la mission d’assistance à maîtrise d’ouvrage"),
	}
	if t.ACV == model.No {
		out = append(out, w.piece(w.from("le justificatif d’appartenance au programme", &t.ACV)))
	}
	if c.Laureate == model.Yes {
		out = append(out, w.piece(w.from("le cahier des charges de l’appel à projets et la preuve de sa publication", &c.Laureate)))
	}
	if c.Fund == model.Yes {
		out = append(out, w.piece(w.from("la décision du fonds friches", &c.Fund)))
	}
	return out
}
