package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

func TestAPaperIsReadAndLeftForTheSamePlace(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	e := s.editor
	e.showDocuments()
	e.scroll.ScrollToOffset(fyne.NewPos(0, 150))
	before := e.scroll.Offset
	e.openReading(model.PaperSupport)
	if e.page != pageReading || s.canvas.Focused() != fyne.Focusable(e.reading.view) || e.reading.view.Pages() < 10 {
		t.Fatalf("« Lire » leads to %s with the keyboard in %T", e.page, s.canvas.Focused())
	}
	press(s, fyne.KeyEnd)
	if e.reading.view.Page() != e.reading.view.Pages()-1 {
		t.Errorf("« Fin » leads to page %d of %d", e.reading.view.Page(), e.reading.view.Pages())
	}
	press(s, fyne.KeyEscape)
	b, ok := s.canvas.Focused().(*kit.Button)
	if e.page != pageDocuments || e.scroll.Offset != before || !ok || b != e.readers[model.PaperSupport] {
		t.Errorf("Escape leads to %s at %v, the keyboard in %T; want the papers at %v", e.page, e.scroll.Offset, s.canvas.Focused(), before)
	}
}

func TestReadingFromAFicheComesBackToTheQuestion(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	e := s.editor
	e.goTo("mission.months")
	e.panel.show(tabPreview)
	shortcut(s, ctrl, fyne.KeyF)
	if e.page != pageReading || s.canvas.Focused() != fyne.Focusable(e.reading.entry) {
		t.Fatalf("Ctrl+F leads to %s with the keyboard in %T", e.page, s.canvas.Focused())
	}
	press(s, fyne.KeyEscape)
	if e.page != pageFiche || e.key != "mission.duration" || !focused(s, "mission.months") {
		t.Errorf("Escape leads to %s, %s, the keyboard in %T", e.page, e.key, s.canvas.Focused())
	}
}

func TestThePaperIsSearchedWithoutAccents(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	e := s.editor
	e.openReading(model.PaperSupport)
	typeIn(s, e.reading.entry, "DELIBERATION")
	n := len(e.reading.found)
	if n < 2 || !says(s, "1 sur ") {
		t.Fatalf("%d occurrences of « délibération »", n)
	}
	press(s, fyne.KeyReturn)
	press(s, fyne.KeyF3)
	if e.reading.seen != 2%n {
		t.Errorf("after Enter and F3 occurrence %d is shown, want %d", e.reading.seen, 2%n)
	}
	e.reading.step(-1)
	e.reading.step(-1)
	e.reading.step(-1)
	if e.reading.seen != n-1 {
		t.Errorf("before the first comes occurrence %d, want the last", e.reading.seen)
	}
	typeIn(s, e.reading.entry, "zzz")
	if !says(s, "Introuvable") {
		t.Error("nothing says that the words are not there")
	}
}

func TestAMissingAnswerIsFoundAnsweredAndReturnedFrom(t *testing.T) {
	s := start(t)
	tapButton(t, s, "Nouveau dossier")
	e := s.editor
	e.openReading(model.PaperSupport)
	r := e.reading
	if len(r.missing) == 0 || buttons(s)["Aller à la question"] != nil {
		t.Fatal("an empty dossier lacks nothing, or leads to a question at once")
	}
	for i := 0; i < 5; i++ {
		r.nextMissing()
	}
	if got := pageText(r.result); !strings.Contains(got, "[à compléter") {
		t.Error("the paper does not say what it lacks")
	}
	want := r.missing[4][0].From[0]
	s.canvas.Focus(r.view)
	press(s, fyne.KeyReturn)
	if e.page != pageFiche || e.field != want {
		t.Fatalf("Enter leads to %s of %s, want %s", e.field, e.page, want)
	}
	place := e.read.place
	tapButton(t, s, "Retour à la lecture")
	if e.page != pageReading || e.paper != model.PaperSupport || e.reading.view.Place() != place {
		t.Errorf("back on %s at %v, want the paper at %v", e.page, e.reading.view.Place(), place)
	}
	press(s, fyne.KeyEscape)
	if e.page != pageFiche {
		t.Errorf("Escape leads to %s", e.page)
	}
}
