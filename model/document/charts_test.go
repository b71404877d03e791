package document

import (
	"strings"
	"testing"

	"appuitechnique/model"
)

func TestScalesAreRoundAndHoldAllValues(t *testing.T) {
	for _, tt := range []struct {
		values []model.Cents
		want   string
	}{
		{nil, "0 € 1 €"},
		{[]model.Cents{0, 100}, "0 € 1 €"},
		{[]model.Cents{10_46, 8_00}, "0 € 5 € 10 € 15 €"},
		{[]model.Cents{-51_516_00, 44_000_00}, "−60 000 € −40 000 € −20 000 € 0 € 20 000 € 40 000 € 60 000 €"},
		{[]model.Cents{-1}, "−1 € 0 €"},
		{[]model.Cents{1_200_000_00}, "0 € 500 000 € 1 000 000 € 1 500 000 €"},
	} {
		var labels []string
		scale := scaleOf(tt.values, euros)
		for _, tick := range scale {
			labels = append(labels, tick.Label)
		}
		if got := plainSpaces(strings.Join(labels, " ")); got != tt.want {
			t.Errorf("%v: scale %s, want %s", tt.values, got, tt.want)
		}
		for _, v := range tt.values {
			if inUnits(v) < scale[0].Value || inUnits(v) > scale[len(scale)-1].Value {
				t.Errorf("%v: %s stands out of the scale", tt.values, v)
			}
		}
	}
}

func plainSpaces(s string) string { return strings.NewReplacer(wide, " ", narrow, " ").Replace(s) }

// The curve of the note de calcul shows the advance that the dossier computes, on its day and no other, and its steps end
// where the money does.
func TestTheCurveNamesTheWorstDay(t *testing.T) {
	for _, name := range model.ExampleNames() {
		d, _ := model.Example(name)
		cash, ok := d.Cash()
		if !ok {
			t.Fatalf("%s has no cash curve", name)
		}
		c := drawnCurve(t, d)
		var named []string
		for _, s := range c.Steps {
			if s.Label != "" {
				named = append(named, s.Label)
				if s.Value != inUnits(cash.Worst) {
					t.Errorf("%s: the worst step is %g, want %g", name, s.Value, inUnits(cash.Worst))
				}
			}
		}
		if want := frenchText(cash.Worst.String() + " le " + cash.On.String()); len(named) != 1 || named[0] != want {
			t.Errorf("%s: the curve names %q, want %q", name, named, want)
		}
		if got, want := c.Steps[len(c.Steps)-1].Value, inUnits(cash.Months[len(cash.Months)-1].Balance); got != want {
			t.Errorf("%s: the curve ends at %g, want %g", name, got, want)
		}
		if !strings.Contains(c.Alt, frenchText((-cash.Worst).String())) {
			t.Errorf("%s: who cannot see the curve does not hear the advance: %s", name, c.Alt)
		}
	}
}

func drawnCurve(t *testing.T, d *model.Dossier) Curve {
	t.Helper()
	doc, err := Compose(d, model.PaperCalculation)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range doc.Blocks {
		if c, ok := b.(Curve); ok {
			return c
		}
	}
	t.Fatal("the note de calcul has no curve")
	return Curve{}
}

// What the bars show is what the model computes: the months of the plan, the years of the budget.
func TestTheBarsAreTheFiguresOfTheDossier(t *testing.T) {
	for _, name := range model.ExampleNames() {
		d, _ := model.Example(name)
		doc, err := Compose(d, model.PaperCalculation)
		if err != nil {
			t.Fatal(err)
		}
		var drawn []Bars
		for _, b := range doc.Blocks {
			if b, ok := b.(Bars); ok {
				drawn = append(drawn, b)
			}
		}
		if len(drawn) != 2 {
			t.Fatalf("%s: %d drawings with bars, want the loads and the budget", name, len(drawn))
		}
		for i, m := range d.MonthLoads() {
			if got := drawn[0].Series[0].Values[i].Value; got != inUnits(m.Load) {
				t.Errorf("%s: month %d is drawn %g, want %s", name, i+1, got, m.Load)
			}
			if got := drawn[0].Limit.Values[i].Value; got != inUnits(m.Capacity) {
				t.Errorf("%s: the capacity of month %d is drawn %g, want %s", name, i+1, got, m.Capacity)
			}
		}
		years, _ := d.BudgetYears()
		for i, y := range years {
			if s := drawn[1].Series; s[0].Values[i].Value != inUnits(y.Expense) || s[1].Values[i].Value != inUnits(y.Revenue) {
				t.Errorf("%s: %d is drawn otherwise than it is computed", name, y.Year)
			}
		}
	}
}
