package document

import (
	"fmt"
	"strconv"

	"appuitechnique/model"
)

// shortMonths head the columns of drawings.
var shortMonths = [...]string{"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."}

// calendarHeads names n months from that of first, and their years.
func calendarHeads(first model.Day, n int) (heads []string, years []Year) {
	for i := range n {
		t := first.AddMonths(i).Time()
		heads = append(heads, shortMonths[t.Month()-1])
		label := strconv.Itoa(t.Year())
		if k := len(years); k > 0 && years[k-1].Label == label {
			years[k-1].Months++
			continue
		}
		years = append(years, Year{Label: label, Months: 1})
	}
	return heads, years
}

// euros writes a value of a scale of amounts.
func euros(n int) string { return model.FormatInt(n) + wide + "€" }

// cashInputs are the questions that the advance of the town comes from.
func (w *writer) cashInputs() []any {
	p, m := &w.d.Payment, &w.d.Mission
	return append([]any{&m.Start, &m.Months, &p.DueDays, &p.FirstShare, &p.FirstLag, &p.BalanceLag, &w.d.Terms.Rate,
		&w.d.Terms.Ceiling}, w.costInputs()...)
}

// cash draws what the town advances, from the first payment to the last, and writes it month by month.
func (w *writer) cash(c model.Cash) {
	inputs := w.cashInputs()
	w.text("Le solde est la différence entre ce que la ville a reçu de la Caisse des dépôts et ce qu’elle a payé au Groupement depuis " +
		"le début de la mission. Sous zéro, la ville fait l’avance.")
	first := c.Months[0].Month
	heads, years := calendarHeads(first, len(c.Months))
	var values []model.Cents
	var steps []Step
	for _, m := range c.Moves {
		values = append(values, m.Balance)
		s := Step{At: monthsBetween(first, m.Day), Value: inUnits(m.Balance), From: w.from("", inputs...).From}
		if m.Day == c.On && m.Balance == c.Worst {
			s.Label = m.Balance.String() + " le " + m.Day.String()
		}
		steps = append(steps, s)
	}
	w.add(Curve{
		Caption: "Solde de trésorerie de la ville", Alt: cashAlt(c), Heads: heads, Years: years, Scale: scaleOf(values, euros), Steps: steps,
	})
	cell := func(a model.Cents) Spans { return w.say(w.from(a.Plain(), inputs...)) }
	var rows [][]Spans
	var out, in model.Cents
	for _, m := range c.Months {
		rows = append(rows, []Spans{w.say(upperFirst(m.Month.Month())), cell(m.Out), cell(m.In), cell(m.Balance)})
		out, in = out+m.Out, in+m.In
	}
	w.add(Table{
		Caption: "Paiements et versements, mois par mois",
		Columns: []Column{{Title: "Mois", Width: .28}, {Title: "Payé au Groupement (€)", Width: .24, Right: true},
			{Title: "Reçu (€)", Width: .24, Right: true}, {Title: "Solde en fin de mois (€)", Width: .24, Right: true}},
		Rows: rows, Totals: [][]Spans{{w.say("Total"), cell(out), cell(in), cell(in - out)}},
	})
}

// cashAlt says in words what the curve shows.
func cashAlt(c model.Cash) string {
	first, last := c.Moves[0], c.Moves[len(c.Moves)-1]
	text := fmt.Sprintf("Courbe en escalier du solde, du %s au %s ; à cette date, il est de %s.", first.Day, last.Day, last.Balance)
	if c.On == "" {
		return text + " Il ne passe jamais sous zéro."
	}
	return text + fmt.Sprintf(" Au plus bas, le %s, la ville a avancé %s.", c.On, -c.Worst)
}

