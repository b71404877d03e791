package typeset

import (
	"fmt"
	"slices"
	"strings"

	"appuitechnique/model/document"
)

// Layout sets a paper. It fails only when an embedded font can't be read. It may be called from several goroutines.
func Layout(doc document.Document) (*Result, error) {
	fs, err := loadFaces()
	if err != nil {
		return nil, err
	}
	b, err := build(doc, fs)
	if err != nil {
		return nil, err
	}
	return b.res, nil
}

// A builder turns blocks into strips.
type builder struct {
	flow
	*look
	doc    document.Document
	res    *Result
	canvas *canvas
	placed []placed

	sect         *Elem // where the blocks go
	inAnnex      bool
	deep         bool            // a heading of level 2 has been set
	afterTitle   int             // strips of the title
	openingElems int             // elements of the title
	fields       map[string]bool // names of the fields so far
	paraphes     *Elem           // where the fields to initial the pages go, after the text
}

func build(doc document.Document, fs *faces) (*builder, error) {
	b := &builder{look: newLook(fs), doc: doc, fields: map[string]bool{}, res: &Result{
		Width: pageWidth, Height: pageHeight, Root: &Elem{Tag: TagDocument},
		Title: title(doc), Author: meta(doc.Organisation), Subject: meta(doc.Subtitle), Document: doc,
	}}
	b.canvas = &canvas{res: b.res}
	b.sect = b.res.Root
	b.opening()
	b.res.Blocks = make([]Place, len(doc.Blocks))
	for i, bl := range doc.Blocks {
		b.flow.block = i + 1
		if err := b.block(bl, i); err != nil {
			return nil, err
		}
	}
	b.flow.block = 0
	b.placed = b.cut()
	if pages := b.placed[len(b.placed)-1].page + 1; pages > longPaper && !doc.Bare && b.chapters() >= fewestEntries {
		b.contents()
	}
	b.tighten()
	b.placed = b.cut()
	b.mark()
	b.draw()
	b.furniture()
	return b, nil
}

func (b *builder) cut() []placed {
	k := &cutter{top: b.pageTop, bottom: func(int) float64 { return bottomEdge }}
	return k.cut(b.strips)
}

// mark gives the bookmarks and the blocks their places.
func (b *builder) mark() {
	for _, p := range slices.Backward(b.placed) {
		if p.strip.block > 0 && !p.again {
			b.res.Blocks[p.strip.block-1] = Place{p.page, p.y}
		}
		if p.entry > 0 && !p.again {
			m := &b.res.Bookmarks[p.entry-1]
			m.Page, m.Y = p.page, p.y
		}
	}
}

// draw paints the strips where they were placed.
func (b *builder) draw() {
	for _, p := range b.placed {
		for len(b.res.Pages) <= p.page {
			b.openPage()
		}
		b.canvas.block = p.strip.block - 1
		p.strip.draw(b.canvas, p.y, p.again)
	}
}

// bookmark adds an entry of the outline that leads to the next strip.
func (b *builder) bookmark(title string, level int) {
	b.res.Bookmarks = append(b.res.Bookmarks, Bookmark{Title: meta(title), Level: level})
	b.pending = len(b.res.Bookmarks)
}

// title never is empty: a PDF for everyone has a title.
func title(doc document.Document) string {
	for _, s := range []string{doc.Title, doc.Short, string(doc.ID), doc.Reference} {
		if s = meta(s); s != "" {
			return s
		}
	}
	return "Document"
}

// meta brings a text to one line that any reader of the file's properties takes.
func meta(s string) string { return strings.TrimSpace(inLine.Replace(clean(s))) }

func (b *builder) pageTop(page int) float64 {
	if page == 0 {
		return firstTopEdge
	}
	return topEdge
}

// name is the title as it is set.
func (b *builder) name() string {
	if meta(b.doc.Title) == "" {
		return title(b.doc)
	}
	return b.doc.Title
}

// opening sets the title and the subtitle. A paper without a title goes by the name of its file: those who have it read to
// them need a first heading.
func (b *builder) opening() {
	b.add(&strip{height: 4 * mm, keep: true, draw: func(*canvas, float64, bool) {}})
	b.balanced(b.name(), b.look.title, TagH1)
	if b.doc.Subtitle != "" {
		b.gap = 3 * mm
		b.balanced(b.doc.Subtitle, b.subtitle, TagP)
	}
	b.add(&strip{height: 5 * mm, before: 2 * mm, keep: true, draw: func(c *canvas, y float64, _ bool) {
		c.in(nil, func() {
			c.paint(&Rule{pageWidth/2 - 14*mm, y + 2*mm, pageWidth/2 + 14*mm, y + 2*mm, .8, accent})
		})
	}})
	b.gap = 3 * mm
	b.afterTitle, b.openingElems = len(b.strips), len(b.res.Root.Kids)
}

// A column is where and how lines are set.
type column struct {
	x, w    float64
	st      *style
	elem    *Elem
	before  float64
	heading bool                              // stays whole, and with what follows
	first   func(c *canvas, y float64)        // what else the first line shows
	under   func(c *canvas, y float64, i int) // what lies under line i
}

