package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// A mark is the shape that says how far a fiche has come, so that colour never says it alone: an empty circle, a circle
// half full, a tick, a flag, an exclamation mark, dots, a dash.
type mark struct {
	widget.BaseWidget
	kind   model.StatusKind
	onSide bool // drawn on the dark ground of the task list
}

func newMark(kind model.StatusKind, onSide bool) *mark {
	m := &mark{kind: kind, onSide: onSide}
	m.ExtendBaseWidget(m)
	return m
}

func (m *mark) set(kind model.StatusKind) {
	if m.kind != kind {
		m.kind = kind
		m.Refresh()
	}
}

// colors returns the colour of the shape and of what is drawn in it.
func (m *mark) colors() (shape, inner fyne.ThemeColorName) {
	done, warn, wrong, calm, ground := theme.ColorNameSuccess, theme.ColorNameWarning, theme.ColorNameError, kit.ColorMuted, kit.ColorSurface
	if m.onSide {
		done, warn, wrong, calm, ground = kit.ColorSideDone, kit.ColorSideWarn, kit.ColorSideError, kit.ColorSideMuted, kit.ColorSide
	}
	switch m.kind {
	case model.StatusComplete:
		return done, ground
	case model.StatusReview:
		return warn, ground
	case model.StatusWrong:
		return wrong, ground
	}
	return calm, calm
}

// AccessibilityRole is asked for by the system's screen reader.
func (m *mark) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is read aloud by a screen reader.
func (m *mark) AccessibilityLabel() string {
	switch m.kind {
	case model.StatusBegun:
		return "En cours"
	case model.StatusComplete:
		return "Complet"
	case model.StatusReview:
		return "À revoir"
	case model.StatusWrong:
		return "À corriger"
	case model.StatusWaiting:
		return "Pas encore possible"
	case model.StatusVoid:
		return "Sans objet"
	}
	return "À commencer"
}

// CreateRenderer is called by Fyne.
func (m *mark) CreateRenderer() fyne.WidgetRenderer {
	r := &markRenderer{
		m: m, circle: canvas.NewRectangle(color.Transparent), dot: canvas.NewRectangle(color.Transparent),
		icon: canvas.NewImageFromResource(nil), words: canvas.NewText("", color.Black),
	}
	r.icon.FillMode = canvas.ImageFillContain
	r.words.TextStyle.Bold = true
	r.paint()
	return r
}

type markRenderer struct {
	m           *mark
	circle, dot *canvas.Rectangle
	icon        *canvas.Image
	words       *canvas.Text
}

func (r *markRenderer) paint() {
	shape, inner := r.m.colors()
	side := r.side()
	r.circle.CornerRadius, r.circle.StrokeWidth = side/2, 1.5
	r.circle.StrokeColor, r.circle.FillColor = theme.Color(shape), color.Transparent
	r.dot.CornerRadius, r.dot.FillColor = side/4, color.Transparent
	r.icon.Hidden = true
	r.words.Text, r.words.Color, r.words.TextSize = "", theme.Color(inner), side*0.72
	full := func() { r.circle.FillColor = theme.Color(shape) }
	switch r.m.kind {
	case model.StatusBegun:
		r.dot.FillColor = theme.Color(shape)
	case model.StatusComplete:
		full()
		r.icon.Resource, r.icon.Hidden = theme.NewColoredResource(theme.ConfirmIcon(), inner), false
	case model.StatusReview:
		full()
		r.icon.Resource, r.icon.Hidden = theme.NewColoredResource(kit.IconFlag(), inner), false
	case model.StatusWrong:
		full()
		r.words.Text = "!"
	case model.StatusWaiting:
		r.words.Text = "…"
	case model.StatusVoid:
		r.words.Text = "–"
	}
}

func (r *markRenderer) side() float32 { return kit.Scaled(16) }

func (r *markRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(r.side()) }

func (r *markRenderer) Layout(size fyne.Size) {
	side := r.side()
	at := fyne.NewPos((size.Width-side)/2, (size.Height-side)/2)
	r.circle.Move(at)
	r.circle.Resize(fyne.NewSquareSize(side))
	r.dot.Move(at.AddXY(side/4, side/4))
	r.dot.Resize(fyne.NewSquareSize(side / 2))
	r.icon.Move(at.AddXY(side*0.15, side*0.15))
	r.icon.Resize(fyne.NewSquareSize(side * 0.7))
	m := r.words.MinSize()
	r.words.Resize(m)
	r.words.Move(at.AddXY((side-m.Width)/2, (side-m.Height)/2))
}

func (r *markRenderer) Refresh() {
	r.paint()
	r.Layout(r.m.Size())
	r.icon.Refresh()
	canvas.Refresh(r.m)
}

func (r *markRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.circle, r.dot, r.icon, r.words}
}

func (r *markRenderer) Destroy() {}
