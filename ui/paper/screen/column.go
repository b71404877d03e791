package screen

import (
	"fmt"
	"image"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"appuitechnique/ui/paper/typeset"
)

// A column shows pages one under the other and paints only those in sight.
type column struct {
	widget.BaseWidget
	painter *Painter
	result  *typeset.Result // nil when there is nothing to show
	scale   float32         // Fyne's units a point
	gap     float32
	from    float32 // what is in sight, in the column's own places
	height  float32
	marks   []typeset.Spot // highlighted
	strong  []typeset.Spot // highlighted more
	hovered typeset.Spot   // under the mouse, where that leads to a question
	current int            // page with a stronger frame; -1 for none
	tapped  func(page int, x, y float64)

	frames []*canvas.Rectangle
	sheets []*canvas.Raster
	lights []*canvas.Rectangle
}

var (
	_ fyne.Tappable      = (*column)(nil)
	_ desktop.Cursorable = (*column)(nil)
	_ desktop.Hoverable  = (*column)(nil)
)

// AccessibilityRole is asked for by the system's screen reader.
func (c *column) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is read aloud by a screen reader. The words of the paper are read in its PDF, which is tagged for that.
func (c *column) AccessibilityLabel() string {
	if c.result == nil {
		return "Aucune page"
	}
	return fmt.Sprintf("Pages du document\u00a0: %d", len(c.result.Pages))
}

func newColumn(p *Painter, gap float32, tapped func(page int, x, y float64)) *column {
	c := &column{painter: p, gap: gap, scale: 1, current: -1, tapped: tapped}
	c.ExtendBaseWidget(c)
	return c
}

// show replaces the pages. Those in sight are painted again.
func (c *column) show(r *typeset.Result) {
	pages := 0
	if r != nil {
		pages = len(r.Pages)
	}
	c.result, c.marks, c.strong, c.hovered = r, nil, nil, typeset.Spot{}
	for len(c.sheets) < pages {
		page := len(c.sheets)
		sheet := canvas.NewRaster(func(w, h int) image.Image { return c.paint(page, w, h) })
		sheet.Hide()
		c.sheets = append(c.sheets, sheet)
		c.frames = append(c.frames, canvas.NewRectangle(color.White))
	}
	c.sheets, c.frames = c.sheets[:pages], c.frames[:pages]
	for _, s := range c.sheets {
		s.Hide() // sight shows and paints again those that are seen
	}
	c.Refresh()
	c.sight(c.from, c.height)
}

