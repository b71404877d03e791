package document

import (
	"fmt"
	"strings"
)

// Text returns d as one reads it aloud, without its typesetting: for tests, and for those who can't see the page.
func (d Document) Text() string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("%s", strings.ToUpper(d.Title))
	for _, s := range []string{d.Subtitle, d.Organisation, d.Reference, d.Version, d.Day.String()} {
		if s != "" {
			line("%s", s)
		}
	}
	for _, block := range d.Blocks {
		b.WriteString(blockText(block))
	}
	return b.String()
}

// blockText returns what a block says, a line each.
func blockText(block Block) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	switch k := block.(type) {
	case Label:
		line("\n%s", k.Text)
	case Article:
		line("\nArticle %d – %s", k.Number, k.Title)
	case Section:
		line("\n%s", strings.TrimSpace(k.Number+" "+k.Title))
	case Annex:
		line("\n%s – %s", k.Called(), k.Title)
	case Paragraph:
		line("%s", strings.TrimSpace(k.Number+" "+k.Text.String()))
	case List:
		for _, item := range k.Items {
			line("– %s", item)
		}
	case Facts:
		for _, f := range k.Rows {
			line("%s | %s", f.Label, f.Value)
		}
	case Table:
		line("%s", k.text())
	case Gantt:
		line("%s", k.text())
	case Curve:
		line("%s", k.text())
	case Bars:
		line("%s", k.text())
	case Picture:
		line("%s\n(%s)", k.Caption, k.Alt)
	case Note:
		line("[%s]", k.Text)
	case Signatures:
		line("\n%s", k.Place)
		for _, p := range k.Parties {
			line("%s", p.text())
		}
	}
	return b.String()
}

func (t Table) text() string {
	var rows []string
	if t.Caption != "" {
		rows = append(rows, t.Caption)
	}
	var heads []string
	for _, c := range t.Columns {
		heads = append(heads, c.Title)
	}
	rows = append(rows, strings.Join(heads, " | "))
	for _, row := range append(append([][]Spans{}, t.Rows...), t.Totals...) {
		var cells []string
		for _, c := range row {
			cells = append(cells, c.String())
		}
		rows = append(rows, strings.Join(cells, " | "))
	}
	return strings.Join(rows, "\n")
}

func (g Gantt) text() string {
	rows := []string{g.Caption, g.Alt}
	for _, b := range g.Rows {
		rows = append(rows, fmt.Sprintf("%s : mois %d à %d", b.Label, b.First, b.Last))
	}
	for _, m := range g.Marks {
		rows = append(rows, "◆ "+m.Label)
	}
	return strings.Join(rows, "\n")
}

func (s Signatory) text() string {
	var parts []string
	for _, p := range []string{s.For.String(), s.Role, s.Name.String(), s.Quality.String(), s.Basis.String()} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, " · ")
}
