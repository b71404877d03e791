//go:build journey

package main

import (
	"image"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"appuitechnique/model"
	"appuitechnique/storage"
)

// A file of the base is damaged while the program is closed: the window says that nothing was lost, and nothing is. All is
// then taken to another computer by one file, and protected there by a phrase.
func TestJourneyOfADamagedBaseAndOfANewComputer(t *testing.T) {
	const visitors = "Mme Lefèvre, élue"
	j := newJourney(t)
	j.bring("riom")
	j.open()
	j.resume("Riom")
	j.goTo(&j.asked.Study.Visitors)
	j.press("ctrl+a")
	j.write(visitors)
	j.quit()

	manifest := filepath.Join(j.base, "base", "MANIFEST")
	if err := os.Truncate(manifest, 3); err != nil {
		t.Fatal(err)
	}
	if words := j.toldAtOpening(); !strings.Contains(words, "rien n’a été perdu") {
		t.Errorf("the store says %q, want that nothing was lost", words)
	}
	j.open()
	j.until("ce qui a été réparé", notified)
	j.shoot("7-base-abimee")
	j.resume("Riom")
	j.goTo(&j.asked.Study.Visitors)
	j.shoot("8-rien-n-est-perdu")
	j.quit()
	if got := j.saved().Study.Visitors; got != visitors {
		t.Errorf("the visitors are %q, want %q", got, visitors)
	}

	key := filepath.Join(t.TempDir(), "cle.sauv")
	j.verb("sauvegarder", key)
	j.base = filepath.Join(t.TempDir(), "nouveau")
	j.open()
	j.restoreFrom(key)
	j.quit()
	if got := j.saved().Study.Visitors; got != visitors {
		t.Errorf("on the new computer the visitors are %q, want %q", got, visitors)
	}
	j.behindAPhrase(visitors)
}

// restoreFrom takes up the backup at path by the keyboard, from the first page of an empty base.
func (j *journey) restoreFrom(path string) {
	j.t.Helper()
	j.press("Tab", "Tab", "Tab", "Tab", "Return") // past « Dossiers », « Portefeuille » and « Corbeille »: « Sauvegardes »
	j.shoot("9-sauvegardes")
	j.press("shift+Tab", "Return") // the last of the page: « Choisir un fichier de sauvegarde… »
	j.until("le choix du fichier", asking)
	j.press("ctrl+a")
	j.write(path)
	j.run("xdotool", "key", "Return")
	j.until("la question", narrowQuestion)
	j.settle()
	j.shoot("10-restaurer")
	j.press("Return")
	j.awaitFile(filepath.Join(j.base, "ancien-*"))
	j.until("ce qui a été restauré", narrowQuestion)
	j.settle()
	j.shoot("11-restaure")
	j.press("Return")
}

// behindAPhrase protects the base, and opens it by the phrase.
func (j *journey) behindAPhrase(visitors string) {
	j.t.Helper()
	const phrase = "lilas vapeur carton douze"
	s, err := storage.Open(j.base, storage.Options{})
	if err != nil {
		j.t.Fatal(err)
	}
	if _, err := s.Protect(phrase); err != nil {
		j.t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		j.t.Fatal(err)
	}
	j.start()
	j.await("Appui technique")
	j.until("la page de la phrase", onPhrase)
	j.settle()
	j.write("lilas")
	j.run("xdotool", "key", "Return")
	j.until("le refus de la phrase", refused)
	j.settle()
	j.shoot("12-phrase")
	j.press("ctrl+a")
	j.write(phrase)
	j.run("xdotool", "key", "Return")
	j.until("page d’accueil", onHome)
	j.settle()
	j.shoot("13-phrase-acceptee")
	j.resume("Riom")
	j.quit()
	if s, err = storage.Open(j.base, storage.Options{Phrase: phrase}); err != nil {
		j.t.Fatal(err)
	}
	defer s.Close()
	all, err := s.List()
	if err != nil || len(all) != 1 {
		j.t.Fatalf("behind the phrase stand %v, %v", all, err)
	}
	if d, err := s.Load(all[0].ID); err != nil || d.Study.Visitors != visitors {
		j.t.Errorf("behind the phrase: %+v, %v", d, err)
	}
}

