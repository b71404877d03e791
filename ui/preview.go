package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/ui/kit"
	"appuitechnique/ui/paper/screen"
	"appuitechnique/ui/paper/typeset"
)

// A preview is the tab « Aperçu » of the panel: a paper that the fiche feeds, at the place of the question that has the
// keyboard. Laying a paper out again at each key takes a few milliseconds, so it is done here.
type preview struct {
	editor *editor
	choice model.Paper // what was chosen among the papers of the fiche; empty: the first that prints the question
	papers []model.Paper
	result *typeset.Result
	shown  printed

	pick   *kit.Combo
	tools  *fyne.Container
	note   *kit.Text
	view   *screen.Preview
	object *fyne.Container
}

// printed is what a preview is about.
type printed struct {
	paper  model.Paper
	field  string
	result *typeset.Result
}

func newPreview(e *editor) *preview {
	p := &preview{editor: e}
	if e.panel != nil {
		p.choice = e.panel.preview.choice
	}
	p.view = screen.NewPreview()
	p.view.OnTapped = e.goToOne
	p.view.OnPage = func(int) { p.say() }
	p.view.OnKey = e.shell.typedKey
	p.pick = kit.NewCombo(p.offered)
	p.pick.OnPicked = func(value string) { p.choose(model.Paper(value)) }
	p.pick.OnTyped = func(string) { p.pick.SetLabel(document.Title(e.paper)) }
	p.pick.OnResize = func() { p.object.Refresh() }
	p.note = kit.NewParagraph("", kit.SizeCaption, kit.ColorMuted)
	p.tools = kit.HStack(0,
		kit.NewIconButton("Pages plus petites", theme.ZoomOutIcon(), p.view.ZoomOut),
		kit.NewIconButton("Pages plus grandes", theme.ZoomInIcon(), p.view.ZoomIn),
		kit.NewIconButton("Largeur de la page", kit.IconFitWidth(), p.view.FitWidth),
		kit.NewIconButton("Lire en grand", theme.ViewFullScreenIcon(), func() { e.openReading(e.paper) }))
	head := kit.Pad(10, 12, 4, 12, kit.VStack(kit.Scaled(4), p.pick, kit.Ended(kit.Scaled(6), kit.Pad(kit.Scaled(7), 0, 0, 2, p.note), p.tools)))
	p.object = kit.Sandwich(head, p.view, kit.VStack(0))
	return p
}

// offered lists the papers that the fiche feeds.
func (p *preview) offered(typed string) []kit.Item {
	var out []kit.Item
	for _, id := range p.papers {
		item := kit.Item{Value: string(id), Label: document.Title(id)}
		if f, ok := p.editor.current(); ok && p.editor.prints(f.ID, id) {
			item.Note = "imprime cette réponse"
		}
		if holdsAll(model.Fold(item.Label), foldedWords(typed)) || typed == document.Title(p.editor.paper) {
			out = append(out, item)
		}
	}
	return out
}

func (p *preview) choose(id model.Paper) {
	p.choice = id
	p.refresh()
	if c := p.editor.shell.canvas; c.Focused() == p.pick.Entry {
		c.Focus(p.view)
	}
}

// prints reports whether a paper uses the answer to a question.
func (e *editor) prints(question string, id model.Paper) bool {
	return slices.ContainsFunc(e.usesOf(question), func(u document.Use) bool { return u.Paper == id })
}

// refresh shows the paper as the answers stand, where it prints the question that has the keyboard.
func (p *preview) refresh() {
	e := p.editor
	if e.page != pageFiche || e.panes == nil || !e.panes.panelShown() {
		return
	}
	f, _ := e.current()
	id := p.paperFor(f)
	r := e.pagesOf(id)
	now := printed{id, f.ID, r}
	if now == p.shown && r != nil {
		return
	}
	before := p.shown
	p.shown, p.result, e.paper = now, r, id
	if r != before.result {
		p.view.SetPaper(r)
	}
	for _, o := range []fyne.CanvasObject{p.pick, p.tools, p.view} {
		if r == nil {
			o.Hide()
		} else {
			o.Show()
		}
	}
	if id != before.paper {
		p.pick.SetLabel(document.Title(id))
	}
	if r != nil {
		p.point(f)
	}
	p.say()
	p.object.Refresh()
}

// paperFor chooses the paper to show: the one chosen if the fiche feeds it; else the one shown, if it uses the question; else
// the first that does. Empty when the fiche feeds none.
func (p *preview) paperFor(f model.Field) model.Paper {
	e := p.editor
	p.papers = e.feeds(e.fiche(e.key))
	switch {
	case slices.Contains(p.papers, p.choice):
		return p.choice
	case slices.Contains(p.papers, e.paper) && e.prints(f.ID, e.paper):
		return e.paper
	}
	for _, id := range p.papers {
		if e.prints(f.ID, id) {
			return id
		}
	}
	if len(p.papers) > 0 {
		return p.papers[0]
	}
	return ""
}

// point lights the places of the question; where there is none, it shows a place of the fiche.
func (p *preview) point(f model.Field) {
	if p.view.Highlight(f.ID) > 0 {
		return
	}
	for _, q := range p.editor.fiche(p.editor.key).Fields {
		if places := p.result.Places(q.ID); len(places) > 0 {
			p.view.Bring(places)
			return
		}
	}
}

// say writes which page is shown, or why there is none.
func (p *preview) say() {
	switch {
	case p.result != nil:
		p.note.SetText(fmt.Sprintf("Page %d sur %d", p.view.Page()+1, p.view.Pages()))
	case len(p.papers) > 0:
		p.note.SetText("Ce document ne peut pas être composé.")
	case p.editor.listless():
		p.note.SetText("Aucun document n’emploie encore cette fiche : ajoutez une ligne.")
	default:
		p.note.SetText("Aucun document n’emploie cette fiche.")
	}
}

// listless reports whether the fiche asks for a list that has no row yet.
func (e *editor) listless() bool {
	return slices.ContainsFunc(e.fiche(e.key).Fields, func(f model.Field) bool {
		return f.Kind == model.KindRows && f.Shown() && len(f.Rows()) == 0
	})
}
