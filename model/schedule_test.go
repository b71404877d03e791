package model

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// billed returns a dossier quoted at monthly, from start on, for months.
func billed(start Day, months int, monthly Cents) *Dossier {
	d := funded()
	d.Mission.Start, d.Mission.Months = start, months
	d.Cost = Cost{Basis: CostQuote, QuoteWages: ref(monthly), QuoteDues: ref(Cents(0)), QuoteTax: ref(Cents(0)), QuoteFee: ref(Cents(0)),
		QuoteOther: ref(Cents(0))}
	return d
}

func TestTheScheduleFollowsTheVectorsOfTheDomain(t *testing.T) {
	for _, tt := range []struct {
		name          string
		start, end    Day
		months        int
		monthly       Cents
		first, last   Cents
		full          int
		total         Cents
		counted, outo int
	}{
		{"A", "2026-02-16", "2027-02-15", 12, 3_700_00, 1_717_86, 1_982_14, 11, 44_400_00, 13, 28},
		{"B", "2026-01-31", "2026-07-30", 6, 3_700_01, 119_36, 3_580_65, 5, 22_200_06, 1, 31},
		{"C", "2026-03-16", "2026-09-15", 6, 3_700_00, 1_909_68, 1_790_32, 5, 22_200_00, 16, 31},
		{"D", "2026-08-31", "2027-02-27", 6, 3_700_00, 119_35, 3_580_65, 5, 22_200_00, 1, 31},
	} {
		d := billed(tt.start, tt.months, tt.monthly)
		list, ok := d.Invoices()
		if !ok || len(list) != tt.full+2 || d.Mission.End() != tt.end {
			t.Fatalf("%s: %d invoices until %s, want %d until %s", tt.name, len(list), d.Mission.End(), tt.full+2, tt.end)
		}
		first, last := list[0], list[len(list)-1]
		if first.Amount.Net != tt.first || first.Counted != tt.counted || first.Of != tt.outo || last.Amount.Net != tt.last {
			t.Errorf("%s: first %+v, last %+v; want %v and %v", tt.name, first, last, tt.first, tt.last)
		}
		total := Cents(0)
		for i, v := range list {
			total += v.Amount.Net
			if i > 0 && i < len(list)-1 && (v.Amount.Net != tt.monthly || !v.Whole()) {
				t.Errorf("%s: month %d is %+v, want a whole one", tt.name, i, v)
			}
		}
		if total != tt.total {
			t.Errorf("%s: the invoices sum to %v, want %v", tt.name, total, tt.total)
		}
	}
}

func TestAMonthThatIsNotWholeIsCountedByTheMethodChosen(t *testing.T) {
	for _, tt := range []struct {
		start   Day
		method  Proration
		code    string
		counted int
		of      int
		want    Cents
	}{
		{"2026-03-16", "", "06069", 16, 31, 1_909_68},
		{"2026-03-16", ProrationThirty, "06069", 15, 30, 1_850_00},
		{"2026-08-31", ProrationThirty, "06069", 1, 30, 123_33},
		{"2027-02-28", ProrationThirty, "06069", 3, 30, 370_00},
		{"2026-05-16", ProrationWorked, "06069", 9, 17, 1_958_82},
		{"2026-05-16", ProrationWorked, "97209", 8, 16, 1_850_00},
		{"2026-01-31", ProrationWorked, "06069", 0, 21, 0},
	} {
		d := billed(tt.start, 6, 3_700_00)
		d.Payment.Proration, d.Town.Code = tt.method, tt.code
		list, _ := d.Invoices()
		v := list[0]
		if v.Counted != tt.counted || v.Of != tt.of || v.Amount.Net != tt.want {
			t.Errorf("%s by %q in %s: %d/%d, %v; want %d/%d, %v", tt.start, tt.method, tt.code, v.Counted, v.Of, v.Amount.Net,
				tt.counted, tt.of, tt.want)
		}
	}
}

func TestAMissionFromTheFirstHasOneInvoiceAMonth(t *testing.T) {
	list, _ := billed("2027-01-01", 6, 3_700_00).Invoices()
	if len(list) != 6 {
		t.Fatalf("%d invoices, want 6", len(list))
	}
	for _, v := range list {
		if v.Amount != (Priced{3_700_00, 3_700_00}) || v.Paid != v.To.AddDays(30) {
			t.Errorf("%+v, want a whole month paid 30 days later", v)
		}
	}
}

// Whatever the mission, no month is missing, no invoice is negative, and they sum to months × monthly cost to the cent, with
// VAT as without; the two payments sum to the subsidy, the cash curve ends on what is left, the years on the whole.
func TestSumsEqualTheirPartsForAnyMission(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 2))
	methods := []Proration{ProrationCalendar, ProrationThirty, ProrationWorked}
	codes := []string{"63300", "67482", "97411", "2B033"}
	for i := range 100_000 {
		d := billed(Day("2023-01-01").AddDays(r.IntN(2_500)), 1+r.IntN(36), 1+Cents(r.Int64N(9_000_00)))
		d.Payment.Proration, d.Town.Code = methods[i%3], codes[r.IntN(4)]
		d.Payment.FirstLag, d.Payment.BalanceLag, d.Payment.DueDays = r.IntN(8), r.IntN(8), r.IntN(90)
		d.Terms.Rate = ref(Rate(r.IntN(10_001)))
		if r.IntN(2) == 0 {
			d.Group.VAT = VATFull
		}
		if !billsAddUp(t, d) || i%10 == 0 && !cashAddsUp(t, d) {
			t.Fatalf("mission of %d months from %s at %v", d.Mission.Months, d.Mission.Start, *d.Cost.QuoteWages)
		}
	}
}

