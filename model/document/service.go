package document

import (
	"appuitechnique/model"
)

// writeService writes the monthly attestation of service fait: one month, that the dossier chooses, and where the mission
// stands with it. (domain §1.9)
func writeService(w *writer, _ *Document) {
	f := &w.d.FollowUp
	b := f.AttestedBill()
	month := w.say(w.life(&f.Bills))
	if b != nil {
		month = w.monthOf(b)
	}
	w.add(Facts{Rows: append([]Fact{{"Mois attesté", inBold(month)}}, append(w.parties(),
		Fact{"Convention", upperAll(w.secondmentCited())},
		Fact{"Projet", w.say(&w.d.Project.Title)},
		Fact{"Expert", w.expertCited()},
		Fact{"Quotité", w.say("mi-temps (0,5 ETP)")})...)})
	w.section("1", "Activité du mois")
	if b == nil {
		w.text(w.life(&f.Bills), ".")
	} else {
		w.activity(b)
	}
	w.section("2", "Montant facturable")
	w.billable(b)
	w.section("3", "Situation depuis la prise de poste")
	if b == nil {
		w.text(w.life(&f.Bills), ".")
	} else {
		w.situation(b)
	}
	w.section("4", "Certification")
	w.text("L’ordonnateur soussigné atteste que le service correspondant a été fait, conformément à la convention de mise à disposition et " +
		"à la feuille de route, et que l’expert a été affecté exclusivement au projet.")
	w.pieces("5", w.piece("la facture du Groupement"), w.piece("le relevé d’activité mensuel établi par l’expert et visé par son référent"),
		w.piece("les livrables remis au cours du mois, ou leur bordereau"))
	day := (*model.Day)(nil)
	if b != nil {
		day = &b.Certified
	}
	w.claimSignatures(day)
}

// activity says how much the expert worked in the month, and at what.
func (w *writer) activity(b *model.Bill) {
	rows := []Fact{
		{"Période", w.say("du ", w.life(&b.From), " au ", w.life(&b.To))},
		{"Jours prévus", w.say(w.life(&b.Planned))},
		{"Jours réalisés", w.say(w.life(&b.Worked))},
	}
	rows = w.optional(rows, "Absences", &b.Absences)
	rows = w.optional(rows, "Réserves de la collectivité", &b.Reserves)
	if !w.has(&b.Reserves) {
		rows = append(rows, Fact{"Réserves de la collectivité", w.say(w.from("aucune réserve n’est inscrite", &b.Reserves))})
	}
	w.add(Facts{Rows: rows})
	w.text("Travaux du mois :")
	if w.has(&b.Work) {
		w.items(closed(w.each(&b.Work))...)
		return
	}
	w.text(w.life(&b.Work))
}

// billable says what the month costs, as billed.
func (w *writer) billable(b *model.Bill) {
	if b == nil {
		w.text(w.life(&w.d.FollowUp.Bills), ".")
		return
	}
	amount := w.say(w.life(&b.Amount))
	if c, ok := b.Net(); ok && w.has(&b.Amount) {
		amount = Spans{w.amount(c, &b.Amount)}
	}
	w.text("La facture n° ", w.life(&b.Number), " du ", w.life(&b.Day), " est arrêtée à ", amount, ", taxe sur la valeur ajoutée comprise "+
		"s’il y en a.")
}

// situation sums the invoices before b, and b: days and amounts, with their totals.
func (w *writer) situation(b *model.Bill) {
	var before, now tally
	for _, v := range w.d.FollowUp.Bills {
		switch {
		case v == b:
			now.add(v)
		case v.Kind != model.BillCredit && v.From < b.From:
			before.add(v)
		}
	}
	row := func(name string, t tally) []Spans {
		cell := func(s string) Spans { return w.say(w.from(s, &w.d.FollowUp.Bills)) }
		return []Spans{w.say(name), cell(t.planned.String()), cell(t.worked.String()), cell(t.amount.Plain())}
	}
	all := tally{before.planned + now.planned, before.worked + now.worked, before.amount + now.amount}
	w.add(Table{
		Caption: "Jours et factures",
		Columns: []Column{{Title: "Période", Width: .31}, {Title: "Jours prévus", Width: .21, Right: true},
			{Title: "Jours réalisés", Width: .21, Right: true}, {Title: "Facturé (€)", Width: .27, Right: true}},
		Rows:   [][]Spans{row("Mois précédents", before), row("Mois attesté", now)},
		Totals: [][]Spans{row("Total", all)},
	})
}

// A tally sums invoices.
type tally struct {
	planned, worked model.Hundredths
	amount          model.Cents
}

func (t *tally) add(b *model.Bill) {
	net, _ := b.Net() // an amount that lacks is named in the month's own section
	t.planned, t.worked, t.amount = t.planned+b.Planned, t.worked+b.Worked, t.amount+net
}

// monthOf names the month of a bill.
func (w *writer) monthOf(b *model.Bill) Spans {
	if w.has(&b.From) {
		return w.say(w.from(upperFirst(b.From.Month()), &b.From))
	}
	return w.say(w.life(&b.From))
}
