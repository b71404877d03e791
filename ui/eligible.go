package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// judge reads the verdicts of eligibility again and reports whether something of them changed.
func (p *panel) judge() bool {
	before := p.criteria
	p.criteria = model.Eligibility(p.editor.dossier, p.editor.shell.today())
	return !slices.EqualFunc(before, p.criteria, sameCriterion)
}

func sameCriterion(a, b model.Criterion) bool {
	return a.Key == b.Key && a.Verdict == b.Verdict && a.Reason == b.Reason && slices.Equal(a.Changes, b.Changes) &&
		slices.Equal(a.Missing, b.Missing) && slices.EqualFunc(a.Cases, b.Cases, sameCriterion)
}

// writeEligibility adds the card « Éligibilité »: one line that unfolds into every condition. It is unfolded from the start
// where eligibility is being answered.
func (p *panel) writeEligibility() {
	open := strings.HasPrefix(p.editor.fiche(p.editor.key).Number, "2.") != p.turned
	verdict := model.Eligible(p.criteria)
	sign := "Voir les conditions"
	if open {
		sign = "Replier les conditions"
	}
	p.eligible = kit.NewListLine(kit.Beside(kit.Scaled(8), newMark(verdictShape(verdict), false), kit.VStack(kit.Scaled(2),
		kit.NewHeading("Éligibilité : "+feminine(verdict), kit.SizeSmall, theme.ColorNameForeground),
		kit.NewParagraph(tally(p.criteria), kit.SizeCaption, kit.ColorMuted),
		kit.NewText(sign, kit.SizeCaption, theme.ColorNameHyperlink))), p.turn).Padded(8, 10, 9, 10)
	p.eligible.OnFocus = func() { kit.Reveal(p.scroll, p.eligible) }
	list := kit.VStack(0, p.eligible)
	if open {
		for _, c := range pressingFirst(p.criteria) {
			list.Add(kit.NewRule(kit.ColorBorder))
			list.Add(kit.Pad(9, 10, 9, 10, p.criterion(c)))
		}
	}
	box := kit.NewSurface(kit.ColorSurface, list)
	box.Stroke, box.Radius = kit.ColorBorder, 9
	p.body.Add(box)
}

// turn folds or unfolds the conditions and leaves the keyboard where it was.
func (p *panel) turn() {
	p.turned = !p.turned
	p.shown = showing{}
	p.refresh()
	p.editor.shell.canvas.Focus(p.eligible)
}

// criterion is one condition: its verdict by a shape and a word, why, and the answers that would change it or that it
// waits for, each leading to its question.
func (p *panel) criterion(c model.Criterion) fyne.CanvasObject {
	words := kit.VStack(kit.Scaled(3),
		kit.NewStrong(strings.ToUpper(feminine(c.Verdict)), kit.SizeTiny, kit.ColorMuted),
		kit.NewHeading(c.Title, kit.SizeSmall, theme.ColorNameForeground),
		kit.NewParagraph(c.Reason, kit.SizeSmall, theme.ColorNameForeground))
	head := ""
	switch {
	case len(c.Changes) > 1:
		head = "Pour que la condition soit remplie, il faut à la fois :"
	case len(c.Changes) == 1:
		head = "Pour que la condition soit remplie :"
	case len(c.Missing) > 1 && c.EitherOne:
		head = "L’une de ces réponses peut suffire :"
	case len(c.Missing) > 0:
		head = "Ce qui manque :"
	}
	if head != "" {
		words.Add(kit.NewParagraph(head, kit.SizeCaption, kit.ColorMuted))
	}
	for _, change := range slices.Concat(c.Changes, c.Missing) {
		words.Add(p.changeLine(change))
	}
	for _, one := range c.Cases {
		shape := verdictShape(one.Verdict)
		if c.Verdict == model.VerdictYes && one.Verdict == model.VerdictNo {
			shape = model.StatusVoid // another case is enough
		}
		words.Add(kit.Beside(kit.Scaled(6), newMark(shape, false),
			kit.NewParagraph(one.Title+" : "+one.Verdict.String(), kit.SizeCaption, theme.ColorNameForeground)))
	}
	return kit.Beside(kit.Scaled(8), newMark(verdictShape(c.Verdict), false), words)
}

func (p *panel) changeLine(c model.Change) fyne.CanvasObject {
	line := kit.NewListLine(kit.NewParagraph(c.Sentence, kit.SizeSmall, theme.ColorNameHyperlink), func() { p.editor.goTo(c.Field) }).
		Padded(4, 6, 4, 6)
	line.OnFocus = func() { kit.Reveal(p.scroll, line) }
	return line
}

// verdictShape is the shape that says a verdict without its colour: a tick, an exclamation mark, a dash, an empty circle.
func verdictShape(v model.Verdict) model.StatusKind {
	switch v {
	case model.VerdictYes:
		return model.StatusComplete
	case model.VerdictNo:
		return model.StatusWrong
	case model.VerdictVoid:
		return model.StatusVoid
	}
	return model.StatusToDo
}

// pressingFirst puts the conditions that are not met first, then those that wait for an answer, each in the order of the
// fiches.
func pressingFirst(list []model.Criterion) []model.Criterion {
	order := []model.Verdict{model.VerdictNo, model.VerdictUnknown, model.VerdictYes, model.VerdictVoid}
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(a, b model.Criterion) int {
		return slices.Index(order, a.Verdict) - slices.Index(order, b.Verdict)
	})
	return out
}

// feminine is the verdict on an eligibility or a condition.
func feminine(v model.Verdict) string {
	if v == model.VerdictUnknown {
		return v.String() + "e"
	}
	return v.String()
}

// tally counts the verdicts: « 9 oui · 1 non · 2 inconnues ».
func tally(list []model.Criterion) string {
	var out []string
	for _, v := range []model.Verdict{model.VerdictYes, model.VerdictNo, model.VerdictUnknown, model.VerdictVoid} {
		n := 0
		for _, c := range list {
			if c.Verdict == v {
				n++
			}
		}
		if n > 0 {
			word := feminine(v)
			if v == model.VerdictUnknown && n > 1 {
				word += "s"
			}
			out = append(out, fmt.Sprintf("%d\u00a0%s", n, word))
		}
	}
	return "Conditions : " + strings.Join(out, " · ")
}
