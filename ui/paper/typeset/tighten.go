package typeset

// A last page is worth sparing where no more than sparedShare of it is used. The spaces between the blocks are then cut, all
// alike, by as little as does it.
const sparedShare = .45

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
}

// extent lays strips from the top of a page and returns how many pages they take, and the share that they use of the last.
func (b *builder) extent(part []*strip, first bool) (pages int, used float64) {
	top := func(page int) float64 {
		if first {
			return b.pageTop(page)
		}
		return topEdge
	}
	k := &cutter{top: top, bottom: func(int) float64 { return bottomEdge }}
	last := k.cut(part)
	if len(last) == 0 {
		return 0, 0
	}
	end := last[len(last)-1]
	pages = end.page + 1
	return pages, (end.y + end.height - top(end.page)) / (bottomEdge - top(end.page))
}
