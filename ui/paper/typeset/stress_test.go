package typeset

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"appuitechnique/model"
	"appuitechnique/model/document"
)

// stressed returns the dossiers at both ends: one that says everything, at length, of sixty tasks and forty milestones, and
// one that leaves out whatever may be left out.
func stressed() map[string]*model.Dossier {
	full, _ := model.Example("riom")
	for range 3 { // answers open questions
		eachField(full, fillAtLength)
	}
	crowd(&full.Mission)
	hollow, _ := model.Example("grasse")
	eachField(hollow, func(f model.Field) {
		switch {
		case f.IsRequired() || !f.Answered() || f.Kind == model.KindComputed:
		case f.Kind == model.KindRows:
			for len(f.Rows()) > 0 {
				f.Remove(0)
			}
		default:
			_ = f.Set("") // what cannot be emptied stays
		}
	})
	return map[string]*model.Dossier{"plein": full, "creux": hollow}
}

// eachField visits every question that applies, those of the rows after their list.
func eachField(d *model.Dossier, visit func(model.Field)) {
	for _, fiche := range model.Fiches(model.Form(d)) {
		fiche.EachShown(visit)
	}
}

var (
	longLine = strings.TrimSpace(strings.Repeat("Société d’économie mixte d’aménagement du Haut-Pays et de ses vallées, « Cœur de ville » ", 2))
	longText = strings.TrimSpace(strings.Repeat("Le site, inscrit au titre des monuments historiques, couvre 12 500,75 m² en trois îlots ; sa "+
		"reconversion, estimée à 1 234 567,89 € HT, suppose l’accord des bâtiments de France (article L. 621-32 du code du patrimoine), "+
		"la maîtrise du foncier et un anticonstitutionnellement long calendrier.\n- un premier point : https://www.exemple.fr/un/chemin/"+
		"vraiment/tres/long/jusqu/a/la/piece?numero=216303008&annee=2026\n- un second point.\n", 6))
)

// fillAtLength gives the longest answer that a question takes; what a rule refuses is put back.
func fillAtLength(f model.Field) {
	before := f.Text()
	switch f.Kind {
	case model.KindText:
		_ = f.Set(longLine)
	case model.KindLongText:
		_ = f.Set(longText)
	case model.KindRows:
		for len(f.Rows()) < 5 && !strings.HasPrefix(f.ID, "mission.") {
			f.Add("")
		}
		return
	case model.KindChoice, model.KindYesNo:
		if before == "" && len(f.Options) > 0 {
			_ = f.Set(f.Options[len(f.Options)-1].Value)
		}
	case model.KindChoices:
		var all []string
		for _, o := range f.Options {
			all = append(all, o.Value)
		}
		_ = f.Set(strings.Join(all, ","))
	default:
		if before != "" {
			return
		}
		_ = f.Set(map[model.Kind]string{
			model.KindNumber: "12", model.KindQuantity: "12 345,75", model.KindPercent: "8,5", model.KindMoney: "1 234 567,89",
			model.KindDay: "28/02/2027",
		}[f.Kind])
	}
	if f.Problem() != nil {
		_ = f.Set(before)
	}
}

// clipped is the longest line, cut to n bytes.
func clipped(n int) string { return strings.ToValidUTF8(longLine[:min(n, len(longLine))], "") }

// crowd gives a mission sixty tasks and forty milestones.
func crowd(m *model.Mission) {
	phases := model.Phases()
	m.Tasks, m.Milestones = nil, nil
	for i := range 40 {
		m.Milestones = append(m.Milestones, &model.Milestone{
			Row: model.Row{Key: fmt.Sprint("j", i)}, Name: fmt.Sprintf("Jalon n° %d, %s", i+1, clipped(20+4*i)),
			Phase: phases[i%len(phases)].Value, Day: m.Start.AddDays(17 * i), Validator: "comité de pilotage",
		})
	}
	for i := range 60 {
		m.Tasks = append(m.Tasks, &model.Task{
			Row: model.Row{Key: fmt.Sprint("t", i)}, Title: fmt.Sprintf("Tâche n° %d : %s", i+1, clipped(30+3*i)),
			Phase: phases[i%len(phases)].Value, Deliverable: "Rapport d’analyse comparée", Owner: "Expert opérationnel",
			Milestone: m.Milestones[i%40].Key, First: 1 + i%24, Last: min(24, 4+i%24), Load: model.Hundredths(150 + 25*(i%5)),
		})
	}
}

