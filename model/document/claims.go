package document

import (
	"appuitechnique/model"
)

// writeFirstClaim writes the demande de versement n° 1, at the start of the mission. (domain §1.10)
func writeFirstClaim(w *writer, doc *Document) {
	doc.Title = "Demande de versement n° 1"
	p := &w.d.Payment
	f := w.account()
	w.add(Facts{Rows: w.claimFacts(w.say("n° 1, premier versement (", &p.FirstShare, ")"))})
	w.section("1", "Montant demandé")
	if money, ok := w.d.Funding(); ok {
		cell := func(c model.Cents) Spans { return w.say(w.from(c.Plain(), w.claimInputs()...)) }
		w.add(Table{
			Caption: "Premier versement",
			Columns: []Column{{Title: "Élément", Width: .7}, {Title: "Montant (€)", Width: .3, Right: true}},
			Rows: [][]Spans{
				{w.say("Premier versement demandé (", &p.FirstShare, ")"), cell(money.First)},
				{w.say("Solde restant à verser en fin de mission, au plus (", w.secondShare(), ")"), cell(money.Balance)},
			},
			Totals: [][]Spans{{w.say("Subvention maximale convenue"), cell(money.Subsidy)}},
		})
	}
	if !w.has(&w.d.FollowUp.First.Received) {
		w.text("Aucun versement n’est intervenu à ce jour au titre de la convention.")
	}
	w.text(w.theTown()+" demande le versement de ", f.first, ".")
	w.text("La mise à disposition a commencé le ", w.life(&w.d.FollowUp.Arrived), ". Sa durée prévue est de ", w.months(), ".")
	w.certified("2")
	w.pieces("3", w.firstPieces("la convention de soutien")...)
	w.claimSignatures(&w.d.FollowUp.First.Asked)
}

// claimInputs are the questions that the amounts of the subsidy come from.
func (w *writer) claimInputs() []any {
	return append([]any{&w.d.Mission.Months, &w.d.Terms.Rate, &w.d.Terms.Ceiling, &w.d.Payment.FirstShare}, w.costInputs()...)
}

// claimFacts says who asks for what, under which convention, and where to pay.
func (w *writer) claimFacts(number Spans) []Fact {
	t, p := &w.d.Town, &w.d.Payment
	rows := []Fact{
		{"Demande", number},
		{"Convention", upperAll(w.supportCited())},
		{"Bénéficiaire", w.say(upperAll(w.townName()), " (« "+w.town()+" »)")},
		{"Numéro SIRET", w.say(&t.SIRET)},
		{"Direction régionale", w.say(&t.Office)},
		{"Projet", w.say(&w.d.Project.Title)},
		{"Employeur de l’expert", upperAll(w.group(""))},
		{"Expert", w.expertCited()},
		{"Comptable assignataire", w.say(&t.Accountant)},
	}
	rows = w.optional(rows, "IBAN", &p.TownIBAN)
	rows = w.optional(rows, "Imputation de la recette", &w.d.Prior.RevenueLine)
	for _, a := range w.d.FollowUp.Amendments {
		if w.wants(&a.Number) && a.Paper == model.PaperSupport {
			rows = append(rows, Fact{"Avenant", w.say("n° ", &a.Number, " du ", &a.Day, " : ", w.line(&a.Object))})
		}
	}
	return rows
}

// certified is the sentence that the ordonnateur signs under a claim; the model annexed to the convention gives the same.
const certified = "L’ordonnateur soussigné certifie l’exactitude des éléments de la présente demande, l’affectation exclusive de l’expert " +
	"au projet et l’absence de double financement des mêmes dépenses."

func (w *writer) certified(number string) {
	w.section(number, "Certification")
	w.text(certified)
}

