package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// An Emphasis says how much a button draws the eye.
type Emphasis int

// The emphases of a button: one Primary a screen, Secondary beside it, Quiet for the rest.
const (
	Primary Emphasis = iota
	Secondary
	Quiet
)

// A Button does something when clicked, or on Space or Enter.
type Button struct {
	press
	Text     string
	Icon     fyne.Resource // may be nil
	IconLast bool          // the icon stands after the words
	Emphasis Emphasis
	Compact  bool   // less room around the words, for buttons inside a card
	Leading  bool   // the words stand on the left of a wide button
	Said     string // what a screen reader says of a button without words
}

// NewButton returns a button; tapped may be nil.
func NewButton(text string, e Emphasis, tapped func()) *Button {
	b := &Button{Text: glued(text), Emphasis: e}
	b.OnTapped = tapped
	b.extend(b)
	return b
}

// NewSmallButton returns a quiet button for use inside a card; icon may be nil.
func NewSmallButton(text string, icon fyne.Resource, tapped func()) *Button {
	b := NewButton(text, Quiet, tapped)
	b.Icon, b.Compact = icon, true
	return b
}

// NewIconButton returns a quiet button that shows an icon only; said is read aloud in its place.
func NewIconButton(said string, icon fyne.Resource, tapped func()) *Button {
	b := NewSmallButton("", icon, tapped)
	b.Said = said
	return b
}

// With puts an icon before the words.
func (b *Button) With(icon fyne.Resource) *Button { b.Icon = icon; return b }

// Then puts an icon after the words.
func (b *Button) Then(icon fyne.Resource) *Button { b.Icon, b.IconLast = icon, true; return b }

// SetText changes the words.
func (b *Button) SetText(text string) { b.Text = glued(text); b.Refresh() }

// AccessibilityLabel is read aloud by a screen reader.
func (b *Button) AccessibilityLabel() string {
	if b.Text == "" {
		return b.Said
	}
	return b.Text
}

// SetEnabled lets b be pressed or not.
func (b *Button) SetEnabled(on bool) { b.disabled = !on; b.Refresh() }

// Disabled reports whether Fyne skips b with Tab: it can't be pressed. One that has the keyboard keeps its place until the
// keyboard goes on from there.
func (b *Button) Disabled() bool { return b.disabled && !b.focused }

// Enable is SetEnabled(true).
func (b *Button) Enable() { b.SetEnabled(true) }

// Disable is SetEnabled(false).
func (b *Button) Disable() { b.SetEnabled(false) }

// CreateRenderer is called by Fyne.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{
		b:    b,
		ring: canvas.NewRectangle(color.Transparent), ground: canvas.NewRectangle(color.Transparent),
		veil: canvas.NewRectangle(color.Transparent), words: canvas.NewText("", color.Black), icon: canvas.NewImageFromResource(nil),
	}
	r.words.TextStyle.Bold = true
	r.icon.FillMode = canvas.ImageFillContain
	r.paint()
	return r
}

type buttonRenderer struct {
	b                  *Button
	ring, ground, veil *canvas.Rectangle
	words              *canvas.Text
	icon               *canvas.Image
}

func (r *buttonRenderer) paint() {
	b := r.b
	ink, fill, stroke := theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary, fyne.ThemeColorName("")
	switch b.Emphasis {
	case Secondary:
		ink, fill, stroke = theme.ColorNameForeground, ColorSurface, theme.ColorNameInputBorder
	case Quiet:
		ink, fill = theme.ColorNamePrimary, ""
	}
	if b.disabled {
		ink, fill = theme.ColorNameDisabled, ""
		if stroke != "" || b.Emphasis == Primary {
			stroke = ColorBorder
		}
	}
	r.words.Text, r.words.Color, r.words.TextSize = b.Text, theme.Color(ink), theme.Size(SizeBody)
	if b.Compact {
		r.words.TextSize = theme.Size(SizeSmall)
	}
	dress(r.ground, fill, stroke, 9)
	r.veil.FillColor, r.veil.CornerRadius = color.Transparent, 9
	if b.hovered && !b.disabled {
		r.veil.FillColor = theme.Color(theme.ColorNameHover)
		if b.Emphasis == Primary {
			r.veil.FillColor = color.NRGBA{A: 26}
		}
	}
	ring(r.ring, b.focused, theme.ColorNamePrimary, 12)
	r.icon.Hidden = b.Icon == nil
	if b.Icon != nil {
		r.icon.Resource = theme.NewColoredResource(b.Icon, ink)
	}
}

// dress gives a rectangle its colours of the theme; an empty name is none.
func dress(o *canvas.Rectangle, fill, stroke fyne.ThemeColorName, radius float32) {
	o.FillColor, o.StrokeColor, o.StrokeWidth, o.CornerRadius = color.Transparent, color.Transparent, 0, radius
	if fill != "" {
		o.FillColor = theme.Color(fill)
	}
	if stroke != "" {
		o.StrokeColor, o.StrokeWidth = theme.Color(stroke), 1
	}
}

// ring shows that the keyboard is here.
func ring(o *canvas.Rectangle, on bool, c fyne.ThemeColorName, radius float32) {
	o.FillColor, o.StrokeColor, o.StrokeWidth, o.CornerRadius = color.Transparent, color.Transparent, 0, radius
	if on {
		o.StrokeColor, o.StrokeWidth = theme.Color(c), 2
	}
}

func (r *buttonRenderer) padding() (x, y float32) {
	if r.b.Compact {
		return Scaled(8), Scaled(5)
	}
	if r.b.Emphasis == Quiet {
		return Scaled(12), Scaled(10.5)
	}
	return Scaled(18), Scaled(10.5)
}

func (r *buttonRenderer) side() float32 { return Scaled(16) }

func (r *buttonRenderer) inner() fyne.Size {
	m := r.words.MinSize()
	if r.b.Text == "" {
		m.Width = 0
	}
	if r.b.Icon == nil {
		return m
	}
	if m.Width > 0 {
		m.Width += Scaled(8)
	}
	return fyne.NewSize(m.Width+r.side(), max(m.Height, r.side()))
}

func (r *buttonRenderer) MinSize() fyne.Size {
	x, y := r.padding()
	return r.inner().AddWidthHeight(2*x, 2*y)
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.ring.Move(fyne.NewPos(-3, -3))
	r.ring.Resize(size.AddWidthHeight(6, 6))
	r.ground.Resize(size)
	r.veil.Resize(size)
	words, inner := r.words.MinSize(), r.inner()
	x, y := (size.Width-inner.Width)/2, (size.Height-words.Height)/2
	if r.b.Leading {
		x, _ = r.padding()
	}
	r.words.Resize(words)
	r.words.Move(fyne.NewPos(x, y))
	if r.b.Icon == nil {
		return
	}
	side := r.side()
	r.icon.Resize(fyne.NewSquareSize(side))
	if r.b.IconLast {
		r.icon.Move(fyne.NewPos(x+inner.Width-side, (size.Height-side)/2))
		return
	}
	r.icon.Move(fyne.NewPos(x, (size.Height-side)/2))
	r.words.Move(fyne.NewPos(x+inner.Width-words.Width, y))
}

func (r *buttonRenderer) Refresh() {
	r.paint()
	r.Layout(r.b.Size())
	r.icon.Refresh()
	canvas.Refresh(r.b)
}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring, r.ground, r.veil, r.words, r.icon}
}

func (r *buttonRenderer) Destroy() {}
