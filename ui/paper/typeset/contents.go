package typeset

import (
	"fmt"
	"slices"
)

// longPaper is how many pages a paper may have without a table of contents.
const longPaper = 6

// fewestEntries is how many headings make a table of contents worth reading.
const fewestEntries = 3

// chapters counts the headings that the table of contents would list.
func (b *builder) chapters() int {
	n := 0
	for _, m := range b.res.Bookmarks {
		if m.Level == 0 && m.Title != "" {
			n++
		}
	}
	return n
}

// contents inserts a table of contents after the title: an entry for each heading of the first level, that leads to it.
// The numbers of the pages are painted with the rest, when they are known.
func (b *builder) contents() {
	rest := slices.Clone(b.strips[b.afterTitle:])
	kids := slices.Clone(b.res.Root.Kids)
	b.strips, b.res.Root.Kids = b.strips[:b.afterTitle], nil
	b.gap = 5 * mm
	b.lines(b.label.text("SOMMAIRE", textWidth), column{
		x: textEdge, w: textWidth, st: b.label, elem: b.res.Root.add(TagP), heading: true})
	b.gap = 4
	toc := b.res.Root.add(TagTOC)
	for i, m := range b.res.Bookmarks {
		if m.Level == 0 && m.Title != "" {
			b.contentsEntry(toc, i)
		}
	}
	b.res.Root.Kids = slices.Concat(kids[:b.openingElems], b.res.Root.Kids, kids[b.openingElems:])
	if len(rest) > 0 {
		rest[0].before = max(rest[0].before, 8*mm)
	}
	b.strips = append(b.strips, rest...)
}

func (b *builder) contentsEntry(toc *Elem, i int) {
	const numbers = 12 * mm
	ls := b.tocEntry.text(b.res.Bookmarks[i].Title, textWidth-numbers)
	link := toc.add(TagTOCI).add(TagLink)
	for k := range ls {
		last := k == len(ls)-1
		b.add(&strip{height: b.tocEntry.lead, keep: !last, draw: func(c *canvas, y float64, _ bool) {
			m := b.res.Bookmarks[i]
			number := fmt.Sprint(m.Page + 1)
			if last {
				c.in(nil, func() { b.leaders(c, textEdge+ls[k].width+4, rightEdge-18, y) })
			}
			c.in(link, func() {
				c.line(&ls[k], b.tocEntry, textEdge, textWidth-numbers, y)
				if last {
					c.label(b.tocPage, rightEdge-numbers, numbers, y+b.tocPage.raise(), number)
				}
			})
			link.Kids = append(link.Kids, Kid{Link: len(b.res.Links) + 1})
			b.res.Links = append(b.res.Links, Link{
				Page: c.number(), Box: Box{textEdge, y, textWidth, b.tocEntry.lead}, ToPage: m.Page, ToY: max(m.Y-12, 0),
				Tip: "Page " + number + " : " + m.Title, Elem: link,
			})
		}})
	}
}

// leaders leads the eye from a title to its page with dots that stand in columns.
func (b *builder) leaders(c *canvas, from, to, y float64) {
	const step = 4.5
	n := int((to - from) / step)
	if n < 2 {
		return
	}
	g := &Glyphs{Face: b.tocEntry.regular, Size: b.tocEntry.size, Color: soft, X: to - float64(n)*step, Y: y + b.tocEntry.raise(),
		Width: float64(n) * step}
	for range n {
		g.Runes, g.Adv = append(g.Runes, '.'), append(g.Adv, step)
	}
	c.paint(g)
}
