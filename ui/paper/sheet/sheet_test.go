package sheet

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"appuitechnique/model"
)

func schedule(t *testing.T, d *model.Dossier) (file *excelize.File) {
	t.Helper()
	b, ok, err := Schedule(d)
	if err != nil || !ok {
		t.Fatalf("no schedule: %v, %v", ok, err)
	}
	file, err = excelize.OpenReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := file.Close(); err != nil {
			t.Error(err)
		}
	})
	return file
}

// checkFormulas computes every formula with a library that did not write it, and holds it against the cents of the model
// that stand beside it.
func checkFormulas(t *testing.T, name string, file *excelize.File) (computed int) {
	t.Helper()
	for _, page := range file.GetSheetList() {
		rows, err := file.GetRows(page, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for j, held := range row {
				at := column(j) + strconv.Itoa(i+1)
				formula, err := file.GetCellFormula(page, at)
				if err != nil || formula == "" {
					continue
				}
				computed++
				got, err := file.CalcCellValue(page, at, excelize.Options{RawCellValue: true})
				if err != nil || cents(t, got) != cents(t, held) {
					t.Errorf("%s, %s %s: =%s gives %s (%v), the model says %s", name, page, at, formula, got, err, held)
				}
			}
		}
	}
	return computed
}

func cents(t *testing.T, s string) int64 {
	t.Helper()
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Errorf("%q is no number", s)
	}
	return int64(math.Round(100 * f))
}

func TestFormulasGiveTheCentsOfTheModel(t *testing.T) {
	for _, name := range model.ExampleNames() {
		d, _ := model.Example(name)
		if n := checkFormulas(t, name, schedule(t, d)); n < 60 {
			t.Errorf("%s: %d formulas, want the whole schedule", name, n)
		}
	}
	r := rand.New(rand.NewPCG(6, 7))
	for i := range 40 {
		d, _ := model.Example("riom")
		shaken(r, d)
		checkFormulas(t, fmt.Sprintf("dossier %d", i), schedule(t, d))
	}
}

// shaken draws other amounts, rates and dates, halves of cents among them.
func shaken(r *rand.Rand, d *model.Dossier) {
	amount := func(most int64) *model.Cents { c := model.Cents(r.Int64N(most)); return &c }
	rate := func() *model.Rate { n := model.Rate(r.IntN(10_001)); return &n }
	c, p, t := &d.Cost, &d.Payment, &d.Terms
	c.Basis = model.CostQuote
	c.QuoteWages, c.QuoteDues, c.QuoteTax, c.QuoteFee, c.QuoteOther = amount(9_000_00), amount(4_000_00), amount(900_00), amount(900_00), amount(500_00)
	c.Dues, c.Indirect = amount(2_000_00), amount(20_000_00)
	d.Mission.Months = 1 + r.IntN(24)
	d.Mission.Start = model.Day("2026-01-01").AddDays(r.IntN(700))
	p.Proration = []model.Proration{model.ProrationCalendar, model.ProrationThirty, model.ProrationWorked}[r.IntN(3)]
	p.FirstShare, p.FirstLag, p.BalanceLag, p.DueDays = rate(), r.IntN(30), r.IntN(9), r.IntN(60)
	t.Rate, t.Ceiling = rate(), nil
	if r.IntN(3) == 0 {
		t.Ceiling = amount(100_000_00)
	}
	t.FeesIncluded, t.DuesIncluded = []model.Answer{model.Yes, model.No}[r.IntN(2)], []model.Answer{model.Yes, model.No}[r.IntN(2)]
	t.TaxBase = []model.TaxBase{model.BaseWithTax, model.BaseWithoutTax}[r.IntN(2)]
	d.Group.VAT = []model.VATRegime{model.VATFull, ""}[r.IntN(2)]
}

// Who changes a cost in the sheet sees what the model would say.
func TestTheSheetFollowsAChange(t *testing.T) {
	d, _ := model.Example("grasse")
	file := schedule(t, d)
	if err := file.SetCellValue("Paramètres", "B21", 0.8); err != nil {
		t.Fatal(err)
	}
	rate := model.Rate(8_000)
	d.Terms.Rate = &rate
	want, ok := d.Funding()
	if !ok {
		t.Fatal("no funding")
	}
	for at, amount := range map[string]model.Cents{"B26": want.Subsidy, "B27": want.First, "B28": want.Balance, "B31": want.Left} {
		got, err := file.CalcCellValue("Paramètres", at, excelize.Options{RawCellValue: true})
		if err != nil || cents(t, got) != int64(amount) {
			t.Errorf("%s is %s (%v), want %s", at, got, err, amount)
		}
	}
}

func TestNoScheduleBeforeItsFigures(t *testing.T) {
	if b, ok, err := Schedule(model.New("x", "2026-001", "2026-11-23")); b != nil || ok || err != nil {
		t.Errorf("an empty dossier gives %d bytes, %v, %v", len(b), ok, err)
	}
}
