package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// writeDecision adds, under a finding to confirm, the two ways out of it; under an accepted one, the way back.
func (p *panel) writeDecision(words *fyne.Container, f model.Finding) {
	var ways []*kit.Button
	switch f.Severity {
	case model.Confirm:
		ways = []*kit.Button{
			kit.NewSmallButton("Corriger", nil, func() { p.editor.goTo(f.Field) }),
			kit.NewSmallButton("Valider quand même", nil, func() { p.editor.keep(f) }),
		}
	case model.Accepted:
		ways = []*kit.Button{kit.NewSmallButton("Revenir sur cette décision", nil, func() { p.editor.reopen(f) })}
	default:
		return
	}
	row := kit.VStack(kit.Scaled(4))
	for _, b := range ways {
		b.Leading = true
		b.OnFocus = func() { kit.Reveal(p.scroll, b) }
		row.Add(b)
	}
	p.ways[wayOf(f)] = ways[len(ways)-1]
	words.Add(kit.Pad(0, 8, 8, 8, row))
}

// wayOf names the button that decides of f.
func wayOf(f model.Finding) string { return f.Rule + " " + f.Field }

// decisionOf says who kept f, when and why.
func decisionOf(f model.Finding) string {
	return "« " + f.Decision.Reason + " » — " + f.Decision.By + ", le\u00a0" + f.Decision.Day.Short()
}

// A keeping is the dialog in which a finding to confirm is kept with a written reason.
type keeping struct {
	editor  *editor
	finding model.Finding
	reason  *kit.Entry
	author  *kit.Entry // nil when the settings say who works here
	advice  *kit.Text
	popup   *widget.PopUp
}

// keep asks why f is kept.
func (e *editor) keep(f model.Finding) {
	e.flush()
	k := &keeping{editor: e, finding: f, reason: kit.NewEntry(3)}
	k.reason.Label = "Raison"
	k.advice = kit.NewParagraph("Obligatoire. La raison reste dans le dossier, avec votre nom et la date.", kit.SizeSmall, kit.ColorMuted)
	body := kit.VStack(kit.Scaled(12),
		kit.NewHeading("Valider quand même", kit.SizeSection, theme.ColorNameForeground),
		kit.NewParagraph(f.Message, kit.SizeSmall, theme.ColorNameForeground),
		kit.VStack(kit.Scaled(5), kit.NewStrong("Pourquoi validez-vous ce point ?", kit.SizeBody, theme.ColorNameForeground),
			k.advice, k.reason.Framed()))
	if name := e.shell.app.Preferences().String(keyName); name != "" {
		body.Add(kit.NewParagraph("Décision de "+name+", le\u00a0"+e.shell.today().Short()+".", kit.SizeSmall, kit.ColorMuted))
	} else {
		k.author = kit.NewEntry(1)
		k.author.Label = "Votre nom"
		body.Add(kit.VStack(kit.Scaled(5), kit.NewStrong("Votre nom", kit.SizeBody, theme.ColorNameForeground),
			kit.NewParagraph("Il sera retenu dans les réglages de cet ordinateur.", kit.SizeSmall, kit.ColorMuted), k.author.Framed()))
	}
	cancel := kit.NewButton("Annuler", kit.Secondary, func() { k.popup.Hide() })
	body.Add(kit.HStack(kit.Scaled(10), kit.Spacer(), cancel, kit.NewButton("Valider ce point", kit.Primary, k.accept)))
	k.popup = e.shell.over(480, body)
	k.popup.Show()
	e.shell.canvas.Focus(k.reason)
}

// accept keeps the finding, or says in the dialog what is lacking.
func (k *keeping) accept() {
	e := k.editor
	by := e.shell.app.Preferences().String(keyName)
	if k.author != nil {
		by = k.author.Text
	}
	if err := e.dossier.Acknowledge(k.finding, k.reason.Text, by, e.shell.today()); err != nil {
		k.refuse(err)
		return
	}
	if k.author != nil {
		e.shell.remember(keyName, by)
	}
	k.popup.Hide()
	e.decided(k.finding)
}

// refuse says what is lacking and gives the keyboard to where it is typed.
func (k *keeping) refuse(err error) {
	at := k.reason
	if k.author != nil && strings.TrimSpace(k.reason.Text) != "" && strings.TrimSpace(k.author.Text) == "" {
		at = k.author
	}
	k.reason.Framed().SetInvalid(at == k.reason)
	if k.author != nil {
		k.author.Framed().SetInvalid(at == k.author)
	}
	k.advice.Color = theme.ColorNameError
	k.advice.SetText(sentence(err))
	k.advice.Refresh()
	k.editor.shell.canvas.Focus(at)
}

// reopen takes back the decision on f.
func (e *editor) reopen(f model.Finding) {
	e.dossier.Reopen(f)
	e.decided(f)
}

// decided saves what was just decided of f, shows it, and leaves the keyboard on f.
func (e *editor) decided(f model.Finding) {
	e.touched()
	e.flush()
	e.reread()
	if b := e.panel.ways[wayOf(f)]; b != nil {
		e.shell.canvas.Focus(b)
		return
	}
	e.enterPage() // what was decided is no longer said there
}

// writeKept adds to a card of the Relecture what was kept on its questions, with the reason.
func (e *editor) writeKept(body *fyne.Container, fiche model.Fiche, found []model.Finding) {
	fiche.Each(func(q model.Field) {
		for _, f := range found {
			if f.Severity != model.Accepted || f.Field != q.ID {
				continue
			}
			body.Add(kit.NewPanel(kit.ColorTint, "", kit.VStack(kit.Scaled(3),
				kit.NewStrong("VALIDÉ QUAND MÊME · "+f.Rule, kit.SizeTiny, kit.ColorMuted),
				kit.NewParagraph(f.Message, kit.SizeSmall, theme.ColorNameForeground),
				kit.NewParagraph(decisionOf(f), kit.SizeSmall, theme.ColorNameForeground))).Padded(9, 12, 10, 12))
		}
	})
}
