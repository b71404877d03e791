package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Shape is how a Piece of a Track is drawn.
type Shape int

// The shapes: a full bar, a thin line as of time to spare, a diamond as of a milestone, a hairline over the whole height.
const (
	ShapeBar Shape = iota
	ShapeThread
	ShapeDiamond
	ShapeRule
)

// A Piece is one thing drawn on a Track, between two fractions of its width.
type Piece struct {
	Shape    Shape
	From, To float32 // a diamond and a rule stand at From
	Color    fyne.ThemeColorName
	Edge     fyne.ThemeColorName // of a bar: its outline; empty for none
	Words    string              // of a rule: written at its right, at the top
}

// A Track is a strip of time with bars, threads, diamonds and rules on it. What it shows must also be said in words beside it.
type Track struct {
	widget.BaseWidget
	Pieces []Piece
	Height float32 // at the ordinary size of text
	Label  string  // for a screen reader
}

// NewTrack returns a strip of that height, in units grown with the text.
func NewTrack(height float32, pieces ...Piece) *Track {
	t := &Track{Pieces: pieces, Height: height}
	t.ExtendBaseWidget(t)
	return t
}

// Said gives the words that a screen reader says for t.
func (t *Track) Said(label string) *Track {
	t.Label = label
	return t
}

// AccessibilityLabel is read aloud by a screen reader.
func (t *Track) AccessibilityLabel() string { return t.Label }

// AccessibilityRole is asked for by the system's screen reader.
func (t *Track) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (t *Track) CreateRenderer() fyne.WidgetRenderer {
	r := &trackRenderer{t: t}
	r.build()
	return r
}

type trackRenderer struct {
	t       *Track
	objects []fyne.CanvasObject
	words   []*canvas.Text // of each piece; nil for most
}

func (r *trackRenderer) build() {
	r.objects, r.words = nil, make([]*canvas.Text, len(r.t.Pieces))
	for i, p := range r.t.Pieces {
		switch p.Shape {
		case ShapeDiamond:
			o := canvas.NewRegularPolygon(4, theme.Color(p.Color))
			r.objects = append(r.objects, o)
		default:
			o := canvas.NewRectangle(theme.Color(p.Color))
			if p.Shape == ShapeBar {
				dress(o, p.Color, p.Edge, Scaled(3))
			}
			r.objects = append(r.objects, o)
		}
		if p.Words != "" {
			r.words[i] = canvas.NewText(p.Words, theme.Color(ColorMuted))
			r.words[i].TextSize = theme.Size(SizeTiny)
		}
	}
}

func (r *trackRenderer) MinSize() fyne.Size { return fyne.NewSize(Scaled(60), Scaled(r.t.Height)) }

func (r *trackRenderer) Layout(size fyne.Size) {
	room := float32(-1) // where the last words ended: those that would run into them are left out
	for i, p := range r.t.Pieces {
		o, x, w := r.objects[i], p.From*size.Width, (p.To-p.From)*size.Width
		bar := min(size.Height, Scaled(12))
		switch p.Shape {
		case ShapeBar:
			o.Resize(fyne.NewSize(max(w, Scaled(4)), bar))
			o.Move(fyne.NewPos(x, (size.Height-bar)/2))
		case ShapeThread:
			o.Resize(fyne.NewSize(max(w, 0), 2))
			o.Move(fyne.NewPos(x, size.Height/2-1))
		case ShapeDiamond:
			o.Resize(fyne.NewSquareSize(bar))
			o.Move(fyne.NewPos(x-bar/2, (size.Height-bar)/2))
		case ShapeRule:
			o.Resize(fyne.NewSize(1, size.Height))
			o.Move(fyne.NewPos(x, 0))
		}
		if t := r.words[i]; t != nil {
			m := t.MinSize()
			t.Resize(m)
			t.Move(fyne.NewPos(x+Scaled(4), 0))
			t.Hidden = x < room || x+Scaled(4)+m.Width > size.Width
			if t.Hidden {
				o.Hide() // alone, the rule would cross the words of another
			} else {
				o.Show()
			}
			if !t.Hidden {
				room = x + Scaled(8) + m.Width
			}
		}
	}
}

func (r *trackRenderer) Refresh() {
	r.build()
	r.Layout(r.t.Size())
	canvas.Refresh(r.t)
}

func (r *trackRenderer) Objects() []fyne.CanvasObject {
	out := append([]fyne.CanvasObject{}, r.objects...)
	for _, t := range r.words {
		if t != nil {
			out = append(out, t)
		}
	}
	return out
}

func (r *trackRenderer) Destroy() {}
