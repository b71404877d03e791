package model

// The headings of the presentation of September 2023 that questions cite, each under the words that name it here.
const (
	pageAmbition   = "L’ambition de la Banque des Territoires au service de la concrétisation des projets"
	pageGap        = "L’appui technique: une réponse au constat des difficultés rencontrées par les collectivités dans la mise en œuvre de projets urbains complexes"
	pageOffer      = "La proposition de la Banque des Territoires : l’appui technique"
	pageCapacity   = "L’appui technique : un renforcement de la capacité de maîtrise d’ouvrage des collectivités"
	pageTasks      = "Un appui mobilisable aux différentes étapes de mise en œuvre de projet"
	pageComplex    = "Un appui mobilisable en soutien aux projets complexes"
	pageGroup      = "Une mobilisation d’un expert opérationnel par un groupement d’employeur"
	pageSecondment = "Les modalités de mise à disposition de l’expert opérationnel"
	pageTowns      = "Identification des villes où déployer l’appui technique"
	pageContents   = "Définition des contenus et de la durée des missions"
	pageSteps      = "Les étapes administratives de la mise en place de l’appui technique"
)

var civilities = []Option[Civility]{{Value: Madam, Label: "Madame"}, {Value: Sir, Label: "Monsieur"}}

// askIdentity asks the four answers of who; of completes the labels ("du maire"), dress gives each question its basis and
// its conditions.
func askIdentity(of string, who *Identity, dress func(Field) Field) []Field {
	return []Field{
		dress(Choice("Civilité "+of, &who.Civility, civilities)),
		dress(Text("Prénom "+of, &who.FirstName)),
		dress(Text("Nom "+of, &who.LastName)),
		dress(Text("Qualité "+of, &who.Quality).Hint("La fonction, telle qu’elle sera imprimée sous le nom.")),
	}
}

// whenYes is the condition of a question that follows a « oui ».
func whenYes(a *Answer) func() bool { return func() bool { return *a == Yes } }

// atLeast bounds a whole number from below.
func atLeast(n *int, low int, advice string) func() error {
	return func() error {
		if *n < low {
			return Advice(advice)
		}
		return nil
	}
}

// notBefore holds a day to come on or after another one, when both are known.
func notBefore(day, first *Day, advice string) func() error {
	return func() error {
		if *day != "" && *first != "" && *day < *first {
			return Advice(advice)
		}
		return nil
	}
}

// atMostWhole holds a proportion to 100 %.
func atMostWhole(r **Rate) func() error {
	return func() error {
		if *r != nil && **r > 10_000 {
			return Advice("Un pourcentage ne peut pas dépasser 100 % ici. Vérifiez la valeur.")
		}
		return nil
	}
}
