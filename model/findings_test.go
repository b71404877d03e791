package model

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// checked is the day on which the tests look at a dossier.
const checked Day = "2026-11-23"

func TestTheDemonstrationsHaveNothingThatBlocks(t *testing.T) {
	for _, name := range ExampleNames() {
		d, _ := Example(name)
		for _, f := range Findings(d, checked) {
			if f.Severity == Blocking {
				t.Errorf("%s: %s %s: %s", name, f.Rule, f.Field, f.Message)
			}
		}
	}
}

// Everything that a finding says can be shown: a question that applies, a sentence, a source, papers.
func TestEveryFindingLeadsToAQuestion(t *testing.T) {
	empty := &Dossier{ID: "vide"}
	fresh := New("neuf", "2026-001", checked)
	for _, d := range []*Dossier{empty, fresh} {
		shown := map[string]bool{}
		for _, fiche := range Fiches(Form(d)) {
			fiche.EachShown(func(f Field) { shown[f.ID] = true })
		}
		list := Findings(d, checked)
		for _, f := range list {
			ends := strings.HasSuffix(f.Message, ".")
			if !shown[f.Field] || !ends || strings.Contains(f.Message, "%!") || strings.Contains(f.Message, "'") || f.Source == "" {
				t.Errorf("%s: finding %+v", d.ID, f)
			}
		}
		if !slices.ContainsFunc(list, func(f Finding) bool { return f.Rule == "R05" }) {
			t.Errorf("%s: no case of eligibility, and R05 is silent", d.ID)
		}
	}
}

func TestFindingsComeInTheOrderOfTheFiches(t *testing.T) {
	d := New("neuf", "2026-001", checked)
	var order []string
	for _, fiche := range Fiches(Form(d)) {
		fiche.Each(func(f Field) { order = append(order, f.ID) })
	}
	last := -1
	for _, f := range Findings(d, checked) {
		at := slices.Index(order, f.Field)
		if at < last {
			t.Fatalf("%s (%s) comes after question %s", f.Field, f.Rule, order[last])
		}
		last = at
	}
}

// A question has one voice.
func TestARuleSpeaksInPlaceOfItsQuestion(t *testing.T) {
	riom := func(change func(*Dossier)) []Finding {
		d, _ := Example("riom")
		change(d)
		return Findings(d, checked)
	}
	at := func(list []Finding, field string) (out []string) {
		for _, f := range list {
			if f.Field == field {
				out = append(out, f.Rule+" "+string(f.Severity))
			}
		}
		return out
	}
	for _, tt := range []struct {
		name, field string
		change      func(*Dossier)
		want        []string
	}{
		{"missing, no rule speaks", "town.address", func(d *Dossier) { d.Town.Address = "" }, []string{" bloquant"}},
		{"missing, a blocking rule speaks", "study.provider", func(d *Dossier) { d.Study.Provider = "" }, []string{"R23 bloquant"}},
		{"missing though required, a rule to confirm blocks", "group.care", func(d *Dossier) { d.Group.Care = "" },
			[]string{"R45 bloquant"}},
		{"missing and free, a rule to confirm", "prior.staffDay", func(d *Dossier) { d.Prior.StaffDay = "" },
			[]string{"R72 a-confirmer"}},
		{"outside its bounds, a rule speaks", "mission.months", func(d *Dossier) { d.Mission.Months = 25 }, []string{"R32 bloquant"}},
		{"unreadable, the question speaks", "mission.months", func(d *Dossier) {
			f, _ := FieldAt(Form(d), &d.Mission.Months)
			_ = f.Set("deux ans")
		}, []string{" bloquant"}},
		{"not a valid number", "group.siret", func(d *Dossier) { d.Group.SIRET = "123" }, []string{" bloquant"}},
	} {
		if got := at(riom(tt.change), tt.field); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// What a rule says in place of its question still concerns every paper that prints the answer.
func TestAFindingConcernsItsPapers(t *testing.T) {
	for _, tt := range []struct {
		name            string
		change          func(*Dossier)
		rule            string
		roadmap, agreed bool // when the paper prints the answer
		alone           bool // the support agreement, when it does not print it
	}{
		{"no rule, an answer missing", func(d *Dossier) { d.Town.Address = "" }, "", true, true, false},
		{"a rule, its answer missing", func(d *Dossier) { d.Study.Stakes = "" }, "R21", true, true, true},
		{"a rule on a given answer", func(d *Dossier) { d.Exclusions.ORI = Yes }, "R15", false, true, true},
		{"a rule of one paper", func(d *Dossier) { d.Expert.PublicShare = ref(Rate(76_00)) }, "R63", false, false, false},
	} {
		d, _ := Example("riom")
		tt.change(d)
		list := Findings(d, checked)
		i := slices.IndexFunc(list, func(f Finding) bool { return f.Severity == Blocking })
		if i < 0 || list[i].Rule != tt.rule {
			t.Fatalf("%s: %+v, want %q", tt.name, list, tt.rule)
		}
		f := list[i]
		if f.Concerns(PaperRoadmap, true) != tt.roadmap || f.Concerns(PaperRoadmap, false) ||
			f.Concerns(PaperSupport, true) != tt.agreed || f.Concerns(PaperSupport, false) != tt.alone {
			t.Errorf("%s: concerns the wrong papers: %+v", tt.name, f)
		}
	}
}

// Whatever is typed, imported or left out, a dossier can be checked, computed and explained.
func TestNoDossierIsTooOddToCheck(t *testing.T) {
	typed := []string{"", "0", "1", "24", "999999", "12,5", "1 234,50 €", "99 999 999 999,99", "29/02/2028", "1er janvier 1900",
		"31/12/2199", "oui", "yes", "no", "commune", "epci", "devis", "estimation", "assujetti", "ouvres", "trentieme", "ht", "non", "🙂",
		"63300", "l’ORI", "totalite", "100", "-4"}
	r := rand.New(rand.NewPCG(7, 7))
	for range 60 {
		d, _ := Example(ExampleNames()[r.IntN(4)])
		for _, fiche := range Fiches(Form(d)) {
			fiche.Each(func(f Field) {
				if r.IntN(3) > 0 {
					_ = f.Set(typed[r.IntN(len(typed))]) // what cannot be read is a finding
				}
			})
		}
		list := Findings(d, checked)
		for _, id := range Explained() {
			if e, ok := Explain(d, id); ok && strings.Contains(e.Formula, "%!") {
				t.Errorf("%s: %q", id, e.Formula)
			}
		}
		for _, f := range list {
			if f.Field == "" || strings.Contains(f.Message, "%!") || strings.Contains(f.Message, "<nil>") {
				t.Fatalf("finding %+v", f)
			}
		}
	}
}

func TestAProblemInARowNamesItsLine(t *testing.T) {
	d, _ := Example("riom")
	d.Mission.Tasks[1].Deliverable = ""
	for _, f := range Findings(d, checked) {
		if f.Severity == Blocking {
			want := "Tâches de l’expert, ligne 2, Livrable — À compléter."
			if f.Message != want || f.Field != "mission.tasks["+d.Mission.Tasks[1].Key+"].deliverable" {
				t.Errorf("finding %+v, want %q", f, want)
			}
			return
		}
	}
	t.Error("a deliverable is missing and nothing says so")
}

func BenchmarkFindings(b *testing.B) {
	d, _ := Example("bastia")
	for b.Loop() {
		Findings(d, checked)
	}
}
