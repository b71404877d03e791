package model

import (
	"slices"
	"strings"
	"testing"
)

func TestQuestionsApplyWhereTheyMust(t *testing.T) {
	for _, tt := range []struct {
		name   string
		answer func(*Dossier)
		about  func(*Dossier) any
		shown  bool
	}{
		{"expert not found", func(d *Dossier) { d.Expert.Found = No }, func(d *Dossier) any { return &d.Expert.LastName }, false},
		{"expert found", func(d *Dossier) { d.Expert.Found = Yes }, func(d *Dossier) any { return &d.Expert.LastName }, true},
		{"seven years", func(d *Dossier) { d.Expert.Found, d.Expert.Years = Yes, 7 }, func(d *Dossier) any { return &d.Expert.YearsReason }, false},
		{"twelve years", func(d *Dossier) { d.Expert.Found, d.Expert.Years = Yes, 12 }, func(d *Dossier) any { return &d.Expert.YearsReason }, true},
		{"profile of 5 to 10", func(d *Dossier) { d.Job.YearsMin, d.Job.YearsMax = 5, 10 }, func(d *Dossier) any { return &d.Job.YearsReason }, false},
		{"profile of 3 to 10", func(d *Dossier) { d.Job.YearsMin, d.Job.YearsMax = 3, 10 }, func(d *Dossier) any { return &d.Job.YearsReason }, true},
		{"estimate", func(d *Dossier) { d.Cost.Basis = CostEstimate }, func(d *Dossier) any { return &d.Cost.QuoteWages }, false},
		{"estimate", func(d *Dossier) { d.Cost.Basis = CostEstimate }, func(d *Dossier) any { return &d.Cost.Charges }, true},
		{"quote", func(d *Dossier) { d.Cost.Basis = CostQuote }, func(d *Dossier) any { return &d.Cost.QuoteWages }, true},
		{"quote", func(d *Dossier) { d.Cost.Basis = CostQuote }, func(d *Dossier) any { return &d.Cost.Charges }, false},
		{"neither", func(*Dossier) {}, func(d *Dossier) any { return &d.Cost.Charges }, false},
		{"group that charges VAT", func(d *Dossier) { d.Cost.Basis, d.Group.VAT = CostEstimate, VATFull }, func(d *Dossier) any { return &d.Cost.PayrollTax }, false},
		{"one vote", func(d *Dossier) { d.Council.Same = Yes }, func(d *Dossier) any { return &d.Council.Joining.Day }, false},
		{"two votes", func(d *Dossier) { d.Council.Same = No }, func(d *Dossier) any { return &d.Council.Joining.Day }, true},
		{"one vote", func(d *Dossier) { d.Council.Same = Yes }, func(d *Dossier) any { return &d.Council.Signing.Day }, true},
		{"budget voted", func(d *Dossier) { d.Prior.Budget = Yes }, func(d *Dossier) any { return &d.Prior.BudgetDay }, true},
		{"budget to come", func(d *Dossier) { d.Prior.Budget = No }, func(d *Dossier) any { return &d.Prior.BudgetDay }, false},
		{"certificate", func(d *Dossier) { d.Signing.Mode = SigningElectronic }, func(d *Dossier) any { return &d.Signing.Initials }, false},
		{"pen", func(d *Dossier) { d.Signing.Mode = SigningByHand }, func(d *Dossier) any { return &d.Signing.Initials }, true},
		{"certificate", func(d *Dossier) { d.Signing.Mode = SigningElectronic }, func(d *Dossier) any { return &d.Signing.Paraphes }, true},
		{"pen", func(d *Dossier) { d.Signing.Mode = SigningByHand }, func(d *Dossier) any { return &d.Signing.Paraphes }, false},
		{"association", func(d *Dossier) { d.Group.Form = GroupAssociation }, func(d *Dossier) any { return &d.Group.RNA }, true},
		{"cooperative", func(d *Dossier) { d.Group.Form = GroupCooperative }, func(d *Dossier) any { return &d.Group.RNA }, false},
	} {
		var d Dossier
		tt.answer(&d)
		f := ask(t, &d, tt.about(&d))
		if f.Shown() != tt.shown {
			t.Errorf("%s: %s shown = %v, want %v", tt.name, f.ID, f.Shown(), tt.shown)
		}
	}
}

func TestFichesAboutThePersonWaitForTheRecruitment(t *testing.T) {
	for _, tt := range []struct {
		found Answer
		void  bool
	}{{"", true}, {No, true}, {Yes, false}} {
		d := &Dossier{Expert: Expert{Found: tt.found}}
		for _, f := range Fiches(Form(d)) {
			if f.Key == "expert.person" || f.Key == "expert.career" {
				if (f.Void != "") != tt.void {
					t.Errorf("found %q: %s void = %q", tt.found, f.Key, f.Void)
				}
			}
		}
	}
}

