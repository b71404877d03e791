package document

import (
	"strconv"

	"appuitechnique/model"
)

// missionCost prints the monthly and the total cost; what cannot be computed yet is named as lacking.
func (w *writer) missionCost() (month, total Spans) {
	inputs := w.costInputs()
	overall := append([]any{&w.d.Mission.Months}, inputs...)
	m, t, ok := w.d.MissionCost()
	if !ok {
		return w.lackingFigure("coût mensuel", overall), w.lackingFigure("coût total", overall)
	}
	return w.priced(m, inputs), w.priced(t, overall)
}

// An account is the subsidy as the papers print it.
type account struct {
	eligible, subsidy, first, balance Spans

	whole bool // the whole cost is subsidised: eligible and total are one amount
}

// account prints the figures of the subsidy; what cannot be computed yet is named as lacking.
func (w *writer) account() account {
	d := w.d
	base := append([]any{&d.Mission.Months, &d.Terms.TaxBase, &d.Terms.FeesIncluded, &d.Terms.DuesIncluded}, w.costInputs()...)
	paid := append([]any{&d.Terms.Rate, &d.Terms.Ceiling}, base...)
	halves := append([]any{&d.Payment.FirstShare}, paid...)
	f, ok := d.Funding()
	if !ok {
		return account{
			eligible: w.lackingFigure("assiette de la subvention", base),
			subsidy:  w.lackingFigure("montant de la subvention", paid),
			first:    w.lackingFigure("montant du premier versement", halves),
			balance:  w.lackingFigure("montant du solde", halves),
		}
	}
	return account{
		eligible: Spans{w.amount(f.Eligible, base...)},
		subsidy:  Spans{w.amount(f.Subsidy, paid...)},
		first:    Spans{w.amount(f.First, halves...)},
		balance:  Spans{w.amount(f.Balance, halves...)},
		whole:    f.Eligible == f.Total.Gross,
	}
}

// lackingFigure names an amount that waits for its inputs.
func (w *writer) lackingFigure(what string, inputs []any) Spans {
	s := w.from("[à compléter : "+what+"]", inputs...)
	s.Missing = true
	return Spans{s}
}

// costInputs lists the questions that the monthly cost comes from.
func (w *writer) costInputs() []any {
	c := &w.d.Cost
	if c.Basis == model.CostQuote {
		return []any{&c.QuoteWages, &c.QuoteDues, &c.QuoteTax, &c.QuoteFee, &c.QuoteOther, &w.d.Group.VAT}
	}
	return []any{&c.Salary, &c.Charges, &c.PayrollTax, &c.Management, &c.Expenses, &w.d.Group.VAT}
}

// amount prints an amount in figures and in words.
func (w *writer) amount(c model.Cents, ps ...any) Span {
	return w.from(c.String()+" ("+c.Words()+")", ps...)
}

// priced prints an amount, with and without VAT when the group charges it.
func (w *writer) priced(p model.Priced, ps []any) Spans {
	if p.Net == p.Gross {
		return Spans{w.amount(p.Gross, ps...)}
	}
	return w.say(w.amount(p.Gross, ps...), " toutes taxes comprises, soit ", w.from(p.Net.String(), ps...), " hors taxes")
}

// budget writes the monthly cost line by line, the schedule of invoices and, for the Caisse des dépôts, how the mission is
// financed.
func (w *writer) budget(financed bool) {
	lines, ok := w.d.MonthlyCost()
	if !ok {
		month, _ := w.missionCost()
		w.text("Le budget sera établi dès que le coût mensuel sera connu : ", month, ".")
		return
	}
	inputs := w.costInputs()
	cell := func(c model.Cents) Spans { return w.say(w.from(c.Plain(), inputs...)) }
	w.add(Table{
		Caption: "Coût d’un mois complet, à mi-temps, hors taxes",
		Columns: []Column{{Title: "Poste de dépense", Width: .7}, {Title: "Montant (€)", Width: .3, Right: true}},
		Rows: [][]Spans{
			{w.say("Salaire brut"), cell(lines.Salary)},
			{w.say("Cotisations et contributions de l’employeur"), cell(lines.Contributions)},
			{w.say("Taxe sur les salaires"), cell(lines.PayrollTax)},
			{w.say("Frais de gestion du Groupement"), cell(lines.Management)},
			{w.say("Frais professionnels"), cell(lines.Expenses)},
		},
		Totals: [][]Spans{{w.say("Coût mensuel hors taxes"), cell(lines.Total())}},
	})
	w.costSource()
	w.invoices()
	if financed {
		w.financing()
	}
}

// costSource says whether the figures are the group's or an estimate.
func (w *writer) costSource() {
	c := &w.d.Cost
	if c.Basis != model.CostQuote {
		w.text("Ces montants sont une estimation : ils seront remplacés par ceux du devis du Groupement.")
		return
	}
	text := w.say(w.from("Ces montants sont ceux du devis du Groupement", &c.Basis))
	if w.wants(&c.QuoteRef) {
		text = w.say(text, " référencé ", &c.QuoteRef)
	}
	w.text(text, w.onDay(&c.QuoteDay), ".")
}

