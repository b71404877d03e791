package document

import (
	"appuitechnique/model"
)

// supportAnnexes lists the annexes of the convention de soutien (domain §1.1).
func supportAnnexes(w *writer) []appendix {
	return []appendix{
		{"roadmap", "Feuille de route", (*writer).roadmapBody},
		{"job", "Fiche de poste", (*writer).jobBody},
		{"budget", "Budget et échéancier", func(w *writer) { w.budget(true) }},
		{"forms", "Modèles de demande de versement et de bilan final", (*writer).formsBody},
		{"vote", "Délibération approuvant la convention, exécutoire", nil},
		{"logos", "Charte d’utilisation des logotypes", nil},
		{"bank", "Relevé d’identité bancaire du comptable assignataire de " + w.town(), nil},
	}
}

// supportClauses lists the articles of the convention de soutien (domain §1.1).
func supportClauses() []clause {
	return standard(model.PaperSupport, map[model.ArticleKey]func(*writer){
		"object":        supportObject,
		"mission":       supportMission,
		"term":          supportTerm,
		"town":          supportTown,
		"bank":          supportBank,
		"amount":        supportAmount,
		"payment":       supportPayment,
		"pieces":        supportPieces,
		"steering":      supportSteering,
		"evaluation":    supportEvaluation,
		"communication": supportCommunication,
		"property":      supportProperty,
		"secrecy":       supportSecrecy,
		"data":          supportData,
		"compliance":    supportCompliance,
		"change":        supportChange,
		"ending":        supportEnding,
		"misc":          supportMisc,
		"law":           supportLaw,
	})
}

// supportTitled is supportClauses with the town under its name.
func supportTitled(w *writer) []clause {
	list := supportClauses()
	for i := range list {
		if list[i].key == "town" {
			list[i].title = "Engagements de " + w.town()
		}
	}
	return list
}

func writeSupport(w *writer, doc *Document) {
	if w.wants(&w.d.Support.Number) {
		doc.Title += " n° " + oneLine(w.d.Support.Number)
	}
	doc.Initials = w.paraphes(2)
	list := append(w.tailored(model.PaperSupport, supportTitled(w)), w.particular(model.PaperSupport)...)
	w.number(list, supportAnnexes(w))
	w.advice()
	w.add(Label{Text: "Entre"})
	w.bankParty()
	w.add(Label{Text: "et"})
	w.townParty(&w.d.Council.Signing)
	w.text("la Caisse des dépôts et "+w.town()+" étant ci-après dénommées ensemble « ", bold("les Parties"), " »,")
	supportVisas(w)
	supportReasons(w)
	supportPreamble(w)
	w.text("Ceci exposé, il est convenu ce qui suit.")
	w.clauses(list)
	w.listAnnexes()
	supportSignatures(w)
	w.writeAnnexes()
	w.toCheck("code général des collectivités territoriales, art. L. 2121-29", "loi n° 78-17 du 6 janvier 1978 modifiée")
}

func supportVisas(w *writer) {
	s, st := &w.d.Support, &w.d.Study
	w.add(Label{Text: "Vu"})
	visas := []Spans{
		w.say("le code monétaire et financier, notamment ses articles L. 518-2 et suivants ;"),
		w.say("le code général des collectivités territoriales, notamment son article L. 2121-29 ;"),
		w.say("le code du travail, notamment ses articles L. 1253-1 à L. 1253-23 ;"),
	}
	visas = append(visas, w.frameworkVisas()...)
	visas = append(visas,
		w.say("le rapport de la mission d’assistance à maîtrise d’ouvrage remis le ", &st.ReportDay, " et l’échange du ",
			&st.Exchange, " par lequel "+w.town()+" et la Direction régionale ont validé la mission ;"),
		w.say("la ", w.vote(&w.d.Council.Signing), ", approuvant la présente convention et autorisant sa signature ;"))
	if w.wants(&s.Decision) {
		visas = append(visas, w.say("la décision d’engagement de la Caisse des dépôts référencée ", &s.Decision,
			w.onDay(&s.DecisionDay), " ;"))
	}
	w.items(closed(visas)...)
}

