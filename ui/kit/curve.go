package kit

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Point is where a Curve steps: from X on, a fraction of the width, it stands at Y.
type Point struct {
	X, Y  float32
	Words string // written beside it; empty for most
	Mark  bool   // a diamond stands there
}

// A Curve is an amount that changes by steps, over and under zero. What it shows must also be said in words beside it.
type Curve struct {
	widget.BaseWidget
	points []Point
}

// NewCurve returns the curve of these points, in the order of X.
func NewCurve(points []Point) *Curve {
	c := &Curve{points: points}
	c.ExtendBaseWidget(c)
	return c
}

// AccessibilityLabel is read aloud by a screen reader: what is written on the curve.
func (c *Curve) AccessibilityLabel() string {
	var said []string
	for _, p := range c.points {
		if p.Words != "" {
			said = append(said, p.Words)
		}
	}
	return strings.Join(said, "\u202f; ")
}

// AccessibilityRole is asked for by the system's screen reader.
func (c *Curve) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (c *Curve) CreateRenderer() fyne.WidgetRenderer {
	r := &curveRenderer{c: c, zero: canvas.NewRectangle(color.Transparent)}
	for _, p := range c.points {
		s := curveStep{area: canvas.NewRectangle(color.Transparent), line: canvas.NewRectangle(color.Transparent),
			jump: canvas.NewRectangle(color.Transparent)}
		if p.Mark {
			s.mark = canvas.NewRegularPolygon(4, color.Transparent)
		}
		if p.Words != "" {
			s.words = canvas.NewText(p.Words, color.Transparent)
			s.words.TextStyle.Bold = true
		}
		r.steps = append(r.steps, s)
	}
	r.paint()
	return r
}

// A curveStep is what is drawn of one point: the ground between it and zero, its line, and the jump that leads to it.
type curveStep struct {
	area, line, jump *canvas.Rectangle
	mark             *canvas.RegularPolygon // nil for most
	words            *canvas.Text           // nil for most
}

type curveRenderer struct {
	c     *Curve
	zero  *canvas.Rectangle
	steps []curveStep
}

const curveHeight = 210

func (r *curveRenderer) paint() {
	r.zero.FillColor = theme.Color(theme.ColorNameInputBorder)
	for i, s := range r.steps {
		ground, ink := ColorTint, theme.ColorNamePrimary
		if r.c.points[i].Y < 0 {
			ground, ink = ColorErrorTint, theme.ColorNameError
		}
		s.area.FillColor = theme.Color(ground)
		s.line.FillColor, s.jump.FillColor = theme.Color(ink), theme.Color(theme.ColorNameInputBorder)
		if s.mark != nil {
			s.mark.FillColor = theme.Color(theme.ColorNameForeground)
		}
		if s.words != nil {
			s.words.Color, s.words.TextSize = theme.Color(theme.ColorNameForeground), theme.Size(SizeCaption)
		}
	}
}

func (r *curveRenderer) MinSize() fyne.Size { return fyne.NewSize(Scaled(160), Scaled(curveHeight)) }

func (r *curveRenderer) Layout(size fyne.Size) {
	low, high := float32(0), float32(0)
	for _, p := range r.c.points {
		low, high = min(low, p.Y), max(high, p.Y)
	}
	room := Scaled(24) // above and below, for the words
	unit := (size.Height - 2*room) / max(high-low, 1)
	level := func(y float32) float32 { return room + (high-y)*unit }
	set(r.zero, 0, level(0), size.Width, 1)
	before := float32(0)
	for i, s := range r.steps {
		p, end := r.c.points[i], float32(1)
		if i+1 < len(r.steps) {
			end = r.c.points[i+1].X
		}
		x, w, y := p.X*size.Width, (end-p.X)*size.Width, level(p.Y)
		set(s.area, x, min(y, level(0)), w, abs(y-level(0)))
		set(s.line, x, y-1, w, 2)
		set(s.jump, x, min(y, level(before)), 1, abs(y-level(before)))
		before = p.Y
		side := Scaled(12)
		if s.mark != nil {
			set(s.mark, x-side/2, y-side/2, side, side)
		}
		if s.words != nil {
			m := s.words.MinSize()
			top := y - m.Height - Scaled(6)
			if p.Y < 0 {
				top = y + Scaled(6)
			}
			set(s.words, min(max(x-m.Width/2, 0), size.Width-m.Width), top, m.Width, m.Height)
			s.words.Hidden = m.Width > size.Width
		}
	}
}

func abs(x float32) float32 { return max(x, -x) }

func (r *curveRenderer) Refresh() {
	r.paint()
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}

func (r *curveRenderer) Objects() []fyne.CanvasObject {
	var out, over []fyne.CanvasObject
	for _, s := range r.steps {
		out = append(out, s.area)
		over = append(over, s.jump, s.line)
	}
	out = append(append(out, r.zero), over...)
	for _, s := range r.steps {
		if s.mark != nil {
			out = append(out, s.mark)
		}
		if s.words != nil {
			out = append(out, s.words)
		}
	}
	return out
}

func (r *curveRenderer) Destroy() {}
