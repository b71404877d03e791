package document

import "strings"

// typeset returns b with its texts set as French type.
func typeset(b Block) Block {
	switch b := b.(type) {
	case Label:
		b.Text = frenchText(b.Text)
		return b
	case Article:
		b.Title = frenchText(b.Title)
		return b
	case Section:
		b.Title = frenchText(b.Title)
		return b
	case Annex:
		b.Title, b.Name = frenchText(b.Title), frenchText(b.Name)
		return b
	case Paragraph:
		b.Text = french(b.Text)
		return b
	case List:
		b.Items = frenchAll(b.Items)
		return b
	case Facts:
		rows := make([]Fact, len(b.Rows))
		for i, r := range b.Rows {
			rows[i] = Fact{frenchText(r.Label), begun(french(r.Value))}
		}
		return Facts{rows}
	case Table:
		return b.typeset()
	case Gantt:
		return b.typeset()
	case Curve:
		return b.typeset()
	case Bars:
		return b.typeset()
	case Picture:
		b.Caption, b.Alt = frenchText(b.Caption), frenchText(b.Alt)
		return b
	case Note:
		b.Text = french(b.Text)
		return b
	case Signatures:
		return b.typeset()
	}
	return b
}

// begun gives a value its capital, as all those of a list of facts have; an address that is typed is left as it is.
func begun(s Spans) Spans {
	if len(s) == 0 {
		return s
	}
	first, _, _ := strings.Cut(s[0].Text, " ")
	if strings.ContainsAny(first, "@/") || strings.HasPrefix(first, "www.") {
		return s
	}
	return upperAll(s)
}

func (t Table) typeset() Table {
	t.Caption = frenchText(t.Caption)
	columns := make([]Column, len(t.Columns))
	for i, c := range t.Columns {
		c.Title = frenchText(c.Title)
		columns[i] = c
	}
	t.Columns = columns
	t.Rows, t.Totals = frenchRows(t.Rows), frenchRows(t.Totals)
	return t
}

func (g Gantt) typeset() Gantt {
	g.Caption, g.Alt = frenchText(g.Caption), frenchText(g.Alt)
	rows := make([]Bar, len(g.Rows))
	for i, b := range g.Rows {
		b.Label = frenchText(b.Label)
		rows[i] = b
	}
	marks := make([]Mark, len(g.Marks))
	for i, m := range g.Marks {
		m.Label = frenchText(m.Label)
		marks[i] = m
	}
	g.Rows, g.Marks = rows, marks
	return g
}

func (s Signatures) typeset() Signatures {
	parties := make([]Signatory, len(s.Parties))
	for i, p := range s.Parties {
		p.For, p.Name, p.Quality, p.Basis = french(p.For), french(p.Name), french(p.Quality), french(p.Basis)
		p.Role = frenchText(p.Role)
		parties[i] = p
	}
	return Signatures{Place: french(s.Place), Parties: parties}
}

func frenchRows(rows [][]Spans) [][]Spans {
	if rows == nil {
		return nil
	}
	out := make([][]Spans, len(rows))
	for i, r := range rows {
		out[i] = frenchAll(r)
	}
	return out
}

func frenchAll(list []Spans) []Spans {
	out := make([]Spans, len(list))
	for i, s := range list {
		out[i] = french(s)
	}
	return out
}
