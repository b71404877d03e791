package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// inView reports whether o has the keyboard and stands whole between the head and the foot of the page.
func inView(s *Shell, o fyne.CanvasObject) bool {
	at := s.app.Driver().AbsolutePositionForObject(o).Y
	top := s.app.Driver().AbsolutePositionForObject(s.editor.scroll).Y
	return at >= top && at+o.Size().Height <= top+s.editor.scroll.Size().Height
}

func TestAFicheOneGoesToHasTheKeyboardInItsFirstQuestion(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	e := s.editor
	e.showFiche("mission.duration")
	ways := map[string]func(){
		"Alt+↓": func() { shortcut(s, fyne.KeyModifierAlt, fyne.KeyDown) },
		"Alt+↑": func() { shortcut(s, fyne.KeyModifierAlt, fyne.KeyUp) },
		"Entrée dans la liste": func() {
			s.canvas.Focus(e.side.fiches["mission.duration"].line)
			press(s, fyne.KeyReturn)
		},
	}
	for _, way := range []string{"Alt+↓", "Alt+↑", "Entrée dans la liste"} {
		ways[way]()
		o, ok := s.canvas.Focused().(fyne.CanvasObject)
		if !ok || e.field == "" || e.form.Inputs[e.field] != o || e.field != e.form.Shown()[0] {
			t.Errorf("%s gives the keyboard to %T of %q on %s", way, s.canvas.Focused(), e.field, e.key)
			continue
		}
		if !inView(s, o) {
			t.Errorf("%s: the first question of %s is out of sight", way, e.key)
		}
	}
	for _, r := range "12" {
		s.canvas.Focused().TypedRune(r)
	}
	if typed, ok := s.canvas.Focused().(*kit.Entry); !ok || !strings.HasSuffix(typed.Text, "12") {
		t.Error("what is typed next goes nowhere")
	}
}

func TestARowAddedIsInView(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	s.editor.showFiche("mission.milestones")
	for range 60 {
		if b, ok := s.canvas.Focused().(*kit.Button); ok && b.Text == "Ajouter une ligne" {
			break
		}
		s.canvas.FocusNext()
	}
	press(s, fyne.KeyReturn)
	at, ok := s.canvas.Focused().(*kit.Entry)
	if !ok || !strings.HasPrefix(s.editor.field, "mission.milestones[") {
		t.Fatalf("the keyboard is in %T of %s, want a question of the new row", s.canvas.Focused(), s.editor.field)
	}
	if !inView(s, at) {
		t.Error("the new row is out of sight")
	}
}

// goTo opens « Aller à… », types words there and takes the first answer.
func goTo(t *testing.T, s *Shell, words string) {
	t.Helper()
	shortcut(s, ctrl, fyne.KeyK)
	typed, ok := s.canvas.Focused().(*kit.Entry)
	if !ok {
		t.Fatalf("Ctrl+K gives the keyboard to %T, want a field", s.canvas.Focused())
	}
	typeIn(s, typed, words)
	press(s, fyne.KeyReturn)
}

func TestGoToKnowsThePagesAndTheCommandsWithoutKeys(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	percent := s.theme.Percent
	goTo(t, s, "relecture")
	if s.editor.page != pageReview {
		t.Errorf("« relecture » leads to %s", s.editor.page)
	}
	goTo(t, s, "documents")
	if s.editor.page != pageDocuments {
		t.Errorf("« documents » leads to %s", s.editor.page)
	}
	goTo(t, s, "plus grand")
	if s.theme.Percent != percent+10 {
		t.Errorf("the text is at %d %%, want %d", s.theme.Percent, percent+10)
	}
	goTo(t, s, "plus petit")
	if s.theme.Percent != percent {
		t.Errorf("the text is at %d %%, want %d", s.theme.Percent, percent)
	}
	for _, words := range []string{"raccourcis", "a propos"} {
		goTo(t, s, words)
		if buttons(s)["D’accord"] == nil {
			t.Errorf("« %s » shows nothing", words)
		}
		s.dismiss()
	}
	goTo(t, s, "copier vers")
	press(s, fyne.KeyReturn)
	if all, err := s.store.List(); err != nil || len(all) != 2 {
		t.Errorf("« copier » leaves %d dossiers, %v, want 2", len(all), err)
	}
	goTo(t, s, "corbeille")
	press(s, fyne.KeyReturn)
	if all, err := s.store.List(); err != nil || len(all) != 1 || s.editor != nil {
		t.Errorf("« corbeille » leaves %d dossiers, %v, want 1", len(all), err)
	}
	s.openExample("riom")
	goTo(t, s, "reglages")
	if !says(s, "Ils ne valent que pour cet ordinateur") {
		t.Error("« reglages » does not lead there")
	}
	s.openExample("riom")
	goTo(t, s, "vos dossiers")
	if s.editor != nil || !says(s, "Tout reste sur cet ordinateur") {
		t.Error("« vos dossiers » does not lead there")
	}
}

func TestACalendarOpenedAtTheFootOfThePageIsWhole(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	s.editor.showFiche("mission.milestones")
	s.window.Resize(fyne.NewSize(1100, 700))
	for _, id := range daysOf(s, s.editor.dossier.Mission.Milestones[3].Key) {
		s.editor.form.Focus(s.canvas, id)
	}
	s.canvas.FocusNext()
	button, ok := s.canvas.Focused().(*kit.Button)
	if !ok || button.Text != "Calendrier" {
		t.Fatalf("Tab leads from the day to %T", s.canvas.Focused())
	}
	top := s.app.Driver().AbsolutePositionForObject(s.editor.scroll).Y
	under := s.app.Driver().AbsolutePositionForObject(button).Y + button.Size().Height + 8 - top - s.editor.scroll.Size().Height
	s.editor.scroll.ScrollToOffset(s.editor.scroll.Offset.AddXY(0, under))
	if !inView(s, button) {
		t.Fatal("the button itself is out of sight")
	}
	press(s, fyne.KeyReturn)
	days, ok := s.canvas.Focused().(fyne.CanvasObject)
	if !ok || days == fyne.CanvasObject(button) {
		t.Fatalf("Enter gives the keyboard to %T, want the days", s.canvas.Focused())
	}
	if !inView(s, days) {
		t.Error("the calendar is cut by the foot of the page")
	}
}

// daysOf lists the dates asked in the milestone of that key.
func daysOf(s *Shell, key string) []string {
	var ids []string
	s.editor.fiche(s.editor.key).EachShown(func(q model.Field) {
		if q.Kind == model.KindDay && strings.Contains(q.ID, "["+key+"]") {
			ids = append(ids, q.ID)
		}
	})
	return ids
}
