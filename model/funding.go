package model

import (
	"math/big"
	"slices"
)

// CostLines is what the secondment costs in one full month, before VAT, line by line. The lines always sum to the total.
type CostLines struct {
	Salary        Cents // gross salary, for the half-time
	Contributions Cents // employer's contributions
	PayrollTax    Cents // taxe sur les salaires
	Management    Cents // fee of the group
	Expenses      Cents // professional expenses
}

// Total sums the lines.
func (l CostLines) Total() Cents {
	return l.Salary + l.Contributions + l.PayrollTax + l.Management + l.Expenses
}

// VATRate is the ordinary rate of VAT. (CGI art. 278, former number)
const VATRate Rate = 2_000

// halfTimeMonths is how many months of the half-time a full-time year of salary pays: 12 ÷ 0,5.
const halfTimeMonths = 24

// MonthlyCost returns the cost of a full month before VAT; ok is false until every figure it is made of is answered.
//
// An estimate is computed exactly and its total rounded once, half up; the lines are then apportioned to that total by
// largest remainder, the first in order on ties. A quote is taken as typed. A group that charges VAT pays no taxe sur
// les salaires. (domain §5.1)
func (d *Dossier) MonthlyCost() (lines CostLines, ok bool) {
	if d.Cost.Basis == CostQuote {
		return d.quotedCost()
	}
	c := &d.Cost
	tax := c.PayrollTax
	if d.Group.VAT == VATFull {
		tax = new(Rate)
	}
	if c.Salary <= 0 || c.Charges == nil || tax == nil || c.Management == nil || c.Expenses == nil {
		return CostLines{}, false
	}
	if !readable(c.Salary, *c.Expenses) || !readable(*c.Charges, *tax, *c.Management) {
		return CostLines{}, false
	}
	return estimate(c.Salary, *c.Charges, *tax, *c.Management, *c.Expenses), true
}

// quotedCost returns the five amounts of the group's quote.
func (d *Dossier) quotedCost() (CostLines, bool) {
	c := &d.Cost
	tax := c.QuoteTax
	if d.Group.VAT == VATFull {
		tax = new(Cents)
	}
	if c.QuoteWages == nil || c.QuoteDues == nil || tax == nil || c.QuoteFee == nil || c.QuoteOther == nil {
		return CostLines{}, false
	}
	if !readable(*c.QuoteWages, *c.QuoteDues, *tax, *c.QuoteFee, *c.QuoteOther) {
		return CostLines{}, false
	}
	lines := CostLines{
		Salary:        *c.QuoteWages,
		Contributions: *c.QuoteDues,
		PayrollTax:    *tax,
		Management:    *c.QuoteFee,
		Expenses:      *c.QuoteOther,
	}
	return lines, lines.Total() > 0
}

// estimate applies (salary × 0,5 ÷ 12) × (1 + charges + tax) × (1 + fee) + expenses, each line over one denominator.
func estimate(salary Cents, charges, tax, fee Rate, expenses Cents) CostLines {
	const whole = 10_000 // basis points
	product := func(factors ...int64) *big.Int {
		n := big.NewInt(1)
		for _, f := range factors {
			n.Mul(n, big.NewInt(f))
		}
		return n
	}
	year := int64(salary)
	lines := apportion(product(halfTimeMonths, whole, whole), []*big.Int{
		product(year, whole, whole),
		product(year, int64(charges), whole),
		product(year, int64(tax), whole),
		product(year, whole+int64(charges)+int64(tax), int64(fee)),
		product(int64(expenses), halfTimeMonths, whole, whole),
	})
	return CostLines{lines[0], lines[1], lines[2], lines[3], lines[4]}
}

// apportion rounds the sum of the parts, positive fractions over one denominator, half up to the cent, and shares it by
// largest remainder: every part is cut to the cent, then those that lost most get one cent each, the first on ties.
func apportion(denominator *big.Int, parts []*big.Int) []Cents {
	shares := make([]Cents, len(parts))
	rest := make([]*big.Int, len(parts))
	lost := new(big.Int)
	for i, p := range parts {
		share, left := new(big.Int).QuoRem(p, denominator, new(big.Int))
		shares[i], rest[i] = Cents(share.Int64()), left
		lost.Add(lost, left)
	}
	half := new(big.Int).Rsh(denominator, 1)
	for range new(big.Int).Quo(lost.Add(lost, half), denominator).Int64() {
		most := 0
		for i := range rest {
			if rest[i].Cmp(rest[most]) > 0 {
				most = i
			}
		}
		shares[most]++
		rest[most] = new(big.Int)
	}
	return shares
}

