package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/ui/kit"
	"appuitechnique/ui/paper"
	"appuitechnique/ui/paper/typeset"
)

// pagesOf returns a paper laid out as the answers stand; nil where it can't be, which the log then tells.
func (e *editor) pagesOf(id model.Paper) *typeset.Result {
	if r, ok := e.laid[id]; ok {
		return r
	}
	if e.laid == nil {
		e.laid = map[model.Paper]*typeset.Result{}
	}
	doc, err := e.compose(id)
	if err != nil {
		e.shell.options.Log.Error("compose paper", "paper", id, "err", err)
		return nil
	}
	r, err := paper.Layout(doc)
	if err != nil {
		e.shell.options.Log.Error("lay paper out", "paper", id, "err", err)
		return nil
	}
	e.laid[id] = r
	return r
}

// usesOf says which places of the papers a question feeds. That takes as long as writing the papers: it is computed again
// only when another page is shown and answers have changed since.
func (e *editor) usesOf(id string) []document.Use {
	if e.uses == nil {
		e.uses = document.Uses(e.dossier)
	}
	return e.uses[id]
}

func (e *editor) forgetUses() {
	if e.stale {
		e.uses, e.stale = nil, false
	}
}

// feeds lists the papers that the questions of a fiche feed, in the order of the road.
func (e *editor) feeds(f model.Fiche) []model.Paper {
	fed := map[model.Paper]bool{}
	f.Each(func(q model.Field) {
		for _, u := range e.usesOf(q.ID) {
			fed[u.Paper] = true
		}
	})
	return slices.DeleteFunc(document.All(), func(id model.Paper) bool { return !fed[id] })
}

// goToOne shows the question behind a word that was pressed; where there are several, pressing again leads to the next.
func (e *editor) goToOne(ids []string) {
	at := slices.Index(ids, e.field)
	for i := range ids {
		id := ids[(at+1+i)%len(ids)]
		if _, f, ok := e.find(id); ok && f.Shown() {
			e.goTo(id)
			return
		}
	}
}

// writeUses says where the answer is used, with the page; pressing a place shows it.
func (p *panel) writeUses(f model.Field) {
	places := p.editor.usesOf(f.ID)
	if len(places) == 0 {
		return
	}
	lines := kit.VStack(kit.Scaled(2), kit.NewStrong("Utilisé dans", kit.SizeSmall, theme.ColorNameForeground))
	for i, u := range places {
		if i == 0 || u.Paper != places[i-1].Paper {
			lines.Add(kit.Pad(4, 0, 0, 0, kit.NewParagraph(document.Title(u.Paper), kit.SizeSmall, theme.ColorNameForeground)))
		}
		lines.Add(p.useLine(f, u))
	}
	p.body.Add(lines)
}

func (p *panel) useLine(f model.Field, u document.Use) fyne.CanvasObject {
	words, at := u.Heading, typeset.Spot{}
	if words == "" {
		words = "En tête"
	}
	if r := p.editor.pagesOf(u.Paper); r != nil {
		at = placeOf(r, f.ID, u)
		words = fmt.Sprintf("%s, p.\u00a0%d", words, at.Page+1)
	}
	line := kit.NewListLine(kit.NewParagraph(words, kit.SizeCaption, theme.ColorNameHyperlink), func() { p.showUse(u.Paper, at) }).
		Padded(3, 8, 4, 10)
	line.OnFocus = func() { kit.Reveal(p.scroll, line) }
	return line
}

// placeOf returns where a use of a question stands: where its answer is printed under the heading, else the heading itself.
func placeOf(r *typeset.Result, id string, u document.Use) typeset.Spot {
	for _, s := range r.Places(id) {
		if r.Document.HeadingOf(s.Block) == u.Block {
			return s
		}
	}
	var at typeset.Place
	if u.Block >= 0 && u.Block < len(r.Blocks) {
		at = r.Blocks[u.Block]
	}
	return typeset.Spot{Page: at.Page, Box: typeset.Box{Y: at.Y}}
}

// showUse shows a place of a paper beside the questions.
func (p *panel) showUse(id model.Paper, at typeset.Spot) {
	p.preview.choice = id
	p.show(tabPreview)
	p.preview.view.Mark(nil, []typeset.Spot{at})
}
