package typeset

import "math"

// An item is what a paragraph is made of, as Knuth and Plass have it (« Breaking paragraphs into lines », 1981): a box
// that never breaks, glue that stretches and shrinks, or a penalty where a line may end.
type item struct {
	kind            kind
	width           float64
	stretch, shrink float64
	penalty         float64 // of ending the line here
	hyphen          bool    // ending here prints a hyphen of that width
	piece           *piece
	runes           []rune
	adv             []float64 // in em
}

type kind byte

const (
	box kind = iota
	glue
	tie // glue that no line ends at
	penalty
)

// Penalties, on the scale of TeX.
const (
	never     = 10000.0
	forced    = -10000.0
	hyphenate = 60.0   // by the patterns
	atHyphen  = 40.0   // after a hyphen or a dash inside a word
	atName    = 300.0  // the same in lines that are not justified, where a space costs little
	atSlash   = 300.0  // inside an address or an enumeration
	atTie     = 2000.0 // at an unbreakable space, where the whole is wider than the line
	anywhere  = 4000.0 // between any two runes, likewise

	linePenalty  = 10.0
	twoHyphens   = 12000.0 // two lines on end that end with a hyphen
	lastHyphen   = 1e12    // the last line but one ends with a hyphen: only where no other lines are loose enough
	unlikeLines  = 3000.0  // a loose line next to a tight one
	lonelyWord   = 1e12    // likewise, a last line shorter than lonelyShare; twice for one word shorter than lonelyOne
	lonelyShare  = 0.14
	lonelyOne    = 0.33
	lonelyColumn = 60 * mm // narrower ones have words alone on a line, whatever one does
	worstBadness = 1e7

	mostStretch = 2.6 // beyond, a line is set a little loose and ends short of the margin: better than a river
)

// node is a way to break the paragraph up to an item, the best of its class.
type node struct {
	at, start int // item of the break, first item of the next line
	demerits  float64
	class     int // 0 tight, 1 normal, 2 loose, 3 very loose
	hyphen    bool
	ratio     float64
	prev      *node
}

// breaker finds the breaks of one paragraph.
type breaker struct {
	items         []item
	width         float64
	ragged        float64   // stretch at the end of each line, 0 when justified
	w, y, z       []float64 // sums of width, stretch and shrink before each item
	next          []int     // first item of a line that starts after this one
	hyphens       bool
	stretchedMost float64
}

// breakLines returns the breaks of the items over lines of the given width, in order: without hyphens if that does, then
// with them, then with looser lines. Items must end with a forced
// penalty, and no box between two places where a line may end may be wider than the width.
func breakLines(items []item, width, ragged float64) []*node {
	b := &breaker{items: items, width: width, ragged: ragged}
	b.sum()
	var found *node
	for _, try := range []struct {
		most    float64
		hyphens bool
	}{{0.9, false}, {2.2, true}, {mostStretch, true}, {4.5, true}, {math.Inf(1), true}} {
		if found != nil && math.IsInf(try.most, 1) && b.ending(found) < endsAlone {
			break
		}
		b.stretchedMost, b.hyphens = try.most, try.hyphens
		last := b.run()
		if last != nil && (found == nil || b.ending(last) < b.ending(found)) {
			found = last
		}
		if found != nil && b.ending(found) == endsWell {
			break
		}
	}
	return found.path()
}

// What the last line of a paragraph may be, from the best to the worst.
const (
	endsWell   = iota
	endsShort  // a few short words
	endsAlone  // a single short word
	endsBroken // the end of a word begun on the line before
)

// ending tells how the paragraph ends that n breaks.
func (b *breaker) ending(n *node) int {
	switch {
	case n.prev.prev == nil:
		return endsWell
	case n.prev.hyphen:
		return endsBroken
	}
	return b.lastLine(n.prev, n.at)
}

// lastLine tells how a paragraph ends with the line from a to item i.
func (b *breaker) lastLine(a *node, i int) int {
	w := b.w[i] - b.w[min(a.start, i)]
	alone := true
	for k := a.start; k < i && alone; k++ {
		alone = b.items[k].kind != glue
	}
	switch {
	case alone && w < lonelyOne*b.width && b.width >= lonelyColumn:
		return endsAlone
	case w < lonelyShare*b.width:
		return endsShort
	}
	return endsWell
}