// A Priced amount is without VAT and with it; both are equal when the group charges none.
type Priced struct{ Net, Gross Cents }

// priced adds VAT to net where the group charges it.
func (d *Dossier) priced(net Cents) Priced {
	if d.Group.VAT != VATFull {
		return Priced{net, net}
	}
	return Priced{net, net + VATRate.Of(net)}
}

// MissionCost is what the group is expected to bill for a full month and for the whole mission, whoever pays in the end; ok
// is false until the monthly cost and the duration are known.
func (d *Dossier) MissionCost() (month, total Priced, ok bool) {
	lines, ok := d.MonthlyCost()
	if !ok || d.Mission.Months <= 0 || d.Mission.Months > longest {
		return Priced{}, Priced{}, false
	}
	months := Cents(d.Mission.Months)
	month = d.priced(lines.Total())
	return month, Priced{months * month.Net, months * month.Gross}, true
}

// Funding is the money of the whole mission, as forecast.
type Funding struct {
	Lines    CostLines // a full month, before VAT
	Month    Priced    // a full month
	Total    Priced    // the whole mission: months × month
	Dues     Cents     // membership fees over the mission, one a year begun
	Indirect Cents     // borne by the town besides
	Eligible Cents     // what the subsidy is computed on
	Capped   bool      // the ceiling holds the subsidy down
	Subsidy  Cents     // first payment and balance, nothing else
	First    Cents     // paid at the start
	Balance  Cents     // paid at the end; the odd cent is here
	Left     Cents     // reste à charge: all costs of the town less the subsidy
}

// Funding computes what the mission costs, what the Caisse des dépôts pays and what is left to the town; ok is false until
// the monthly cost, the duration, the rate and the share of the first payment are known, and nothing is computed from a
// figure that cannot be typed.
//
// The fee of the group counts unless it is left out, the membership fee only when it is put in, and the base is with VAT
// unless it is said to be without. Where the presentation is silent these are parameters « à confirmer ». (domain §5.3)
func (d *Dossier) Funding() (f Funding, ok bool) {
	t := &d.Terms
	f.Month, f.Total, ok = d.MissionCost()
	if !ok || t.Rate == nil || d.Payment.FirstShare == nil {
		return Funding{}, false
	}
	if !readable(amount(d.Cost.Dues), amount(d.Cost.Indirect), amount(t.Ceiling)) || !readable(*t.Rate, *d.Payment.FirstShare) {
		return Funding{}, false
	}
	lines, _ := d.MonthlyCost()
	months := Cents(d.Mission.Months)
	f.Lines = lines
	f.Dues = amount(d.Cost.Dues) * ((months + 11) / 12)
	f.Indirect = amount(d.Cost.Indirect)
	f.Eligible = months * d.eligibleMonth(lines)
	if t.DuesIncluded == Yes {
		f.Eligible += f.Dues
	}
	f.Subsidy = t.Rate.Of(f.Eligible)
	if t.Ceiling != nil && *t.Ceiling < f.Subsidy {
		f.Subsidy, f.Capped = *t.Ceiling, true
	}
	f.First, f.Balance = f.Subsidy.split(*d.Payment.FirstShare)
	f.Left = f.Total.Gross + f.Dues + f.Indirect - f.Subsidy
	return f, true
}

// eligibleMonth is the part of a full month that the subsidy is computed on.
func (d *Dossier) eligibleMonth(lines CostLines) Cents {
	if d.Terms.FeesIncluded == No {
		lines.Management = 0
	}
	month := d.priced(lines.Total())
	if d.Terms.TaxBase == BaseWithoutTax {
		return month.Net
	}
	return month.Gross
}

// split cuts a subsidy in two payments: the first is share of it cut down to the cent, the second is the rest.
func (c Cents) split(share Rate) (first, second Cents) {
	first = Cents(mulDiv(int64(c), int64(share), 10_000, 0))
	return first, c - first
}

// readable reports whether all of the figures could be typed: a file may hold others, negative or so large that no sum of
// them fits.
func readable[T interface {
	Cents | Rate
	most() int64
}](figures ...T) bool {
	return !slices.ContainsFunc(figures, func(n T) bool { return n < 0 || int64(n) > n.most() })
}

// amount reads an amount that may be unanswered.
func amount(c *Cents) Cents {
	if c == nil {
		return 0
	}
	return *c
}
