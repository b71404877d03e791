package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"appuitechnique/ui/system"
)

// answering has the dialog of the system end with that path or that error, and returns what it was asked.
func answering(s *Shell, path string, err error) *system.Dialog {
	asked := new(system.Dialog)
	s.options.Choose = func(_ context.Context, d system.Dialog) (string, error) {
		*asked = d
		return path, err
	}
	return asked
}

// TestTheDialogOfTheSystemSaysWhereToWrite exports the schedule there, under a name without its ending.
func TestTheDialogOfTheSystemSaysWhereToWrite(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	dir := t.TempDir()
	s.app.Preferences().SetString(keyFolder, dir)
	asked := answering(s, filepath.Join(dir, "échéancier"), nil)
	s.editor.exportSchedule()
	s.settle()
	if asked.Kind != system.SaveFile || filepath.Dir(asked.Path) != dir || len(asked.Endings) != 1 || asked.Endings[0] != ".xlsx" {
		t.Errorf("the dialog was asked %+v", *asked)
	}
	written, err := os.ReadFile(filepath.Join(dir, "échéancier.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	tapButton(t, s, "D’accord")

	// The dialog asked nothing about a file whose ending it did not know of.
	if err := os.WriteFile(filepath.Join(dir, "échéancier.xlsx"), []byte("un autre"), 0o644); err != nil {
		t.Fatal(err)
	}
	s.editor.exportSchedule()
	s.settle()
	if now, _ := os.ReadFile(filepath.Join(dir, "échéancier.xlsx")); string(now) != "un autre" {
		t.Error("a file was replaced without a word")
	}
	tapButton(t, s, "Remplacer")
	if now, _ := os.ReadFile(filepath.Join(dir, "échéancier.xlsx")); string(now) != string(written) {
		t.Error("the file was not replaced though it was asked for")
	}
}

func TestADialogClosedWithoutAChoiceDoesNothing(t *testing.T) {
	s := start(t)
	answering(s, "", system.ErrCancelled)
	s.chooseFolder(func(dir string) { t.Errorf("%q was chosen", dir) })
	s.settle()
	if s.canvas.Overlays().Top() != nil {
		t.Error("the window still waits")
	}
}

func TestEscapeTakesTheDialogOfTheSystemAway(t *testing.T) {
	s := start(t)
	shown := make(chan bool)
	s.options.Choose = func(ctx context.Context, _ system.Dialog) (string, error) {
		close(shown)
		<-ctx.Done()
		return "", ctx.Err()
	}
	s.chooseFolder(func(dir string) { t.Errorf("%q was chosen", dir) })
	<-shown
	if !says(s, "Répondez dans la fenêtre de fichiers qui s’est ouverte.") {
		t.Error("the window does not say what it waits for")
	}
	s.escape()
	s.settle()
	if s.canvas.Overlays().Top() != nil {
		t.Error("the window still waits")
	}
}

// TestWithoutADialogOfTheSystemOursServes also for the dialogs that follow.
func TestWithoutADialogOfTheSystemOursServes(t *testing.T) {
	s := start(t)
	answering(s, "", errors.New("zenity: no such program"))
	dir, got := t.TempDir(), ""
	for range 2 {
		got = ""
		s.chooseFolder(func(dir string) { got = dir })
		s.settle()
		fillPath(t, s, dir)
		tapButton(t, s, "Choisir ce dossier")
		if got != dir {
			t.Errorf("%q was chosen, want %q", got, dir)
		}
	}
}

// TestOurChooserServesWhereItIsPreferred though the system has dialogs.
func TestOurChooserServesWhereItIsPreferred(t *testing.T) {
	s := start(t)
	asked := answering(s, "/", nil)
	s.goSettings()
	tapTick(t, s, "Fenêtre du programme")
	dir, got := t.TempDir(), ""
	s.chooseFolder(func(dir string) { got = dir })
	fillPath(t, s, dir)
	tapButton(t, s, "Choisir ce dossier")
	if got != dir || asked.Title != "" {
		t.Errorf("%q was chosen, want %q; the system was asked %+v", got, dir, *asked)
	}
}
