package kit

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestTextWrapsAtItsSpacesAndBreaksWhatIsTooLong(t *testing.T) {
	fits := func(s string) bool { return len([]rune(s)) <= 10 }
	for _, tt := range []struct{ words, want string }{
		{"un mot", "un mot"},
		{"un mot puis un autre", "un mot|puis un|autre"},
		{"anticonstitutionnellement", "anticonsti|tutionnell|ement"},
		{"riom-projet.pdf", "riom-|projet.pdf"},
		{"/home/rose/notes", "/home/|rose/notes"},
		{"deux\nlignes", "deux|lignes"},
		{"« oui\u00a0»", "« oui\u00a0»"},
		{"", ""},
	} {
		if got := strings.Join(wrapped(tt.words, fits), "|"); got != tt.want {
			t.Errorf("%q wraps as %q, want %q", tt.words, got, tt.want)
		}
	}
}

func TestAStackGivesTextTheHeightItsWidthNeeds(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(&Theme{Tone: ToneLight})
	words := strings.Repeat("Une phrase qui ne tient pas sur une ligne. ", 4)
	low, high := VStack(0, NewParagraph(words, SizeBody, theme.ColorNameForeground)), VStack(0, NewParagraph(words, SizeBody, theme.ColorNameForeground))
	if w, n := HeightFor(low, 900), HeightFor(high, 200); w <= 0 || n < 3*w {
		t.Errorf("the same words take %.0f in 900 and %.0f in 200, want some more lines", w, n)
	}
}

func TestEveryWeekOfTheCalendarStartsOnAMonday(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(&Theme{Tone: ToneLight})
	for month := range 36 {
		day := time.Date(2026, time.January+time.Month(month), 15, 0, 0, 0, 0, time.UTC)
		c := NewCalendar(day, func(time.Time) {})
		first := c.grid.first()
		start := day.AddDate(0, 0, -14)
		if first.Weekday() != time.Monday || first.After(start) || start.Sub(first) > 6*24*time.Hour {
			t.Errorf("%s starts on %s", day.Format("2006-01"), first.Format("Monday 2006-01-02"))
		}
	}
}

func TestADayIsPickedWithTheMouse(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(&Theme{Tone: ToneLight})
	var picked time.Time
	c := NewCalendar(time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC), func(day time.Time) { picked = day })
	cell := c.grid.cell()
	// November 2026 starts on a Sunday: the 2nd is the first day of the second row.
	c.grid.Tapped(&fyne.PointEvent{Position: fyne.NewPos(cell.Width/2, cell.Height*2.5)})
	if got := picked.Format("2006-01-02"); got != "2026-11-02" {
		t.Errorf("picked %s, want 2026-11-02", got)
	}
}

func TestButtonsAnswerSpaceAndEnter(t *testing.T) {
	test.NewTempApp(t)
	n := 0
	b := NewButton("Continuer", Primary, func() { n++ })
	for _, key := range []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyA} {
		b.TypedKey(&fyne.KeyEvent{Name: key})
	}
	test.Tap(b)
	if n != 4 {
		t.Errorf("pressed %d times, want 4", n)
	}
	b.SetEnabled(false)
	test.Tap(b)
	if n != 4 {
		t.Error("a disabled button is pressed")
	}
}

func TestKeysThatAFieldHasNoUseForReachTheWindow(t *testing.T) {
	test.NewTempApp(t)
	e := NewEntry(3)
	w := test.NewTempWindow(t, e.Framed())
	var heard []fyne.KeyName
	w.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) { heard = append(heard, k.Name) })
	w.Canvas().Focus(e)
	for _, key := range []fyne.KeyName{fyne.KeyF8, fyne.KeyEscape, fyne.KeyReturn, fyne.KeyLeft} {
		e.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if got := fmt.Sprint(heard); got != fmt.Sprint([]fyne.KeyName{fyne.KeyF8, fyne.KeyEscape}) {
		t.Errorf("the window heard %s", got)
	}
}

func TestAComboSaysWhatItLeavesOut(t *testing.T) {
	test.NewTempApp(t)
	c := NewCombo(func(string) []Item {
		var items []Item
		for i := range 70 {
			items = append(items, Item{Value: fmt.Sprint(i), Label: fmt.Sprint("Réponse ", i)})
		}
		return items
	})
	c.open("")
	if len(c.Offered()) != 60 {
		t.Errorf("%d items are offered, want 60", len(c.Offered()))
	}
	last, ok := c.list.Objects[len(c.list.Objects)-1].(*fyne.Container).Objects[0].(*Text)
	if !ok || !strings.Contains(last.Words(), "10 autres") {
		t.Errorf("the list ends with %v, want what it leaves out", last)
	}
}

func TestColumnsKeepTheirPlaceWhenOneIsHidden(t *testing.T) {
	test.NewTempApp(t)
	a, b, c := NewSurface(ColorSurface, nil), NewSurface(ColorSurface, nil), NewSurface(ColorSurface, nil)
	row := NarrowColumns(10, 100, 0, a, b, c)
	row.Resize(fyne.NewSize(320, 50))
	with := b.Position().X
	c.Hide()
	row.Refresh()
	if without := b.Position().X; with != without || with != 110 {
		t.Errorf("the second column stands at %v, then at %v, want 110", with, without)
	}
	row.Resize(fyne.NewSize(150, 50))
	if b.Position().X != 0 || b.Position().Y == 0 && b.Size().Height > 0 {
		t.Errorf("in a narrow place the second stands at %v, want under the first", b.Position())
	}
}