func TestDatesFollowTheOrderOfTheRoad(t *testing.T) {
	day := func(f Field) bool { return f.Problem() == nil }
	d := &Dossier{Mission: Mission{Start: "2026-09-01", Months: 12}}
	d.Council.Joining = Act{Convened: "2026-03-01", Day: "2026-03-12", Sent: "2026-03-14", Published: "2026-03-15"}
	d.Membership = Membership{Form: "2026-03-20", Accepted: "2026-04-01"}
	d.Secondment.Signed, d.Support.MidReport = "2026-05-01", "2027-03-01"
	a, m := &d.Council.Joining, &d.Membership
	for _, p := range []*Day{&a.Day, &a.Sent, &a.Published, &m.Form, &m.Accepted, &d.Secondment.Signed, &d.Support.MidReport} {
		f := ask(t, d, p)
		if !day(f) {
			t.Errorf("%s: %v, want no problem", f.ID, f.Problem())
		}
		kept := *p
		*p = "2026-02-01"
		if day(ask(t, d, p)) {
			t.Errorf("%s in February, before what it follows, has no problem", f.ID)
		}
		*p = kept
	}
	d.Support.MidReport = "2027-09-01" // the day after the end
	if day(ask(t, d, &d.Support.MidReport)) {
		t.Error("an evaluation after the end has no problem")
	}
	d.Council.Same, d.Council.Signing.Day, m.Form = Yes, "2026-03-25", "2026-03-20"
	if day(ask(t, d, &m.Form)) {
		t.Error("a bulletin signed before the one délibération has no problem")
	}
}

func TestTheUsualCircuitCompletesWhatIsThere(t *testing.T) {
	var d Dossier
	order := ask(t, &d, &d.Signing.Order)
	order.Add("Maire ou son délégué")
	order.Add(usualCircuit)
	if n := len(d.Signing.Order); n != len(usualSigners()) {
		t.Errorf("%d steps, want each of the %d once", n, len(usualSigners()))
	}
	if d.Signing.Order[0].Role != SignerSigns || len(order.Presets()) != 0 {
		t.Errorf("got %+v first, %v still offered", d.Signing.Order[0], offered(order))
	}
}

func TestEachOpenParameterSaysWhoConfirmsIt(t *testing.T) {
	var d Dossier
	x := &d.Terms
	for _, c := range []*Confirmation{&x.RateBy, &x.CeilingBy, &x.TaxBaseBy, &x.WindowBy, &x.StudyPayerBy, &x.FeesBy, &x.DuesBy} {
		by, on := ask(t, &d, &c.By), ask(t, &d, &c.Day)
		if !strings.HasPrefix(by.Label, "Confirmé par (") || !strings.HasPrefix(on.Label, "Confirmé le (") {
			t.Errorf("%s and %s read %q and %q", by.ID, on.ID, by.Label, on.Label)
		}
	}
	for _, f := range Fiches(Form(&d)) {
		if strings.HasPrefix(f.Key, "terms.") && !strings.Contains(f.Intro, "à confirmer avec la Direction régionale") {
			t.Errorf("%s does not say that its parameters are to be confirmed", f.Key)
		}
	}
}

func TestTheScheduleShowsItsForecastOnceDatesAndCostAreKnown(t *testing.T) {
	d := New("id", "2026-001", "2026-03-12")
	if n := awaited(t, d, "payment.schedule"); n != "4.3" {
		t.Errorf("waits for %q, want the dates, 4.3", n)
	}
	d.Mission.Start, d.Mission.Months = "2026-02-16", 12
	d.Cost.Salary = 0
	if n := awaited(t, d, "payment.schedule"); n != "6.7" {
		t.Errorf("waits for %q, want the cost, 6.7", n)
	}
	d.Cost.Salary = 52_000_00
	if n := awaited(t, d, "payment.schedule"); n != "" {
		t.Errorf("waits for %q, want nothing", n)
	}
	asked := Index(Form(d))
	for id, want := range map[string]string{
		"cost.month.salary":     Cents(2_166_67).String(),
		"cost.month.management": Cents(268_66).String(),
		"cost.month.total":      Cents(3_977_00).String(),
		"payment.total":         Cents(47_724_00).String(),
		"payment.subsidy":       Cents(47_724_00).String(),
		"payment.first":         Cents(23_862_00).String() + ", attendus en avril 2026",
		"payment.balance":       Cents(23_862_00).String() + ", attendus en juillet 2027",
		"payment.left":          Cents(300_00).String(),
	} {
		if got := asked[id].String(); got != want {
			t.Errorf("%s = %q, want %q", id, got, want)
		}
	}
	months := strings.Split(asked["payment.invoices"].String(), "\n")
	if len(months) != 13 || !strings.HasPrefix(months[0], "février 2026 : ") || !slices.Contains(months, "mars 2026 : "+Cents(3_977_00).String()) {
		t.Errorf("got %d invoices, %q", len(months), months)
	}
	if got := asked["payment.worst"].String(); !strings.HasPrefix(got, Cents(23_862_00).String()+", en ") {
		t.Errorf("worst advance %q, want half of the cost", got)
	}
}
