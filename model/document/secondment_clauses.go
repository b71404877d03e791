package document

import (
	"appuitechnique/model"
)

func secondmentObject(w *writer) {
	e := &w.d.Expert
	if e.Found == model.Yes {
		text := w.say("Le Groupement met à la disposition de "+w.town()+", qui accepte, ", w.expertName())
		if w.wants(&e.Grade) {
			text = w.say(text, ", ", w.line(&e.Grade))
		}
		w.p(text, " (ci-après « ", bold("l’Expert"), " »), pour le pilotage du Projet.")
	} else {
		w.p("Le Groupement met à la disposition de "+w.town()+", qui accepte, un expert opérationnel "+
			"(ci-après « ", bold("l’Expert"),
			" »), pour le pilotage du Projet. L’Expert est désigné, avant sa prise de poste, par une fiche de désignation qui "+
				"précise son identité et sa qualification ; cette fiche, visée par les Parties et par l’Expert, complète la "+
				"présente convention.")
	}
	w.p("La mise à disposition est consentie sans but lucratif. Elle est strictement dédiée au Projet, qui fait l’objet de la " +
		"convention de soutien.")
	if w.wants(&e.Consent) {
		w.p("L’Expert a donné son accord écrit à la mise à disposition le ", &e.Consent, ".")
	} else {
		w.p("La mise à disposition est subordonnée à l’accord écrit de l’Expert, joint en ", w.annex("consent"), " avant la "+
			"prise de poste.")
	}
}

func secondmentMembership(w *writer) {
	m := &w.d.Membership
	number := Spans(nil)
	if w.wants(&m.Number) {
		number = w.say(" sous le numéro ", &m.Number)
	}
	w.p(w.theTown()+" est membre "+
		"du Groupement", number, " depuis le ", &m.Accepted, ", en application de la ", w.vote(w.d.Council.JoiningAct()), ".")
	w.p("La qualité de membre est une condition de la mise à disposition : celle-ci prend fin de " +
		"plein droit si " + w.town() + " la perd, pour quelque cause que ce soit.")
	w.p(w.theTown() + " déclare avoir reçu les statuts et le règlement intérieur du " +
		"Groupement, joints en " + w.annex("statutes") + ", et en accepter les stipulations.")
}

func secondmentActivities(w *writer) {
	w.stated(w.p, "L’Expert exerce la mission suivante", &w.d.Mission.Purpose)
	w.p("À ce titre, il lui revient d’accomplir les tâches suivantes :")
	w.taskList()
	w.p("La feuille de route (", w.annex("roadmap"), ") et la fiche de poste (", w.annex("job"), ") précisent les livrables, "+
		"les jalons et le profil.")
	w.p("L’Expert ne peut être chargé ni du pilotage du programme Action Cœur de Ville, ni d’un autre projet que le Projet, " +
		"ni d’un emploi permanent de " + w.town() + ".")
}

func secondmentTerm(w *writer) {
	m, s := &w.d.Mission, &w.d.Secondment
	w.p("La mise à disposition est conclue pour une durée de ", w.months(), ", du ", &m.Start, " au ", w.missionEnd(), " inclus.")
	if w.wants(&s.TrialMonths) {
		first := w.say("Les ", w.put(&s.TrialMonths, counted(s.TrialMonths, "premiers mois")), " constituent")
		if s.TrialMonths == 1 {
			first = w.say("Le ", w.put(&s.TrialMonths, "premier mois"), " constitue")
		}
		w.p(first, " une période probatoire, pendant laquelle chaque Partie peut mettre fin à la mise à disposition par "+
			"écrit, moyennant un préavis de quinze (15) jours.")
	}
	w.p("Elle peut être renouvelée par avenant, dans la limite d’une durée totale de vingt-quatre (24) mois pour les besoins " +
		"de la convention de soutien, et sans pouvoir excéder quatre (4) ans. Elle ne donne lieu à aucune tacite reconduction.")
}

func secondmentTime(w *writer) {
	m, s, j := &w.d.Mission, &w.d.Secondment, &w.d.Job
	w.p("L’Expert est mis à disposition à mi-temps (0,5 équivalent temps plein), à raison de ", w.presence(), w.pattern(), ".")
	w.p("Son lieu de travail est : ", &m.Place, ". Le règlement intérieur et les horaires collectifs de "+w.town()+" lui sont "+
		"applicables pour ce qui concerne l’exécution du travail.")
	w.p("Le temps de travail de l’Expert au profit de collectivités membres ne peut excéder les trois quarts de son temps de " +
		"travail contractuel, apprécié par année civile (code du travail, article L. 1253-20). Le Groupement s’en assure et " +
		"en justifie à la demande de " + w.town() + ".")
	w.stated(w.p, "Congés et absences", &s.Leave)
	w.stated(w.p, "Télétravail", &j.Remote)
	w.stated(w.p, "Remboursement des déplacements", &s.Expenses)
}