func (c *column) paint(page, w, h int) image.Image {
	if c.result == nil || w <= 0 || h <= 0 {
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	return c.painter.page(c.result, page, w, h, float64(w)/c.result.Width)
}

// box returns where a page stands in the column.
func (c *column) box(page int) (fyne.Position, fyne.Size) {
	w, h := float32(c.result.Width)*c.scale, float32(c.result.Height)*c.scale
	x := max((c.Size().Width-w)/2, c.gap)
	return fyne.NewPos(x, c.gap+float32(page)*(h+c.gap)), fyne.NewSize(w, h)
}

// sight says which part of the column is seen.
func (c *column) sight(from, height float32) {
	c.from, c.height = from, height
	if c.result == nil {
		return
	}
	for i, s := range c.sheets {
		pos, size := c.box(i)
		seen := pos.Y < from+height && pos.Y+size.Height > from
		switch {
		case seen && s.Hidden:
			s.Show()
			s.Refresh()
		case !seen && !s.Hidden:
			s.Hide()
		}
	}
}

// at returns the page and the place in points under a position, page -1 where there is none.
func (c *column) at(p fyne.Position) (page int, x, y float64) {
	if c.result == nil {
		return -1, 0, 0
	}
	for i := range c.sheets {
		pos, size := c.box(i)
		if p.X >= pos.X && p.X < pos.X+size.Width && p.Y >= pos.Y && p.Y < pos.Y+size.Height {
			return i, float64((p.X - pos.X) / c.scale), float64((p.Y - pos.Y) / c.scale)
		}
	}
	return -1, 0, 0
}

// Tapped tells the place that was tapped.
func (c *column) Tapped(e *fyne.PointEvent) {
	if page, x, y := c.at(e.Position); page >= 0 && c.tapped != nil {
		c.tapped(page, x, y)
	}
}

// MouseIn implements desktop.Hoverable.
func (c *column) MouseIn(e *desktop.MouseEvent) { c.MouseMoved(e) }

// MouseMoved shows what leads to a question.
func (c *column) MouseMoved(e *desktop.MouseEvent) {
	page, x, y := c.at(e.Position)
	if page >= 0 {
		spot, _ := c.result.SpotAt(page, x, y)
		c.hover(spot)
		return
	}
	c.hover(typeset.Spot{})
}

// MouseOut implements desktop.Hoverable.
func (c *column) MouseOut() { c.hover(typeset.Spot{}) }

func (c *column) hover(s typeset.Spot) {
	if s.Page != c.hovered.Page || s.Box != c.hovered.Box {
		c.hovered = s
		c.Refresh()
	}
}

// Cursor shows what can be clicked: the words that lead to a question, and every thumbnail.
func (c *column) Cursor() desktop.Cursor {
	if len(c.hovered.From) > 0 || c.current >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer implements fyne.Widget.
func (c *column) CreateRenderer() fyne.WidgetRenderer { return &columnRenderer{c} }

type columnRenderer struct{ *column }

func (r *columnRenderer) MinSize() fyne.Size {
	if r.result == nil {
		return fyne.NewSize(0, 0)
	}
	n := float32(len(r.sheets))
	return fyne.NewSize(float32(r.result.Width)*r.scale+2*r.gap, n*(float32(r.result.Height)*r.scale+r.gap)+r.gap)
}

func (r *columnRenderer) Layout(fyne.Size) {
	if r.result == nil {
		return
	}
	for i := range r.sheets {
		pos, size := r.box(i)
		r.frames[i].Move(pos.SubtractXY(1, 1))
		r.frames[i].Resize(size.AddWidthHeight(2, 2))
		r.sheets[i].Move(pos)
		r.sheets[i].Resize(size)
	}
	for i, m := range r.lit() {
		pos, _ := r.box(m.Page)
		r.lights[i].Move(pos.AddXY(float32(m.X)*r.scale-1, float32(m.Y)*r.scale))
		r.lights[i].Resize(fyne.NewSize(float32(m.W)*r.scale+2, float32(m.H)*r.scale))
	}
}

func (r *columnRenderer) Objects() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, 0, 2*len(r.sheets)+len(r.lights))
	for i := range r.sheets {
		out = append(out, r.frames[i], r.sheets[i])
	}
	for _, l := range r.lights {
		out = append(out, l)
	}
	return out
}

func (r *columnRenderer) Refresh() {
	for i, f := range r.frames {
		f.StrokeWidth, f.StrokeColor = 1, theme.Color(theme.ColorNameSeparator)
		if i == r.current {
			f.StrokeWidth, f.StrokeColor = 2, theme.Color(theme.ColorNamePrimary)
		}
		f.Refresh()
	}
	r.light()
	r.Layout(r.Size())
}

// The lights over the words. Paper is white in a dark window too.
var (
	lightSoft   = color.NRGBA{0x0b, 0x5f, 0x68, 0x26}
	lightStrong = color.NRGBA{0x0b, 0x5f, 0x68, 0x3a}
	lightEdge   = color.NRGBA{0x0b, 0x5f, 0x68, 0xff}
)

// lit lists what has a light over it: the marks, then the stronger ones, then what lies under the mouse.
func (c *column) lit() []typeset.Spot {
	out := slices.Concat(c.marks, c.strong)
	if len(c.hovered.From) > 0 && c.current < 0 {
		out = append(out, c.hovered)
	}
	return out
}

// light makes a light for each of them.
func (r *columnRenderer) light() {
	r.lights = r.lights[:0]
	for i := range r.lit() {
		l := canvas.NewRectangle(lightSoft)
		l.CornerRadius = 2
		if i >= len(r.marks) {
			l.FillColor, l.StrokeColor, l.StrokeWidth = lightStrong, lightEdge, 1
		}
		r.lights = append(r.lights, l)
	}
}

func (r *columnRenderer) Destroy() {}
