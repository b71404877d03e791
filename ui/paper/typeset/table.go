package typeset

import (
	"strings"

	"appuitechnique/model/document"
)

const (
	cellPad    = 4.5
	rowPad     = 3.2
	smallTable = (bottomEdge - topEdge) * .28 // of a table that is not worth cutting
	smallChart = (bottomEdge - topEdge) * .6
	tallestTop = (bottomEdge - topEdge) / 3 // of a head that is repeated
)

// table sets a table over the full width: a head that is repeated on each page, rows that may cross pages, totals.
func (b *builder) table(t document.Table) {
	if len(t.Columns) == 0 {
		return
	}
	start := len(b.strips)
	e := b.sect.add(TagTable)
	if t.Caption != "" {
		b.lines(b.caption.text(t.Caption, fullWidth), column{
			x: leftEdge, w: fullWidth, st: b.caption, elem: e.add(TagCaption), before: 11, heading: true})
		b.gap = 3
	} else {
		b.gap = max(b.gap, 9)
	}
	widths := shares(t.Columns, b.widest(t))
	var titles []document.Spans
	named := false
	for _, c := range t.Columns {
		titles = append(titles, document.Spans{{Text: c.Title}})
		named = named || c.Title != ""
	}
	var head *strip
	if named {
		head = b.tableHead(e.add(TagTR), t, titles, widths)
	}
	for i, cells := range t.Rows {
		r := b.tableRow(e.add(TagTR), t, cells, widths, b.cell)
		r.head = head
		r.keep = i == 0 && len(t.Rows) > 1 || i == len(t.Rows)-2 || i == len(t.Rows)-1 && len(t.Totals) > 0
		r.under = func(c *canvas, y, h float64, _ int, last, _ bool) {
			if last {
				c.in(nil, func() { c.paint(&Rule{leftEdge, y + h, rightEdge, y + h, .35, hair}) })
			}
		}
		b.addAll(r.strips())
	}
	for i, cells := range t.Totals {
		r := b.tableRow(e.add(TagTR), t, cells, widths, b.cellTotal)
		r.head, r.keep = head, i < len(t.Totals)-1
		r.under = func(c *canvas, y, h float64, _ int, last, _ bool) {
			c.in(nil, func() {
				c.paint(&Fill{Box{leftEdge, y, fullWidth, h}, band})
				if last {
					c.paint(&Rule{leftEdge, y + h, rightEdge, y + h, .8, accent})
				}
			})
		}
		b.addAll(r.strips())
	}
	b.keepSmall(start, smallTable)
	b.gap = 11
}

// keepSmall keeps the strips from start on one page, if together they are not taller than most.
func (b *builder) keepSmall(start int, most float64) {
	if ss := b.strips[start:]; len(ss) > 1 && height(ss, true) <= most {
		for _, s := range ss[:len(ss)-1] {
			s.keep = true
		}
	}
}

func (b *builder) addAll(ss []*strip) {
	for _, s := range ss {
		b.add(s)
	}
}

// tableHead adds the head and returns it for the pages that follow; nil when it is too tall to be repeated.
func (b *builder) tableHead(tr *Elem, t document.Table, titles []document.Spans, widths []float64) *strip {
	r := b.tableRow(tr, t, titles, widths, b.cellHead)
	for i := range r.cells {
		r.cells[i].elem.Tag, r.cells[i].elem.Scope = TagTH, ScopeColumn
	}
	r.keep = true
	r.under = func(c *canvas, y, h float64, _ int, last, _ bool) {
		c.in(nil, func() {
			c.paint(&Fill{Box{leftEdge, y, fullWidth, h}, band})
			if last {
				c.paint(&Rule{leftEdge, y + h, rightEdge, y + h, .8, accent})
			}
		})
	}
	head := r.whole()
	if head.height > tallestTop {
		b.addAll(r.strips())
		return nil
	}
	b.add(head)
	return head
}

func (b *builder) tableRow(tr *Elem, t document.Table, cells []document.Spans, widths []float64, st *style) *row {
	flush := *st
	flush.align = right
	r := &row{lead: st.lead, padTop: rowPad, padEnd: rowPad}
	x := float64(leftEdge)
	for i, col := range t.Columns {
		var spans document.Spans
		if i < len(cells) {
			spans = cells[i]
		}
		c := cell{x: x + cellPad, w: widths[i] - 2*cellPad, st: st, elem: tr.add(TagTD)}
		if col.Right {
			c.st = &flush
		}
		c.lines = c.st.lines(spans, c.w)
		r.cells = append(r.cells, c)
		x += widths[i]
	}
	return r
}

// widest returns the widths that the columns need for their longest words, none more than a good part of the table.
func (b *builder) widest(t document.Table) []float64 {
	const most = fullWidth * .28
	out := make([]float64, len(t.Columns))
	fit := func(i int, st *style, s document.Spans) {
		if i >= len(out) {
			return
		}
		for _, sp := range s {
			for word := range strings.FieldsFuncSeq(clean(sp.Text), func(r rune) bool { return r == ' ' || r == '\n' || r == zeroSpace }) {
				out[i] = min(max(out[i], st.face(sp.Style).width(word, st.size)+2*cellPad+.5), most)
			}
		}
	}
	for i, c := range t.Columns {
		fit(i, b.cellHead, document.Spans{{Text: c.Title}})
	}
	for _, r := range t.Rows {
		for i, s := range r {
			fit(i, b.cell, s)
		}
	}
	for _, r := range t.Totals {
		for i, s := range r {
			fit(i, b.cellTotal, s)
		}
	}
	return out
}

// shares returns the widths of the columns: what their shares give, but what they need at least, as long as there is room.
func shares(cols []document.Column, least []float64) []float64 {
	n := float64(len(cols))
	sum, need := 0.0, 0.0
	for i, c := range cols {
		sum += max(c.Width, 0)
		least[i] = max(least[i], min(12*mm, fullWidth/n))
		need += least[i]
	}
	wanted := make([]float64, len(cols))
	for i, c := range cols {
		wanted[i] = fullWidth / n
		if sum > 0 {
			wanted[i] = max(c.Width, 0) * fullWidth / sum
		}
	}
	over := 0.0
	for i := range cols {
		if need > fullWidth {
			least[i] *= fullWidth / need
		}
		over += max(wanted[i]-least[i], 0)
	}
	spare := max(fullWidth-need, 0)
	for i := range cols {
		extra := max(wanted[i]-least[i], 0)
		wanted[i] = least[i]
		if over > 0 {
			wanted[i] += extra * spare / over
		}
	}
	return wanted
}

// facts sets labels and values in two columns.
func (b *builder) facts(f document.Facts) {
	const labelWidth, gutter = 46 * mm, 4 * mm
	e := b.sect.add(TagTable)
	for i, fact := range f.Rows {
		tr := e.add(TagTR)
		th := tr.add(TagTH)
		th.Scope = ScopeRow
		r := &row{lead: b.fact.lead, padTop: 1.2, padEnd: 1.8, cells: []cell{
			{x: textEdge, w: labelWidth, st: b.factLabel, elem: th, lines: b.factLabel.text(fact.Label, labelWidth)},
			{x: textEdge + labelWidth + gutter, w: textWidth - labelWidth - gutter, st: b.fact, elem: tr.add(TagTD),
				lines: b.fact.lines(fact.Value, textWidth-labelWidth-gutter)},
		}}
		if i == 0 {
			r.before = 6
		}
		r.keep = i == 0 && len(f.Rows) > 1 || i == len(f.Rows)-2
		b.addAll(r.strips())
	}
	b.gap = 6
}
