package model

import "testing"

// followUpCases change Riom, whose demonstration is told to its end.
func followUpCases() []ruleCase {
	f := func(change func(*FollowUp)) func(*Dossier) { return func(d *Dossier) { change(&d.FollowUp) } }
	before := f(func(f *FollowUp) { f.Stage = StageBefore })
	return []ruleCase{
		{"R56", Blocking, "followUp.refund", f(func(f *FollowUp) { f.First.Amount = ref(Cents(96_000_01)) }),
			f(func(f *FollowUp) { f.First.Amount = ref(Cents(96_000_00)) }), before, "reversement de 0,01"},
		{"R56", Blocking, "followUp.refund", f(func(f *FollowUp) {
			f.Second = Receipt{Received: "2029-05-02", Amount: ref(Cents(48_000_01))}
		}), f(func(f *FollowUp) {
			f.Second, f.Refund = Receipt{Received: "2029-05-02", Amount: ref(Cents(48_000_01))}, "2029-06-01"
		}), before, "reversement de 0,01"},
		{"R60", Confirm, "support.midReport", func(d *Dossier) {
			d.FollowUp = FollowUp{}
			d.Mission.Start, d.Support.MidReport = "2026-11-20", checked.AddDays(-1)
			d.Secondment.Signed, d.Support.Signed, d.Mission.Milestones[4].Day = "2026-11-20", "2026-11-20", "2028-06-30"
		}, func(d *Dossier) { d.FollowUp, d.Support.MidReport = FollowUp{}, checked },
			func(d *Dossier) { d.FollowUp, d.Mission.Start, d.Support.MidReport = FollowUp{}, "", "2026-01-01" }, "en retard"},
		{"R60", Blocking, "followUp.mid.day", f(func(f *FollowUp) { f.Mid.Day = "" }), nothing, before, "10/01/2028"},
		{"R60", Blocking, "support.midReport", func(d *Dossier) { d.FollowUp, d.Support.MidReport = FollowUp{}, "" }, nothing, nil, "planifiée"},
		{"R61", Blocking, "followUp.final.day", f(func(f *FollowUp) { f.Final.Day = "" }), nothing,
			f(func(f *FollowUp) { f.Stage, f.Final.Day = StageSecond, "" }), "bilan final est requis"},
		{"R62", Blocking, "followUp.bills", f(func(f *FollowUp) { f.Bills = f.Bills[:23] }),
			f(func(f *FollowUp) { f.Bills, f.Ended = f.Bills[:23], "2028-11-30" }), before, "ne couvre décembre 2028, janvier 2029"},
		{"R62", Blocking, "followUp.bills[mois-05].certified", f(func(f *FollowUp) { f.Bills[4].Certified = "" }), nothing, before,
			"EX-F-05"},
	}
}

func TestTheAccountSettlesTheRealCost(t *testing.T) {
	riom := func(change func(*Dossier)) *Dossier {
		d, _ := Example("riom")
		change(d)
		return d
	}
	whole, _ := riom(nothing).Funding()
	for _, tt := range []struct {
		name                 string
		change               func(*Dossier)
		due, balance, refund Cents
	}{
		{"as the demonstration tells it", nothing, whole.Subsidy, whole.Subsidy - whole.First, 0},
		{"less billed than agreed", func(d *Dossier) { d.FollowUp.Bills = d.FollowUp.Bills[:12] }, 49_356_73, 49_356_73 - whole.First, 0},
		{"first payment above what is due", func(d *Dossier) { d.FollowUp.Bills = d.FollowUp.Bills[:6] }, 24_477_73, 0, whole.First - 24_477_73},
		{"half of the cost", func(d *Dossier) {
			d.Terms.Rate, d.FollowUp.First.Amount = ref(Rate(50_00)), ref(Cents(0))
			d.FollowUp.Bills = d.FollowUp.Bills[1:2]
		}, 2_073_25, 2_073_25, 0},
	} {
		a, ok := riom(tt.change).Account()
		if !ok || a.Due != tt.due || a.Balance != tt.balance || a.Refund != tt.refund || a.Left != a.Billed+600_00+7_200_00-a.Due {
			t.Errorf("%s: %+v, want due %s, balance %s, refund %s", tt.name, a, tt.due, tt.balance, tt.refund)
		}
	}
	for name, change := range map[string]func(*Dossier){
		"the mission goes on":          func(d *Dossier) { d.FollowUp.Stage = StageSecond },
		"no bill":                      func(d *Dossier) { d.FollowUp.Bills = nil },
		"a bill without its amount":    func(d *Dossier) { d.FollowUp.Bills[3].Amount = nil },
		"no first payment":             func(d *Dossier) { d.FollowUp.First.Amount = nil },
		"more credited than billed":    func(d *Dossier) { d.FollowUp.Bills = d.FollowUp.Bills[24:] },
		"a bill not split, fees apart": func(d *Dossier) { d.Terms.FeesIncluded = No },
	} {
		if a, ok := riom(change).Account(); ok {
			t.Errorf("%s: settled as %+v", name, a)
		}
	}
}

// Where the terms leave something out, only what the bills say of it counts.
func TestOnlyWhatIsSubsidisedCounts(t *testing.T) {
	d, _ := Example("riom")
	d.Terms.FeesIncluded = No
	for _, b := range d.FollowUp.Bills {
		part := *b.Amount / 2
		b.Eligible = &part
	}
	a, ok := d.Account()
	if !ok || a.Eligible != 49_551_84 || a.Billed != 99_103_70 {
		t.Errorf("%+v, %v", a, ok)
	}
}

func TestAMonthOfTheScheduleBecomesABill(t *testing.T) {
	d, _ := Example("grasse")
	field, ok := FieldAt(Form(d), &d.FollowUp.Bills)
	if !ok {
		t.Fatal("the bills are not asked")
	}
	list, _ := d.Invoices()
	left := field.Presets()
	if len(left) != len(list)-3 || left[0].Value != string(list[3].From) {
		t.Fatalf("%d months left, the first %+v, want %d from %s", len(left), left[0], len(list)-3, list[3].From)
	}
	field.Add(left[0].Value)
	b := d.FollowUp.Bills[3]
	if b.Kind != BillInvoice || b.From != list[3].From || b.To != list[3].To || *b.Amount != list[3].Amount.Gross || b.Planned != 9_00 {
		t.Errorf("%+v, want what the schedule expects, %+v", b, list[3])
	}
	if got := d.FollowUp.AttestedBill(); got != b {
		t.Errorf("the attestation is about %+v, want the last invoice", got)
	}
	d.FollowUp.Attested = "mois-01"
	if got := d.FollowUp.AttestedBill(); got.Key != "mois-01" {
		t.Errorf("the attestation is about %s, want the month chosen", got.Key)
	}
}
