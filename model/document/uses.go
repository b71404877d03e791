package document

import (
	"fmt"
	"slices"
	"strings"

	"appuitechnique/model"
)

// A Use is a place of a paper that a question feeds.
type Use struct {
	Paper   model.Paper
	Heading string // « Article 3 – Durée », « Annexe 1 – Feuille de route »; empty above the first heading
	Block   int    // rank of that heading among the blocks of the paper; -1 above the first
}

// Uses says, for every question of d by its ID, which places of which papers print it or depend on it. The questions of the
// rows of a list are also gathered under the ID of the list. The récapitulatif, which prints every answer, is left out.
func Uses(d *model.Dossier) map[string][]Use {
	out := map[string][]Use{}
	fields := newWriter(d).fields
	for _, id := range All() {
		if id == model.PaperRecap {
			continue // it prints every answer, and depends on none
		}
		w := &writer{d: d, fields: fields, headed: -1, uses: map[string][]Use{}, rough: true}
		if _, err := w.compose(id); err != nil {
			continue // All lists only papers that compose knows
		}
		for question, places := range w.uses {
			for _, u := range places {
				u.Paper = id
				gather(out, question, u)
				if list, _, ok := strings.Cut(question, "["); ok {
					gather(out, list, u)
				}
			}
		}
	}
	rank := map[model.Paper]int{}
	for i, id := range All() {
		rank[id] = i
	}
	for _, places := range out {
		slices.SortStableFunc(places, func(a, b Use) int { return rank[a.Paper] - rank[b.Paper] })
	}
	return out
}

func gather(out map[string][]Use, question string, u Use) {
	if !slices.Contains(out[question], u) {
		out[question] = append(out[question], u)
	}
}

// use notes that what is being written looks at a question.
func (w *writer) use(question string) {
	gather(w.uses, question, Use{Heading: w.heading, Block: w.headed})
}

// HeadingOf returns the rank of the heading under which the block of that rank stands, as in Use.Block; -1 above the first.
func (d Document) HeadingOf(block int) int {
	at, annexed := -1, false
	for i, b := range d.Blocks[:min(max(block+1, 0), len(d.Blocks))] {
		_, annex := b.(Annex)
		_, section := b.(Section)
		if headingOf(b) != "" && !(section && annexed) {
			at, annexed = i, annex
		}
	}
	return at
}

// headingOf names a place of a paper by its heading; empty for a block that is none. The sections of an annex are told by
// the annex they stand in.
func headingOf(b Block) string {
	switch b := b.(type) {
	case Label:
		if b.Text == "et" { // the second party is introduced by a word, not by a heading
			return "Entre"
		}
		return b.Text
	case Article:
		return fmt.Sprintf("Article %d – %s", b.Number, b.Title)
	case Section:
		return strings.TrimSpace(b.Number + " " + b.Title)
	case Annex:
		return b.Called() + " – " + b.Title
	}
	return ""
}
