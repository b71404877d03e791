package typeset

import (
	"strings"
	"unicode"

	"appuitechnique/model/document"
)

// spoken returns the text of the structure tree in reading order, each element on a line of its own, as bare runes.
func spoken(r *Result) []string {
	content := map[Kid]string{}
	for i, p := range r.Pages {
		var open *Begin
		for _, o := range p.Ops {
			switch o := o.(type) {
			case *Begin:
				open = o
			case *End:
				open = nil
			case *Glyphs:
				if open != nil && open.Elem != nil {
					content[Kid{Page: i, ID: open.ID}] += string(o.Runes)
				}
			}
		}
	}
	var out []string
	var walk func(e *Elem)
	walk = func(e *Elem) {
		text := ""
		for _, k := range e.Kids {
			switch {
			case k.Elem != nil:
				if text != "" {
					out, text = append(out, text), ""
				}
				walk(k.Elem)
			case k.Field == 0 && k.Link == 0:
				text += bare(content[k])
			}
		}
		if text != "" {
			out = append(out, text)
		}
	}
	walk(r.Root)
	return out
}

var unligature = strings.NewReplacer("ﬁ", "fi", "ﬂ", "fl")

// bare drops blanks and soft hyphens, and opens ligatures.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == softHyphen || r == zeroSpace {
			return -1
		}
		return r
	}, unligature.Replace(s))
}

// reader says what a document must read like, from its blocks alone.
type reader struct {
	look *look
	tag  string // of the parapheur
	out  []string
}

func (rd *reader) say(st *style, spans ...document.Spans) {
	text := ""
	for _, s := range spans {
		for _, sp := range s {
			for _, part := range drawn(st.face(sp.Style), clean(sp.Text)) {
				text += bare(part.text)
			}
		}
	}
	if text != "" {
		rd.out = append(rd.out, text)
	}
}

func plainText(s string) document.Spans { return document.Spans{{Text: s}} }

func (rd *reader) block(bl document.Block) {
	l := rd.look
	switch bl := bl.(type) {
	case document.Label:
		rd.say(l.label, plainText(strings.ToUpper(bl.Text)))
	case document.Paragraph:
		st := l.body
		if bl.Right {
			st = l.rightward
		}
		if len(st.lines(bl.Text, textWidth)) > 0 {
			rd.say(st, append(plainText(bl.Number), bl.Text...))
		}
	case document.Article:
		if len(l.heading.text(bl.Title, 300)) > 0 {
			rd.say(l.heading, plainText("Article"+ordinal(bl.Number)+"—"+bl.Title))
		}
	case document.Section:
		if len(l.heading.text(bl.Title, 300)) > 0 {
			rd.say(l.heading, plainText(bl.Number+bl.Title))
		}
	case document.Annex:
		rd.say(l.annex, plainText(strings.ToUpper(bl.Called())), plainText(bl.Title))
	case document.List:
		for _, it := range bl.Items {
			if len(l.body.lines(it, 300)) > 0 {
				rd.out = append(rd.out, "–")
				rd.say(l.body, it)
			}
		}
	case document.Facts:
		for _, f := range bl.Rows {
			rd.say(l.factLabel, plainText(f.Label))
			rd.say(l.fact, f.Value)
		}
	case document.Note:
		rd.say(l.note, bl.Text)
	case document.Table:
		rd.table(bl)
	case document.Signatures:
		rd.say(l.body, bl.Place)
		for _, p := range bl.Parties {
			rd.parts(p)
		}
	}
}

// chart says what is written on a drawing, as far as it is never cut.
func (rd *reader) chart(bl document.Block) {
	l := rd.look
	switch c := bl.(type) {
	case document.Gantt:
		rd.say(l.caption, plainText(c.Caption))
		if len(c.Months) == 0 {
			return
		}
		for _, row := range c.Rows {
			rd.say(l.cell, plainText(row.Label))
		}
		for _, m := range c.Marks {
			rd.say(l.cell, plainText(m.Label))
		}
	case document.Curve:
		rd.say(l.caption, plainText(c.Caption))
		if len(c.Heads) > 0 {
			rd.scale(c.Scale)
		}
	case document.Bars:
		rd.say(l.caption, plainText(c.Caption))
		if len(c.Heads) > 0 {
			rd.scale(c.Scale)
		}
	}
}

func (rd *reader) scale(ticks []document.Tick) {
	if len(ticks) < 2 || !(ticks[0].Value < ticks[len(ticks)-1].Value) {
		return
	}
	for _, t := range ticks {
		rd.say(rd.look.small, plainText(t.Label))
	}
}

func (rd *reader) parts(p document.Signatory) {
	l := rd.look
	var one reader
	one.say(l.party, p.For)
	one.say(l.person, p.Name)
	one.say(l.quality, p.Quality)
	one.say(l.quality, p.Basis)
	one.say(l.quality, roleOf(&p))
	one.say(l.sign, plainText(rd.tag))
	if text := strings.Join(one.out, ""); text != "" {
		rd.out = append(rd.out, text)
	}
}

func (rd *reader) table(t document.Table) {
	rd.say(rd.look.caption, plainText(t.Caption))
	for _, c := range t.Columns {
		rd.say(rd.look.cellHead, plainText(c.Title))
	}
	for _, row := range t.Rows {
		for _, c := range row {
			rd.say(rd.look.cell, c)
		}
	}
	for _, row := range t.Totals {
		for _, c := range row {
			rd.say(rd.look.cellTotal, c)
		}
	}
}
