package typeset

import (
	"math"

	"appuitechnique/model/document"
)

// tones fill the bars of the first series, the second and so on. They stand apart in black and white: dark, white, grey.
var tones = [3]Color{accent, {0xff, 0xff, 0xff}, {0xa9, 0xb3, 0xc4}}

// bars draws a bar for each value of each series, and a line for the limit of each column.
func (b *builder) bars(bs document.Bars) {
	start := len(b.strips)
	fig := b.figure(bs.Caption, bs.Alt, "Diagramme en barres. ")
	p := b.plot(bs.Heads, bs.Years, bs.Scale)
	if p == nil {
		return
	}
	labelled := p.roomy(bs.Series)
	p.strip(fig, func(c *canvas) {
		for k, s := range bs.Series {
			for i, m := range s.Values[:min(len(s.Values), len(bs.Heads))] {
				box := p.bar(i, k, len(bs.Series), m.Value)
				p.solid(c, box, k)
				c.spot(Box{box.X, box.Y - 3, box.W, box.H + 6}, m.From)
				if labelled && m.Label != "" {
					p.measure(c, box, m)
				}
			}
		}
		p.zero(c)
		for i, m := range bs.Limit.Values[:min(len(bs.Limit.Values), len(bs.Heads))] {
			p.limit(c, i, m)
		}
	})
	p.barKeys(bs, fig)
	b.keepSmall(start, bottomEdge-topEdge)
	b.gap = 12
}

const widestBar = 34.0

// bar is the place of the bar of series k of n, in column i.
func (p *plot) bar(i, k, n int, value float64) Box {
	w := min(p.step*.72/float64(n), widestBar)
	x := p.left + (float64(i)+.5)*p.step + (float64(k)-float64(n)/2)*w
	y, zero := p.y(value), p.y(0)
	return Box{x, min(y, zero), w, math.Abs(y - zero)}
}

func (p *plot) solid(c *canvas, b Box, series int) {
	c.paint(&Fill{b, tones[series%len(tones)]})
	if line := min(.7, b.W/4, b.H); line > 0 {
		c.paint(&Frame{Box{b.X + line/2, b.Y + line/2, b.W - line, max(b.H-line, 0)}, line, accent})
	}
}

// roomy tells whether what is written at the ends of the bars never meets.
func (p *plot) roomy(series []document.Series) bool {
	room := p.bar(0, 0, len(series), 0).W
	if len(series) == 1 {
		room = p.step
	}
	for _, s := range series {
		for _, m := range s.Values {
			if _, w := p.small.oneLine(clean(m.Label)); w > room-1 {
				return false
			}
		}
	}
	return true
}

func (p *plot) measure(c *canvas, b Box, m document.Measure) {
	st := *p.small
	st.color = ink
	base := b.Y - 3
	if m.Value < 0 {
		base = b.Y + b.H + 3 + .66*st.size
	}
	p.written(c, &st, m.Label, b.X+b.W/2, base)
}

// limit paints what column i should not pass: dark on white, so that it shows on a dark bar too.
func (p *plot) limit(c *canvas, i int, m document.Measure) {
	x, y, w := p.left+float64(i)*p.step, p.y(m.Value), p.step
	if w > 4 {
		x, w = x+1, w-2
	}
	c.paint(&Rule{x, y, x + w, y, 2.6, Color{0xff, 0xff, 0xff}})
	c.paint(&Rule{x, y, x + w, y, 1.2, warning})
	c.spot(Box{x, y - 3, w, 6}, m.From)
}

func (p *plot) barKeys(bs document.Bars, fig *Elem) {
	var keys []key
	for k, s := range bs.Series {
		if len(s.Values) > 0 {
			keys = append(keys, key{s.Name, func(c *canvas, x, y float64) { p.solid(c, Box{x, y - 3.5, 8, 7}, k) }})
		}
	}
	if len(bs.Limit.Values) > 0 {
		keys = append(keys, key{bs.Limit.Name, func(c *canvas, x, y float64) { c.paint(&Rule{x, y, x + 8, y, 1.2, warning}) }})
	}
	p.keys(keys, fig)
}