// invoices writes the schedule, one row a calendar month, with VAT when the group charges it.
func (w *writer) invoices() {
	m := &w.d.Mission
	list, ok := w.d.Invoices()
	if !ok {
		w.text("L’échéancier sera établi dès que la date de "+
			"prise de poste (", &m.Start, ") et la durée (", w.months(), ") seront connues.")
		return
	}
	inputs := append([]any{&m.Start, &m.Months, &w.d.Payment.Proration}, w.costInputs()...)
	cell := func(c model.Cents) Spans { return w.say(w.from(c.Plain(), inputs...)) }
	taxed := w.d.Group.VAT == model.VATFull
	var rows [][]Spans
	var total model.Priced
	for _, v := range list {
		row := []Spans{w.say(upperFirst(v.From.Month())), w.say(billedDays(v)), cell(v.Amount.Net)}
		if taxed {
			row = append(row, cell(v.Amount.Gross))
		}
		rows = append(rows, row)
		total.Net, total.Gross = total.Net+v.Amount.Net, total.Gross+v.Amount.Gross
	}
	foot := []Spans{w.say("Total"), w.monthsInFigures(), cell(total.Net)}
	if taxed {
		foot = append(foot, cell(total.Gross))
	}
	w.add(Table{
		Caption: "Échéancier prévisionnel des factures du Groupement",
		Columns: invoiceColumns(taxed), Rows: rows, Totals: [][]Spans{foot},
	})
	w.text("Un mois incomplet est facturé ", w.proration(), " ; la dernière facture solde le total.")
}

func invoiceColumns(taxed bool) []Column {
	if taxed {
		return []Column{{Title: "Mois", Width: .25}, {Title: "Période facturée", Width: .33},
			{Title: "Hors taxes (€)", Width: .21, Right: true}, {Title: "Toutes taxes (€)", Width: .21, Right: true}}
	}
	return []Column{{Title: "Mois", Width: .3}, {Title: "Période facturée", Width: .4},
		{Title: "Montant (€)", Width: .3, Right: true}}
}

// monthsInFigures prints the duration in figures, for a column.
func (w *writer) monthsInFigures() Spans {
	m := &w.d.Mission
	return w.say(w.put(&m.Months, strconv.Itoa(m.Months)+" mois"))
}

// billedDays says which days of its month an invoice covers.
func billedDays(v model.Invoice) string {
	if v.Whole() {
		return "mois complet"
	}
	return "du " + dayOfMonth(v.From) + " au " + v.To.String()
}

// dayOfMonth writes the rank of a day in its month: « 16 », « 1er ».
func dayOfMonth(d model.Day) string {
	n := d.Time().Day()
	if n == 1 {
		return "1er"
	}
	return strconv.Itoa(n)
}

// financing writes who pays what: the two payments of the Caisse des dépôts, and what is left to the town.
func (w *writer) financing() {
	d := w.d
	f, ok := d.Funding()
	if !ok {
		return
	}
	inputs := append([]any{&d.Mission.Months, &d.Terms.Rate, &d.Terms.Ceiling, &d.Payment.FirstShare}, w.costInputs()...)
	cell := func(c model.Cents) Spans { return w.say(w.from(c.Plain(), inputs...)) }
	w.add(Table{
		Caption: "Subvention de la Caisse des dépôts",
		Columns: []Column{{Title: "Versement", Width: .3}, {Title: "Moment", Width: .4}, {Title: "Montant (€)", Width: .3,
			Right: true}},
		Rows: [][]Spans{
			{w.say("Premier versement (", &d.Payment.FirstShare, ")"), w.say("au démarrage de la mission"), cell(f.First)},
			{w.say("Solde (", w.secondShare(), ")"), w.say("en fin de mission, au plus"), cell(f.Balance)},
		},
		Totals: [][]Spans{{w.say("Subvention maximale"), nil, cell(f.Subsidy)}},
	})
	rows := [][]Spans{{w.say("Mise à disposition facturée par le Groupement"), cell(f.Total.Gross)}}
	if f.Dues > 0 {
		rows = append(rows, []Spans{w.say("Cotisations d’adhésion " +
			"au Groupement"), w.say(w.from(f.Dues.Plain(), &d.Cost.Dues, &d.Mission.Months))})
	}
	if f.Indirect > 0 {
		label := w.say("Coûts indirects supportés par " + w.town())
		if w.wants(&d.Cost.IndirectFor) {
			label = w.say(label, " (", w.line(&d.Cost.IndirectFor), ")")
		}
		rows = append(rows, []Spans{label, w.say(w.from(f.Indirect.Plain(), &d.Cost.Indirect))})
	}
	rows = append(rows, []Spans{w.say("Subvention de la Caisse des dépôts, à déduire"), cell(-f.Subsidy)})
	w.add(Table{
		Caption: "Reste à charge prévisionnel de " + w.town(),
		Columns: []Column{{Title: "Élément", Width: .7}, {Title: "Montant (€)", Width: .3, Right: true}},
		Rows:    rows,
		Totals:  [][]Spans{{w.say("Reste à charge"), cell(f.Left)}},
	})
}
