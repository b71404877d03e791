package model

func priorFiches(d *Dossier) []Fiche {
	p := &d.Prior
	accounts := "nomenclature M57, à confirmer avec le comptable public"
	first := Fiche{
		Key: "prior.town", Title: "Préalables : comité social territorial et budget",
		Fields: []Field{
			DayField("Information du comité social territorial, le", &p.StaffDay).
				Hint("Avant l’adhésion et la mise à disposition.").
				Assumed("code du travail, article L1253-7, par analogie ; code général de la fonction publique, articles R334-1 et suivants"),
			Text("Suites de cette information", &p.StaffNote).
				Hint("Exemple : avis favorable, sans observation.").
				Assumed("code du travail, article L1253-7, par analogie"),
			YesNo("Les crédits sont-ils inscrits au budget, en dépense et en recette ?", &p.Budget).
				Hint("La ville paie chaque mois le groupement et reçoit la subvention en deux fois.").
				Assumed(accounts),
			DayField("Budget ou décision modificative du", &p.BudgetDay).When(whenYes(&p.Budget)).
				Hint("Date du vote qui inscrit les crédits.").Assumed(accounts),
			Text("Imputation de la dépense", &p.ExpenseLine).Required().
				Hint("Exemple : chapitre 012, compte 6218.").Assumed(accounts),
			Text("Imputation de la recette", &p.RevenueLine).
				Hint("Exemple : une subdivision du compte 7478.").Assumed(accounts),
		},
	}
	second := Fiche{
		Key: "prior.law", Title: "Préalables : commande publique et déport",
		Fields: []Field{
			Choice("Analyse retenue au regard de la commande publique", &p.Procurement, []Option[Procurement]{
				{Value: ProcureMutual, Label: "Mutualisation à prix coûtant entre membres, hors commande publique"},
				{Value: ProcureInHouse, Label: "Quasi-régie"},
				{Value: ProcureContract, Label: "Marché public de services"},
			}).
				Hint("À écrire dans une note, avec votre service juridique : la réponse n’est pas certaine.").
				Assumed("code de la commande publique, articles L1100-1, L2511-1 et suivants, R2122-8"),
			DayField("Note d’analyse datée du", &p.ProcureDay).
				Hint("La note est jointe au dossier.").
				Assumed("code de la commande publique, article L1100-1"),
			YesNo("Un élu doit-il se déporter ?", &p.Withdrawal).
				Hint("S’il a un intérêt dans le groupement, dans l’opération ou avec l’expert.").
				Assumed("CGCT, articles L1111-6 et L2131-11"),
			LongText("Qui se déporte, et pourquoi ?", &p.WithdrawNote).Tall(2).When(whenYes(&p.Withdrawal)).
				Hint("La délibération mentionne que l’élu n’a pris part ni au débat ni au vote.").
				Assumed("CGCT, articles L1111-6 et L2131-11"),
		},
	}
	return []Fiche{first, second}
}

func councilFiches(d *Dossier) []Fiche {
	c := &d.Council
	apart := func() bool { return c.Same != Yes }
	joining := actFields("d’adhésion", &c.Joining, func(f Field) Field { return f.When(apart) })
	signing := actFields("sur les conventions", &c.Signing, func(f Field) Field { return f })
	held := func(f Field) Field {
		return f.Required().Assumed("CGCT, article L2121-23 : signature du maire et du secrétaire de séance")
	}
	return []Fiche{
		{
			Key: "council.joining", Title: "Délibération : adhésion au groupement",
			Intro: "La première adhésion ne peut pas être décidée par le maire seul.",
			Fields: append([]Field{
				YesNo("Une même délibération approuve-t-elle l’adhésion et les deux conventions ?", &c.Same).Required().
					Hint("Si oui, sa date et son numéro se donnent à la fiche « Délibération : conventions ».").
					Assumed("CGCT, article L2122-22, 24° : la première adhésion revient au conseil"),
			}, joining...),
		},
		sessionFiche("council.joining.session", "Délibération d’adhésion : séance et vote", "sur l’adhésion", &c.Joining, c.Same == Yes),
		{Key: "council.signing", Title: "Délibération : conventions", Fields: signing},
		sessionFiche("council.signing.session", "Délibération sur les conventions : séance et vote", "sur les conventions", &c.Signing, false),
		{
			Key: "council.session", Title: "Délibérations : présidence et secrétariat de séance",
			Fields: append(askIdentity("du président de séance", &c.Chair, held), askIdentity("du secrétaire de séance", &c.Clerk, held)...),
		},
	}
}

// actFields asks for one délibération: of completes the labels, dress gives the conditions.
func actFields(of string, a *Act, dress func(Field) Field) []Field {
	voted := "code général de la fonction publique, articles R334-1 et suivants : approbation par l’assemblée délibérante"
	executory := "CGCT, articles L2131-1 et L2131-2 : l’acte transmis et publié est exécutoire"
	return []Field{
		dress(Text("Numéro de la délibération "+of, &a.Number).Required().
			Hint("Numéro d’ordre au registre. Exemple : 2026-045.").Assumed(voted)),
		dress(DayField("Convocation du conseil pour la délibération "+of, &a.Convened).
			Hint("Cinq jours francs au moins avant la séance, dans les communes de 3 500 habitants et plus.").
			Assumed("CGCT, article L2121-12")),
		dress(DayField("Date de la délibération "+of, &a.Day).Required().
			Check(notBefore(&a.Day, &a.Convened, "La séance suit la convocation.")).
			Hint("Jour du vote.").Assumed(voted)),
		dress(DayField("Transmission au préfet de la délibération "+of, &a.Sent).
			Check(notBefore(&a.Sent, &a.Day, "La transmission suit la séance.")).
			Hint("Date de l’accusé de réception.").Assumed(executory)),
		dress(DayField("Publication de la délibération "+of, &a.Published).
			Check(notBefore(&a.Published, &a.Day, "La publication suit la séance.")).
			Hint("Sur le site de la ville, sous forme électronique.").Assumed(executory)),
	}
}
