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
	said, every := 0, r.every(size.Width)
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
			t.Hidden = said%every != 0 || x+Scaled(4)+m.Width > size.Width
			said++
			if t.Hidden {
				o.Hide() // alone, the rule would cross the words of another
			} else {
				o.Show()
			}
		}
	}
}

// every says which of the rules keep their words in that width, so that none runs into the next: one in so many, in a number
// that suits months.
func (r *trackRenderer) every(width float32) int {
	last, gap, wide := float32(-1), width, float32(0)
	for i, p := range r.t.Pieces {
		if t := r.words[i]; t != nil {
			if last >= 0 {
				gap = min(gap, p.From*width-last)
			}
			last, wide = p.From*width, max(wide, t.MinSize().Width)
		}
	}
	for _, n := range []int{1, 2, 3, 4, 6} {
		if float32(n)*gap >= wide+Scaled(8) {
			return n
		}
	}
	return 12
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
