package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// A Strip is one row of a plan: a bar over some columns of the time, or a diamond on one, that is moved with the mouse or
// with the arrow keys. An end of a bar is dragged by itself, or moved with + and −. What it shows must also be said in words
// beside it.
type Strip struct {
	press
	Columns  int  // of the whole axis; at least 1
	From, To int  // columns that the bar takes, both included, from 0; From is negative as long as there is no bar
	Diamond  bool // a diamond in the column From instead of a bar
	Step     int  // columns that an arrow key moves; 0 is 1
	Parts    int  // equal parts that hairlines cut the ground into; 0 for none
	Words    string
	Label    string // for a screen reader
	OnMove   func(from, to int)

	grip   grip
	held   float32 // columns from the bar's start to where it was taken
	before [2]int
}

// A grip is what of a bar is being dragged.
type grip int

const (
	gripNone grip = iota
	gripWhole
	gripStart
	gripEnd
	gripOut // the mouse went down beside the bar
)

// NewStrip returns a row with a bar from one column to another; moved is called once the bar was let go or a key was hit, and
// only if it changed.
func NewStrip(columns, from, to int, moved func(from, to int)) *Strip {
	s := &Strip{Columns: max(columns, 1), From: from, To: to, OnMove: moved}
	s.extend(s)
	return s
}

// AccessibilityLabel is read aloud by a screen reader.
func (s *Strip) AccessibilityLabel() string { return s.Label }

// Cursor is called by Fyne.
func (s *Strip) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// place moves or stretches the bar, inside the axis.
func (s *Strip) place(from, to int) {
	if s.Diamond {
		to = from
	}
	length := to - from
	switch {
	case from < 0 && s.grip != gripStart:
		from, to = 0, length
	case to >= s.Columns && s.grip != gripEnd:
		from, to = s.Columns-1-length, s.Columns-1
	}
	s.From = min(max(from, 0), s.Columns-1)
	s.To = min(max(to, s.From), s.Columns-1)
	s.Refresh()
}

// moved tells of a change.
func (s *Strip) moved(from, to int) {
	if (s.From != from || s.To != to) && s.OnMove != nil {
		s.OnMove(s.From, s.To)
	}
}

// Dragged is called by Fyne while the mouse moves with its button down.
func (s *Strip) Dragged(e *fyne.DragEvent) {
	if s.From < 0 {
		return
	}
	column := s.Size().Width / float32(s.Columns)
	if s.grip == gripNone {
		s.take((e.Position.X-e.Dragged.DX)/column, Scaled(7)/column)
	}
	x := e.Position.X / column
	length := s.before[1] - s.before[0]
	switch s.grip {
	case gripWhole:
		from := round(x - s.held)
		s.place(from, from+length)
	case gripStart:
		s.place(min(round(x), s.To), s.To)
	case gripEnd:
		s.place(s.From, max(round(x)-1, s.From))
	}
}

// take begins a drag at x, in columns; near is how far from an end still takes that end.
func (s *Strip) take(x, near float32) {
	s.before = [2]int{s.From, s.To}
	from, to := float32(s.From), float32(s.To+1)
	s.held = x - from
	switch {
	case s.Diamond:
		s.held = 0
		s.grip = gripWhole
		if x < from-2*near-1 || x > to+2*near {
			s.grip = gripOut
		}
	case x < from-near || x > to+near:
		s.grip = gripOut
	case x > to-near:
		s.grip = gripEnd
	case x < from+near:
		s.grip = gripStart
	default:
		s.grip = gripWhole
	}
}

func round(x float32) int {
	if x < 0 {
		return int(x - 0.5)
	}
	return int(x + 0.5)
}

// DragEnd is called by Fyne when the button is let go.
func (s *Strip) DragEnd() {
	was := s.dragging()
	s.grip = gripNone
	if was {
		s.Refresh()
		s.moved(s.before[0], s.before[1])
	}
}

// dragging reports whether the bar or one of its ends follows the mouse.
func (s *Strip) dragging() bool { return s.grip != gripNone && s.grip != gripOut }