// frameworkVisas cite the framework convention of the programme and what amended it.
func (w *writer) frameworkVisas() []Spans {
	t := &w.d.Town
	out := []Spans{w.say("la convention-cadre Action Cœur de Ville signée le ", &t.ACVAgreement, " ;")}
	if w.wants(&t.ORTAmendment) {
		out = append(out, w.say("l’avenant à cette convention-cadre, signé le ", &t.ORTAmendment, " ;"))
	}
	return out
}

// onDay adds « en date du … » when the day is given.
func (w *writer) onDay(p *model.Day) Spans {
	if !w.wants(p) {
		return nil
	}
	return w.say(" en date du ", p)
}

// supportReasons recalls what makes the project eligible, and what the parties have already agreed.
func supportReasons(w *writer) {
	b := &w.d.Backing
	w.add(Label{Text: "Considérant"})
	items := []Spans{w.say("que " + w.town() + ", qui porte le projet, a sollicité l’appui technique proposé, à titre " +
		"expérimental, dans le cadre du programme Action Cœur de Ville")}
	for _, c := range w.cases() {
		items = append(items, w.say("que ", c))
	}
	if w.wants(&b.LetterDay) {
		items = append(items, w.say("que le portage politique du projet est attesté par la lettre d’engagement du ", &b.LetterDay))
	}
	if w.wants(&b.Agreement) {
		items = append(items, w.say("que la Direction régionale a donné son accord de principe le ", &b.Agreement))
	}
	w.items(closed(items)...)
}

// cases says by which cases the project is eligible (R06 to R09).
func (w *writer) cases() []Spans {
	c := &w.d.Cases
	var out []Spans
	if c.Building == model.Yes {
		out = append(out, w.say("le projet porte sur la réhabilitation d’un bâtiment complexe ou sur un site de grande "+
			"emprise en reconversion : ",
			&c.BuildingName))
	}
	if c.Laureate == model.Yes {
		out = append(out, w.say(w.town()+" est lauréate de l’appel à manifestation d’intérêt « Réinventons nos cœurs de ville "+
			"» et a lancé son appel à projets le ", &c.CallDay))
	}
	if c.Fund == model.Yes {
		out = append(out, w.say("le projet bénéficie du fonds friches (décision ", &c.FundReference, " du ", &c.FundDay, ")"))
	}
	if c.Priority == model.Yes {
		out = append(out, w.say("le projet porte sur une opération d’aménagement ou un site prioritaire du "+
			"programme : ", &c.PriorityName))
	}
	return out
}

func supportPreamble(w *writer) {
	w.add(Label{Text: "Préambule"})
	w.programme()
	w.projectIdentity()
	if w.wants(&w.d.Backing.Priority) {
		w.stated(w.text, "Ce projet constitue une priorité du mandat", &w.d.Backing.Priority)
	}
	w.text("La mission d’assistance à maîtrise d’ouvrage a qualifié le projet, établi le contenu de la mission, ses jalons et "+
		"sa durée, et défini le profil de poste qui en résulte. Elle a conduit à la feuille de route jointe en ",
		w.annex("roadmap"), ".")
}

func supportObject(w *writer) {
	w.p("La présente convention fixe les conditions dans lesquelles la Caisse des "+
		"dépôts apporte à "+w.town()+" une subvention destinée à financer le coût de la mise à disposition, à mi-temps (0,5 "+
		"équivalent temps plein), d’un expert opérationnel "+
		"(ci-après « ", bold("l’Expert"), " ») par ", w.group("le "), " (ci-après « ", bold("le Groupement"),
		" »), auquel "+w.town()+" adhère.")
	w.p("La mise à disposition est strictement dédiée au pilotage du projet « ", &w.d.Project.Title, " » (ci-après « ",
		bold("le Projet"), " »). Elle ne constitue ni le cofinancement d’un poste de la collectivité, ni une mission de "+
			"pilotage du programme Action Cœur de Ville.")
	w.p("Le soutien de la Caisse des dépôts ne conditionne pas le mode de réalisation du Projet", w.deliveryMode(), ".")
}

