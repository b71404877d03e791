package typeset

import (
	"strconv"
	"strings"

	"appuitechnique/model/document"
)

const (
	signGap    = 6 * mm
	signHeight = 32 * mm // room for a pen and a stamp
	signLeast  = 24 * mm // the same, where more would cost a page
	textBefore = 2       // lines of text that a page of signatures carries at least
)

// signatures closes a paper: the place and the day, then a block for each party, two or three side by side. All of it
// stays on one page, with lines of the text before it, as long as a page can hold it.
func (b *builder) signatures(s document.Signatures) {
	b.keepText(textBefore)
	if ls := b.body.lines(s.Place, textWidth); len(ls) > 0 {
		first := len(b.strips)
		b.lines(ls, column{x: textEdge, w: textWidth, st: b.body, elem: b.sect.add(TagP), before: 16, heading: true})
		b.strips[first].giveBefore = 7
	}
	perRow := 2
	if n := len(s.Parties); n == 3 || n > 4 {
		perRow = 3
	}
	if b.doc.SignTag != "" {
		perRow = 1 // a parapheur reads one tag a line
	}
	first, again := len(b.strips), b.signAgain()
	for i := 0; i < len(s.Parties); i += perRow {
		if i > 0 {
			b.keepLast()
		}
		b.signRow(s.Parties[i:min(i+perRow, len(s.Parties))], perRow)
	}
	for _, s := range b.strips[first:] {
		s.head = again
	}
}

// signAgain says what is signed, at the top of a page that begins with blocks to sign: no page could hold them all.
func (b *builder) signAgain() *strip {
	what := "Suite des signatures — " + b.res.Title
	return &strip{height: 2 * b.quality.lead, draw: func(c *canvas, y float64, _ bool) {
		c.in(nil, func() { c.label(b.quality, leftEdge, fullWidth, y+b.quality.lead, what) })
	}}
}

// signRow adds the blocks of one row: who signs in lines of text, then a box to sign in.
func (b *builder) signRow(parties []document.Signatory, perRow int) {
	w := (fullWidth - signGap*float64(max(perRow, 2)-1)) / float64(max(perRow, 2))
	words := w
	if perRow == 1 {
		words = fullWidth
	}
	var elems []*Elem
	for range parties {
		elems = append(elems, b.sect.add(TagP))
	}
	parts := []struct {
		st   *style
		text func(p *document.Signatory) document.Spans
		pad  float64
	}{
		{b.party, func(p *document.Signatory) document.Spans { return p.For }, 3},
		{b.person, func(p *document.Signatory) document.Spans { return p.Name }, 0},
		{b.quality, func(p *document.Signatory) document.Spans { return p.Quality }, 0},
		{b.quality, func(p *document.Signatory) document.Spans { return p.Basis }, 0},
		{b.quality, func(p *document.Signatory) document.Spans { return roleOf(p) }, 4},
	}
	for k, part := range parts {
		r := &row{lead: part.st.lead, padEnd: part.pad}
		if k == 0 {
			r.before = 14
		}
		filled := false
		for i := range parties {
			ls := part.st.lines(part.text(&parties[i]), words)
			filled = filled || len(ls) > 0
			r.cells = append(r.cells, cell{
				x: leftEdge + float64(i)*(w+signGap), w: words, st: part.st, elem: elems[i], lines: ls})
		}
		if !filled {
			continue
		}
		ss := r.strips()
		if k == 0 {
			ss[0].giveBefore = 6
		}
		for _, s := range ss {
			s.keep, s.text = true, 0
		}
		b.addAll(ss)
	}
	b.signBoxes(parties, elems, w)
}

// roleOf says in what capacity somebody signs, where it is not as a party.
func roleOf(p *document.Signatory) document.Spans {
	if p.Role == "" {
		return nil
	}
	return document.Spans{{Text: p.Role, Style: document.Italic}}
}

func (b *builder) signBoxes(parties []document.Signatory, elems []*Elem, w float64) {
	names := make([]string, len(parties))
	for i, p := range parties {
		names[i] = fieldName(p.Key, b.fields)
	}
	s := &strip{height: signHeight, giveHeight: signHeight - signLeast, seam: true}
	s.draw = func(c *canvas, y float64, _ bool) {
		for i, p := range parties {
			box := Box{leftEdge + float64(i)*(w+signGap), y, w, s.height}
			c.in(nil, func() {
				c.paint(&Frame{box, .5, hair})
				c.label(b.sign, box.X+4, w-8, y+9, "Signature")
			})
			if b.doc.SignTag != "" {
				c.in(elems[i], func() { c.label(b.sign, box.X+4, w-8, y+s.height-5, b.doc.SignTag) })
			}
			form := elems[i].Parent.insert(elems[i], TagForm)
			form.Kids = append(form.Kids, Kid{Field: len(b.res.Fields) + 1})
			b.res.Fields = append(b.res.Fields, Field{Page: c.number(), Box: box, Name: names[i], Tip: tipOf("Signature", &p), Elem: form})
		}
	}
	b.add(s)
	b.gap = 14
}

// tipOf says what a field is for, and whose it is.
func tipOf(what string, p *document.Signatory) string {
	for _, who := range []document.Spans{p.For, p.Name, p.Quality} {
		if t := meta(who.String()); t != "" {
			what += " – " + t
		}
	}
	return what
}

// fieldName returns a name that no other field of the paper has.
func fieldName(key string, used map[string]bool) string {
	name := "signature"
	if key != "" {
		name += "_" + ascii(key)
	}
	for n := 2; used[name]; n++ {
		name = "signature_" + ascii(key) + "_" + strconv.Itoa(n)
	}
	used[name] = true
	return name
}

// ascii keeps the letters and digits of a key.
func ascii(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-':
			return r
		}
		return '_'
	}, s)
}
