package document

import (
	"strings"
	"testing"

	"appuitechnique/model"
)

func enclosedOf(d *model.Dossier) []Enclosed {
	var out []Enclosed
	for i, id := range All() {
		out = append(out, Enclosed{Paper: id, Version: "projet", Day: d.Changed, Pages: i + 1, File: string(id) + ".pdf"})
	}
	return append(out, Enclosed{Title: "Façade, rue de l’Horloge", Day: "2026-03-12", File: "pieces/01_facade.jpg"})
}

// The bordereau names each file once, adds up the pages and repeats what each paper says is to be joined to it.
func TestTheInventoryListsEveryFileAndEveryPiece(t *testing.T) {
	for _, name := range model.ExampleNames() {
		d, _ := model.Example(name)
		enclosed := enclosedOf(d)
		doc := Inventory(d, enclosed)
		checkOrphans(t, name, doc)
		text := doc.Text()
		for _, e := range enclosed {
			if n := strings.Count(text, " | "+e.File+" | "); n != 1 {
				t.Errorf("%s: %s is listed %d times", name, e.File, n)
			}
		}
		if want := "17 fichiers |  |  | 136"; !strings.Contains(text, want) {
			t.Errorf("%s: the total is not %q in\n%s", name, want, text)
		}
		for _, id := range All() {
			for _, piece := range piecesOf(t, d, id) {
				if !strings.Contains(strings.ToLower(text), strings.ToLower(piece)) {
					t.Errorf("%s: %s asks for %q, that the bordereau leaves out", name, id, piece)
				}
			}
		}
	}
}

// piecesOf reads in a paper what it says is to be joined to it.
func piecesOf(t *testing.T, d *model.Dossier, id model.Paper) []string {
	t.Helper()
	doc, err := Compose(d, id)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for i, b := range doc.Blocks {
		if s, ok := b.(Section); !ok || s.Title != "Pièces à joindre" && s.Title != "Pièces jointes" {
			continue
		}
		for _, item := range doc.Blocks[i+1].(List).Items {
			out = append(out, trimmed(item).String())
		}
	}
	return out
}
