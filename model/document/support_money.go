package document

import (
	"appuitechnique/model"
)

func supportTown(w *writer) {
	s, st := &w.d.Steering, w.theTown()
	w.p(st + " s’engage à :")
	w.items(
		w.say("adhérer au Groupement avant le début de la mise à disposition et le rester jusqu’à son terme ;"),
		w.say("assurer le portage politique du Projet", w.sponsor(), " ;"),
		w.say("affecter l’Expert exclusivement au pilotage du Projet, à l’exclusion de toute mission de pilotage du programme "+
			"Action Cœur de Ville et de tout autre projet ;"),
		w.say("désigner un interlocuteur de l’Expert au sein de ses services : ", w.personAs(&s.Referent), ", et y "+
			"rattacher l’Expert au service suivant : ", w.line(&s.Service), " ;"),
		w.say("fournir à l’Expert les locaux, les moyens matériels et les accès nécessaires à sa mission ;"),
		w.say("tenir la Caisse des dépôts informée de l’avancement de la mission dans les "+
			"conditions de l’", w.ref("steering"), " ;"),
		w.say("ne pas obtenir, pour les mêmes dépenses, un financement qui porterait le total des aides au-delà de leur coût ;"),
		w.say("inscrire à son budget les crédits nécessaires et faire l’avance des factures du Groupement entre les deux "+
			"versements ;"),
		w.say("informer sans délai la Caisse des dépôts de tout changement affectant le Projet, la mission, l’Expert ou son "+
			"adhésion au Groupement."),
	)
	w.p(st + " demeure seule maître d’ouvrage du Projet et seule responsable des décisions prises à partir des travaux " +
		"de l’Expert.")
}

// sponsor names the élu référent when there is one.
func (w *writer) sponsor() Spans {
	b := &w.d.Backing
	if !w.wants(&b.Sponsor) {
		return nil
	}
	return w.say(", confié à ", w.sponsorNamed())
}

// sponsorNamed says who carries the project in the assembly, and in what capacity.
func (w *writer) sponsorNamed() Spans {
	b := &w.d.Backing
	if !w.wants(&b.SponsorFor) {
		return w.say(&b.Sponsor)
	}
	return w.say(&b.Sponsor, ", ", w.line(&b.SponsorFor))
}

func supportBank(w *writer) {
	c := &w.d.Contacts
	w.p("La Caisse des dépôts s’engage à :")
	contact := w.say("désigner un interlocuteur de "+w.town()+" au sein de la Direction régionale ", &w.d.Town.Office)
	if w.wants(&c.OfficeName) {
		contact = w.say(contact, " : ", &c.OfficeName)
	}
	if w.wants(&c.OfficeEmail) {
		contact = w.say(contact, " (", &c.OfficeEmail, ")")
	}
	w.items(
		w.say("verser la subvention dans les conditions des articles ", w.figure("amount"), " et ", w.figure("payment"), " ;"),
		w.say(contact, " ;"),
		w.say("participer au comité de pilotage de la mission."),
	)
	w.p("La Caisse des dépôts n’exerce aucune mission de maîtrise d’ouvrage, de maîtrise d’œuvre ou de conseil au titre du " +
		"Projet. Elle n’est ni l’employeur de l’Expert ni son donneur d’ordres, et sa responsabilité ne peut être recherchée " +
		"à raison de la conception, de la réalisation ou de l’équilibre financier du Projet.")
}

func supportAmount(w *writer) {
	t := &w.d.Terms
	f := w.account()
	month, total := w.missionCost()
	w.p("Le coût de la mise à disposition s’entend des salaires, des charges et des frais de l’Expert facturés par le "+
		"Groupement à "+
		w.town()+". Il est retenu ", w.taxBase(), w.unconfirmed(&t.TaxBaseBy), ". ", w.feesSense(), w.duesSense())
	base := w.say("Ce coût total est retenu en entier pour le calcul de la subvention (l’assiette).")
	if !f.whole {
		base = w.say("Le coût retenu pour le calcul de la subvention (l’assiette) est de ", f.eligible, ".")
	}
	w.p("Le coût mensuel prévisionnel de la mise à disposition est de ", month, ", soit, pour ", w.months(), ", un coût total "+
		"prévisionnel de ", total, ". ", base, " Le détail de ces montants figure en ", w.annex("budget"), ".")
	w.p("La Caisse des dépôts apporte une subvention de ", &t.Rate, " de cette assiette", w.unconfirmed(&t.RateBy), w.ceiling(),
		", soit un montant maximal de ", f.subsidy, ".")
	w.p("Ce montant est un plafond. Il n’est ni révisable ni actualisable, et ne peut excéder le coût effectivement supporté par " +
		w.town() + " au titre de la mise à disposition.")
	w.p("La subvention de la Caisse des dépôts a pour objet de soutenir une action de " + w.town() + ", qui en a l’initiative " +
		"; elle ne rémunère aucune prestation rendue à la Caisse des dépôts.")
}

