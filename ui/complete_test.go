package ui

import (
	"archive/zip"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"appuitechnique/model/document"
)

func TestTheCompleteDossierIsWrittenFromThePageOfTheDocuments(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	s.editor.showDocuments()
	tapButton(t, s, "Dossier complet…")
	dir := t.TempDir()
	fillPath(t, s, dir)
	press(s, fyne.KeyReturn)
	s.settle()
	files, err := filepath.Glob(filepath.Join(dir, "*.zip"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%v, %v: want one zip", files, err)
	}
	z, err := zip.OpenReader(files[0])
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	if got, want := len(z.File), len(document.All())+3; got != want {
		t.Errorf("%d files, want %d", got, want)
	}
}
