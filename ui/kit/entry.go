package kit

import (
	"cmp"
	"image/color"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// An Entry is where text is typed. Tab leaves it even when it has several lines, and the keys and shortcuts it has no use
// for go to the window. Show it through Framed, which draws its halo and its error.
type Entry struct {
	widget.Entry
	Label   string                    // what is asked for, read aloud by a screen reader; the placeholder where it is empty
	OnFocus func()                    // the keyboard comes here; may be nil
	OnLeave func()                    // the keyboard goes; may be nil
	OnKey   func(*fyne.KeyEvent) bool // sees keys first and says whether it took them; may be nil

	frame   *Frame
	visited bool
	pointed bool   // the mouse brings the keyboard: the caret goes where it points
	spaced  string // the text as it was once a space was typed last; empty when something else was
	after   int    // where the caret then stood

	least, shown int // lines: as it was made, and as many as it has now

	leftText string // the text of one line as it was when the keyboard went, and where the caret then stood
	leftAt   int
}

// NewEntry returns a field for text of that many lines, or more where what it holds takes more.
func NewEntry(lines int) *Entry {
	e := &Entry{least: lines, shown: lines}
	e.MultiLine = lines > 1
	e.Scroll = fyne.ScrollHorizontalOnly
	if e.MultiLine {
		e.Wrapping, e.Scroll = fyne.TextWrapWord, fyne.ScrollVerticalOnly
	}
	e.ExtendBaseWidget(e)
	if e.MultiLine {
		e.SetMinRowsVisible(lines)
	}
	e.frame = NewFrame(e)
	return e
}

// Framed returns e within its frame.
func (e *Entry) Framed() *Frame { return e.frame }

// Write shows text without telling OnChanged, which is for what people type.
func (e *Entry) Write(text string) {
	if e.Text == text {
		return
	}
	tell := e.OnChanged
	e.OnChanged = nil
	e.SetText(text)
	e.OnChanged = tell
	e.Grow()
}

// mostLines is how many lines a field grows to before it scrolls.
const mostLines = 10

// Grow gives a field of several lines those that its text takes, and reports whether that changed its height. Its owner calls
// it as the text is typed, since what stands below then moves.
func (e *Entry) Grow() bool {
	room := e.Size().Width - 2*theme.Size(theme.SizeNameInnerPadding) - 2*theme.Size(theme.SizeNameInputBorder)
	if !e.MultiLine || room <= 0 {
		return false
	}
	fits := func(s string) bool { return fyne.MeasureText(s, theme.TextSize(), e.TextStyle).Width <= room }
	lines := max(e.least, min(lineCount(e.Text, mostLines, fits), mostLines))
	if lines == e.shown {
		return false
	}
	e.shown = lines
	e.SetMinRowsVisible(lines)
	return true
}

// Resize is called by Fyne.
func (e *Entry) Resize(size fyne.Size) {
	e.Entry.Resize(size)
	e.Grow()
}

// AcceptsTab is called by Fyne: Tab goes to the next field.
func (e *Entry) AcceptsTab() bool { return false }

// FocusGained is called by Fyne.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	e.frame.SetFocused(true)
	if !e.pointed {
		e.comeBack()
	}
	e.visited = true
	if e.OnFocus != nil {
		e.OnFocus()
	}
}

// comeBack puts the caret where it was left, and at the first visit at the end.
func (e *Entry) comeBack() {
	if e.CursorColumn == 0 && e.Text == e.leftText {
		e.CursorColumn = e.leftAt
		e.Entry.Refresh()
	}
	if !e.visited {
		e.TypedShortcut(&fyne.ShortcutSelectAll{})
		e.endSelection()
	}
}

// endSelection puts the caret after what is selected.
func (e *Entry) endSelection() { e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight}) }

// MouseDown is called by Fyne. The words stay under the mouse: were the caret put back first, a long answer would scroll to it,
// and another word than the one that was pressed would have it.
func (e *Entry) MouseDown(m *desktop.MouseEvent) {
	e.pointed = true
	e.Entry.MouseDown(m)
	e.pointed = false
}

// FocusLost is called by Fyne.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	e.frame.SetFocused(false)
	if !e.MultiLine { // a long answer is read from its beginning
		if e.SelectedText() != "" {
			e.endSelection()
		}
		e.leftText, e.leftAt, e.CursorColumn = e.Text, e.CursorColumn, 0
		e.Entry.Refresh()
	}
	if e.OnLeave != nil {
		e.OnLeave()
	}
}

