package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// A Line is one entry of a list that can be pressed: whatever it shows, on a ground that answers the mouse and the keyboard.
type Line struct {
	press
	Active bool // the one that is shown elsewhere
	OnSide bool // drawn on the dark ground of the task list

	content fyne.CanvasObject
	pad     insets
}

// NewListLine returns a line that shows content and calls tapped.
func NewListLine(content fyne.CanvasObject, tapped func()) *Line {
	l := &Line{content: content, pad: insets{6, 10, 6, 10}}
	l.OnTapped = tapped
	l.extend(l)
	return l
}

// Padded changes the room around what l shows.
func (l *Line) Padded(top, right, bottom, left float32) *Line {
	l.pad = insets{top, right, bottom, left}
	return l
}

// SetActive says whether l is the one that is shown elsewhere.
func (l *Line) SetActive(on bool) {
	if l.Active != on {
		l.Active = on
		l.Refresh()
	}
}

// AccessibilityLabel is read aloud by a screen reader: the words of the line.
func (l *Line) AccessibilityLabel() string { return Spoken(l.content) }

// CreateRenderer is called by Fyne.
func (l *Line) CreateRenderer() fyne.WidgetRenderer {
	r := &lineRenderer{l: l, ground: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent)}
	r.paint()
	return r
}

type lineRenderer struct {
	l            *Line
	ground, ring *canvas.Rectangle
}

func (r *lineRenderer) paint() {
	active, hover, here := ColorTint, theme.ColorNameHover, theme.ColorNamePrimary
	if r.l.OnSide {
		active, hover, here = ColorSideActive, ColorSideHover, ColorSideText
	}
	fill := fyne.ThemeColorName("")
	switch {
	case r.l.Active:
		fill = active
	case r.l.hovered:
		fill = hover
	}
	dress(r.ground, fill, "", 8)
	ring(r.ring, r.l.focused, here, 8)
}

func (r *lineRenderer) MinSize() fyne.Size {
	return r.l.pad.MinSize([]fyne.CanvasObject{r.l.content})
}

func (r *lineRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.ring.Resize(size)
	r.l.pad.Layout([]fyne.CanvasObject{r.l.content}, size)
}

func (r *lineRenderer) Refresh() {
	r.paint()
	r.ground.Refresh()
	r.ring.Refresh()
	r.Layout(r.l.Size())
	r.l.content.Refresh()
	canvas.Refresh(r.l)
}

func (r *lineRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.ring, r.l.content}
}

func (r *lineRenderer) Destroy() {}
