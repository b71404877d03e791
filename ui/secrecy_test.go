package ui

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/storage"
	"appuitechnique/ui/kit"
	"appuitechnique/ui/paper"
)

const phrase = "lilas vapeur carton douze"

// behind opens the window over a base that is not open yet.
func behind(t *testing.T, dir string, minFree int64) *Shell {
	t.Helper()
	o := Options{SaveDelay: -1, Folder: dir}
	o.Open = func(phrase string, _ func(done, all int)) (*storage.Store, error) {
		store, err := storage.Open(dir, storage.Options{MinFree: minFree, Phrase: phrase})
		if err == nil {
			t.Cleanup(func() { _ = store.Close() })
		}
		return store, err
	}
	s := newShell(test.NewTempApp(t), nil, o)
	s.fill(test.NewTempWindow(t, nil))
	s.settle()
	return s
}

// said returns every word of the window and of the dialog over it.
func said(s *Shell) string {
	var all strings.Builder
	for _, root := range append(s.canvas.Overlays().List(), s.canvas.Content()) {
		for _, o := range test.LaidOutObjects(root) {
			switch x := o.(type) {
			case *kit.Text:
				if x.Visible() {
					all.WriteString(x.Words() + "\n")
				}
			case *kit.Button:
				all.WriteString(x.Text + "\n")
			}
		}
	}
	return strings.ReplaceAll(strings.ReplaceAll(all.String(), "\u00a0", " "), "\u202f", " ")
}

// fields lists the fields of the dialog on top, or of the page.
func fields(s *Shell) []*kit.Entry {
	root := s.canvas.Content()
	if top := s.canvas.Overlays().Top(); top != nil {
		root = top
	}
	var out []*kit.Entry
	for _, o := range test.LaidOutObjects(root) {
		if e, ok := o.(*kit.Entry); ok {
			out = append(out, e)
		}
	}
	return out
}

func TestABaseIsProtectedAskedForAndFreed(t *testing.T) {
	dir := t.TempDir()
	s := behind(t, dir, 1)
	s.openExample("riom")
	s.goSettings()
	tapButton(t, s, "Protéger par une phrase secrète…")
	for _, tt := range []struct{ first, second, says string }{
		{"riom", "riom", "au moins douze caractères"},
		{phrase, "lilas vapeur carton treize", "ne sont pas les mêmes"},
		{phrase, phrase, "Vos dossiers sont protégés"},
	} {
		for i, words := range []string{tt.first, tt.second} {
			fields(s)[i].SetText(words)
		}
		tapButton(t, s, "Protéger")
		s.settle()
		if !strings.Contains(said(s), tt.says) {
			t.Fatalf("%q, %q: got %s", tt.first, tt.second, said(s))
		}
	}
	if !strings.Contains(said(s), "ne sera plus montré") || !s.store.Protected() {
		t.Errorf("the code is not shown: %s", said(s))
	}
	if err := s.store.Close(); err != nil {
		t.Fatal(err)
	}
	s = behind(t, dir, 1)
	if !strings.Contains(said(s), "Vos dossiers sont protégés") || s.store != nil {
		t.Fatalf("the phrase is not asked for: %s", said(s))
	}
	shortcut(s, ctrl, "N") // no command works before
	for n, words := range []string{"", "lilas", "lilas", "lilas"} {
		e := fields(s)[0]
		e.SetText(words)
		e.OnSubmitted(words)
		s.settle()
		want := []string{"Écrivez la phrase secrète.", "Phrase secrète incorrecte.", "Phrase secrète incorrecte.", "Avez-vous la feuille de secours ?"}[n]
		if !strings.Contains(said(s), want) {
			t.Errorf("try %d: got %s", n, said(s))
		}
	}
	e := fields(s)[0]
	e.SetText(phrase)
	tapButton(t, s, "Ouvrir")
	s.settle()
	if s.store == nil || !strings.Contains(said(s), "Riom") {
		t.Fatalf("not opened: %s", said(s))
	}
	s.goSettings()
	tapButton(t, s, "Ne plus protéger…")
	fields(s)[0].SetText(phrase)
	tapButton(t, s, "Ne plus protéger")
	s.settle()
	if s.store.Protected() {
		t.Error("still protected")
	}
}

