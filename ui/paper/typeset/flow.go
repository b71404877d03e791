package typeset

import "slices"

// A strip is a band of the column, as wide as it: a line of text, a slice of a table. The flow is made of strips, and pages
// are cut between them.
type strip struct {
	height  float64
	before  float64 // space above, dropped at the top of a page
	keep    bool    // no page ends after this strip
	seam    bool    // unless what keeps together is taller than a page, and is parted here
	newPage bool    // a page starts with this strip
	text    int     // lines of running text in it
	head    *strip  // drawn again at the top of the page, if the page starts with this strip
	entry   int     // 1 + the bookmark that leads here, 0 for none
	block   int     // 1 + the block of the document it comes from, 0 for none
	draw    func(c *canvas, y float64, again bool)

	// What may be taken from before and from height where that spares a page, and what was taken.
	giveBefore, giveHeight float64
	taken                  float64 // share of both
}

// take takes a share of what s can give; what was taken earlier is given back.
func (s *strip) take(share float64) {
	s.before += (s.taken - share) * s.giveBefore
	s.height += (s.taken - share) * s.giveHeight
	s.taken = share
}

// flow collects the strips of a document, in order.
type flow struct {
	strips  []*strip
	gap     float64 // space asked for below the last strip
	pending int     // entry of the next strip
	block   int     // 1 + the block being set, 0 for none
}

// add appends s; the space above it is the larger of what it and its predecessor ask for.
func (f *flow) add(s *strip) {
	s.before = max(s.before, f.gap)
	s.entry, f.gap, f.pending = f.pending, 0, 0
	s.block = f.block
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

// A placed strip is where the cutter put a strip; again when it is a head repeated.
type placed struct {
	*strip
	page  int
	y     float64
	again bool
}

// A cutter puts strips on pages.
type cutter struct {
	top, bottom func(page int) float64
	out         []placed
	page        int
	y           float64
	atTop       bool
}

// cut places the strips: a group is what keeps together, and goes to the next page when it does not fit on this one.
func (k *cutter) cut(strips []*strip) []placed {
	k.y, k.atTop = k.top(0), true
	for _, s := range strips {
		s.take(0)
	}
	for len(strips) > 0 {
		n := 1
		for n < len(strips) && strips[n-1].keep && !strips[n].newPage {
			n++
		}
		group := k.holdable(strips[:n])
		if !group[0].newPage {
			k.squeeze(group)
		}
		if !k.atTop && (group[0].newPage || !k.fits(group) && k.worthAPage(group)) {
			k.turn(group[0])
		}
		if !k.fits(group) {
			group = k.part(group)
		}
		for _, s := range group {
			k.place(s, false)
		}
		strips = strips[len(group):]
	}
	return k.out
}

// turn starts a page that begins with s.
func (k *cutter) turn(s *strip) {
	k.page++
	k.y, k.atTop = k.top(k.page), true
	if s.head != nil {
		k.place(s.head, true)
	}
}

func (k *cutter) place(s *strip, again bool) {
	if !k.atTop {
		k.y += s.before
	}
	k.out = append(k.out, placed{s, k.page, k.y, again})
	k.y += s.height
	k.atTop = false
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
	return k.y+height(group, k.atTop) <= k.bottom(k.page)+tolerance
}

// squeeze takes from a group what makes it fit on this page, if it can give as much.
func (k *cutter) squeeze(group []*strip) {
	over := k.y + height(group, k.atTop) - k.bottom(k.page)
	give := 0.0
	for i, s := range group {
		give += s.giveHeight
		if i > 0 || !k.atTop {
			give += s.giveBefore
		}
	}
	if over <= 0 || over > give {
		return
	}
	for _, s := range group {
		s.take(over / give)
	}
}

// holdable returns a group, or what comes before its first seam when no page can hold it.
func (k *cutter) holdable(group []*strip) []*strip {
	h := height(group, true)
	if group[0].head != nil {
		h += group[0].head.height
	}
	if h <= k.bottom(k.page+1)-k.top(k.page+1) {
		return group
	}
	for i, s := range group {
		if s.seam {
			return group[:i+1]
		}
	}
	return group
}

// worthAPage tells whether to leave the rest of this page blank for a group that does not fit: yes if it fits on a whole
// page, or if little is lost.
func (k *cutter) worthAPage(group []*strip) bool {
	next := k.page + 1
	room := k.bottom(next) - k.top(next)
	h := height(group, true)
	if group[0].head != nil {
		h += group[0].head.height
	}
	return h <= room || k.bottom(k.page)-k.y < room/3
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
