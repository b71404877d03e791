package model

import (
	"strings"
	"testing"
)

// A file may hold any figure. What could not be typed blocks, once, at its own question, and nothing is computed from it.
func TestFiguresThatCannotBeTypedBlock(t *testing.T) {
	const far = 9_000_000_000_000_000_000
	for _, c := range []struct {
		field  string
		change func(d *Dossier)
		says   string
	}{
		{"terms.ceiling", func(d *Dossier) { d.Terms.Ceiling = ref(Cents(-500)) }, "négatif"},
		{"terms.rate", func(d *Dossier) { d.Terms.Rate = ref(Rate(-1)) }, "négatif"},
		{"cost.quoteWages", func(d *Dossier) { d.Cost.QuoteWages = ref(Cents(-1)) }, "négatif"},
		{"cost.quoteWages", func(d *Dossier) { d.Cost.QuoteWages = ref(Cents(mostCents + 1)) }, "trop grand"},
		{"cost.quoteWages", func(d *Dossier) { d.Cost.QuoteWages = ref(Cents(far)) }, "trop grand"},
		{"cost.indirect", func(d *Dossier) { d.Cost.Indirect = ref(Cents(-1)) }, "négatif"},
		{"cost.dues", func(d *Dossier) { d.Cost.Dues = ref(Cents(-1)) }, "négatif"},
		{"project.budget", func(d *Dossier) { d.Project.Budget = -1 }, "négatif"},
		{"town.population", func(d *Dossier) { d.Town.Population = -1 }, "négatif"},
		{"town.population", func(d *Dossier) { d.Town.Population = mostNumber + 1 }, "trop grand"},
		{"mission.tasks[tache-p4].load", func(d *Dossier) { d.Mission.Tasks[0].Load = -50 }, "négatif"},
		{"mission.tasks[tache-p4].load", func(d *Dossier) { d.Mission.Tasks[0].Load = far }, "trop grand"},
	} {
		d, _ := Example("riom")
		if f, ok := d.Funding(); !ok || f.First <= 0 {
			t.Fatalf("the example has no funding: %+v", f)
		}
		c.change(d)
		said := 0
		for _, f := range Findings(d, checked) {
			if f.Field == c.field && f.Severity == Blocking && strings.Contains(f.Message, c.says) {
				said++
			}
		}
		if said != 1 {
			t.Errorf("%s: said %d times, want one that says %q: %v", c.field, said, c.says, Findings(d, checked))
		}
		whole := strings.HasPrefix(c.field, "terms") || strings.HasPrefix(c.field, "cost")
		if f, ok := d.Funding(); ok == whole {
			t.Errorf("%s: funding %v %+v", c.field, ok, f)
		}
	}
}

// The largest figures that can be typed are accepted as they stand.
func TestFiguresAtTheirBounds(t *testing.T) {
	var c Cents = mostCents
	r, n, p, q, zero := Rate(mostRate), mostNumber, &c, Hundredths(mostCents), Rate(0)
	rate, none := &r, &zero
	for _, f := range []Field{Money("", &c), MoneyOrZero("", &p), Percent("", &rate), Percent("", &none), Number("", &n), Quantity("", "", &q)} {
		if err := f.Problem(); err != nil {
			t.Errorf("kind %d at %s: %v", f.Kind, f.Text(), err)
		}
		if err := f.Set(f.Text()); err != nil {
			t.Errorf("kind %d: %s cannot be typed again: %v", f.Kind, f.Text(), err)
		}
	}
}

func TestYearsOutOfRangeBlock(t *testing.T) {
	for day, wrong := range map[Day]bool{"0000-01-01": true, "1899-12-31": true, "1900-01-01": false, "2199-12-31": false, "2200-01-01": true} {
		if err := DayField("", &day).Problem(); (err != nil) != wrong {
			t.Errorf("%s: %v", day, err)
		}
	}
	d, _ := Example("riom")
	d.Mission.Start = "2200-01-04"
	found := false
	for _, f := range Findings(d, checked) {
		found = found || f.Field == "mission.start" && strings.Contains(f.Message, "1900 et 2199")
	}
	if !found {
		t.Errorf("nothing is said of the year 2200: %v", Findings(d, checked))
	}
}

// An answer of several that is not proposed, or that comes twice, blocks as that of one does.
func TestUnknownChoicesBlock(t *testing.T) {
	for _, c := range []struct {
		field, says string
		change      func(d *Dossier)
	}{
		{"project.kinds", "plus proposée", func(d *Dossier) { d.Project.Kinds = []ProjectKind{KindWasteland, "zzz"} }},
		{"project.kinds", "deux fois", func(d *Dossier) { d.Project.Kinds = []ProjectKind{KindWasteland, KindStation, KindWasteland} }},
		{"mission.tasks[tache-p4].sides", "plus proposée", func(d *Dossier) { d.Mission.Tasks[0].Sides = []Side{"zzz"} }},
	} {
		d, _ := Example("riom")
		c.change(d)
		found := false
		for _, f := range Findings(d, checked) {
			found = found || f.Field == c.field && f.Severity == Blocking && strings.Contains(f.Message, c.says)
		}
		if !found {
			t.Errorf("%s: nothing says %q: %v", c.field, c.says, Findings(d, checked))
		}
	}
}