// budgetYears draws what each year of accounts bears and receives, and writes it.
func (w *writer) budgetYears(list []model.BudgetYear) {
	inputs := w.cashInputs()
	w.text("Chaque facture compte dans l’exercice du mois de travail, quel que soit le jour de son paiement ; chaque versement dans celui " +
		"où il est attendu. À confirmer avec le comptable assignataire.")
	from := w.from("", inputs...).From
	var heads []string
	var values []model.Cents
	spent, received := Series{Name: "Dépenses : factures du Groupement"}, Series{Name: "Recettes : subvention"}
	cell := func(a model.Cents) Spans { return w.say(w.from(a.Plain(), inputs...)) }
	var rows [][]Spans
	var out, in model.Cents
	alt := "Barres, par exercice :"
	for i, y := range list {
		heads = append(heads, strconv.Itoa(y.Year))
		values = append(values, y.Expense, y.Revenue)
		spent.Values = append(spent.Values, Measure{inUnits(y.Expense), y.Expense.Plain(), from})
		received.Values = append(received.Values, Measure{inUnits(y.Revenue), y.Revenue.Plain(), from})
		rows = append(rows, []Spans{w.say(strconv.Itoa(y.Year)), cell(y.Expense), cell(y.Revenue), cell(y.Revenue - y.Expense)})
		out, in = out+y.Expense, in+y.Revenue
		if i > 0 {
			alt += " ;"
		}
		alt += fmt.Sprintf(" %d, %s de dépenses et %s de recettes", y.Year, y.Expense, y.Revenue)
	}
	w.add(Bars{
		Caption: "Crédits par exercice", Alt: alt + ".", Heads: heads, Scale: scaleOf(values, euros),
		Series: []Series{spent, received},
	}, Table{
		Caption: "Crédits à inscrire, par exercice",
		Columns: []Column{{Title: "Exercice", Width: .28}, {Title: "Dépenses (€)", Width: .24, Right: true},
			{Title: "Recettes (€)", Width: .24, Right: true}, {Title: "Différence (€)", Width: .24, Right: true}},
		Rows: rows, Totals: [][]Spans{{w.say("Total"), cell(out), cell(in), cell(in - out)}},
	})
}

// loads draws the days that the tasks ask of each month, against those that a half-time has.
func (w *writer) loads() {
	m := &w.d.Mission
	list := w.d.MonthLoads()
	if m.Workload() == 0 || len(list) == 0 {
		return
	}
	inputs := []any{&m.Start, &m.Months, &m.Days, &m.Leave}
	for _, t := range m.Tasks {
		inputs = append(inputs, &t.First, &t.Last, &t.Load)
	}
	from := w.from("", inputs...).From
	heads, years := w.ganttMonths()
	load, limit := Series{Name: "Charge des tâches, en jours"}, Series{Name: "Capacité du mois, en jours"}
	var values []model.Hundredths
	for _, month := range list {
		values = append(values, month.Load, month.Capacity)
		load.Values = append(load.Values, Measure{inUnits(month.Load), tenths(month.Load), from})
		limit.Values = append(limit.Values, Measure{Value: inUnits(month.Capacity), From: from})
	}
	w.add(Bars{
		Caption: "Charge et capacité de l’expert, mois par mois", Alt: loadsAlt(list), Heads: heads, Years: years,
		Scale: scaleOf(values, strconv.Itoa), Series: []Series{load}, Limit: limit,
	})
	w.text("La charge d’une tâche est répartie sur ses mois. La capacité d’un mois est celle d’un mi-temps : ses jours ouvrés, moins les " +
		"jours fériés et les congés. À confirmer avec le Groupement.")
}

// tenths writes days to the tenth, as there is room for on a bar.
func tenths(h model.Hundredths) string { return ((h + 5) / 10 * 10).String() }

// loadsAlt says in words what the bars show, naming the months that are too heavy.
func loadsAlt(list []model.MonthLoad) string {
	low, high := list[0].Load, list[0].Load
	var over []string
	for _, m := range list {
		low, high = min(low, m.Load), max(high, m.Load)
		if m.Over() {
			over = append(over, fmt.Sprintf("mois %d, %s jours pour %s", m.Rank, m.Load, m.Capacity))
		}
	}
	text := fmt.Sprintf("Barres sur %s : les tâches demandent de %s à %s jours par mois", fmt.Sprint(len(list), " mois"), low, high)
	if len(over) == 0 {
		return text + ", sans jamais dépasser la capacité du mois."
	}
	text += " ; elles dépassent la capacité de "
	for i, s := range over {
		if i > 0 {
			text += " ; "
		}
		text += s
	}
	return text + "."
}