// TypedRune is called by Fyne.
func (e *Entry) TypedRune(r rune) {
	e.mend()
	end := e.CursorTextOffset() + 1
	if e.SelectedText() != "" {
		end = -1
	}
	e.Entry.TypedRune(r)
	e.spaced = ""
	if unicode.IsSpace(r) && end > 0 {
		e.spaced, e.after = e.Text, end
	}
}

// mend puts the caret back after the space just typed. Where that space ends a full row, Fyne 2.8.1 draws the caret before it,
// and would write the next letter there.
func (e *Entry) mend() {
	if e.spaced != "" && e.Text == e.spaced && e.CursorTextOffset() == e.after-1 {
		e.CursorColumn++
	}
}

// TypedKey is called by Fyne.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	if e.OnKey != nil && e.OnKey(k) {
		return
	}
	switch k.Name {
	case fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6, fyne.KeyF7, fyne.KeyF8, fyne.KeyF9,
		fyne.KeyF10, fyne.KeyF11, fyne.KeyF12, fyne.KeyEscape:
		forwardKey(e, k)
	case fyne.KeyBackspace, fyne.KeyReturn, fyne.KeyEnter:
		e.mend()
		e.Entry.TypedKey(k)
	default:
		e.Entry.TypedKey(k)
	}
}

// TypedShortcut is called by Fyne.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	custom, ok := s.(*desktop.CustomShortcut)
	if !ok {
		e.Entry.TypedShortcut(s)
		return
	}
	switch custom.KeyName {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
		e.Entry.TypedShortcut(s)
	default:
		forwardShortcut(e, s)
	}
}

// AccessibilityRole is asked for by the system's screen reader: of the four roles that Fyne knows, the nearest.
func (e *Entry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is read aloud by a screen reader: what is asked for, then what was typed.
func (e *Entry) AccessibilityLabel() string {
	label := cmp.Or(e.Label, e.PlaceHolder)
	if e.Text == "" || e.Password {
		return label
	}
	return label + "\u00a0: " + e.Text
}

// A Frame draws around an input the halo of the keyboard and the red of an error.
type Frame struct {
	widget.BaseWidget
	content          fyne.CanvasObject
	focused, invalid bool
}

// NewFrame returns content within a frame.
func NewFrame(content fyne.CanvasObject) *Frame {
	f := &Frame{content: content}
	f.ExtendBaseWidget(f)
	return f
}

// SetFocused shows or hides the halo.
func (f *Frame) SetFocused(on bool) {
	if f.focused != on {
		f.focused = on
		f.Refresh()
	}
}

// SetInvalid shows or hides the red border.
func (f *Frame) SetInvalid(on bool) {
	if f.invalid != on {
		f.invalid = on
		f.Refresh()
	}
}

// AccessibilityRole is asked for by the system's screen reader.
func (f *Frame) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// AccessibilityLabel is empty: what stands in f speaks for itself.
func (f *Frame) AccessibilityLabel() string { return "" }

// CreateRenderer is called by Fyne.
func (f *Frame) CreateRenderer() fyne.WidgetRenderer {
	r := &frameRenderer{f: f, halo: canvas.NewRectangle(color.Transparent), border: canvas.NewRectangle(color.Transparent)}
	r.paint()
	return r
}

type frameRenderer struct {
	f            *Frame
	halo, border *canvas.Rectangle
}

func (r *frameRenderer) paint() {
	radius := theme.Size(theme.SizeNameInputRadius)
	r.halo.CornerRadius, r.halo.FillColor = radius+3, color.Transparent
	if r.f.focused {
		r.halo.FillColor = theme.Color(ColorRing)
	}
	r.border.CornerRadius, r.border.StrokeColor, r.border.StrokeWidth = radius, color.Transparent, 0
	if r.f.invalid {
		r.border.StrokeColor, r.border.StrokeWidth = theme.Color(theme.ColorNameError), 1.6
	}
}

func (r *frameRenderer) MinSize() fyne.Size {
	m := r.f.content.MinSize()
	return fyne.NewSize(min(m.Width, Scaled(60)), max(m.Height, Scaled(40)))
}

func (r *frameRenderer) Layout(size fyne.Size) {
	r.halo.Move(fyne.NewPos(-3, -3))
	r.halo.Resize(size.AddWidthHeight(6, 6))
	r.f.content.Resize(size)
	r.border.Resize(size)
}

func (r *frameRenderer) Refresh() {
	r.paint()
	r.halo.Refresh()
	r.border.Refresh()
	r.Layout(r.f.Size())
	canvas.Refresh(r.f)
}

func (r *frameRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.halo, r.f.content, r.border}
}

func (r *frameRenderer) Destroy() {}
