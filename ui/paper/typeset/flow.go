package typeset

import "slices"

// A strip is a band of the column, as wide as it: a line of text, a slice of a table. The flow is made of strips, and pages
// are cut between them.
type strip struct {
	height  float64
	before  float64 // space above, dropped at the top of a page
	keep    bool    // no page ends after this strip
	newPage bool    // a page starts with this strip
	text    int     // lines of running text in it
	head    *strip  // drawn again at the top of the page, if the page starts with this strip
	draw    func(c *canvas, y float64, again bool)
}

// flow collects the strips of a document, in order.
type flow struct {
	strips []*strip
	gap    float64 // space asked for below the last strip
}

// add appends s; the space above it is the larger of what it and its predecessor ask for.
func (f *flow) add(s *strip) {
	s.before = max(s.before, f.gap)
	f.gap = 0
	f.strips = append(f.strips, s)
}

// keepLast forbids a page to end after the last strip.
func (f *flow) keepLast() {
	if n := len(f.strips); n > 0 {
		f.strips[n-1].keep = true
	}
}

// keepText makes the last lines of running text stay with what follows.
func (f *flow) keepText(lines int) {
	for _, s := range slices.Backward(f.strips) {
		s.keep = true
		lines -= s.text
		if lines <= 0 || s.newPage {
			break
		}
	}
}

// cutter puts strips on pages.
type cutter struct {
	c           *canvas
	open        func() // starts a page
	top, bottom func(page int) float64
	y           float64
	atTop       bool
	onPage      []int // strips on each page, for the tests
}

func (k *cutter) page() {
	k.open()
	k.y, k.atTop = k.top(k.c.number()), true
	k.onPage = append(k.onPage, 0)
}

// run draws the strips: a group is what keeps together, and goes to the next page when it does not fit on this one.
func (k *cutter) run(strips []*strip) {
	k.page()
	for len(strips) > 0 {
		n := 1
		for n < len(strips) && strips[n-1].keep && !strips[n].newPage {
			n++
		}
		group := strips[:n]
		if !k.atTop && (group[0].newPage || !k.fits(group)) && (group[0].newPage || k.worthAPage(group)) {
			k.turn(group[0])
		}
		if !k.fits(group) {
			group = k.part(group)
		}
		for _, s := range group {
			k.place(s)
		}
		strips = strips[len(group):]
	}
}

// turn starts a page that begins with s.
func (k *cutter) turn(s *strip) {
	k.page()
	if s.head != nil {
		s.head.draw(k.c, k.y, true)
		k.y += s.head.height
		k.atTop = false
	}
}

func (k *cutter) place(s *strip) {
	if !k.atTop {
		k.y += s.before
	}
	s.draw(k.c, k.y, false)
	k.y += s.height
	k.atTop = false
	k.onPage[len(k.onPage)-1]++
}

func height(group []*strip, atTop bool) float64 {
	h := 0.0
	for i, s := range group {
		h += s.height
		if i > 0 || !atTop {
			h += s.before
		}
	}
	return h
}

const tolerance = .01

func (k *cutter) fits(group []*strip) bool {
	return k.y+height(group, k.atTop) <= k.bottom(k.c.number())+tolerance
}

// worthAPage tells whether to leave the rest of this page blank for a group that does not fit: yes if it fits on a whole
// page, or if little is lost.
func (k *cutter) worthAPage(group []*strip) bool {
	next := k.c.number() + 1
	room := k.bottom(next) - k.top(next)
	h := height(group, true)
	if group[0].head != nil {
		h += group[0].head.height
	}
	return h <= room || k.bottom(k.c.number())-k.y < room/3
}

// part returns the strips of a group taller than a page that fit here; at least one.
func (k *cutter) part(group []*strip) []*strip {
	if !k.fits(group[:1]) && !k.atTop {
		k.turn(group[0])
	}
	n := 1
	for n < len(group) && k.fits(group[:n+1]) {
		n++
	}
	return group[:n]
}
