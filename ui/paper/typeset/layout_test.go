package typeset

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"appuitechnique/model/document"
)

// TestAnyPaperIsWellSet lays out papers made at random and checks what holds for all: every word is there, in order, in
// its column, drawn by its font, and pages are cut only where they may be.
func TestAnyPaperIsWellSet(t *testing.T) {
	fs, err := loadFaces()
	if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(layouts) {
		doc := newMaker(seed).document()
		b, err := build(doc, fs)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		for _, problem := range slices.Concat(
			checkText(b), checkPlaces(b), checkGlyphs(b), checkCuts(b), checkMarks(b.res), checkSigning(b)) {
			t.Errorf("seed %d: %s", seed, problem)
		}
		if t.Failed() {
			t.Fatalf("stopped at seed %d", seed)
		}
	}
}

// checkText compares what is read aloud with what the document says.
func checkText(b *builder) (problems []string) {
	want := reader{look: b.look, tag: b.doc.SignTag}
	want.say(b.look.title, plainText(b.name()))
	want.say(b.subtitle, plainText(b.doc.Subtitle))
	if len(b.res.Links) > 0 {
		want.say(b.label, plainText("SOMMAIRE"))
		for _, m := range b.res.Bookmarks {
			if m.Level == 0 && len(b.tocEntry.text(m.Title, 300)) > 0 {
				want.say(b.tocEntry, plainText(m.Title), plainText(strconv.Itoa(m.Page+1)))
			}
		}
	}
	var charts []document.Block
	for _, bl := range b.doc.Blocks {
		switch bl.(type) {
		case document.Gantt, document.Curve, document.Bars:
			charts = append(charts, bl)
		}
		want.block(bl)
	}
	var got, drawings []string
	drawn := figures(b.res.Root)
	got = append(got, spokenBut(b.res, drawn)...)
	for _, f := range drawn {
		drawings = append(drawings, strings.Join(spoken(&Result{Pages: b.res.Pages, Root: f}), ""))
	}
	if g, w := strings.Join(got, "|"), strings.Join(want.out, "|"); g != w {
		problems = append(problems, "text differs: "+around(g, w))
	}
	for i, chart := range charts {
		rd := reader{look: b.look}
		rd.chart(chart)
		for _, want := range rd.out {
			if !strings.Contains(drawings[i], want) {
				problems = append(problems, "chart lacks "+want)
			}
		}
	}
	return problems
}

func figures(e *Elem) (out []*Elem) {
	for _, k := range e.Kids {
		if k.Elem != nil && k.Elem.Tag == TagFigure {
			out = append(out, k.Elem)
		} else if k.Elem != nil {
			out = append(out, figures(k.Elem)...)
		}
	}
	return out
}

// spokenBut leaves the drawings out.
func spokenBut(r *Result, drawings []*Elem) []string {
	kept := map[*Elem][]Kid{}
	for _, d := range drawings {
		kept[d] = d.Kids
		d.Kids = nil
	}
	defer func() {
		for d, k := range kept {
			d.Kids = k
		}
	}()
	return spoken(r)
}

func around(got, want string) string {
	g, w := []rune(got), []rune(want)
	i := 0
	for i < len(g) && i < len(w) && g[i] == w[i] {
		i++
	}
	cut := func(r []rune) string { return string(r[max(0, i-30):min(len(r), i+50)]) }
	return "got …" + cut(g) + "… want …" + cut(w) + "…"
}

// checkPlaces finds what lies outside the column or the page.
func checkPlaces(b *builder) (problems []string) {
	const slack = .05
	for i, p := range b.res.Pages {
		inText := false
		for _, o := range p.Ops {
			switch o := o.(type) {
			case *Begin:
				inText = o.Elem != nil
			case *Glyphs:
				if o.Angle != 0 {
					continue
				}
				if o.X < leftEdge-slack || o.X+o.Width > rightEdge+slack || math.IsNaN(o.X+o.Width) {
					problems = append(problems, "outside the column: "+string(o.Runes))
				}
				if inText && (o.Y-.3*o.Size < b.pageTop(i)-slack || o.Y+.2*o.Size > bottomEdge+slack) {
					problems = append(problems, "outside the page: "+string(o.Runes))
				}
				if len(o.Runes) != len(o.Adv) {
					problems = append(problems, "runes without advance: "+string(o.Runes))
				}
			case *Fill:
				if o.X < leftEdge-slack || o.X+o.W > rightEdge+slack || o.Y+o.H > pageHeight || o.H < 0 || o.W < 0 {
					problems = append(problems, "a filled box stands out")
				}
				if i > 0 && o.W > 8 && o.Y < topEdge+yearBand+monthBand-1 && slices.Contains(phases[:], o.Color) && o.Color != accent {
					problems = append(problems, "a bar stands in the head of its chart")
				}
			}
		}
	}
	return problems
}

