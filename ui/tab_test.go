package ui

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// walked are the sizes of text at which fiches and pages are walked through. « make papers » walks through all of them at each
// size, without the race detector, which makes it minutes.
func walked() []int {
	if raced {
		return []int{150}
	}
	return []int{100, 150}
}

// small opens Riom in the smallest window, in that size of text.
func small(t *testing.T, percent int) *Shell {
	t.Helper()
	s := start(t)
	s.window.Resize(fyne.NewSize(1024, 700))
	s.setText(percent)
	s.openExample("riom")
	return s
}

// Tab through every fiche, in a small window: what has the keyboard is in sight, and never above what had it before.
func TestTabGoesDownAFicheAndIsSeen(t *testing.T) {
	for _, percent := range walked() {
		s := small(t, percent)
		e := s.editor
		for i, f := range model.Fiches(e.parts) {
			if raced && i%4 > 0 {
				continue // « make papers » walks through them all
			}
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

// The pages made from several fiches: one comes to them with the keyboard, goes through them in sight, and F6 finds them.
func TestPagesAreWorkedFromTheKeyboard(t *testing.T) {
	for _, percent := range walked() {
		s := small(t, percent)
		e := s.editor
		for _, p := range pages() {
			e.showFiche("town.commune")
			press(s, fyne.KeyF6)
			s.canvas.Focus(e.side.pages[p.name])
			press(s, fyne.KeyReturn)
			if kit.Rank(s.canvas, e.body) < 0 {
				t.Errorf("%d %%, %s: one comes there with the keyboard in %T", percent, p.title, s.canvas.Focused())
			}
			press(s, fyne.KeyF6)
			press(s, fyne.KeyF6)
			if kit.Rank(s.canvas, e.body) < 0 {
				t.Errorf("%d %%, %s: F6 leads to %T", percent, p.title, s.canvas.Focused())
			}
			inside := test.LaidOutObjects(e.scroll.Content)
			for range kit.Stops(e.body) {
				o, ok := s.canvas.Focused().(fyne.CanvasObject)
				if !ok {
					t.Fatalf("%d %%, %s: Tab leads nowhere", percent, p.title)
				}
				if slices.Contains(inside, o) && !inView(s, o) && o.Size().Height < e.scroll.Size().Height {
					t.Errorf("%d %%, %s: %T is out of sight", percent, p.title, o)
				}
				s.canvas.FocusNext()
			}
		}
	}
}

// What is pressed may draw the page again, or put itself away: the keyboard stays there, and Tab goes on from there.
func TestWhatIsPressedKeepsTheKeyboard(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	e := s.editor
	within := func(what string) {
		t.Helper()
		if o, ok := s.canvas.Focused().(fyne.CanvasObject); !ok || !slices.Contains(kit.Stops(s.root), s.canvas.Focused()) {
			t.Errorf("after « %s » the keyboard is in %T, want something on the screen", what, o)
		}
	}
	pressButton := func(words string) {
		t.Helper()
		b := buttons(s)[words]
		if b == nil {
			t.Fatalf("there is no button « %s »", words)
		}
		s.canvas.Focus(b)
		press(s, fyne.KeyReturn)
		within(words)
	}
	e.enterFiche("town.commune")
	pressButton("Effacer")
	if e.field != "town.kind" {
		t.Errorf("after « Effacer » one is at %s", e.field)
	}

	e.enterFiche("mission.milestones")
	pressButton("Retirer")
	pressButton("Remettre")
	for range len(e.dossier.Mission.Milestones) {
		for {
			b, ok := s.canvas.Focused().(*kit.Button)
			if ok && b.AccessibilityLabel() == "Descendre la ligne" {
				break
			}
			s.canvas.FocusNext()
		}
		press(s, fyne.KeyReturn)
	}
	s.canvas.FocusNext()
	if b, ok := s.canvas.Focused().(*kit.Button); !ok || b.Text != "Retirer" {
		t.Errorf("from the arrow of the last row, Tab leads to %T, want « Retirer »", s.canvas.Focused())
	}

	e.showDocuments()
	pressButton("Marquer comme relu")
	e.showMission()
	pressButton("Adopter")
	e.showReview()
	kit.FocusRank(s.canvas, e.body, 40)
	press(s, fyne.KeyReturn)
	shortcut(s, ctrl, fyne.KeyReturn)
	if at := kit.Rank(s.canvas, e.body); e.page != pageReview || at != 40 {
		t.Errorf("one comes back from « Modifier » to %s, at %d, want 40", e.page, at)
	}
	id := e.dossier.ID
	s.goHome()
	s.resume(id)
	within("Reprendre")

	s.goSettings()
	for _, o := range test.LaidOutObjects(s.canvas.Content()) {
		if b, ok := o.(*kit.Tick); ok && b.Label == "110 %" {
			s.canvas.Focus(b)
		}
	}
	press(s, fyne.KeySpace)
	if b, ok := s.canvas.Focused().(*kit.Tick); !ok || b.Label != "110 %" || s.theme.Percent != 110 {
		t.Errorf("after « 110 %% » the keyboard is in %T, the text at %d %%", s.canvas.Focused(), s.theme.Percent)
	}
}

// Outside a dossier too: the list of the dossiers keeps what was looked for, and the keyboard its row.
func TestWhatIsThrownAwayOrRestoredKeepsTheKeyboard(t *testing.T) {
	s := start(t)
	for _, name := range model.ExampleNames() {
		s.openExample(name)
		s.goHome()
	}
	named := func(words string) (found []*kit.Button) {
		for _, at := range kit.Stops(s.root) {
			if b, ok := at.(*kit.Button); ok && b.AccessibilityLabel() == words {
				found = append(found, b)
			}
		}
		return found
	}
	tapButton(t, s, "Ville")
	before := named("Mettre à la corbeille")
	if len(before) < 2 {
		t.Fatalf("the list holds %d dossiers, want more", len(before))
	}
	s.canvas.Focus(before[0])
	press(s, fyne.KeyReturn)
	press(s, fyne.KeyReturn)
	after := named("Mettre à la corbeille")
	if len(after) != len(before)-1 || s.canvas.Focused() != fyne.Focusable(after[0]) {
		t.Errorf("after one dossier of %d is thrown away, %d are listed and the keyboard is in %T", len(before), len(after), s.canvas.Focused())
	}
	if buttons(s)["Ville"].Icon == nil {
		t.Error("the list is no longer sorted by town")
	}
	press(s, fyne.KeyReturn)
	press(s, fyne.KeyReturn)

	s.goTrash()
	s.canvas.Focus(named("Restaurer")[0])
	press(s, fyne.KeyReturn)
	if left := named("Restaurer"); len(left) != 1 || s.canvas.Focused() != fyne.Focusable(left[0]) {
		t.Errorf("after one dossier of two is restored, %d are left and the keyboard is in %T", len(left), s.canvas.Focused())
	}
}

// In a small window and large text too, a dialog shows all it says, and its button.
func TestTheListOfKeysFitsASmallWindow(t *testing.T) {
	for _, percent := range []int{100, 150} {
		s := start(t)
		s.window.Resize(fyne.NewSize(1024, 700))
		s.setText(percent)
		s.showKeys()
		b, ok := s.canvas.Focused().(*kit.Button)
		if !ok {
			t.Fatalf("the keyboard is in %T", s.canvas.Focused())
		}
		if foot := s.app.Driver().AbsolutePositionForObject(b).Y + b.Size().Height; foot > s.canvas.Size().Height {
			t.Errorf("%d %%: « %s » ends at %.0f of %.0f", percent, b.Text, foot, s.canvas.Size().Height)
		}
	}
}

func TestEveryMessageOfTheJournalIsReachedByTab(t *testing.T) {
	s := start(t)
	for i := range 40 {
		s.note(fmt.Sprintf("message %d", i))
	}
	s.showMessages()
	seen := 0
	for range 41 {
		s.canvas.FocusNext()
		if line, ok := s.canvas.Focused().(*kit.Line); ok {
			seen++
			at := s.app.Driver().AbsolutePositionForObject(line)
			if at.Y < 0 || at.Y+line.Size().Height > s.canvas.Size().Height {
				t.Errorf("message %d from the last is out of sight", seen)
			}
		}
	}
	if seen != 40 {
		t.Errorf("Tab goes through %d messages, want 40", seen)
	}
}

func TestTheArrowsGoFromOneChoiceToTheNext(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	for _, page := range []struct {
		show        func()
		first, next string
	}{{s.goHome, "Tous", model.DossierDrafting.String()}, {s.goSettings, "90 %", "100 %"}} {
		page.show()
		tick := func(label string) *kit.Tick {
			for _, at := range kit.Stops(s.root) {
				if t, ok := at.(*kit.Tick); ok && plainSpaces(t.Label) == label {
					return t
				}
			}
			t.Fatalf("no choice is called « %s »", label)
			return nil
		}
		s.canvas.Focus(tick(page.first))
		s.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		if now := tick(page.next); !now.On() || s.canvas.Focused() != fyne.Focusable(now) {
			t.Errorf("↓ from « %s »: « %s » is chosen: %t; the keyboard is in %T", page.first, page.next, now.On(), s.canvas.Focused())
		}
	}
}
