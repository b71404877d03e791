package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/ui/form"
	"appuitechnique/ui/kit"
)

// showMoney shows the budget of the mission, its months and the money that the town lends.
func (e *editor) showMoney() {
	e.leavePage()
	e.back, e.field = nil, ""
	e.parts = model.Form(e.dossier)
	column := kit.VStack(kit.Scaled(18), e.pageHead("Finances",
		"Ce que coûte la mission, ce que la subvention en prend, et ce que la ville avance en attendant."))
	if words, id := e.moneyAwaits(); words != "" {
		column.Add(kit.NewCard(kit.VStack(kit.Scaled(12), kit.NewParagraph(words, kit.SizeBody, theme.ColorNameForeground),
			kit.HStack(0, kit.NewButton("Répondre", kit.Secondary, func() { e.modify("", id) })))))
	} else {
		e.writeMoney(column)
	}
	e.scroll = kit.NewScroll(kit.AtMost(kit.Scaled(calendarWidth), kit.Pad(22, 28, 28, 28, column)))
	e.put(pageMoney, e.scroll)
}

// moneyAwaits says what the figures still need, and the question to begin with; empty when they can be computed.
func (e *editor) moneyAwaits() (words, id string) {
	d := e.dossier
	if _, ok := d.MonthlyCost(); !ok {
		at, _ := model.FieldAt(e.parts, &d.Cost.Basis)
		return "Donnez d’abord le coût mensuel : une estimation, ou le devis du groupement.", at.ID
	}
	if _, ok := d.Invoices(); !ok {
		return "Donnez d’abord la date de prise de poste et la durée de la mission.", "mission.start"
	}
	if _, ok := d.Cash(); !ok {
		at, _ := model.FieldAt(e.parts, &d.Terms.Rate)
		return "Donnez d’abord le taux de la subvention et la part versée au démarrage.", at.ID
	}
	return "", ""
}

// writeMoney adds the cards; those that follow the simulation are written again when it changes.
func (e *editor) writeMoney(column *fyne.Container) {
	curve, rest := kit.VStack(0), kit.VStack(kit.Scaled(18))
	write := func() {
		curve.RemoveAll()
		rest.RemoveAll()
		if words, _ := e.moneyAwaits(); words != "" {
			rest.Add(kit.NewParagraph(words, kit.SizeBody, kit.ColorMuted))
		} else {
			curve.Add(e.cashCurve())
			rest.Add(e.monthsCard())
			rest.Add(e.yearsCard())
		}
		curve.Refresh()
		rest.Refresh()
	}
	e.form = form.New(form.Config{
		Fields: e.cashFields, Focused: e.focused, Resized: e.resized, Communes: searchCommunes, Commune: communeName,
		Changed: func(id string) { e.answered(id); write(); e.resized() },
	})
	write()
	column.Add(e.budgetCard())
	column.Add(kit.NewCard(kit.VStack(kit.Scaled(14), kit.NewHeading("Trésorerie", kit.SizeSection, theme.ColorNameForeground), curve,
		kit.NewRule(kit.ColorBorder),
		kit.NewHeading("Et si les versements arrivaient plus tard ?", kit.SizeBody, theme.ColorNameForeground), e.form.Content)))
	column.Add(rest)
}

// cashFields are the questions on which the advance of the town depends.
func (e *editor) cashFields() []model.Field {
	e.parts = model.Form(e.dossier)
	p := &e.dossier.Payment
	var out []model.Field
	for _, at := range []any{&p.FirstLag, &p.BalanceLag, &p.DueDays} {
		if f, ok := model.FieldAt(e.parts, at); ok {
			out = append(out, f)
		}
	}
	return out
}

