package screen

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"appuitechnique/ui/paper/typeset"
)

// A Preview shows a paper as it will be printed, page under page. It scrolls, zooms, tells which questions stand behind a
// word that is tapped, and shows where an answer is printed. The arrows, the page keys, +, - and 0 work when it has the focus.
type Preview struct {
	widget.BaseWidget

	// OnTapped receives the IDs of the questions behind the words that were tapped; it may be nil.
	OnTapped func(ids []string)
	// OnPage receives the number, from 0, of the page that comes to stand at the top; it may be nil.
	OnPage func(page int)
	// OnScale is called when the size of the pages changed; it may be nil.
	OnScale func()
	// OnKey receives the keys that the preview has no use for; it may be nil.
	OnKey func(*fyne.KeyEvent)

	pages   *column
	scroll  *container.Scroll
	ring    *canvas.Rectangle
	fit     float32 // the pages are as wide as the preview, up to this scale; 0: they keep their size
	shown   int     // page at the top
	small   []*Thumbnails
	pending func() // what waits for the preview to have a size
}

const pageGap = 16

// The zooms that + and - go through, in Fyne's units a point.
const (
	leastZoom = 0.3
	mostZoom  = 6
	zoomStep  = 1.2

	comfort = 1.6 // beyond this scale lines are too wide to be read with ease
)

// NewPreview returns an empty preview, as wide as it is given.
func NewPreview() *Preview {
	p := &Preview{fit: mostZoom, ring: canvas.NewRectangle(color.Transparent)}
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

// Pages returns how many there are.
func (p *Preview) Pages() int { return len(p.pages.sheets) }

// Page returns the number, from 0, of the page at the top.
func (p *Preview) Page() int { return p.shown }

// Zoom multiplies the size of the pages.
func (p *Preview) Zoom(by float32) { p.SetScale(p.pages.scale * by) }

// ZoomIn makes the pages a step larger.
func (p *Preview) ZoomIn() { p.Zoom(zoomStep) }

// ZoomOut makes the pages a step smaller.
func (p *Preview) ZoomOut() { p.Zoom(1 / float32(zoomStep)) }

// Scale returns the size of the pages, in Fyne's units a point.
func (p *Preview) Scale() float32 { return p.pages.scale }

// SetScale sets the size of the pages, in Fyne's units a point.
func (p *Preview) SetScale(scale float32) {
	p.fit = 0
	p.scaleTo(scale)
	p.settle()
}

// FitWidth makes the pages as wide as the preview, now and when it is resized.
func (p *Preview) FitWidth() {
	p.fit = mostZoom
	p.settle()
}

// FitComfort is FitWidth up to a size that is easy to read.
func (p *Preview) FitComfort() {
	p.fit = comfort
	p.settle()
}

// A Place is what a preview shows: how large, and how far it was scrolled.
type Place struct {
	scale, fit float32
	y          float32 // at the top of the preview, in pages
}

// Place returns what is shown, to come back to it by Return.
func (p *Preview) Place() Place {
	return Place{p.pages.scale, p.fit, p.scroll.Offset.Y / p.pageHeight()}
}

// Return shows that place again.
func (p *Preview) Return(to Place) {
	p.fit = to.fit
	p.once(func() {
		if p.fit == 0 {
			p.scaleTo(to.scale)
		}
		p.settle()
		p.scrollTo(to.y * p.pageHeight())
	})
}

// once does what needs a size now, or as soon as the preview has one.
func (p *Preview) once(do func()) {
	if p.scroll.Size().Height > 0 && p.pages.result != nil {
		do()
		return
	}
	p.pending = do
}

func (p *Preview) pageHeight() float32 {
	if p.pages.result == nil {
		return 1
	}
	return float32(p.pages.result.Height)*p.pages.scale + pageGap
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
	if p.OnScale != nil {
		p.OnScale()
	}
}

// settle lays the pages out again after a change of paper or of size.
func (p *Preview) settle() {
	if w := p.scroll.Size().Width; p.fit > 0 && p.pages.result != nil && w > 4*pageGap {
		p.scaleTo(min((w-2*pageGap)/float32(p.pages.result.Width), p.fit))
	}
	p.pages.Refresh()
	p.scrollTo(p.scroll.Offset.Y)
}

// scrollTo brings that height of the column to the top, as far as there is one.
func (p *Preview) scrollTo(y float32) {
	room := max(p.pages.MinSize().Height-p.scroll.Size().Height, 0)
	p.scroll.Offset.Y = min(max(y, 0), room)
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
func (p *Preview) GoTo(page int) {
	p.once(func() {
		if p.pages.result == nil || page < 0 || page >= len(p.pages.sheets) {
			return
		}
		pos, _ := p.pages.box(page)
		p.scrollTo(pos.Y - pageGap/2)
	})
}

// reveal brings the first of some spots into sight, unless one of them is; it stands then in the upper third.
func (p *Preview) reveal(spots []typeset.Spot) {
	top, height := p.scroll.Offset.Y, p.scroll.Size().Height
	first := float32(-1)
	for _, s := range spots {
		if s.Page < 0 || s.Page >= len(p.pages.sheets) {
			continue
		}
		pos, _ := p.pages.box(s.Page)
		from, to := pos.Y+float32(s.Y)*p.pages.scale, pos.Y+float32(s.Y+s.H)*p.pages.scale
		if from >= top && to <= top+height {
			return
		}
		if first < 0 {
			first = from
		}
	}
	if first >= 0 {
		p.scrollTo(first - height/3)
	}
}

// Bring brings one of some spots into sight.
func (p *Preview) Bring(spots []typeset.Spot) { p.once(func() { p.reveal(spots) }) }

// Mark lights spots, some of them stronger, and brings into sight one of the strong ones; of the others when there is none.
func (p *Preview) Mark(soft, strong []typeset.Spot) {
	p.pages.marks, p.pages.strong = soft, strong
	p.pages.Refresh()
	if len(strong) > 0 {
		soft = strong
	}
	p.once(func() { p.reveal(soft) })
}

// Highlight marks where the answer to a question is printed, brings a place into sight, and returns how many there are. An
// empty id marks nothing.
func (p *Preview) Highlight(id string) int {
	var places []typeset.Spot
	if p.pages.result != nil && id != "" {
		places = p.pages.result.Places(id)
	}
	p.Mark(places, nil)
	return len(places)
}

// CreateRenderer implements fyne.Widget.
func (p *Preview) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(p.scroll, p.ring))
}

// Resize implements fyne.CanvasObject.
func (p *Preview) Resize(s fyne.Size) {
	if s == p.Size() {
		return
	}
	p.BaseWidget.Resize(s)
	p.settle()
	if do := p.pending; do != nil && s.Height > 0 && p.pages.result != nil {
		p.pending = nil
		do()
	}
}

// MinSize implements fyne.CanvasObject.
func (p *Preview) MinSize() fyne.Size { return fyne.NewSize(160, 120) }
