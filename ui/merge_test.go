package ui

import (
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"appuitechnique/model"
	"appuitechnique/storage"
	"appuitechnique/ui/kit"
)

// metAgain opens a dossier that a file answers otherwise: 12 months here, 24 in the file, which has a summary too.
func metAgain(t *testing.T) (s *Shell, path string) {
	t.Helper()
	now := noon
	s = startAt(t, &now)
	d := model.New("a1", "2026-001", "2026-03-12")
	d.Town.Name, d.Mission.Months = "Riom", 12
	s.adopt(d)
	s.goHome()
	theirs := model.New("a1", "2026-007", "2026-03-12")
	theirs.Town.Name, theirs.Mission.Months, theirs.Project.Summary = "Riom", 24, "Un projet."
	path = filepath.Join(t.TempDir(), "riom.acv")
	if err := storage.WriteFile(path, theirs); err != nil {
		t.Fatal(err)
	}
	now = now.Add(time.Hour)
	return s, path
}

func ticksOf(s *Shell) map[string]*kit.Tick {
	out := map[string]*kit.Tick{}
	for _, o := range test.LaidOutObjects(s.canvas.Content()) {
		if x, ok := o.(*kit.Tick); ok {
			out[plainSpaces(x.Label)] = x
		}
	}
	return out
}

func TestAFileThatSaysOtherwiseIsMergedOnceEachConflictIsSettled(t *testing.T) {
	s, path := metAgain(t)
	s.openPath(path)
	s.settle()
	for _, words := range []string{"À départager", "Ce que le fichier apporte", "Un projet.", "Il reste 1 réponse à départager"} {
		if !says(s, words) {
			t.Errorf("the page does not say « %s »: %s", words, said(s))
		}
	}
	tapButton(t, s, "Fusionner")
	ours, ok := s.canvas.Focused().(*kit.Tick)
	if !ok || plainSpaces(ours.Label) != "La nôtre : 12 mois" || s.editor != nil {
		t.Fatalf("the keyboard is on %T, and not on what is to be settled", s.canvas.Focused())
	}
	press(s, fyne.KeyDown) // the arrow takes the other answer
	theirs := ticksOf(s)["Celle du fichier : 24 mois"]
	if theirs == nil || !theirs.On() || s.canvas.Focused() != theirs {
		t.Fatalf("the arrow does not choose the answer of the file")
	}
	if d, err := s.store.Load("a1"); err != nil || d.Mission.Months != 12 {
		t.Errorf("written before « Fusionner »: %v", err)
	}
	tapButton(t, s, "Fusionner")
	if d := stored(t, s); d.ID != "a1" || d.Mission.Months != 24 || d.Project.Summary != "Un projet." || d.Reference != "2026-001" {
		t.Errorf("merged: %d months, %q", d.Mission.Months, d.Project.Summary)
	}
	if !says(s, "Les deux copies sont fusionnées : 2 réponses du fichier.") {
		t.Errorf("nothing says what was merged: %s", said(s))
	}
	s.editor.showHistory()
	if !says(s, "Copie reçue par un fichier, fusionnée") || says(s, "passage") {
		t.Errorf("the history says %s", said(s))
	}
	undoKeys(s, &fyne.ShortcutUndo{})
	if d := stored(t, s); d.Mission.Months != 12 || d.Project.Summary != "" {
		t.Errorf("undone: %d months, %q", d.Mission.Months, d.Project.Summary)
	}
}

func TestBothDossiersCanBeKept(t *testing.T) {
	s, path := metAgain(t)
	s.openPath(path)
	s.settle()
	tapButton(t, s, "Garder toutes les nôtres")
	if !ticksOf(s)["La nôtre : 12 mois"].On() {
		t.Error("ours is not chosen")
	}
	tapButton(t, s, "Garder les deux dossiers")
	s.settle()
	if all, _ := s.store.List(); len(all) != 2 || s.editor.dossier.Mission.Months != 24 || s.editor.dossier.ID == "a1" {
		t.Errorf("the base holds %v", all)
	}
}
