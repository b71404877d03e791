package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/assets"
	"appuitechnique/ui/kit"
)

// about says which program this is, and leads to the licences of what it is made of.
func (s *Shell) about() {
	s.ask(appName, "Version "+s.app.Metadata().Version+".\n\nAide à préparer un dossier d’appui technique Action Cœur de Ville. "+
		"Les textes produits sont à faire relire avant signature ; ils ne valent pas conseil juridique.\n\n"+
		"Tout reste sur cet ordinateur : le programme ne communique avec aucun réseau.",
		kit.NewButton("Composants et licences", kit.Secondary, s.showNotices), kit.NewButton("D’accord", kit.Primary, nil))
}

// A component is one thing that the program is made of, and the words of its licence.
type component struct{ name, version, licence, words string }

// components reads assets.Notices; it fails only where the program itself is damaged.
func components() ([]component, error) {
	notices, err := assets.Unpack(assets.Notices)
	if err != nil {
		return nil, fmt.Errorf("read the licences: %w", err)
	}
	var all []component
	for part := range strings.SplitSeq("\n"+string(notices), "\n=== ") {
		head, words, _ := strings.Cut(part, "\n")
		if f := strings.Split(head, "\t"); len(f) == 3 {
			all = append(all, component{f[0], f[1], f[2], strings.TrimSpace(words)})
		} else if len(all) > 0 { // a line of a licence that begins like ours
			all[len(all)-1].words += "\n=== " + part
		}
	}
	return all, nil
}

// showNotices lists the components; one that is chosen shows its licence.
func (s *Shell) showNotices() {
	all, err := components()
	if err != nil {
		s.fail(err)
		return
	}
	list := kit.VStack(0)
	body := kit.VStack(kit.Scaled(10), kit.NewHeading("Composants et licences", kit.SizeSection, theme.ColorNameForeground),
		kit.NewParagraph("Appui technique contient ces bibliothèques, ces polices et ces données. Choisissez un nom pour lire sa "+
			"licence, dans la langue où elle est écrite.", kit.SizeSmall, kit.ColorMuted))
	scroll := kit.NewScroll(list)
	for _, c := range all {
		words := kit.VStack(kit.Scaled(1), kit.NewLine(c.name, kit.SizeBody, theme.ColorNameForeground, true),
			kit.NewLine(c.licence+" · "+c.version, kit.SizeSmall, kit.ColorMuted, false))
		line := kit.NewListLine(words, func() { s.showLicence(c) })
		line.OnFocus = func() { kit.Reveal(scroll, line) }
		list.Add(line)
	}
	body.Add(kit.Tall(kit.Scaled(420), scroll))
	s.closable(640, body)
}

// showLicence shows the words of one licence.
func (s *Shell) showLicence(c component) {
	text := kit.NewParagraph(c.words, kit.SizeSmall, theme.ColorNameForeground)
	s.closable(720, kit.VStack(kit.Scaled(10), kit.NewHeading(c.name, kit.SizeSection, theme.ColorNameForeground),
		kit.NewParagraph(c.licence+" · "+c.version, kit.SizeSmall, kit.ColorMuted), kit.Tall(kit.Scaled(420), kit.NewScroll(text))))
}

// closable shows body over the window, with a button that takes it away.
func (s *Shell) closable(width float32, body *fyne.Container) {
	shut := kit.NewButton("Fermer", kit.Primary, nil)
	body.Add(kit.HStack(kit.Scaled(10), kit.Spacer(), shut))
	popup := s.over(width, body)
	shut.OnTapped = popup.Hide
	popup.Show()
	s.canvas.Focus(shut)
}
