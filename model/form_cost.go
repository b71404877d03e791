package model

import "slices"

func costFiches(d *Dossier) []Fiche { return []Fiche{costFiche(d), townCostFiche(d)} }

const subsidised = "le coût de la mise à disposition à la collectivité (salaires, charges, frais)"

func costFiche(d *Dossier) Fiche {
	c := &d.Cost
	return Fiche{
		Key: "cost.monthly", Title: "Coût mensuel",
		Intro: "Le devis du groupement fait foi dès qu’il est reçu ; une estimation permet d’avancer en l’attendant.",
		Fields: slices.Concat([]Field{
			Choice("Origine du coût", &c.Basis, []Option[CostBasis]{
				{Value: CostEstimate, Label: "Estimation"},
				{Value: CostQuote, Label: "Devis du groupement"},
			}).Required().
				Hint("Les réponses de l’autre origine sont gardées, sans être comptées.").
				Source(pageSecondment, subsidised),
		}, estimateFields(d), quoteFields(d), monthFields(d)),
	}
}

func estimateFields(d *Dossier) []Field {
	c := &d.Cost
	estimated := func(f Field) Field {
		return f.Required().When(func() bool { return c.Basis == CostEstimate })
	}
	usage := "valeur usuelle, à remplacer par le devis du groupement"
	return []Field{
		estimated(Money("Salaire brut annuel, à temps plein", &c.Salary)).
			Hint("Le calcul en retient la moitié : l’expert est à mi-temps. De 42 000 à 65 000 € d’usage.").Assumed(usage),
		estimated(Percent("Charges patronales", &c.Charges)).
			Hint("En proportion du salaire brut. De 40 à 48 % d’usage pour un cadre.").Assumed(usage),
		estimated(Percent("Taxe sur les salaires", &c.PayrollTax)).
			When(func() bool { return d.Group.VAT != VATFull }).
			Hint("En proportion du salaire brut ; due par un groupement qui ne facture pas la TVA.").Assumed(usage),
		estimated(Percent("Frais de gestion du groupement", &c.Management)).Check(atMostWhole(&c.Management)).
			Hint("En proportion du salaire, des charges et de la taxe. De 5 à 12 % d’usage.").Assumed(usage),
		estimated(MoneyOrZero("Frais professionnels, par mois", &c.Expenses)).
			Hint("Déplacements et hébergement, au coût réel ; 0 s’il n’y en a pas.").
			Source(pageSecondment, subsidised),
	}
}

func quoteFields(d *Dossier) []Field {
	c := &d.Cost
	quoted := func(f Field) Field {
		return f.When(func() bool { return c.Basis == CostQuote }).Source(pageSecondment, subsidised)
	}
	return []Field{
		quoted(Text("Référence du devis", &c.QuoteRef).Required().Hint("Numéro ou objet, tel qu’il figure sur le devis.")),
		quoted(DayField("Date du devis", &c.QuoteDay).Required().Hint("Date portée sur le devis.")),
		quoted(MoneyOrZero("Salaire brut au devis, par mois", &c.QuoteWages).Required().
			Hint("Pour le mi-temps et hors TVA, comme toutes les sommes du devis.")),
		quoted(MoneyOrZero("Charges patronales au devis, par mois", &c.QuoteDues).Required().Hint("Cotisations de l’employeur sur ce salaire.")),
		quoted(MoneyOrZero("Taxe sur les salaires au devis, par mois", &c.QuoteTax).Required().
			When(func() bool { return d.Group.VAT != VATFull }).Hint("0 si le devis n’en compte pas.")),
		quoted(MoneyOrZero("Frais de gestion au devis, par mois", &c.QuoteFee).Required().Hint("La rémunération de la gestion du groupement ; 0 s’il n’en facture pas.")),
		quoted(MoneyOrZero("Frais professionnels au devis, par mois", &c.QuoteOther).Required().
			Hint("Déplacements et hébergement ; 0 s’il n’y en a pas.")),
	}
}

// monthFields shows what a full month costs: the lines that an estimate computes, then the sum.
func monthFields(d *Dossier) []Field {
	line := func(id, label string, pick func(CostLines) Cents) Field {
		return Computed("cost.month."+id, label, func() string {
			l, ok := d.MonthlyCost()
			return known(pick(l), ok)
		})
	}
	estimate := func() bool { return d.Cost.Basis != CostQuote }
	return []Field{
		line("salary", "Salaire brut du mi-temps, par mois", func(l CostLines) Cents { return l.Salary }).When(estimate),
		line("contributions", "Charges patronales, par mois", func(l CostLines) Cents { return l.Contributions }).When(estimate),
		line("payrollTax", "Taxe sur les salaires, par mois", func(l CostLines) Cents { return l.PayrollTax }).
			When(estimate).When(func() bool { return d.Group.VAT != VATFull }),
		line("management", "Frais de gestion, par mois", func(l CostLines) Cents { return l.Management }).When(estimate),
		line("total", "Coût mensuel, hors TVA", CostLines.Total),
		line("gross", "Coût mensuel, TVA comprise", func(l CostLines) Cents { return d.priced(l.Total()).Gross }).
			When(func() bool { return d.Group.VAT == VATFull }),
	}
}

// known writes an amount that could be computed, or nothing.
func known(c Cents, ok bool) string {
	if !ok {
		return ""
	}
	return c.String()
}

func townCostFiche(d *Dossier) Fiche {
	c := &d.Cost
	return Fiche{
		Key: "cost.town", Title: "Coût restant à la ville",
		Intro: "Ces dépenses ne figurent pas sur la facture mensuelle de mise à disposition.",
		Fields: []Field{
			MoneyOrZero("Cotisation au groupement, par an", &c.Dues).Required().
				Hint("Appelée à l’adhésion ; 0 s’il n’y en a pas.").
				Source(pageGroup, "sous réserve d’adhésion à un groupement d’employeur"),
			MoneyOrZero("Dépôt ou fonds de garantie", &c.Deposit).
				Hint("Somme que certains groupements demandent à l’adhésion ; 0 s’il n’y en a pas.").
				Assumed("usage de certains groupements : un douzième de la masse salariale annuelle"),
			MoneyOrZero("Coûts indirects de la ville, pour toute la mission", &c.Indirect).
				Hint("Poste de travail, encadrement ; 0 si la ville n’en compte pas.").
				Assumed("coût complet du projet pour la ville, hors subvention"),
			Text("Nature des coûts indirects", &c.IndirectFor).
				When(func() bool { return c.Indirect != nil && *c.Indirect > 0 }).
				Hint("Exemple : bureau, ordinateur, temps du référent.").
				Assumed("coût complet du projet pour la ville, hors subvention"),
		},
	}
}
