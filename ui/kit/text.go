package kit

import (
	"image/color"
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Text is words in one style that follow the theme: on one line, or wrapped to the width they are given.
type Text struct {
	widget.BaseWidget
	TextSize fyne.ThemeSizeName
	Color    fyne.ThemeColorName
	Bold     bool
	Italic   bool

	words string
	wrap  bool
	short bool // what does not fit on the line ends in …
	lines []string
	made  measured // what the lines were folded for
}

type measured struct {
	width, size float32
	bold        bool
}

// NewText returns words on one line, never cut.
func NewText(words string, size fyne.ThemeSizeName, c fyne.ThemeColorName) *Text {
	t := &Text{TextSize: size, Color: c}
	t.ExtendBaseWidget(t)
	t.SetText(words)
	return t
}

// NewStrong returns semi-bold words on one line.
func NewStrong(words string, size fyne.ThemeSizeName, c fyne.ThemeColorName) *Text {
	t := NewText(words, size, c)
	t.Bold = true
	return t
}

// NewLine returns words on one line that end in … where room lacks.
func NewLine(words string, size fyne.ThemeSizeName, c fyne.ThemeColorName, bold bool) *Text {
	t := NewText(words, size, c)
	t.Bold, t.short = bold, true
	return t
}

// NewParagraph returns words that wrap.
func NewParagraph(words string, size fyne.ThemeSizeName, c fyne.ThemeColorName) *Text {
	t := NewText(words, size, c)
	t.wrap = true
	return t
}

// NewHeading returns semi-bold words that wrap.
func NewHeading(words string, size fyne.ThemeSizeName, c fyne.ThemeColorName) *Text {
	t := NewParagraph(words, size, c)
	t.Bold = true
	return t
}

// Words returns what is written, its no-break spaces included.
func (t *Text) Words() string { return t.words }

// AccessibilityLabel is read aloud by a screen reader.
func (t *Text) AccessibilityLabel() string { return t.words }

// AccessibilityRole is asked for by the system's screen reader.
func (t *Text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// SetText writes other words in the same style.
func (t *Text) SetText(words string) {
	words = glued(words)
	if words == t.words {
		return
	}
	t.words, t.lines = words, nil
	t.Refresh()
}

// CreateRenderer is called by Fyne.
func (t *Text) CreateRenderer() fyne.WidgetRenderer { return &textRenderer{t: t} }

func (t *Text) style() fyne.TextStyle { return fyne.TextStyle{Bold: t.Bold, Italic: t.Italic} }

func (t *Text) measure(s string) fyne.Size {
	return fyne.MeasureText(s, theme.Size(t.TextSize), t.style())
}

// fold breaks the words into the lines that hold in w.
func (t *Text) fold(w float32) {
	m := measured{w, theme.Size(t.TextSize), t.Bold}
	if t.lines != nil && t.made == m {
		return
	}
	t.made = m
	switch {
	case t.wrap && w > 0:
		t.lines = wrapped(t.words, func(s string) bool { return t.measure(s).Width <= w })
	case t.short && w > 0:
		t.lines = []string{t.cut(w)}
	default:
		t.lines = strings.Split(t.words, "\n")
	}
}

func (t *Text) cut(w float32) string {
	if t.measure(t.words).Width <= w {
		return t.words
	}
	runes := []rune(t.words)
	start := func(n int) string { return strings.TrimRight(string(runes[:n]), " ") + "…" }
	return start(longest(len(runes)-1, func(n int) bool { return t.measure(start(n)).Width <= w }))
}

// longest returns how many letters of most hold, where fewer letters are never wider.
func longest(most int, fits func(n int) bool) int {
	return sort.Search(most, func(n int) bool { return !fits(n + 1) })
}

// lineCount is how many lines s takes, counted no further than most.
func lineCount(s string, most int, fits func(string) bool) int {
	n := 0
	for paragraph := range strings.SplitSeq(s, "\n") {
		if n++; paragraph != "" {
			n += len(wrapped(paragraph, fits)) - 1
		}
		if n >= most {
			break
		}
	}
	return n
}

// wrapped breaks s at its spaces into lines that fit; a word too long for a line is broken where it must.
func wrapped(s string, fits func(string) bool) []string {
	var lines []string
	for _, paragraph := range strings.Split(s, "\n") {
		line := ""
		for _, word := range strings.Split(paragraph, " ") {
			longer := word
			if line != "" {
				longer = line + " " + word
			}
			if fits(longer) {
				line = longer
				continue
			}
			if line != "" {
				lines = append(lines, line)
			}
			line = word
			for !fits(line) && len([]rune(line)) > 1 {
				head := broken(line, fits)
				lines = append(lines, head)
				line = line[len(head):]
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// broken returns the longest start of word that fits, at least one letter; that of a path or of the name of a file ends
// where one of its words does.
func broken(word string, fits func(string) bool) string {
	runes := []rune(word)
	n := longest(len(runes)-1, func(n int) bool { return fits(string(runes[:n])) })
	head := string(runes[:max(n, 1)])
	if at := strings.LastIndexAny(head, `/\-_`); at > 0 {
		return head[:at+1]
	}
	return head
}

type textRenderer struct {
	t     *Text
	lines []*canvas.Text
}

func (r *textRenderer) lineHeight() float32 {
	h := r.t.measure("É").Height
	if r.t.wrap {
		h += Scaled(2)
	}
	return h
}

func (r *textRenderer) MinSize() fyne.Size {
	t := r.t
	h := r.lineHeight()
	switch {
	case t.wrap:
		t.fold(t.Size().Width)
		return fyne.NewSize(Scaled(40), h*float32(max(len(t.lines), 1)))
	case t.short:
		return fyne.NewSize(Scaled(20), h)
	}
	t.fold(0)
	w := float32(0)
	for _, line := range t.lines {
		w = max(w, t.measure(line).Width)
	}
	return fyne.NewSize(w, h*float32(max(len(t.lines), 1)))
}

func (r *textRenderer) Layout(size fyne.Size) {
	w := size.Width
	if !r.t.wrap && !r.t.short {
		w = 0
	}
	r.t.fold(w)
	r.draw()
}

func (r *textRenderer) draw() {
	c, size, h := theme.Color(r.t.Color), theme.Size(r.t.TextSize), r.lineHeight()
	for len(r.lines) < len(r.t.lines) {
		r.lines = append(r.lines, canvas.NewText("", color.Black))
	}
	r.lines = r.lines[:len(r.t.lines)]
	for i, line := range r.lines {
		line.Text, line.Color, line.TextSize, line.TextStyle = r.t.lines[i], c, size, r.t.style()
		line.Move(fyne.NewPos(0, float32(i)*h))
		line.Resize(line.MinSize())
		line.Refresh()
	}
}

func (r *textRenderer) Refresh() {
	r.Layout(r.t.Size())
	canvas.Refresh(r.t)
}

func (r *textRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(r.lines))
	for i, line := range r.lines {
		objects[i] = line
	}
	return objects
}

func (r *textRenderer) Destroy() {}
