package typeset

import (
	"slices"
	"strings"
	"unicode/utf8"

	"appuitechnique/model/document"
)

// chart places the months of a Gantt.
type chart struct {
	*builder
	document.Gantt
	x, month float64 // left edge of the first month, width of a month
	first    int     // page where the drawing starts
}

const (
	ganttLabels = 52 * mm
	yearBand    = 12.5
	monthBand   = 13.0
	barHeight   = 7.0
)

// gantt draws a schedule: years and months at the top, repeated on each page, a row for each task and each milestone.
func (b *builder) gantt(g document.Gantt) {
	start := len(b.strips)
	fig := b.sect.add(TagFigure)
	fig.Alt = meta(g.Alt)
	if fig.Alt == "" {
		fig.Alt = meta("Calendrier de la mission. " + g.Caption)
	}
	if g.Caption != "" {
		b.lines(b.caption.text(g.Caption, fullWidth), column{
			x: leftEdge, w: fullWidth, st: b.caption, elem: fig, before: 12, heading: true})
		b.gap = 4
	} else {
		b.gap = max(b.gap, 12)
	}
	if len(g.Months) == 0 {
		return
	}
	ch := &chart{builder: b, Gantt: g, x: leftEdge + ganttLabels, month: (fullWidth - ganttLabels) / float64(len(g.Months))}
	head := &strip{height: yearBand + monthBand, keep: true, draw: func(c *canvas, y float64, again bool) {
		if again {
			c.in(nil, func() { ch.head(c, y) })
			return
		}
		ch.first, fig.Box = c.number(), Box{leftEdge, y, fullWidth, yearBand + monthBand}
		c.in(fig, func() { ch.head(c, y) })
	}}
	b.add(head)
	n := len(g.Rows) + len(g.Marks)
	for i := range n {
		r := ch.row(i, fig)
		r.head, r.keep = head, i < 2 || i >= n-2
		b.addAll(r.strips())
	}
	ch.legend(fig)
	b.keepSmall(start, smallChart)
	b.gap = 12
}

func (ch *chart) head(c *canvas, y float64) {
	end := ch.x + ch.month*float64(len(ch.Months))
	x := ch.x
	for _, yr := range ch.Years {
		w := min(ch.month*float64(yr.Months), end-x)
		if w <= 1 {
			break
		}
		c.paint(&Fill{Box{x + .4, y, w - .8, yearBand}, band})
		st := *ch.cellHead
		st.size, st.align = 8, centred
		if _, need := st.oneLine(clean(yr.Label)); need <= w-1 {
			c.label(&st, x, w, y+9, yr.Label)
		}
		x += w
	}
	long := true
	for _, m := range ch.Months {
		if _, w := ch.smallCentred.oneLine(clean(m)); w > ch.month-1.5 {
			long = false
		}
	}
	for i, m := range ch.Months {
		if r, _ := utf8.DecodeRuneInString(m); !long {
			m = strings.ToUpper(string(r))
		}
		c.label(ch.smallCentred, ch.x+float64(i)*ch.month, ch.month, y+yearBand+9, m)
	}
	c.paint(&Rule{leftEdge, y + yearBand + monthBand, end, y + yearBand + monthBand, .5, hair})
}

