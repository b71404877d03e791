package model

func groupFiches(d *Dossier) []Fiche {
	return []Fiche{groupFiche(d), presidentFiche(d), statutesFiche(d)}
}

const groupLaw = "régie par la Loi 1901 et par les Lois des 25 juillet 1985 et 28 juillet 2011"

func groupFiche(d *Dossier) Fiche {
	g := &d.Group
	return Fiche{
		Key: "group.identity", Title: "Le groupement d’employeurs",
		Intro: "Le groupement recrute l’expert, reste son employeur et facture la mise à disposition à la ville.",
		Fields: []Field{
			Text("Dénomination du groupement", &g.Name).Required().
				Hint("Telle qu’elle figure dans ses statuts.").
				Source(pageGroup, "Ce dispositif passe par la mobilisation d’un groupement d’employeur"),
			Choice("Forme juridique", &g.Form, []Option[GroupForm]{
				{Value: GroupAssociation, Label: "Association régie par la loi de 1901"},
				{Value: GroupCooperative, Label: "Société coopérative"},
				{Value: GroupLocalLaw, Label: "Association de droit local (Alsace-Moselle)"},
			}).Required().
				Hint("Le dispositif prévoit une association régie par la loi de 1901.").
				Source(pageGroup, "une association à but non lucratif régie par la Loi 1901"),
			Text("Numéro RNA", &g.RNA).Check(rnaCheck(&g.RNA)).Required().
				When(func() bool { return g.Form == GroupAssociation || g.Form == "" }).
				Hint("Répertoire national des associations : W suivi de neuf chiffres.").
				Source(pageGroup, groupLaw),
			Text("Numéro SIRET du groupement", &g.SIRET).Check(siretCheck(&g.SIRET, nil)).Required().
				Hint("Quatorze chiffres.").
				Assumed("les conventions identifient les parties par leur numéro SIRET"),
			Text("Code APE", &g.APE).
				Hint("Exemple : 7830Z, autre mise à disposition de ressources humaines.").
				Assumed("usage des conventions de groupements d’employeurs"),
			Text("Adresse du siège", &g.Address).Required().
				Hint("Numéro, voie, code postal et commune, sur une ligne.").
				Assumed("les conventions identifient les parties par leur siège"),
		},
	}
}

func presidentFiche(d *Dossier) Fiche {
	g := &d.Group
	signs := func(f Field) Field {
		return f.Required().Assumed(basisSigner)
	}
	return Fiche{
		Key: "group.president", Title: "Le groupement : signataire et garanties",
		Fields: append(askIdentity("du signataire du groupement", &g.President, signs),
			Text("Habilitation du signataire", &g.PresidentBasis).Required().
				Hint("Article des statuts ou décision du conseil d’administration, avec sa date.").
				Assumed("le signataire d’une association justifie de son pouvoir par les statuts ou par une décision"),
			Choice("Régime de TVA du groupement", &g.VAT, vatRegimes).Required().
				Hint("Demandez-le au groupement : il détermine la mention portée sur les factures.").
				Assumed("code général des impôts, articles 261 B et 293 B, à vérifier : ancienne numérotation"),
			Text("Assurance du groupement", &g.Insurance).Required().
				Hint("Assureur et numéro de la police de responsabilité civile.").
				Assumed("usage des conventions de mise à disposition"),
			Text("IBAN du groupement", &g.IBAN).Check(ibanCheck(&g.IBAN)).
				Hint("Le compte sur lequel la ville paie les factures.").
				Source(pageSteps, "facture mensuellement la mise à disposition au bénéficiaire"),
		),
	}
}

var vatRegimes = []Option[VATRegime]{
	{Value: VATExempt, Label: "Exonéré de TVA (article 261 B du code général des impôts)"},
	{Value: VATFull, Label: "Assujetti à la TVA au taux de 20 %"},
	{Value: VATFranchise, Label: "Franchise en base de TVA (article 293 B du code général des impôts)"},
}

func statutesFiche(d *Dossier) Fiche {
	g := &d.Group
	return Fiche{
		Key: "group.statutes", Title: "Le groupement : statuts et membres",
		Intro: "Ces réponses se lisent dans les statuts et le règlement intérieur du groupement. Demandez-les avant de délibérer.",
		Fields: []Field{
			DayField("Statuts en vigueur, datés du", &g.Statutes).Required().
				Hint("Date de la dernière assemblée générale qui les a modifiés.").
				Source(pageGroup, groupLaw),
			DayField("Règlement intérieur, daté du", &g.Bylaws).
				Hint("Laissez vide si le groupement n’en a pas.").
				Assumed("usage des conventions de groupements d’employeurs : remise du règlement intérieur à l’adhérent"),
			YesNo("La ville a-t-elle reçu ces documents ?", &g.Received).Required().
				Hint("Les statuts et, s’il existe, le règlement intérieur.").
				Assumed("usage des conventions de groupements d’employeurs : l’adhérent reconnaît les avoir reçus"),
			Text("Convention collective choisie", &g.LabourAgreement).Required().
				Hint("Intitulé et numéro IDCC.").
				Assumed("code du travail, articles L1253-17 et suivants"),
			DayField("Déclaration à la DREETS, le", &g.Declared).
				Hint("Direction régionale de l’économie, de l’emploi, du travail et des solidarités.").
				Assumed("code du travail, articles L1253-17 et D1253-4 et suivants"),
			Number("Nombre de membres du groupement", &g.Members).In("membres").
				Hint("Tous collèges confondus, à la date de l’adhésion.").
				Check(atLeast(&g.Members, 2, "Un groupement compte au moins deux membres.")).
				Assumed("code du travail, article L1253-19"),
			Number("Dont collectivités et établissements publics", &g.PublicMembers).In("membres").
				Check(func() error {
					if g.Members > 0 && g.PublicMembers > g.Members {
						return Advice("Les collectivités ne peuvent pas être plus nombreuses que les membres.")
					}
					return nil
				}).
				Hint("Ils ne peuvent représenter plus de la moitié des membres.").
				Assumed("code du travail, article L1253-19 : la moitié des membres au plus"),
			LongText("Responsabilité des collectivités membres", &g.Liability).Required().Tall(3).
				Hint("Ce que prévoient les statuts, avec le numéro de l’article : la loi rend les membres solidaires des dettes salariales.").
				Assumed("code du travail, article L1253-8"),
		},
	}
}
