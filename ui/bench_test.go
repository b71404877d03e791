package ui

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"appuitechnique/model"
	"appuitechnique/storage"
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

// BenchmarkLongestFiche opens the fiche that takes the longest: at most 150 ms.
func BenchmarkLongestFiche(b *testing.B) {
	s := newShell(test.NewApp(), nil, Options{SaveDelay: -1})
	s.fill(s.app.NewWindow(""))
	d, _ := model.Example("riom")
	e := s.open(d)
	longest, most := "", time.Duration(0)
	for _, f := range model.Fiches(model.Form(d)) {
		began := time.Now()
		e.enterFiche(f.Key)
		if took := time.Since(began); took > most {
			longest, most = f.Key, took
		}
	}
	for b.Loop() {
		b.StopTimer()
		e.enterFiche("town.commune")
		b.StartTimer()
		e.enterFiche(longest)
	}
	b.Log(longest)
}

// BenchmarkSearch types a word among ten thousand dossiers, every answer of which is known: at most 16 ms a letter.
func BenchmarkSearch(b *testing.B) {
	store, err := storage.Open(b.TempDir(), storage.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close()
	names := model.ExampleNames()
	for n := range 10_000 {
		d, _ := model.Example(names[n%len(names)])
		d.ID, d.Reference = storage.NewID(), fmt.Sprintf("2026-%05d", n)
		if err := store.Save(d); err != nil {
			b.Fatal(err)
		}
	}
	store.ReadWords(b.Context())
	s := newShell(test.NewApp(), store, Options{SaveDelay: time.Hour})
	w := s.app.NewWindow("")
	s.window, s.canvas = w, w.Canvas()
	h := &homePage{shell: s}
	w.SetContent(h.content())
	w.Resize(fyne.NewSize(1280, 800))
	letters := []rune("requalification îlot")
	for i := 0; b.Loop(); i++ {
		h.search.SetText(string(letters[:1+i%len(letters)]))
	}
}
