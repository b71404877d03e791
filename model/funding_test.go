package model

import (
	"math/rand/v2"
	"testing"
)

// ref returns a pointer to a copy of v.
func ref[T any](v T) *T { return &v }

// funded returns a dossier whose money is the worked default of domain §5.1, over 12 months.
func funded() *Dossier {
	d := &Dossier{}
	d.Mission.Start, d.Mission.Months = "2027-02-01", 12
	d.Group.VAT = VATExempt
	d.Cost = Cost{Basis: CostEstimate, Salary: 52_000_00, Charges: ref(Rate(4_500)), PayrollTax: ref(Rate(1_000)),
		Management: ref(Rate(800)), Expenses: ref(Cents(350_00)), Dues: ref(Cents(300_00))}
	d.Payment = Payment{Proration: ProrationCalendar, FirstShare: ref(Rate(5_000)), DueDays: 30}
	d.Terms = Terms{Rate: ref(Rate(10_000)), TaxBase: BaseWithTax, FeesIncluded: Yes, DuesIncluded: No}
	return d
}

func TestTheWorkedDefaultCosts3977EurosAMonth(t *testing.T) {
	d := funded()
	lines, ok := d.MonthlyCost()
	want := CostLines{2_166_67, 975_00, 216_67, 268_66, 350_00}
	if !ok || lines != want || lines.Total() != 3_977_00 {
		t.Errorf("MonthlyCost = %+v, %v; want %+v", lines, ok, want)
	}
	for months, total := range map[int]Cents{6: 23_862_00, 12: 47_724_00, 24: 95_448_00} {
		d.Mission.Months = months
		if f, _ := d.Funding(); f.Total.Net != total || f.Total.Gross != total {
			t.Errorf("%d months cost %v, want %v", months, f.Total, total)
		}
	}
}

func TestTheMonthlyCostFollowsItsBasis(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*Dossier)
		want   CostLines
		ok     bool
	}{
		{"a zero rate is an answer", func(d *Dossier) { d.Cost.Management = ref(Rate(0)) },
			CostLines{2_166_67, 975_00, 216_66, 0, 350_00}, true},
		{"a group that charges VAT pays no payroll tax", func(d *Dossier) { d.Group.VAT, d.Cost.PayrollTax = VATFull, nil },
			CostLines{2_166_67, 975_00, 0, 251_33, 350_00}, true},
		{"no salary", func(d *Dossier) { d.Cost.Salary = 0 }, CostLines{}, false},
		{"no rate", func(d *Dossier) { d.Cost.Charges = nil }, CostLines{}, false},
		{"no expenses", func(d *Dossier) { d.Cost.Expenses = nil }, CostLines{}, false},
		{"a quote is taken as typed", quote, CostLines{2_100_01, 940_02, 210_03, 250_04, 300_05}, true},
		{"a quote with VAT has no payroll tax", func(d *Dossier) { quote(d); d.Group.VAT = VATFull },
			CostLines{2_100_01, 940_02, 0, 250_04, 300_05}, true},
		{"a quote that does not say its tax", func(d *Dossier) { quote(d); d.Cost.QuoteTax = nil }, CostLines{}, false},
		{"an unfinished quote", func(d *Dossier) { quote(d); d.Cost.QuoteFee = nil }, CostLines{}, false},
	} {
		d := funded()
		tt.change(d)
		if got, ok := d.MonthlyCost(); got != tt.want || ok != tt.ok {
			t.Errorf("%s: %+v, %v; want %+v, %v", tt.name, got, ok, tt.want, tt.ok)
		}
	}
}

func quote(d *Dossier) {
	c := &d.Cost
	c.Basis, c.QuoteWages, c.QuoteDues = CostQuote, ref(Cents(2_100_01)), ref(Cents(940_02))
	c.QuoteTax, c.QuoteFee, c.QuoteOther = ref(Cents(210_03)), ref(Cents(250_04)), ref(Cents(300_05))
}