// bring adds the demonstration dossier of that town to the base.
func (j *journey) bring(town string) {
	j.t.Helper()
	d, ok := model.Example(town)
	if !ok {
		j.t.Fatal("no example " + town)
	}
	path := filepath.Join(j.t.TempDir(), town+storage.Extension)
	if err := storage.WriteFile(path, d); err != nil {
		j.t.Fatal(err)
	}
	j.verb("importer", path)
}

// toldAtOpening is what the store says of the base as it stands, found out on a copy of it.
func (j *journey) toldAtOpening() string {
	j.t.Helper()
	dir := filepath.Join(j.t.TempDir(), "copie")
	if err := os.CopyFS(dir, os.DirFS(j.base)); err != nil {
		j.t.Fatal(err)
	}
	s, err := storage.Open(dir, storage.Options{})
	if err != nil {
		j.t.Fatal(err)
	}
	defer s.Close()
	return s.Notice()
}

// awaitFile waits for a file or a folder of that pattern.
func (j *journey) awaitFile(pattern string) {
	j.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if found, err := filepath.Glob(pattern); err == nil && len(found) > 0 {
			return
		}
	}
	j.shoot("jamais-ecrit")
	j.t.Fatalf("nothing is called %s after %s", pattern, patience)
}

// until waits for a picture that shows what.
func (s *screen) until(what string, shown func(*image.RGBA) bool) {
	s.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		if shown(s.picture()) {
			return
		}
	}
	s.shoot("jamais-montre")
	s.t.Fatalf("the window does not show « %s » after %s", what, patience)
}

// Colours of the light theme.
var (
	menuInk    = color.RGBA{0x10, 0x34, 0x3a, 0xff} // ground of the menu
	groundInk  = color.RGBA{0xf5, 0xf4, 0xef, 0xff} // ground of the page
	primaryInk = color.RGBA{0x0b, 0x5f, 0x68, 0xff} // main button
	noticeInk  = color.RGBA{0xfd, 0xf1, 0xda, 0xff} // ground of a notice
	cardInk    = color.RGBA{0xff, 0xff, 0xff, 0xff} // ground of a card, and of a dialog
)

// onHome tells a page beside the menu of the dossiers, without a dialog over it.
func onHome(img *image.RGBA) bool { return img.RGBAAt(20, 700) == menuInk }

// onPhrase tells the page that asks for the phrase: no menu, and the button « Ouvrir », which waits.
func onPhrase(img *image.RGBA) bool {
	n := 0
	for y := range img.Rect.Dy() {
		if img.RGBAAt(412, y) == primaryInk {
			n++
		}
	}
	return img.RGBAAt(20, 700) == groundInk && n > 15
}

// refused tells the same page, once it has said what is wrong: the field and the words are red.
func refused(img *image.RGBA) bool {
	n := 0
	for i := 0; i+3 < len(img.Pix); i += 4 {
		if img.Pix[i] > 140 && img.Pix[i+1] < 90 && img.Pix[i+2] < 90 {
			n++
		}
	}
	return onPhrase(img) && n > 200
}

func notified(img *image.RGBA) bool { return onHome(img) && count(img, noticeInk) > 10000 }

// asking tells that a dialog stands over the page: its menu is in the shade.
func asking(img *image.RGBA) bool {
	c := img.RGBAAt(20, 700)
	return c != menuInk && c != groundInk && count(img, cardInk) > 10000
}

// narrowQuestion tells a dialog that is narrower than the one which chooses a file.
func narrowQuestion(img *image.RGBA) bool {
	for y := range img.Rect.Dy() {
		if img.RGBAAt(360, y) == cardInk {
			return false
		}
	}
	return asking(img)
}

func count(img *image.RGBA, ink color.RGBA) int {
	n := 0
	for i := 0; i+3 < len(img.Pix); i += 4 {
		if img.Pix[i] == ink.R && img.Pix[i+1] == ink.G && img.Pix[i+2] == ink.B {
			n++
		}
	}
	return n
}
