package model

import "slices"

func agreementFiches(d *Dossier) []Fiche {
	return slices.Concat(priorFiches(d), councilFiches(d), supportFiches(d), secondmentFiches(d),
		[]Fiche{membershipFiche(d), clausesFiche(d), signingFiche(d)})
}

var parties = []Option[Party]{
	{Value: PartyTown, Label: "La commune"},
	{Value: PartyEPCI, Label: "L’établissement public de coopération intercommunale"},
	{Value: PartyOther, Label: "Un autre organisme"},
}

func supportFiches(d *Dossier) []Fiche {
	s := &d.Support
	twoParties := "faisant l’objet d’une convention de soutien entre la Banque des Territoires et la collectivité"
	first := Fiche{
		Key: "support.act", Title: "Convention de soutien",
		Intro: "Elle lie la collectivité à la Caisse des dépôts, dont la Banque des Territoires est une direction.",
		Fields: []Field{
			Text("Numéro de la convention de soutien", &s.Number).
				Hint("Donné par la Direction régionale ; laissez vide en l’attendant.").
				Assumed("usage des conventions de la Caisse des dépôts"),
			Choice("Bénéficiaire de la subvention", &s.Beneficiary, parties).Required().
				Hint("La même collectivité adhère au groupement, accueille l’expert et reçoit la subvention.").
				Source(pageTowns, "L’appui technique peut bénéficier aux villes suivantes"),
			Text("Décision d’engagement de la Caisse des dépôts", &s.Decision).
				Hint("Référence de la décision, communiquée par la Direction régionale.").
				Assumed("visa usuel des conventions de la Caisse des dépôts"),
			DayField("Date de la décision d’engagement", &s.DecisionDay).
				Hint("Laissez vide tant que la décision n’est pas connue.").
				Assumed("visa usuel des conventions de la Caisse des dépôts"),
			DayField("Signature de la convention de soutien, prévue ou faite le", &s.Signed).Required().
				Hint("Avant la prise de poste, une fois la délibération exécutoire.").
				Source(pageSecondment, twoParties),
			Text("Lieu de signature de la convention de soutien", &s.Place).
				Hint("Laissez vide si le lieu s’écrit à la main.").
				Assumed("usage : « Fait à … »"),
		},
	}
	second := Fiche{
		Key: "support.terms", Title: "Convention de soutien : suivi et clauses",
		Fields: []Field{
			DayField("Évaluation à mi-parcours, prévue le", &s.MidReport).Required().
				Check(notBefore(&s.MidReport, &d.Mission.Start, "L’évaluation à mi-parcours suit la prise de poste.")).
				Check(func() error { return notAfterEnd(d, s.MidReport) }).
				Hint("Vers le milieu de la mission.").
				Source(pageCapacity, "fera l’objet d’une évaluation in itinere et en fin de programme"),
			LongText("Communication et visibilité du soutien", &s.Visibility).Required().Tall(3).
				Hint("Où et comment la ville mentionne le soutien. Exemple : panneau de chantier, site de la ville, comptes rendus.").
				Assumed("usage des conventions de la Caisse des dépôts : mention du soutien, logo après accord"),
			Number("Délai de mise en demeure", &s.NoticeDays).Required().In("jours").Between(8, 90).
				Hint("Le temps laissé à une partie pour remplir ses obligations, avant résiliation ; 30 jours d’usage.").
				Assumed("usage des conventions de la Caisse des dépôts : 30 jours"),
			Number("Durée de la confidentialité", &s.SecretYears).Required().In("ans").Between(1, 10).
				Hint("Après la fin de la convention.").
				Assumed("durée à convenir avec la Direction régionale"),
		},
	}
	return []Fiche{first, second}
}

func notAfterEnd(d *Dossier, day Day) error {
	if end := d.Mission.End(); d.Mission.lasts() && end != "" && day > end {
		return Advice("Cette date doit tomber avant la fin de la mission, le " + end.String() + ".")
	}
	return nil
}