func TestTheSubsidyObeysRateCeilingAndBase(t *testing.T) {
	type sums struct{ eligible, subsidy, first, balance, left Cents }
	for _, tt := range []struct {
		name   string
		change func(*Dossier)
		want   sums
	}{
		{"the default: all is paid but the dues", func(*Dossier) {},
			sums{47_724_00, 47_724_00, 23_862_00, 23_862_00, 300_00}},
		{"dues in the base, two years begun", func(d *Dossier) { d.Mission.Months, d.Terms.DuesIncluded = 13, Yes },
			sums{52_301_00, 52_301_00, 26_150_50, 26_150_50, 0}},
		{"the fee left out", func(d *Dossier) { d.Terms.FeesIncluded = No },
			sums{44_500_08, 44_500_08, 22_250_04, 22_250_04, 3_523_92}},
		{"an odd cent goes to the balance", func(d *Dossier) { d.Terms.Ceiling = ref(Cents(30_000_01)) },
			sums{47_724_00, 30_000_01, 15_000_00, 15_000_01, 18_023_99}},
		{"a ceiling out of reach", func(d *Dossier) { d.Terms.Ceiling = ref(Cents(90_000_00)) },
			sums{47_724_00, 47_724_00, 23_862_00, 23_862_00, 300_00}},
		{"80 %, and indirect costs", func(d *Dossier) { d.Terms.Rate, d.Cost.Indirect = ref(Rate(8_000)), ref(Cents(1_000_00)) },
			sums{47_724_00, 38_179_20, 19_089_60, 19_089_60, 10_844_80}},
		{"VAT in the base", func(d *Dossier) { d.Group.VAT = VATFull },
			sums{53_899_20, 53_899_20, 26_949_60, 26_949_60, 300_00}},
		{"VAT left to the town", func(d *Dossier) { d.Group.VAT, d.Terms.TaxBase = VATFull, BaseWithoutTax },
			sums{44_916_00, 44_916_00, 22_458_00, 22_458_00, 9_283_20}},
	} {
		d := funded()
		tt.change(d)
		f, ok := d.Funding()
		if got := (sums{f.Eligible, f.Subsidy, f.First, f.Balance, f.Left}); got != tt.want || !ok {
			t.Errorf("%s: %+v, %v; want %+v", tt.name, got, ok, tt.want)
		}
	}
}

func TestFundingWaitsForItsFigures(t *testing.T) {
	for name, change := range map[string]func(*Dossier){
		"cost":        func(d *Dossier) { d.Cost.Salary = 0 },
		"months":      func(d *Dossier) { d.Mission.Months = 0 },
		"rate":        func(d *Dossier) { d.Terms.Rate = nil },
		"first share": func(d *Dossier) { d.Payment.FirstShare = nil },
	} {
		d := funded()
		change(d)
		if f, ok := d.Funding(); ok || f != (Funding{}) {
			t.Errorf("without %s: %+v, %v; want nothing", name, f, ok)
		}
	}
}

// The total is within half a cent of the exact value, and every line within a cent of its own.
func TestAnEstimateIsRoundedOnceAndItsLinesSumToIt(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 100_000 {
		salary, expenses := Cents(r.Int64N(90_000_00)+1), Cents(r.Int64N(2_000_00))
		charges, tax, fee := Rate(r.IntN(6_000)), Rate(r.IntN(2_000)), Rate(r.IntN(2_000))
		lines := estimate(salary, charges, tax, fee, expenses)
		const den = halfTimeMonths * 10_000 * 10_000
		exact := int64(salary)*int64(10_000+charges+tax)*int64(10_000+fee) + int64(expenses)*den
		if gap := 2*exact - 2*den*int64(lines.Total()); gap < -den || gap >= den {
			t.Fatalf("estimate(%d, %d, %d, %d, %d) = %+v is %d/%d of a cent off", salary, charges, tax, fee, expenses, lines, gap, 2*den)
		}
		if gap := int64(lines.Salary)*halfTimeMonths - int64(salary); gap <= -halfTimeMonths || gap >= halfTimeMonths {
			t.Fatalf("a half-time month of %v a year is %v", salary, lines.Salary)
		}
	}
}

func TestARateOfAnAmountNeverOverflows(t *testing.T) {
	for _, tt := range []struct {
		rate Rate
		of   Cents
		want Cents
	}{
		{5_000, 1, 1}, {4_999, 1, 0}, {5_000, -1, -1}, {10_000, 9_999_999_999_999, 9_999_999_999_999},
		{1_000_000, 99_999_999_999_999_999, 1<<63 - 1}, {2_000, 3_743_00, 748_60}, {-5_000, 3, -2},
		{-5_000, -3, 2},
	} {
		if got := tt.rate.Of(tt.of); got != tt.want {
			t.Errorf("%d bp of %d = %d, want %d", tt.rate, tt.of, got, tt.want)
		}
	}
}
