package kit

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// NewScroll returns body in a column that scrolls: as wide as its place, as tall as its words need.
func NewScroll(body fyne.CanvasObject) *container.Scroll {
	s := container.NewVScroll(nil)
	s.Content = container.New(fitting{s}, body)
	return s
}

// OnSide returns s, its bar in a colour that shows on the task list.
func OnSide(s *container.Scroll) fyne.CanvasObject {
	return container.NewThemeOverride(s, sideTheme{fyne.CurrentApp().Settings().Theme()})
}

type sideTheme struct{ fyne.Theme }

// Color is called by Fyne.
func (t sideTheme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if name != theme.ColorNameScrollBar {
		return t.Theme.Color(name, v)
	}
	r, g, b, _ := t.Theme.Color(ColorSideMuted, v).RGBA()
	return color.NRGBA{R: uint8(r >> 8), G: uint8(g >> 8), B: uint8(b >> 8), A: 150}
}

// fitting gives one object the width of the scroll around it before asking for its height.
type fitting struct{ around *container.Scroll }

func (f fitting) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := f.around.Size().Width
	if w == 0 {
		return fyne.NewSize(0, 0)
	}
	return fyne.NewSize(0, HeightFor(objects[0], w))
}

func (f fitting) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(size)
}

// Reveal scrolls s as little as it takes to see o, which lies in it, with some room around when there is.
func Reveal(s *container.Scroll, o fyne.CanvasObject) {
	at, ok := place(o, s.Content)
	if !ok || s.Size().Height == 0 {
		return
	}
	room := min(48, max(0, (s.Size().Height-o.Size().Height)/2))
	top, bottom := at.Y-room, at.Y+o.Size().Height+room
	y := s.Offset.Y
	if bottom > y+s.Size().Height {
		y = bottom - s.Size().Height
	}
	if top < y {
		y = max(0, top)
	}
	s.ScrollToOffset(fyne.NewPos(0, y))
}

// Follow has s show whatever the keyboard comes to in it, where nothing else was asked. It is called again for what is added.
func Follow(s *container.Scroll) {
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		var to *func()
		switch x := o.(type) {
		case *Button:
			to = &x.OnFocus
		case *Line:
			to = &x.OnFocus
		case *Tick:
			to = &x.OnFocus
		case *Entry:
			to = &x.OnFocus
		}
		if to != nil && *to == nil {
			*to = func() { Reveal(s, o) }
		}
		switch x := o.(type) {
		case *fyne.Container:
			for _, inside := range x.Objects {
				walk(inside)
			}
		case holder:
			for _, inside := range x.held() {
				walk(inside)
			}
		}
	}
	if s.Content != nil {
		walk(s.Content)
	}
}

// Spoken joins the words that a screen reader says for what o holds.
func Spoken(o fyne.CanvasObject) string {
	var said []string
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if o == nil || !o.Visible() {
			return
		}
		var inside []fyne.CanvasObject
		switch x := o.(type) {
		case *fyne.Container:
			inside = x.Objects
		case holder:
			inside = x.held()
		case fyne.Accessible:
			if words := x.AccessibilityLabel(); words != "" {
				said = append(said, words)
			}
		}
		for _, x := range inside {
			walk(x)
		}
	}
	walk(o)
	return strings.Join(said, ", ")
}

// holder is a widget of ours that shows other objects.
type holder interface{ held() []fyne.CanvasObject }

// place returns where o lies in root, found by going down from it: so it needs no canvas.
func place(o, root fyne.CanvasObject) (fyne.Position, bool) {
	if o == root {
		return fyne.Position{}, true
	}
	var inside []fyne.CanvasObject
	switch r := root.(type) {
	case *fyne.Container:
		inside = r.Objects
	case holder:
		inside = r.held()
	}
	for _, child := range inside {
		if at, ok := place(o, child); ok {
			return at.Add(child.Position()), true
		}
	}
	return fyne.Position{}, false
}

func (s *Surface) held() []fyne.CanvasObject { return []fyne.CanvasObject{s.Content} }
func (l *Line) held() []fyne.CanvasObject    { return []fyne.CanvasObject{l.content} }
func (f *Frame) held() []fyne.CanvasObject   { return []fyne.CanvasObject{f.content} }
func (c *Combo) held() []fyne.CanvasObject   { return []fyne.CanvasObject{c.column} }
