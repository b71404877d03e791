package model

// evaluationFiches asks for the two evaluations on one grid: half-way, and at the end.
func evaluationFiches(d *Dossier) []Fiche {
	f := &d.FollowUp
	mid := grid{"followUp.mid", "Évaluation à mi-parcours", "à mi-parcours", &f.Mid, f.Stage.Halfway, "la mission n’est pas à mi-parcours"}
	end := grid{"followUp.final", "Bilan final", "au bilan final", &f.Final, f.Stage.Over, "la mission n’est pas terminée"}
	return append(mid.fiches(), end.fiches()...)
}

// A grid is one of the two evaluations as it is asked.
type grid struct {
	key, title, when string
	*Evaluation
	reached func() bool
	void    string // why it is not asked yet
}

func (g grid) fiches() []Fiche {
	void := g.void
	if g.reached() {
		void = ""
	}
	return []Fiche{
		{Key: g.key + ".findings", Title: g.title + " : constats", Void: void, Fields: g.findings()},
		{Key: g.key + ".ambitions", Title: g.title + " : ambitions et effets", Void: void, Fields: g.ambitions(),
			Intro: "Les trois ambitions de la Banque des Territoires servent d’indicateurs. Laissez vides les effets qui ne se sont pas produits."},
		{Key: g.key + ".views", Title: g.title + " : appréciations", Void: void, Fields: g.views()},
	}
}

// about completes a label with the evaluation it belongs to.
func (g grid) about(label string) string { return label + " (" + g.when + ")" }

func (g grid) findings() []Field {
	const usage = "usage des bilans de mission"
	asked := func(f Field) Field { return f.When(g.reached) }
	return []Field{
		asked(DayField(g.about("Arrêté le"), &g.Day).Required().
			Hint("Le jour où le comité de pilotage l’a validé.").Source(pageCapacity, quoteEvaluation)),
		asked(LongText(g.about("Synthèse"), &g.Summary).Required().
			Hint("Ce que la mission a produit, au regard de ses objectifs.").Source(pageCapacity, quoteEvaluation)),
		asked(LongText(g.about("Difficultés rencontrées"), &g.Difficulties).Required().Tall(3).
			Hint("Écrivez « aucune » s’il n’y en a pas eu.").Assumed(usage)),
		asked(LongText(g.about("Suites"), &g.Next).Required().Tall(3).
			Hint("Ce qui reste à faire, et qui en est chargé.").Assumed(usage)),
		asked(LongText(g.about("Enseignements pour l’expérimentation"), &g.Lessons).Tall(3).
			Hint("Ce que les autres villes et la Banque des Territoires gagneraient à savoir.").
			Source(pageCapacity, quoteEvaluation)),
	}
}

func (g grid) ambitions() []Field {
	const usage = "indicateur usuel d’une opération d’aménagement, à convenir avec la Direction régionale"
	asked := func(f Field) Field { return f.When(g.reached) }
	return []Field{
		asked(LongText(g.about("Trajectoire d’évolution du territoire"), &g.Trajectory).Required().Tall(3).
			Hint("Démographie, environnement, économie : ce que le projet infléchit.").
			Source(pageAmbition, "confortement, évolution et bifurcation des dynamiques territoriales")),
		asked(LongText(g.about("Capacité de transformation et de concrétisation"), &g.Capacity).Required().Tall(3).
			Hint("Ce que la ville sait faire désormais, ce qui s’est concrétisé.").
			Source(pageAmbition, "capacité de transformation et de concrétisation des projets")),
		asked(LongText(g.about("Potentiel d’innovation"), &g.Innovation).Required().Tall(3).
			Hint("Sobriété foncière, adaptation au changement climatique, transition numérique.").
			Source(pageAmbition, "sobriété foncière, adaptation au changement climatique")),
		asked(Number(g.about("Procédures engagées"), &g.Procedures).In("procédures").Assumed(usage)),
		asked(Number(g.about("Marchés notifiés"), &g.Contracts).In("marchés").Assumed(usage)),
		asked(Quantity(g.about("Surface traitée"), "m²", &g.Area).Assumed(usage)),
		asked(Number(g.about("Logements programmés"), &g.Homes).In("logements").Assumed(usage)),
		asked(Money(g.about("Investissement déclenché"), &g.Investment).Assumed(usage)),
	}
}

func (g grid) views() []Field {
	const usage = "usage : chacune des parties dit son appréciation de la mission"
	views := []Option[View]{
		{Value: ViewVeryGood, Label: "Très satisfaisant"}, {Value: ViewGood, Label: "Satisfaisant"},
		{Value: ViewMixed, Label: "À améliorer"}, {Value: ViewBad, Label: "Insuffisant"},
	}
	asked := func(f Field) Field { return f.When(g.reached).Assumed(usage) }
	return []Field{
		asked(Choice(g.about("Appréciation de la collectivité"), &g.TownView, views).Required()),
		asked(Choice(g.about("Appréciation de l’expert"), &g.ExpertView, views)),
		asked(Choice(g.about("Appréciation de la Direction régionale"), &g.OfficeView, views)),
		asked(Choice(g.about("Appréciation du groupement"), &g.GroupView, views)),
		asked(LongText(g.about("Compétences transmises aux services"), &g.Skills).Tall(3).
			Hint("Qui a appris quoi, et comment cela reste dans la maison.")),
	}
}
