package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/ui/kit"
	"appuitechnique/ui/paper/screen"
	"appuitechnique/ui/paper/typeset"
)

// A reading is a paper in the whole window: its pages, their thumbnails, the search in its text, and what can be done with it.
type reading struct {
	editor *editor
	result *typeset.Result
	finder

	view   *screen.Preview
	page   *kit.Text
	scale  *kit.Text
	lacks  *kit.Button
	answer *kit.Button
	bar    *fyne.Container

	missing [][]typeset.Spot // where an answer lacks
	at      int              // of those, the one shown last; -1 before
	current []typeset.Spot   // what « Aller à la question » is about
}

// A bookmark remembers where a paper was left.
type bookmark struct {
	paper model.Paper
	place screen.Place
	words string
	from  origin
}

// An origin is where the paper was opened from, to come back to it.
type origin struct {
	visit
	field string
}

const thumbnailsWidth = 138

// openReading shows a paper in the whole window; Escape comes back here.
func (e *editor) openReading(id model.Paper) {
	from := origin{visit: visit{page: e.page}, field: e.field}
	if e.scroll != nil {
		from.offset = e.scroll.Offset
	}
	e.paper, e.read = id, &bookmark{paper: id, from: from}
	if e.page == pageFiche && e.panel.tab == tabPreview && e.panel.preview.result != nil && e.panel.preview.shown.paper == id {
		page := e.panel.preview.view.Page()
		e.showReading()
		e.reading.view.GoTo(page)
		return
	}
	e.showReading()
}

// readLooked shows the paper looked at; while there is none, those there are.
func (e *editor) readLooked() {
	if e.paper == "" {
		e.showDocuments()
		e.enterPage()
		return
	}
	if e.reading == nil {
		e.openReading(e.paper)
	}
}

// showReading shows the paper looked at where it was left.
func (e *editor) showReading() {
	e.leavePage()
	e.back = nil
	if e.paper == "" {
		e.paper = document.All()[0]
	}
	if e.read == nil || e.read.paper != e.paper {
		e.read = &bookmark{paper: e.paper, from: origin{visit: visit{page: pageDocuments}}}
	}
	e.parts = model.Form(e.dossier)
	e.scroll = nil
	r := newReading(e)
	e.reading = r
	e.put(pageReading, r.object())
	r.turn(e.read)
	e.shell.canvas.Focus(r.view)
}

// closeReading comes back to where the paper was opened from.
func (e *editor) closeReading() {
	from := e.read.from
	if _, of, derived := document.DerivedFrom(e.paper); derived {
		e.paper = of
	}
	e.leavePage()
	e.parts = model.Form(e.dossier)
	e.page = from.page
	e.showPage()
	switch b := e.readers[e.paper]; {
	case e.form != nil && e.form.Focus(e.shell.canvas, from.field):
	case e.form != nil:
		e.form.FocusFirst(e.shell.canvas)
	case e.page == pageDocuments && b != nil:
		e.shell.canvas.Focus(b)
	}
	if e.scroll != nil {
		e.scroll.ScrollToOffset(from.offset)
	}
}

func newReading(e *editor) *reading {
	r := &reading{editor: e, at: -1}
	r.view = screen.NewPreview()
	r.view.FitComfort()
	r.view.OnTapped = r.open
	r.view.OnPage = func(int) { r.say() }
	r.view.OnScale = r.say
	r.view.OnKey = r.typed
	r.page = kit.NewText("", kit.SizeSmall, kit.ColorMuted)
	r.scale = kit.NewText("", kit.SizeSmall, kit.ColorMuted)
	r.lacks = kit.NewSmallButton("", kit.IconError(), r.nextMissing)
	r.answer = kit.NewSmallButton("Aller à la question", theme.DocumentCreateIcon(), r.openCurrent)
	r.answer.Hide()
	r.finder.init(r)
	return r
}

