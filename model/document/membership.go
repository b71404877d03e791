package document

import (
	"appuitechnique/model"
)

// writeMembership writes the bulletin d’adhésion to the group. (domain §1.3)
func writeMembership(w *writer, _ *Document) {
	m := &w.d.Membership
	w.advice()
	w.section("1", "L’adhérente")
	w.add(Facts{Rows: w.memberFacts()})
	w.section("2", "Le groupement d’employeurs")
	w.add(Facts{Rows: w.groupFacts()})
	w.section("3", "Demande d’adhésion")
	college := Spans(nil)
	if w.has(&m.College) {
		college = w.say(", au titre du ", w.line(&m.College))
	}
	w.text(w.theTown()+" demande à adhérer au Groupement", college, ", avec effet au ", &m.Accepted, ", en application de la ",
		w.vote(w.d.Council.JoiningAct()), ".")
	if w.has(&m.Number) {
		w.text("Numéro d’adhérente donné par le Groupement : ", &m.Number, ".")
	}
	w.section("4", "Représentation à l’assemblée générale")
	rows := []Fact{{"Représentant titulaire", w.say(&m.Delegate)}}
	w.add(Facts{Rows: w.optional(rows, "Représentant suppléant", &m.Substitute)})
	w.section("5", "Engagements")
	w.items(closed(w.memberCommitments())...)
	w.stated(w.text, "Règles de responsabilité des membres, telles que les statuts les prévoient", &w.d.Group.Liability)
	w.section("6", "Besoins prévisionnels")
	w.memberNeeds()
	w.section("7", "Données à caractère personnel")
	w.text("Les données recueillies par ce bulletin servent à la gestion de l’adhésion et à l’information de l’inspection du travail. Les "+
		"personnes concernées exercent leurs droits auprès du Groupement ; pour "+w.town()+", auprès du délégué à la protection des "+
		"données : ", &w.d.Contacts.DataOfficer, ".")
	w.pieces("8",
		w.piece("la délibération qui décide l’adhésion, exécutoire"), w.piece("les statuts et le règlement intérieur du Groupement, visés"),
		w.piece("le relevé d’identité bancaire du comptable assignataire"))
	w.memberSignatures()
	w.toCheck("code du travail, art. L. 1253-8, D. 1253-1, D. 1253-3 et D. 1253-6",
		"code général des collectivités territoriales, art. L. 2122-22, 24°")
}

func (w *writer) memberFacts() []Fact {
	t, m := &w.d.Town, &w.d.Membership
	rows := []Fact{
		{"Dénomination", w.say(upperAll(w.townName()), " (« "+w.town()+" »)")},
		{"Nature juridique", w.say(&t.Kind)},
		{"Siège", w.say(&t.Address)},
		{"Numéro SIRET", w.say(&t.SIRET)},
		{"Activité", w.say("administration publique générale")},
	}
	rows = w.optional(rows, "Effectif", &m.Headcount, " agents")
	rows = append(rows, Fact{"Signataire", w.personAs(w.d.Signatories.Signer())},
		Fact{"Comptable assignataire", w.say(&t.Accountant)})
	return w.optional(rows, "Code service Chorus Pro", &t.ChorusCode)
}

func (w *writer) groupFacts() []Fact {
	g := &w.d.Group
	rows := []Fact{
		{"Dénomination", w.say(upperAll(w.group("")), " (« le Groupement »)")},
		{"Forme", w.say(w.groupForm())},
		{"Siège", w.say(&g.Address)},
		{"Numéro SIRET", w.say(&g.SIRET)},
	}
	rows = w.optional(rows, "Numéro RNA", &g.RNA)
	return append(rows, Fact{"Signataire", w.personAs(&g.President)}, Fact{"Convention collective", w.say(&g.LabourAgreement)},
		Fact{"Régime de TVA", w.say(&g.VAT)})
}

func (w *writer) memberCommitments() []Spans {
	c, g := &w.d.Cost, &w.d.Group
	received := map[model.Answer]string{model.Yes: "reconnaît avoir reçu", model.No: "demande à recevoir"}
	dues := w.say("verse la cotisation annuelle, soit ", &c.Dues)
	if c.Deposit != nil && *c.Deposit > 0 {
		dues = w.say(dues, ", et le dépôt de garantie, soit ", &c.Deposit)
	}
	return []Spans{
		w.say(w.town()+" ", w.either(&g.Received, received[g.Received], "reconnaît avoir reçu ou demande à recevoir"), " ",
			w.statutes(), " et en accepte les stipulations"),
		w.say("elle ", dues),
		w.say("elle répond des dettes du Groupement envers ses salariés et les organismes de cotisations obligatoires dans les conditions de " +
			"l’article L. 1253-8 du code du travail et des statuts"),
		w.say("elle informe son comité social territorial de son adhésion, et le Groupement de tout changement de sa situation"),
		w.say("le Groupement porte l’adhésion à la connaissance de l’inspection du travail dans le mois (articles D. 1253-3 et D. 1253-6)"),
	}
}

func (w *writer) memberNeeds() {
	if w.has(&w.d.Membership.Needs) {
		w.prose(&w.d.Membership.Needs)
	}
	w.text("Mise à disposition envisagée : un expert opérationnel à mi-temps (0,5 ETP), pour une durée de ", w.months(), ", du ",
		&w.d.Mission.Start, " au ", w.missionEnd(), " inclus, pour le projet « ", &w.d.Project.Title, " ».")
}

func (w *writer) memberSignatures() {
	town := w.townSignatory(w.d.Council.JoiningAct())
	group := w.groupSignatory()
	group.Role = "Pour acceptation de l’adhésion"
	w.boxes(nil, &w.d.Membership.Form, town, group)
}