// TypedKey moves the bar with the arrows, and opens it with Enter.
func (s *Strip) TypedKey(k *fyne.KeyEvent) {
	by := max(s.Step, 1)
	switch k.Name {
	case fyne.KeyLeft:
		s.shift(-by, -by)
	case fyne.KeyRight:
		s.shift(by, by)
	default:
		s.press.TypedKey(k)
	}
}

// TypedRune lengthens or shortens the bar at its end.
func (s *Strip) TypedRune(r rune) {
	switch r {
	case '+':
		s.shift(0, 1)
	case '-', '−':
		s.shift(0, -1)
	}
}

func (s *Strip) shift(from, to int) {
	was := [2]int{s.From, s.To}
	switch {
	case s.From < 0:
		s.place(0, 0)
	case from == 0:
		if !s.Diamond {
			s.grip = gripEnd
			s.place(s.From, max(s.To+to, s.From))
			s.grip = gripNone
		}
	default:
		s.place(s.From+from, s.To+to)
	}
	s.moved(was[0], was[1])
}

// CreateRenderer is called by Fyne.
func (s *Strip) CreateRenderer() fyne.WidgetRenderer {
	r := &stripRenderer{
		s: s, ring: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent),
		diamond: canvas.NewRegularPolygon(4, color.Transparent), words: canvas.NewText("", color.Black),
	}
	r.words.TextStyle.Bold = true
	r.paint()
	return r
}

type stripRenderer struct {
	s         *Strip
	rules     []*canvas.Rectangle
	ring, bar *canvas.Rectangle
	diamond   *canvas.RegularPolygon
	words     *canvas.Text
}

func (r *stripRenderer) paint() {
	for len(r.rules) < r.s.Parts+1 {
		r.rules = append(r.rules, canvas.NewRectangle(color.Transparent))
	}
	for _, rule := range r.rules {
		rule.FillColor = theme.Color(ColorBorder)
	}
	ring(r.ring, r.s.focused, theme.ColorNamePrimary, 6)
	ink := theme.ColorNamePrimary
	if r.s.dragging() {
		ink = theme.ColorNameForeground
	}
	dress(r.bar, ink, "", Scaled(4))
	r.diamond.FillColor = theme.Color(ink)
	r.bar.Hidden = r.s.Diamond || r.s.From < 0
	r.diamond.Hidden = !r.s.Diamond || r.s.From < 0
	r.words.Text, r.words.TextSize = r.s.Words, theme.Size(SizeTiny)
	r.words.Color = theme.Color(theme.ColorNameForegroundOnPrimary)
	if r.s.dragging() {
		r.words.Color = theme.Color(ColorSurface)
	}
}

const stripHeight = 22

func (r *stripRenderer) MinSize() fyne.Size { return fyne.NewSize(Scaled(80), Scaled(stripHeight+10)) }

func (r *stripRenderer) Layout(size fyne.Size) {
	column := size.Width / float32(r.s.Columns)
	for i, rule := range r.rules {
		set(rule, min(size.Width*float32(i)/float32(max(r.s.Parts, 1)), size.Width-1), 0, 1, size.Height)
	}
	r.ring.Resize(size)
	h := Scaled(stripHeight)
	x, w := float32(r.s.From)*column, float32(r.s.To-r.s.From+1)*column
	set(r.bar, x+1, (size.Height-h)/2, max(w-2, Scaled(4)), h)
	d := Scaled(16)
	set(r.diamond, x+column/2-d/2, (size.Height-d)/2, d, d)
	m := r.words.MinSize()
	r.words.Hidden = r.bar.Hidden || m.Width > w-Scaled(6)
	set(r.words, x+(w-m.Width)/2, (size.Height-m.Height)/2, m.Width, m.Height)
}

func (r *stripRenderer) Refresh() {
	r.paint()
	r.Layout(r.s.Size())
	canvas.Refresh(r.s)
}

func (r *stripRenderer) Objects() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, rule := range r.rules {
		out = append(out, rule)
	}
	return append(out, r.bar, r.diamond, r.words, r.ring)
}

func (r *stripRenderer) Destroy() {}
