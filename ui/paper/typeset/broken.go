package typeset

import (
	"strings"
	"sync"

	"appuitechnique/model/document"
)

// broken remembers the paragraphs set last. From one key to the next all the paragraphs of a paper but one are the same, and
// breaking them is most of its layout. Nothing else than time tells that it is there.
var broken = lineMemo{known: map[setting][]line{}}

// keptParagraphs bounds it; a long paper has about a thousand, cells of tables included.
const keptParagraphs = 4000

// A setting is all that the lines of a paragraph depend on.
type setting struct {
	st    style
	width float64
	text  string // of each span, after its style and its length
}

// A lineMemo remembers the lines of paragraphs. It may be used from several goroutines.
type lineMemo struct {
	mu    sync.Mutex
	known map[setting][]line
}

// of returns the lines of spans. Their pieces are those of these spans: the same words may come from other answers elsewhere.
func (m *lineMemo) of(st *style, spans document.Spans, width float64) []line {
	key := setting{*st, width, spelled(spans)}
	m.mu.Lock()
	ls, ok := m.known[key]
	m.mu.Unlock()
	if ok {
		return bound(ls, spans)
	}
	ls = st.breakUp(spans, width)
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.known) >= keptParagraphs {
		clear(m.known)
	}
	m.known[key] = ls
	return ls
}

func spelled(spans document.Spans) string {
	var b strings.Builder
	for _, s := range spans {
		n := len(s.Text)
		b.Write([]byte{byte(s.Style), byte(n), byte(n >> 8), byte(n >> 16), byte(n >> 24)})
		b.WriteString(s.Text)
	}
	return b.String()
}

// bound returns lines with the pieces of spans.
func bound(ls []line, spans document.Spans) []line {
	out := make([]line, len(ls))
	var was, now *piece
	for i, l := range ls {
		out[i] = line{fragments: make([]fragment, len(l.fragments)), width: l.width}
		for k, f := range l.fragments {
			if f.piece != was {
				s := spans[f.span]
				was, now = f.piece, &piece{face: f.face, from: s.From, missing: s.Missing, change: s.Change, span: f.span}
			}
			f.piece = now
			out[i].fragments[k] = f
		}
	}
	return out
}
