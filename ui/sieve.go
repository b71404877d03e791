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
	sieveNoted
	sieveChanged
)

// sieves offers to read again only some of the fiches. What was chosen keeps the keyboard.
func (e *editor) sieves() fyne.CanvasObject {
	row := kit.NarrowColumns(kit.Scaled(6), kit.Scaled(150), kit.Scaled(170))
	e.sieveTicks = nil
	for i, words := range []string{"Tout", "À confirmer", "À revoir", "Repris", "Avec une note", "Modifié depuis…"} {
		tick := kit.NewTick(words, true, false, func() { e.sift(i, e.since) })
		tick.SetOn(e.sieve == i)
		e.sieveTicks = append(e.sieveTicks, tick)
		row.Add(tick)
	}
	arrows(e.sieveTicks)
	if e.sieve != sieveChanged {
		return row
	}
	return kit.VStack(kit.Scaled(10), row, e.pastStates())
}

// arrows has ↑ and ↓ choose the answer beside.
func arrows(ticks []*kit.Tick) {
	for i, t := range ticks {
		t.OnMove = func(step int) {
			to := i + step
			if to < 0 || to >= len(ticks) {
				return
			}
			if c := fyne.CurrentApp().Driver().CanvasForObject(ticks[to]); c != nil {
				c.Focus(ticks[to]) // first: what is then drawn again keeps the keyboard
			}
			ticks[to].OnTapped()
		}
	}
}

// sift keeps on the page only what is wanted, and leaves the keyboard on the choice.
func (e *editor) sift(sieve, since int) {
	ofState := sieve == sieveChanged && e.sieve == sieve && e.since != since
	e.sieve, e.since = sieve, since
	e.showReview()
	if ofState {
		e.shell.canvas.Focus(e.sinceTicks[since])
		return
	}
	e.shell.canvas.Focus(e.sieveTicks[sieve])
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
	case sieveChanged:
		return slices.ContainsFunc(f.Fields, e.changedSince)
	case sieveNoted:
		return slices.ContainsFunc(f.Fields, func(q model.Field) bool { return len(e.notesOf(q)) > 0 })
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

// kept reports whether the card of a fiche shows the answer to q.
func (e *editor) kept(q model.Field) bool {
	switch {
	case !q.Shown():
		return false
	case e.sieve == sieveCarried:
		return carried(q)
	case e.sieve == sieveNoted:
		return len(e.notesOf(q)) > 0
	case e.sieve == sieveChanged:
		return e.changedSince(q)
	}
	return true
}