// ceiling adds the ceiling of the subsidy, when the parties set one; that there is none is to be confirmed too.
func (w *writer) ceiling() Spans {
	t := &w.d.Terms
	switch {
	case !w.wants(&t.Ceiling) && t.CeilingBy.Given():
		return nil
	case !w.wants(&t.Ceiling):
		return w.say(", sans autre plafond que le coût réel", w.unconfirmed(&t.CeilingBy))
	}
	return w.say(", dans la limite d’un plafond de ", w.amount(*t.Ceiling, &t.Ceiling), w.unconfirmed(&t.CeilingBy))
}

func (w *writer) taxBase() Span {
	t := &w.d.Terms
	words := "toutes taxes comprises"
	if t.TaxBase == model.BaseWithoutTax {
		words = "hors taxes"
	}
	return w.either(&t.TaxBase, words, "hors taxes ou toutes taxes comprises")
}

// feesSense says whether the fee of the group is subsidised.
func (w *writer) feesSense() Spans {
	t := &w.d.Terms
	if !w.wants(&t.FeesIncluded) {
		return nil
	}
	verb := "sont compris"
	if t.FeesIncluded == model.No {
		verb = "ne sont pas compris"
	}
	return w.say("Les frais de gestion "+
		"du Groupement ", w.either(&t.FeesIncluded, verb, "sont ou ne sont pas compris"), " dans ce coût", w.unconfirmed(&t.FeesBy), ". ")
}

// duesSense says whether the membership fee is subsidised.
func (w *writer) duesSense() Spans {
	t := &w.d.Terms
	if !w.wants(&t.DuesIncluded) {
		return nil
	}
	verb := "y est comprise"
	if t.DuesIncluded == model.No {
		verb = "n’y est pas comprise"
	}
	return w.say("La cotisation d’adhésion ", w.either(&t.DuesIncluded, verb, "y est ou n’y est pas comprise"), w.unconfirmed(&t.DuesBy), ". ")
}

func supportPayment(w *writer) {
	p := &w.d.Payment
	f := w.account()
	w.p("La subvention est versée en deux fois, sur demande de " + w.town() + " :")
	w.items(
		w.say("premier versement : ", &p.FirstShare, " au démarrage de la mission, soit ", f.first, ", à compter de la prise "+
			"de poste de l’Expert et sur production des pièces prévues à l’", w.ref("pieces"), " ;"),
		w.say("second versement (solde) : ", w.secondShare(), " en fin de mission, "+
			"soit au plus ", f.balance, ", sur production du bilan final et des autres pièces prévues à l’", w.ref("pieces"), "."),
	)
	w.p("Le solde est arrêté au vu des dépenses réelles : il est égal à la différence entre la subvention recalculée sur "+
		"l’assiette effectivement supportée, dans la limite du montant maximal de l’", w.ref("amount"), ", et le "+
		"premier versement.")
	w.p("Si le premier versement excède la subvention ainsi recalculée, " + w.town() + " reverse l’excédent à la Caisse des " +
		"dépôts dans un délai de soixante (60) jours à compter de la demande qui lui en est faite.")
	w.p(w.theTown()+" demande le solde dans un délai de ", w.put(&p.BalanceFile, counted(p.BalanceFile, "mois")),
		" à compter de la fin de la mise à disposition. Passé ce délai, et après un rappel resté sans effet pendant un (1) "+
			"mois, la Caisse des dépôts peut constater que le solde n’est plus dû.")
	account := w.say("Les versements sont effectués par virement au compte du comptable "+
		"assignataire de "+w.town()+" : ", &w.d.Town.Accountant)
	if w.wants(&p.TownIBAN) {
		account = w.say(account, " ; IBAN : ", &p.TownIBAN)
	}
	w.p(account, ". Le relevé d’identité bancaire est joint en ", w.annex("bank"), ".")
}

// secondShare is what the first payment leaves.
func (w *writer) secondShare() Span {
	p := &w.d.Payment
	if p.FirstShare == nil {
		return w.of(&p.FirstShare)
	}
	return w.put(&p.FirstShare, (10_000 - *p.FirstShare).String())
}

func supportPieces(w *writer) {
	w.p("La demande de premier versement est accompagnée des pièces suivantes :")
	w.items(closed(w.firstPieces("la présente convention"))...)
	w.p("La demande de solde est accompagnée des pièces suivantes :")
	w.items(closed(w.secondPieces(w.say("de l’", w.ref("communication"))))...)
	w.p("Les demandes, certifiées sincères et signées par l’ordonnateur, sont établies selon les modèles de l’", w.annex("forms"),
		". Les pièces justificatives sont tenues à la disposition de la Caisse des dépôts pendant dix (10) ans à compter du "+
			"versement du solde ; celle-ci peut procéder à tout contrôle sur pièces.")
}
