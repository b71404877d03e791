package document

import (
	"appuitechnique/model"
)

// writeService writes the monthly attestation of service fait: one month, that the dossier chooses, and where the mission
// stands with it. (domain §1.9)
func writeService(w *writer, doc *Document) {
	f := &w.d.FollowUp
	b := f.AttestedBill()
	if b != nil && b.From != "" {
		doc.Title += " – " + b.From.Month()
	}
	w.add(Facts{Rows: append(w.parties(),
		Fact{"Convention", upperAll(w.secondmentCited())},
		Fact{"Projet", w.say(&w.d.Project.Title)},
		Fact{"Expert", w.expertCited()},
		Fact{"Quotité", w.say("mi-temps (0,5 ETP)")})})
	w.section("1", "Activité du mois")
	if b == nil {
		w.text(w.life(&f.Bills), ".")
	} else {
		w.activity(b)
	}
	w.section("2", "Montant facturable")
	w.billable(b)
	if b != nil {
		w.section("3", "Situation depuis la prise de poste")
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

// situation lists the invoices up to b: days and amounts, with their totals.
func (w *writer) situation(b *model.Bill) {
	var rows [][]Spans
	var planned, worked model.Hundredths
	var total model.Cents
	for _, v := range w.d.FollowUp.Bills {
		if v.Kind == model.BillCredit || v.From > b.From {
			continue
		}
		planned, worked = planned+v.Planned, worked+v.Worked
		amount := w.say(w.life(&v.Amount))
		if net, ok := v.Net(); ok {
			total += net
			amount = w.say(w.from(net.Plain(), &v.Amount))
		}
		rows = append(rows, []Spans{w.monthOf(v), w.say(w.life(&v.Planned)), w.say(w.life(&v.Worked)), amount})
	}
	sum := func(s string) Spans { return w.say(w.from(s, &w.d.FollowUp.Bills)) }
	w.add(Table{
		Caption: "Jours et factures, mois par mois",
		Columns: []Column{{Title: "Mois", Width: .31}, {Title: "Jours prévus", Width: .21, Right: true},
			{Title: "Jours réalisés", Width: .21, Right: true}, {Title: "Facturé (€)", Width: .27, Right: true}},
		Rows:   rows,
		Totals: [][]Spans{{w.say("Total"), sum(planned.String()), sum(worked.String()), sum(total.Plain())}},
	})
}

// monthOf names the month of a bill.
func (w *writer) monthOf(b *model.Bill) Spans {
	if w.has(&b.From) {
		return w.say(w.from(upperFirst(b.From.Month()), &b.From))
	}
	return w.say(w.life(&b.From))
}
