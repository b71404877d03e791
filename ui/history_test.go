package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"appuitechnique/storage"
	"appuitechnique/ui/kit"
)

// startAt opens the window with a clock that the test moves.
func startAt(t *testing.T, now *time.Time) *Shell {
	t.Helper()
	clock := func() time.Time { return *now }
	store, err := storage.Open(t.TempDir(), storage.Options{MinFree: 1, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	s := newShell(test.NewTempApp(t), store, Options{SaveDelay: -1, Now: clock})
	s.fill(test.NewTempWindow(t, nil))
	return s
}

// undoKeys hits Ctrl+Z or Ctrl+Y, which the driver gives to the menu first, whatever has the keyboard.
func undoKeys(s *Shell, keys fyne.Shortcut) {
	for _, menu := range s.window.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Shortcut != nil && item.Shortcut.ShortcutName() == keys.ShortcutName() {
				item.Action()
			}
		}
	}
}

func TestUndoCrossesFichesAndRestartsAndSaysWhat(t *testing.T) {
	now := noon
	s := startAt(t, &now)
	tapButton(t, s, "Nouveau dossier")
	s.editor.showFiche("mission.duration")
	write(t, s, "mission.months", "12")
	now = now.Add(time.Minute)
	s.editor.showFiche("project.summary")
	if s.editor.key != "project.summary" {
		s.editor.goTo("project.title")
	}
	s.editor.goTo("project.title")
	write(t, s, "project.title", "Halle aux blés")
	id := s.editor.dossier.ID
	s.goHome()
	s.openStored(id)

	s.editor.showFiche("town.commune")
	undoKeys(s, &fyne.ShortcutUndo{})
	if e := s.editor; e.field != "project.title" || e.dossier.Project.Title != "" || stored(t, s).Project.Title != "" {
		t.Errorf("at %s, the title is %q", e.field, e.dossier.Project.Title)
	}
	if !says(s, "de nouveau sans réponse.") {
		t.Error("the window does not say what was undone")
	}
	undoKeys(s, &fyne.ShortcutUndo{})
	if e := s.editor; e.key != "mission.duration" || e.dossier.Mission.Months != 0 {
		t.Errorf("on %s, %d months", e.key, e.dossier.Mission.Months)
	}
	undoKeys(s, &fyne.ShortcutUndo{})
	if !says(s, "Il n’y a rien de plus à annuler.") {
		t.Error("the window does not say that nothing is left to undo")
	}
	undoKeys(s, &fyne.ShortcutRedo{})
	undoKeys(s, &fyne.ShortcutRedo{})
	if d := stored(t, s); d.Mission.Months != 12 || d.Project.Title != "Halle aux blés" {
		t.Errorf("done again: %d months, %q", d.Mission.Months, d.Project.Title)
	}
	if got := input[*kit.Entry](t, s, "project.title").Text; got != "Halle aux blés" {
		t.Errorf("the field shows %q", got)
	}
	write(t, s, "project.title", " de Riom")
	if says(s, "Rétabli") {
		t.Error("what was done again is still said after something else")
	}
}

func TestUndoGoesToWhatWasDoneFirst(t *testing.T) {
	now := noon
	s := startAt(t, &now)
	tapButton(t, s, "Nouveau dossier")
	e := s.editor
	write(t, s, "town.code", "riom")
	press(s, fyne.KeyReturn)
	if !e.flush() {
		t.Fatal("not saved")
	}
	now = now.Add(time.Minute)
	shortcut(s, fyne.KeyModifierAlt, fyne.KeyDown)
	undoKeys(s, &fyne.ShortcutUndo{})
	if e.dossier.Town.Code != "" || e.field != "town.code" {
		t.Errorf("the commune taken back is %q, one is at %s", e.dossier.Town.Code, e.field)
	}
	if !says(s, "Annulé : « 1.1 Commune »") {
		t.Error("the window tells another answer than that of the person")
	}
	// The only note, then the only mark of the dossier.
	for _, tt := range []struct {
		name string
		do   func()
	}{
		{"a note", func() { e.goTo("mission.months"); e.note("mission.months", "à voir avec la DRH") }},
		{"a mark", func() { e.showFiche("mission.governance"); e.toggleReview() }},
	} {
		now = now.Add(time.Minute)
		tt.do()
		at := e.key
		e.showFiche("town.commune")
		for _, turn := range []fyne.Shortcut{&fyne.ShortcutUndo{}, &fyne.ShortcutRedo{}} {
			e.showFiche("town.commune")
			undoKeys(s, turn)
			if e.key != at {
				t.Errorf("%s: %s leads to %s, want %s", tt.name, turn.ShortcutName(), e.key, at)
			}
		}
	}
}

