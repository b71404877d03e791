package typeset

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"appuitechnique/model/document"
)

// counted is how many lines an element has on each page.
func counted(r *Result) map[*Elem]map[int]int {
	out := map[*Elem]map[int]int{}
	for i, p := range r.Pages {
		var e *Elem
		last := -1.0
		for _, o := range p.Ops {
			switch o := o.(type) {
			case *Begin:
				if o.Elem != e {
					last = -1
				}
				e = o.Elem
			case *Glyphs:
				if e == nil || o.Y == last {
					continue
				}
				last = o.Y
				if out[e] == nil {
					out[e] = map[int]int{}
				}
				out[e][i]++
			}
		}
	}
	return out
}

// TestPagesEndWellAtEveryLength lengthens the text of a paper line by line and looks at the ends of its pages each time.
func TestPagesEndWellAtEveryLength(t *testing.T) {
	words := strings.Repeat("la participation financière de la collectivité est versée en deux fois ", 90)
	party := func(key string) document.Signatory {
		return document.Signatory{Key: key, For: plainText("Pour la commune"), Name: plainText("Mme Camille Exemple"), Quality: plainText("Maire")}
	}
	for n := 20; n < len(words); n += 75 {
		doc := document.Document{ID: "essai", Title: "Convention", Day: "2026-11-23", Blocks: []document.Block{
			document.Article{Number: 1, Title: "Objet"}, document.Paragraph{Number: "1.1", Text: plainText(words[:n])},
			document.Article{Number: 2, Title: "Durée"}, document.Paragraph{Number: "2.1", Text: plainText(words[:700])},
			document.Label{Text: "Annexes"}, document.List{Items: []document.Spans{plainText("la première ;"), plainText("la seconde.")}},
			document.Article{Number: 3, Title: "Litiges"}, document.Paragraph{Number: "3.1", Text: plainText(words[:300])}, document.Paragraph{Number: "3.2", Text: plainText("En deux mots.")},
			document.Signatures{Place: plainText("Fait à Riom"), Parties: []document.Signatory{party("a"), party("b"), party("c")}},
		}}
		r, err := Layout(doc)
		if err != nil {
			t.Fatal(err)
		}
		checkEnds(t, n, r)
	}
}

func checkEnds(t *testing.T, n int, r *Result) {
	lines := counted(r)
	signed := r.Fields[0].Page
	text := 0
	for e, pages := range lines {
		total := 0
		for page, k := range pages {
			total += k
			if page == signed && e.Tag == TagP && !isParty(e) {
				text += k
			}
		}
		for page, k := range pages {
			if e.Tag == TagP && total > 1 && k == 1 {
				t.Errorf("%d letters: a single line of a paragraph on page %d", n, page+1)
			}
			if e.Tag != TagP && len(pages) > 1 {
				t.Errorf("%d letters: a %s is cut by a page", n, e.Tag)
			}
		}
	}
	if text < textBefore+1 { // and the place
		t.Errorf("%d letters: %d lines of text on the page of the signatures", n, text-1)
	}
	for _, f := range r.Fields {
		if f.Page != signed {
			t.Errorf("%d letters: the signatures are on two pages", n)
		}
	}
	last := map[int]*Elem{} // what each page ends with
	for i, p := range r.Pages {
		for _, o := range p.Ops {
			if b, ok := o.(*Begin); ok && b.Elem != nil {
				last[i] = b.Elem
			}
		}
		if e := last[i]; e.Tag == TagH2 || e.Tag == TagH1 || e.Tag == TagLbl {
			t.Errorf("%d letters: page %d ends with a %s", n, i+1, e.Tag)
		}
	}
}

// isParty tells the paragraphs of a signature block, which stand before the field they belong to.
func isParty(e *Elem) bool {
	for i, k := range e.Parent.Kids {
		if k.Elem == e && i+1 < len(e.Parent.Kids) {
			next := e.Parent.Kids[i+1].Elem
			return next != nil && next.Tag == TagForm
		}
	}
	return false
}

// Blocks to sign that no page can hold together go on over pages that say what is signed; blocks that one can hold do not.
func TestSignaturesOverPagesSayWhatIsSigned(t *testing.T) {
	for _, tt := range []struct {
		parties int
		tag     string
		over    bool
	}{{3, "", false}, {24, "", true}, {3, "#signature#", false}, {9, "#signature#", true}} {
		s := document.Signatures{Place: plainText("Fait à Riom")}
		for i := range tt.parties {
			s.Parties = append(s.Parties, document.Signatory{Key: fmt.Sprint("partie-", i), For: plainText("Pour la commune"),
				Name: plainText("Mme Camille Exemple"), Quality: plainText("Maire")})
		}
		r := laid(t, document.Document{SignTag: tt.tag, Blocks: []document.Block{filler(4), s}})
		first := r.Fields[0].Page
		for i, p := range r.Pages {
			signed := slices.ContainsFunc(r.Fields, func(f Field) bool { return f.Page == i })
			again := slices.Contains(said(p, false), "Suite des signatures — Convention de soutien")
			if want := signed && i > first; again != want {
				t.Errorf("%d parties, mark %q: page %d says it again: %v, want %v", tt.parties, tt.tag, i+1, again, want)
			}
			if !signed && i >= first {
				t.Errorf("%d parties, mark %q: nothing to sign on page %d", tt.parties, tt.tag, i+1)
			}
		}
		if over := len(r.Pages) > first+1; over != tt.over {
			t.Errorf("%d parties, mark %q: over pages: %v, want %v", tt.parties, tt.tag, over, tt.over)
		}
	}
}
