package typeset_test

import (
	"testing"

	"appuitechnique/model/document"
	"appuitechnique/ui/paper/typeset"
)

// The lines of a paragraph are found once, but each of those that read alike keeps the questions that it comes from.
func TestParagraphsThatReadAlikeComeFromTheirOwnAnswers(t *testing.T) {
	hole := func(id string) document.Block {
		return document.Paragraph{Text: document.Spans{{Text: "à compléter", From: []string{id}, Missing: true}}}
	}
	doc := document.Document{Title: "Essai", Blocks: []document.Block{hole("a"), hole("b"), hole("b")}}
	for range 2 {
		r, err := typeset.Layout(doc)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, m := range r.Missing() {
			got = append(got, m[0].From[0])
		}
		if len(got) != 3 || got[0] != "a" || got[1] != "b" || got[2] != "b" {
			t.Errorf("missing answers: got %q, want a, b and b", got)
		}
	}
}
