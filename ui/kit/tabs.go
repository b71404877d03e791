package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// A Tab is one heading of a panel that has several; the one shown is underlined.
type Tab struct {
	press
	Text   string
	Active bool
}

// NewTab returns a heading that calls tapped when it is chosen.
func NewTab(text string, active bool, tapped func()) *Tab {
	t := &Tab{Text: glued(text), Active: active}
	t.OnTapped = tapped
	t.extend(t)
	return t
}

// AccessibilityLabel is read aloud by a screen reader.
func (t *Tab) AccessibilityLabel() string { return t.Text }

// CreateRenderer is called by Fyne.
func (t *Tab) CreateRenderer() fyne.WidgetRenderer {
	r := &tabRenderer{
		t: t, line: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent),
		words: canvas.NewText("", color.Black),
	}
	r.words.TextStyle.Bold = true
	r.paint()
	return r
}

type tabRenderer struct {
	t          *Tab
	line, ring *canvas.Rectangle
	words      *canvas.Text
}

func (r *tabRenderer) paint() {
	c := ColorMuted
	r.line.FillColor, r.line.CornerRadius = color.Transparent, 1.5
	if r.t.Active {
		c = theme.ColorNamePrimary
		r.line.FillColor = theme.Color(theme.ColorNamePrimary)
	} else if r.t.hovered {
		c = theme.ColorNameForeground
	}
	r.words.Text, r.words.TextSize, r.words.Color = r.t.Text, theme.Size(SizeBody), theme.Color(c)
	ring(r.ring, r.t.focused, theme.ColorNamePrimary, 7)
}

func (r *tabRenderer) MinSize() fyne.Size {
	r.words.Text = r.t.Text // its owner is laid out before it is drawn
	return r.words.MinSize().AddWidthHeight(Scaled(12), Scaled(16))
}

func (r *tabRenderer) Layout(size fyne.Size) {
	m := r.words.MinSize()
	r.words.Resize(m)
	r.words.Move(fyne.NewPos((size.Width-m.Width)/2, (size.Height-m.Height)/2))
	r.line.Resize(fyne.NewSize(m.Width, 3))
	r.line.Move(fyne.NewPos((size.Width-m.Width)/2, size.Height-3))
	r.ring.Resize(size)
}

func (r *tabRenderer) Refresh() {
	r.paint()
	r.Layout(r.t.Size())
	canvas.Refresh(r.t)
}

func (r *tabRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring, r.line, r.words}
}

func (r *tabRenderer) Destroy() {}
