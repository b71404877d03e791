package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/assets"
	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// A sidebar is the task list: the parts, their fiches, how far each has come, then the pages made from the same
// questions, and the line that says what is saved.
type sidebar struct {
	editor *editor
	parts  []*partLine
	fiches map[string]*ficheLine // by Fiche.Key
	pages  map[string]*kit.Line  // by page
	town   *kit.Text
	saved  *kit.Text
	icon   *fyne.Container
	scroll *container.Scroll
	object fyne.CanvasObject

	words   string // what is said of saving
	changed bool   // a part was folded or unfolded since the last layout
}

// sideWidth is the width of the task list at the ordinary size of text.
const sideWidth = 272

func newSidebar(e *editor) *sidebar {
	s := &sidebar{editor: e, fiches: map[string]*ficheLine{}, pages: map[string]*kit.Line{}}
	list := kit.VStack(kit.Scaled(2))
	for i, part := range e.parts {
		p := newPartLine(s, i, part)
		s.parts = append(s.parts, p)
		list.Add(p.head)
		list.Add(p.body)
	}
	s.scroll = kit.NewScroll(kit.Pad(0, 6, 12, 0, list))

	s.town = kit.NewLine("", kit.SizeBody, kit.ColorSideText, true)
	reference := kit.NewLine(e.subtitle(), theme.SizeNameCaptionText, kit.ColorSideMuted, false)
	card := kit.NewPanel(kit.ColorSideHover, "", kit.VStack(kit.Scaled(2), s.town, reference)).Padded(10, 12, 10, 12)

	home := kit.NewListLine(brand(), e.shell.goHome)
	home.OnSide = true

	s.saved = kit.NewLine("", theme.SizeNameCaptionText, kit.ColorSideMuted, false)
	s.icon = container.NewStack()
	ways := kit.Columns(kit.Scaled(2), kit.Scaled(100))
	for _, p := range pages() {
		ways.Add(s.page(p))
	}
	foot := kit.VStack(kit.Scaled(6), kit.NewRule(kit.ColorSideLine), ways,
		kit.NewRule(kit.ColorSideLine), kit.Pad(4, 0, 0, 4, kit.Beside(kit.Scaled(8), s.icon, s.saved)))
	top := kit.VStack(kit.Scaled(10), home, card)
	s.object = kit.NewSurface(kit.ColorSide, kit.Sandwich(top, kit.Pad(12, 0, 8, 0, kit.OnSide(s.scroll)), foot)).
		Padded(14, 12, 14, 12)
	s.refresh()
	return s
}

// brand is the mark and the name of the program.
func brand() fyne.CanvasObject {
	mark := canvas.NewImageFromResource(fyne.NewStaticResource("icon.png", assets.Icon))
	mark.FillMode = canvas.ImageFillContain
	mark.SetMinSize(fyne.NewSquareSize(kit.Scaled(30)))
	return kit.HStack(kit.Scaled(10), mark, kit.NewStrong(appName, kit.SizeSection, kit.ColorSideText))
}

// page is the line that leads to a page.
func (s *sidebar) page(p page) fyne.CanvasObject {
	line := kit.NewListLine(kit.Beside(kit.Scaled(8), kit.NewIcon(p.icon, kit.ColorSideMuted, kit.Scaled(16)),
		kit.NewLine(p.title, kit.SizeBody, kit.ColorSideText, true)), func() { p.enter(s.editor) }).Padded(6, 6, 6, 8)
	line.OnSide = true
	s.pages[p.name] = line
	return line
}

// refresh writes the statuses again, and shows which fiche or page stands in the middle.
func (s *sidebar) refresh() {
	e := s.editor
	found := e.look()
	for i, p := range s.parts {
		p.update(e.parts[i], found)
	}
	if s.changed {
		s.changed = false
		s.scroll.Refresh()
	}
	for name, line := range s.pages {
		line.SetActive(e.page == name)
	}
	s.town.SetText(e.townName())
	s.sayState()
}

func (s *sidebar) sayState() {
	words, failed := s.editor.saveState()
	if words == s.words {
		return
	}
	s.words = words
	icon := kit.NewIcon(theme.ConfirmIcon(), kit.ColorSideDone, kit.Scaled(16))
	s.saved.Color = kit.ColorSideMuted
	if failed {
		icon = kit.NewIcon(kit.IconError(), kit.ColorSideError, kit.Scaled(16))
		s.saved.Color = kit.ColorSideError
	}
	s.saved.SetText(words)
	s.saved.Refresh()
	s.icon.Objects = []fyne.CanvasObject{icon}
	s.icon.Refresh()
}

