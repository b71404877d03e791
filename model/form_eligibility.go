package model

func eligibilityFiches(d *Dossier) []Fiche {
	return []Fiche{
		projectFiche(&d.Project),
		sitesFiche(&d.Project),
		casesFiche(&d.Cases),
		exclusionsFiche(&d.Exclusions),
		backingFiche(&d.Backing),
		deliveryFiche(&d.Delivery),
	}
}

// The words of the presentation that define the project.
const (
	quoteComplex = "Un appui mobilisable en soutien aux projets complexes"
	quoteQualify = "La définition du projet, de son niveau d’avancement et des enjeux associés est un prérequis indispensable"
	quoteSize    = "définies et adaptées selon la taille des projets et la nature de l’opération"
)

var projectKinds = []Option[ProjectKind]{
	{Value: KindOldBlock, Label: "Îlot ancien dégradé"},
	{Value: KindWasteland, Label: "Friche ou immeuble vacant de grande emprise foncière"},
	{Value: KindStation, Label: "Quartier de gare"},
	{Value: KindTownGate, Label: "Entrée de ville"},
	{Value: KindOtherKnots, Label: "Autre projet complexe"},
}

func projectFiche(p *Project) Fiche {
	return Fiche{Key: "project.definition", Title: "Le projet",
		Intro: "Le projet est l’opération urbaine que l’expert aidera à conduire. Un dossier porte sur un seul projet.",
		Fields: []Field{
			Text("Intitulé du projet", &p.Title).Required().
				Hint("Repris dans les deux conventions : « Reconversion des friches carcérales », par exemple.").
				Source(pageSecondment, "strictement dédiée au pilotage du projet"),
			LongText("Présentation du projet", &p.Summary).Required().Tall(6).
				Hint("En quelques phrases : ce qui existe, ce que la ville veut y faire, pour qui.").
				Source(pageContents, quoteQualify),
			Choices("Nature du projet", &p.Kinds, projectKinds).Required().
				Hint("Plusieurs réponses sont possibles.").Source(pageComplex, quoteComplex),
			LongText("Ce qui rend le projet complexe", &p.Complexity).
				Hint("Patrimoine, foncier, pollution, multiplicité des acteurs, équilibre économique…").
				Source(pageComplex, quoteComplex),
			Money("Coût prévisionnel du projet", &p.Budget).
				Hint("Toutes dépenses du projet ; laissez vide si aucun chiffrage n’existe encore.").
				Source(pageCapacity, "aide au montage financier, sécurisation des coûts et des délais"),
		}}
}

func sitesFiche(p *Project) Fiche {
	return Fiche{Key: "project.sites", Title: "Les sites, le périmètre et les acteurs",
		Intro: "Un projet peut porter sur plusieurs sites. Ce que la mission laisse de côté s’écrit aussi.",
		Fields: []Field{
			Rows("Sites du projet", &p.Sites, siteCells).Required().
				Source(pageAmbition, "la réalisation de projets situés dans des sites pilotes"),
			LongText("Taille et nature de l’opération", &p.Size).
				Hint("Surfaces, logements, équipements, réhabilitation ou construction ; précisez si le coût est HT ou TTC.").
				Source(pageCapacity, quoteSize),
			LongText("Périmètre exclu de la mission", &p.Outside).
				Hint("Une énumération, par exemple « l’aménagement des rues alentour et les autres opérations de la ville ».").
				Source(pageTasks, "Il ne s’agit pas de missions relevant du pilotage du programme"),
			Rows("Acteurs du projet", &p.Actors, actorCells).
				Hint("L’expert est l’interlocuteur technique de chacun d’eux.").
				Source(pageTowns, "parties prenantes du projet (EPL, promoteurs, administration, entreprises...)"),
		}}
}

func siteCells(s *Site) []Field {
	const basis = "usage : désignation des biens dans les conventions d’aménagement"
	return []Field{
		Text("Nom du site", &s.Name).Required().Assumed(basis),
		Text("Adresse ou périmètre", &s.Address).Required().Assumed(basis),
		Text("Parcelles cadastrales", &s.Parcels).Hint("Section et numéros, par exemple « BK 112 et 113 ».").Assumed(basis),
		Quantity("Surface", "m²", &s.Area).Assumed(basis),
	}
}

