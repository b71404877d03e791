package model

// The four cases of eligibility and the exclusions, in the words of the presentation.
const (
	quoteBuilding  = "opération de réhabilitation de bâtiment complexe et/ou qui présente un site de grande emprise en reconversion"
	quoteLaureate  = "l’AMI Réinventons nos Cœurs de Ville ayant lancé son AAP"
	quoteFund      = "Ville bénéficiaire du fond friche"
	quotePriority  = "opérations d’aménagement ou sur des sites prioritaires ACV 2 (quartier gare, entrée de ville...)"
	quoteSpace     = "n’est pas mobilisable sur des projets de requalification des espaces publics"
	quoteEquipment = "portant uniquement sur la construction d’équipements publics ordinaires"
	quoteORI       = "ne pourra pas porter sur les missions d’Opération de Restauration Immobilière et DUP travaux sur un îlot"
	quoteOPAH      = "ces missions relevant de l’opérateur de la mission de suivi-animation OPAH-RU"
	quoteManager   = "Il ne s’agit pas de missions relevant du pilotage du programme de type chef de projet ACV"
	quoteNoPost    = "Il ne s’agit donc pas d’un cofinancement de poste"
)

func casesFiche(c *Cases) Fiche {
	fields := append(buildingFields(c), callFields(c)...)
	return Fiche{Key: "cases", Title: "Les quatre cas d’éligibilité",
		Intro:  "Un seul cas suffit. Répondez à chacun : un « non » n’écarte pas le dossier si un autre cas s’applique.",
		Fields: append(fields, priorityFields(c)...),
	}
}

func buildingFields(c *Cases) []Field {
	yes := whenYes(&c.Building)
	return []Field{
		YesNo("Cas 1. Y a-t-il un bâtiment complexe à réhabiliter ou un site de grande emprise à reconvertir ?", &c.Building).
			Source(pageTowns, quoteBuilding),
		Choice("Ancien usage du bâtiment ou du site", &c.BuildingKind, []Option[BuildingKind]{
			{Value: BuildingPrison, Label: "Pénitencier"},
			{Value: BuildingHospital, Label: "Hôpital"},
			{Value: BuildingFactory, Label: "Manufacture ou industrie"},
			{Value: BuildingBarracks, Label: "Caserne"},
			{Value: BuildingPassage, Label: "Passage couvert ou galerie"},
			{Value: BuildingConvent, Label: "Congrégation"},
			{Value: BuildingOther, Label: "Autre"},
		}).Required().When(yes).
			Source(pageTowns, "pénitenciers, hôpitaux, manufactures/industrie, casernes, passages couverts/galeries, congrégations"),
		Text("Nom du bâtiment ou du site", &c.BuildingName).Required().When(yes).Source(pageTowns, quoteBuilding),
		Quantity("Surface du bâtiment ou du site", "m²", &c.BuildingArea).Required().When(yes).
			Hint("Surface de plancher du bâtiment ou emprise du site.").Source(pageTowns, quoteBuilding),
	}
}

func callFields(c *Cases) []Field {
	laureate, fund := whenYes(&c.Laureate), whenYes(&c.Fund)
	return []Field{
		YesNo("Cas 2. La ville est-elle lauréate de l’appel à manifestation d’intérêt « Réinventons nos cœurs de ville » ?",
			&c.Laureate).Source(pageTowns, quoteLaureate),
		DayField("Date de lancement de l’appel à projets", &c.CallDay).Required().When(laureate).
			Hint("L’appel à projets doit être lancé pour que ce cas s’applique.").Source(pageTowns, quoteLaureate),
		YesNo("Cas 3. La ville bénéficie-t-elle du fonds friches ?", &c.Fund).Source(pageTowns, quoteFund),
		Text("Référence de la décision du fonds friches", &c.FundReference).Required().When(fund).
			Source(pageTowns, quoteFund),
		DayField("Date de la décision du fonds friches", &c.FundDay).Required().When(fund).Source(pageTowns, quoteFund),
	}
}

func priorityFields(c *Cases) []Field {
	yes := whenYes(&c.Priority)
	return []Field{
		YesNo("Cas 4. La ville lance-t-elle une opération d’aménagement ou un projet sur un site prioritaire ACV 2 ?", &c.Priority).
			Source(pageTowns, quotePriority),
		Choice("Nature de l’opération ou du site prioritaire", &c.PriorityKind, []Option[ProjectKind]{
			{Value: KindStation, Label: "Quartier de gare"},
			{Value: KindTownGate, Label: "Entrée de ville"},
			{Value: KindOldBlock, Label: "Îlot ancien dégradé"},
			{Value: KindWasteland, Label: "Friche ou immeuble vacant de grande emprise foncière"},
			{Value: KindOtherKnots, Label: "Autre opération d’aménagement"},
		}).Required().When(yes).Source(pageTowns, quotePriority),
		Text("Nom de l’opération ou du site prioritaire", &c.PriorityName).Required().When(yes).
			Source(pageTowns, quotePriority),
	}
}

func exclusionsFiche(x *Exclusions) Fiche {
	extents := []Option[Extent]{
		{Value: ExtentNone, Label: "Aucune"},
		{Value: ExtentPart, Label: "Une part minoritaire"},
		{Value: ExtentMain, Label: "La part dominante"},
		{Value: ExtentOnly, Label: "La totalité"},
	}
	some := func(e Extent) bool { return e == ExtentPart || e == ExtentMain }
	mixed := func() bool { return some(x.PublicSpace) || some(x.Equipment) }
	return Fiche{Key: "exclusions", Title: "Les exclusions",
		Intro: "L’appui technique ne finance pas tout. Ces réponses écartent ce que la présentation exclut.",
		Fields: []Field{
			Choice("Part de requalification d’espaces publics dans le projet", &x.PublicSpace, extents).Required().
				Source(pageComplex, quoteSpace),
			Choice("Part de construction d’équipements publics ordinaires dans le projet", &x.Equipment, extents).Required().
				Source(pageComplex, quoteEquipment),
			LongText("Justification du projet mixte", &x.Justification).Required().When(mixed).
				Hint("Dites pourquoi le projet ne se réduit pas à cette part ; la Direction régionale en jugera.").
				Source(pageComplex, quoteEquipment),
			YesNo("La mission porte-t-elle sur une opération de restauration immobilière ?", &x.ORI).Required().
				Source(pageComplex, quoteORI),
			YesNo("La mission porte-t-elle sur une déclaration d’utilité publique de travaux sur un îlot ?", &x.DUP).Required().
				Source(pageComplex, quoteORI),
			YesNo("Une OPAH-RU est-elle en cours sur le périmètre ?", &x.OPAH).Required().
				Hint("Opération programmée d’amélioration de l’habitat, de renouvellement urbain.").
				Source(pageComplex, quoteOPAH),
			LongText("Répartition des tâches avec l’opérateur de suivi-animation", &x.OPAHSplit).
				When(whenYes(&x.OPAH)).Source(pageComplex, quoteOPAH),
			YesNo("Des tâches de la mission relèvent-elles du chef de projet Action Cœur de Ville ?", &x.Programme).Required().
				Source(pageTasks, quoteManager),
			YesNo("L’expert serait-il aussi le chef de projet Action Cœur de Ville ?", &x.SamePerson).Required().
				Source(pageTasks, quoteManager),
			YesNo("La collectivité emploierait-elle elle-même l’expert ?", &x.TownEmploys).Required().
				Source(pageGroup, quoteNoPost),
		}}
}