// inEveryState returns a paper as it is printed: a draft, frozen, with the marks of a parapheur, initialled by hand or in
// fields.
func inEveryState(doc document.Document) map[string]document.Document {
	frozen := doc
	frozen.Draft, frozen.Version = false, "v1"
	tagged, initialled := frozen, frozen
	tagged.SignTag, tagged.Initials = "#signature#", 0
	initialled.Initials = 3
	fields := initialled
	fields.Paraphes = true
	return map[string]document.Document{"projet": doc, "v1": frozen, "balises": tagged, "paraphes": initialled, "champs": fields}
}

// eachPaper visits every paper of the dossiers at both ends: in every state when they are left for validators that are not ours
// or when all is to be tried, else each in one or two.
func eachPaper(t *testing.T, dossiers map[string]*model.Dossier, visit func(name string, doc document.Document)) {
	t.Helper()
	states := map[string][]string{"plein": {"balises"}, "creux": {"projet", "champs"}}
	switch {
	case os.Getenv("PAPER_SAMPLES") != "" || os.Getenv("PAPER_LAYOUTS") != "":
		all := []string{"projet", "v1", "balises", "paraphes", "champs"}
		states = map[string][]string{"plein": all, "creux": all}
	case !longestToo:
		states["plein"] = nil
	}
	for name, d := range dossiers {
		for _, id := range document.All() {
			doc, err := document.Compose(d, id)
			if err != nil {
				t.Fatal(err)
			}
			for state, doc := range inEveryState(doc) {
				if slices.Contains(states[name], state) {
					visit(fmt.Sprintf("%s-%s-%s", name, id, state), doc)
				}
			}
		}
	}
}

// TestStressedPapersAreWellSet holds the papers of the dossiers at both ends against what holds for all.
func TestStressedPapersAreWellSet(t *testing.T) {
	fs, err := loadFaces()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	eachPaper(t, stressed(), func(name string, doc document.Document) {
		b, err := build(doc, fs)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, problem := range slices.Concat(
			checkText(b), checkPlaces(b), checkGlyphs(b), checkCuts(b), checkMarks(b.res), checkSigning(b), checkPageEnds(b.res)) {
			t.Errorf("%s: %s", name, problem)
		}
		seen = max(seen, len(b.res.Pages))
	})
	if longestToo && seen < 40 {
		t.Errorf("the longest paper has %d pages: that is no stress", seen)
	}
}

// checkPageEnds verifies that no page ends with a heading, and that who signs finds text above.
func checkPageEnds(r *Result) (problems []string) {
	for i, p := range r.Pages[:len(r.Pages)-1] {
		var last *Elem
		for _, o := range p.Ops {
			if b, ok := o.(*Begin); ok && b.Elem != nil {
				last = b.Elem
			}
		}
		switch {
		case last == nil:
			problems = append(problems, fmt.Sprintf("page %d is empty", i+1))
		case slices.Contains([]Tag{TagH1, TagH2, TagH3, TagCaption, TagTH, TagLbl}, last.Tag) && last.Parent.Parent.Tag != TagTable:
			problems = append(problems, fmt.Sprintf("page %d ends with a %s", i+1, last.Tag))
		}
	}
	for i, f := range r.Fields {
		if f.Paraphe {
			continue
		}
		if slices.ContainsFunc(r.Fields[:i], func(g Field) bool { return g.Page == f.Page-1 && !g.Paraphe }) &&
			slices.ContainsFunc(said(r.Pages[f.Page], false), func(s string) bool { return strings.HasPrefix(s, "Suite des signatures — ") }) {
			continue // blocks that no page could hold together
		}
		above := map[float64]bool{} // baselines
		var open *Begin
		for _, o := range r.Pages[f.Page].Ops {
			switch o := o.(type) {
			case *Begin:
				open = o
			case *Glyphs:
				if open.Elem != nil && !isParty(open.Elem) && o.Y < f.Y {
					above[o.Y] = true
				}
			}
		}
		if len(above) < textBefore {
			problems = append(problems, fmt.Sprintf("%d lines of text above the field %s", len(above), f.Name))
		}
	}
	return problems
}
