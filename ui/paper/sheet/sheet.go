// Package sheet writes the échéancier of a dossier as a spreadsheet whose sums are formulas: who changes a cost, a rate or a
// duration in it sees what follows. It knows the typed dossier and the file format, and nothing of papers or screens.
//
// The file is written here rather than by a library: five small XML parts, where the best kept one adds six megabytes to a
// program that is downloaded. That library reads the file again in the tests, and computes every formula.
package sheet

import (
	"cmp"
	"fmt"
	"slices"

	"appuitechnique/model"
)

// Awaited says what Schedule still needs when it has nothing to write.
const Awaited = model.Advice("L’échéancier se calcule une fois donnés le coût mensuel, la date de prise de poste, la durée, le taux de la subvention " +
	"et la part du premier versement.")

// A plan is what the tables are written from.
type plan struct {
	d        *model.Dossier
	funding  model.Funding
	cash     model.Cash
	invoices []model.Invoice
	years    []model.BudgetYear
}

// Schedule writes the échéancier of d as an XLSX file; ok is false until the funding and the dates of the mission are known.
func Schedule(d *model.Dossier) (file []byte, ok bool, err error) {
	p := plan{d: d}
	var known [4]bool
	p.funding, known[0] = d.Funding()
	p.cash, known[1] = d.Cash()
	p.invoices, known[2] = d.Invoices()
	p.years, known[3] = d.BudgetYears()
	if known != [4]bool{true, true, true, true} {
		return nil, false, nil
	}
	file, err = workbook{day: d.Changed, pages: []page{p.parameters(), p.schedule(), p.treasury(), p.budget()}}.write()
	return file, true, err
}

func (p plan) titled(name string) [][]cell {
	about := fmt.Sprintf("%s – réponses au %s", p.d.Town.Name, p.d.Changed.Short())
	if p.d.Reference != "" {
		about = "Dossier " + p.d.Reference + " – " + about
	}
	return [][]cell{{words(name, title)}, {words(about+". Montants prévisionnels.", remark)}, nil}
}

// The formulas count in whole cents wherever a half is rounded: so they give the very cents of the model, in every program.
// %s is an amount in euros, then a rate.
const ofRate = "ROUND(ROUND(100*%s,0)*ROUND(10000*%s,0)/10000,0)/100"