// budgetCard sets what is spent beside what is received; both sums are equal.
func (e *editor) budgetCard() fyne.CanvasObject {
	f, _ := e.dossier.Funding()
	spent := f.Total.Gross + f.Dues + f.Indirect
	side := func(title string, lines ...fyne.CanvasObject) fyne.CanvasObject {
		list := kit.VStack(0, kit.Pad(0, 8, 4, 8, kit.NewStrong(title, kit.SizeSmall, kit.ColorMuted)))
		for _, line := range append(lines, e.amountLine("Total", spent, "", true)) {
			list.Add(kit.NewRule(kit.ColorBorder))
			list.Add(line)
		}
		return list
	}
	share := float32(0)
	if spent > 0 {
		share = min(max(float32(f.Subsidy)/float32(spent), 0), 1)
	}
	return kit.NewCard(kit.VStack(kit.Scaled(12), kit.NewHeading("Budget de la mission", kit.SizeSection, theme.ColorNameForeground),
		kit.NewParagraph(fmt.Sprintf("%d mois à %s. La subvention couvre %d\u202f%% du total.", e.dossier.Mission.Months, f.Month.Gross,
			int(share*100+0.5)), kit.SizeBody, theme.ColorNameForeground),
		kit.NewTrack(14, kit.Piece{From: 0, To: 1, Color: kit.ColorWarnTint, Edge: kit.ColorWarnText},
			kit.Piece{From: 0, To: share, Color: theme.ColorNamePrimary}).Said(fmt.Sprintf("Part de la subvention : %d\u202f%%", int(share*100+0.5))),
		kit.NewParagraph("Barre pleine : la subvention. Reste, cerné : la charge de la ville.", kit.SizeCaption, kit.ColorMuted),
		kit.Columns(kit.Scaled(24), kit.Scaled(270),
			side("Dépenses", e.amountLine("Mise à disposition, toutes taxes comprises", f.Total.Gross, "payment.total", false),
				e.amountLine("Cotisations au groupement", f.Dues, "cost.dues", false),
				e.amountLine("Coûts indirects de la ville", f.Indirect, "cost.indirect", false)),
			side("Recettes", e.amountLine("Subvention de la Caisse des dépôts", f.Subsidy, "payment.subsidy", false),
				e.amountLine("Reste à la charge de la ville", f.Left, "payment.left", false)))))
}

// amountLine is a line of the budget; pressing it goes to the question that explains it.
func (e *editor) amountLine(words string, amount model.Cents, id string, strong bool) fyne.CanvasObject {
	label := kit.NewParagraph(words, kit.SizeSmall, theme.ColorNameForeground)
	label.Bold = strong
	figure := kit.NewText(amount.String(), kit.SizeSmall, theme.ColorNameForeground)
	figure.Bold = strong
	row := kit.Ended(kit.Scaled(12), label, figure)
	if id == "" {
		return kit.Pad(7, 8, 7, 8, row)
	}
	line := kit.NewListLine(row, func() { e.modify("", id) }).Padded(7, 8, 7, 8)
	line.OnFocus = func() { kit.Reveal(e.scroll, line) }
	return line
}

// cashCurve draws the balance day after day, and says when it is at its lowest.
func (e *editor) cashCurve() fyne.CanvasObject {
	c, _ := e.dossier.Cash()
	a := axis{c.Months[0].Month, c.Months[len(c.Months)-1].Month.AddMonths(1)}
	points := []kit.Point{{}}
	for _, m := range c.Moves {
		p := kit.Point{X: a.at(m.Day), Y: float32(m.Balance)}
		if m.Balance == c.Worst && m.Day == c.On {
			p.Mark, p.Words = true, m.Balance.String()
		}
		points = append(points, p)
	}
	kind, words := model.StatusComplete, "Aucune avance : la subvention précède toujours les factures."
	if c.On != "" {
		kind = model.StatusBegun
		words = fmt.Sprintf("Au plus fort, la ville avance %s, le %s : le mois le plus tendu est %s.", -c.Worst, c.On, c.On.Month())
	}
	return kit.VStack(kit.Scaled(6), kit.Beside(kit.Scaled(10), newMark(kind, false),
		kit.NewParagraph(words, kit.SizeBody, theme.ColorNameForeground)),
		kit.NewCurve(points), kit.NewTrack(18, a.months(true)...).Said(a.String()),
		kit.NewParagraph("Au-dessus de la ligne : la subvention reçue dépasse les factures payées. Au-dessous : la ville avance. Losange : le "+
			"point le plus bas.", kit.SizeCaption, kit.ColorMuted))
}

