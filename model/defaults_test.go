package model

import "testing"

func TestEveryDefaultIsMarkedAndAnswersAQuestion(t *testing.T) {
	d := New("id", "2026-001", "2026-03-12")
	asked := map[string]Field{}
	for _, f := range Index(Form(d)) {
		asked[f.ID] = f
	}
	if len(d.Marks.Origins) < 40 {
		t.Errorf("%d defaults, want the scheme's and those of the usual cost", len(d.Marks.Origins))
	}
	for id, o := range d.Marks.Origins {
		f, ok := asked[id]
		switch {
		case !ok:
			t.Errorf("default %q answers no question", id)
		case o != OriginDefault || f.Origin() != OriginDefault:
			t.Errorf("%s has origin %q, want par défaut", id, f.Origin())
		case f.Problem() != nil:
			t.Errorf("%s = %q: %v", id, f.String(), f.Problem())
		}
	}
}

func TestWhatHasNoDefaultStaysUnanswered(t *testing.T) {
	d := New("id", "2026-001", "2026-03-12")
	for _, f := range Index(Form(d)) {
		if f.Kind == KindComputed {
			continue
		}
		if _, marked := d.Marks.Origins[f.ID]; f.Answered() != marked {
			t.Errorf("%s = %q, marked by default: %v", f.ID, f.Text(), marked)
		}
	}
}

func TestTypingOverADefaultMakesItTyped(t *testing.T) {
	d := New("id", "2026-001", "2026-03-12")
	f, _ := FieldAt(Form(d), &d.Cost.Salary)
	if err := f.Set("48 000 €"); err != nil {
		t.Fatal(err)
	}
	if f.Origin() != OriginTyped || d.Cost.Salary != 48_000_00 {
		t.Errorf("got %v, %q, want 48 000 €, saisi", d.Cost.Salary, f.Origin())
	}
}

// The defaults are those of the worked example: 3 977,00 € a month. (domain §5.1)
func TestDefaultsCostWhatTheDomainSays(t *testing.T) {
	d := New("id", "2026-001", "2026-03-12")
	lines, ok := d.MonthlyCost()
	if !ok || lines.Total() != 3_977_00 {
		t.Errorf("got %v, %v, want 3 977,00 €", lines.Total(), ok)
	}
}