func billsAddUp(t *testing.T, d *Dossier) bool {
	list, _ := d.Invoices()
	f, ok := d.Funding()
	next, sum := d.Mission.Start, Priced{}
	for _, v := range list {
		if v.From != next || v.From[:7] != v.To[:7] || v.Amount.Net < 0 || v.Amount.Gross < v.Amount.Net {
			t.Errorf("invoice %+v, expected from %s", v, next)
			return false
		}
		next, sum.Net, sum.Gross = v.To.AddDays(1), sum.Net+v.Amount.Net, sum.Gross+v.Amount.Gross
	}
	if !ok || next != d.Mission.End().AddDays(1) || sum != f.Total {
		t.Errorf("invoices sum to %v until %s, want %v until %s", sum, next, f.Total, d.Mission.End())
		return false
	}
	if f.First+f.Balance != f.Subsidy || f.Balance < f.First || f.Balance > f.First+1 {
		t.Errorf("%v and %v are no two payments of %v", f.First, f.Balance, f.Subsidy)
		return false
	}
	return true
}

func cashAddsUp(t *testing.T, d *Dossier) bool {
	f, _ := d.Funding()
	cash, _ := d.Cash()
	years, _ := d.BudgetYears()
	var spent, got Cents
	for _, y := range years {
		spent, got = spent+y.Expense, got+y.Revenue
	}
	end := cash.Months[len(cash.Months)-1].Balance
	if spent != f.Total.Gross || got != f.Subsidy || end != f.Subsidy-f.Total.Gross || cash.Worst > min(0, end) {
		t.Errorf("funding %+v, spent %v, got %v, cash ends on %v, worst %v", f, spent, got, end, cash.Worst)
		return false
	}
	return true
}

// Vector A, the worst point of domain §5.3: the town has paid all, and received half.
func TestTheWorstMonthComesJustBeforeTheBalance(t *testing.T) {
	for _, tt := range []struct {
		name            string
		first, last, in int
		worst           Cents
		on              Day
		months          int
	}{
		{"paid at once, received at once", 0, 0, 0, -22_200_00, "2027-02-15", 13},
		{"paid at 30 days, the balance after three months", 0, 3, 30, -22_200_00, "2027-03-17", 16},
		{"the first payment four months late", 4, 3, 30, -22_200_00, "2027-03-17", 16},
		{"the first payment after the last invoice", 15, 16, 30, -44_400_00, "2027-03-17", 29},
	} {
		d := billed("2026-02-16", 12, 3_700_00)
		d.Payment.FirstLag, d.Payment.BalanceLag, d.Payment.DueDays = tt.first, tt.last, tt.in
		c, ok := d.Cash()
		if !ok || c.Worst != tt.worst || c.On != tt.on || len(c.Months) != tt.months {
			t.Errorf("%s: worst %v on %s over %d months; want %v on %s over %d", tt.name, c.Worst, c.On, len(c.Months),
				tt.worst, tt.on, tt.months)
		}
	}
}

func TestTheCurveStartsWithTheFirstPayment(t *testing.T) {
	c, _ := billed("2026-02-16", 12, 3_700_00).Cash()
	want := []CashMonth{
		{"2026-02-01", 0, 22_200_00, 22_200_00},
		{"2026-03-01", 1_717_86, 0, 20_482_14},
		{"2026-04-01", 3_700_00, 0, 16_782_14},
	}
	if !slices.Equal(c.Months[:3], want) {
		t.Errorf("the curve starts with %+v, want %+v", c.Months[:3], want)
	}
}

func TestTheMissionIsSplitByBudgetYear(t *testing.T) {
	d := billed("2026-02-16", 12, 3_700_00)
	d.Payment.BalanceLag = 3
	got, _ := d.BudgetYears()
	want := []BudgetYear{{2026, 1_717_86 + 10*3_700_00, 22_200_00}, {2027, 3_700_00 + 1_982_14, 22_200_00}}
	if !slices.Equal(got, want) {
		t.Errorf("by year: %+v, want %+v", got, want)
	}
}

func TestWildAnswersComputeNothing(t *testing.T) {
	for _, d := range []*Dossier{billed("9999-12-31", 24, 1), billed("2026-01-01", 1e12, 1), billed("", 6, 1),
		billed("0000-01-01", 6, 1), billed("2026-01-01", 0, 1)} {
		invoices, known := d.Invoices()
		cash, cashed := d.Cash()
		years, split := d.BudgetYears()
		if known || cashed || split || invoices != nil || cash.Months != nil || years != nil {
			t.Errorf("%d months from %q: %v, %v, %v; want nothing", d.Mission.Months, d.Mission.Start, invoices, cash, years)
		}
	}
	d := billed("2026-01-01", 12, 1)
	d.Payment.DueDays, d.Payment.FirstLag, d.Payment.BalanceLag = 1e12, 1e12, -4
	if c, ok := d.Cash(); !ok || len(c.Months) > 2*longest {
		t.Errorf("with wild delays the curve has %d months", len(c.Months))
	}
}
