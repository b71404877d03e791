package document

import (
	"appuitechnique/model"
)

func secondmentMoney(w *writer) {
	p, t := &w.d.Payment, &w.d.Town
	month, total := w.missionCost()
	w.p(w.theTown() + " rembourse au Groupement le coût exact de la mise à disposition : salaire, cotisations et " +
		"contributions, frais professionnels et quote-part des frais de gestion. Le Groupement ne réalise aucun bénéfice.")
	w.p("Le coût mensuel prévisionnel est de ", month, ", soit un coût total prévisionnel de ", total, " pour ", w.months(),
		". Le détail par poste et l’échéancier figurent en ", w.annex("budget"), ".")
	w.p("Le Groupement émet une facture par mois civil, à terme échu. Le mois incomplet est facturé ", w.proration(), ".")
	w.p("Les absences non rémunérées par le Groupement ne sont pas facturées. Toute variation du coût, notamment par l’effet " +
		"de la loi ou de la convention collective, est justifiée par le Groupement ; celle qui porte le coût total au-delà du " +
		"montant prévu au présent article requiert un avenant.")
	chorus := w.say("Les factures, accompagnées du relevé d’activité, sont déposées sur Chorus Pro")
	if w.wants(&t.ChorusCode) {
		chorus = w.say(chorus, " (code service ", &t.ChorusCode, ")")
	}
	w.p(chorus, " et payées dans un délai de ", w.put(&p.DueDays, counted(p.DueDays, "jour")), " à compter de leur réception.")
	w.p(w.vat(), ".")
	bank := w.say("Les paiements sont effectués par virement au compte du Groupement")
	if w.wants(&w.d.Group.IBAN) {
		bank = w.say(bank, " : IBAN ", &w.d.Group.IBAN)
	}
	w.p(bank, " (", w.annex("bank"), "). Ils sont faits par le comptable assignataire : ", w.line(&t.Accountant), ".")
}

// proration says how a month that is not whole is counted (domain §5.2).
func (w *writer) proration() Span {
	p := &w.d.Payment
	return w.put(&p.Proration, map[model.Proration]string{
		model.ProrationCalendar: "au prorata des jours calendaires (jours de présence rapportés au nombre de jours du mois)",
		model.ProrationThirty:   "par trentièmes",
		model.ProrationWorked:   "au prorata des jours ouvrés du mois",
	}[p.Proration])
}

// vat states the regime of the group.
func (w *writer) vat() Span {
	g := &w.d.Group
	return w.put(&g.VAT, map[model.VATRegime]string{
		model.VATFull: "Les prestations du Groupement sont soumises à la taxe sur la valeur ajoutée au taux en vigueur",
		model.VATExempt: "Les prestations du Groupement sont exonérées de taxe sur la valeur ajoutée au titre des services " +
			"rendus par un groupement à ses membres (article 261 B du code général des impôts, dans sa numérotation " +
			"antérieure), sous réserve qu’elles soient facturées à leur coût exact ; les factures en portent mention",
		model.VATFranchise: "Le Groupement bénéficie de la franchise en base de taxe sur la valeur ajoutée (article 293 B du " +
			"code général des impôts, dans sa numérotation antérieure) ; les factures en portent mention",
	}[g.VAT])
}

func secondmentInsurance(w *writer) {
	g, s := &w.d.Group, &w.d.Secondment
	w.p(w.theTown() + " répond des dommages causés aux tiers par l’Expert dans l’exécution de la mission qu’elle lui confie. " +
		"Le Groupement répond des manquements à ses obligations d’employeur.")
	group := w.say("Le Groupement justifie d’une assurance de responsabilité civile")
	if w.wants(&g.Insurance) {
		group = w.say(group, " (", &g.Insurance, ")")
	}
	town := w.say(w.theTown() + " justifie d’une assurance couvrant l’Expert dans les mêmes conditions que ses agents")
	if w.wants(&s.Insurance) {
		town = w.say(town, " (", &s.Insurance, ")")
	}
	w.p(group, ". ", town, ".")
	w.p("En cas d’accident du travail ou de trajet, " + w.town() + " en informe le Groupement dans les vingt-quatre (24) " +
		"heures ; le Groupement procède aux déclarations.")
}

