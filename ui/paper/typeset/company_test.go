package typeset

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"appuitechnique/model/document"
)

// after returns a paper of n short paragraphs, then blocks.
func after(n int, blocks ...document.Block) document.Document {
	var doc document.Document
	for range n {
		doc.Blocks = append(doc.Blocks, document.Paragraph{Text: plainText("La convention est signée.")})
	}
	doc.Blocks = append(doc.Blocks, blocks...)
	return doc
}

// A table never stands alone on the last page of a paper when another stands just before it.
func TestALastTableKeepsCompany(t *testing.T) {
	table := func(name string, rows int) document.Table {
		out := document.Table{Caption: name, Columns: []document.Column{{Title: "Élément", Width: .6}, {Title: "Montant (€)", Width: .4, Right: true}}}
		for i := range rows {
			out.Rows = append(out.Rows, []document.Spans{plainText(fmt.Sprintf("%s %d", name, i)), plainText("1,00")})
		}
		return out
	}
	together := 0
	for n := 10; n < 60; n++ {
		r := laid(t, after(n, table("Subvention", 3), table("Reste", 5)))
		last := strings.Join(said(r.Pages[len(r.Pages)-1], true), "\n")
		if !strings.Contains(last, "Reste 0") {
			continue
		}
		if !strings.Contains(last, "Subvention 0") {
			t.Errorf("after %d paragraphs the last page holds one table:\n%s", n, last)
		}
		together++
	}
	if together == 0 {
		t.Error("the last table never came on a last page")
	}
}

// A calendar gives up some of the air of its rows where that spares the rest of a page, and never more.
func TestACalendarGivesUpItsAir(t *testing.T) {
	g := document.Gantt{Caption: "Calendrier", Alt: "Calendrier", Months: []string{"janv.", "févr."}, Years: []document.Year{{Label: "2027", Months: 2}}}
	for i := range 16 {
		g.Rows = append(g.Rows, document.Bar{Label: fmt.Sprintf("Tâche %d", i), First: 1, Last: 2})
	}
	var steps []float64
	for n := range 30 {
		r := laid(t, after(n, g))
		steps = append(steps, apart(t, r, "Tâche 3", "Tâche 4"))
	}
	natural, least := slices.Max(steps), slices.Min(steps)
	if least > natural-.1 || least < natural-3.3 {
		t.Errorf("rows are from %.2f to %.2f points apart, want some closer by 3.2 at most", least, natural)
	}
}

// apart measures how far below one label another stands on the same page.
func apart(t *testing.T, r *Result, one, other string) float64 {
	t.Helper()
	for _, p := range r.Pages {
		at, byLine := map[string]float64{}, map[float64]string{}
		for _, o := range p.Ops {
			if g, ok := o.(*Glyphs); ok {
				byLine[g.Y] += unligature.Replace(string(g.Runes))
			}
		}
		for y, text := range byLine {
			at[strings.TrimSpace(text)] = y
		}
		if at[one] > 0 && at[other] > 0 {
			return at[other] - at[one]
		}
	}
	t.Fatalf("%q and %q stand on no page together", one, other)
	return 0
}

// The month of a date is never divided, nor an e-mail address that a line can hold.
func TestDatesAndAddressesStayWhole(t *testing.T) {
	l := testLook(t)
	text := "la note d’analyse au regard de la commande publique en date du 18\u00a0septembre\u00a02026, à l’adresse presse@commune.exemple.fr ;"
	for width := 150.0; width < textWidth; width += 3 {
		if got := written(l.body.text(text, width)); !strings.Contains(got, "18\u00a0septembre\u00a02026") || !strings.Contains(got, "presse@commune.exemple.fr") {
			t.Errorf("over %.0f points: %q", width, got)
		}
	}
}

// A last page never holds the tail of a section alone, where the section can come whole: its head comes with it.
func TestALastPageIsMoreThanARemnant(t *testing.T) {
	section := document.List{}
	for i := range 6 {
		section.Items = append(section.Items, plainText(fmt.Sprintf("indicateur %d", i)))
	}
	gathered := 0
	words := strings.Repeat("la participation financière de la collectivité est versée en deux fois ", 90)
	for n := 2000; n < 5000; n += 50 { // few blocks, hence few spaces to tighten
		r := laid(t, document.Document{Blocks: []document.Block{document.Paragraph{Text: plainText(words[:n])},
			document.Section{Number: "9", Title: "Indicateurs"}, section}})
		last := strings.Join(said(r.Pages[len(r.Pages)-1], true), "\n")
		if len(r.Pages) == 1 {
			continue
		}
		if !strings.Contains(last, "Indicateurs") {
			t.Errorf("%d letters: the last page holds the end of a section:\n%s", n, last)
		}
		if !strings.Contains(last, "collectivité") {
			gathered++
		}
	}
	if gathered == 0 {
		t.Error("no section came whole on a last page")
	}
}
