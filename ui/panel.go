package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// The tabs of the panel, as they are named on the command line.
const (
	tabWhy      = "pourquoi"
	tabPreview  = "apercu"
	tabProblems = "problemes"
)

// A panel stands on the right: why the question that has the keyboard is asked, where it is printed, and what is wrong in the
// dossier.
type panel struct {
	editor *editor
	tab    string
	found  []model.Finding
	told   []model.Finding // of them, those said beside why the question is asked

	criteria []model.Criterion      // of eligibility
	turned   bool                   // the card of eligibility is folded where it is not by itself, or the reverse
	eligible *kit.Line              // the head of that card
	ways     map[string]*kit.Button // what decides of a finding

	note  *kit.Entry // about the question; nil on the other tabs
	noted string     // the question it is about

	why, seen, problems *kit.Tab
	tabs, body          *fyne.Container
	shown               showing
	scroll              *container.Scroll
	preview             *preview
	object              fyne.CanvasObject
}

func newPanel(e *editor) *panel {
	p := &panel{editor: e, tab: tabWhy}
	if e.panel != nil {
		p.tab = e.panel.tab
	}
	p.why = kit.NewTab("Pourquoi", true, func() { p.show(tabWhy) })
	p.seen = kit.NewTab("Aperçu", false, func() { p.show(tabPreview) })
	p.problems = kit.NewTab("Problèmes", false, func() { p.show(tabProblems) })
	p.body = kit.VStack(kit.Scaled(12))
	p.scroll = kit.NewScroll(kit.Pad(14, 18, 18, 18, p.body))
	p.preview = newPreview(e)
	p.preview.object.Hide()
	p.tabs = kit.HStack(0, p.why, p.seen, p.problems)
	head := kit.VStack(0, kit.Pad(8, 12, 0, 12, p.tabs), kit.NewRule(kit.ColorBorder))
	ground := kit.NewSurface(kit.ColorTint, kit.Sandwich(head, container.NewStack(p.scroll, p.preview.object), kit.VStack(0)))
	ground.Radius = 14
	p.object = kit.Pad(14, 16, 14, 4, ground)
	return p
}

// show turns to that tab.
func (p *panel) show(tab string) {
	p.tab = tab
	if p.editor.panes != nil {
		p.editor.panes.arrange() // a paper wants more room
	}
	p.refresh()
	p.scroll.ScrollToOffset(fyne.Position{})
}

// refresh writes the panel again, for the question that has the keyboard and the answers as they stand.
func (p *panel) refresh() {
	before := p.found
	p.found = p.editor.look()
	p.why.Active, p.seen.Active, p.problems.Active = p.tab == tabWhy, p.tab == tabPreview, p.tab == tabProblems
	p.problems.Text = "Problèmes"
	if n := standing(p.found); n > 0 {
		p.problems.Text = fmt.Sprintf("Problèmes\u00a0(%d)", n)
	}
	p.tabs.Refresh()
	if p.tab == tabPreview {
		p.scroll.Hide()
		p.preview.object.Show()
		p.preview.refresh()
		return
	}
	p.preview.object.Hide()
	p.scroll.Show()
	shown := showing{p.tab, p.editor.key, p.editor.field, p.editor.origin()}
	judged := p.tab == tabProblems && p.judge()
	p.readNote()
	now := p.found
	if p.tab == tabWhy {
		before, p.told = p.told, p.broken()
		now = p.told
	}
	if p.shown == shown && !judged && slices.EqualFunc(before, now, sameFinding) {
		return
	}
	p.shown = shown
	p.body.RemoveAll()
	p.note = nil
	if p.tab == tabProblems {
		p.writeProblems()
	} else {
		p.writeWhy()
	}
	p.scroll.Refresh()
}

// showing is what the panel is about.
type showing struct {
	tab, fiche, field string
	origin            model.Origin
}

// broken lists the rules that the answer to the question shown breaks. What that answer lacks by itself is said under it.
func (p *panel) broken() []model.Finding {
	f, _ := p.editor.current()
	return slices.DeleteFunc(slices.Clone(p.found), func(x model.Finding) bool {
		return x.Field != f.ID || x.Rule == "" || x.Severity == model.Accepted
	})
}

