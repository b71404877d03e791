package typeset

import "appuitechnique/model/document"

// A last page is worth sparing where no more than sparedShare of it is used. The spaces between the blocks are then cut, all
// alike, by as little as does it.
const (
	sparedShare  = .45
	remnantShare = .2 // of a last page that holds too little to stay so
	emptyShare   = .5 // of a page that may not be left emptier for it
)

var tightenings = [...]float64{.08, .16, .24, .32}

// tighten spares the last page of the act and of each annex, where the spaces between their blocks can give it. They all
// start on a page of their own, so none moves another.
func (b *builder) tighten() {
	start := 0
	for i := 1; i <= len(b.strips); i++ {
		if i == len(b.strips) || b.strips[i].newPage {
			b.tightenPart(b.strips[start:i], start == 0)
			start = i
		}
	}
}

func (b *builder) tightenPart(part []*strip, first bool) {
	pages, used := b.extent(part, first)
	if pages < 2 || used > sparedShare {
		return
	}
	loose := make([]float64, len(part))
	for i, s := range part {
		s.take(0)
		loose[i] = s.before
	}
	for _, share := range tightenings {
		for i, s := range part {
			s.take(0)
			s.before = loose[i] * (1 - share)
		}
		if n, _ := b.extent(part, first); n < pages {
			return
		}
	}
	for i, s := range part {
		s.take(0)
		s.before = loose[i]
	}
	b.accompany(part, first)
	if used <= remnantShare {
		b.gather(part, first)
	}
}

// gather brings to a last page of few lines the whole section that ends there, unless the page before would then look empty.
func (b *builder) gather(part []*strip, first bool) {
	placed := b.laid(part, first)
	end := placed[len(placed)-1].page
	from := -1
	for i, s := range part {
		if s.entry > 0 {
			from = i
		}
	}
	if from < 0 {
		return
	}
	for _, p := range placed {
		if p.strip != part[from] || p.again {
			continue
		}
		if p.page != end-1 || p.y < b.topOf(first)(p.page)+emptyShare*(bottomEdge-topEdge) {
			return
		}
	}
	for _, s := range part[from : len(part)-1] {
		s.keep = true
	}
}

// accompany brings to a table that would stand alone on a last page the table before it.
func (b *builder) accompany(part []*strip, first bool) {
	placed := b.laid(part, first)
	end := placed[len(placed)-1]
	if !b.isTable(end.block) {
		return
	}
	start := len(part)
	for start > 0 && part[start-1].block == end.block {
		start--
	}
	for _, p := range placed {
		if p.page == end.page && p.block != end.block || p.page < end.page && p.block == end.block {
			return // it is not alone, or runs over pages
		}
	}
	from := start
	for from > 0 && part[from-1].block == part[start-1].block {
		from--
	}
	if from == start || !b.isTable(part[from].block) || height(part[from:], true) > smallChart {
		return
	}
	for _, s := range part[from:start] {
		s.keep = true
	}
}

// isTable tells whether block, counted as the strips count it, is a table.
func (b *builder) isTable(block int) bool {
	if block == 0 {
		return false
	}
	_, ok := b.doc.Blocks[block-1].(document.Table)
	return ok
}

// laid lays strips from the top of a page.
func (b *builder) laid(part []*strip, first bool) []placed {
	k := &cutter{top: b.topOf(first), bottom: func(int) float64 { return bottomEdge }}
	return k.cut(part)
}

// topOf tells where the pages of a part begin.
func (b *builder) topOf(first bool) func(page int) float64 {
	if first {
		return b.pageTop
	}
	return func(int) float64 { return topEdge }
}

// extent lays strips from the top of a page and returns how many pages they take, and the share that they use of the last.
func (b *builder) extent(part []*strip, first bool) (pages int, used float64) {
	last := b.laid(part, first)
	if len(last) == 0 {
		return 0, 0
	}
	end := last[len(last)-1]
	pages = end.page + 1
	top := b.topOf(first)(end.page)
	return pages, (end.y + end.height - top) / (bottomEdge - top)
}
