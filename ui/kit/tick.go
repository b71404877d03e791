package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// A Tick is one answer that is chosen or not: round where only one can be, square where several can.
type Tick struct {
	press
	Label  string
	Round  bool
	Framed bool           // drawn as a card of its own
	OnMove func(step int) // arrows: -1 for the answer before, +1 for the one after; may be nil

	on bool
}

// NewTick returns an answer that calls tapped when it is clicked, or on Space or Enter; tapped sets it with SetOn.
func NewTick(label string, round, framed bool, tapped func()) *Tick {
	t := &Tick{Label: label, Round: round, Framed: framed}
	t.OnTapped = tapped
	t.extend(t)
	return t
}

// On reports whether t is chosen.
func (t *Tick) On() bool { return t.on }

// SetOn chooses t or not.
func (t *Tick) SetOn(on bool) {
	if t.on != on {
		t.on = on
		t.Refresh()
	}
}

// TypedKey is called by Fyne.
func (t *Tick) TypedKey(k *fyne.KeyEvent) {
	step := 0
	switch k.Name {
	case fyne.KeyUp, fyne.KeyLeft:
		step = -1
	case fyne.KeyDown, fyne.KeyRight:
		step = 1
	}
	if step != 0 && t.OnMove != nil {
		t.OnMove(step)
		return
	}
	t.press.TypedKey(k)
}

// AccessibilityLabel is read aloud by a screen reader.
func (t *Tick) AccessibilityLabel() string {
	if t.on {
		return t.Label + ", choisi"
	}
	return t.Label + ", non choisi"
}

// CreateRenderer is called by Fyne.
func (t *Tick) CreateRenderer() fyne.WidgetRenderer {
	r := &tickRenderer{
		t: t, ring: canvas.NewRectangle(color.Transparent), ground: canvas.NewRectangle(color.Transparent),
		box: canvas.NewRectangle(color.Transparent), dot: canvas.NewRectangle(color.Transparent),
		check: canvas.NewImageFromResource(nil), label: NewParagraph(t.Label, SizeBody, theme.ColorNameForeground),
	}
	r.check.FillMode = canvas.ImageFillContain
	r.paint()
	return r
}

type tickRenderer struct {
	t                      *Tick
	ring, ground, box, dot *canvas.Rectangle
	check                  *canvas.Image
	label                  *Text
}

func (r *tickRenderer) side() float32 { return Scaled(18) }

func (r *tickRenderer) paint() {
	t := r.t
	fill, stroke := fyne.ThemeColorName(""), fyne.ThemeColorName("")
	if t.Framed {
		fill, stroke = ColorSurface, theme.ColorNameInputBorder
		if t.on {
			fill, stroke = ColorTint, theme.ColorNamePrimary
		}
	}
	dress(r.ground, fill, stroke, 9)
	if t.hovered && !t.on {
		r.ground.FillColor = theme.Color(theme.ColorNameHover)
	}
	ring(r.ring, t.focused, theme.ColorNamePrimary, 11)
	radius := float32(5)
	if t.Round {
		radius = r.side() / 2
	}
	r.box.CornerRadius, r.box.StrokeWidth = radius, 1.5
	r.box.FillColor, r.box.StrokeColor = theme.Color(theme.ColorNameInputBackground), theme.Color(theme.ColorNameInputBorder)
	r.dot.CornerRadius, r.dot.FillColor = r.side()/4, color.Transparent
	r.check.Hidden = true
	if t.on {
		r.box.StrokeColor = theme.Color(theme.ColorNamePrimary)
		if t.Round {
			r.dot.FillColor = theme.Color(theme.ColorNamePrimary)
		} else {
			r.box.FillColor = theme.Color(theme.ColorNamePrimary)
			r.check.Hidden = false
			r.check.Resource = theme.NewColoredResource(theme.ConfirmIcon(), theme.ColorNameForegroundOnPrimary)
		}
	}
	r.label.Bold = t.on && t.Framed
}

func (r *tickRenderer) padding() (x, y float32) {
	if r.t.Framed {
		return Scaled(12), Scaled(10)
	}
	return Scaled(4), Scaled(6)
}

func (r *tickRenderer) MinSize() fyne.Size {
	x, y := r.padding()
	return fyne.NewSize(2*x+r.side()+Scaled(60), max(r.label.MinSize().Height, r.side())+2*y)
}

func (r *tickRenderer) Layout(size fyne.Size) {
	r.ring.Move(fyne.NewPos(-2, -2))
	r.ring.Resize(size.AddWidthHeight(4, 4))
	r.ground.Resize(size)
	x, y := r.padding()
	side := r.side()
	lineTop := y + (r.label.measure("É").Height+Scaled(2)-side)/2
	r.box.Move(fyne.NewPos(x, lineTop))
	r.box.Resize(fyne.NewSquareSize(side))
	r.dot.Move(fyne.NewPos(x+side/4, lineTop+side/4))
	r.dot.Resize(fyne.NewSquareSize(side / 2))
	r.check.Move(fyne.NewPos(x+2, lineTop+2))
	r.check.Resize(fyne.NewSquareSize(side - 4))
	left := x + side + Scaled(10)
	HeightFor(r.label, size.Width-left-x)
	r.label.Move(fyne.NewPos(left, y+Scaled(1)))
	r.label.Resize(fyne.NewSize(size.Width-left-x, size.Height-2*y))
}

func (r *tickRenderer) Refresh() {
	r.paint()
	r.label.SetText(r.t.Label)
	r.Layout(r.t.Size())
	r.label.Refresh()
	r.check.Refresh()
	canvas.Refresh(r.t)
}

func (r *tickRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring, r.ground, r.box, r.dot, r.check, r.label}
}

func (r *tickRenderer) Destroy() {}