// row makes the row of task i, or of a milestone when i counts past the tasks.
func (ch *chart) row(i int, fig *Elem) *row {
	label, from := "", []string(nil)
	var draw func(c *canvas, mid float64)
	if i < len(ch.Rows) {
		bar := ch.Rows[i]
		label, from = bar.Label, bar.From
		draw = func(c *canvas, mid float64) { ch.bar(c, bar, mid) }
	} else {
		m := ch.Marks[i-len(ch.Rows)]
		label, from = m.Label, m.From
		draw = func(c *canvas, mid float64) { ch.diamond(c, m, mid) }
	}
	st := ch.cell
	if i >= len(ch.Rows) {
		italic := *st
		italic.color = warning
		st = &italic
	}
	r := &row{lead: 10.4, padTop: 2.4, padEnd: 2.4}
	tight := *st
	tight.size, tight.lead = 8.2, 10.4
	r.cells = []cell{{
		x: leftEdge, w: ganttLabels - 6, st: &tight, elem: fig,
		lines: tight.lines(document.Spans{{Text: label, From: from}}, ganttLabels-6),
	}}
	rows := float64(min(r.slices(), 3))
	r.under = func(c *canvas, y, h float64, slice int, last, _ bool) {
		if c.number() == ch.first {
			fig.Box.H = y + h - fig.Box.Y
		}
		c.in(fig, func() {
			ch.grid(c, y, h, last)
			// Drawn with the last slice that it reaches into, so that the grid never covers it.
			if slice == int(rows)-1 {
				top := y + h - float64(rows)*r.lead
				if last {
					top -= r.padEnd
				}
				if slice == 0 {
					top = y + r.padTop
				}
				draw(c, top+float64(rows)*r.lead/2)
			}
		})
	}
	return r
}

func (ch *chart) grid(c *canvas, y, h float64, last bool) {
	end := ch.x + ch.month*float64(len(ch.Months))
	for i := range len(ch.Months) + 1 {
		x := ch.x + float64(i)*ch.month
		c.paint(&Rule{x, y, x, y + h, .25, hair})
	}
	if last {
		c.paint(&Rule{leftEdge, y + h, end, y + h, .25, hair})
	}
}

func (ch *chart) bar(c *canvas, bar document.Bar, mid float64) {
	first := min(max(bar.First, 1), len(ch.Months))
	last := min(max(bar.Last, first), len(ch.Months))
	b := Box{ch.x + float64(first-1)*ch.month, mid - barHeight/2, float64(last-first+1) * ch.month, barHeight}
	c.paint(&Fill{b, phaseColor(bar.Group)})
	c.spot(b, bar.From)
}

func phaseColor(group int) Color { return phases[(group%len(phases)+len(phases))%len(phases)] }

func (ch *chart) diamond(c *canvas, m document.Mark, mid float64) {
	const r = 4.2
	end := float64(len(ch.Months))
	x := ch.x + min(max(m.At, 0), end)*ch.month
	x = min(max(x, ch.x+r), ch.x+end*ch.month-r)
	c.paint(diamond(x, mid, r, warning))
	c.spot(Box{x - r, mid - r, 2 * r, 2 * r}, m.From)
}

func diamond(x, y, r float64, color Color) *Shape {
	return &Shape{Points: [][2]float64{{x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}}, Color: color}
}

// legend names the colours of the phases and the diamond, on as many lines as needed.
func (ch *chart) legend(fig *Elem) {
	type key struct {
		text  string
		group int // -1: the milestones
		width float64
	}
	var keys []key
	for i, g := range ch.Groups {
		if slices.ContainsFunc(ch.Rows, func(b document.Bar) bool { return b.Group == i }) {
			keys = append(keys, key{text: g, group: i})
		}
	}
	if len(ch.Marks) > 0 {
		keys = append(keys, key{text: "Jalon", group: -1})
	}
	const swatch, gap = 12.0, 16.0
	var rows [][]key
	x := float64(fullWidth)
	for _, k := range keys {
		_, w := ch.small.fit(k.text, fullWidth-swatch)
		k.width = swatch + w
		if x+k.width > fullWidth {
			rows, x = append(rows, nil), 0
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], k)
		x += k.width + gap
	}
	for i, keys := range rows {
		s := &strip{height: 12, keep: i < len(rows)-1}
		if i == 0 {
			s.before = 5
			ch.keepLast()
		}
		s.draw = func(c *canvas, y float64, _ bool) {
			c.in(fig, func() {
				x := float64(leftEdge)
				for _, k := range keys {
					if k.group < 0 {
						c.paint(diamond(x+4, y+6, 3.6, warning))
					} else {
						c.paint(&Fill{Box{x, y + 3, 8, 6}, phaseColor(k.group)})
					}
					c.label(ch.small, x+swatch, fullWidth-swatch, y+8.6, k.text)
					x += k.width + gap
				}
			})
		}
		ch.add(s)
	}
}