// deliveryMode adds the mode that the town chose, when it did.
func (w *writer) deliveryMode() Spans {
	v := &w.d.Delivery
	switch v.Mode {
	case model.ModeDirect:
		return w.say(", que "+w.town()+" entend ", w.from("conduire en régie", &v.Mode))
	case model.ModeMandate:
		return w.say(", que "+w.town()+" entend ", w.from("confier par mandat à une entreprise "+
			"publique locale", &v.Mode), w.operator())
	case model.ModeConcession:
		return w.say(", que "+w.town()+" entend ", w.from("confier par concession à une entreprise "+
			"publique locale", &v.Mode), w.operator())
	}
	return w.say(", que celui-ci soit conduit en régie ou confié à une entreprise publique locale par mandat ou par concession")
}

func (w *writer) operator() Spans {
	if !w.wants(&w.d.Delivery.Operator) {
		return nil
	}
	return w.say(" (", &w.d.Delivery.Operator, ")")
}

func supportMission(w *writer) {
	w.p("L’Expert exerce, au sein des services de " + w.town() + " et pour son compte, une mission de renforcement de la " +
		"maîtrise d’ouvrage du Projet.")
	w.stated(w.p, "La mission a pour objet", &w.d.Mission.Purpose)
	w.p("La mission comprend les tâches suivantes :")
	w.taskList()
	w.p("Elle est scandée par les jalons de validation suivants :")
	w.milestoneList()
	w.p("Le détail des tâches, des livrables, des jalons et de la charge figure dans la feuille de route (", w.annex("roadmap"),
		") ; le profil recherché figure dans la fiche de poste (", w.annex("job"), ").")
	if w.wants(&w.d.Project.Outside) {
		w.stated(w.p, "Périmètre exclu de la mission", &w.d.Project.Outside)
	}
}

func supportTerm(w *writer) {
	m, t, p := &w.d.Mission, &w.d.Terms, &w.d.Payment
	w.p("La présente convention entre en vigueur à la date de sa signature par la dernière des Parties. Elle est signée avant " +
		"la prise de poste de l’Expert.")
	w.p("La mise à disposition est prévue pour une durée de ", w.months(), ", du ", &m.Start, " au ", w.missionEnd(),
		" inclus. Cette durée ne peut être inférieure à six (6) mois ni supérieure à vingt-quatre (24) mois.")
	w.p("La convention prend fin au versement du solde dans les conditions de l’", w.ref("payment"), ", et au plus tard à "+
		"l’expiration du délai de ", w.put(&p.BalanceFile, counted(p.BalanceFile, "mois")),
		" ouvert à "+w.town()+" après la fin de la mise à disposition pour demander ce solde, augmenté du temps nécessaire à "+
			"l’instruction de cette demande. Les articles relatifs à l’évaluation, à la propriété intellectuelle, à la "+
			"confidentialité et à la restitution lui survivent.")
	w.p("L’appui technique est une démarche expérimentale ouverte du ", &t.WindowStart, " au ", &t.WindowEnd, w.windowSense(),
		w.unconfirmed(&t.WindowBy), ".")
}

// windowSense says what must fall in the window of the programme.
func (w *writer) windowSense() Spans {
	t := &w.d.Terms
	if !w.wants(&t.WindowMeans) {
		return nil
	}
	what := map[model.WindowSense]string{
		model.WindowSignature: "la signature de la présente convention",
		model.WindowStartDay:  "la prise de poste de l’Expert",
		model.WindowEndDay:    "la fin de la mise à disposition",
	}[t.WindowMeans]
	return w.say(" ; ", w.either(&t.WindowMeans, what, "la signature de la convention, la prise de poste ou la fin de la mise à disposition"), " doit intervenir dans cette période")
}
