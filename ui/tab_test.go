package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// Tab through every fiche, in a small window: what has the keyboard is in sight, and never above what had it before.
func TestTabGoesDownAFicheAndIsSeen(t *testing.T) {
	for _, percent := range []int{100, 150} {
		s := start(t)
		s.window.Resize(fyne.NewSize(1024, 700))
		s.setText(percent)
		s.openExample("riom")
		e := s.editor
		for _, f := range model.Fiches(e.parts) {
			e.enterFiche(f.Key)
			if _, ok := s.canvas.Focused().(*kit.Tick); !ok { // of a choice, the option taken has the keyboard
				s.canvas.FocusPrevious()
				if o, ok := s.canvas.Focused().(fyne.CanvasObject); ok && slices.Contains(test.LaidOutObjects(e.form.Content), o) {
					t.Errorf("%d %%, %s: one comes to the fiche below its beginning", percent, f.Number)
				}
				e.enterFiche(f.Key)
			}
			inside := test.LaidOutObjects(e.scroll.Content)
			last := float32(0)
			for {
				o, ok := s.canvas.Focused().(fyne.CanvasObject)
				if !ok || !slices.Contains(inside, o) {
					break
				}
				if !inView(s, o) && o.Size().Height < e.scroll.Size().Height {
					t.Errorf("%d %%, %s: %T of %s is out of sight", percent, f.Number, o, e.field)
				}
				at := s.app.Driver().AbsolutePositionForObject(o).Y + e.scroll.Offset.Y
				if at+o.Size().Height <= last {
					t.Errorf("%d %%, %s: %T of %s stands above what had the keyboard before", percent, f.Number, o, e.field)
				}
				last = at
				s.canvas.FocusNext()
			}
		}
	}
}
