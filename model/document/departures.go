package document

import (
	"fmt"

	"appuitechnique/model"
)

// departures says in the review sheet what the dossier changes to the standard text of its conventions: the article as the
// standard text has it, then as it is printed. Nothing is written where it changes nothing.
func (w *writer) departures(number string) {
	headed := false
	for _, id := range []model.Paper{model.PaperSupport, model.PaperSecondment} {
		for i, a := range w.standardOf(id) {
			c := w.departure(id, a.key)
			if c == nil {
				continue
			}
			if !headed {
				w.section(number, "Écarts avec le texte type")
				headed = true
			}
			deed := "remplacé"
			if c.Deed == model.ClauseRemoves {
				deed = "supprimé"
			}
			w.add(Label{Text: fmt.Sprintf("%s, article %d, « %s » : %s", w.field(&c.Paper), i+1, a.title, deed)})
			w.text(bold("Texte type"))
			w.standing(id, i, false)
			if c.Deed == model.ClauseReplaces {
				w.text(bold("Texte retenu"))
				w.standing(id, i, true)
			}
		}
	}
}

// standardOf lists the articles of a convention as its standard text has them.
func (w *writer) standardOf(id model.Paper) []clause {
	if id == model.PaperSupport {
		return supportTitled(w)
	}
	return secondmentTitled(w)
}

// standing repeats the article of that rank of a convention, as the dossier tailors it or as it is by itself.
func (w *writer) standing(id model.Paper, rank int, tailored bool) {
	of := &writer{d: w.d, fields: w.fields, headed: -1, uses: map[string][]Use{}, rough: true}
	annexes := secondmentAnnexes()
	if id == model.PaperSupport {
		annexes = supportAnnexes(of)
	}
	list := w.standardOf(id)
	if tailored {
		list = of.tailored(id, list)
	}
	of.number(append(list, of.particular(id)...), annexes)
	of.article = rank + 1
	list[rank].write(of)
	for _, b := range of.blocks {
		if p, ok := b.(Paragraph); ok {
			p.Number = ""
			b = p
		}
		w.add(b)
	}
}
