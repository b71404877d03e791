package ui

import (
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"appuitechnique/model"
	appstorage "appuitechnique/storage"
	"appuitechnique/ui/kit"
)

// photograph writes a JPEG of one colour.
func photograph(t *testing.T, name string) string {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 60, 40))
	for y := range 40 {
		for x := range 60 {
			img.Set(x, y, color.RGBA{180, 60, 40, 255})
		}
	}
	path := filepath.Join(t.TempDir(), name)
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(f, img, nil); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// captions lists the fields of the page where a caption is typed.
func captions(s *Shell) []*kit.Entry {
	var out []*kit.Entry
	for _, o := range test.LaidOutObjects(s.canvas.Content()) {
		if x, ok := o.(*kit.Entry); ok && x.PlaceHolder == "Légende de l’image" {
			out = append(out, x)
		}
	}
	return out
}

// TestAPhotographDroppedOnTheWindowIsPrintedWithItsCaption drops one with a file that is no picture, writes a caption, finds
// both in the report, then takes the photograph away.
func TestAPhotographDroppedOnTheWindowIsPrintedWithItsCaption(t *testing.T) {
	s := start(t)
	path := photograph(t, "Façade.JPG")
	s.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
	if !says(s, "Ouvrez d’abord le dossier") {
		t.Error("a photograph let go over the home page is not answered")
	}
	s.dismiss()
	s.openExample("riom")
	e, words := s.editor, filepath.Join(t.TempDir(), "lettre.pdf")
	if err := os.WriteFile(words, []byte("no PDF"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path), storage.NewFileURI(words)})
	s.settle()
	if !says(s, "Un fichier n’a pas été joint") {
		t.Error("a file that may not be attached is not told")
	}
	s.dismiss()
	s.settle()
	if e.page != pagePieces || !says(s, "Façade.JPG") || !says(s, "figure 1 du rapport d’AMO") || len(captions(s)) != 1 {
		t.Fatalf("on the page %s, %d captions, the photograph is not shown", e.page, len(captions(s)))
	}
	typeIn(s, captions(s)[0], "La halle, vue du nord")
	s.canvas.Unfocus()
	all, err := s.store.Attachments(e.dossier.ID)
	if err != nil || len(all) != 1 || all[0].Title != "La halle, vue du nord" {
		t.Fatalf("the base holds %v, %v, want one photograph with its caption", all, err)
	}
	report := e.pagesOf(model.PaperStudy).Document
	if text := report.Text(); !strings.Contains(plainSpaces(text), "Figure 1 – La halle, vue du nord") {
		t.Error("the report does not show the photograph")
	}
	shortcut(s, ctrl, fyne.KeyZ) // the answers go back, not what is attached
	s.goHome()
	s.openStored(e.dossier.ID)
	s.settle()
	s.editor.openPieces()
	if len(captions(s)) != 1 || captions(s)[0].Text != "La halle, vue du nord" {
		t.Fatal("the photograph is lost when the dossier is opened again")
	}
	tapButton(t, s, "Retirer")
	if !says(s, "Retirer cette pièce ?") {
		t.Fatal("a photograph goes without a question")
	}
	answers := s.canvas.Focused().(*kit.Button)
	test.Tap(answers)
	s.settle()
	if len(captions(s)) != 0 || len(s.editor.dossier.Pictures) != 0 || !says(s, "Rien n’est encore joint") {
		t.Error("the photograph taken away is still there")
	}
}

// TestAFrozenReportKnowsItsPictures freezes a report with its photograph, has its scan come back as a JPEG, which is no
// photograph of the project, then changes the caption.
func TestAFrozenReportKnowsItsPictures(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	e := s.editor
	e.attach(photograph(t, "facade.jpg"))
	s.settle()
	e.showDocuments()
	e.freeze(model.PaperStudy, 1)
	s.settle()
	l := e.lives()[model.PaperStudy]
	if l.last == nil || len(l.moved) != 0 {
		t.Fatalf("it stands at %+v, want frozen and unmoved", l)
	}
	e.signed(l, photograph(t, "scan.jpg"), s.today())
	s.settle()
	e.readPieces(nil)
	s.settle()
	if l = e.lives()[model.PaperStudy]; len(e.dossier.Pictures) != 1 || len(l.moved) != 0 {
		t.Errorf("with the signed copy, %d figures and %v moved, want one and nothing", len(e.dossier.Pictures), l.moved)
	}
	photo := e.pieces.list[slices.IndexFunc(e.pieces.list, func(a appstorage.Attachment) bool { return a.IsPicture() })]
	e.caption(photo, "La façade sur la rue")
	if l = e.lives()[model.PaperStudy]; len(l.moved) != 1 || l.moved[0].Label != "Images du rapport" {
		t.Errorf("another caption: %v moved", l.moved)
	}
}