// firstPieces lists what is joined to the first claim; the convention de soutien, which calls itself otherwise, lists the same.
func (w *writer) firstPieces(support string) []Spans {
	return []Spans{
		w.say(support + " signée et la délibération qui l’approuve, exécutoire"),
		w.say("la preuve de l’adhésion de " + w.town() + " au Groupement"),
		w.say("la convention de mise à disposition signée"),
		w.say("l’attestation de démarrage de la mission, qui indique la date de prise de poste de l’Expert"),
		w.say("le relevé d’identité bancaire du comptable assignataire"),
	}
}

// secondPieces lists what is joined to the second claim; communication names the commitments on communication.
func (w *writer) secondPieces(communication Spans) []Spans {
	return []Spans{
		w.say("le bilan final de la mission"),
		w.say("l’état récapitulatif des factures du Groupement, visé par le comptable assignataire"),
		w.say("les attestations mensuelles de service fait et le procès-verbal de fin de mission"),
		w.say("le plan de financement définitif de la mise à disposition"),
		w.say("une attestation sur l’honneur relative au régime de taxe sur la valeur ajoutée appliqué"),
		w.say("la preuve du respect des engagements ", communication),
	}
}

// claimSignatures are the boxes under a claim: the ordonnateur, and others.
func (w *writer) claimSignatures(day *model.Day, others ...Signatory) {
	box := w.townSignatory(&w.d.Council.Signing)
	box.Role = "L’ordonnateur"
	w.boxes(nil, day, append([]Signatory{box}, others...)...)
}

// writeSecondClaim writes the demande de versement n° 2: the bills, what they justify, and the balance.
func writeSecondClaim(w *writer, doc *Document) {
	doc.Title = "Demande de versement n° 2"
	f := &w.d.FollowUp
	w.add(Facts{Rows: append(w.claimFacts(w.say("n° 2, solde (", w.secondShare(), " au plus)")),
		Fact{"Mise à disposition", w.say("du ", w.life(&f.Arrived), " au ", w.life(&f.Ended))},
		Fact{"Bilan final arrêté le", w.say(w.life(&f.Final.Day))})})
	w.section("1", "État récapitulatif des factures")
	w.billTable()
	w.section("2", "Décompte définitif")
	w.settlement()
	w.certified("3")
	w.pieces("4", w.secondPieces(w.say("de communication"))...)
	visa := Signatory{Key: "comptable", For: w.say("Visa de l’état récapitulatif par le comptable assignataire"), Name: upperAll(w.say(&w.d.Town.Accountant))}
	w.claimSignatures(&f.Second.Asked, visa)
}

// settlement says what the real cost justifies, what was received, and what is left to ask or to give back.
func (w *writer) settlement() {
	f := &w.d.FollowUp
	inputs := append([]any{&f.Stage, &f.Bills, &f.First.Amount}, w.claimInputs()...)
	a, ok := w.d.Account()
	if !ok {
		w.text(w.theTown()+" demande le versement du solde, soit ", w.lackingFigure("montant du solde, après la dernière facture", inputs), ".")
		return
	}
	cell := func(c model.Cents) Spans { return w.say(w.from(c.Plain(), inputs...)) }
	last, lastName := a.Balance, "Solde demandé"
	if a.Refund > 0 {
		last, lastName = -a.Refund, "Excédent à reverser"
	}
	w.add(Table{
		Caption: "Décompte de la subvention",
		Columns: []Column{{Title: "Élément", Width: .7}, {Title: "Montant (€)", Width: .3, Right: true}},
		Rows: [][]Spans{
			{w.say("Subvention justifiée par le coût réel, dans la limite de la subvention convenue"), cell(a.Due)},
			{w.say("Premier versement reçu" + w.receivedOn(&f.First.Received) + ", à déduire"), cell(-a.First)},
		},
		Totals: [][]Spans{{w.say(lastName), cell(last)}},
	})
	w.text("Coût total facturé, avoirs déduits : ", w.amount(a.Billed, &f.Bills), ". Dépenses retenues pour la subvention : ",
		w.amount(a.Eligible, append(inputs, &w.d.Terms.FeesIncluded, &w.d.Terms.DuesIncluded, &w.d.Terms.TaxBase)...), ".")
	if a.Refund > 0 {
		w.text("Le premier versement excède la subvention justifiée : aucun solde n’est demandé, et "+w.town()+" reverse ",
			w.amount(a.Refund, inputs...), w.refundDay(), ".")
		return
	}
	w.text(w.theTown()+" demande le versement du solde, soit ", w.amount(a.Balance, inputs...), ".")
}

