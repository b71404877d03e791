package kit

import (
	"fmt"
	"image/color"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var months = [12]string{
	"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
}

var weekdays = [7]string{"lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."}

// A Calendar shows one month, its weeks starting on Monday. Arrows move by a day or a week, Page Up and Page Down by a
// month, Enter picks.
type Calendar struct {
	widget.BaseWidget
	OnPicked func(time.Time)
	OnClose  func() // Escape; may be nil

	grid   *dayGrid
	title  *Text
	column *fyne.Container
}

// NewCalendar opens on the month of day, which is highlighted.
func NewCalendar(day time.Time, picked func(time.Time)) *Calendar {
	c := &Calendar{OnPicked: picked}
	c.grid = newDayGrid(c)
	c.title = NewStrong("", SizeBody, theme.ColorNameForeground)
	before := NewSmallButton("", theme.NavigateBackIcon(), func() { c.Go(c.grid.day.AddDate(0, -1, 0)) })
	after := NewSmallButton("", theme.NavigateNextIcon(), func() { c.Go(c.grid.day.AddDate(0, 1, 0)) })
	before.Said, after.Said = "Mois précédent", "Mois suivant"
	c.column = VStack(4, HStack(0, before, Spacer(), c.title, Spacer(), after), c.grid)
	c.ExtendBaseWidget(c)
	c.Go(day)
	return c
}

// Go turns to the month of day and highlights it.
func (c *Calendar) Go(day time.Time) {
	c.grid.day = time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, time.UTC)
	c.title.SetText(fmt.Sprintf("%s %d", months[day.Month()-1], day.Year()))
	c.column.Refresh()
}

// Focusable returns the part of c that takes the keyboard.
func (c *Calendar) Focusable() fyne.Focusable { return c.grid }

// AccessibilityRole is asked for by the system's screen reader.
func (c *Calendar) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// AccessibilityLabel is empty: the days speak for themselves.
func (c *Calendar) AccessibilityLabel() string { return "" }

// CreateRenderer is called by Fyne.
func (c *Calendar) CreateRenderer() fyne.WidgetRenderer {
	panel := NewPanel(ColorSurface, theme.ColorNameInputBorder, c.column).Padded(8, 8, 8, 8)
	panel.Radius = 8
	return widget.NewSimpleRenderer(panel)
}

// dayGrid is the days of a month, drawn as one widget so that the keyboard stops once.
type dayGrid struct {
	press
	calendar *Calendar
	day      time.Time
}

func newDayGrid(c *Calendar) *dayGrid {
	g := &dayGrid{calendar: c}
	g.extend(g)
	return g
}

// first returns the Monday of the week in which the month starts.
func (g *dayGrid) first() time.Time {
	start := g.day.AddDate(0, 0, 1-g.day.Day())
	return start.AddDate(0, 0, -(int(start.Weekday())+6)%7)
}

func (g *dayGrid) cell() fyne.Size { return fyne.NewSize(Scaled(36), Scaled(28)) }

// AccessibilityLabel is read aloud by a screen reader: the day that Enter picks.
func (g *dayGrid) AccessibilityLabel() string {
	return fmt.Sprintf("%s %d %s %d", weekdays[(int(g.day.Weekday())+6)%7], g.day.Day(), months[g.day.Month()-1], g.day.Year())
}

// Tapped is called by Fyne.
func (g *dayGrid) Tapped(e *fyne.PointEvent) {
	if e == nil {
		g.calendar.OnPicked(g.day)
		return
	}
	cell := g.cell()
	column, row := int(e.Position.X/cell.Width), int(e.Position.Y/cell.Height)-1
	if row >= 0 && row < 6 && column >= 0 && column < 7 {
		g.calendar.OnPicked(g.first().AddDate(0, 0, row*7+column))
	}
}

// TypedKey is called by Fyne.
func (g *dayGrid) TypedKey(k *fyne.KeyEvent) {
	move := func(months, days int) { g.calendar.Go(g.day.AddDate(0, months, days)) }
	switch k.Name {
	case fyne.KeyLeft:
		move(0, -1)
	case fyne.KeyRight:
		move(0, 1)
	case fyne.KeyUp:
		move(0, -7)
	case fyne.KeyDown:
		move(0, 7)
	case fyne.KeyPageUp:
		move(-1, 0)
	case fyne.KeyPageDown:
		move(1, 0)
	case fyne.KeyEscape:
		if g.calendar.OnClose != nil {
			g.calendar.OnClose()
		}
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		g.Tapped(nil)
	default:
		forwardKey(g, k)
	}
}

// CreateRenderer is called by Fyne.
func (g *dayGrid) CreateRenderer() fyne.WidgetRenderer {
	r := &dayGridRenderer{g: g, mark: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent)}
	for range 49 {
		r.words = append(r.words, canvas.NewText("", color.Black))
	}
	r.paint()
	return r
}

type dayGridRenderer struct {
	g          *dayGrid
	mark, ring *canvas.Rectangle
	words      []*canvas.Text
}

func (r *dayGridRenderer) paint() {
	for i, name := range weekdays {
		r.write(i, name, ColorMuted, SizeCaption)
	}
	first := r.g.first()
	for i := range 42 {
		day := first.AddDate(0, 0, i)
		c := theme.ColorNameForeground
		switch {
		case day.Equal(r.g.day):
			c = theme.ColorNameForegroundOnPrimary
		case day.Month() != r.g.day.Month():
			c = theme.ColorNameDisabled
		}
		r.write(7+i, strconv.Itoa(day.Day()), c, SizeSmall)
	}
	dress(r.mark, theme.ColorNamePrimary, "", 6)
	ring(r.ring, r.g.focused, theme.ColorNamePrimary, 9)
}

func (r *dayGridRenderer) write(i int, s string, c fyne.ThemeColorName, size fyne.ThemeSizeName) {
	r.words[i].Text, r.words[i].Color, r.words[i].TextSize = s, theme.Color(c), theme.Size(size)
}

func (r *dayGridRenderer) MinSize() fyne.Size {
	cell := r.g.cell()
	return fyne.NewSize(cell.Width*7, cell.Height*7)
}

func (r *dayGridRenderer) Layout(fyne.Size) {
	cell := r.g.cell()
	for i, w := range r.words {
		m := w.MinSize()
		w.Resize(m)
		w.Move(fyne.NewPos(float32(i%7)*cell.Width+(cell.Width-m.Width)/2, float32(i/7)*cell.Height+(cell.Height-m.Height)/2))
	}
	at := int(r.g.day.Sub(r.g.first()).Hours()/24) + 7
	place := fyne.NewPos(float32(at%7)*cell.Width, float32(at/7)*cell.Height)
	r.mark.Move(place.AddXY(2, 1))
	r.mark.Resize(cell.SubtractWidthHeight(4, 2))
	r.ring.Move(place.AddXY(-1, -2))
	r.ring.Resize(cell.AddWidthHeight(2, 4))
}

func (r *dayGridRenderer) Refresh() {
	r.paint()
	r.Layout(r.g.Size())
	for _, w := range r.words {
		w.Refresh()
	}
	canvas.Refresh(r.g)
}

func (r *dayGridRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.ring, r.mark}
	for _, w := range r.words {
		objects = append(objects, w)
	}
	return objects
}

func (r *dayGridRenderer) Destroy() {}
