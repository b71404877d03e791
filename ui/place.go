package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/storage"
	"appuitechnique/ui/kit"
)

// keyPlaced remembers the data folder whose place was told to be unsafe, so that it is told once.
const keyPlaced = "place-dite"

// judgePlace warns, once, of a data folder that a service synchronises or that stands on another computer.
func (s *Shell) judgePlace() {
	err := storage.CheckPlace(s.options.Folder)
	if err == nil || s.options.Relocate == nil || s.app.Preferences().String(keyPlaced) == s.options.Folder {
		return
	}
	s.app.Preferences().SetString(keyPlaced, s.options.Folder)
	s.ask("L’emplacement de vos dossiers", sentence(err), kit.NewButton("Plus tard", kit.Secondary, nil),
		kit.NewButton("Déplacer…", kit.Primary, s.askMove))
}

// place shows where the dossiers are, and moves them.
func (s *Shell) place() fyne.CanvasObject {
	folder := s.options.Folder
	if folder == "" {
		folder = "Aucun dossier de données n’est ouvert."
	}
	column := kit.VStack(kit.Scaled(12), kit.NewPanel(kit.ColorSurfaceAlt, kit.ColorBorder,
		kit.NewParagraph(folder, kit.SizeBody, theme.ColorNameForeground)))
	if s.store == nil {
		return column
	}
	if err := storage.CheckPlace(s.options.Folder); err != nil {
		column.Add(notice(sentence(err)))
	}
	if s.options.Relocate != nil {
		column.Add(kit.HStack(0, kit.NewButton("Déplacer…", kit.Secondary, s.askMove)))
	}
	return column
}

// askMove asks for a folder in which to move the dossiers.
func (s *Shell) askMove() {
	s.chooseFolder(func(dir string) {
		to := filepath.Join(dir, filepath.Base(s.options.Folder))
		if err := storage.CheckPlace(to); err != nil {
			s.message("Choisissez un autre emplacement", sentence(err))
			return
		}
		s.confirm("Déplacer vos dossiers ?", "Ils seront copiés, vérifiés, puis ouverts à cet endroit :\n"+to+"\nL’ancien dossier sera "+
			"gardé, sous un autre nom.", "Déplacer", func() { s.move(to) })
	})
}

// move carries the data folder to the folder to, and opens it there.
func (s *Shell) move(to string) {
	if !s.leave() {
		return
	}
	store, from := s.store, s.options.Folder
	s.store = nil
	g := &gate{shell: s, shut: true}
	g.wait()
	former := ""
	s.background(func() (err error) {
		if err = store.Close(); err != nil {
			return err
		}
		if former, err = storage.Move(from, to); err != nil {
			return err
		}
		_, err = s.options.Relocate(to)
		return err
	}, func(err error) {
		if err != nil {
			s.openBaseThen(func() { s.fail(err) })
			return
		}
		s.options.Folder = to
		s.openBaseThen(func() { s.moved(to, former) })
	})
}

func (s *Shell) moved(to, former string) {
	s.message("Vos dossiers ont été déplacés", "Ils sont maintenant ici :\n"+to+"\nL’ancien dossier ne sert plus ; il est gardé ici :\n"+
		former+"\nSupprimez-le quand vous aurez vérifié que tout est là.")
}

// readOnly is said where dossiers are shown that cannot be saved; nil when they can.
func (s *Shell) readOnly() fyne.CanvasObject {
	if s.store == nil {
		return nil
	}
	err := s.store.ReadOnly()
	if err == nil {
		return nil
	}
	again := kit.NewButton("Réessayer", kit.Secondary, s.retry)
	return kit.NewPanel(kit.ColorWarnTint, "", kit.VStack(kit.Scaled(10),
		kit.NewStrong("Lecture seule", kit.SizeBody, kit.ColorWarnText),
		kit.NewParagraph(sentence(err), kit.SizeBody, kit.ColorWarnText), kit.HStack(0, again)))
}

// retry looks whether there is room again.
func (s *Shell) retry() {
	s.background(s.store.Retry, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		if s.again != nil {
			s.again()
		}
	})
}
