package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
	"appuitechnique/ui/paper/screen"
)

// BenchmarkKey types a letter that changes one paragraph of the longest convention, with its preview open: the answer is read,
// everything that depends on it is drawn again, the paper is laid out, and the page in sight is painted. At most 33 ms.
func BenchmarkKey(b *testing.B) {
	s := newShell(test.NewApp(), nil, Options{SaveDelay: -1})
	w := s.app.NewWindow("")
	s.window, s.canvas = w, w.Canvas()
	s.fill(w)
	d, _ := model.Example("riom")
	e := s.open(d)
	e.goTo("mission.place")
	e.panel.show(tabPreview)
	p := e.panel.preview
	p.choose(model.PaperSupport)
	entry, ok := e.form.Inputs["mission.place"].(*kit.Entry)
	if !ok {
		b.Fatal("no such input")
	}
	s.canvas.Focus(entry)
	painter := screen.NewPainter()
	typed := false
	for b.Loop() {
		before := p.result
		if typed = !typed; typed {
			entry.TypedRune('x')
		} else {
			entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		}
		if p.result == before {
			b.Fatal("the paper did not follow")
		}
		painter.Page(p.result, p.view.Page(), float64(p.view.Scale()))
	}
}

// BenchmarkFiche goes from one fiche to the next and back, with the preview open.
func BenchmarkFiche(b *testing.B) {
	s := newShell(test.NewApp(), nil, Options{SaveDelay: -1})
	s.fill(s.app.NewWindow(""))
	d, _ := model.Example("riom")
	e := s.open(d)
	e.panel.show(tabPreview)
	keys, i := []string{"mission.duration", "mission.milestones"}, 0
	for b.Loop() {
		i++
		e.enterFiche(keys[i%2])
	}
}
