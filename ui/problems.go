package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// look finds what is wrong in the dossier as it stands.
func (e *editor) look() []model.Finding { return model.Findings(e.dossier, e.shell.today()) }

// severities are the levels of a finding, the gravest first, then those kept with a reason, and how a list of each is headed.
var severities = []struct {
	level model.Severity
	title string
}{
	{model.Blocking, "Bloquant"},
	{model.Confirm, "À confirmer"},
	{model.Tip, "Conseil"},
	{model.Accepted, "Validé quand même"},
}

// writeProblems lists what was found on this fiche, then in the rest of the dossier, the gravest first.
func (p *panel) writeProblems() {
	p.ways = map[string]*kit.Button{}
	p.writeEligibility()
	if len(p.found) == 0 {
		p.body.Add(kit.Beside(kit.Scaled(10), newMark(model.StatusComplete, false),
			kit.NewParagraph("Rien à signaler dans ce dossier.", kit.SizeSmall, theme.ColorNameForeground)))
		return
	}
	here := map[string]bool{}
	p.editor.fiche(p.editor.key).Each(func(f model.Field) { here[f.ID] = true })
	labels := p.editor.labels()
	for _, place := range []struct {
		title string
		here  bool
	}{{"Sur cette fiche", true}, {"Dans le reste du dossier", false}} {
		lines := kit.VStack(kit.Scaled(6))
		for _, s := range severities {
			for _, f := range p.found {
				if f.Severity == s.level && here[f.Field] == place.here {
					lines.Add(p.line(f, labels[f.Field]))
				}
			}
		}
		if len(lines.Objects) > 0 {
			p.body.Add(kit.NewStrong(place.title, kit.SizeSmall, theme.ColorNameForeground))
			p.body.Add(lines)
		}
	}
}

// standing counts the findings that were not kept with a reason.
func standing(found []model.Finding) int {
	n := 0
	for _, f := range found {
		if f.Severity != model.Accepted {
			n++
		}
	}
	return n
}

// labels maps the ID of every question to its label and its fiche.
func (e *editor) labels() map[string]place {
	out := map[string]place{}
	for _, fiche := range model.Fiches(e.parts) {
		fiche.Each(func(f model.Field) { out[f.ID] = place{f.Label, fiche.Number} })
	}
	return out
}

// A place says where a question stands.
type place struct{ label, fiche string }

func (p *panel) line(f model.Finding, at place) fyne.CanvasObject {
	ink, ground, icon := theme.ColorNameError, kit.ColorErrorTint, kit.IconError()
	switch f.Severity {
	case model.Confirm:
		ink, ground, icon = kit.ColorWarnText, kit.ColorWarnTint, theme.QuestionIcon()
	case model.Tip, model.Accepted:
		ink, ground, icon = kit.ColorMuted, kit.ColorTint, theme.InfoIcon()
	}
	level := strings.ToUpper(f.Severity.String())
	if f.Rule != "" {
		level += " · " + f.Rule
	}
	words := kit.VStack(kit.Scaled(3),
		kit.HStack(kit.Scaled(6), kit.NewIcon(icon, ink, kit.Scaled(14)), kit.NewStrong(level, kit.SizeTiny, ink)),
		kit.NewHeading(strings.TrimSpace(at.fiche+"  "+at.label), kit.SizeSmall, theme.ColorNameForeground),
		kit.NewParagraph(strings.TrimPrefix(f.Message, at.label+" — "), kit.SizeSmall, theme.ColorNameForeground))
	if f.Severity == model.Accepted {
		words.Add(kit.NewParagraph(decisionOf(f), kit.SizeSmall, theme.ColorNameForeground))
	}
	if f.Source != "" && f.Rule != "" {
		words.Add(kit.NewParagraph(f.Source, kit.SizeCaption, kit.ColorMuted))
	}
	line := kit.NewListLine(words, func() { p.editor.goTo(f.Field) }).Padded(8, 10, 9, 10)
	line.OnFocus = func() { kit.Reveal(p.scroll, line) }
	content := kit.VStack(0, line)
	p.writeDecision(content, f)
	box := kit.NewSurface(kit.ColorSurface, content)
	box.Stroke, box.Radius = ground, 9
	return box
}

// step goes to the next question with a problem after the one that has the keyboard, or to the one before; round the ends.
func (e *editor) step(by int) {
	var ids []string
	for _, f := range e.look() {
		if f.Severity != model.Accepted && !slices.Contains(ids, f.Field) {
			ids = append(ids, f.Field)
		}
	}
	if len(ids) == 0 {
		return
	}
	at := slices.Index(ids, e.field)
	if e.page != pageFiche {
		at = -1
	}
	if at < 0 && by < 0 {
		at = 0
	}
	e.goTo(ids[(at+by+len(ids))%len(ids)])
}

// sayFailure shows or hides the banner that says the answers are not on the disk, or cannot be, and what to do.
func (e *editor) sayFailure() {
	kind := noWarning
	switch {
	case e.failed != nil:
		kind = warnUnsaved
	case e.shut() != nil:
		kind = warnShut
	}
	if e.said == nil && e.warned == kind {
		return
	}
	e.said, e.warned = nil, kind
	e.banner.RemoveAll()
	switch kind {
	case warnUnsaved:
		e.warn(kit.ColorErrorTint, theme.ColorNameError, "Vos dernières réponses ne sont pas enregistrées",
			sentence(e.failed)+" Elles restent à l’écran : recommencez, ou enregistrez une copie ailleurs.", "Recommencer")
	case warnShut:
		e.warn(kit.ColorWarnTint, kit.ColorWarnText, "Lecture seule",
			sentence(e.shut())+" Ce que vous écrirez d’ici là restera à l’écran, sans être enregistré.", "Réessayer")
	}
	e.panes.main.Refresh()
}

// What the banner warns of.
const (
	noWarning   = iota
	warnUnsaved // the last answers are not on the disk
	warnShut    // nothing can be saved for now
)

// warn writes over the page what keeps the answers from being saved, with the way out.
func (e *editor) warn(ground, ink fyne.ThemeColorName, title, text, again string) {
	words := kit.VStack(kit.Scaled(4), kit.NewHeading(title, kit.SizeBody, ink),
		kit.NewParagraph(text, kit.SizeSmall, theme.ColorNameForeground))
	e.banner.Add(kit.NewSurface(ground, kit.VStack(kit.Scaled(8), words, kit.Flow(kit.Scaled(10),
		kit.NewButton(again, kit.Secondary, e.saveAgain),
		kit.NewButton("Enregistrer une copie…", kit.Secondary, e.shell.exportCopy)))).Padded(12, 22, 12, 22))
}

// shut returns why nothing can be saved, nil when all can.
func (e *editor) shut() error {
	if e.shell.store == nil {
		return nil
	}
	return e.shell.store.ReadOnly()
}

// saveAgain saves what could not be; where the disk had no room, it first looks whether there is some again.
func (e *editor) saveAgain() {
	if e.shut() == nil {
		e.save()
		return
	}
	s := e.shell
	s.background(s.store.Retry, func(err error) {
		switch {
		case err != nil:
			s.fail(err)
		case s.editor == e:
			e.flush()
			e.sayState()
		}
	})
}