// parameters are what the other tables compute from; their formulas name these rows.
func (p plan) parameters() page {
	d, f, t := p.d, p.funding, &p.d.Terms
	vat := model.Rate(0)
	if d.Group.VAT == model.VATFull {
		vat = model.VATRate
	}
	base := f.Lines.Total()
	if t.FeesIncluded == model.No {
		base -= f.Lines.Management
	}
	ceiling := words("", moneyGiven)
	if t.Ceiling != nil {
		ceiling = euros(*t.Ceiling, moneyGiven)
	}
	line := func(label string, value cell) []cell { return []cell{words(label, plain), value} }
	sum := func(label string, value cell) []cell { return []cell{words(label, total), value} }
	rows := append(p.titled("Paramètres de l’échéancier"), [][]cell{
		{words("Coût d’un mois plein, à mi-temps", head), words("", head)}, // row 4
		line("Salaire brut", euros(f.Lines.Salary, moneyGiven)),
		line("Cotisations de l’employeur", euros(f.Lines.Contributions, moneyGiven)),
		line("Taxe sur les salaires", euros(f.Lines.PayrollTax, moneyGiven)),
		line("Frais de gestion du groupement", euros(f.Lines.Management, moneyGiven)),
		line("Frais professionnels", euros(f.Lines.Expenses, moneyGiven)),
		sum("Coût mensuel hors taxes", euros(f.Month.Net, moneyTotal).by("ROUND(SUM(B5:B9),2)")), // row 10
		line("Taux de TVA facturé par le groupement", rate(vat)),
		sum("Coût mensuel toutes taxes comprises", euros(f.Month.Gross, moneyTotal).by("ROUND(B10+"+ofRate+",2)", "B10", "B11")),
		line("Durée de la mission, en mois", number(d.Mission.Months, countGiven)),
		sum("Coût total toutes taxes comprises", euros(f.Total.Gross, moneyTotal).by("ROUND(B13*B12,2)")),
		nil,
		{words("Subvention et reste à charge", head), words("", head)}, // row 16
		line("Frais de gestion compris dans l’assiette (1 : oui, 0 : non)", number(given(t.FeesIncluded != model.No), countGiven)),
		line("Cotisation comprise dans l’assiette (1 : oui, 0 : non)", number(given(t.DuesIncluded == model.Yes), countGiven)),
		line("Assiette toutes taxes comprises (1 : oui, 0 : non)", number(given(t.TaxBase != model.BaseWithoutTax), countGiven)),
		line("Cotisation d’adhésion, par an", euros(amount(d.Cost.Dues), moneyGiven)), // row 20
		line("Taux de la subvention", rate(*t.Rate)),
		line("Plafond de la subvention (vide : aucun)", ceiling),
		line("Part du premier versement", rate(*d.Payment.FirstShare)),
		line("Mois retenu dans l’assiette, hors taxes", euros(base, money).by("ROUND(B10-IF(B17=0,B8,0),2)")),
		sum("Assiette de la subvention", euros(f.Eligible, moneyTotal).
			by("ROUND(B13*(B24+IF(B19=1,"+ofRate+",0))+IF(B18=1,B30,0),2)", "B24", "B11")), // row 25
		sum("Subvention", euros(f.Subsidy, moneyTotal).by(`IF(B22="",%[1]s,MIN(B22,%[1]s))`, fmt.Sprintf(ofRate, "B25", "B21"))),
		line("Premier versement", euros(f.First, money).by("INT(ROUND(100*B26,0)*ROUND(10000*B23,0)/10000)/100")),
		line("Solde", euros(f.Balance, money).by("ROUND(B26-B27,2)")),
		line("Dépenses indirectes de la ville", euros(f.Indirect, moneyGiven)),
		line("Cotisations de la mission (une par année commencée)", euros(f.Dues, money).by("ROUND(B20*ROUNDUP(B13/12,0),2)")), // row 30
		sum("Reste à charge de la ville", euros(f.Left, moneyTotal).by("ROUND(B14+B30+B29-B26,2)")),
		nil,
		{words("Les cases sur fond jaune se modifient ; tout le reste se recalcule. Les dates et les jours comptés sont ceux du dossier.", remark)},
	}...)
	return page{name: "Paramètres", widths: []int{62, 18}, rows: rows}
}

// schedule lists the invoices to expect.
func (p plan) schedule() page {
	rows := append(p.titled("Échéancier des factures"), []cell{words("N°", head), words("Du", head), words("Au", head), words("Jours comptés", head),
		words("Sur", head), words("Hors taxes", head), words("TVA", head), words("Toutes taxes comprises", head), words("À payer au plus tard le", head)})
	first := len(rows) + 1
	var net, gross model.Cents
	for i, v := range p.invoices {
		r := len(rows) + 1
		monthly, withTax := "'Paramètres'!$B$10", fmt.Sprintf("ROUND(F%d+"+ofRate+",2)", r, fmt.Sprintf("F%d", r), "'Paramètres'!$B$11")
		counted, of := words("", plain), words("", plain)
		if v.Of > 0 {
			counted, of = number(v.Counted, count), number(v.Of, count)
			monthly = fmt.Sprintf("ROUND(ROUND(100*%s,0)*D%d/E%d,0)/100", monthly, r, r)
		}
		if i == len(p.invoices)-1 { // what is left of the mission
			monthly, withTax = left("10", "F", first, r), left("12", "H", first, r)
		}
		rows = append(rows, []cell{number(i+1, count), day(v.From), day(v.To), counted, of, euros(v.Amount.Net, money).by("%s", monthly),
			euros(v.Amount.Gross-v.Amount.Net, money).by("ROUND(H%d-F%d,2)", r, r), euros(v.Amount.Gross, money).by("%s", withTax), day(v.Paid)})
		net, gross = net+v.Amount.Net, gross+v.Amount.Gross
	}
	last := len(rows)
	sum := func(c model.Cents, of string) cell {
		return euros(c, moneyTotal).by("ROUND(SUM(%s%d:%s%d),2)", of, first, of, last)
	}
	rows = append(rows, []cell{words("Total", total), words("", total), words("", total), words("", total), words("", total),
		sum(net, "F"), sum(gross-net, "G"), sum(gross, "H"), words("", total)})
	return page{name: "Échéancier", widths: []int{7, 12, 12, 10, 8, 16, 16, 18, 16}, frozen: first - 1, rows: rows}
}

