package document

import (
	"appuitechnique/model"
)

// secondmentAnnexes lists the annexes of the convention de mise à disposition (domain §1.2).
func secondmentAnnexes() []appendix {
	return []appendix{
		{"roadmap", "Feuille de route", (*writer).roadmapBody},
		{"job", "Fiche de poste", (*writer).jobBody},
		{"budget", "Coût mensuel et échéancier de facturation", func(w *writer) { w.budget(false) }},
		{"consent", "Désignation et accord écrit de l’Expert", nil},
		{"votes", "Délibérations approuvant l’adhésion et la convention, exécutoires", nil},
		{"statutes", "Statuts et règlement intérieur du Groupement", nil},
		{"bank", "Relevé d’identité bancaire du Groupement", nil},
	}
}

// secondmentClauses lists the articles of the convention de mise à disposition (domain §1.2).
func secondmentClauses() []clause {
	return standard(model.PaperSecondment, map[model.ArticleKey]func(*writer){
		"object":     secondmentObject,
		"membership": secondmentMembership,
		"activities": secondmentActivities,
		"term":       secondmentTerm,
		"time":       secondmentTime,
		"employer":   secondmentEmployer,
		"user":       secondmentUser,
		"authority":  secondmentAuthority,
		"equality":   secondmentEquality,
		"control":    secondmentControl,
		"money":      secondmentMoney,
		"insurance":  secondmentInsurance,
		"liability":  secondmentLiability,
		"absence":    secondmentAbsence,
		"ethics":     secondmentEthics,
		"property":   secondmentProperty,
		"data":       secondmentData,
		"ending":     secondmentEnding,
		"law":        secondmentLaw,
	})
}

// secondmentTitled is secondmentClauses with the town under its name.
func secondmentTitled(w *writer) []clause {
	list := secondmentClauses()
	for i := range list {
		if list[i].key == "user" {
			list[i].title = "Obligations de " + w.town() + ", utilisatrice"
		}
	}
	return list
}

func writeSecondment(w *writer, doc *Document) {
	if w.wants(&w.d.Secondment.Number) {
		doc.Title += " n° " + oneLine(w.d.Secondment.Number)
	}
	doc.Initials = w.paraphes(2)
	list := append(w.tailored(model.PaperSecondment, secondmentTitled(w)), w.particular(model.PaperSecondment)...)
	w.number(list, secondmentAnnexes())
	w.advice()
	w.add(Label{Text: "Entre"})
	w.groupParty()
	w.add(Label{Text: "et"})
	w.townParty(&w.d.Council.Signing)
	w.text("le Groupement et "+w.town()+" étant ci-après dénommés ensemble « ", bold("les Parties"), " »,")
	secondmentVisas(w)
	secondmentReasons(w)
	w.text("Ceci exposé, il est convenu ce qui suit.")
	w.clauses(list)
	w.listAnnexes()
	secondmentSignatures(w)
	w.writeAnnexes()
	w.toCheck(append([]string{
		"code général de la fonction publique, art. L. 334-1, et numéros exacts des articles R. 334-1 et suivants (décret n° " +
			"2025-695 du 24 juillet 2025)",
		"application cumulée de ce code et des articles L. 1253-19 et suivants du code du travail",
		"code général des collectivités territoriales, art. L. 2121-29",
		"délai de paiement, code de la commande publique, art. R. 2192-10",
		"code pénal, art. 432-12 et 432-13",
		"loi n° 78-17 du 6 janvier 1978 modifiée",
	}, w.vatReferences()...)...)
}

// vatReferences names the articles on VAT that vat cites, by their former numbers.
func (w *writer) vatReferences() []string {
	article := map[model.VATRegime]string{model.VATExempt: "261 B", model.VATFranchise: "293 B"}[w.d.Group.VAT]
	if article == "" {
		return nil
	}
	return []string{"code général des impôts, art. " + article + ", et sa correspondance dans le code des impositions sur les " +
		"biens et services depuis le 1er septembre 2026 (ordonnance n° 2025-1247)"}
}

