package model

import "slices"

// The parameters that the presentation leaves open are asked here, each with who confirmed it and when.
func termsFiches(d *Dossier) []Fiche {
	return []Fiche{rateFiche(d), baseFiche(d), windowFiche(d)}
}

const toConfirm = "La présentation ne fixe pas ces paramètres : ils sont à confirmer avec la Direction régionale. " +
	"Notez qui les a confirmés, et quand."

// confirmed follows the questions of one parameter with who confirmed it and when; name ends both labels.
func confirmed(name string, c *Confirmation, about ...Field) []Field {
	basis := "paramètre que la présentation laisse ouvert : confirmation de la Direction régionale"
	return append(about,
		Text("Confirmé par ("+name+")", &c.By).Hint("Nom et fonction de la personne.").Assumed(basis),
		DayField("Confirmé le ("+name+")", &c.Day).Hint("Date du courrier ou du message.").Assumed(basis),
	)
}

func rateFiche(d *Dossier) Fiche {
	t := &d.Terms
	return Fiche{Key: "terms.rate", Title: "Paramètres à confirmer : taux et plafond", Intro: toConfirm, Fields: slices.Concat(
		confirmed("taux", &t.RateBy,
			Percent("Taux de la subvention", &t.Rate).Required().Check(atMostWhole(&t.Rate)).
				Hint("En proportion du coût retenu.").
				Source(pageSecondment, "subventionne le coût de la mise à disposition à la collectivité")),
		confirmed("plafond", &t.CeilingBy,
			MoneyOrZero("Plafond de la subvention", &t.Ceiling).
				Hint("Laissez vide s’il n’y en a pas.").
				Assumed("la présentation ne mentionne pas de plafond")),
		confirmed("taxes", &t.TaxBaseBy,
			Choice("La subvention se calcule sur un coût", &t.TaxBase, []Option[TaxBase]{
				{Value: BaseWithTax, Label: "Toutes taxes comprises"},
				{Value: BaseWithoutTax, Label: "Hors taxes"},
			}).Required().
				Hint("Sans effet tant que le groupement ne facture pas la TVA.").
				Assumed("la présentation ne dit pas si le coût s’entend hors taxes ou toutes taxes comprises")),
	)}
}

func baseFiche(d *Dossier) Fiche {
	t := &d.Terms
	return Fiche{Key: "terms.base", Title: "Paramètres à confirmer : dépenses retenues", Intro: toConfirm, Fields: slices.Concat(
		confirmed("frais de gestion", &t.FeesBy,
			YesNo("Les frais de gestion du groupement sont-ils subventionnés ?", &t.FeesIncluded).Required().
				Hint("La présentation parle de frais, sans dire lesquels.").
				Source(pageSecondment, subsidised)),
		confirmed("cotisation", &t.DuesBy,
			YesNo("La cotisation au groupement est-elle subventionnée ?", &t.DuesIncluded).Required().
				Hint("Par prudence, le calcul la laisse à la ville tant que rien n’est confirmé.").
				Source(pageSecondment, subsidised)),
		[]Field{
			Text("Autre dépense comptée dans le coût subventionné", &t.OtherIncluded).
				Hint("Laissez vide : seuls les salaires, les charges et les frais sont subventionnés.").
				Source(pageSecondment, subsidised),
		},
	)}
}

func windowFiche(d *Dossier) Fiche {
	t := &d.Terms
	return Fiche{Key: "terms.window", Title: "Paramètres à confirmer : période et mission d’AMO", Intro: toConfirm, Fields: slices.Concat(
		confirmed("période", &t.WindowBy,
			DayField("Début de la période du programme", &t.WindowStart).Required().
				Hint("Le 1er janvier 2023, si l’année s’entend entière.").
				Source(pageCapacity, "du programme Action Cœur de Ville et sur la période 2023-2026"),
			DayField("Fin de la période du programme", &t.WindowEnd).Required().
				Hint("Le 31 décembre 2026, sauf prolongation.").
				Check(notBefore(&t.WindowEnd, &t.WindowStart, "La période doit finir après son début.")).
				Source(pageCapacity, "du programme Action Cœur de Ville et sur la période 2023-2026"),
			Choice("Ce qui doit tomber dans la période", &t.WindowMeans, []Option[WindowSense]{
				{Value: WindowSignature, Label: "La signature de la convention de soutien"},
				{Value: WindowStartDay, Label: "La prise de poste"},
				{Value: WindowEndDay, Label: "La fin de la mission"},
			}).Required().
				Hint("La présentation donne les années sans dire à quoi elles s’appliquent.").
				Source(pageCapacity, "du programme Action Cœur de Ville et sur la période 2023-2026")),
		confirmed("paiement de l’AMO", &t.StudyPayerBy,
			Choice("Qui paie la mission d’AMO ?", &t.StudyPayer, []Option[StudyPayer]{
				{Value: PayerBank, Label: "La Banque des Territoires"},
				{Value: PayerTown, Label: "La ville"},
				{Value: PayerShared, Label: "Les deux"},
			}).
				Hint("La présentation dit que la mission est déclenchée, sans dire qui la paie.").
				Source(pageContents, "une mission d’AMO sera déclenchée afin de")),
	)}
}
