package ui

import (
	"fmt"

	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// goTrash shows the dossiers that were deleted.
func (s *Shell) goTrash() {
	if !s.leave() {
		return
	}
	s.setTitle(appName)
	list := kit.VStack(kit.Scaled(8))
	if s.store != nil {
		trash := s.store.Trash()
		for _, x := range trash {
			words := kit.VStack(kit.Scaled(1), kit.NewHeading(townOf(x.Summary), kit.SizeBody, theme.ColorNameForeground),
				kit.NewParagraph(fmt.Sprintf("%s · supprimé le %s", x.Reference, model.DayOf(x.Deleted)), kit.SizeSmall, kit.ColorMuted))
			back := kit.NewSmallButton("Restaurer", theme.ContentUndoIcon(), func() { s.restore(x.ID) })
			erase := kit.NewSmallButton("Effacer définitivement", theme.DeleteIcon(), func() { s.askErase(x) })
			list.Add(kit.NewPanel(kit.ColorSurface, kit.ColorBorder, kit.Turned(kit.Scaled(10), words, kit.HStack(0, back, erase))))
		}
		if len(trash) > 1 {
			list.Add(kit.Pad(8, 0, 0, 0, kit.HStack(0, kit.NewButton("Vider la corbeille", kit.Secondary, func() { s.askErase(trash...) }))))
		}
	}
	if len(list.Objects) == 0 {
		list.Add(kit.NewParagraph("La corbeille est vide.", kit.SizeBody, kit.ColorMuted))
	}
	s.show(s.frame(frameTrash, "Corbeille", "Un dossier supprimé reste ici : rien n’est jamais effacé de lui-même.", list), s.goTrash)
}