// The proportions of the columns of the monthly schedule.
var monthColumns = []float32{9, 8, 8, 9, 11}

// monthsCard is the schedule: what is billed for each month, paid, received, and the balance at its end.
func (e *editor) monthsCard() fyne.CanvasObject {
	c, _ := e.dossier.Cash()
	invoices, _ := e.dossier.Invoices()
	billed := map[string]model.Cents{}
	for _, v := range invoices {
		billed[v.From.Month()] = v.Amount.Gross
	}
	export := kit.NewButton("Exporter pour un tableur (.xlsx)…", kit.Secondary, e.exportSchedule).With(theme.DownloadIcon())
	export.OnFocus = func() { kit.Reveal(e.scroll, export) }
	list := kit.VStack(0, figuresRow(true, "Mois", "Facture", "Payé", "Reçu", "Solde"))
	for _, m := range c.Months {
		name := m.Month.Month()
		if c.On != "" && c.On.Month() == name {
			name += " — le plus bas"
		}
		list.Add(kit.NewRule(kit.ColorBorder))
		list.Add(figuresRow(c.On.Month() == m.Month.Month(), name, plainAmount(billed[m.Month.Month()]), plainAmount(m.Out), plainAmount(m.In),
			m.Balance.Plain()))
	}
	return kit.NewCard(kit.VStack(kit.Scaled(10), kit.NewHeading("Échéancier mensuel", kit.SizeSection, theme.ColorNameForeground),
		kit.NewParagraph("En euros, toutes taxes comprises ; le solde est celui de la fin du mois, depuis le début.", kit.SizeSmall, kit.ColorMuted),
		list, kit.HStack(0, export)))
}

// yearsCard splits the mission between the budgets of the town.
func (e *editor) yearsCard() fyne.CanvasObject {
	years, _ := e.dossier.BudgetYears()
	list := kit.VStack(0, figuresRow(true, "Exercice", "Dépense", "Recette"))
	for _, y := range years {
		list.Add(kit.NewRule(kit.ColorBorder))
		list.Add(figuresRow(false, fmt.Sprint(y.Year), plainAmount(y.Expense), plainAmount(y.Revenue)))
	}
	return kit.NewCard(kit.VStack(kit.Scaled(10), kit.NewHeading("Par exercice budgétaire", kit.SizeSection, theme.ColorNameForeground),
		kit.NewParagraph("En euros : la dépense au mois du travail, la recette au jour où elle est attendue.", kit.SizeSmall, kit.ColorMuted), list))
}

// plainAmount writes an amount of a table; a dash for nothing.
func plainAmount(c model.Cents) string {
	if c == 0 {
		return "–"
	}
	return c.Plain()
}

// figuresRow is a row of a table: a name, then figures set on the right.
func figuresRow(strong bool, name string, figures ...string) fyne.CanvasObject {
	first := kit.NewParagraph(name, kit.SizeSmall, theme.ColorNameForeground)
	first.Bold = strong
	cells := []fyne.CanvasObject{first}
	for _, f := range figures {
		t := kit.NewText(f, kit.SizeSmall, theme.ColorNameForeground)
		t.Bold = strong
		cells = append(cells, kit.HStack(0, kit.Spacer(), t))
	}
	return kit.Pad(5, 8, 5, 8, kit.Shares(kit.Scaled(6), monthColumns[:len(cells)], cells...))
}