func TestAProtectedFileAsksForItsPhrase(t *testing.T) {
	s := start(t)
	d, _ := model.Example("riom")
	path := filepath.Join(t.TempDir(), "riom.acv")
	if err := storage.WriteProtected(path, d, phrase); err != nil {
		t.Fatal(err)
	}
	s.openPath(path)
	s.settle()
	for words, says := range map[string]string{"lilas": "Phrase secrète incorrecte."} {
		fields(s)[0].SetText(words)
		tapButton(t, s, "Ouvrir")
		s.settle()
		if !strings.Contains(said(s), says) {
			t.Errorf("%q: got %s", words, said(s))
		}
	}
	fields(s)[0].SetText(phrase)
	tapButton(t, s, "Ouvrir")
	s.settle()
	if s.editor == nil || s.editor.dossier.ID != d.ID {
		t.Error("the dossier is not open")
	}
}

func TestAnAlmostFullDiskIsSaidAndTriedAgain(t *testing.T) {
	dir := t.TempDir()
	store, err := storage.Open(dir, storage.Options{MinFree: 1})
	if err != nil {
		t.Fatal(err)
	}
	d, _ := model.Example("riom")
	if err := errors.Join(store.Save(d), store.Close()); err != nil {
		t.Fatal(err)
	}
	s := behind(t, dir, 1<<60)
	if words := said(s); !strings.Contains(words, "Lecture seule") || !strings.Contains(words, "presque plein") || !strings.Contains(words, "Riom") {
		t.Fatalf("got %s", words)
	}
	tapButton(t, s, "Réessayer")
	s.settle()
	if !strings.Contains(said(s), "Cela n’a pas pu être fait") {
		t.Errorf("still full: %s", said(s))
	}
	tapButton(t, s, "D’accord")
	s.openStored(d.ID)
	if words, bad := s.editor.saveState(); !bad || !strings.Contains(words, "Lecture seule") {
		t.Errorf("in the dossier: %q", words)
	}
}

func TestABaseThatDoesNotOpenSaysWhatToDo(t *testing.T) {
	dir := t.TempDir()
	held, err := storage.Open(dir, storage.Options{MinFree: 1})
	if err != nil {
		t.Fatal(err)
	}
	s := behind(t, dir, 1)
	if !strings.Contains(said(s), "Le logiciel est déjà ouvert") {
		t.Errorf("got %s", said(s))
	}
	if err := held.Close(); err != nil {
		t.Fatal(err)
	}
	tapButton(t, s, "Réessayer")
	s.settle()
	if s.store == nil {
		t.Errorf("not opened: %s", said(s))
	}
	file := filepath.Join(dir, "fichier")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s = behind(t, file, 1)
	if !strings.Contains(said(s), "n’est pas un dossier de l’ordinateur") {
		t.Errorf("got %s", said(s))
	}
}

func TestDossiersAreMovedFromASynchronisedFolder(t *testing.T) {
	root := t.TempDir()
	from, to := filepath.Join(root, "OneDrive", "AppuiTechnique"), filepath.Join(root, "là", "AppuiTechnique")
	if err := errors.Join(os.Mkdir(filepath.Join(root, "OneDrive"), 0o700), os.Mkdir(filepath.Join(root, "là"), 0o700)); err != nil {
		t.Fatal(err)
	}
	place := from
	o := Options{SaveDelay: -1, Folder: from}
	o.Open = func(string, func(done, all int)) (*storage.Store, error) {
		store, err := storage.Open(place, storage.Options{MinFree: 1})
		if err == nil {
			t.Cleanup(func() { _ = store.Close() })
		}
		return store, err
	}
	o.Relocate = func(dir string) (string, error) { place = dir; return dir, nil }
	s := newShell(test.NewTempApp(t), nil, o)
	s.fill(test.NewTempWindow(t, nil))
	s.settle()
	if !strings.Contains(said(s), "espace synchronisé") {
		t.Fatalf("not told: %s", said(s))
	}
	tapButton(t, s, "Plus tard")
	s.openExample("riom")
	s.move(to)
	s.settle()
	if s.options.Folder != to || !strings.Contains(said(s), "ont été déplacés") || !strings.Contains(said(s), "Riom") {
		t.Errorf("in %s: %s", s.options.Folder, said(s))
	}
	if _, err := os.Stat(from); err == nil {
		t.Error("the former folder still has its name")
	}
}

func TestTheRescueSheetIsOnePage(t *testing.T) {
	r, err := paper.Layout(document.RescueSheet("A5PX-22GP-PG67-SS0P-H013-AMM2-6VVH-RV4M", "/home/claire/.local/share/AppuiTechnique", "2026-11-23"))
	if err != nil || len(r.Pages) != 1 {
		t.Fatalf("%+v, %v", r, err)
	}
	b, err := start(t).sheet("A5PX-22GP-PG67-SS0P-H013-AMM2-6VVH-RV4M")
	if err != nil || !bytes.HasPrefix(b, []byte("%PDF-")) {
		t.Errorf("%d bytes, %v", len(b), err)
	}
}
