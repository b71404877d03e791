package document

import (
	"slices"
	"strconv"
	"strings"

	"appuitechnique/model"
)

// calculations are the figures of the note de calcul under their headings, by the first words of their IDs.
var calculations = []struct{ number, title, prefix string }{
	{"1", "La mission : durée et charge", "mission."},
	{"2", "Le coût d’un mois", "cost.month."},
	{"3", "Le coût total, la subvention et ce qui reste à la ville", "payment."},
}

// writeCalculation writes every computed figure with what it says, its formula, its inputs and its source. The panel
// « Pourquoi » says the same, from the same explanations.
func writeCalculation(w *writer, _ *Document) {
	w.add(Facts{Rows: []Fact{{"Collectivité", upperAll(w.townName())}, {"Projet", w.say(&w.d.Project.Title)}}})
	w.text("Cette note donne, pour chaque valeur que le dossier calcule, la règle suivie, les chiffres qui y entrent et la source " +
		"de la règle. Elle ne se signe pas : elle accompagne les documents qui reprennent ces valeurs.")
	for _, c := range calculations {
		w.section(c.number, c.title)
		w.calculated(c.prefix)
		if c.prefix == "mission." {
			w.loads()
		}
	}
	if _, ok := w.d.Invoices(); ok {
		w.section("4", "Les factures, mois par mois")
		w.invoices()
	}
	if c, ok := w.d.Cash(); ok {
		w.section("5", "La trésorerie de la ville, mois par mois")
		w.cash(c)
	}
	if years, ok := w.d.BudgetYears(); ok {
		w.section("6", "Les crédits de la ville, par exercice")
		w.budgetYears(years)
	}
}

// calculated writes the values whose IDs begin so, then names those that wait for an answer.
func (w *writer) calculated(prefix string) {
	var waiting []Spans
	for _, id := range model.Explained() {
		f, asked := w.fields[id]
		if !strings.HasPrefix(id, prefix) || !asked || !f.Shown() {
			continue
		}
		if e, ok := model.Explain(w.d, id); ok && f.Answered() {
			w.explained(f, e)
		} else {
			waiting = append(waiting, w.say(lowerFirst(f.Label)))
		}
	}
	if len(waiting) > 0 {
		w.text("Ne peuvent pas encore être calculés, des réponses manquant :")
		w.items(closed(waiting)...)
	}
}

// explained writes one value and how it came about.
func (w *writer) explained(f model.Field, e model.Explanation) {
	w.add(Label{f.Label})
	rows := []Fact{{"Règle", w.say(e.Sentence)}}
	if value := lines(f.String()); len(value) == 1 { // a longer one has a table of its own
		rows = slices.Insert(rows, 0, Fact{"Valeur", inBold(w.computed(value[0], e.Inputs))})
	}
	for i, line := range lines(e.Formula) {
		label := "Calcul"
		if i > 0 {
			label = ""
		}
		rows = append(rows, Fact{label, w.computed(line, e.Inputs)})
	}
	for i, input := range w.inputs(e.Inputs) {
		if i > 0 {
			input.Label = ""
		}
		rows = append(rows, input)
	}
	rows = append(rows, Fact{"Source", w.say(e.Basis.String())})
	if e.Changes != "" {
		rows = append(rows, Fact{"Ce qui le change", w.say(e.Changes)})
	}
	w.add(Facts{Rows: rows})
}

// computed is text that comes from the questions of those IDs.
func (w *writer) computed(text string, inputs []string) Spans {
	for _, id := range inputs {
		w.use(id)
	}
	return Spans{{Text: text, From: inputs}}
}

// inputs lists the answers that a value comes from; a list by its length.
func (w *writer) inputs(ids []string) []Fact {
	byID := map[string]model.Field{}
	for _, f := range w.fields {
		byID[f.ID] = f
	}
	var out []Fact
	for _, id := range ids {
		f := byID[id]
		if !f.Shown() || !f.Answered() {
			continue
		}
		text := named(f) + oneLine(f.String())
		switch {
		case f.Kind == model.KindRows && len(f.Rows()) == 1:
			text = named(f) + "une ligne"
		case f.Kind == model.KindRows:
			text = named(f) + strconv.Itoa(len(f.Rows())) + " lignes"
		case f.Kind == model.KindNumber || f.Kind == model.KindQuantity:
			text = strings.TrimSpace(text + " " + f.Unit)
		}
		out = append(out, Fact{"À partir de", Spans{{Text: text, From: []string{id}}}})
	}
	return out
}

// named is the label of a question, before its answer.
func named(f model.Field) string {
	label := strings.ReplaceAll(oneLine(f.Label), " : ", ", ")
	if strings.HasSuffix(label, "?") {
		return label + " "
	}
	return label + " : "
}
