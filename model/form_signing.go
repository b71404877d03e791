package model

import "slices"

var papersWithClauses = []Option[Paper]{
	{Value: PaperSupport, Label: "Convention de soutien"},
	{Value: PaperSecondment, Label: "Convention de mise à disposition"},
	{Value: PaperRoadmap, Label: "Feuille de route"},
	{Value: PaperJob, Label: "Fiche de poste"},
}

func clausesFiche(d *Dossier) Fiche {
	usage := "clause propre au dossier, à faire relire par les deux parties"
	return Fiche{
		Key: "clauses.list", Title: "Clauses particulières",
		Intro: "Ajoutez ici ce que le texte type ne prévoit pas, ou changez l’un de ses articles. Retirez la ligne pour retrouver le texte type.",
		Fields: []Field{
			Rows("Clauses particulières", &d.Clauses.List, func(c *Clause) []Field { return clauseColumns(d, c) }).Assumed(usage),
		},
	}
}

func clauseColumns(d *Dossier, c *Clause) []Field {
	articles := StandardArticles(c.Paper)
	title := Text("Titre de la clause", &c.Title).Hint("Exemple : accès au chantier.")
	if c.Departs() {
		title = Text("Titre de la clause", &c.Title).Hint("Laissez vide pour garder le titre de l’article.")
	} else {
		title = title.Required()
	}
	kept := func() bool { return c.Deed != ClauseRemoves }
	return []Field{
		Choice("Document", &c.Paper, papersWithClauses).Required(),
		Choice("Place de la clause", &c.Deed, []Option[ClauseDeed]{
			{Value: ClauseAdded, Label: "S’ajoute à la fin"},
			{Value: ClauseReplaces, Label: "Remplace un article du texte type"},
			{Value: ClauseRemoves, Label: "Supprime un article du texte type"},
		}).When(func() bool { return len(articles) > 0 || c.Departs() }).Hint("Sans réponse, la clause s’ajoute à la fin."),
		Choice("Article du texte type", &c.Article, articles).Required().When(c.Departs).Check(articleFree(d, c)),
		title.When(kept),
		clauseText(d, "Texte de la clause", &c.Text).Required().When(kept).
			Hint("Des phrases complètes, au présent ; un alinéa par ligne. Une réponse du dossier s’écrit entre accolades : elle suit ses changements."),
	}
}

func signingFiche(d *Dossier) Fiche {
	s := &d.Signing
	byHand := func() bool { return s.Mode != SigningElectronic }
	electronic := func() bool { return s.Mode == SigningElectronic }
	law := "code des relations entre le public et l’administration, articles L212-1 et L212-3"
	return Fiche{
		Key: "signing.order", Title: "Ordre et mode de signature",
		Fields: []Field{
			Choice("Mode de signature", &s.Mode, []Option[SigningMode]{
				{Value: SigningByHand, Label: "Manuscrite, sur papier"},
				{Value: SigningElectronic, Label: "Électronique, par certificat"},
			}).Required().
				Hint("Une signature numérisée n’a pas de valeur : signez à la main, ou avec un certificat.").Assumed(law),
			Number("Nombre d’exemplaires originaux", &s.Copies).Required().When(byHand).Between(1, 10).
				Hint("Un par partie.").Assumed("usage des conventions signées à la main"),
			YesNo("Faut-il parapher chaque page ?", &s.Initials).Required().When(byHand).
				Assumed("usage des conventions signées à la main"),
			YesNo("Faut-il un champ de paraphe par signataire sur chaque page ?", &s.Paraphes).When(electronic).
				Hint("Rarement utile : une signature électronique protège déjà toutes les pages. Sans réponse : non.").
				Assumed("usage des parapheurs électroniques, à confirmer avec le vôtre"),
			Text("Balise à imprimer pour le parapheur", &s.Tag).When(electronic).
				Hint("Exemple : #signature#. Laissez vide si votre parapheur place lui-même les signatures.").
				Assumed("usage des parapheurs électroniques, à confirmer avec le vôtre"),
			Rows("Circuit de signature", &s.Order, signerColumns).Required().
				Hint("Dans l’ordre : les visas d’abord, les signatures ensuite.").
				Offering(func() []Option[string] { return signersLeft(s) }, func(who string) { fillSigner(s, who) }).
				Assumed("usage : les services visent, puis le maire et l’autre partie signent"),
		},
	}
}

func signerColumns(s *Signer) []Field {
	return []Field{
		Text("Qui", &s.Who).Required().Hint("Exemple : le maire."),
		Choice("Rôle", &s.Role, []Option[SignerRole]{
			{Value: SignerVisa, Label: "Vise"},
			{Value: SignerSigns, Label: "Signe"},
			{Value: SignerCounter, Label: "Contresigne"},
		}).Required(),
	}
}

// usualCircuit is the preset that writes every usual step that is still missing, in order.
const usualCircuit = "*"

// usualSigners lists the steps of the usual circuit, in order.
func usualSigners() []Signer {
	return []Signer{
		{Who: "Direction générale des services", Role: SignerVisa},
		{Who: "Direction des finances", Role: SignerVisa},
		{Who: "Expert opérationnel", Role: SignerVisa},
		{Who: "Maire ou son délégué", Role: SignerSigns},
		{Who: "Représentant du groupement d’employeurs", Role: SignerSigns},
		{Who: "Représentant de la Caisse des dépôts", Role: SignerSigns},
	}
}

func (s *Signing) has(who string) bool {
	return slices.ContainsFunc(s.Order, func(o *Signer) bool { return o.Who == who })
}

// signersLeft lists the usual steps that the circuit does not hold yet, after the preset that takes them all.
func signersLeft(s *Signing) []Option[string] {
	var out []Option[string]
	for _, u := range usualSigners() {
		if !s.has(u.Who) {
			out = append(out, Option[string]{Value: u.Who, Label: u.Who})
		}
	}
	if len(out) < 2 {
		return out
	}
	return slices.Insert(out, 0, Option[string]{Value: usualCircuit, Label: "Reprendre le circuit usuel"})
}

// fillSigner writes the usual step who into the last row; with usualCircuit, it writes there the first step left and adds
// one row for each other.
func fillSigner(s *Signing, who string) {
	row := s.Order[len(s.Order)-1]
	for _, u := range usualSigners() {
		if u.Who != who && (who != usualCircuit || s.has(u.Who)) {
			continue
		}
		if row == nil {
			row = &Signer{Row: Row{Key: newKey()}}
			s.Order = append(s.Order, row)
		}
		row.Who, row.Role = u.Who, u.Role
		row = nil
	}
}
