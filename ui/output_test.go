//go:build !windows

package ui

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"appuitechnique/model"
)

// commands puts programs that read and print, and no other, on the PATH. They write down what they are asked and end with
// status; the files they are handed come to stand in a folder of the test.
func commands(t *testing.T, status string) (asked func() string) {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	log := filepath.Join(dir, "asked")
	for _, name := range []string{"lp", "xdg-open", "open"} {
		script := "#!/bin/sh\necho \"" + name + " $*\" >>'" + log + "'\nexit " + status + "\n"
		if err := os.WriteFile(filepath.Join(dir, name), []byte(script), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir)
	return func() string {
		b, err := os.ReadFile(log)
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		return string(b)
	}
}

func opener() string {
	if runtime.GOOS == "darwin" {
		return "open"
	}
	return "xdg-open"
}

// TestAPaperIsHandedToTheReaderAndToThePrinter does it from the page of the documents, with the keyboard.
func TestAPaperIsHandedToTheReaderAndToThePrinter(t *testing.T) {
	asked := commands(t, "0")
	s := start(t)
	s.openExample("riom")
	e := s.editor
	shortcut(s, ctrl, fyne.KeyP)
	if e.page != pageDocuments || asked() != "" {
		t.Fatalf("Ctrl+P leads to %s and calls %q, want the papers and no call", e.page, asked())
	}
	for e.paper != model.PaperSupport {
		s.canvas.FocusNext()
	}
	shortcut(s, ctrl, fyne.KeyP)
	if !says(s, "Imprimer « Convention de soutien » ?") || asked() != "" {
		t.Fatalf("Ctrl+P asks nothing, or calls %q", asked())
	}
	press(s, fyne.KeyReturn)
	s.settle()
	tapButton(t, s, "Ouvrir")
	s.settle()
	lines := strings.Split(strings.TrimSpace(asked()), "\n")
	if len(lines) != 2 || !strings.HasPrefix(lines[0], "lp -- ") || !strings.HasPrefix(lines[1], opener()+" ") {
		t.Fatalf("the programs were called by %q, want lp, then %s", lines, opener())
	}
	b, err := os.ReadFile(strings.TrimPrefix(lines[0], "lp -- "))
	if err != nil || !strings.HasPrefix(string(b), "%PDF-") || !strings.Contains(lines[0], "convention-soutien_riom_projet.pdf") {
		t.Errorf("%s: %v, want the convention as PDF", lines[0], err)
	}
	if s.canvas.Overlays().Top() != nil {
		t.Error("a dialog says that something went wrong")
	}
}

func TestWhereNothingReadsOrPrintsTheWindowSaysWhatToDo(t *testing.T) {
	asked := commands(t, "1")
	s := start(t)
	s.openExample("riom")
	e := s.editor
	e.print(model.PaperJob)
	tapButton(t, s, "Imprimer")
	s.settle()
	if !strings.HasPrefix(asked(), "lp -- ") || !says(s, "Aucune imprimante ne l’a accepté") {
		t.Errorf("called %q; the window does not say that nothing was printed", asked())
	}
	tapButton(t, s, "Ouvrir")
	s.settle()
	if !strings.Contains(asked(), opener()+" ") || !says(s, "Aucun programme de cet ordinateur n’ouvre les documents PDF") {
		t.Errorf("called %q; the window does not say that nothing was opened", asked())
	}
}
