package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// writeComputed says how the value of f came about: how it is computed, with which figures, from which answers, on what basis,
// and what would change it. False when f is no value that can be computed yet.
func (p *panel) writeComputed(f model.Field) bool {
	x, ok := model.Explain(p.editor.dossier, f.ID)
	if !ok {
		return false
	}
	p.fact("Comment cette valeur est calculée", x.Sentence)
	formula := kit.VStack(kit.Scaled(4), kit.NewStrong("CALCUL", kit.SizeTiny, kit.ColorMuted))
	for line := range strings.Lines(x.Formula) {
		formula.Add(kit.NewParagraph(strings.TrimSpace(line), kit.SizeSmall, theme.ColorNameForeground))
	}
	p.body.Add(kit.NewPanel(kit.ColorSurface, kit.ColorBorder, formula).Padded(10, 12, 12, 12))
	p.writeInputs(x.Inputs)
	p.body.Add(basis(x.Basis))
	if x.Changes != "" {
		p.fact("Ce qui la changerait", x.Changes)
	}
	return true
}

// writeInputs lists the answers that a value comes from; pressing one goes to its question.
func (p *panel) writeInputs(ids []string) {
	lines := kit.VStack(kit.Scaled(2), kit.NewStrong("D’après ces réponses", kit.SizeSmall, theme.ColorNameForeground))
	for _, id := range ids {
		if fiche, f, ok := p.editor.find(id); ok && f.Shown() {
			lines.Add(p.inputLine(fiche, f))
		}
	}
	if len(lines.Objects) > 1 {
		p.body.Add(lines)
	}
}

func (p *panel) inputLine(fiche model.Fiche, f model.Field) fyne.CanvasObject {
	value, ink := f.String(), theme.ColorNameForeground
	switch {
	case value == "":
		value, ink = "sans réponse", kit.ColorMuted
	case f.Unit != "" && !strings.HasSuffix(value, f.Unit):
		value += "\u00a0" + f.Unit
	}
	line := kit.NewListLine(kit.VStack(kit.Scaled(1),
		kit.NewParagraph(fiche.Number+"  "+f.Label, kit.SizeSmall, theme.ColorNameHyperlink),
		kit.NewLine(value, kit.SizeSmall, ink, false),
	), func() { p.editor.goTo(f.ID) })
	line.OnFocus = func() { kit.Reveal(p.scroll, line) }
	return line
}
