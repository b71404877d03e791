package screen

import (
	"testing"

	"appuitechnique/model"
	"appuitechnique/model/document"
)

func TestWordsAreFoundWithoutAccentsAndAcrossLines(t *testing.T) {
	r := laidOut(t)
	for _, words := range []string{"feuille de route", "FEUILLE  de   Route", "requalification", "requalifi", "reunit des logements", "XIVe siecle"} {
		found := Find(r, words, model.Fold)
		if len(found) == 0 {
			t.Errorf("%q is not found", words)
			continue
		}
		for _, spots := range found {
			for _, s := range spots {
				if s.W <= 0 || s.H <= 0 || s.X < 0 || s.X+s.W > r.Width || s.Page >= len(r.Pages) {
					t.Errorf("%q stands at %+v", words, s)
				}
			}
		}
	}
	for _, words := range []string{"", " ", "anticonstitutionnellement", "Page 1 / 6"} {
		if found := Find(r, words, model.Fold); len(found) > 0 {
			t.Errorf("%q is found %d times", words, len(found))
		}
	}
}

// TestEveryParagraphIsFoundWhole looks for paragraphs, that lines, hyphens and pages cut.
func TestEveryParagraphIsFoundWhole(t *testing.T) {
	r := laidOut(t)
	n := 0
	for _, b := range r.Document.Blocks {
		p, ok := b.(document.Paragraph)
		if !ok {
			continue
		}
		n++
		if text := p.Text.String(); len(Find(r, text, model.Fold)) == 0 {
			t.Errorf("%q is not found", text)
		}
	}
	if n < 5 {
		t.Errorf("%d paragraphs were looked for", n)
	}
}
