package typeset

// A cell is one cell of a row of strips.
type cell struct {
	x, w  float64
	lines []line
	st    *style
	elem  *Elem
}

// A row is cells side by side, that may cross a page between two lines.
type row struct {
	cells          []cell
	lead           float64
	padTop, padEnd float64
	give           float64 // what padTop and padEnd may each lose where that spares a page
	before         float64
	keep           bool                                                       // stays with what follows
	head           *strip                                                     // repeated when a page starts inside
	under          func(c *canvas, y, h float64, slice int, last, again bool) // painted below the text of each slice
}

func (r *row) slices() int {
	n := 1
	for _, c := range r.cells {
		n = max(n, len(c.lines))
	}
	return n
}

// strips cuts r into one strip a line. Short rows stay whole; long ones keep two lines on each side of a page break.
func (r *row) strips() []*strip {
	n := r.slices()
	out := make([]*strip, n)
	for i := range out {
		last := i == n-1
		s := &strip{height: r.lead, head: r.head, text: 1, keep: n <= 4 || i == 0 || i == n-2}
		top := 0.0
		if i == 0 {
			s.before, top = r.before, r.padTop
			s.height, s.giveHeight = s.height+r.padTop, r.give
		}
		if last {
			s.height, s.giveHeight = s.height+r.padEnd, s.giveHeight+r.give
			s.keep = r.keep
		}
		s.draw = func(c *canvas, y float64, again bool) {
			if r.under != nil {
				r.under(c, y, s.height, i, last, again)
			}
			top := top
			if i == 0 {
				top -= s.taken * r.give
			}
			for _, cl := range r.cells {
				if i >= len(cl.lines) {
					continue
				}
				e := cl.elem
				if again {
					e = nil
				}
				c.in(e, func() { c.line(&cl.lines[i], cl.st, cl.x, cl.w, y+top) })
			}
		}
		out[i] = s
	}
	return out
}

// whole joins the strips of r into one, which can be repeated.
func (r *row) whole() *strip {
	parts := r.strips()
	s := &strip{before: r.before, keep: r.keep, head: r.head}
	for _, p := range parts {
		s.height += p.height
	}
	s.draw = func(c *canvas, y float64, again bool) {
		for _, p := range parts {
			p.draw(c, y, again)
			y += p.height
		}
	}
	return s
}