func secondmentVisas(w *writer) {
	c, s := &w.d.Council, &w.d.Support
	w.add(Label{Text: "Vu"})
	visas := []Spans{
		w.say("le code du travail, notamment ses articles L. 1253-1 et suivants, L. 1253-19 et L. 1253-20 ;"),
		w.say("le code général de la fonction publique, notamment ses articles L. 334-1 et R. 334-1 et suivants ;"),
		w.say("le code général des collectivités territoriales, notamment son article L. 2121-29 ;"),
	}
	if c.Same == model.Yes {
		visas = append(visas, w.say("la ", w.vote(&c.Signing), ", approuvant l’adhésion au Groupement et la présente convention ;"))
	} else {
		visas = append(visas,
			w.say("la ", w.vote(&c.Joining), ", approuvant l’adhésion au Groupement ;"),
			w.say("la ", w.vote(&c.Signing), ", approuvant la présente convention ;"))
	}
	visas = append(visas, w.staffVisa()...)
	support := w.say("la convention de soutien")
	if w.wants(&s.Number) {
		support = w.say(support, " n° ", &s.Number)
	}
	support = w.say(support, " conclue entre "+w.town()+" et la Caisse des dépôts et consignations", w.onDay(&s.Signed),
		" (ci-après « ", bold("la convention de soutien"), " »).")
	w.items(append(visas, support)...)
}

// staffVisa cites the information of the comité social territorial, once given.
func (w *writer) staffVisa() []Spans {
	if !w.wants(&w.d.Prior.StaffDay) {
		return nil
	}
	return []Spans{w.say("l’information du comité social territorial en date du ", &w.d.Prior.StaffDay, " ;")}
}

func secondmentReasons(w *writer) {
	w.add(Label{Text: "Considérant"})
	items := []Spans{
		w.say("que "+w.town()+" a besoin, pour le projet « ", &w.d.Project.Title, " » (ci-après « ", bold("le Projet"),
			" »), d’une qualification technique spécialisée dont ses services ne disposent pas ;"),
	}
	items = append(items,
		w.say("que le Groupement, constitué sans but lucratif, met des salariés à la disposition de ses membres ;"),
		w.say("que ", w.statutes(), " ont été remis à "+w.town()+" ;"),
		w.consentGiven())
	w.items(items...)
	w.stated(w.text, "La qualification technique spécialisée se justifie comme suit", &w.d.Expert.Specialised)
}

// consentGiven says that the expert agreed, and when; or that nothing begins before that.
func (w *writer) consentGiven() Spans {
	if e := &w.d.Expert; w.has(&e.Consent) {
		return w.say("que l’expert concerné a donné son accord écrit à la mise à disposition le ", &e.Consent, ".")
	}
	return w.say("que la mise à disposition est subordonnée à l’accord écrit de l’expert concerné.")
}

// statutes names the statutes and the by-laws of the group, with the day of each that is known.
func (w *writer) statutes() Spans {
	g := &w.d.Group
	if w.has(&g.Bylaws) && g.Statutes == g.Bylaws {
		return w.say("les statuts et le règlement intérieur du Groupement, datés du ", w.from(g.Statutes.String(), &g.Statutes, &g.Bylaws), ",")
	}
	both := w.say("les statuts du Groupement, datés du ", &g.Statutes, ", et son règlement intérieur")
	if w.has(&g.Bylaws) {
		both = w.say(both, ", daté du ", &g.Bylaws, ",")
	}
	return both
}

func secondmentSignatures(w *writer) {
	boxes := []Signatory{w.groupSignatory(), w.townSignatory(&w.d.Council.Signing), w.expertSignatory()}
	w.add(Signatures{Place: w.done(&w.d.Secondment.Place), Parties: boxes})
}

// expertSignatory is the visa of the expert: a written consent, not a party's signature.
func (w *writer) expertSignatory() Signatory {
	e := &w.d.Expert
	box := Signatory{Key: "expert", For: w.say("Visa de l’Expert"), Role: "Lu et accepté pour accord à la mise à disposition"}
	if e.Found == model.Yes {
		box.Name = w.expertName()
		if w.wants(&e.Grade) {
			box.Quality = upperAll(w.say(&e.Grade))
		}
		if w.wants(&e.Consent) {
			box.Basis = w.say("Accord écrit du ", &e.Consent)
		}
		return box
	}
	box.Name = w.say("à la désignation de l’Expert")
	return box
}

// expertName writes the name of the expert, once found.
func (w *writer) expertName() Spans {
	e := &w.d.Expert
	return w.named(&e.Civility, &e.FirstName, &e.LastName)
}