// The line that says what was undone takes of the height of the page, and leaves the question in sight.
func TestWhatIsUndoneIsInSight(t *testing.T) {
	now := noon
	s := startAt(t, &now)
	s.window.Resize(fyne.NewSize(1024, 700))
	s.setText(150)
	s.openExample("riom")
	e := s.editor
	for _, id := range []string{"mission.months", "mission.place", "mission.days"} {
		if _, _, ok := e.find(id); !ok {
			continue
		}
		e.goTo(id)
		write(t, s, id, "x")
		e.flush()
		now = now.Add(time.Minute)
		e.showFiche("town.commune")
		undoKeys(s, &fyne.ShortcutUndo{})
		undoKeys(s, &fyne.ShortcutRedo{})
		if box := e.form.Box(id); e.field != id || !inView(s, box) {
			t.Errorf("what is done again at %s is out of sight", id)
		}
	}
}

func TestARowThatComesBackHasTheKeyboard(t *testing.T) {
	now := noon
	s := startAt(t, &now)
	s.openExample("riom")
	e := s.editor
	e.enterFiche("mission.milestones")
	third := "3 · " + e.dossier.Mission.Milestones[2].Name
	removed := 0
	for range 40 {
		if b, ok := s.canvas.Focused().(*kit.Button); ok && b.Text == "Retirer" {
			if removed++; removed == 3 {
				break
			}
		}
		s.canvas.FocusNext()
	}
	press(s, fyne.KeyReturn)
	if len(e.dossier.Mission.Milestones) != 4 || says(s, third) {
		t.Fatalf("the third of the rows is not removed: %d are left", len(e.dossier.Mission.Milestones))
	}
	e.flush()
	undoKeys(s, &fyne.ShortcutUndo{})
	if line, ok := s.canvas.Focused().(*kit.Line); !ok || !strings.Contains(plainSpaces(line.AccessibilityLabel()), third) {
		t.Errorf("the keyboard is in %T, want the head of « %s »", s.canvas.Focused(), third)
	}
}

func TestUndoInADialogIsThatOfItsText(t *testing.T) {
	now := noon
	s := startAt(t, &now)
	tapButton(t, s, "Nouveau dossier")
	s.editor.showFiche("mission.duration")
	write(t, s, "mission.months", "12")
	s.editor.keepVersion()
	name, ok := s.canvas.Focused().(*kit.Entry)
	if !ok {
		t.Fatalf("the keyboard is on %T", s.canvas.Focused())
	}
	typeIn(s, name, "Envoyée")
	undoKeys(s, &fyne.ShortcutUndo{})
	if name.Text == "Envoyée" || s.editor.dossier.Mission.Months != 12 {
		t.Errorf("the dialog says %q, and the dossier %d", name.Text, s.editor.dossier.Mission.Months)
	}
}

func TestAVersionIsKeptFoundAndGoneBackTo(t *testing.T) {
	now := noon
	s := startAt(t, &now)
	s.remember(keyName, "Claire Petit")
	tapButton(t, s, "Nouveau dossier")
	s.editor.showFiche("mission.duration")
	write(t, s, "mission.months", "12")
	s.editor.keepVersion()
	typeIn(s, s.canvas.Focused().(*kit.Entry), "Avant la commission")
	press(s, fyne.KeyReturn)
	if !says(s, "« Avant la commission » est enregistrée") {
		t.Error("the window does not say that the version was kept")
	}
	now = now.Add(time.Hour)
	input[*kit.Entry](t, s, "mission.months").SetText("18")
	s.editor.goTo("mission.months")
	s.editor.panel.shown = showing{}
	s.editor.flush()
	s.editor.panel.refresh()
	if !says(s, "Modifié par Claire Petit aujourd’hui à 15 h 32. Auparavant : 12 mois.") {
		t.Error("the panel does not say who changed the answer")
	}

	s.editor.showHistory()
	for _, words := range []string{"« Avant la commission »", "Aujourd’hui à 14 h 32", "Claire Petit", "auparavant : 12 mois"} {
		if !says(s, words) {
			t.Errorf("the page does not say %q", words)
		}
	}
	all, err := s.store.History(s.editor.dossier.ID)
	if err != nil || len(all) != 3 {
		t.Fatalf("%d revisions, %v", len(all), err)
	}
	s.editor.askBack(all[1], "Avant la commission")
	tapButton(t, s, "Revenir à cette version")
	if d := stored(t, s); d.Mission.Months != 12 {
		t.Errorf("%d months", d.Mission.Months)
	}
	undoKeys(s, &fyne.ShortcutUndo{})
	if d := stored(t, s); d.Mission.Months != 18 || s.editor.field != "mission.months" {
		t.Errorf("the return was undone to %d months, at %s", d.Mission.Months, s.editor.field)
	}
}