// receivedOn adds « le … » when the day is given.
func (w *writer) receivedOn(p *model.Day) string {
	if !w.has(p) {
		return ""
	}
	return " le " + p.String()
}

func (w *writer) refundDay() Spans {
	if !w.has(&w.d.FollowUp.Refund) {
		return nil
	}
	return w.say(" le ", &w.d.FollowUp.Refund)
}

// billTable lists the invoices and the credit notes.
func (w *writer) billTable() {
	f := &w.d.FollowUp
	if len(f.Bills) == 0 {
		w.text(w.life(&f.Bills), ".")
		return
	}
	split := w.field(&f.Bills[0].Eligible).Shown()
	var rows [][]Spans
	var total, kept model.Cents
	for _, b := range f.Bills {
		row := []Spans{w.billName(b), w.periodOf(b), w.say(w.life(&b.Day)), w.certifiedCell(b)}
		net, ok := b.Net()
		if total += net; ok {
			row = append(row, w.say(w.from(net.Plain(), &b.Amount)))
		} else {
			row = append(row, w.say(w.life(&b.Amount)))
		}
		if split {
			counted, known := w.d.Counted(b)
			if kept += counted; known {
				row = append(row, w.say(w.from(counted.Plain(), &b.Eligible)))
			} else {
				row = append(row, w.say(w.life(&b.Eligible)))
			}
		}
		rows = append(rows, row)
	}
	foot := []Spans{w.say("Total"), nil, nil, nil, w.say(w.from(total.Plain(), &f.Bills))}
	if split {
		foot = append(foot, w.say(w.from(kept.Plain(), &f.Bills)))
	}
	w.add(Table{Caption: "Factures et avoirs du Groupement", Columns: billTableColumns(split), Rows: rows, Totals: [][]Spans{foot}})
}

func billTableColumns(split bool) []Column {
	if split {
		return []Column{{Title: "Pièce", Width: .16}, {Title: "Période", Width: .24}, {Title: "Date", Width: .14},
			{Title: "Service fait", Width: .14}, {Title: "Montant (€)", Width: .16, Right: true}, {Title: "Dont retenu (€)", Width: .16, Right: true}}
	}
	return []Column{{Title: "Pièce", Width: .18}, {Title: "Période", Width: .28}, {Title: "Date", Width: .17},
		{Title: "Service fait", Width: .17}, {Title: "Montant (€)", Width: .20, Right: true}}
}

// periodOf says which days a bill is for: its month, where it covers the whole of it.
func (w *writer) periodOf(b *model.Bill) Spans {
	if !w.has(&b.From) || !w.has(&b.To) {
		return w.say(w.life(&b.From), " – ", w.life(&b.To))
	}
	words := "Du " + b.From.String() + " au " + b.To.String()
	if b.From.Month() == b.To.Month() {
		words = "Du " + dayOfMonth(b.From) + " au " + b.To.String()
		if b.From.Time().Day() == 1 && b.To.AddDays(1).Time().Day() == 1 {
			words = upperFirst(b.From.Month())
		}
	}
	return w.say(w.from(words, &b.From, &b.To))
}

// billName is what a bill is, and its number.
func (w *writer) billName(b *model.Bill) Spans {
	kind := "Facture "
	if b.Kind == model.BillCredit {
		kind = "Avoir "
	}
	return w.say(w.from(kind, &b.Kind), w.life(&b.Number))
}

func (w *writer) certifiedCell(b *model.Bill) Spans {
	if b.Kind == model.BillCredit {
		return Spans{{Text: "–"}}
	}
	return w.say(w.life(&b.Certified))
}
