package model

import (
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