func secondmentFiches(d *Dossier) []Fiche {
	s := &d.Secondment
	usage := "usage des conventions de mise à disposition"
	first := Fiche{
		Key: "secondment.act", Title: "Convention de mise à disposition",
		Intro: "Elle lie la collectivité au groupement ; l’expert la vise.",
		Fields: []Field{
			Text("Numéro de la convention de mise à disposition", &s.Number).
				Hint("Donné par le groupement ; laissez vide en l’attendant.").Assumed(usage),
			Choice("Collectivité qui accueille l’expert", &s.User, parties).Required().
				Hint("La même que l’adhérente et que la bénéficiaire de la subvention.").
				Source(pageSecondment, "Le personnel est mis à disposition de la collectivité qui y adhère"),
			DayField("Signature de la mise à disposition, prévue ou faite le", &s.Signed).Required().
				Check(func() error {
					if joinsLate(d) {
						return nil // the membership is what must move
					}
					return notBefore(&s.Signed, &d.Membership.Accepted, "L’adhésion au groupement précède la mise à disposition.")()
				}).
				Hint("Après l’adhésion au groupement et avant la prise de poste.").
				Source(pageGroup, "sous réserve d’adhésion à un groupement d’employeur"),
			Text("Lieu de signature de la mise à disposition", &s.Place).
				Hint("Laissez vide si le lieu s’écrit à la main.").Assumed("usage : « Fait à … »"),
		},
	}
	second := Fiche{
		Key: "secondment.terms", Title: "Convention de mise à disposition : conditions",
		Fields: []Field{
			Number("Période probatoire", &s.TrialMonths).In("mois").Between(1, 6).
				Hint("Laissez vide s’il n’y en a pas.").Assumed(usage),
			Number("Préavis de fin anticipée", &s.NoticeMonths).Required().In("mois").Between(1, 6).
				Hint("De 1 à 3 mois d’usage.").Assumed(usage + " : de 1 à 3 mois"),
			Number("Délai de remplacement de l’expert", &s.ReplaceDays).Required().In("jours").Between(1, 180).
				Hint("Le temps laissé au groupement pour proposer un remplaçant.").Assumed(usage),
			LongText("Congés et absences", &s.Leave).Required().Tall(3).
				Hint("Qui les accorde, avec quel délai, et comment la ville en est avertie.").
				Assumed("code du travail, articles L1253-9 et L1253-12"),
			LongText("Remboursement des déplacements", &s.Expenses).Required().Tall(3).
				Hint("Quels déplacements, sur quelle base et avec quels justificatifs.").
				Source(pageSecondment, subsidised),
			Text("Assurance de la ville", &s.Insurance).Required().
				Hint("Assureur et numéro de la police de responsabilité civile.").Assumed(usage),
		},
	}
	return []Fiche{first, second}
}

func membershipFiche(d *Dossier) Fiche {
	m := &d.Membership
	joins := "sous réserve d’adhésion à un groupement d’employeur"
	usage := "usage des bulletins d’adhésion des groupements d’employeurs"
	return Fiche{
		Key: "membership.form", Title: "Adhésion au groupement",
		Intro: "La première adhésion se décide en conseil et précède la mise à disposition.",
		Fields: []Field{
			Choice("Collectivité adhérente", &m.Member, parties).Required().
				Hint("La même que celle qui accueille l’expert.").
				Source(pageGroup, joins),
			DayField("Bulletin d’adhésion signé le", &m.Form).
				Hint("Une fois la délibération exécutoire.").
				Check(func() error {
					return notBefore(&m.Form, &d.Council.JoiningAct().Day, "La délibération précède le bulletin d’adhésion.")()
				}).
				Source(pageGroup, joins),
			DayField("Adhésion effective le", &m.Accepted).Required().
				Check(notBefore(&m.Accepted, &m.Form, "L’adhésion prend effet après la signature du bulletin.")).
				Hint("Date d’effet confirmée par le groupement, ou prévue.").
				Source(pageGroup, joins),
			Text("Numéro d’adhérent", &m.Number).Hint("Donné par le groupement.").Assumed(usage),
			Text("Collège", &m.College).Hint("Exemple : collège des collectivités, selon les statuts.").Assumed(usage),
			Text("Représentant titulaire", &m.Delegate).Required().
				Hint("Désigné par le conseil pour siéger à l’assemblée générale. Prénom, nom et fonction.").
				Assumed("CGCT, articles L2121-21 et L2121-33"),
			Text("Représentant suppléant", &m.Substitute).
				Hint("Prénom, nom et fonction.").
				Assumed("CGCT, articles L2121-21 et L2121-33"),
			Number("Nombre d’agents de la collectivité", &m.Headcount).In("agents").
				Hint("Le groupement le porte sur la liste remise à l’inspection du travail.").
				Assumed("code du travail, article D1253-1"),
			LongText("Besoins prévisionnels", &m.Needs).Tall(3).
				Hint("Exemple : un expert opérationnel à mi-temps, pendant 18 mois.").Assumed(usage),
		},
	}
}
