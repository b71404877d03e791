package typeset

import (
	"strings"

	"appuitechnique/model/document"
)

type align byte

const (
	justified align = iota
	left
	right
	centred
)

// A style is how a paragraph is set.
type style struct {
	regular, bold, italic *Face
	size, lead            float64
	align                 align
	color                 Color
	divided               bool    // may be hyphenated
	tracking              float64 // extra space between letters, in em
}

func (st *style) face(s document.Style) *Face {
	switch s {
	case document.Bold:
		return st.bold
	case document.Italic:
		return st.italic
	default:
		return st.regular
	}
}

// raise is how far below the top of a line its baseline lies: capitals stand in the middle of the lead.
func (st *style) raise() float64 { return st.lead/2 + .33*st.size }

// A piece is what the words of one span have in common.
type piece struct {
	face    *Face
	from    []string
	missing bool
	change  document.Edit
	span    int // it comes from, among those of its paragraph
}

// A fragment is the part of a line that comes from one piece.
type fragment struct {
	*piece
	x, width float64
	runes    []rune
	adv      []float64 // in points
}

// A line is a line of a paragraph, ready to be placed.
type line struct {
	fragments []fragment
	width     float64
}

// divided tells whether l ends within a word.
func (l *line) divided() bool {
	if len(l.fragments) == 0 {
		return false
	}
	runes := l.fragments[len(l.fragments)-1].runes
	return len(runes) > 0 && runes[len(runes)-1] == softHyphen
}

// segment is a part of a word in one piece.
type segment struct {
	*piece
	text string
}

// lettersPerItem is how many bytes of French make an item, at least: a part of a word, a hyphen or a space.
const lettersPerItem = 2

// paragraph builds the items of one paragraph.
type paragraph struct {
	st    *style
	width float64
	items []item
	word  []segment

	counted bool // what comes next is counted by a figure: « 5 janvier » is not divided
}

// lines sets spans in lines no wider than width, whatever they hold.
func (st *style) lines(spans document.Spans, width float64) []line {
	return broken.of(st, spans, width)
}

// breakUp finds these lines.
func (st *style) breakUp(spans document.Spans, width float64) []line {
	p := &paragraph{st: st, width: width}
	length := 0
	for _, s := range spans {
		length += len(s.Text)
	}
	p.items = make([]item, 0, 4+length/lettersPerItem)
	for i, s := range spans {
		for _, part := range drawn(st.face(s.Style), clean(s.Text)) {
			p.add(&piece{face: part.face, from: s.From, missing: s.Missing, change: s.Change, span: i}, part.text)
		}
	}
	p.flush()
	for len(p.items) > 0 && p.items[len(p.items)-1].kind == glue {
		p.items = p.items[:len(p.items)-1]
	}
	if len(p.items) == 0 {
		return nil
	}
	p.endLine()
	ragged := 0.0
	if st.align != justified {
		ragged = width / 3
	}
	breaks := breakLines(p.items, width, ragged)
	out := make([]line, 0, len(breaks))
	start := 0
	for _, b := range breaks {
		out = append(out, p.assemble(start, b, ragged > 0))
		start = b.start
	}
	return out
}

// text sets plain text.
func (st *style) text(s string, width float64) []line {
	return st.lines(document.Spans{{Text: s}}, width)
}

// add appends the text of a piece, word by word.
func (p *paragraph) add(pc *piece, text string) {
	for text != "" {
		i := strings.IndexAny(text, " \n")
		if i < 0 {
			p.word = append(p.word, segment{pc, text})
			return
		}
		if i > 0 {
			p.word = append(p.word, segment{pc, text[:i]})
		}
		p.flush()
		if text[i] == '\n' {
			p.newLine()
		} else {
			p.space(pc, glue, " ")
		}
		text = text[i+1:]
	}
}

func (p *paragraph) space(pc *piece, k kind, text string) {
	set := pc.face.shape(text)
	w := set.width * p.st.size
	it := item{kind: k, width: w, piece: pc, runes: set.runes, adv: set.adv}
	if p.st.align == justified {
		it.stretch, it.shrink = w*.6, w*.3
	}
	p.items = append(p.items, it)
}

// newLine ends the line where the text does; blank lines are dropped.
func (p *paragraph) newLine() {
	for len(p.items) > 0 && p.items[len(p.items)-1].kind == glue {
		p.items = p.items[:len(p.items)-1]
	}
	if n := len(p.items); n > 0 && p.items[n-1].penalty != forced {
		p.endLine()
	}
}

func (p *paragraph) endLine() {
	if n := len(p.items); p.items[n-1].kind == penalty && p.items[n-1].penalty == forced {
		return
	}
	p.items = append(p.items, item{kind: tie, stretch: 1e5}, item{kind: penalty, penalty: forced})
}

// assemble returns the line that ends at b, its glue set.
func (p *paragraph) assemble(start int, b *node, ragged bool) line {
	for start < b.at && p.items[start].kind != box {
		start++
	}
	r := b.ratio
	if r > mostStretch {
		r = 1
	}
	if ragged || p.items[b.at].penalty == forced && r > 0 {
		r = 0
	}
	var l line
	room := 1
	for _, it := range p.items[start:b.at] {
		room += len(it.runes)
	}
	for i := start; i < b.at; i++ {
		it := &p.items[i]
		if it.kind == penalty || it.piece == nil {
			continue
		}
		w := it.width
		switch {
		case it.kind == box:
		case r > 0:
			w += r * it.stretch
		default:
			w += r * it.shrink
		}
		l.append(it, w, p.st, room)
	}
	if it := &p.items[b.at]; it.hyphen {
		l.append(it, it.width, p.st, room)
	}
	return l
}

// append adds the runes of it, w points wide in all. A line has about as many runes as room.
func (l *line) append(it *item, w float64, st *style, room int) {
	n := len(l.fragments)
	if n == 0 || l.fragments[n-1].piece != it.piece {
		l.fragments = append(l.fragments, fragment{piece: it.piece, x: l.width, runes: make([]rune, 0, room), adv: make([]float64, 0, room)})
		n++
	}
	f := &l.fragments[n-1]
	f.runes = append(f.runes, it.runes...)
	if it.kind == box || it.kind == penalty {
		for _, a := range it.adv {
			f.adv = append(f.adv, (a+st.tracking)*st.size)
		}
	} else {
		f.adv = append(f.adv, w)
	}
	f.width += w
	l.width += w
}
