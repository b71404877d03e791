package typeset

import (
	"fmt"
	"strings"

	"appuitechnique/model/document"
)

// head adds a ruled heading: its number in the accent colour, its title after it or in the text column.
func (b *builder) head(number, title, bookmark string, tag Tag, level int, hanging bool) {
	e := b.sect.add(tag)
	x, st := float64(leftEdge), b.heading
	if hanging && number != "" {
		x = textEdge
	}
	text := document.Spans{{Text: title}}
	b.bookmark(bookmark, level)
	prefix := 0.0
	if !hanging && number != "" {
		_, prefix = b.headingNumber.oneLine(clean(number))
		x += prefix
	}
	b.lines(st.lines(text, rightEdge-x), column{
		x: x, w: rightEdge - x, st: st, elem: e, before: 17, heading: true,
		first: func(c *canvas, y float64) {
			if number != "" {
				w := max(prefix, hang-2)
				c.in(e, func() { c.label(b.headingNumber, leftEdge, w+.1, y+st.raise(), number) })
			}
		},
	})
	b.add(&strip{height: 4, keep: true, draw: func(c *canvas, y float64, _ bool) {
		c.in(nil, func() { c.paint(&Rule{leftEdge, y + 2.5, rightEdge, y + 2.5, .5, hair}) })
	}})
	b.gap = 4
}

func (b *builder) article(a document.Article) {
	b.sect = b.res.Root.add(TagSect)
	name := "Article\u00a0" + ordinal(a.Number)
	b.head(name+"\u00a0—\u00a0", a.Title, name+" — "+a.Title, TagH2, 0, false)
	b.deep = true
}

// ordinal writes the number of an article: the first is said « premier ».
func ordinal(n int) string {
	if n == 1 {
		return "1ᵉʳ"
	}
	return fmt.Sprint(n)
}

// section adds a heading; « 2.3 » and the sections of an annex stand a level lower than « 2 ».
func (b *builder) section(s document.Section) {
	lower := b.deep && (b.inAnnex || strings.Contains(strings.Trim(s.Number, "."), "."))
	tag, level := TagH2, 0
	if lower {
		tag, level = TagH3, 1
	} else {
		b.sect = b.res.Root.add(TagSect)
	}
	number, hanging := s.Number, true
	if _, w := b.headingNumber.oneLine(clean(number)); w > hang-2 {
		number, hanging = number+"\u00a0 ", false
	}
	b.head(number, s.Title, strings.TrimSpace(s.Number+" "+s.Title), tag, level, hanging)
	b.deep = true
}

// annexed starts a page with the heading of an annex.
func (b *builder) annexed(a document.Annex) {
	b.sect = b.res.Root.add(TagSect)
	b.inAnnex, b.deep = true, true
	e := b.sect.add(TagH2)
	name := a.Called()
	b.bookmark(name+" — "+a.Title, 0)
	b.add(&strip{height: b.annexNumber.lead, keep: true, newPage: true, draw: func(c *canvas, y float64, _ bool) {
		c.in(e, func() {
			c.label(b.annexNumber, leftEdge, fullWidth, y+b.annexNumber.raise(), strings.ToUpper(name)+" ")
		})
	}})
	b.lines(b.annex.text(a.Title, fullWidth), column{x: leftEdge, w: fullWidth, st: b.annex, elem: e, heading: true})
	b.gap = 10
}
