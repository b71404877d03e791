package document

import (
	"slices"

	"appuitechnique/model"
)

// Holes lists, for each paper of d, the questions whose answer it names as lacking, each once: a paper with a hole is not to
// be frozen. What a later stage of the mission asks is counted by the question that opens it.
func Holes(d *model.Dossier) map[model.Paper][]string {
	out := map[model.Paper][]string{}
	for _, id := range All() {
		doc, err := Compose(d, id)
		if err != nil {
			continue // All lists only papers that Compose knows
		}
		for _, b := range doc.Blocks {
			for _, s := range spansOf(b) {
				if s.Missing && len(s.From) > 0 && !slices.Contains(out[id], s.From[0]) {
					out[id] = append(out[id], s.From[0])
				}
			}
		}
	}
	return out
}

// spansOf lists the spans of a block, what is drawn included.
func spansOf(b Block) []Span {
	switch b := b.(type) {
	case Paragraph:
		return b.Text
	case Note:
		return b.Text
	case List:
		return slices.Concat(b.Items...)
	case Facts:
		var out []Span
		for _, r := range b.Rows {
			out = append(out, r.Value...)
		}
		return out
	case Table:
		var out []Span
		for _, row := range slices.Concat(b.Rows, b.Totals) {
			out = append(out, slices.Concat(row...)...)
		}
		return out
	case Curve:
		var out []Span
		for _, s := range b.Steps {
			out = append(out, Span{Text: s.Label, From: s.From})
		}
		return out
	case Bars:
		var out []Span
		for _, s := range append(slices.Clip(b.Series), b.Limit) {
			for _, m := range s.Values {
				out = append(out, Span{Text: m.Label, From: m.From})
			}
		}
		return out
	case Signatures:
		out := slices.Clone(b.Place)
		for _, p := range b.Parties {
			out = slices.Concat(out, p.For, p.Name, p.Quality, p.Basis)
		}
		return out
	}
	return nil
}