func actorCells(a *Actor) []Field {
	const quote = "parties prenantes du projet (EPL, promoteurs, administration, entreprises...)"
	return []Field{
		Choice("Catégorie", &a.Kind, []Option[ActorKind]{
			{Value: ActorEPL, Label: "Entreprise publique locale"},
			{Value: ActorPromoter, Label: "Promoteur"},
			{Value: ActorState, Label: "Administration"},
			{Value: ActorCompany, Label: "Entreprise"},
			{Value: ActorOtherKind, Label: "Autre"},
		}).Required().Source(pageTowns, quote),
		Text("Nom", &a.Name).Required().Source(pageTowns, quote),
		Text("Rôle dans le projet", &a.Role).Source(pageTowns, quote),
	}
}

func backingFiche(b *Backing) Fiche {
	const quote = "est une condition sine qua non de la mobilisation de l’appui technique"
	return Fiche{Key: "backing", Title: "Le portage politique",
		Intro: "Sans portage politique, pas d’appui technique : le maire s’engage par une lettre adressée à la Direction régionale.",
		Fields: []Field{
			Text("Élu référent du projet", &b.Sponsor).Required().
				Hint("Prénom et nom de l’élu ou de l’élue qui suit le projet.").Source(pageTowns, quote),
			Text("Délégation de l’élu référent", &b.SponsorFor).
				Hint("Par exemple « adjointe déléguée à l’urbanisme ».").Source(pageTowns, quote),
			LongText("Pourquoi ce projet est une priorité du mandat", &b.Priority).
				Hint("Deux ou trois phrases, reprises dans le préambule de la convention de soutien.").Source(pageTowns, quote),
			YesNo("La lettre d’engagement du maire est-elle signée ?", &b.Letter).Required().
				Source(pageTowns, quote),
			DayField("Date de la lettre d’engagement", &b.LetterDay).Required().When(whenYes(&b.Letter)).
				Source(pageTowns, quote),
			DayField("Date de l’accord de principe de la Direction régionale", &b.Agreement).
				Source(pageCapacity, "L’expérimentation pourra porter au maximum sur 60 villes"),
			Number("Rang de la ville parmi les 60", &b.Places).Between(1, 60).
				Hint("S’il est connu ; la Direction régionale peut le communiquer.").
				Source(pageCapacity, "L’expérimentation pourra porter au maximum sur 60 villes"),
		}}
}

func deliveryFiche(v *Delivery) Fiche {
	const quote = "peut être réalisé en régie ou par la mobilisation d’une EPL (mandat ou concession)"
	operated := func() bool { return v.Mode == ModeMandate || v.Mode == ModeConcession }
	return Fiche{Key: "delivery", Title: "Le mode de réalisation",
		Intro: "Régie, mandat ou concession : les trois sont possibles, et le choix peut rester ouvert.",
		Fields: []Field{
			Choice("Mode de réalisation du projet", &v.Mode, []Option[DeliveryMode]{
				{Value: ModeDirect, Label: "Régie"},
				{Value: ModeMandate, Label: "Mandat confié à une entreprise publique locale"},
				{Value: ModeConcession, Label: "Concession à une entreprise publique locale"},
				{Value: ModeOpen, Label: "À définir"},
			}).Required().Source(pageTowns, quote),
			Text("Entreprise publique locale", &v.Operator).When(operated).
				Hint("Sa dénomination complète.").Source(pageTowns, quote),
			Choice("Forme de l’entreprise publique locale", &v.Form, []Option[OperatorForm]{
				{Value: FormSEM, Label: "Société d’économie mixte (SEM)"},
				{Value: FormSPL, Label: "Société publique locale (SPL)"},
				{Value: FormSPLA, Label: "Société publique locale d’aménagement (SPLA)"},
				{Value: FormElse, Label: "Autre forme"},
			}).When(operated).
				Assumed("code général des collectivités territoriales, articles L1521-1 et L1531-1 ; code de l’urbanisme, article L327-1"),
			LongText("Précisions sur le montage retenu", &v.Detail).
				Hint("Contrats signés ou envisagés, leur date et leur objet.").Source(pageTowns, quote),
		}}
}