// lines adds a strip for each line, with neither widow nor orphan, nor a word cut by a page.
func (b *builder) lines(ls []line, col column) {
	n := len(ls)
	for i := range ls {
		s := &strip{height: col.st.lead, text: 1, keep: col.heading || ls[i].divided() || i == 0 && n > 1 || i == n-2 || n == 3 && i < 2}
		if i == 0 {
			s.before = col.before
		}
		s.draw = func(c *canvas, y float64, _ bool) {
			if col.under != nil {
				c.in(nil, func() { col.under(c, y, i) })
			}
			if i == 0 && col.first != nil {
				col.first(c, y)
			}
			c.in(col.elem, func() { c.line(&ls[i], col.st, col.x, col.w, y) })
		}
		if col.heading {
			s.text = 0
		}
		b.add(s)
	}
}

// block adds the strips of one block.
func (b *builder) block(bl document.Block, i int) error {
	switch bl := bl.(type) {
	case document.Label:
		ls := b.label.text(strings.ToUpper(bl.Text), textWidth)
		b.lines(ls, column{x: textEdge, w: textWidth, st: b.label, elem: b.sect.add(TagP), before: 13, heading: true})
		b.gap = 3
	case document.Article:
		b.article(bl)
	case document.Section:
		b.section(bl)
	case document.Annex:
		b.annexed(bl)
	case document.Paragraph:
		b.paragraph(bl, i)
	case document.List:
		b.list(bl)
	case document.Facts:
		b.facts(bl)
	case document.Table:
		b.table(bl)
	case document.Gantt:
		b.gantt(bl)
	case document.Curve:
		b.curve(bl)
	case document.Bars:
		b.bars(bl)
	case document.Picture:
		b.picture(bl)
	case document.Note:
		b.framed(bl)
	case document.Signatures:
		b.signatures(bl)
	default:
		return fmt.Errorf("lay out block %d of %s: unknown kind %T", i, b.doc.ID, bl)
	}
	return nil
}

// paragraph sets text in the text column, its number in the margin. A paragraph that introduces what
// follows stays with it.
func (b *builder) paragraph(p document.Paragraph, i int) {
	st, number, text := b.body, p.Number, p.Text
	if p.Right {
		st = b.rightward
	}
	ls := st.lines(text, textWidth)
	if len(ls) == 0 {
		return
	}
	if _, w := b.number.oneLine(clean(number)); w > hang-4 { // too wide for the margin
		ls = st.lines(append(document.Spans{{Text: number + "\u00a0", Style: document.Bold}}, text...), textWidth)
		number = ""
	}
	col := column{x: textEdge, w: textWidth, st: st, elem: b.sect.add(TagP), before: 6.5}
	if number != "" {
		col.first = func(c *canvas, y float64) {
			c.in(col.elem, func() { c.label(b.number, leftEdge, hang-4, y+st.raise(), number) })
		}
	}
	b.lines(ls, col)
	if strings.HasSuffix(strings.TrimSpace(text.String()), ":") {
		b.keepLast()
	}
	if i+1 < len(b.doc.Blocks) {
		switch b.doc.Blocks[i+1].(type) {
		case document.List, document.Table, document.Gantt, document.Curve, document.Bars, document.Picture, document.Facts:
			b.keepLast()
		}
	}
}

// list sets items behind dashes. Neither its first item nor its last stands alone at a page's edge.
func (b *builder) list(l document.List) {
	const indent = 5 * mm
	list := b.sect.add(TagL)
	set := make([][]line, len(l.Items))
	for i, it := range l.Items {
		set[i] = b.body.lines(it, textWidth-indent)
	}
	for i, ls := range set {
		li := list.add(TagLI)
		mark, body := li.add(TagLbl), li.add(TagLBody)
		before := 2.5
		if i == 0 {
			before = 4
		}
		b.lines(ls, column{
			x: textEdge + indent, w: textWidth - indent, st: b.body, elem: body, before: before,
			first: func(c *canvas, y float64) {
				c.in(mark, func() { c.label(b.dash, textEdge, indent, y+b.body.raise(), "–") })
			},
		})
		if i == 0 && len(ls) == 1 && len(set) > 1 || i == len(set)-2 && len(set[i+1]) == 1 {
			b.keepLast()
		}
	}
}

// framed sets a note on a pale band with a rule at its left, that may run over pages.
func (b *builder) framed(n document.Note) {
	const pad = 4 * mm
	ls := b.note.lines(n.Text, textWidth-2*pad)
	if len(ls) == 0 {
		return
	}
	edge := func(last bool) func(c *canvas, y float64, again bool) {
		return func(c *canvas, y float64, _ bool) { c.in(nil, func() { b.noteBand(c, y, 2.2*mm) }) }
	}
	b.add(&strip{height: 2.2 * mm, before: 9, keep: true, draw: edge(false)})
	b.lines(ls, column{x: textEdge + pad, w: textWidth - 2*pad, st: b.note, elem: b.sect.add(TagP),
		under: func(c *canvas, y float64, _ int) { b.noteBand(c, y, b.note.lead) }})
	b.keepLast()
	b.add(&strip{height: 2.2 * mm, draw: edge(true)})
	b.gap = 9
}

func (b *builder) noteBand(c *canvas, y, h float64) {
	c.paint(&Fill{Box{textEdge, y, textWidth, h + .2}, band})
	c.paint(&Fill{Box{textEdge, y, 2, h + .2}, accent})
}