func secondmentLiability(w *writer) {
	w.p("Les membres du Groupement sont solidairement responsables de ses dettes à l’égard des salariés et des organismes " +
		"créanciers de cotisations obligatoires, sauf règles de répartition ou règles propres aux collectivités territoriales " +
		"prévues par les statuts (article L. 1253-8).")
	w.stated(w.p, "Les statuts du Groupement prévoient à cet égard", &w.d.Group.Liability)
}

func secondmentAbsence(w *writer) {
	s := &w.d.Secondment
	w.p("En cas d’absence prévisible de plus d’un mois, de rupture du contrat de travail ou d’inaptitude de l’Expert, le "+
		"Groupement propose un remplaçant de qualification équivalente dans "+
		"un délai de ", w.put(&s.ReplaceDays, counted(s.ReplaceDays, "jour")), ".")
	w.p("La facturation est suspendue pendant l’absence, hors sommes que le Groupement reste légalement tenu de verser à "+
		"l’Expert et dont il justifie. Le remplaçant est désigné dans les formes de l’", w.ref("object"), " ; la Caisse des "+
		"dépôts en est informée par "+w.town()+".")
}

func secondmentEthics(w *writer) {
	e := &w.d.Expert
	w.secrecy()
	w.p("L’Expert respecte, pendant la mise à disposition, les obligations déontologiques des agents publics, notamment le " +
		"secret et la discrétion professionnels, la neutralité et l’impartialité.")
	interests := w.say("Il n’exerce pas de fonctions susceptibles de l’exposer aux sanctions des articles 432-12 et 432-13 " +
		"du code pénal")
	if w.wants(&e.Interests) {
		interests = w.say(interests, " ; sa déclaration d’intérêts a été remise le ", &e.Interests)
	} else {
		interests = w.say(interests, " ; il remet à "+w.town()+", avant sa prise de poste, une déclaration d’intérêts")
	}
	w.p(interests, ". Il s’abstient de traiter toute affaire dans laquelle il aurait un intérêt et en avertit les Parties.")
}

func secondmentProperty(w *writer) {
	w.deliverables("de la mission de l’Expert")
	w.p("À la fin de la mise à disposition, l’Expert restitue à " + w.town() + " l’ensemble des documents, des données et du " +
		"matériel qui lui ont été confiés, et établit un dossier de passation.")
}

func secondmentData(w *writer) {
	w.personalData("Le Groupement est responsable des traitements relatifs à la gestion du "+
		"personnel ; "+w.town()+" est responsable de ceux qu’elle met en œuvre pour le Projet et pour le suivi "+
		"de la mission.", "Chacun")
}

func secondmentEnding(w *writer) {
	s := &w.d.Secondment
	w.p("Chaque Partie, ainsi que l’Expert, peut mettre fin à la mise à disposition avant son terme, par lettre recommandée "+
		"avec demande d’avis de réception, moyennant un préavis de ", w.put(&s.NoticeMonths, counted(s.NoticeMonths, "mois")), ".")
	w.p("En cas de faute grave de l’Expert, ou de manquement grave d’une Partie non réparé dans les quinze (15) jours d’une " +
		"mise en demeure, la mise à disposition peut prendre fin sans préavis.")
	w.p("La fin de la convention de soutien, pour quelque cause que ce soit, autorise " + w.town() + " à mettre fin à la mise " +
		"à disposition dans les mêmes conditions de préavis. Les sommes dues jusqu’à la date d’effet sont facturées au prorata.")
	w.p("La présente convention ne fait pas obstacle à un recrutement ultérieur de l’Expert par " + w.town() + ", dans le " +
		"respect des règles qui s’y appliquent.")
}

func secondmentLaw(w *writer) {
	w.amendment("les Parties")
	w.disputes("la juridiction compétente, déterminée selon la nature du litige. Les différends entre le Groupement et " +
		"l’Expert relèvent du conseil de prud’hommes.")
	w.p("Les annexes font partie intégrante de la convention, dont le corps prévaut en cas de contradiction. La convention et " +
		"ses avenants sont communiqués à l’Expert avant signature.")
}
