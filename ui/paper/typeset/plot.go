package typeset

import (
	"math"

	"appuitechnique/model/document"
)

const (
	plotHeight = 46 * mm
	scaleGap   = 5.0  // between what the scale says and the columns
	plotPad    = 13.0 // above and below the scale, for what is written at the ends of bars and curves
)

// A plot is a timeline with a scale at its left. It is drawn on one page, as one strip.
type plot struct {
	*timeline
	scale     []document.Tick
	low, high float64
	top       float64 // of the strip being drawn
}

// plot returns nil where there is nothing to draw upon.
func (b *builder) plot(heads []string, years []document.Year, scale []document.Tick) *plot {
	if len(heads) == 0 || len(scale) < 2 {
		return nil
	}
	p := &plot{scale: scale, low: scale[0].Value, high: scale[len(scale)-1].Value}
	if !(p.high > p.low) || math.IsInf(p.high-p.low, 0) {
		return nil
	}
	labels := 0.0
	for _, t := range scale {
		_, w := b.small.fit(t.Label, fullWidth/4)
		labels = max(labels, w)
	}
	p.timeline = b.timeline(leftEdge+labels+scaleGap, rightEdge, heads, years)
	return p
}

// y is the place of a value, held within the scale.
func (p *plot) y(value float64) float64 {
	share := (within(value, p.low, p.high) - p.low) / (p.high - p.low)
	return p.top + plotPad + (1-share)*(plotHeight-2*plotPad)
}

// strip adds the drawing to the flow: the scale, what draw adds to it, and the heads below.
func (p *plot) strip(fig *Elem, draw func(c *canvas)) {
	h := plotHeight + monthBand
	if len(p.spans) > 0 {
		h += yearBand
	}
	p.add(&strip{height: h, draw: func(c *canvas, y float64, _ bool) {
		p.top = y
		fig.Box = Box{leftEdge, y, fullWidth, h}
		c.in(fig, func() {
			p.grid(c)
			draw(c)
			p.heads(c, y+plotHeight)
			p.years(c, y+plotHeight+monthBand)
		})
	}})
}

// grid paints the scale and its lines, that of 0 darker.
func (p *plot) grid(c *canvas) {
	st := *p.small
	st.align = right
	for _, t := range p.scale {
		y := p.y(t.Value)
		c.paint(&Rule{p.left, y, p.end(), y, .25, hair})
		c.label(&st, leftEdge, p.left-leftEdge-scaleGap+.1, y+.33*st.size, t.Label)
	}
	x := p.left
	for _, yr := range p.spans { // a line where a year begins
		if x += p.step * float64(yr.Months); x >= p.end()-1 {
			break
		}
		c.paint(&Rule{x, p.top, x, p.top + plotHeight, .25, hair})
	}
}

// zero paints the line that amounts are counted from, over what was drawn.
func (p *plot) zero(c *canvas) {
	y := p.y(0)
	c.paint(&Rule{p.left, y, p.end(), y, .8, ink})
}

// written paints a short text centred at x as far as the columns allow, on a white ground.
func (p *plot) written(c *canvas, st *style, text string, x, base float64) {
	_, w := st.fit(text, p.end()-p.left-2)
	x = within(x-w/2, p.left+1, p.end()-w-1)
	c.paint(&Fill{Box{x - 1, base - .8*st.size, w + 2, 1.05 * st.size}, Color{0xff, 0xff, 0xff}})
	c.label(st, x, w+.1, base, text)
}

// curve draws an amount that moves by steps, shaded down to 0, with a diamond and a text at the steps that have one.
func (b *builder) curve(cv document.Curve) {
	start := len(b.strips)
	fig := b.figure(cv.Caption, cv.Alt, "Courbe. ")
	p := b.plot(cv.Heads, cv.Years, cv.Scale)
	if p == nil {
		return
	}
	p.strip(fig, func(c *canvas) {
		p.shade(c, cv.Steps)
		p.zero(c)
		p.line(c, cv.Steps)
		for _, s := range cv.Steps {
			if s.Label != "" {
				p.note(c, s)
			}
		}
	})
	b.keepSmall(start, bottomEdge-topEdge)
	b.gap = 12
}

// until is where the step i of a curve ends.
func (p *plot) until(steps []document.Step, i int) float64 {
	if i+1 < len(steps) {
		return max(p.at(steps[i+1].At), p.at(steps[i].At))
	}
	return p.end()
}

func (p *plot) shade(c *canvas, steps []document.Step) {
	zero := p.y(0)
	for i, s := range steps {
		x, y := p.at(s.At), p.y(s.Value)
		if w := p.until(steps, i) - x; w > 0 && y != zero {
			c.paint(&Fill{Box{x, min(y, zero), w, math.Abs(y - zero)}, band})
		}
	}
}

func (p *plot) line(c *canvas, steps []document.Step) {
	const thick = 1.3
	before := p.y(0)
	for i, s := range steps {
		x, y, end := p.at(s.At), p.y(s.Value), p.until(steps, i)
		if y != before {
			c.paint(&Rule{x, min(before, y) - thick/2, x, max(before, y) + thick/2, thick, accent})
		}
		c.paint(&Rule{x, y, end, y, thick, accent})
		c.spot(Box{x, y - 4, max(end-x, 2), 8}, s.From)
		before = y
	}
}

// note names a step, on the side of the curve that is away from 0.
func (p *plot) note(c *canvas, s document.Step) {
	x, y := p.at(s.At), p.y(s.Value)
	base := y - 6
	if s.Value < 0 {
		base = y + 6 + .66*p.noted.size
	}
	p.written(c, p.noted, s.Label, x, base)
	c.paint(diamond(within(x, p.left+3.4, p.end()-3.4), y, 3.4, warning))
}
