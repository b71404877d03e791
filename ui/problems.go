package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// A problem is one thing to correct in the dossier, and the question it leads to.
type problem struct {
	fiche   model.Fiche
	field   string // ID of the question
	label   string
	message string
}

// look finds what is wrong in the dossier as it stands.
func (e *editor) look() []problem {
	var found []problem
	for _, fiche := range model.Fiches(e.parts) {
		fiche.EachShown(func(f model.Field) {
			if err := f.Problem(); err != nil {
				found = append(found, problem{fiche, f.ID, f.Label, err.Error()})
			}
		})
	}
	return found
}

// writeProblems lists what is wrong on this fiche, then in the rest of the dossier.
func (p *panel) writeProblems() {
	var here, elsewhere []problem
	for _, x := range p.found {
		if x.fiche.Key == p.editor.key {
			here = append(here, x)
		} else {
			elsewhere = append(elsewhere, x)
		}
	}
	if len(p.found) == 0 {
		p.body.Add(kit.Beside(kit.Scaled(10), newMark(model.StatusComplete, false),
			kit.NewParagraph("Rien à corriger dans ce dossier.", kit.SizeSmall, theme.ColorNameForeground)))
		return
	}
	p.group("Sur cette fiche", here)
	p.group("Dans le reste du dossier", elsewhere)
}

func (p *panel) group(title string, list []problem) {
	if len(list) == 0 {
		return
	}
	p.body.Add(kit.NewStrong(title, kit.SizeSmall, theme.ColorNameForeground))
	lines := kit.VStack(kit.Scaled(6))
	for _, x := range list {
		lines.Add(p.line(x))
	}
	p.body.Add(lines)
}

func (p *panel) line(x problem) fyne.CanvasObject {
	words := kit.VStack(kit.Scaled(2), kit.NewHeading(x.label, kit.SizeSmall, theme.ColorNameForeground),
		kit.NewParagraph(x.message, kit.SizeSmall, kit.ColorMuted))
	icon := kit.NewIcon(kit.IconError(), theme.ColorNameError, kit.Scaled(16))
	line := kit.NewListLine(kit.Beside(kit.Scaled(8), kit.VStack(0, icon), words), func() { p.editor.goTo(x.field) })
	line.OnFocus = func() { kit.Reveal(p.scroll, line) }
	ground := kit.NewSurface(kit.ColorSurface, line)
	ground.Stroke, ground.Radius = kit.ColorBorder, 9
	return ground
}

// step goes to the next problem after the question that has the keyboard, or to the one before; round the ends.
func (e *editor) step(by int) {
	found := e.look()
	if len(found) == 0 {
		return
	}
	at := -1
	if by < 0 {
		at = 0
	}
	for i, x := range found {
		if x.field == e.field && e.page == pageFiche {
			at = i
		}
	}
	e.goTo(found[(at+by+len(found))%len(found)].field)
}

// writeUses says where the answer is used.
func (p *panel) writeUses(model.Field) {}

// sayFailure shows or hides the banner that says the answers are not on the disk, and what to do.
func (e *editor) sayFailure() {
	if e.failed == nil {
		if len(e.banner.Objects) > 0 {
			e.banner.RemoveAll()
			e.panes.arrange()
		}
		return
	}
	if len(e.banner.Objects) > 0 {
		return
	}
	words := kit.VStack(kit.Scaled(4),
		kit.NewHeading("Vos dernières réponses ne sont pas enregistrées", kit.SizeBody, theme.ColorNameError),
		kit.NewParagraph(sentence(e.failed)+" Elles restent à l’écran : recommencez, ou enregistrez une copie ailleurs.",
			kit.SizeSmall, theme.ColorNameForeground))
	again := kit.NewButton("Recommencer", kit.Secondary, func() { e.save() })
	elsewhere := kit.NewButton("Enregistrer une copie…", kit.Secondary, e.shell.exportCopy)
	e.banner.Add(kit.NewSurface(kit.ColorErrorTint, kit.VStack(kit.Scaled(8), words, kit.HStack(kit.Scaled(10), again, elsewhere))).
		Padded(12, 22, 12, 22))
	e.panes.arrange()
}
