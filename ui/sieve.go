package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// What the page « Relecture » may keep.
const (
	sieveNone = iota
	sieveConfirm
	sieveReview
	sieveCarried
)

// sieves offers to read again only some of the fiches.
func (e *editor) sieves() fyne.CanvasObject {
	row := kit.NarrowColumns(kit.Scaled(6), kit.Scaled(150), kit.Scaled(170))
	for i, words := range []string{"Tout", "À confirmer", "À revoir", "Repris"} {
		tick := kit.NewTick(words, true, false, func() {
			e.sieve = i
			e.showReview()
		})
		tick.SetOn(e.sieve == i)
		row.Add(tick)
	}
	return row
}

// sifted reports whether a fiche is one of those to read again: it holds an answer to confirm, bears the mark « à revoir », or
// has answers that come from another dossier.
func (e *editor) sifted(f model.Fiche, found []model.Finding) bool {
	switch e.sieve {
	case sieveConfirm:
		in := false
		f.EachShown(func(q model.Field) {
			in = in || slices.ContainsFunc(found, func(x model.Finding) bool { return x.Field == q.ID && x.Severity == model.Confirm })
		})
		return in
	case sieveReview:
		return e.dossier.Marks.Review[f.Key]
	case sieveCarried:
		return slices.ContainsFunc(f.Fields, carried)
	}
	return true
}

// carried reports whether an answer, or one in its rows, comes from another dossier.
func carried(q model.Field) bool {
	if !q.Shown() {
		return false
	}
	return q.Origin() == model.OriginCarried || slices.ContainsFunc(q.Rows(), func(row []model.Field) bool { return slices.ContainsFunc(row, carried) })
}
