package typeset

import (
	"slices"
	"strings"

	"appuitechnique/model/document"
)

// A canvas paints on the last page of a result.
type canvas struct {
	res   *Result
	page  *Page
	block int // of the document, that is being painted; -1 for none
}

func (c *canvas) number() int { return len(c.res.Pages) - 1 }

func (c *canvas) newPage() {
	c.page = &Page{}
	c.res.Pages = append(c.res.Pages, c.page)
}

func (c *canvas) paint(o Op) { c.page.Ops = append(c.page.Ops, o) }

// in paints within the element e, or as no part of the text when e is nil.
func (c *canvas) in(e *Elem, paint func()) {
	ops := c.page.Ops
	if n := len(ops); n > 0 {
		if _, ended := ops[n-1].(*End); ended && c.opened() == e {
			c.page.Ops = ops[:n-1] // go on with the same element
			paint()
			c.paint(&End{})
			return
		}
	}
	b := &Begin{Elem: e}
	if e != nil {
		b.ID = c.page.marks
		c.page.marks++
		e.Kids = append(e.Kids, Kid{Page: c.number(), ID: b.ID})
	}
	c.paint(b)
	paint()
	c.paint(&End{})
}

// opened returns the element of the last Begin of the page.
func (c *canvas) opened() *Elem {
	for _, o := range slices.Backward(c.page.Ops) {
		if b, ok := o.(*Begin); ok {
			return b.Elem
		}
	}
	return nil
}

// spot remembers where answers are printed.
func (c *canvas) spot(b Box, from []string) {
	if len(from) > 0 {
		c.res.Spots = append(c.res.Spots, Spot{Page: c.number(), Box: b, From: from, Block: c.block})
	}
}

// line paints a line of a column that starts at x and is w wide; y is the top of the line.
func (c *canvas) line(l *line, st *style, x, w, y float64) {
	switch st.align {
	case right:
		x += w - l.width
	case centred:
		x += (w - l.width) / 2
	}
	base := y + st.raise()
	for i := range l.fragments {
		f := &l.fragments[i]
		b := Box{x + f.x, base - .92*st.size, f.width, 1.24 * st.size}
		c.spot(b, f.from)
		if f.missing {
			c.paint(&Fill{b, missingBand})
			if len(f.from) > 0 {
				c.res.Spots[len(c.res.Spots)-1].Missing = true
			}
		}
	}
	for i := range l.fragments {
		f := &l.fragments[i]
		runes, adv := f.runes, f.adv
		if i == len(l.fragments)-1 {
			runes, adv = blankEnd(runes, adv)
		}
		color := st.color
		switch f.change {
		case document.Removed:
			color = struck
			c.paint(&Rule{x + f.x, base - .28*st.size, x + f.x + f.width, base - .28*st.size, .06 * st.size, color})
		case document.Added:
			color = added
			c.paint(&Rule{x + f.x, base + .16*st.size, x + f.x + f.width, base + .16*st.size, .06 * st.size, color})
		}
		c.paint(&Glyphs{
			Face: f.face, Size: st.size, Color: color, X: x + f.x, Y: base, Width: f.width, Runes: runes, Adv: adv,
		})
	}
}

// blankEnd adds the blank that parts the last word of a line from the first of the next, for those who read aloud or copy.
func blankEnd(runes []rune, adv []float64) ([]rune, []float64) {
	if n := len(runes); n == 0 || runes[n-1] == softHyphen || runes[n-1] == ' ' {
		return runes, adv
	}
	return append(slices.Clone(runes), ' '), append(slices.Clone(adv), 0)
}

// label paints a short text on one line and returns its width; the text is cut with an ellipsis when it is wider than w.
func (c *canvas) label(st *style, x, w, base float64, text string) float64 {
	fs, width := st.fit(text, w)
	switch st.align {
	case right:
		x += w - width
	case centred:
		x += (w - width) / 2
	}
	for i, f := range fs {
		runes, adv := f.runes, f.adv
		if i == len(fs)-1 {
			runes, adv = blankEnd(runes, adv)
		}
		color := st.color
		switch f.change {
		case document.Removed:
			color = struck
			c.paint(&Rule{x + f.x, base - .28*st.size, x + f.x + f.width, base - .28*st.size, .06 * st.size, color})
		case document.Added:
			color = added
			c.paint(&Rule{x + f.x, base + .16*st.size, x + f.x + f.width, base + .16*st.size, .06 * st.size, color})
		}
		c.paint(&Glyphs{
			Face: f.face, Size: st.size, Color: color, X: x + f.x, Y: base, Width: f.width, Runes: runes, Adv: adv,
		})
	}
	return width
}

// fit sets text on one line of at most w points.
func (st *style) fit(text string, w float64) ([]fragment, float64) {
	runes := []rune(clean(text))
	for cut := len(runes); ; cut-- {
		s := string(runes)
		if cut < len(runes) {
			s = string(runes[:max(cut, 0)]) + "…"
		}
		fs, width := st.oneLine(s)
		if width <= w || cut <= 0 {
			return fs, width
		}
		if width > 2*w { // far too long: come nearer at once
			cut = int(float64(cut) * w / width * 1.5)
		}
	}
}

// inLine drops the ends of line from a text that has to stay on one.
var inLine = strings.NewReplacer("\n", " ", string(zeroSpace), "")

func (st *style) oneLine(s string) ([]fragment, float64) {
	var fs []fragment
	x := 0.0
	for _, part := range drawn(st.regular, inLine.Replace(s)) {
		w := part.face.shape(part.text)
		f := fragment{piece: &piece{face: part.face}, x: x, runes: w.runes}
		for _, a := range w.adv {
			f.adv = append(f.adv, (a+st.tracking)*st.size)
			f.width += (a + st.tracking) * st.size
		}
		fs = append(fs, f)
		x += f.width
	}
	return fs, x
}
