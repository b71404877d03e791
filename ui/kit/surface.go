package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Surface is a filled, rounded ground under its content; its colours follow the theme.
type Surface struct {
	widget.BaseWidget
	Fill, Stroke fyne.ThemeColorName // empty for none
	Radius       float32
	Raised       bool // throws a soft shadow
	Content      fyne.CanvasObject

	pad insets
}

// NewSurface returns a ground of that colour with square corners; content may be nil.
func NewSurface(fill fyne.ThemeColorName, content fyne.CanvasObject) *Surface {
	s := &Surface{Fill: fill, Content: content}
	s.ExtendBaseWidget(s)
	return s
}

// NewCard returns the raised white card that groups questions.
func NewCard(content fyne.CanvasObject) *Surface {
	s := NewSurface(ColorSurface, content)
	s.Stroke, s.Radius, s.Raised, s.pad = ColorBorder, 14, true, insets{22, 24, 24, 24}
	return s
}

// NewPanel returns a rounded ground of that colour, with a hairline if stroke is not empty.
func NewPanel(fill, stroke fyne.ThemeColorName, content fyne.CanvasObject) *Surface {
	s := NewSurface(fill, content)
	s.Stroke, s.Radius, s.pad = stroke, 10, insets{12, 14, 14, 14}
	return s
}

// NewPill returns a short word on a tinted ground.
func NewPill(word string, ink, ground fyne.ThemeColorName) *Surface {
	s := NewSurface(ground, NewStrong(word, SizeCaption, ink))
	s.Radius, s.pad = 11, insets{3, 10, 3, 10}
	return s
}

// Padded changes the room around the content of s.
func (s *Surface) Padded(top, right, bottom, left float32) *Surface {
	s.pad = insets{top, right, bottom, left}
	return s
}

// AccessibilityRole is asked for by the system's screen reader.
func (s *Surface) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// AccessibilityLabel is empty: what stands on s speaks for itself.
func (s *Surface) AccessibilityLabel() string { return "" }

// CreateRenderer is called by Fyne.
func (s *Surface) CreateRenderer() fyne.WidgetRenderer {
	r := &surfaceRenderer{s: s, ground: canvas.NewRectangle(color.Transparent)}
	if s.Raised {
		for _, x := range shadows {
			r.shadow = append(r.shadow, newVeil(x.alpha))
		}
	}
	r.paint()
	return r
}

// shadows are the veils under a raised surface, from the widest: how much each grows, sinks and darkens. Fyne's own shadow
// takes a tenth of a second a card where no graphics processor draws it.
var shadows = []struct {
	grow, sink float32
	alpha      uint8
}{{5, 4, 8}, {2.5, 2.5, 9}, {0.5, 1, 10}}

// A veil is one layer of a shadow: its sides and its foot, all of it that is seen. What it would fill under its surface costs
// more than all the rest of the page where no graphics processor draws.
type veil struct{ left, right, foot *canvas.Rectangle }

func newVeil(alpha uint8) veil {
	ink := color.NRGBA{A: alpha}
	return veil{canvas.NewRectangle(ink), canvas.NewRectangle(ink), canvas.NewRectangle(ink)}
}

// layout lays the veil around a surface of that size and radius.
func (v veil) layout(size fyne.Size, radius, grow, sink float32) {
	top, bottom := radius/2+sink, size.Height-radius
	side := fyne.NewSize(grow, max(0, bottom-top))
	v.left.TopLeftCornerRadius, v.right.TopRightCornerRadius = grow, grow
	v.left.Move(fyne.NewPos(-grow, top))
	v.left.Resize(side)
	v.right.Move(fyne.NewPos(size.Width, top))
	v.right.Resize(side)
	v.foot.BottomLeftCornerRadius, v.foot.BottomRightCornerRadius = radius+grow, radius+grow
	v.foot.Move(fyne.NewPos(-grow, bottom))
	v.foot.Resize(fyne.NewSize(size.Width+2*grow, radius+grow+sink))
}

type surfaceRenderer struct {
	s      *Surface
	shadow []veil
	ground *canvas.Rectangle
}

func (r *surfaceRenderer) paint() {
	g := r.ground
	g.FillColor, g.StrokeColor, g.StrokeWidth, g.CornerRadius = color.Transparent, color.Transparent, 0, r.s.Radius
	if r.s.Fill != "" {
		g.FillColor = theme.Color(r.s.Fill)
	}
	if r.s.Stroke != "" {
		g.StrokeColor, g.StrokeWidth = theme.Color(r.s.Stroke), 1
	}
}

func (r *surfaceRenderer) MinSize() fyne.Size {
	if r.s.Content == nil {
		return fyne.NewSize(0, 0)
	}
	return r.s.pad.MinSize([]fyne.CanvasObject{r.s.Content})
}

func (r *surfaceRenderer) Layout(size fyne.Size) {
	for i, v := range r.shadow {
		v.layout(size, r.s.Radius, shadows[i].grow, shadows[i].sink)
	}
	r.ground.Resize(size)
	if r.s.Content != nil {
		r.s.pad.Layout([]fyne.CanvasObject{r.s.Content}, size)
	}
}

func (r *surfaceRenderer) Refresh() {
	r.paint()
	r.ground.Refresh()
	r.Layout(r.s.Size())
	if r.s.Content != nil {
		r.s.Content.Refresh()
	}
}

func (r *surfaceRenderer) Objects() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, v := range r.shadow {
		objects = append(objects, v.left, v.right, v.foot)
	}
	objects = append(objects, r.ground)
	if r.s.Content != nil {
		objects = append(objects, r.s.Content)
	}
	return objects
}

func (r *surfaceRenderer) Destroy() {}

// NewRule returns a hairline as wide as its place.
func NewRule(c fyne.ThemeColorName) fyne.CanvasObject { return Tall(1, NewSurface(c, nil)) }

// NewIcon returns an icon of that side in a colour of the theme.
func NewIcon(icon fyne.Resource, c fyne.ThemeColorName, side float32) fyne.CanvasObject {
	i := widget.NewIcon(theme.NewColoredResource(icon, c))
	return Wide(side, Tall(side, i))
}
