package ui

import (
	"fyne.io/fyne/v2"

	"appuitechnique/ui/kit"
)

// countClear looks, off the UI goroutine, for the copies of the second place that are in clear though the dossiers are
// protected, and shows the page again when there is something else to say.
func (s *Shell) countClear() {
	if s.store == nil || !s.store.Protected() {
		s.clearCopies = 0
		return
	}
	n := 0
	s.background(func() (err error) {
		n, err = s.store.ClearElsewhere()
		return err
	}, func(err error) {
		if err != nil {
			s.options.Log.Error("look for copies in clear", "err", err)
		}
		if err == nil && n != s.clearCopies {
			s.clearCopies = n
			s.redrawBackups()
		}
	})
}

// clearNotice tells of the copies that anybody can read, with both ways out; nil when there are none.
func (s *Shell) clearNotice() fyne.CanvasObject {
	if s.clearCopies == 0 {
		return nil
	}
	words := "Le second emplacement contient encore " + plural(s.clearCopies, "fichier") + " d’avant la phrase secrète, que tout le monde " +
		"peut lire. Protégez-les par la même phrase, ou supprimez-les."
	return kit.NewPanel(kit.ColorWarnTint, "", kit.VStack(kit.Scaled(10),
		kit.NewStrong("Des copies ne sont pas protégées", kit.SizeBody, kit.ColorWarnText),
		kit.NewParagraph(words, kit.SizeBody, kit.ColorWarnText),
		kit.Flow(kit.Scaled(10), kit.NewButton("Protéger ces copies", kit.Secondary, func() { s.clear(s.store.SealElsewhere) }),
			kit.NewButton("Supprimer ces copies…", kit.Secondary, s.askDropClear))))
}

func (s *Shell) askDropClear() {
	s.confirm("Supprimer les copies lisibles ?", "Les copies du second emplacement qui ne sont pas protégées seront supprimées pour toujours. "+
		"Les sauvegardes de cet ordinateur restent.", "Supprimer", func() { s.clear(s.store.DropClearElsewhere) })
}

// clear ends what clearNotice tells of.
func (s *Shell) clear(work func() error) {
	s.background(work, func(err error) {
		if err != nil {
			s.fail(err)
		}
		s.countClear()
	})
}