func (w *writer) pattern() Spans {
	if !w.wants(&w.d.Mission.Pattern) {
		return nil
	}
	return w.say(" (", w.line(&w.d.Mission.Pattern), ")")
}

func secondmentEmployer(w *writer) {
	g := &w.d.Group
	w.p("Le Groupement est le seul employeur de l’Expert. À ce titre :")
	items := []Spans{
		w.say("il recrute l’Expert et conclut avec lui un contrat de travail écrit, qui précise les conditions d’emploi et de " +
			"rémunération, la qualification, la liste des utilisateurs potentiels et les lieux d’exécution du travail " +
			"(article L. 1253-9) ;"),
		w.say("il verse la rémunération, les cotisations et les contributions, et accomplit les déclarations sociales " +
			"et fiscales ;"),
		w.say("il exerce le pouvoir disciplinaire, gère les congés et conduit les entretiens professionnels ;"),
		w.say("il assure la formation et le suivi individuel de l’état de santé de l’Expert (article L. 1253-13) ;"),
	}
	if w.wants(&g.LabourAgreement) {
		items = append(items, w.say("il applique la convention collective suivante : ", &g.LabourAgreement, " ;"))
	}
	w.items(closed(items)...)
	w.stated(w.p, "Le Groupement accompagne l’Expert tout au long de sa mission", &g.Care)
	w.p("Le Groupement informe l’inspection du travail de la composition de ses membres et de ses modifications dans les "+
		"conditions des articles D. 1253-1 à D. 1253-3 du code du travail", w.declared(), ".")
}

// declared dates the declaration of the collective agreement, when known.
func (w *writer) declared() Spans {
	if !w.wants(&w.d.Group.Declared) {
		return nil
	}
	return w.say(" ; le choix de sa convention collective a été déclaré à l’administration du travail le ", &w.d.Group.Declared)
}

func secondmentUser(w *writer) {
	w.p(w.theTown() + " est responsable, pendant la mise à disposition, des conditions d’exécution du travail, limitativement " +
		"pour ce qui a trait à la durée du travail, au travail de nuit, au repos hebdomadaire et aux jours fériés, à la santé " +
		"et à la sécurité, et au travail des femmes et des jeunes travailleurs (article L. 1253-12).")
	w.p(w.theTown() + " fournit à l’Expert un poste de travail, le matériel informatique, les équipements de protection " +
		"individuelle nécessaires aux visites de chantier, les accès aux bâtiments et aux applications, et, le cas échéant, " +
		"un véhicule de service.")
	w.p("L’Expert a accès, dans les mêmes conditions que les agents de " + w.town() + ", aux moyens de transport et aux " +
		"installations collectives, notamment de restauration (article L. 1253-14).")
	w.p(w.theTown() + " accueille l’Expert, l’informe des risques et des consignes de sécurité et signale sans délai au " +
		"Groupement tout accident.")
}

func secondmentAuthority(w *writer) {
	s, j := &w.d.Steering, &w.d.Job
	w.p("Pour l’exécution de sa mission, l’Expert est placé sous l’autorité fonctionnelle du responsable désigné par "+w.town()+
		" (", &j.Supervisor, ") et a pour ", w.interlocutor(), " ",
		w.personAs(&s.Referent), ". Il se conforme à leurs instructions.")
	w.p("Aucune délégation de pouvoir ou de signature n’est consentie à l’Expert (article L. 1253-15 du code du travail). Il " +
		"n’engage pas " + w.town() + ", ne signe aucun contrat ni marché public et ne prend aucune décision en son nom.")
}

func secondmentEquality(w *writer) {
	w.p("Le Groupement garantit l’égalité de traitement en matière de rémunération, d’intéressement, de participation et " +
		"d’épargne salariale entre l’Expert et les salariés des membres auprès desquels il est mis à disposition " +
		"(article L. 1253-9).")
	w.p(w.theTown() + " communique au Groupement les éléments nécessaires à cette comparaison.")
}

func secondmentControl(w *writer) {
	s := &w.d.Steering
	w.p("L’Expert établit chaque mois un relevé d’activité (jours réalisés, absences, tâches et " +
		"livrables). " + w.theTown() + " le vérifie et atteste le service fait.")
	w.p("L’avancement est examiné en comité technique ", w.put(&s.TechnicalEvery, every(s.TechnicalEvery)), " et en comité "+
		"de pilotage ",
		w.put(&s.SteeringEvery, every(s.SteeringEvery)), ".")
	w.p("Un entretien d’évaluation réunit l’Expert, le Groupement et " + w.town() + " tous les " +
		"six (6) mois. " + w.theTown() + " remet au Groupement un rapport sur la manière de servir de l’Expert, que celui-ci " +
		"peut compléter de ses observations.")
}