func (b *breaker) sum() {
	n := len(b.items)
	b.w, b.y, b.z = make([]float64, n+1), make([]float64, n+1), make([]float64, n+1)
	b.next = make([]int, n+1)
	for i, it := range b.items {
		b.w[i+1], b.y[i+1], b.z[i+1] = b.w[i], b.y[i], b.z[i]
		if it.kind != penalty {
			b.w[i+1] += it.width
			b.y[i+1] += it.stretch
			b.z[i+1] += it.shrink
		}
	}
	b.next[n] = n
	for i := n - 1; i >= 0; i-- {
		b.next[i] = b.next[i+1]
		if b.items[i].kind == box || b.items[i].penalty == forced {
			b.next[i] = i
		}
	}
}

// run makes one pass; nil when no set of breaks is good enough for it.
func (b *breaker) run() *node {
	active := []*node{{at: -1, start: b.next[0], class: 1}}
	var next []*node
	for i := range b.items {
		if !b.legal(i) {
			continue
		}
		var best [4]*node
		next = next[:0]
		must := b.items[i].penalty == forced
		for _, a := range active {
			r := b.ratio(a, i)
			if r >= -1 && !must {
				next = append(next, a)
			}
			if r < -1 || r > b.stretchedMost && !(must && b.ragged > 0) {
				continue
			}
			d, class := b.cost(a, i, r)
			if best[class] == nil || d < best[class].demerits {
				best[class] = &node{
					at: i, start: b.next[i+1], demerits: d, class: class,
					hyphen: b.items[i].hyphen, ratio: r, prev: a,
				}
			}
		}
		for _, n := range best {
			if n != nil {
				next = append(next, n)
			}
		}
		active, next = next, active
		if len(active) == 0 {
			return nil
		}
	}
	return cheapest(active)
}

func cheapest(ns []*node) *node {
	best := ns[0]
	for _, n := range ns[1:] {
		if n.demerits < best.demerits {
			best = n
		}
	}
	return best
}

func (b *breaker) legal(i int) bool {
	switch it := &b.items[i]; it.kind {
	case penalty:
		return it.penalty < never && (b.hyphens || !it.hyphen)
	case glue:
		return i > 0 && b.items[i-1].kind != glue
	default:
		return false
	}
}

// ratio tells how far the glue of the line from a to item i is stretched (1: as it may) or shrunk (-1).
func (b *breaker) ratio(a *node, i int) float64 {
	start := min(a.start, i)
	l := b.w[i] - b.w[start]
	if b.items[i].kind == penalty {
		l += b.items[i].width
	}
	const close = 1e-6
	switch gap := b.width - l; {
	case gap > close:
		y := b.y[i] - b.y[start] + b.ragged
		if y <= 0 {
			return math.MaxFloat64
		}
		return gap / y
	case gap < -close:
		z := b.z[i] - b.z[start]
		if z <= 0 || b.ragged > 0 {
			return -2
		}
		return gap / z
	}
	return 0
}

func (b *breaker) cost(a *node, i int, r float64) (demerits float64, class int) {
	it := &b.items[i]
	abs := math.Abs(r)
	bad := min(100*abs*abs*abs, worstBadness)
	last := i == len(b.items)-1
	if last && b.ragged > 0 {
		bad = 0
	}
	d := (linePenalty + bad) * (linePenalty + bad)
	if it.penalty > 0 {
		d += it.penalty * it.penalty
	}
	if it.hyphen && a.hyphen {
		d += twoHyphens
	}
	if last && a.prev != nil {
		if a.hyphen {
			d += lastHyphen
		}
		d += lonelyWord * float64(b.lastLine(a, i))
	}
	switch {
	case r < -.5:
		class = 0
	case r <= .5:
		class = 1
	case r <= 1:
		class = 2
	default:
		class = 3
	}
	if class-a.class > 1 || a.class-class > 1 {
		d += unlikeLines
	}
	return a.demerits + d, class
}

// path returns the breaks from the first to n.
func (n *node) path() []*node {
	var out []*node
	for ; n.prev != nil; n = n.prev {
		out = append(out, n)
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}
