package ui

import (
	"path/filepath"
	"testing"

	"appuitechnique/model"
	"appuitechnique/storage"
)

// Another start of the program, from a double click on a file, speaks to this window.
func TestAFileAskedForFromOutsideOpensOverAWaitingDialog(t *testing.T) {
	s := start(t)
	d, ok := model.Example("riom")
	if !ok {
		t.Fatal("no example")
	}
	path := filepath.Join(t.TempDir(), "Prénom Été.acv")
	if err := storage.WriteFile(path, d); err != nil {
		t.Fatal(err)
	}
	s.message("Un instant", "Une question attend sa réponse.")
	s.called("")
	if s.canvas.Overlays().Top() == nil {
		t.Error("to come to the front closed the dialog")
	}
	s.called(path)
	s.settle()
	if s.canvas.Overlays().Top() != nil {
		t.Error("the dialog is still there")
	}
	if s.editor == nil || s.editor.dossier.Town.Name != "Riom" {
		t.Error("the dossier of the file is not open")
	}
}
