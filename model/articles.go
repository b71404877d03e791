package model

// An ArticleKey names an article of the standard text of a convention; it never changes, whatever its number and its title.
type ArticleKey string

// StandardArticles lists the articles of the standard text of a paper, in order; none for a paper that is no convention.
// (domain §1.1 and §1.2)
func StandardArticles(paper Paper) []Option[ArticleKey] {
	switch paper {
	case PaperSupport:
		return supportArticles
	case PaperSecondment:
		return secondmentArticles
	}
	return nil
}

var supportArticles = []Option[ArticleKey]{
	{Value: "object", Label: "Objet de la convention"},
	{Value: "mission", Label: "Description de la mission"},
	{Value: "term", Label: "Entrée en vigueur et durée"},
	{Value: "town", Label: "Engagements de la Commune"},
	{Value: "bank", Label: "Engagements de la Caisse des dépôts"},
	{Value: "amount", Label: "Coût de la mise à disposition et montant de la subvention"},
	{Value: "payment", Label: "Modalités de versement"},
	{Value: "pieces", Label: "Pièces justificatives"},
	{Value: "steering", Label: "Gouvernance et suivi"},
	{Value: "evaluation", Label: "Évaluation"},
	{Value: "communication", Label: "Communication"},
	{Value: "property", Label: "Propriété intellectuelle"},
	{Value: "secrecy", Label: "Confidentialité"},
	{Value: "data", Label: "Protection des données à caractère personnel"},
	{Value: "compliance", Label: "Conformité, probité et déontologie"},
	{Value: "change", Label: "Modification de la convention"},
	{Value: "ending", Label: "Suspension, résiliation et restitution"},
	{Value: "misc", Label: "Dispositions générales"},
	{Value: "law", Label: "Droit applicable et règlement des litiges"},
}

var secondmentArticles = []Option[ArticleKey]{
	{Value: "object", Label: "Objet de la convention"},
	{Value: "membership", Label: "Adhésion préalable au Groupement"},
	{Value: "activities", Label: "Nature des activités"},
	{Value: "term", Label: "Durée, période probatoire et renouvellement"},
	{Value: "time", Label: "Quotité, temps et lieu de travail"},
	{Value: "employer", Label: "Obligations du Groupement, employeur"},
	{Value: "user", Label: "Obligations de la Commune, utilisatrice"},
	{Value: "authority", Label: "Autorité fonctionnelle et délégation"},
	{Value: "equality", Label: "Égalité de traitement"},
	{Value: "control", Label: "Contrôle et évaluation de l’activité"},
	{Value: "money", Label: "Conditions financières"},
	{Value: "insurance", Label: "Responsabilité et assurances"},
	{Value: "liability", Label: "Responsabilité solidaire des membres du Groupement"},
	{Value: "absence", Label: "Indisponibilité et remplacement"},
	{Value: "ethics", Label: "Confidentialité, déontologie et conflits d’intérêts"},
	{Value: "property", Label: "Propriété des documents et des livrables"},
	{Value: "data", Label: "Protection des données à caractère personnel"},
	{Value: "ending", Label: "Fin anticipée"},
	{Value: "law", Label: "Modification, litiges et annexes"},
}
