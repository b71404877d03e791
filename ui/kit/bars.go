package kit

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Bar is one column of a chart: how much, and how much it may be.
type Bar struct {
	Value, Limit float32
	Words        string // written above the column
	Under        string // written under it
	Free         bool   // nothing limits it: Limit is not drawn
}

// over reports whether b passes its limit.
func (b Bar) over() bool { return !b.Free && b.Value > b.Limit }

// Bars is a chart of columns, each with its limit as a line across it; what passes the limit is set apart by its outline
// and colour. Words that would run into each other are left out: what the chart shows must also be said beside it.
type Bars struct {
	widget.BaseWidget
	bars []Bar
}

// NewBars returns a chart of these columns, as wide as its place.
func NewBars(bars []Bar) *Bars {
	b := &Bars{bars: bars}
	b.ExtendBaseWidget(b)
	return b
}

// AccessibilityLabel is read aloud by a screen reader: each column with its figure.
func (b *Bars) AccessibilityLabel() string {
	said := make([]string, len(b.bars))
	for i, x := range b.bars {
		said[i] = x.Under + "\u00a0: " + x.Words
	}
	return strings.Join(said, "\u202f; ")
}

// AccessibilityRole is asked for by the system's screen reader.
func (b *Bars) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (b *Bars) CreateRenderer() fyne.WidgetRenderer {
	r := &barsRenderer{b: b, ground: canvas.NewRectangle(theme.Color(theme.ColorNameInputBorder))}
	for _, x := range b.bars {
		c := column{
			body: canvas.NewRectangle(color.Transparent), over: canvas.NewRectangle(color.Transparent), limit: canvas.NewRectangle(color.Transparent),
			words: canvas.NewText(x.Words, color.Transparent), under: canvas.NewText(x.Under, color.Transparent),
		}
		r.columns = append(r.columns, c)
	}
	r.paint()
	return r
}

// A column is what is drawn of one bar.
type column struct {
	body, over, limit *canvas.Rectangle
	words, under      *canvas.Text
}

type barsRenderer struct {
	b       *Bars
	ground  *canvas.Rectangle
	columns []column
}

const barsHeight = 190

func (r *barsRenderer) paint() {
	r.ground.FillColor = theme.Color(theme.ColorNameInputBorder)
	for i, c := range r.columns {
		dress(c.body, theme.ColorNamePrimary, "", Scaled(2))
		dress(c.over, ColorErrorTint, theme.ColorNameError, Scaled(2))
		c.over.StrokeWidth = 1.5
		c.limit.FillColor = theme.Color(theme.ColorNameForeground)
		ink := theme.ColorNameForeground
		if r.b.bars[i].over() {
			ink = theme.ColorNameError
			c.words.TextStyle.Bold = true
		}
		c.words.Color, c.words.TextSize = theme.Color(ink), theme.Size(SizeTiny)
		c.under.Color, c.under.TextSize = theme.Color(ColorMuted), theme.Size(SizeTiny)
	}
}

func (r *barsRenderer) MinSize() fyne.Size { return fyne.NewSize(Scaled(120), Scaled(barsHeight)) }

func (r *barsRenderer) Layout(size fyne.Size) {
	if len(r.columns) == 0 {
		return
	}
	line := r.columns[0].words.MinSize().Height
	foot := size.Height - line - Scaled(4)
	most := float32(1)
	for _, x := range r.b.bars {
		most = max(most, x.Value, x.Limit)
	}
	unit := (foot - line - Scaled(4)) / most
	slot := size.Width / float32(len(r.columns))
	r.ground.Resize(fyne.NewSize(size.Width, 1))
	r.ground.Move(fyne.NewPos(0, foot))
	clear, fit := r.everyFew(slot), r.fit(slot)
	for i, c := range r.columns {
		x, left := r.b.bars[i], float32(i)*slot
		if x.Free {
			x.Limit = x.Value
		}
		inside := min(x.Value, x.Limit) * unit
		set(c.body, left+slot*0.2, foot-inside, slot*0.6, inside)
		set(c.over, left+slot*0.2, foot-x.Value*unit, slot*0.6, max(x.Value-x.Limit, 0)*unit)
		c.over.Hidden = x.Value <= x.Limit
		c.limit.Hidden = x.Free
		set(c.limit, left+slot*0.08, foot-x.Limit*unit-1, slot*0.84, 2)
		top := foot - x.Value*unit - line - Scaled(2)
		if x.Value < x.Limit && top < foot-x.Limit*unit+Scaled(3) {
			top = foot - x.Limit*unit - line - Scaled(2) // clear of the line of the limit
		}
		middle := left + slot/2
		high := x.over() && c.words.MinSize().Width <= 2*slot // it stands higher than the words beside it
		write(c.words, middle, top, size.Width, fit || high)
		write(c.under, middle, foot+Scaled(3), size.Width, i%clear == 0)
	}
}

// fit reports whether each column has room for its words: where one has not, only those over the limit keep theirs.
func (r *barsRenderer) fit(slot float32) bool {
	for i, c := range r.columns {
		if !r.b.bars[i].over() && c.words.MinSize().Width > slot {
			return false
		}
	}
	return true
}

// everyFew is how many columns there are from one word under them to the next.
func (r *barsRenderer) everyFew(slot float32) int {
	widest := float32(0)
	for _, c := range r.columns {
		widest = max(widest, c.under.MinSize().Width)
	}
	n := 1
	for float32(n)*slot < widest+Scaled(4) && n < len(r.columns) {
		n++
	}
	return n
}

// write puts a word around the middle of its column, inside the chart, or leaves it out.
func write(t *canvas.Text, middle, top, width float32, on bool) {
	m := t.MinSize()
	t.Hidden = !on || m.Width > width
	t.Resize(m)
	t.Move(fyne.NewPos(min(max(middle-m.Width/2, 0), width-m.Width), top))
}

func set(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

func (r *barsRenderer) Refresh() {
	r.paint()
	r.Layout(r.b.Size())
	canvas.Refresh(r.b)
}

func (r *barsRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.ground}
	for _, c := range r.columns {
		out = append(out, c.body, c.over, c.limit, c.words, c.under)
	}
	return out
}

func (r *barsRenderer) Destroy() {}