func checkGlyphs(b *builder) (problems []string) {
	for _, p := range b.res.Pages {
		for _, o := range p.Ops {
			g, ok := o.(*Glyphs)
			if !ok {
				continue
			}
			for _, r := range g.Runes {
				if !g.Face.Has(r) {
					problems = append(problems, "no glyph for "+string(r)+" in "+g.Face.Name)
				}
			}
		}
	}
	return problems
}

// checkCuts verifies that a page ends after a strip that must keep with the next only where the group is taller than a
// page.
func checkCuts(b *builder) (problems []string) {
	room := bottomEdge - firstTopEdge
	var pages []int // of the strips
	for _, p := range b.placed {
		if !p.again {
			pages = append(pages, p.page)
		}
	}
	if len(pages) != len(b.strips) {
		return []string{"strips were lost"}
	}
	for i := range len(pages) - 1 {
		if pages[i+1] > pages[i]+1 || pages[i+1] < pages[i] {
			problems = append(problems, "an empty page")
		}
		if pages[i] == pages[i+1] || !b.strips[i].keep || b.strips[i+1].newPage {
			continue
		}
		first, last := i, i+1
		for first > 0 && b.strips[first-1].keep && !b.strips[first].newPage {
			first--
		}
		for last < len(b.strips)-1 && b.strips[last].keep && !b.strips[last+1].newPage {
			last++
		}
		if h := height(b.strips[first:last+1], true); h <= room-b.headOf(first) {
			problems = append(problems, "a page cuts a group that fits on one")
		}
	}
	return problems
}

func (b *builder) headOf(i int) float64 {
	if h := b.strips[i].head; h != nil {
		return h.height
	}
	return 0
}

// checkMarks verifies that content is opened and closed in turn and known to the structure tree, once.
func checkMarks(r *Result) (problems []string) {
	seen := map[Kid]bool{}
	var walk func(e *Elem)
	walk = func(e *Elem) {
		for _, k := range e.Kids {
			switch {
			case k.Elem != nil && k.Elem.Parent != e:
				problems = append(problems, "an element does not know its parent")
			case k.Elem != nil:
				walk(k.Elem)
			case k.Field == 0 && k.Link == 0:
				if seen[k] {
					problems = append(problems, "content twice in the tree")
				}
				seen[k] = true
			}
		}
	}
	walk(r.Root)
	for i, p := range r.Pages {
		open := false
		for _, o := range p.Ops {
			switch o := o.(type) {
			case *Begin:
				if open {
					problems = append(problems, "nested content")
				}
				open = true
				k := Kid{Page: i, ID: o.ID}
				if o.Elem != nil && !seen[k] {
					problems = append(problems, "content unknown to the tree")
				}
				if o.Elem != nil {
					delete(seen, k)
				}
			case *End:
				open = false
			default:
				if !open {
					problems = append(problems, "something painted outside any content")
				}
			}
		}
	}
	if len(seen) > 0 {
		problems = append(problems, "the tree names content that no page has")
	}
	return problems
}

// checkSigning verifies that every field lies within its page and has a name of its own.
func checkSigning(b *builder) (problems []string) {
	names := map[string]bool{}
	for _, f := range b.res.Fields {
		if names[f.Name] {
			problems = append(problems, "two fields are called "+f.Name)
		}
		names[f.Name] = true
		low := bottomEdge
		if f.Paraphe {
			low = pageHeight - 10*mm
		}
		if f.Page < 0 || f.Page >= len(b.res.Pages) || f.Y+f.H > low+.1 || f.X+f.W > rightEdge+.1 {
			problems = append(problems, "field "+f.Name+" stands out")
		}
	}
	return problems
}

func TestEveryFaceDrawsAllOfASCII(t *testing.T) {
	fs, err := loadFaces()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []*Face{fs.serif, fs.serifBold, fs.serifItalic, fs.sans, fs.sansBold} {
		for r := ' '; r <= '~'; r++ {
			if !f.Has(r) {
				t.Errorf("%s lacks %q", f.Name, r)
			}
		}
	}
}