// left is what the invoices from row first to the one above r leave of the mission: of its months at the cost of that row of
// the parameters.
func left(cost, column string, first, r int) string {
	all := "'Paramètres'!$B$13*'Paramètres'!$B$" + cost
	if r == first {
		return "ROUND(" + all + ",2)"
	}
	return fmt.Sprintf("ROUND(%s-SUM(%s%d:%s%d),2)", all, column, first, column, r-1)
}

// treasury follows the balance, payment by payment, in the order of the model.
func (p plan) treasury() page {
	type move struct {
		day     model.Day
		what    string
		out, in cell
	}
	var moves []move
	for i, v := range p.invoices {
		moves = append(moves, move{v.Paid, fmt.Sprintf("Facture n° %d", i+1), euros(v.Amount.Gross, money).by("'Échéancier'!H%d", i+5), cell{}})
	}
	first, balance := p.d.Receipts()
	moves = append(moves, move{first, "Subvention : premier versement", cell{}, euros(p.funding.First, money).by("'Paramètres'!$B$27")},
		move{balance, "Subvention : solde", cell{}, euros(p.funding.Balance, money).by("'Paramètres'!$B$28")})
	slices.SortStableFunc(moves, func(a, b move) int { return cmp.Compare(a.day, b.day) })
	rows := append(p.titled("Trésorerie"), []cell{words("Date", head), words("Mouvement", head), words("Payé", head), words("Reçu", head), words("Solde", head)})
	for i, m := range moves {
		r := len(rows) + 1
		before := ""
		if i > 0 {
			before = fmt.Sprintf("E%d+", r-1)
		}
		rows = append(rows, []cell{day(m.day), words(m.what, plain), m.out, m.in, euros(p.cash.Moves[i].Balance, money).by("ROUND(%sD%d-C%d,2)", before, r, r)})
	}
	n := len(rows)
	rows = append(rows, []cell{words("Total", total), words("", total), euros(p.funding.Total.Gross, moneyTotal).by("ROUND(SUM(C5:C%d),2)", n),
		euros(p.funding.Subsidy, moneyTotal).by("ROUND(SUM(D5:D%d),2)", n), words("", total)},
		[]cell{words("Avance la plus forte", total), words("", total), words("", total), words("", total), euros(-p.cash.Worst, moneyTotal).by("-MIN(0,E5:E%d)", n)})
	return page{name: "Trésorerie", widths: []int{22, 34, 18, 18, 18}, frozen: 4, rows: rows}
}

// budget splits the mission by year of the town's accounts: the invoices by the month of the work, the payments received by
// their day.
func (p plan) budget() page {
	rows := append(p.titled("Budget par exercice"), []cell{words("Exercice", head), words("Dépense", head), words("Recette", head)})
	between := `ROUND(SUMIFS(%[1]s!$%[2]s$5:$%[2]s$%[3]d,%[1]s!$%[4]s$5:$%[4]s$%[3]d,">="&DATE(A%[5]d,1,1),%[1]s!$%[4]s$5:$%[4]s$%[3]d,"<="&DATE(A%[5]d,12,31)),2)`
	invoices := len(p.invoices) + 4
	for _, y := range p.years {
		r := len(rows) + 1
		rows = append(rows, []cell{number(y.Year, count), euros(y.Expense, money).by(between, "'Échéancier'", "H", invoices, "B", r),
			euros(y.Revenue, money).by(between, "'Trésorerie'", "D", invoices+2, "A", r)})
	}
	n := len(rows)
	rows = append(rows, []cell{words("Total", total), euros(p.funding.Total.Gross, moneyTotal).by("ROUND(SUM(B5:B%d),2)", n),
		euros(p.funding.Subsidy, moneyTotal).by("ROUND(SUM(C5:C%d),2)", n)})
	return page{name: "Budget", widths: []int{16, 18, 18}, frozen: 4, rows: rows}
}

func given(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// amount reads an amount that may be unanswered.
func amount(c *model.Cents) model.Cents {
	if c == nil {
		return 0
	}
	return *c
}
