package ui

import (
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"appuitechnique/model"
	"appuitechnique/storage"
	"appuitechnique/ui/paper"
)

// What is done to a whole dossier: each is one write in the store.

// newID names a dossier for ever.
func newID() string { return strings.ToLower(rand.Text()) }

func (s *Shell) nextReference() string { return s.store.NextReference(s.options.Now().Year()) }

// create begins an empty dossier.
func (s *Shell) create() {
	if !s.leave() {
		return
	}
	d := model.New(newID(), s.nextReference(), s.today())
	s.introduce(d)
	s.adopt(d)
	if s.editor != nil {
		s.editor.form.FocusFirst(s.canvas)
	}
}

// adopt saves a dossier that is new to the base and opens it.
func (s *Shell) adopt(d *model.Dossier) {
	if err := s.store.Save(d); err != nil {
		s.fail(err)
		return
	}
	s.openSaved(d)
}

func (s *Shell) openStored(id string) {
	if !s.leave() {
		return
	}
	d, err := s.store.Load(id)
	if err != nil {
		s.fail(err)
		return
	}
	s.open(d).enterPage()
}

// openExample opens a copy of a demonstration dossier.
func (s *Shell) openExample(name string) {
	d, ok := model.Example(name)
	if ok && s.leave() {
		s.adoptCopy(d)
	}
}

// adoptCopy gives d a name and a reference of its own.
func (s *Shell) adoptCopy(d *model.Dossier) {
	d.ID, d.Reference, d.Changed = newID(), s.nextReference(), s.today()
	s.adopt(d)
}

// importFile asks for a dossier that came as a file, and opens it.
func (s *Shell) importFile() { s.chooseFile(s.openPath, storage.Extension, ".json") }

// What is said while a file that came from elsewhere is read.
const (
	opening      = "Ouverture du fichier"
	nothingAdded = "Rien n’a été ajouté à vos dossiers."
)

// openPath opens a dossier that came as a file.
func (s *Shell) openPath(path string) {
	s.task(opening, nothingAdded, func(tell paper.Tell) error {
		if _, err := storage.ReadFile(path); err != nil {
			return err
		}
		return tell(0, 0)
	}, func(err error) {
		switch {
		case locked(err):
			opens := ""
			s.askFilePhrase(func(phrase string) error {
				_, err := storage.ReadProtected(path, phrase)
				opens = phrase
				return err
			}, func() { s.take(path, opens) })
		case err != nil:
			s.fail(err)
		default:
			s.take(path, "")
		}
	})
}

// take leaves what is open for a dossier that came from elsewhere.
func (s *Shell) take(path, phrase string) {
	if s.leave() {
		s.receive(path, phrase)
	}
}

// dropped takes the files let go over the window: a dossier opens, a picture or a PDF is attached to the open one.
func (s *Shell) dropped(_ fyne.Position, files []fyne.URI) {
	if len(files) == 0 || s.canvas.Overlays().Top() != nil || !s.opened() {
		return
	}
	var attached []string
	for _, f := range files {
		if slices.Contains(pieceEndings, strings.ToLower(filepath.Ext(f.Path()))) {
			attached = append(attached, f.Path())
		}
	}
	switch {
	case len(attached) == 0:
		s.openPath(files[0].Path())
	case s.editor == nil:
		s.message("À quel dossier joindre ce fichier ?", "Ouvrez d’abord le dossier, puis déposez de nouveau le fichier sur la fenêtre.")
	default:
		s.editor.attach(attached...)
	}
}

// exportCopy writes the open dossier as a portable file.
func (s *Shell) exportCopy() {
	e := s.editor
	if e == nil {
		return
	}
	// A dossier that cannot be saved is written all the same, without its history.
	e.flush()
	raw, err := storage.Encode(e.dossier) // as it is now: it is written off the UI goroutine
	if err != nil {
		s.fail(err)
		return
	}
	write := func(path, phrase string) {
		s.background(func() error {
			d, err := storage.Decode(raw)
			if err != nil {
				return err
			}
			return s.store.WritePackage(path, d, phrase)
		}, func(err error) {
			if err != nil {
				s.fail(err)
				return
			}
			s.message("Copie enregistrée", "Le dossier a été enregistré ici :\n"+path)
		})
	}
	s.chooseSealed(fileName(e.dossier), write)
}

// replacing asks before a file is replaced.
func (s *Shell) replacing(path string, do func()) {
	if _, err := os.Stat(path); err == nil {
		s.confirm("Remplacer ce fichier ?", "« "+filepath.Base(path)+" » existe déjà à cet endroit.", "Remplacer", do)
		return
	}
	do()
}

// fileName names the portable file of d in plain letters.
func fileName(d *model.Dossier) string {
	town := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, model.Fold(d.Town.Name))
	town = town[:min(len(town), 60)] // systems refuse names of more than 255 bytes, some 143
	return strings.Trim(fmt.Sprintf("%s_%s", d.Reference, town), "_-") + storage.Extension
}

// discard puts a dossier in the trash, where it can be had again, then does what follows.
func (s *Shell) discard(x storage.Summary, then func()) {
	s.confirm("Mettre ce dossier à la corbeille ?",
		fmt.Sprintf("« %s » (%s) quittera la liste. Vous pourrez le restaurer depuis la corbeille.", townOf(x), x.Reference),
		"Mettre à la corbeille", func() {
			if err := s.store.Delete(x.ID); err != nil {
				s.fail(err)
			}
			then()
		})
}

// discardOpen puts the open dossier in the trash.
func (s *Shell) discardOpen() {
	e := s.editor
	if e == nil {
		return
	}
	x := storage.Summary{ID: e.dossier.ID, Reference: e.dossier.Reference, Town: e.dossier.Town.Name}
	s.confirm("Mettre ce dossier à la corbeille ?",
		fmt.Sprintf("« %s » (%s) quittera la liste. Vous pourrez le restaurer depuis la corbeille.", townOf(x), x.Reference),
		"Mettre à la corbeille", func() {
			if !s.leave() {
				return
			}
			if err := s.store.Delete(x.ID); err != nil {
				s.fail(err)
			}
			s.home()
		})
}

func (s *Shell) restore(id string) {
	if err := s.store.Restore(id); err != nil {
		s.fail(err)
	}
	s.keeping(s.goTrash)
}
