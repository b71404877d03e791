package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A division is how far a word may be broken.
type division byte

const (
	atMarks   division = iota // after its own hyphens only
	bySounds                  // by the patterns too
	bySigns                   // at the sign of an e-mail address, no more by the patterns
	byLetters                 // anywhere
)

// flush ends the word in hand. Where it is wider than a line it is broken further, so that nothing ever overflows.
func (p *paragraph) flush() {
	if len(p.word) == 0 {
		return
	}
	d := atMarks
	if p.st.divided {
		d = bySounds
	}
	start := len(p.items)
	for ; d <= byLetters; d++ {
		p.items = p.items[:start]
		for _, s := range p.word {
			p.segment(s, d)
		}
		if p.widest(start) <= p.width {
			break
		}
	}
	p.word = p.word[:0]
}

// widest returns the width of the widest part, from item start, that no line may end in.
func (p *paragraph) widest(start int) float64 {
	widest, w := 0.0, 0.0
	for _, it := range p.items[start:] {
		if it.kind == penalty {
			widest, w = max(widest, w+it.width), 0
			continue
		}
		w += it.width
	}
	return max(widest, w)
}

// segment appends the items of a part of a word.
func (p *paragraph) segment(s segment, d division) {
	if d == bySounds && strings.Contains(s.text, "@") { // a hyphen would be read as one of the address
		d = atMarks
	}
	text, asked := s.text, d
	for ; text != ""; d = asked {
		if p.counted && d == bySounds {
			d = atMarks
		}
		p.counted = false
		i := strings.IndexFunc(text, isInner)
		if i < 0 {
			p.letters(s.piece, text, d)
			return
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		switch r {
		case wideGlue:
			p.letters(s.piece, text[:i], d)
			if d == byLetters {
				p.items = append(p.items, item{kind: penalty, penalty: atTie})
			}
			p.space(s.piece, tie, string(wideGlue))
			before, _ := utf8.DecodeLastRuneInString(text[:i])
			p.counted = unicode.IsDigit(before)
		case zeroSpace:
			p.letters(s.piece, text[:i], d)
			p.items = append(p.items, item{kind: penalty})
		case softHyphen:
			p.letters(s.piece, text[:i], d)
			p.hyphen(s.piece)
		case '/', '@':
			p.letters(s.piece, text[:i+n], d)
			if r == '/' || d >= bySigns { // an e-mail address is divided only where no line holds it
				p.items = append(p.items, item{kind: penalty, penalty: atSlash})
			}
		default: // a hyphen or a dash, with letters on both sides
			p.letters(s.piece, text[:i+n], d)
			before, _ := utf8.DecodeLastRuneInString(text[:i])
			after, _ := utf8.DecodeRuneInString(text[i+n:])
			if unicode.IsLetter(before) && unicode.IsLetter(after) {
				cost := atHyphen
				if p.st.align != justified {
					cost = atName
				}
				p.items = append(p.items, item{kind: penalty, penalty: cost})
			}
		}
		text = text[i+n:]
	}
}

// isInner tells the runes that a word may be divided at without any pattern.
func isInner(r rune) bool {
	switch r {
	case wideGlue, zeroSpace, softHyphen, '/', '@', '-', '–', '—':
		return true
	}
	return false
}

func (p *paragraph) hyphen(pc *piece) {
	r := softHyphen // copied text joins again
	if !pc.face.Has(r) {
		r = '-'
	}
	w := pc.face.shape("-").width
	p.items = append(p.items, item{
		kind: penalty, width: w * p.st.size, penalty: hyphenate, hyphen: true, piece: pc,
		runes: []rune{r}, adv: []float64{w},
	})
}

// letters appends text without blanks as boxes, with a penalty where it may be hyphenated.
func (p *paragraph) letters(pc *piece, text string, d division) {
	if text == "" {
		return
	}
	w := pc.face.shape(text)
	if d == byLetters {
		for i := range w.runes {
			p.box(pc, w, i, i+1)
			p.items = append(p.items, item{kind: penalty, penalty: anywhere})
		}
		return
	}
	done := 0
	if d == bySounds {
		for _, c := range french().cuts(text) {
			i := painted(w.runes, c)
			p.box(pc, w, done, i)
			p.hyphen(pc)
			done = i
		}
	}
	p.box(pc, w, done, len(w.runes))
}

// painted returns the index among painted runes of the rune i of the word, each ligature standing for two.
func painted(runes []rune, i int) int {
	for k, r := range runes {
		if i <= 0 {
			return k
		}
		if r == 'ﬁ' || r == 'ﬂ' {
			i--
		}
		i--
	}
	return len(runes)
}

func (p *paragraph) box(pc *piece, w shaped, from, to int) {
	it := item{kind: box, piece: pc, runes: w.runes[from:to], adv: w.adv[from:to]}
	for k, a := range it.adv {
		if p.st.tracking > 0 && !unicode.Is(unicode.Mn, it.runes[k]) {
			a += p.st.tracking
		}
		it.width += a * p.st.size
	}
	p.items = append(p.items, it)
}
