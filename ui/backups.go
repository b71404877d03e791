package ui

import (
	"errors"
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/storage"
	"appuitechnique/ui/kit"
	"appuitechnique/ui/paper"
)

// backUpIfDue makes the backup of the day, or that of much writing, while the person goes on. Where nothing is saved by
// itself, nothing is backed up either.
func (s *Shell) backUpIfDue() {
	if s.store == nil || s.backing || s.options.SaveDelay < 0 || !s.store.BackupDue() {
		return
	}
	s.backUp(func(err error) {
		if err != nil {
			s.options.Log.Error("back up", "err", err)
		}
	})
}

// verify has the store read again what it took on trust when it opened, and tells what it repaired.
func (s *Shell) verify() {
	if s.store == nil || s.options.SaveDelay < 0 {
		return
	}
	words := ""
	s.background(func() (err error) {
		words, err = s.store.Verify()
		return err
	}, func(err error) {
		var e *storage.Error
		switch {
		case errors.As(err, &e) && e.Kind == storage.KindClosed:
		case err != nil:
			s.fail(err)
		case words != "":
			s.message("Vos dossiers ont été vérifiés", words)
		}
	})
}

// backUp makes a backup off the UI goroutine, one at a time.
func (s *Shell) backUp(then func(error)) {
	s.backing = true
	s.background(s.store.BackUp, func(err error) {
		s.backing, s.backupErr = false, err
		var e *storage.Error
		if errors.As(err, &e) && e.Kind == storage.KindClosed {
			return // the window was closed meanwhile
		}
		then(err)
	})
}

// lastBackup says when the last verified backup was made.
func (s *Shell) lastBackup() string {
	if s.store == nil {
		return ""
	}
	last := s.store.BackupState().Last
	if last.Path == "" {
		return "Aucune sauvegarde pour l’instant : la première se fera d’elle-même."
	}
	return "Dernière sauvegarde vérifiée : " + s.moment(last.Made) + "."
}

// moment writes when something happened: aujourd’hui à 14 h 32.
func (s *Shell) moment(t time.Time) string {
	day := model.DayOf(t)
	switch day {
	case s.today():
		return "aujourd’hui à " + clock(t)
	case model.DayOf(s.options.Now().AddDate(0, 0, -1)):
		return "hier à " + clock(t)
	}
	return "le " + day.String() + " à " + clock(t)
}

// goBackups shows the backups, what can be done with them, and how to come from another computer.
func (s *Shell) goBackups() {
	if !s.leave() {
		return
	}
	s.setTitle(appName)
	s.show(s.frame(frameBackups, "Sauvegardes", "Elles se font d’elles-mêmes, chaque jour où quelque chose a changé.",
		s.backups()), s.goBackups)
	s.countClear()
}

func (s *Shell) backups() fyne.CanvasObject {
	if s.store == nil {
		return kit.NewParagraph("Aucun dossier de données n’est ouvert.", kit.SizeBody, kit.ColorMuted)
	}
	state := s.store.BackupState()
	column := kit.VStack(kit.Scaled(18))
	for _, err := range []error{s.backupErr, state.Err} {
		if err != nil {
			column.Add(notice(sentence(err)))
		}
	}
	if told := s.clearNotice(); told != nil {
		column.Add(told)
	}
	column.Add(section("Sur cet ordinateur", "Chaque sauvegarde est relue jusqu’au dernier dossier. Sont gardées celles des sept "+
		"derniers jours, de quatre semaines et de douze mois.", kit.VStack(kit.Scaled(14),
		kit.NewHeading(s.lastBackup(), kit.SizeBody, theme.ColorNameForeground),
		kit.Flow(kit.Scaled(10), kit.NewButton("Sauvegarder maintenant", kit.Primary, s.backUpNow),
			kit.NewButton("Enregistrer dans un fichier…", kit.Secondary, s.backUpToFile)))))
	column.Add(section("Second emplacement", "Une clé USB, un autre disque ou un espace synchronisé : la dernière sauvegarde y est "+
		"copiée aussi.", s.secondPlace(state)))
	column.Add(section("Restaurer, ou changer d’ordinateur", "Vos dossiers actuels sont gardés à côté : rien n’est effacé. Sur un "+
		"nouvel ordinateur, choisissez le fichier de sauvegarde fait sur l’ancien.", s.restorable()))
	return column
}

// secondPlace shows where backups are copied, and changes it.
func (s *Shell) secondPlace(state storage.BackupState) fyne.CanvasObject {
	choice := kit.NewButton("Choisir un dossier…", kit.Secondary, func() { s.chooseFolder(s.setElsewhere) })
	if state.Elsewhere == "" {
		return kit.HStack(0, choice)
	}
	words := "La copie s’y fera à la prochaine sauvegarde."
	if state.Copied {
		words = "La dernière sauvegarde y est copiée."
	}
	return kit.VStack(kit.Scaled(12),
		kit.NewPanel(kit.ColorSurfaceAlt, kit.ColorBorder, kit.VStack(kit.Scaled(2),
			kit.NewParagraph(state.Elsewhere, kit.SizeBody, theme.ColorNameForeground),
			kit.NewParagraph(words, kit.SizeSmall, kit.ColorMuted))),
		kit.Flow(kit.Scaled(10), choice, kit.NewButton("Ne plus copier", kit.Secondary, func() { s.setElsewhere("") })))
}