// reveal scrolls to the fiche in the middle.
func (s *sidebar) reveal() {
	if l := s.fiches[s.editor.key]; l != nil {
		kit.Reveal(s.scroll, l.line)
	}
}

// partLine is the head of a part, which folds its fiches.
type partLine struct {
	side  *sidebar
	index int
	head  *kit.Line
	count *kit.Text
	arrow *fyne.Container
	icon  fyne.Resource
	body  *fyne.Container
}

func newPartLine(s *sidebar, index int, part model.Part) *partLine {
	p := &partLine{side: s, index: index, body: kit.VStack(kit.Scaled(1))}
	title := kit.NewParagraph(fmt.Sprintf("%d  %s", part.Number, part.Title), kit.SizeBody, kit.ColorSideText)
	title.Bold = true
	p.count = kit.NewText("", theme.SizeNameCaptionText, kit.ColorSideMuted)
	p.arrow = container.NewStack()
	p.head = kit.NewListLine(kit.Ended(kit.Scaled(6), title, kit.HStack(kit.Scaled(4), p.count, p.arrow)), p.toggle).Padded(8, 8, 8, 10)
	p.head.OnSide = true
	p.head.OnFocus = func() { kit.Reveal(s.scroll, p.head) }
	for _, f := range part.Fiches {
		l := newFicheLine(s, f)
		s.fiches[f.Key] = l
		p.body.Add(l.line)
	}
	return p
}

func (p *partLine) open() bool { return p.side.editor.opened[p.index] }

func (p *partLine) toggle() {
	e := p.side.editor
	e.opened[p.index] = !p.open()
	if e.followed == p.index {
		e.followed = -1
	}
	p.side.refresh()
}

func (p *partLine) update(part model.Part, found []model.Finding) {
	done, asked := 0, 0
	for _, f := range part.Fiches {
		st := f.Status(found...)
		p.side.fiches[f.Key].update(f, st)
		switch st.Kind {
		case model.StatusVoid:
		case model.StatusComplete:
			done++
			asked++
		default:
			asked++
		}
	}
	p.count.SetText(fmt.Sprintf("%d/%d", done, asked))
	icon := theme.MenuExpandIcon()
	if p.open() {
		icon = theme.MenuDropDownIcon()
	}
	if p.open() != p.body.Visible() {
		p.body.Hidden = !p.open()
		p.side.changed = true
	}
	if icon != p.icon {
		p.icon = icon
		p.arrow.Objects = []fyne.CanvasObject{kit.NewIcon(icon, kit.ColorSideMuted, kit.Scaled(16))}
		p.arrow.Refresh()
	}
}

// ficheLine is one fiche of the task list.
type ficheLine struct {
	line   *kit.Line
	mark   *mark
	title  *kit.Text
	status *kit.Text
	side   *sidebar
	shown  ficheState
}

// ficheState is what a line of the task list shows.
type ficheState struct {
	title  string
	status model.Status
	active bool
}

func newFicheLine(s *sidebar, f model.Fiche) *ficheLine {
	l := &ficheLine{side: s, mark: newMark(model.StatusToDo, true)}
	l.title = kit.NewParagraph(f.Title, kit.SizeSmall, kit.ColorSideText)
	l.status = kit.NewParagraph("", theme.SizeNameCaptionText, kit.ColorSideMuted)
	words := kit.VStack(0, l.title, l.status)
	l.line = kit.NewListLine(kit.Beside(kit.Scaled(10), l.mark, words), func() { s.editor.enterFiche(f.Key) }).Padded(6, 8, 6, 14)
	l.line.OnSide = true
	l.line.OnFocus = func() { kit.Reveal(s.scroll, l.line) }
	return l
}

func (l *ficheLine) update(f model.Fiche, st model.Status) {
	active := l.side.editor.page == pageFiche && l.side.editor.key == f.Key
	state := ficheState{f.Title, st, active}
	if state == l.shown {
		return
	}
	l.shown = state
	l.mark.set(st.Kind)
	l.title.Bold = active
	l.title.SetText(f.Title)
	switch st.Kind {
	case model.StatusWrong:
		l.status.Color = kit.ColorSideError
	case model.StatusReview:
		l.status.Color = kit.ColorSideWarn
	default:
		l.status.Color = kit.ColorSideMuted
	}
	l.status.SetText(st.Text)
	l.line.SetActive(active)
	l.line.Refresh()
}