// origin is where the answer of the question the panel is about comes from.
func (e *editor) origin() model.Origin {
	f, ok := e.current()
	if !ok {
		return ""
	}
	return f.Origin()
}

func sameFinding(a, b model.Finding) bool {
	return a.Field == b.Field && a.Rule == b.Rule && a.Message == b.Message && a.Severity == b.Severity &&
		a.Decision == b.Decision
}

// writeWhy says why the question is asked, where its answer comes from and where it is used.
func (p *panel) writeWhy() {
	f, ok := p.editor.current()
	if !ok {
		words := "Placez-vous dans une question pour lire pourquoi elle est posée."
		if p.editor.form != nil && len(p.editor.form.Shown()) == 0 {
			words = "Cette fiche ne demande rien."
		}
		p.body.Add(kit.NewParagraph(words, kit.SizeSmall, kit.ColorMuted))
		return
	}
	p.body.Add(kit.NewHeading(f.Label, kit.SizeLead, theme.ColorNameForeground))
	if f.Help != "" {
		p.body.Add(kit.NewParagraph(f.Help, kit.SizeSmall, theme.ColorNameForeground))
	}
	p.ways = map[string]*kit.Button{}
	for _, broken := range p.told {
		p.body.Add(p.line(broken, place{label: f.Label}))
	}
	p.writeNote(f)
	if p.writeComputed(f) {
		p.writeUses(f)
		return
	}
	if f.Basis.String() != "" {
		p.body.Add(basis(f.Basis))
	}
	if o := f.Origin(); o != "" {
		p.fact("Origine de la réponse", originSentence(o))
	}
	p.writeModified(f)
	p.writeUses(f)
}

// basis quotes the presentation, or says which law is followed or what is assumed.
func basis(b model.Basis) fyne.CanvasObject {
	if b.Quote == "" {
		words := kit.NewParagraph(b.String()+".", kit.SizeSmall, kit.ColorWarnText)
		return kit.NewPanel(kit.ColorWarnTint, "", words).Padded(10, 12, 10, 12)
	}
	quote := kit.NewParagraph("« "+b.Quote+" »", kit.SizeSmall, theme.ColorNameForeground)
	quote.Italic = true
	return kit.NewPanel(kit.ColorSurface, kit.ColorBorder, kit.VStack(kit.Scaled(6),
		kit.NewStrong("SOURCE", kit.SizeTiny, kit.ColorMuted), quote,
		kit.NewParagraph("Présentation du dispositif, septembre 2023, « "+b.Heading+" ».", kit.SizeCaption, kit.ColorMuted),
	)).Padded(10, 12, 12, 12)
}

func originSentence(o model.Origin) string {
	switch o {
	case model.OriginReference:
		return "Reprise du référentiel 2026. Vous pouvez la modifier."
	case model.OriginDefault:
		return "Proposée par défaut. Vous pouvez la modifier."
	case model.OriginComputed:
		return "Calculée à partir des autres réponses."
	case model.OriginForced:
		return "Calculée, puis remplacée par vos soins."
	case model.OriginCarried:
		return "Reprise d’un autre dossier."
	case model.OriginImported:
		return "Importée d’un fichier."
	}
	return "Saisie par vos soins."
}

// fact adds a small heading and what it announces.
func (p *panel) fact(title, text string) {
	p.body.Add(kit.VStack(kit.Scaled(2), kit.NewStrong(title, kit.SizeSmall, theme.ColorNameForeground),
		kit.NewParagraph(text, kit.SizeSmall, kit.ColorMuted)))
}

// current is the question that has the keyboard, or had it last, or the first of the fiche.
func (e *editor) current() (model.Field, bool) {
	if _, f, ok := e.find(e.field); ok && e.field != "" {
		return f, true
	}
	for _, f := range e.fiche(e.key).Fields {
		if f.Shown() {
			return f, true
		}
	}
	return model.Field{}, false
}

// active is the tab shown.
func (p *panel) active() fyne.Focusable {
	switch p.tab {
	case tabProblems:
		return p.problems
	case tabPreview:
		return p.seen
	}
	return p.why
}
