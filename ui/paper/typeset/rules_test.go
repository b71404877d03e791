package typeset

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"appuitechnique/model/document"
)

// said returns what stands on each line of a page, top down, outside the text of the document (heads, feet, repeated heads)
// or inside it.
func said(p *Page, inText bool) []string {
	byLine := map[float64]string{}
	var elem *Elem
	for _, o := range p.Ops {
		switch o := o.(type) {
		case *Begin:
			elem = o.Elem
		case *Glyphs:
			if (elem != nil) == inText && o.Angle == 0 {
				byLine[o.Y] += unligature.Replace(string(o.Runes)) + " "
			}
		}
	}
	var ys []float64
	for y := range byLine {
		ys = append(ys, y)
	}
	slices.Sort(ys)
	var out []string
	for _, y := range ys {
		out = append(out, strings.Join(strings.Fields(byLine[y]), " "))
	}
	return out
}

func laid(t *testing.T, doc document.Document) *Result {
	t.Helper()
	if doc.Title == "" {
		doc.Title = "Convention de soutien"
	}
	doc.ID, doc.Day = "essai", "2026-11-23"
	r, err := Layout(doc)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// A table over pages shows its head on each, says it once to those who listen, and ends with its total, never alone.
func TestTablesRepeatTheirHeadAndKeepTheirTotal(t *testing.T) {
	for n := 20; n < 120; n += 7 {
		table := document.Table{
			Columns: []document.Column{{Title: "Mois", Width: .5}, {Title: "Montant (€)", Width: .5, Right: true}},
			Totals:  [][]document.Spans{{plainText("Total"), plainText("9 999,00")}},
		}
		for i := range n {
			table.Rows = append(table.Rows, []document.Spans{plainText(fmt.Sprint("ligne ", i)), plainText("1 234,50")})
		}
		r := laid(t, document.Document{Blocks: []document.Block{table}})
		for i, p := range r.Pages[1:] {
			if got := said(p, false); !slices.Contains(got, "Mois Montant (€)") {
				t.Errorf("%d rows: page %d has no head: %q", n, i+2, got)
			}
			if slices.Contains(said(p, true), "Mois Montant (€)") {
				t.Errorf("%d rows: the head is read aloud again on page %d", n, i+2)
			}
		}
		last := said(r.Pages[len(r.Pages)-1], true)
		if len(last) < 2 || last[len(last)-1] != "Total 9 999,00" || !strings.HasPrefix(last[len(last)-2], "ligne") {
			t.Errorf("%d rows: the last page ends with %q", n, last[max(0, len(last)-2):])
		}
		var ends []float64 // right edges of the figures
		for _, p := range r.Pages {
			for _, o := range p.Ops {
				if g, ok := o.(*Glyphs); ok && strings.HasSuffix(strings.TrimSpace(string(g.Runes)), ",50") {
					ends = append(ends, g.X+g.Width)
				}
			}
		}
		if slices.Max(ends)-slices.Min(ends) > .01 {
			t.Errorf("%d rows: the figures are not flush right", n)
		}
	}
}

// A row taller than what is left of a page goes on over it, two lines at least on each side.
func TestALongRowCrossesAPage(t *testing.T) {
	row := document.Table{Columns: []document.Column{{Title: "Réponse", Width: 1}},
		Rows: [][]document.Spans{{plainText(strings.Repeat("une réponse vraiment très longue, ", 120))}}}
	for before := range 40 {
		r := laid(t, document.Document{Blocks: []document.Block{filler(before), row}})
		for e, pages := range counted(r) {
			for page, lines := range pages {
				if e.Tag == TagTD && len(pages) > 1 && lines < 2 {
					t.Errorf("%d lines before: %d line of the row on page %d", before, lines, page+1)
				}
			}
		}
	}
}

// Over six pages and no sooner, a paper opens with its contents: each chapter with the page that it begins on, and a link.
func TestLongPapersOpenWithTheirContents(t *testing.T) {
	for _, chapters := range []int{2, 4, 9, 14} {
		var blocks []document.Block
		for i := range chapters {
			blocks = append(blocks, document.Article{Number: i + 1, Title: fmt.Sprint("Chapitre ", i+1)}, filler(35))
		}
		r := laid(t, document.Document{Blocks: blocks})
		if long := len(r.Pages) > longPaper; long != (len(r.Links) > 0) {
			t.Errorf("%d pages, %d links", len(r.Pages), len(r.Links))
		}
		for _, l := range r.Links {
			where, title, _ := strings.Cut(strings.ReplaceAll(l.Tip, "\u00a0", " "), " : ")
			if want := fmt.Sprint("Page ", l.ToPage+1); where != want {
				t.Errorf("a link says %q, want %q", where, want)
			}
			if got := said(r.Pages[l.ToPage], true); !slices.Contains(got, title) {
				t.Errorf("the link to %q leads to page %d, which lacks it", title, l.ToPage+1)
			}
			number := fmt.Sprint(" ", l.ToPage+1)
			if !slices.ContainsFunc(said(r.Pages[l.Page], true), func(s string) bool {
				return strings.HasPrefix(s, title) && strings.HasSuffix(s, number)
			}) {
				t.Errorf("the contents do not say that %q is on page%s", title, number)
			}
		}
		if len(r.Bookmarks) != chapters {
			t.Errorf("%d bookmarks for %d chapters", len(r.Bookmarks), chapters)
		}
	}
}

// A title in several lines has lines of about one length; page 1 leaves its top to the stamp; every page says where it stands;
// the numbers of paragraphs hang left of the text.
func TestPagesAreFurnished(t *testing.T) {
	const title = "Convention de mise à disposition d’un expert opérationnel auprès de la commune"
	r := laid(t, document.Document{Title: title, Organisation: "Commune de Riom", Reference: "2026-001", Version: "v1", Draft: true,
		Specimen: true, Initials: 2, Blocks: []document.Block{document.Paragraph{Number: "1.1", Text: plainText("Un texte.")}, filler(80)}})
	var widths []float64
	for _, o := range r.Pages[0].Ops {
		g, ok := o.(*Glyphs)
		if !ok || g.Angle != 0 {
			continue
		}
		if g.Y-g.Size < stampBand {
			t.Errorf("%q stands in the band of the stamp", string(g.Runes))
		}
		if g.Size == 23 {
			widths = append(widths, g.Width)
		}
		if s := string(g.Runes); strings.HasPrefix(s, "1.1") && g.X+g.Width > textEdge || strings.HasPrefix(s, "Un texte") && math.Abs(g.X-textEdge) > .01 {
			t.Errorf("%q starts at %.1f: the number must hang in the margin of the text", s, g.X)
		}
	}
	if len(widths) < 2 || slices.Min(widths) < .6*slices.Max(widths) {
		t.Errorf("the lines of the title are %.0f wide", widths)
	}
	for i, p := range r.Pages {
		foot := strings.Join(said(p, false), "|")
		for _, want := range []string{fmt.Sprintf("Page %d / %d", i+1, len(r.Pages)), "2026-001", "v1", "SPÉCIMEN", "Commune de Riom", "Paraphes"} {
			if !strings.Contains(foot, want) {
				t.Errorf("page %d lacks %q: %s", i+1, want, foot)
			}
		}
	}
}
