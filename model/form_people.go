package model

import "strings"

func contactsFiche(c *Contacts) Fiche {
	return Fiche{Key: "town.contacts", Title: "Les contacts",
		Intro: "Indiquez les personnes à joindre au fil du dossier, dans la collectivité et à la Direction régionale.",
		Fields: []Field{
			Rows("Contacts de la collectivité", &c.People, contactCells).
				Called(func(i int) string { return strings.TrimSpace(c.People[i].FirstName + " " + c.People[i].LastName) }).
				Hint("Direction générale, services techniques ou urbanisme, chef de projet Action Cœur de Ville, finances.").
				Source(pageContents, "des entretiens avec les personnes ressources au sein de la collectivité"),
			Text("Interlocuteur à la Direction régionale", &c.OfficeName).Required().
				Hint("Prénom, nom et fonction.").
				Source(pageContents, "l’animation d’un échange entre la ville et la Direction Régionale"),
			Text("Courriel de cet interlocuteur", &c.OfficeEmail).Check(mailCheck(&c.OfficeEmail)).
				Assumed("usage : coordonnées utiles aux notifications entre les parties"),
			Text("Délégué à la protection des données", &c.DataOfficer).Required().
				Hint("Un nom, une fonction ou une adresse générique que l’expert et les agents pourront joindre.").
				Assumed("règlement (UE) 2016/679 : contact du délégué à la protection des données"),
			Text("Contact pour la communication et la presse", &c.PressContact).
				Assumed("usage des conventions de soutien : actions de communication menées en commun"),
		}}
}

func contactCells(p *Contact) []Field {
	const usage = "usage : annuaire du dossier"
	return []Field{
		Choice("Rôle", &p.Role, []Option[ContactRole]{
			{Value: RoleDGS, Label: "Direction générale des services"},
			{Value: RoleWorks, Label: "Services techniques ou urbanisme"},
			{Value: RoleManager, Label: "Chef de projet Action Cœur de Ville"},
			{Value: RoleFinance, Label: "Finances"},
			{Value: RoleOther, Label: "Autre fonction"},
		}).Required().Assumed(usage),
		Choice("Civilité", &p.Civility, civilities).Assumed(usage),
		Text("Nom", &p.LastName).Required().Assumed(usage),
		Text("Prénom", &p.FirstName).Assumed(usage),
		Text("Téléphone", &p.Phone).Check(phoneCheck(&p.Phone)).Assumed(usage),
		Text("Courriel", &p.Email).Check(mailCheck(&p.Email)).Assumed(usage),
	}
}

// basisSigner is the text that makes first name, name and quality of a signer compulsory.
const basisSigner = "code des relations entre le public et l’administration, article L212-1 : prénom, nom et qualité du signataire"

func mayorFiche(s *Signatories) Fiche {
	fields := askIdentity("du maire", &s.Mayor, func(f Field) Field { return f.Required().Assumed(basisSigner) })
	return Fiche{Key: "town.mayor", Title: "Le maire",
		Intro: "Pour une intercommunalité, indiquez son président ou sa présidente.",
		Fields: append(fields,
			DayField("Date d’installation du conseil municipal en exercice", &s.CouncilSince).
				Hint("La première séance du conseil, après les élections.").
				Assumed("usage : un engagement antérieur au conseil en exercice est à faire confirmer"),
			YesNo("Une autre personne signe-t-elle par délégation du maire ?", &s.Delegated).Required().
				Assumed("usage des conventions : le maire signe, ou la personne à qui un arrêté délègue la signature"),
		)}
}

func delegationFiche(s *Signatories) Fiche {
	const basis = "usage des conventions : l’arrêté de délégation est visé par son numéro et sa date"
	fields := askIdentity("du signataire délégué", &s.Delegate, func(f Field) Field {
		return f.Required().When(whenYes(&s.Delegated)).Assumed(basisSigner)
	})
	fiche := Fiche{Key: "town.delegation", Title: "La délégation de signature",
		Intro: "Les conventions visent l’arrêté qui habilite la personne qui signe à la place du maire.",
		Fields: append(fields,
			Text("Numéro de l’arrêté de délégation", &s.DelegationOrder).Required().
				When(whenYes(&s.Delegated)).Assumed(basis),
			DayField("Date de l’arrêté de délégation", &s.DelegationDay).Required().
				When(whenYes(&s.Delegated)).
				Check(notBefore(&s.DelegationDay, &s.CouncilSince,
					"Cet arrêté précède l’installation du conseil en exercice. Indiquez la délégation en vigueur.")).
				Assumed(basis),
		)}
	if s.Delegated == No {
		fiche.Void = "le maire signe lui-même"
	} else if s.Delegated != Yes {
		fiche.Void = "aucune délégation n’est indiquée"
	}
	return fiche
}

func bankFiche(s *Signatories) Fiche {
	const basis = "usage : la Caisse des dépôts est partie à la convention, représentée par délégation de son directeur général"
	fields := askIdentity("du signataire de la Caisse des dépôts", &s.Bank, func(f Field) Field {
		return f.Required().Assumed(basisSigner)
	})
	return Fiche{Key: "town.bank", Title: "La Caisse des dépôts",
		Intro: "La Banque des Territoires est une direction de la Caisse des dépôts et consignations : c’est la Caisse qui signe.",
		Fields: append(fields,
			Text("Adresse de la Direction régionale", &s.BankAddress).Required().
				Hint("Sur une seule ligne, code postal et ville compris.").Assumed(basis),
			DayField("Date de l’arrêté de délégation de signature", &s.BankDelegation).Required().
				Hint("Demandez-la à votre interlocuteur de la Direction régionale.").Assumed(basis),
		)}
}
