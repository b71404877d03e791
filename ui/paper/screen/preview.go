package screen

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"appuitechnique/ui/paper/typeset"
)

// A Preview shows a paper as it will be printed, page under page. It scrolls, zooms, tells which questions stand behind a
// word that is tapped, and shows where an answer is printed. The arrows, the page keys, + and - work when it has the focus.
type Preview struct {
	widget.BaseWidget

	// OnTapped receives the IDs of the questions behind the words that were tapped; it may be nil.
	OnTapped func(ids []string)
	// OnPage receives the number, from 0, of the page that comes to stand at the top; it may be nil.
	OnPage func(page int)

	pages  *column
	scroll *container.Scroll
	fit    bool // the pages are as wide as the preview
	shown  int  // page at the top
	small  []*Thumbnails
}

var _ fyne.Focusable = (*Preview)(nil)

const pageGap = 16

// The zooms that + and - go through, in Fyne's units a point.
const (
	leastZoom = 0.3
	mostZoom  = 6
	zoomStep  = 1.2
)

// NewPreview returns an empty preview, as wide as it is given.
func NewPreview() *Preview {
	p := &Preview{fit: true}
	p.pages = newColumn(NewPainter(), pageGap, p.tapped)
	p.scroll = container.NewScroll(p.pages)
	p.scroll.OnScrolled = func(fyne.Position) { p.scrolled() }
	p.ExtendBaseWidget(p)
	return p
}

// SetPaper replaces the paper and keeps the place; nil shows nothing.
func (p *Preview) SetPaper(r *typeset.Result) {
	p.pages.show(r)
	p.settle()
	for _, t := range p.small {
		t.pages.show(r)
		t.fit()
	}
}

// Zoom multiplies the size of the pages.
func (p *Preview) Zoom(by float32) { p.SetScale(p.pages.scale * by) }

// Scale returns the size of the pages, in Fyne's units a point.
func (p *Preview) Scale() float32 { return p.pages.scale }

// SetScale sets the size of the pages, in Fyne's units a point.
func (p *Preview) SetScale(scale float32) {
	p.fit = false
	p.scaleTo(scale)
	p.settle()
}

// FitWidth makes the pages as wide as the preview, now and when it is resized.
func (p *Preview) FitWidth() {
	p.fit = true
	p.settle()
}

// scaleTo keeps the place at the top while the pages grow.
func (p *Preview) scaleTo(scale float32) {
	scale = min(max(scale, leastZoom), mostZoom)
	if scale == p.pages.scale {
		return
	}
	p.scroll.Offset.Y *= scale / p.pages.scale
	p.pages.scale = scale
	for _, s := range p.pages.sheets {
		s.Hide()
	}
}

// settle lays the pages out again after a change of paper or of size.
func (p *Preview) settle() {
	if w := p.scroll.Size().Width; p.fit && p.pages.result != nil && w > 4*pageGap {
		p.scaleTo((w - 2*pageGap) / float32(p.pages.result.Width))
	}
	p.pages.Refresh()
	p.scroll.Refresh()
	p.scrolled()
}

func (p *Preview) scrolled() {
	p.pages.sight(p.scroll.Offset.Y, p.scroll.Size().Height)
	page, _, _ := p.pages.at(fyne.NewPos(p.pages.Size().Width/2, p.scroll.Offset.Y+p.scroll.Size().Height/3))
	if page < 0 || page == p.shown {
		return
	}
	p.shown = page
	for _, t := range p.small {
		t.follow(page)
	}
	if p.OnPage != nil {
		p.OnPage(page)
	}
}

// GoTo brings a page to the top.
func (p *Preview) GoTo(page int) { p.reveal(typeset.Spot{Page: page}) }

func (p *Preview) reveal(s typeset.Spot) {
	if p.pages.result == nil || s.Page < 0 || s.Page >= len(p.pages.sheets) {
		return
	}
	pos, _ := p.pages.box(s.Page)
	room := p.pages.MinSize().Height - p.scroll.Size().Height
	p.scroll.Offset.Y = max(min(pos.Y-pageGap/2+max(float32(s.Y)*p.pages.scale-p.scroll.Size().Height/3, 0), room), 0)
	p.scroll.Refresh()
	p.scrolled()
}

// Highlight marks where the answer to a question is printed, brings the first place into sight, and returns how many there
// are. An empty id marks nothing.
func (p *Preview) Highlight(id string) int {
	p.pages.marks = nil
	if p.pages.result != nil && id != "" {
		p.pages.marks = p.pages.result.Places(id)
	}
	p.pages.Refresh()
	if len(p.pages.marks) > 0 {
		p.reveal(p.pages.marks[0])
	}
	return len(p.pages.marks)
}

func (p *Preview) tapped(page int, x, y float64) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		c.Focus(p)
	}
	if ids := p.pages.result.At(page, x, y); len(ids) > 0 && p.OnTapped != nil {
		p.OnTapped(ids)
	}
}

// TypedKey scrolls and zooms.
func (p *Preview) TypedKey(e *fyne.KeyEvent) {
	line, page := float32(40), p.scroll.Size().Height*.9
	move := map[fyne.KeyName]float32{
		fyne.KeyUp: -line, fyne.KeyDown: line, fyne.KeyPageUp: -page, fyne.KeyPageDown: page,
		fyne.KeyHome: -p.pages.MinSize().Height, fyne.KeyEnd: p.pages.MinSize().Height,
	}[e.Name]
	if move != 0 {
		room := max(p.pages.MinSize().Height-p.scroll.Size().Height, 0)
		p.scroll.Offset.Y = min(max(p.scroll.Offset.Y+move, 0), room)
		p.scroll.Refresh()
		p.scrolled()
	}
}

// TypedRune zooms.
func (p *Preview) TypedRune(r rune) {
	switch r {
	case '+':
		p.Zoom(zoomStep)
	case '-':
		p.Zoom(1 / float32(zoomStep))
	case '0':
		p.FitWidth()
	}
}

// FocusGained implements fyne.Focusable.
func (p *Preview) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (p *Preview) FocusLost() {}

// CreateRenderer implements fyne.Widget.
func (p *Preview) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.scroll) }

// Resize implements fyne.CanvasObject.
func (p *Preview) Resize(s fyne.Size) {
	p.BaseWidget.Resize(s)
	p.settle()
}

// MinSize implements fyne.CanvasObject.
func (p *Preview) MinSize() fyne.Size { return fyne.NewSize(160, 120) }