// TestWhatIsTypedStaysInItsOrderWhereTheRowIsFull types past the end of the row, in fields of every width.
func TestWhatIsTypedStaysInItsOrderWhereTheRowIsFull(t *testing.T) {
	const words = "Rappeler Xénophon au sujet de la durée de la mission"
	test.NewTempApp(t)
	for width := float32(150); width < 290; width++ {
		e := NewEntry(3)
		e.OnChanged = func(string) { e.Framed().Refresh() }
		w := test.NewTempWindow(t, container.NewWithoutLayout(e.Framed()))
		e.Framed().Resize(fyne.NewSize(width, 90))
		w.Canvas().Focus(e)
		for _, r := range words {
			e.TypedRune(r)
		}
		if e.Text != words {
			t.Fatalf("%v wide: %q", width, e.Text)
		}
	}
}

// TestALongAnswerShowsItsBeginningOnceLeft leaves a field, which shows the place of its caret, then comes back to it.
func TestALongAnswerShowsItsBeginningOnceLeft(t *testing.T) {
	test.NewTempApp(t)
	e, other := NewEntry(1), NewEntry(1)
	w := test.NewTempWindow(t, container.NewVBox(e.Framed(), other.Framed()))
	w.Resize(fyne.NewSize(160, 120))
	w.Canvas().Focus(e)
	test.Type(e, "Rénovation de l’îlot Grenier et de ses abords immédiats")
	caret := e.CursorColumn
	w.Canvas().Focus(other)
	if e.CursorColumn != 0 {
		t.Errorf("the caret is left at %d: the field goes on showing that place, not its beginning", e.CursorColumn)
	}
	w.Canvas().Focus(e)
	if e.CursorColumn != caret {
		t.Errorf("the caret came back at %d, want %d", e.CursorColumn, caret)
	}
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	w.Canvas().Focus(other)
	if e.CursorColumn != 0 || e.SelectedText() != "" {
		t.Errorf("left while « %s » is selected, the caret stays at %d", e.SelectedText(), e.CursorColumn)
	}
}

// TestAClickInALongAnswerPutsTheCaretUnderTheMouse presses the first letters of an answer longer than its field.
func TestAClickInALongAnswerPutsTheCaretUnderTheMouse(t *testing.T) {
	test.NewTempApp(t)
	e := NewEntry(1)
	e.Write("Rénovation de l’îlot Grenier et de ses abords immédiats")
	w := test.NewTempWindow(t, container.NewVBox(e.Framed()))
	w.Resize(fyne.NewSize(160, 120))
	e.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(40, 12)}, Button: desktop.MouseButtonPrimary})
	if w.Canvas().Focused() != e || e.CursorColumn > 8 {
		t.Errorf("the caret is put at %d", e.CursorColumn)
	}
}

// TestWordsAreNotSqueezedBesideWhatEndsThem lays a long label out in a narrow and in a wide place.
func TestWordsAreNotSqueezedBesideWhatEndsThem(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(&Theme{Tone: ToneLight})
	label := NewHeading("La ville fait-elle partie du programme Action Cœur de Ville ?", SizeBody, theme.ColorNameForeground)
	end := NewText("référentiel 2026, obligatoire", SizeCaption, ColorMuted)
	box := Turned(12, label, end)
	for _, tt := range []struct {
		width float32
		under bool
	}{{900, false}, {260, true}, {900, false}} {
		height := HeightFor(box, tt.width)
		box.Resize(fyne.NewSize(tt.width, height))
		box.MinSize()
		under := end.Position().Y > 0
		if under != tt.under || under && label.Size().Width != tt.width || !under && label.Size().Width > end.Position().X {
			t.Errorf("%v wide: end at %v, label %v wide", tt.width, end.Position(), label.Size().Width)
		}
	}
}

func TestALongAnswerHasTheLinesItTakesAndATabTheRoomOfItsWords(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(&Theme{})
	e := NewEntry(3)
	e.Resize(fyne.NewSize(300, 100))
	short := e.MinSize().Height
	e.Write(strings.Repeat("mot ", 60))
	grown := e.MinSize().Height
	e.Write(strings.Repeat("mot ", 6000))
	full := e.MinSize().Height
	if grown <= short || full <= grown || full > 4*short {
		t.Errorf("the heights are %v, %v and %v", short, grown, full)
	}
	if e.Write("un mot"); e.MinSize().Height != short {
		t.Errorf("the height of a short answer is %v again, want %v", e.MinSize().Height, short)
	}
	tab := NewTab("Problèmes", false, nil)
	bare := tab.MinSize().Width
	if tab.Text = "Problèmes (12)"; tab.MinSize().Width <= bare {
		t.Error("a tab keeps the width of its former words")
	}
}
