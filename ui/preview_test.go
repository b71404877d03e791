package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
	"appuitechnique/ui/paper/screen"
	"appuitechnique/ui/paper/typeset"
)

// pageText is the text of a paper, as it is painted.
func pageText(r *typeset.Result) string {
	var b strings.Builder
	for _, p := range r.Pages {
		for _, o := range p.Ops {
			if g, ok := o.(*typeset.Glyphs); ok {
				b.WriteString(string(g.Runes))
			}
		}
	}
	return plainSpaces(b.String())
}

// tapSpot presses the middle of a place of the paper that view shows.
func tapSpot(t *testing.T, view *screen.Preview, r *typeset.Result, s typeset.Spot) {
	t.Helper()
	for _, o := range test.LaidOutObjects(view) {
		pages, ok := o.(fyne.Tappable)
		if !ok || fmt.Sprintf("%T", o) != "*screen.column" {
			continue
		}
		const gap = 16
		scale := view.Scale()
		w, h := float32(r.Width)*scale, float32(r.Height)*scale
		left, top := max((o.Size().Width-w)/2, gap), gap+float32(s.Page)*(h+gap)
		pages.Tapped(&fyne.PointEvent{Position: fyne.NewPos(left+float32(s.X+s.W/2)*scale, top+float32(s.Y+s.H/2)*scale)})
		return
	}
	t.Fatal("the preview shows no pages")
}

func TestThePreviewFollowsWhatIsTyped(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	e := s.editor
	e.showFiche("mission.duration")
	e.panel.show(tabPreview)
	p := e.panel.preview
	if p.result == nil || len(p.papers) < 2 {
		t.Fatalf("the fiche of the duration feeds %v", p.papers)
	}
	write(t, s, "mission.place", " et place de la Fédération")
	if !strings.Contains(pageText(p.result), "place de la Fédération") {
		t.Error("what is typed is not on the paper")
	}
	if got := p.result.Places("mission.place"); len(got) == 0 {
		t.Error("the question that is typed in has no place on the paper")
	}
	e.panel.show(tabWhy)
	before := p.result
	write(t, s, "mission.place", ".")
	if p.result != before {
		t.Error("a paper that is not shown was laid out")
	}
}

func TestAWordOfThePreviewLeadsToItsQuestion(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	e := s.editor
	e.showFiche("mission.duration")
	e.panel.show(tabPreview)
	p := e.panel.preview
	places := p.result.Places("contacts.lead.name")
	if len(places) == 0 {
		places = p.result.Places("project.title")
	}
	to := places[0]
	tapSpot(t, p.view, p.result, to)
	if !slices.Contains(to.From, e.field) || !focused(s, e.field) {
		t.Fatalf("the word leads to %q with the keyboard in %T, want one of %v", e.field, s.canvas.Focused(), to.From)
	}
	if e.paper != p.shown.paper || e.panel.tab != tabPreview {
		t.Errorf("the panel turned to %s, paper %s", e.panel.tab, e.paper)
	}
}

func TestTheFicheChoosesThePaperAndSoDoesThePerson(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	e := s.editor
	e.showFiche("mission.duration")
	e.panel.show(tabPreview)
	p := e.panel.preview
	p.pick.Open()
	i := slices.IndexFunc(p.pick.Offered(), func(item kit.Item) bool { return item.Value == string(model.PaperSecondment) })
	if i < 0 {
		t.Fatalf("the convention is not offered among %v", p.pick.Offered())
	}
	p.pick.Pick(i)
	if e.paper != model.PaperSecondment || p.result.Document.ID != model.PaperSecondment {
		t.Errorf("the preview shows %s", e.paper)
	}
	e.showFiche("mission.milestones")
	if !slices.Contains(p.papers, e.paper) {
		t.Errorf("the preview shows %s, which the milestones do not feed", e.paper)
	}
	e.showFiche("mission.duration")
	if e.paper != model.PaperSecondment {
		t.Errorf("the choice was forgotten: %s", e.paper)
	}
}

func TestUsedInNamesThePageAndGoesThere(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	e := s.editor
	e.goTo("mission.months")
	var lines []*kit.Line
	for _, o := range test.LaidOutObjects(e.panel.body) {
		if line, ok := o.(*kit.Line); ok {
			lines = append(lines, line)
		}
	}
	if !says(s, "Article 3 – Entrée en vigueur et durée, p. ") {
		t.Error("the panel does not name the page of the article")
	}
	for _, u := range e.usesOf("mission.months") {
		r := e.pagesOf(u.Paper)
		at := placeOf(r, "mission.months", u)
		printed := slices.ContainsFunc(r.Places("mission.months"), func(s typeset.Spot) bool { return s.Box == at.Box && s.Page == at.Page })
		heading := 0 // above the first heading: the top of the paper
		if u.Block >= 0 {
			heading = r.Blocks[u.Block].Page
		}
		if !printed && at.Page != heading {
			t.Errorf("%s, %s: page %d is neither the answer nor the heading", u.Paper, u.Heading, at.Page)
		}
	}
	test.Tap(lines[len(lines)-1])
	if last := e.usesOf("mission.months"); e.panel.tab != tabPreview || e.paper != last[len(last)-1].Paper {
		t.Errorf("the last place leads to %s, %s", e.panel.tab, e.paper)
	}
}
