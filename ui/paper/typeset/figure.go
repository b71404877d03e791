package typeset

import (
	"strings"
	"unicode/utf8"

	"appuitechnique/model/document"
)

const (
	yearBand  = 12.5
	monthBand = 13.0
)

// figure opens a drawing: its element, and its caption above it. What it shows is said by alt, else by its kind and caption.
func (b *builder) figure(caption, alt, kind string) *Elem {
	fig := b.sect.add(TagFigure)
	if fig.Alt = meta(alt); fig.Alt == "" {
		fig.Alt = meta(kind + caption)
	}
	if caption == "" {
		b.gap = max(b.gap, 12)
		return fig
	}
	b.lines(b.caption.text(caption, fullWidth), column{
		x: leftEdge, w: fullWidth, st: b.caption, elem: fig, before: 12, heading: true})
	b.gap = 4
	return fig
}

// A timeline is columns of one width side by side, mostly months, under their names and their years.
type timeline struct {
	*builder
	left, step float64 // left edge of the first column, width of each
	names      []string
	spans      []document.Year
}

// timeline lays names between left and right; there must be one at least.
func (b *builder) timeline(left, right float64, names []string, years []document.Year) *timeline {
	return &timeline{builder: b, left: left, step: (right - left) / float64(len(names)), names: names, spans: years}
}

// at is the place of a moment, counted in columns from the first and held within them.
func (t *timeline) at(moment float64) float64 {
	return t.left + within(moment, 0, float64(len(t.names)))*t.step
}

func (t *timeline) end() float64 { return t.left + t.step*float64(len(t.names)) }

// within holds v between low and high; what is no number is low.
func within(v, low, high float64) float64 {
	if !(v > low) {
		return low
	}
	return min(v, high)
}

// years paints a band for each year.
func (t *timeline) years(c *canvas, y float64) {
	x := t.left
	for _, yr := range t.spans {
		w := min(t.step*float64(yr.Months), t.end()-x)
		if w <= 1 {
			break
		}
		c.paint(&Fill{Box{x + .4, y, w - .8, yearBand}, band})
		st := *t.cellHead
		st.size, st.align = 8, centred
		if _, need := st.oneLine(clean(yr.Label)); need <= w-1 {
			c.label(&st, x, w, y+9, yr.Label)
		}
		x += w
	}
}

// heads paints the names of the columns: all, else their first letters, else some of those.
func (t *timeline) heads(c *canvas, y float64) {
	const letter = 7.0
	long := true
	for _, name := range t.names {
		if _, w := t.smallCentred.oneLine(clean(name)); w > t.step-1.5 {
			long = false
		}
	}
	every := 1
	for !long && float64(every)*t.step < letter {
		every++
	}
	for i, name := range t.names {
		if i%every > 0 {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(name); !long {
			name = strings.ToUpper(string(r))
		}
		w := max(t.step, min(letter, t.end()-t.left))
		x := within(t.at(float64(i)+.5)-w/2, t.left, t.end()-w)
		c.label(t.smallCentred, x, w, y+9, name)
	}
}

// A key of a legend: what is written, and what is drawn before it, 8 points wide, its middle at y.
type key struct {
	text string
	draw func(c *canvas, x, y float64)
}

// keys adds a legend, on as many lines as needed.
func (b *builder) keys(keys []key, fig *Elem) {
	const swatch, gap = 12.0, 16.0
	width := func(k key) float64 {
		_, w := b.small.fit(k.text, fullWidth-swatch)
		return swatch + w
	}
	var rows [][]key
	x := float64(fullWidth)
	for _, k := range keys {
		w := width(k)
		if x+w > fullWidth {
			rows, x = append(rows, nil), 0
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], k)
		x += w + gap
	}
	for i, keys := range rows {
		s := &strip{height: 12, keep: i < len(rows)-1}
		if i == 0 {
			s.before = 5
			b.keepLast()
		}
		s.draw = func(c *canvas, y float64, _ bool) {
			c.in(fig, func() {
				x := float64(leftEdge)
				for _, k := range keys {
					k.draw(c, x, y+6)
					c.label(b.small, x+swatch, fullWidth-swatch, y+8.6, k.text)
					x += width(k) + gap
				}
			})
		}
		b.add(s)
	}
}