func (s *Shell) setElsewhere(dir string) {
	if err := s.store.SetElsewhere(dir); err != nil {
		s.fail(err)
		return
	}
	if dir == "" {
		s.keeping(s.goBackups)
		return
	}
	s.backUpNow()
}

// restorable lists the backups of this computer, and asks for a file from another one.
func (s *Shell) restorable() fyne.CanvasObject {
	list := kit.VStack(kit.Scaled(6))
	all, err := s.store.Backups()
	if err != nil {
		list.Add(notice(sentence(err)))
	}
	for _, b := range all {
		line := kit.VStack(kit.Scaled(1), kit.NewStrong("Faite "+s.moment(b.Made), kit.SizeBody, theme.ColorNameForeground),
			kit.NewParagraph("relue et vérifiée, "+size(b.Size), kit.SizeSmall, kit.ColorMuted))
		back := kit.NewSmallButton("Restaurer", theme.HistoryIcon(), func() { s.askRestore(b.Path) })
		list.Add(kit.NewPanel(kit.ColorSurface, kit.ColorBorder, kit.Ended(kit.Scaled(10), line, back)))
	}
	list.Add(kit.Pad(6, 0, 0, 0, kit.HStack(0, kit.NewButton("Choisir un fichier de sauvegarde…", kit.Secondary, s.chooseBackup))))
	return list
}

// size writes a number of bytes for people.
func size(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d ko", max(n>>10, 1))
	}
	return fmt.Sprintf("%d Mo", n>>20)
}

func (s *Shell) backUpNow() {
	if s.backing {
		return
	}
	s.backUp(func(err error) {
		if err != nil {
			s.fail(err)
		}
		s.redrawBackups()
	})
}

// redrawBackups shows the page again, if the person is still there.
func (s *Shell) redrawBackups() {
	if s.framed == frameBackups && s.editor == nil {
		s.keeping(s.goBackups)
	}
}

// backUpToFile writes all the dossiers into one file, for a new computer. That of a protected base is protected already.
func (s *Shell) backUpToFile() {
	write := func(path, phrase string) {
		t := s.task("Sauvegarde de vos dossiers", "Rien n’a été écrit.", func(tell paper.Tell) error {
			return s.store.BackupProtected(path, phrase, percent(tell))
		}, func(err error) {
			if err != nil {
				s.fail(err)
				return
			}
			s.message("Sauvegarde enregistrée", "Tous vos dossiers sont dans ce fichier, qui a été relu et vérifié :\n"+path)
		})
		t.hundredths = true
	}
	name := "sauvegarde-" + s.options.Now().Format("2006-01-02") + storage.BackupExtension
	if s.store.Protected() {
		s.chooseTarget(name, func(path string) { write(path, "") })
		return
	}
	s.chooseSealed(name, write)
}

const nothingRestored = "Vos dossiers n’ont pas changé."

func (s *Shell) chooseBackup() { s.chooseFile(s.askRestore, storage.BackupExtension) }

// askRestore reads a backup to its last dossier, says what is in it, and asks.
func (s *Shell) askRestore(path string) {
	var c storage.Contents
	read := func(phrase string, w storage.Watch) (err error) {
		c, err = s.store.ReadBackup(path, phrase, w)
		return err
	}
	t := s.task("Lecture de la sauvegarde", nothingRestored, func(tell paper.Tell) error { return read("", percent(tell)) }, func(err error) {
		switch {
		case locked(err):
			with := ""
			s.askFilePhrase(func(phrase string) error {
				with = phrase
				return read(phrase, nil)
			}, func() { s.confirmRestore(path, with, c) })
		case err != nil:
			s.fail(err)
		default:
			s.confirmRestore(path, "", c)
		}
	})
	t.hundredths = true
}

func (s *Shell) confirmRestore(path, phrase string, c storage.Contents) {
	when := ""
	if !c.Made.IsZero() {
		when = ", faite " + s.moment(c.Made) + ","
	}
	trashed := ""
	if c.Trashed > 0 {
		trashed = fmt.Sprintf(", et %d dans la corbeille", c.Trashed)
	}
	s.confirm("Restaurer cette sauvegarde ?", fmt.Sprintf("Cette sauvegarde%s contient %s%s. Elle prendra la place de vos dossiers "+
		"actuels, qui seront gardés à côté.", when, plural(c.Dossiers, "dossier"), trashed), "Restaurer",
		func() { s.restoreBackup(path, phrase) })
}

func plural(n int, word string) string {
	if n > 1 {
		word += "s"
	}
	return model.FormatInt(n) + " " + word
}

func (s *Shell) restoreBackup(path, phrase string) {
	var kept string
	t := s.task("Restauration de vos dossiers", nothingRestored, func(tell paper.Tell) (err error) {
		kept, err = s.store.RestoreBackup(path, phrase, percent(tell))
		return err
	}, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.home()
		s.message("Dossiers restaurés", "Vos dossiers d’avant sont gardés ici :\n"+kept)
	})
	t.hundredths = true
}
