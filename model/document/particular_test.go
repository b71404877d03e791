package document

import (
	"slices"
	"strings"
	"testing"

	"appuitechnique/model"
)

// conventions are the papers whose articles a clause may change.
var conventions = []model.Paper{model.PaperSupport, model.PaperSecondment}

func withClauses(t *testing.T, list ...*model.Clause) *model.Dossier {
	t.Helper()
	d, ok := model.Example("riom")
	if !ok {
		t.Fatal("no demonstration riom")
	}
	d.Clauses.List = list
	return d
}

func composed(t *testing.T, d *model.Dossier, id model.Paper) (Document, string) {
	t.Helper()
	doc, err := Compose(d, id)
	if err != nil {
		t.Fatal(err)
	}
	checkOrphans(t, "riom", doc)
	return doc, doc.Text()
}

// Any article can be replaced or left out: nothing else of the paper moves, and the standard text comes back with the clause
// removed.
func TestEveryArticleCanBeReplacedAndComesBack(t *testing.T) {
	for _, id := range conventions {
		_, standard := composed(t, withClauses(t), id)
		for _, a := range model.StandardArticles(id) {
			for _, deed := range []model.ClauseDeed{model.ClauseReplaces, model.ClauseRemoves} {
				c := &model.Clause{Row: model.Row{Key: "k"}, Paper: id, Deed: deed, Article: a.Value, Text: "Un alinéa propre à Riom.\nUn autre :\n- un point ;\n- un second."}
				d := withClauses(t, c)
				doc, text := composed(t, d, id)
				w, _, err := compose(d, id)
				if err != nil || len(w.wrong) > 0 {
					t.Fatalf("%s, %s %s: %v, %v", id, deed, a.Value, w.wrong, err)
				}
				if got, want := articles(doc), len(model.StandardArticles(id)); got != want {
					t.Errorf("%s, %s %s: %d articles, want %d", id, deed, a.Value, got, want)
				}
				own := strings.Contains(text, "Un alinéa propre à Riom.")
				if own != (deed == model.ClauseReplaces) || strings.Contains(text, "(supprimé)") == own {
					t.Errorf("%s, %s %s: the clause is not as asked", id, deed, a.Value)
				}
				if text == standard {
					t.Errorf("%s, %s %s: nothing changed", id, deed, a.Value)
				}
			}
		}
		if _, again := composed(t, withClauses(t), id); again != standard {
			t.Errorf("%s: the standard text does not come back", id)
		}
	}
}

func articles(doc Document) (n int) {
	for _, b := range doc.Blocks {
		if _, ok := b.(Article); ok {
			n++
		}
	}
	return n
}

// A variable prints the answer and leads to its question; one without an answer is a hole, that is named.
func TestAVariableOfAClausePrintsTheAnswer(t *testing.T) {
	c := &model.Clause{Row: model.Row{Key: "k"}, Paper: model.PaperSupport, Title: "Accès", Text: "Pendant {mission.months} mois, {project.title}."}
	d := withClauses(t, c)
	_, text := composed(t, d, model.PaperSupport)
	if want := frenchText("Accès. Pendant 24 mois, " + d.Project.Title + "."); d.Mission.Months != 24 || !strings.Contains(text, want) {
		_, from, _ := strings.Cut(text, "Clauses particulières")
		t.Errorf("the clause does not read %q but %q", want, from[:min(len(from), 300)])
	}
	if holes := Holes(d)[model.PaperSupport]; len(holes) > 0 {
		t.Errorf("holes: %v", holes)
	}
	d.Mission.Months = 0
	if !slices.Contains(Holes(d)[model.PaperSupport], "mission.months") {
		t.Error("an unanswered variable is no hole")
	}
	if places := Uses(d)["mission.months"]; !slices.ContainsFunc(places, func(u Use) bool { return strings.HasSuffix(u.Heading, "Clauses particulières") }) {
		t.Error("the clause is no place that the duration feeds")
	}
}

// What no question knows, or no longer asks, is a hole that leads to the clause.
func TestABrokenVariableIsAHole(t *testing.T) {
	for _, text := range []string{"Voir {nulle.part}.", "Voir {signatories.delegate.lastName}.", "Voir {"} {
		c := &model.Clause{Row: model.Row{Key: "k"}, Paper: model.PaperSupport, Deed: model.ClauseReplaces, Article: "communication", Text: text}
		d := withClauses(t, c)
		_, printed := composed(t, d, model.PaperSupport)
		if !strings.Contains(printed, "[à compléter") || !slices.Contains(Holes(d)[model.PaperSupport], "clauses.list[k].text") {
			t.Errorf("%s leaves no hole", text)
		}
	}
}

// The review sheet shows the standard text beside what stands in its place, and says nothing where nothing departs.
func TestTheReviewSheetShowsWhatDeparts(t *testing.T) {
	_, before := composed(t, withClauses(t), model.PaperRecap)
	c := &model.Clause{Row: model.Row{Key: "k"}, Paper: model.PaperSecondment, Deed: model.ClauseReplaces, Article: "absence",
		Text: "Le remplaçant arrive sous {secondment.replaceDays} jours."}
	d := withClauses(t, c)
	_, after := composed(t, d, model.PaperRecap)
	if strings.Contains(before, "Écarts avec le texte type") || !strings.Contains(after, "11 Écarts avec le texte type") {
		t.Error("the section is not there, or is there for nothing")
	}
	standard, err := Compose(withClauses(t), model.PaperSecondment)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range articleText(standard, "Indisponibilité et remplacement") {
		if !strings.Contains(after, line) {
			t.Errorf("the standard text %q is not shown", line)
		}
	}
	if _, own, _ := strings.Cut(after, "Texte retenu"); !strings.Contains(own, "Le remplaçant arrive sous ") || strings.Contains(own, "{") {
		t.Errorf("the text that is kept is not shown: %q", own)
	}
}

// articleText is what the paragraphs of an article say.
func articleText(doc Document, title string) []string {
	var out []string
	in := false
	for _, b := range doc.Blocks {
		if a, ok := b.(Article); ok {
			in = a.Title == title
		}
		if p, ok := b.(Paragraph); ok && in {
			out = append(out, p.Text.String())
		}
	}
	return out
}

func TestEveryStandardArticleIsWritten(t *testing.T) {
	for _, list := range [][]clause{supportClauses(), secondmentClauses()} {
		if len(list) != 19 {
			t.Errorf("%d articles", len(list))
		}
		for _, c := range list {
			if c.write == nil || c.title == "" {
				t.Errorf("nothing writes the article %s", c.key)
			}
		}
	}
}
