package ui

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	uri "fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/storage"
	"appuitechnique/ui/kit"
)

func TestTheHomePageFindsCopiesAndRestores(t *testing.T) {
	s := start(t)
	for _, name := range model.ExampleNames() {
		s.openExample(name)
		s.goHome()
	}
	all, err := s.store.List()
	if err != nil || len(all) != 4 {
		t.Fatalf("the base holds %d dossiers, %v, want the 4 copies", len(all), err)
	}
	h := &homePage{shell: s}
	h.content()
	typeIn(s, h.search, "briancon")
	if len(h.list.Objects) != 1 {
		t.Errorf("« briancon » finds %d dossiers, want 1", len(h.list.Objects))
	}
	s.askCopy(all[0].ID)
	tapButton(t, s, "Tout reprendre")
	tapButton(t, s, "Créer le dossier")
	if s.editor.dossier.ID == all[0].ID || s.editor.dossier.Reference == all[0].Reference {
		t.Error("the copy has the name or the reference of what was copied")
	}
	s.discardOpen()
	tapButton(t, s, "Mettre à la corbeille")
	trash := s.store.Trash()
	if len(trash) != 1 {
		t.Fatalf("the trash holds %d dossiers, want 1", len(trash))
	}
	s.goTrash()
	tapButton(t, s, "Restaurer")
	if all, _ := s.store.List(); len(all) != 5 {
		t.Errorf("the base holds %d dossiers after restoring, want 5", len(all))
	}
}

func TestTheLastDossierIsOfferedFirst(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	riom := s.editor.dossier.ID
	s.openExample("bastia")
	s.openStored(riom)
	s.editor.showFiche("mission.duration")
	s.editor.showReview()
	s.goHome()
	tapButton(t, s, "Reprendre")
	if s.editor == nil || s.editor.dossier.ID != riom {
		t.Fatal("« Reprendre » does not open the dossier that was open last")
	}
	if s.editor.key != "mission.duration" {
		t.Errorf("« Reprendre » opens the fiche %s, want that where the person was", s.editor.key)
	}
}

func TestADossierTravelsThroughAFile(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	dir := filepath.Join(t.TempDir(), "à emporter")
	s.exportCopy()
	fillPath(t, s, dir)
	tapButton(t, s, "Enregistrer ici")
	tapButton(t, s, "Créer ce dossier")
	tapButton(t, s, "Enregistrer ici")
	s.settle()
	tapButton(t, s, "D’accord")
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 1 || files[0].Name() != "2026-001_riom.acv" {
		t.Fatalf("the folder holds %v, %v, want 2026-001_riom.acv", files, err)
	}
	s.importFile()
	fillPath(t, s, filepath.Join(dir, files[0].Name()))
	tapButton(t, s, "Ouvrir")
	s.settle()
	if !says(s, "le fichier n’apporte aucune réponse nouvelle") {
		t.Errorf("nothing says that the dossier was already there: %s", said(s))
	}
	if all, _ := s.store.List(); len(all) != 1 {
		t.Errorf("the base holds %v, want Riom alone", all)
	}
	tapButton(t, s, "D’accord")
	s.editor.dossier.Project.Title = "Autrement"
	if err := s.store.Save(s.editor.dossier); err != nil {
		t.Fatal(err)
	}
	s.importFile()
	fillPath(t, s, filepath.Join(dir, files[0].Name()))
	tapButton(t, s, "Ouvrir")
	s.settle()
	// the file is of an earlier day: nothing in it is new
	if !says(s, "le fichier n’apporte aucune réponse nouvelle") || s.editor.dossier.Project.Title != "Autrement" {
		t.Errorf("an earlier copy changed the dossier, or nothing is said: %s", said(s))
	}
	tapButton(t, s, "D’accord")
	if all, _ := s.store.List(); len(all) != 1 {
		t.Errorf("the base holds %v, want Riom alone", all)
	}
}

func TestAFileLetGoOverTheWindowOpens(t *testing.T) {
	s := start(t)
	d, _ := model.Example("bastia")
	path := filepath.Join(t.TempDir(), "bastia.acv")
	if err := storage.WriteFile(path, d); err != nil {
		t.Fatal(err)
	}
	s.dropped(fyne.Position{}, []fyne.URI{uri.NewFileURI(path)})
	s.settle()
	if s.editor == nil || s.editor.dossier.Town.Name != "Bastia" {
		t.Error("the file does not open")
	}
}

func TestAForeignFileIsRefusedInASentence(t *testing.T) {
	s := start(t)
	path := filepath.Join(t.TempDir(), "photo.acv")
	if err := os.WriteFile(path, []byte("ceci n’est pas un dossier"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.importFile()
	fillPath(t, s, path)
	tapButton(t, s, "Ouvrir")
	s.settle()
	if buttons(s)["D’accord"] == nil || s.editor != nil {
		t.Error("a foreign file is not refused, or opens something")
	}
	s.dismiss()
	if s.canvas.Overlays().Top() != nil {
		t.Error("Escape does not close the message")
	}
}

// fillPath writes path in the dialog of files.
func fillPath(t *testing.T, s *Shell, path string) {
	t.Helper()
	e, ok := s.canvas.Focused().(*kit.Entry)
	if !ok {
		t.Fatalf("the keyboard is in %T, want the path", s.canvas.Focused())
	}
	e.SetText(path)
}

func TestThePapersAreWrittenInTheFolderChosen(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	dir := t.TempDir()
	var paths []string
	s.editor.write(dir, document.All(), nil, func(written []string, err error) {
		if paths = written; err != nil {
			t.Error(err)
		}
	})
	s.settle()
	for _, id := range document.All() {
		found, err := filepath.Glob(filepath.Join(dir, "20261123_"+string(id)+"_riom_projet.pdf"))
		if err != nil || len(found) != 1 {
			t.Errorf("%s: %v, %v, want one PDF", id, found, err)
			continue
		}
		if b, err := os.ReadFile(found[0]); err != nil || !bytes.HasPrefix(b, []byte("%PDF-")) {
			t.Errorf("%s: %.8q, %v, want a PDF", id, b, err)
		}
	}
	if len(paths) != len(document.All()) {
		t.Errorf("%d files are named, want %d", len(paths), len(document.All()))
	}
}

func TestTheSettingsIntroduceTheAuthorOfNewDossiers(t *testing.T) {
	s := start(t)
	s.goSettings()
	for _, o := range test.LaidOutObjects(s.canvas.Content()) {
		if e, ok := o.(*kit.Entry); ok {
			typeIn(s, e, "Cabinet Exemple")
		}
	}
	s.create()
	d := stored(t, s)
	if d.Study.Provider != "Cabinet Exemple" || d.Study.Lead != "Cabinet Exemple" {
		t.Errorf("provider, lead = %q, %q, want what the settings say", d.Study.Provider, d.Study.Lead)
	}
	if got := d.Marks.Origins["study.provider"]; got != model.OriginDefault {
		t.Errorf("the provider is %q, want marked by default", got)
	}
}

func TestTheTextGrowsWithoutLosingTheFiche(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	s.editor.showFiche("mission.duration")
	write(t, s, "mission.months", "9")
	s.setText(150)
	if s.editor.key != "mission.duration" {
		t.Errorf("larger text leads to %s", s.editor.key)
	}
	if got := kit.Scaled(100); got != 150 {
		t.Errorf("100 units are %v at 150 %%", got)
	}
}
