package document

import (
	"fmt"
	"strconv"

	"appuitechnique/model"
)

// PaperInventory is the bordereau of a dossier complet. It is about the other papers: Compose does not write it.
const PaperInventory model.Paper = "bordereau"

// An Enclosed is one file of a dossier complet, as its bordereau lists it.
type Enclosed struct {
	Paper   model.Paper // empty for what is no paper of the program
	Title   string      // said of what is no paper
	Version string      // "projet", "v1"; empty for what has none
	Day     model.Day
	Pages   int // 0 where it is not known
	File    string
}

// Inventory writes the bordereau of what is enclosed, in that order: each file with its pages, then what each paper wants
// joined to it. It does not say what the pieces hold: somebody ticks them by hand.
func Inventory(d *model.Dossier, enclosed []Enclosed) Document {
	w := newWriter(d)
	doc := Document{
		ID: PaperInventory, Title: "Bordereau du dossier complet", Reference: d.Reference, Day: d.Changed, Specimen: d.Specimen,
		Organisation: frenchText(upperFirst(w.townName().String())), Subtitle: w.subtitle(), Bare: true,
	}
	doc.Short = "Bordereau – " + w.townName().String()
	w.add(Facts{Rows: []Fact{
		{"Collectivité", w.say(upperAll(w.townName()))},
		{"Projet", w.say(&d.Project.Title)},
		{"Direction régionale", w.say(&d.Town.Office)},
		{"Réponses au", w.say(d.Changed.String())},
	}})
	w.section("1", "Documents transmis")
	w.enclosed(enclosed)
	w.text("L’empreinte SHA-256 de chaque fichier, ce bordereau compris, figure dans le manifeste joint : elle permet de vérifier que rien " +
		"n’a été modifié depuis.")
	w.section("2", "Pièces requises")
	w.required(enclosed)
	doc.Blocks = w.blocks
	return doc
}

// enclosed lists the files.
func (w *writer) enclosed(list []Enclosed) {
	t := Table{
		Columns: []Column{{Title: "N°", Width: .06, Right: true}, {Title: "Document", Width: .27}, {Title: "Version", Width: .13},
			{Title: "Fichier", Width: .46}, {Title: "Pages", Width: .08, Right: true}},
	}
	all := 0
	for i, e := range list {
		title := e.Title
		if e.Paper != "" {
			title = Title(e.Paper)
		}
		pages := "–"
		if all += e.Pages; e.Pages > 0 {
			pages = strconv.Itoa(e.Pages)
		}
		t.Rows = append(t.Rows, []Spans{w.say(strconv.Itoa(i + 1)), w.say(title), w.say(e.standing()), w.say(e.File), w.say(pages)})
	}
	t.Totals = [][]Spans{{nil, w.say(fmt.Sprintf("%d fichiers", len(list))), nil, nil, w.say(strconv.Itoa(all))}}
	w.add(t)
}

// standing says which version an enclosed file is, and of what day.
func (e Enclosed) standing() string {
	switch {
	case e.Version == "projet":
		return "projet"
	case e.Version != "" && e.Day != "":
		return e.Version + " du " + e.Day.Short()
	case e.Day != "":
		return "du " + e.Day.Short()
	}
	return "–"
}

// required lists what each paper wants joined to it, one line a piece, with a place to tick it.
func (w *writer) required(list []Enclosed) {
	t := Table{
		Columns: []Column{{Title: "Document", Width: .3}, {Title: "Pièce à joindre", Width: .56}, {Title: "Jointe", Width: .14}},
	}
	for _, e := range list {
		of := &writer{d: w.d, fields: w.fields, headed: -1, uses: map[string][]Use{}, rough: true}
		if _, err := of.compose(e.Paper); err != nil {
			continue // no paper of the program
		}
		for i, piece := range of.needed {
			name := Spans(nil)
			if i == 0 {
				name = w.say(Title(e.Paper))
			}
			t.Rows = append(t.Rows, []Spans{name, upperAll(trimmed(piece)), w.say("………")})
		}
	}
	if len(t.Rows) == 0 {
		w.text("Les documents transmis ne demandent aucune pièce.")
		return
	}
	w.add(t)
	w.text("« Jointe » se remplit à la main : oui, non ou sans objet.")
}