// object lays out the commands over the pages.
func (r *reading) object() fyne.CanvasObject {
	e := r.editor
	pick := kit.NewCombo(r.offered)
	pick.SetLabel(titleOf(e.paper))
	pick.OnPicked = func(value string) { r.change(model.Paper(value)) }
	pick.OnTyped = func(string) { pick.SetLabel(titleOf(e.paper)) }
	pick.OnResize = func() { r.bar.Refresh(); e.body.Refresh() }
	zoom := kit.HStack(0,
		kit.NewIconButton("Pages plus petites", theme.ZoomOutIcon(), r.view.ZoomOut), kit.Wide(kit.Scaled(48), r.scale),
		kit.NewIconButton("Pages plus grandes", theme.ZoomInIcon(), r.view.ZoomIn),
		kit.NewIconButton("Largeur de la page", kit.IconFitWidth(), r.view.FitWidth))
	id := e.paper
	r.bar = kit.Flow(kit.Scaled(8),
		kit.NewButton("Retour", kit.Secondary, e.closeReading).With(theme.NavigateBackIcon()),
		kit.Wide(kit.Scaled(228), pick), r.finder.object, zoom, kit.Wide(kit.Scaled(100), r.page),
		kit.NewSmallButton("Imprimer", nil, func() { e.print(id) }),
		kit.NewSmallButton("Ouvrir", nil, func() { e.openPaper(id) }),
		kit.NewSmallButton("Exporter le PDF…", nil, func() { e.export(id) }),
		r.lacks, r.answer)
	head := kit.VStack(0, kit.NewSurface(kit.ColorSurface, r.bar).Padded(10, 16, 10, 16), kit.NewRule(kit.ColorBorder))
	small := kit.Wide(thumbnailsWidth, screen.NewThumbnails(r.view))
	return kit.Sandwich(head, container.NewBorder(nil, nil, small, nil, r.view), kit.VStack(0))
}

// offered lists every paper.
func (r *reading) offered(typed string) []kit.Item {
	var out []kit.Item
	for _, id := range document.All() {
		title := document.Title(id)
		if holdsAll(model.Fold(title), foldedWords(typed)) || typed == titleOf(r.editor.paper) {
			out = append(out, kit.Item{Value: string(id), Label: title, Note: signers[id]})
		}
	}
	return out
}

// change reads another paper, from the same place.
func (r *reading) change(id model.Paper) {
	e := r.editor
	e.read = &bookmark{paper: id, words: r.entry.Text, from: e.read.from}
	e.paper, e.reading = id, nil
	e.showReading()
}

// turn shows the paper as it was left.
func (r *reading) turn(to *bookmark) {
	r.result = r.editor.pagesOf(to.paper)
	if r.result != nil {
		r.missing = r.result.Missing()
	}
	r.lacks.Hidden = len(r.missing) == 0
	r.lacks.SetText(fmt.Sprintf("À compléter\u00a0: %d", len(r.missing)))
	r.view.SetPaper(r.result)
	if to.words != "" {
		r.entry.Write(to.words)
		r.seek(to.words)
	}
	if to.place != (screen.Place{}) {
		r.view.Return(to.place)
	}
	r.say()
	r.bar.Refresh()
	r.editor.body.Refresh() // the commands may take one more row
}

// keep remembers the place, to come back to it.
func (r *reading) keep() {
	if r.editor.read != nil {
		r.editor.read.place, r.editor.read.words = r.view.Place(), r.entry.Text
	}
}

// say writes the page and the size.
func (r *reading) say() {
	const printed = 96. / 72 // Fyne's units a point, at the size of print
	r.scale.SetText(fmt.Sprintf("%.0f\u202f%%", r.view.Scale()/printed*100))
	if r.result == nil {
		r.page.SetText("Document illisible")
		return
	}
	r.page.SetText(fmt.Sprintf("Page %d sur %d", r.view.Page()+1, r.view.Pages()))
}

// nextMissing shows the next place where an answer lacks.
func (r *reading) nextMissing() {
	if len(r.missing) == 0 {
		return
	}
	r.at = (r.at + 1) % len(r.missing)
	r.lacks.SetText(fmt.Sprintf("À compléter\u00a0: %d sur %d", r.at+1, len(r.missing)))
	r.show(nil, r.missing[r.at])
}

// show lights places, one of them more, which « Aller à la question » is then about.
func (r *reading) show(soft, strong []typeset.Spot) {
	r.current = strong
	r.view.Mark(soft, strong)
	if hidden := len(r.questions()) == 0; hidden != r.answer.Hidden {
		r.answer.Hidden = hidden
		r.bar.Refresh()
		r.editor.body.Refresh()
	}
}

// questions are those behind the place that is lit.
func (r *reading) questions() []string {
	for _, s := range r.current {
		if ids := r.result.At(s.Page, s.X+s.W/2, s.Y+s.H/2); len(ids) > 0 {
			return ids
		}
	}
	return nil
}

func (r *reading) openCurrent() { r.open(r.questions()) }

// open leads to the question behind a word, and remembers the way back.
func (r *reading) open(ids []string) {
	e := r.editor
	for _, id := range ids {
		f, q, ok := e.find(id)
		if !ok || !q.Shown() {
			continue
		}
		r.keep()
		e.back = &visit{page: pageReading}
		e.showFiche(f.Key)
		if !e.form.Focus(e.shell.canvas, id) {
			e.form.FocusFirst(e.shell.canvas)
		}
		return
	}
}

// typed does what Enter asks for on a page, and hands the other keys over.
func (r *reading) typed(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		r.openCurrent()
	default:
		r.editor.shell.typedKey(k)
	}
}
