package document

import (
	"fmt"
	"strconv"
	"strings"

	"appuitechnique/model"
)

// writeRecap writes every answer, with where it comes from, then what was kept « quand même » and why, then what is left to
// correct. The page « Relecture » shows the same questions.
func writeRecap(w *writer, _ *Document) {
	w.add(Facts{Rows: []Fact{
		{"Collectivité", w.say(upperAll(w.townName()), " (« "+w.town()+" »)")},
		{"Projet", w.say(&w.d.Project.Title)},
		{"Réponses au", w.say(w.d.Changed.String())},
	}})
	w.text("Ce récapitulatif reprend chaque réponse du dossier, et d’où elle vient : saisie par une personne, calculée, reprise d’un " +
		"référentiel ou d’un autre dossier, proposée par défaut. Une question facultative sans réponse n’y figure pas.")
	for _, part := range model.Form(w.d) {
		w.section(strconv.Itoa(part.Number), part.Title)
		blank := true
		for _, fiche := range part.Fiches {
			blank = !w.recapFiche(fiche) && blank
		}
		if blank {
			w.text("Aucune réponse n’est donnée dans cette partie.")
		}
	}
	found := model.Findings(w.d, w.d.Changed)
	w.section("9", "Points validés quand même")
	w.accepted(found)
	w.section("10", "Points à lever ou à connaître")
	w.open(found)
	w.departures("11")
}

// recapFiche writes the answers of one fiche, one line a question and one line a row of a list; it reports whether there was
// one.
func (w *writer) recapFiche(fiche model.Fiche) bool {
	var rows [][]Spans
	for _, f := range fiche.Fields {
		switch {
		case !f.Shown():
		case f.Kind == model.KindRows && f.Answered():
			for i, cells := range f.Rows() {
				rows = append(rows, w.recapRow(f, i, cells))
			}
		case f.Answered() || f.IsRequired():
			rows = append(rows, []Spans{w.say(oneLine(f.Label)), {w.answer(f)}, w.origin(f)})
		}
	}
	if len(rows) == 0 {
		return false
	}
	w.add(Table{
		Caption: fiche.Number + " " + fiche.Title,
		Columns: []Column{{Title: "Question", Width: .36}, {Title: "Réponse", Width: .48}, {Title: "Provenance", Width: .16}},
		Rows:    rows,
	})
	return true
}

// answer prints an answer with its unit, or names it as lacking.
func (w *writer) answer(f model.Field) Span {
	w.use(f.ID)
	if !f.Answered() {
		return lacking(f)
	}
	text := oneLine(f.String())
	if f.Kind == model.KindNumber || f.Kind == model.KindQuantity {
		text = strings.TrimSpace(text + " " + unitOf(text, f.Unit))
	}
	if strings.Contains(f.Label, "SIREN") && len(text) == len("216303008") {
		text = text[:3] + narrow + text[3:6] + narrow + text[6:]
	}
	return Span{Text: text, From: ids(f)}
}

// unitOf agrees a unit, written in the plural, with the number it follows: « 1 jour », « 1,5 jour », « 2 jours ».
func unitOf(number, unit string) string {
	whole, _, _ := strings.Cut(strings.TrimPrefix(number, "−"), ",")
	if whole == "0" || whole == "1" {
		return singular(unit)
	}
	return unit
}

// recapRow gathers the answers of one row of a list.
func (w *writer) recapRow(list model.Field, i int, cells []model.Field) []Spans {
	var out Spans
	var from Spans
	for _, c := range cells {
		if !c.Shown() || !c.Answered() && !c.IsRequired() {
			continue
		}
		if len(out) > 0 {
			out = append(out, Span{Text: " ; "})
		}
		out = append(out, Span{Text: named(c)}, w.answer(c))
		if from == nil {
			from = w.origin(c)
		}
	}
	label := strings.TrimRight(oneLine(list.Label), "? \u00a0\u202f")
	return []Spans{w.say(fmt.Sprintf("%s, ligne %d", label, i+1)), out, from}
}

// origin says where an answer comes from.
func (w *writer) origin(f model.Field) Spans {
	if o := f.Origin().String(); o != "" {
		return w.say(o)
	}
	return Spans{{Text: "–"}}
}

// accepted lists the findings that somebody kept, with the reason, the name and the day.
func (w *writer) accepted(found []model.Finding) {
	var rows [][]Spans
	for _, f := range found {
		if f.Severity == model.Accepted {
			w.use(f.Field)
			rows = append(rows, []Spans{w.say(f.Rule), {{Text: f.Message, From: []string{f.Field}}}, w.say(f.Decision.Reason),
				w.say(f.Decision.By + ", le " + f.Decision.Day.String())})
		}
	}
	if len(rows) == 0 {
		w.text("Aucun point n’a été validé malgré une réserve.")
		return
	}
	w.add(Table{
		Caption: "Points à confirmer, validés avec un motif écrit",
		Columns: []Column{{Title: "Règle", Width: .09}, {Title: "Point", Width: .36}, {Title: "Motif", Width: .32}, {Title: "Décision", Width: .23}},
		Rows:    rows,
	})
}

// open lists the findings that nobody kept.
func (w *writer) open(found []model.Finding) {
	var rows [][]Spans
	for _, f := range found {
		if f.Severity == model.Accepted {
			continue
		}
		w.use(f.Field)
		rule := Spans{{Text: "–"}}
		if f.Rule != "" {
			rule = w.say(f.Rule)
		}
		rows = append(rows, []Spans{rule, w.say(f.Severity.String()), {{Text: f.Message, From: []string{f.Field}}}})
	}
	if len(rows) == 0 {
		w.text("Aucun point n’est à lever.")
		return
	}
	w.add(Table{
		Caption: "Points relevés par les règles du dispositif",
		Columns: []Column{{Title: "Règle", Width: .1}, {Title: "Portée", Width: .17}, {Title: "Point", Width: .73}},
		Rows:    rows,
	})
}
