package typeset

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"appuitechnique/model/document"
)

// A maker writes papers that nobody would: any length, any rune, any block after any other.
type maker struct{ *rand.Rand }

func newMaker(seed uint64) maker { return maker{rand.New(rand.NewPCG(seed, 7))} }

var usual = strings.Fields(`la commune convention participation financière collectivité groupement d’employeurs mise à disposition
	l’expert aujourd’hui 3 500,00 € c’est-à-dire Banque des Territoires Hôtel-de-Ville article L. 1253-20 effectivement œuvre
	l’Œuvre n° 2026-031 sous-préfecture et/ou difficile affecté anticonstitutionnellement 12 février 2027 ; : ! à a y`)

var odd = []string{
	"🏗️", "Ελλάδα", "שלום", "日本", "e\u0301te\u0301", "a\u200bb", "con\u00adven\u00adtion", "☐ oui ☒ non ☑", "\n", "\n\n\n", "\t", "\x00\x07",
	"\u00a0", " \u00a0 ", "M.\u00a0Pécoul", "1\u202f234\u202f567,00\u00a0€", "\xff\xfe", "https://www.exemple.fr/un/chemin/long?x=1&y=2",
	"prenom.nom@collectivite-territoriale.fr", "𝔄", "x\u0323\u0307", "\u2028", "—", "«\u00a0mot\u00a0»", "\u2011", "Ǎ", "ﷺ", "\u00ad", "-", "/", "½",
}

