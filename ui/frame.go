package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/ui/kit"
)

// The pages that stand outside a dossier.
const (
	frameDossiers  = "accueil"
	framePortfolio = "portefeuille"
	frameTrash     = "corbeille"
	frameBackups   = "sauvegardes"
	frameSettings  = "reglages"
	frameGallery   = "composants"
	frameMerge     = "fusion"
)

// frame draws a page outside a dossier: its menu on the left, its title, its content.
func (s *Shell) frame(name, title, lead string, content fyne.CanvasObject) fyne.CanvasObject {
	page, _ := s.frameOver(name, title, lead, content)
	return page
}

// frameOver is frame, with what scrolls the content.
func (s *Shell) frameOver(name, title, lead string, content fyne.CanvasObject) (fyne.CanvasObject, *container.Scroll) {
	s.framed = name
	head := kit.VStack(kit.Scaled(6), kit.NewHeading(title, kit.SizeTitle, theme.ColorNameForeground),
		kit.NewParagraph(lead, kit.SizeLead, kit.ColorMuted))
	column := kit.VStack(kit.Scaled(20), head, content)
	scroll := kit.NewScroll(kit.AtMost(kit.Scaled(pageWidth+160), kit.Pad(28, 32, 32, 32, column)))
	kit.Follow(scroll)
	s.frameScroll = scroll
	return container.New(frameLayout{}, s.frameMenu(name), scroll), scroll
}

func (s *Shell) frameMenu(name string) fyne.CanvasObject {
	list := kit.VStack(kit.Scaled(4), kit.Pad(6, 10, 12, 10, brand()))
	for _, x := range []struct {
		name, title string
		icon        fyne.Resource
		do          func()
	}{
		{frameDossiers, "Dossiers", theme.FolderIcon(), s.goHome},
		{framePortfolio, "Portefeuille", kit.IconMoney(), s.goPortfolio},
		{frameTrash, "Corbeille", theme.DeleteIcon(), s.goTrash},
		{frameBackups, "Sauvegardes", theme.HistoryIcon(), s.goBackups},
		{frameSettings, "Réglages", theme.SettingsIcon(), s.goSettings},
	} {
		line := kit.NewListLine(kit.HStack(kit.Scaled(10), kit.NewIcon(x.icon, kit.ColorSideMuted, kit.Scaled(16)),
			kit.NewStrong(x.title, kit.SizeBody, kit.ColorSideText)), x.do).Padded(9, 10, 9, 10)
		line.OnSide, line.Active = true, x.name == name
		list.Add(line)
	}
	return kit.NewSurface(kit.ColorSide, list).Padded(14, 12, 14, 12)
}

// frameLayout gives the menu its width and the page the rest.
type frameLayout struct{}

// MinSize is called by Fyne.
func (frameLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 480) }

// Layout is called by Fyne.
func (frameLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	side := min(kit.Scaled(220), size.Width/3)
	objects[0].Resize(fyne.NewSize(side, size.Height))
	objects[1].Move(fyne.NewPos(side, 0))
	objects[1].Resize(fyne.NewSize(size.Width-side, size.Height))
}
