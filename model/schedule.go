package model

import (
	"cmp"
	"slices"
	"time"
)

// longest is the longest mission that is computed, in months; the form refuses more than 24.
const longest = 120

// dated reports whether the mission has dates that can be computed with.
func (m *Mission) dated() bool {
	return m.Start >= "1900-01-01" && m.Start < "2200-01-01" && m.Months > 0 && m.Months <= longest
}

// An Invoice is what the group is expected to bill for one calendar month.
type Invoice struct {
	From, To Day    // days of the mission in that month
	Counted  int    // days counted by the method of proration,
	Of       int    // out of as many; both 0 for a whole month and for what is left of the last
	Amount   Priced // without VAT and with it
	Paid     Day    // day on which the town pays at the latest

	whole bool
}

// Whole reports whether the invoice is for a full month.
func (v Invoice) Whole() bool { return v.whole }

// Invoices lists the invoices to expect, one a calendar month that the mission touches; ok is false until start, duration
// and monthly cost are known.
//
// A month that is not whole is counted by the method chosen, by calendar days unless another is, and the last one takes
// what is left, so that the invoices sum to months × monthly cost, VAT included. (domain §5.2)
func (d *Dossier) Invoices() (list []Invoice, ok bool) {
	lines, ok := d.MonthlyCost()
	m := &d.Mission
	if !ok || !m.dated() {
		return nil, false
	}
	month := d.priced(lines.Total())
	list = spread(m.Start, m.Months, month.Net, d.Payment.Proration, d.Town.Code)
	left := Cents(m.Months) * month.Gross
	for i := range list {
		v := &list[i]
		v.Amount = d.priced(v.Amount.Net)
		if i == len(list)-1 {
			v.Amount.Gross = left
		}
		left -= v.Amount.Gross
		v.Paid = v.To.AddDays(min(max(d.Payment.DueDays, 0), 366))
	}
	return list, true
}

// spread bills months × monthly, without VAT, from start on.
func spread(start Day, months int, monthly Cents, method Proration, code string) []Invoice {
	end := start.AddMonths(months).AddDays(-1)
	left := Cents(months) * monthly
	list := make([]Invoice, 0, months+1)
	for from := start; from <= end; {
		first := from.Time()
		last := time.Date(first.Year(), first.Month()+1, 0, 0, 0, 0, 0, time.UTC)
		v := Invoice{From: from, To: DayOf(last)}
		v.whole = first.Day() == 1 && v.To <= end
		v.Amount.Net = monthly
		switch {
		case v.To >= end:
			v.To, v.Amount.Net = end, left
		case !v.whole:
			v.Counted, v.Of = method.count(from, code)
			v.Amount.Net = part(monthly, v.Counted, v.Of)
		}
		left -= v.Amount.Net
		list = append(list, v)
		from = DayOf(last.AddDate(0, 0, 1))
	}
	return list
}

// part is counted days out of a month of so many, rounded half up to the cent.
func part(monthly Cents, counted, of int) Cents {
	return Cents(mulDiv(int64(monthly), int64(counted), int64(of), int64(of/2)))
}

// count says how many days the month counts from that day on, and how many in all. Thirtieths take the 31st for the 30th.
func (p Proration) count(from Day, code string) (days, of int) {
	t, last := from.Time(), monthEnd(from)
	switch p {
	case ProrationThirty:
		return 31 - min(t.Day(), 30), 30
	case ProrationWorked:
		return workingDays(from, last, code), workingDays(from.AddDays(1-t.Day()), last, code)
	}
	return from.DaysUntil(last) + 1, last.Time().Day()
}

// monthEnd is the last day of the month of d.
func monthEnd(d Day) Day {
	t := d.Time()
	return DayOf(time.Date(t.Year(), t.Month()+1, 0, 0, 0, 0, 0, time.UTC))
}

// Cash is the town's advance of money month by month: what it pays to the group, what it receives from the Caisse des
// dépôts.
type Cash struct {
	Moves  []CashMove
	Months []CashMonth
	Worst  Cents // lowest balance; 0 or less
	On     Day   // day from which the balance is that low; empty when it never falls below 0
}

// A CashMove is a payment made or received.
type CashMove struct {
	Day     Day
	Out, In Cents
	Balance Cents // after it, since the start
}

// A CashMonth is one calendar month of the curve.
type CashMonth struct {
	Month   Day // its first day
	Out, In Cents
	Balance Cents // at the end of the month, since the start
}

// Cash follows the balance from the start to the last payment; ok is false until the funding and the dates are known. On
// one day the town pays before it receives.
func (d *Dossier) Cash() (c Cash, ok bool) {
	f, ok := d.Funding()
	invoices, dated := d.Invoices()
	if !ok || !dated {
		return Cash{}, false
	}
	for _, v := range invoices {
		c.Moves = append(c.Moves, CashMove{Day: v.Paid, Out: v.Amount.Gross})
	}
	first, balance := d.Receipts()
	c.Moves = append(c.Moves, CashMove{Day: first, In: f.First}, CashMove{Day: balance, In: f.Balance})
	slices.SortStableFunc(c.Moves, func(a, b CashMove) int { return cmp.Compare(a.Day, b.Day) })

	held := Cents(0)
	month := CashMonth{Month: firstOfMonth(min(d.Mission.Start, c.Moves[0].Day))}
	for i := range c.Moves {
		m := &c.Moves[i]
		for month.Month < firstOfMonth(m.Day) {
			c.Months = append(c.Months, month)
			month = CashMonth{Month: month.Month.AddMonths(1), Balance: held}
		}
		held += m.In - m.Out
		m.Balance = held
		month.Out, month.In, month.Balance = month.Out+m.Out, month.In+m.In, held
		if held < c.Worst {
			c.Worst, c.On = held, m.Day
		}
	}
	c.Months = append(c.Months, month)
	return c, true
}

// Receipts are the days on which the two payments are expected; empty until the dates of the mission are known.
func (d *Dossier) Receipts() (first, balance Day) {
	p := &d.Payment
	return d.Mission.Start.AddMonths(clamp(p.FirstLag)), d.Mission.End().AddMonths(clamp(p.BalanceLag))
}

// clamp keeps a number of months within what is computed.
func clamp(months int) int { return min(max(months, 0), longest) }

func firstOfMonth(d Day) Day { return d.AddDays(1 - d.Time().Day()) }

// A BudgetYear is the part of the mission that falls to one year of the town's accounts: the invoices by the month of the
// work, whenever they are paid, and the payments received. (rattachement des charges, domain §5.4)
type BudgetYear struct {
	Year    int
	Expense Cents
	Revenue Cents
}

// BudgetYears splits the mission by year, in order; ok is false until the funding and the dates are known.
func (d *Dossier) BudgetYears() (years []BudgetYear, ok bool) {
	f, ok := d.Funding()
	invoices, dated := d.Invoices()
	if !ok || !dated {
		return nil, false
	}
	first, balance := d.Receipts()
	from, to := d.Mission.Start.Time().Year(), max(first, balance).Time().Year()
	years = make([]BudgetYear, to-from+1)
	for i := range years {
		years[i].Year = from + i
	}
	for _, v := range invoices {
		years[v.From.Time().Year()-from].Expense += v.Amount.Gross
	}
	years[first.Time().Year()-from].Revenue += f.First
	years[balance.Time().Year()-from].Revenue += f.Balance
	return years, true
}
