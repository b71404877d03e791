package typeset

import (
	"slices"

	"appuitechnique/model/document"
)

// chart draws a Gantt over its months.
type chart struct {
	*timeline
	document.Gantt
	first int // page where the drawing starts
}

const (
	ganttLabels = 52 * mm
	barHeight   = 7.0
)

// gantt draws a schedule: years and months at the top, repeated on each page, a row for each task and each milestone.
func (b *builder) gantt(g document.Gantt) {
	start := len(b.strips)
	fig := b.figure(g.Caption, g.Alt, "Calendrier de la mission. ")
	if len(g.Months) == 0 {
		return
	}
	ch := &chart{timeline: b.timeline(leftEdge+ganttLabels, rightEdge, g.Months, g.Years), Gantt: g}
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
	ch.years(c, y)
	ch.heads(c, y+yearBand)
	c.paint(&Rule{leftEdge, y + yearBand + monthBand, ch.end(), y + yearBand + monthBand, .5, hair})
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
	r := &row{lead: 10.4, padTop: 2.4, padEnd: 2.4, give: 1.6}
	tight := *st
	tight.size, tight.lead = 8.2, 10.4
	r.cells = []cell{{
		x: leftEdge, w: ganttLabels - 6, st: &tight, elem: fig,
		lines: tight.lines(document.Spans{{Text: label, From: from}}, ganttLabels-6),
	}}
	n := min(r.slices(), 3)
	if r.slices() > 4 { // a page may part it below its second line
		n = 2
	}
	rows := float64(n)
	r.under = func(c *canvas, y, h float64, slice int, last, _ bool) {
		if c.number() == ch.first {
			fig.Box.H = y + h - fig.Box.Y
		}
		c.in(fig, func() {
			ch.grid(c, y, h, last)
			// Drawn with the last slice that it reaches into, so that the grid never covers it.
			if slice == int(rows)-1 {
				mid := y + r.lead - rows*r.lead/2
				if slice == 0 {
					mid = y + h/2
				}
				draw(c, mid)
			}
		})
	}
	return r
}

func (ch *chart) grid(c *canvas, y, h float64, last bool) {
	end := ch.end()
	for i := range len(ch.Months) + 1 {
		x := ch.at(float64(i))
		c.paint(&Rule{x, y, x, y + h, .25, hair})
	}
	if last {
		c.paint(&Rule{leftEdge, y + h, end, y + h, .25, hair})
	}
}

func (ch *chart) bar(c *canvas, bar document.Bar, mid float64) {
	first := min(max(bar.First, 1), len(ch.Months))
	last := min(max(bar.Last, first), len(ch.Months))
	b := Box{ch.at(float64(first - 1)), mid - barHeight/2, float64(last-first+1) * ch.step, barHeight}
	c.paint(&Fill{b, phaseColor(bar.Group)})
	c.spot(b, bar.From)
}

func phaseColor(group int) Color { return phases[(group%len(phases)+len(phases))%len(phases)] }

func (ch *chart) diamond(c *canvas, m document.Mark, mid float64) {
	const r = 4.2
	x := min(max(ch.at(m.At), ch.left+r), ch.end()-r)
	c.paint(diamond(x, mid, r, warning))
	c.spot(Box{x - r, mid - r, 2 * r, 2 * r}, m.From)
}

func diamond(x, y, r float64, color Color) *Shape {
	return &Shape{Points: [][2]float64{{x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}}, Color: color}
}

// legend names the colours of the phases and the diamond.
func (ch *chart) legend(fig *Elem) {
	var keys []key
	for i, g := range ch.Groups {
		if slices.ContainsFunc(ch.Rows, func(b document.Bar) bool { return b.Group == i }) {
			keys = append(keys, key{g, func(c *canvas, x, y float64) {
				c.paint(&Fill{Box{x, y - 3, 8, 6}, phaseColor(i)})
			}})
		}
	}
	if len(ch.Marks) > 0 {
		keys = append(keys, key{"Jalon", func(c *canvas, x, y float64) { c.paint(diamond(x+4, y, 3.6, warning)) }})
	}
	ch.keys(keys, fig)
}