func (m maker) text(most int) string {
	var b strings.Builder
	for range m.IntN(most + 1) {
		switch k := m.IntN(60); {
		case k < 2:
			b.WriteString(odd[m.IntN(len(odd))])
		case k == 2:
			b.WriteString(strings.Repeat("Wagnerienne"[:1+m.IntN(11)], m.IntN(60)))
		case k == 3:
			b.WriteString(strings.Repeat("216\u00a0303\u00a0008\u00a0", m.IntN(20)))
			continue
		default:
			b.WriteString(usual[m.IntN(len(usual))])
		}
		if m.IntN(40) > 0 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func (m maker) spans(most int) document.Spans {
	var s document.Spans
	for i := range m.IntN(4) {
		s = append(s, document.Span{
			Text: m.text(most), Style: document.Style(m.IntN(3)), Missing: m.IntN(8) == 0,
			From: []string{fmt.Sprintf("question.%d", i)},
		})
	}
	return s
}

// size is mostly small, at times enormous.
func (m maker) size() int {
	switch m.IntN(20) {
	case 0:
		return 300
	case 1:
		return 0
	default:
		return 30
	}
}

func (m maker) block() document.Block {
	switch m.IntN(12) {
	case 0:
		return document.Label{Text: m.text(6)}
	case 1:
		return document.Article{Number: m.IntN(30), Title: m.text(m.size() / 3)}
	case 2:
		return document.Section{Number: []string{"", "1", "2.3", "1.2.3.4.5.6.7.8"}[m.IntN(4)], Title: m.text(12)}
	case 3:
		if m.IntN(3) == 0 {
			return document.Annex{Number: m.IntN(3), Title: m.text(9)}
		}
		return document.Paragraph{Text: m.spans(m.size()), Right: true}
	case 4:
		var l document.List
		for range m.IntN(7) {
			l.Items = append(l.Items, m.spans(m.size()))
		}
		return l
	case 5:
		var f document.Facts
		for range m.IntN(9) {
			f.Rows = append(f.Rows, document.Fact{Label: m.text(8), Value: m.spans(12)})
		}
		return f
	case 6, 7:
		return m.table()
	case 8:
		switch m.IntN(3) {
		case 0:
			return m.curve()
		case 1:
			return m.bars()
		}
		return m.gantt()
	case 9:
		return document.Note{Text: m.spans(m.size())}
	case 10:
		return m.signatures()
	default:
		return document.Paragraph{Number: []string{"", "3.1", "12.34.56.78"}[m.IntN(3)], Text: m.spans(m.size())}
	}
}

func (m maker) table() document.Table {
	t := document.Table{Caption: m.text(8)}
	for range 1 + m.IntN(7) {
		t.Columns = append(t.Columns, document.Column{Title: m.text(4), Width: m.Float64(), Right: m.IntN(3) == 0})
	}
	rows := func(n int) (out [][]document.Spans) {
		for range n {
			var cells []document.Spans
			for range m.IntN(len(t.Columns) + 1) {
				cells = append(cells, m.spans(m.size()/4))
			}
			out = append(out, cells)
		}
		return out
	}
	t.Rows, t.Totals = rows(m.IntN(30)), rows(m.IntN(3))
	return t
}

func (m maker) gantt() document.Gantt {
	g := document.Gantt{Caption: m.text(8), Alt: m.text(20), Years: []document.Year{{Label: "2027", Months: 7}, {Label: "2028", Months: 30}}}
	for i := range m.IntN(40) {
		g.Months = append(g.Months, []string{"janv.", "févr.", "août", ""}[i%4])
	}
	for range m.IntN(60) {
		first := m.IntN(30) - 3
		g.Rows = append(g.Rows, document.Bar{
			Label: m.text(m.size() / 4), Group: m.IntN(6) - 1, First: first, Last: first + m.IntN(9) - 2, From: []string{"tasks"}})
	}
	for range m.IntN(10) {
		g.Marks = append(g.Marks, document.Mark{Label: m.text(10), At: 50*m.Float64() - 5})
	}
	for range m.IntN(5) {
		g.Groups = append(g.Groups, m.text(8))
	}
	return g
}

// amount is mostly ordinary, at times what no chart can show.
func (m maker) amount() float64 {
	if m.IntN(40) == 0 {
		return []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300}[m.IntN(4)]
	}
	return 1000 * (m.Float64() - .5)
}

func (m maker) heads() (heads []string, years []document.Year) {
	for i := range m.IntN(60) {
		heads = append(heads, []string{"janv.", "févr.", "août", "", "Exercice 2027"}[i%(1+m.IntN(5))])
	}
	for range m.IntN(4) {
		years = append(years, document.Year{Label: "2027", Months: m.IntN(14)})
	}
	return heads, years
}

func (m maker) scale() (out []document.Tick) {
	v, step := -500*m.Float64(), 200*m.Float64()
	for range m.IntN(9) {
		out = append(out, document.Tick{Value: v, Label: fmt.Sprintf("%.0f\u202f000\u00a0€", v)})
		v += step
	}
	return out
}

func (m maker) curve() document.Curve {
	c := document.Curve{Caption: m.text(8), Alt: m.text(20), Scale: m.scale()}
	c.Heads, c.Years = m.heads()
	for range m.IntN(30) {
		s := document.Step{At: 70*m.Float64() - 5, Value: m.amount(), From: []string{"cost"}}
		if !slices.ContainsFunc(c.Steps, func(s document.Step) bool { return s.Label != "" }) && m.IntN(6) == 0 {
			s.Label = m.text(m.size() / 4)
		}
		c.Steps = append(c.Steps, s)
	}
	return c
}

func (m maker) bars() document.Bars {
	b := document.Bars{Caption: m.text(8), Alt: m.text(20), Scale: m.scale()}
	b.Heads, b.Years = m.heads()
	series := func() document.Series {
		s := document.Series{Name: m.text(8)}
		for range m.IntN(70) {
			s.Values = append(s.Values, document.Measure{Value: m.amount(), Label: []string{"", "9,5", "12\u202f345,00"}[m.IntN(3)], From: []string{"load"}})
		}
		return s
	}
	for range m.IntN(5) {
		b.Series = append(b.Series, series())
	}
	if m.IntN(2) == 0 {
		b.Limit = series()
	}
	return b
}

func (m maker) signatures() document.Signatures {
	s := document.Signatures{Place: m.spans(6)}
	for range m.IntN(8) {
		s.Parties = append(s.Parties, document.Signatory{
			Key: []string{"maire", "", "é é"}[m.IntN(3)], For: m.spans(5), Name: m.spans(4), Quality: m.spans(5), Basis: m.spans(8)})
	}
	return s
}

func (m maker) document() document.Document {
	d := document.Document{
		ID: "essai", Title: m.text(10), Subtitle: m.text(14), Short: m.text(12), Organisation: m.text(10), Reference: "2026-001",
		Version: "projet", Draft: m.IntN(2) == 0, Specimen: m.IntN(2) == 0, Initials: m.IntN(6), Day: "2026-11-23",
	}
	if m.IntN(4) == 0 {
		d.SignTag = "#signature#"
	}
	d.Paraphes = m.IntN(3) == 0
	for range m.IntN(16) {
		d.Blocks = append(d.Blocks, m.block())
	}
	return d
}
