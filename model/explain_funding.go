package model

import (
	"fmt"
	"strings"
)

// explainFunding explains what the mission costs, what is paid and what is left.
func explainFunding(d *Dossier, value string) (Explanation, []any) {
	f, ok := d.Funding()
	if !ok {
		return Explanation{}, nil
	}
	twice := quoted(pageSteps, "en deux fois (50% au démarrage, 50% en fin de mission)")
	switch value {
	case "total":
		return Explanation{
			Sentence: "Le coût d’un mois entier, TVA comprise s’il y en a, pour chaque mois de la mission.",
			Formula:  fmt.Sprintf("%d mois × %s = %s", d.Mission.Months, f.Month.Gross, f.Total.Gross),
			Basis:    quoted(pageSecondment, subsidised),
			Changes:  "Une autre durée, un autre coût mensuel.",
		}, []any{&d.Mission.Months, &d.Group.VAT}
	case "subsidy":
		return explainSubsidy(d, f)
	case "first":
		return Explanation{
			Sentence: "La part de la subvention versée au démarrage, au centime inférieur.",
			Formula:  fmt.Sprintf("%s × %s = %s", f.Subsidy, *d.Payment.FirstShare, f.First),
			Basis:    twice, Changes: "Une autre subvention.",
		}, []any{&d.Payment.FirstShare, &d.Payment.FirstLag}
	case "balance":
		return Explanation{
			Sentence: "Le reste de la subvention, versé en fin de mission ; le centime impair s’y trouve. Il ne peut pas dépasser le coût réel.",
			Formula:  fmt.Sprintf("%s − %s = %s", f.Subsidy, f.First, f.Balance),
			Basis:    twice, Changes: "Une autre subvention, un coût réel inférieur au coût prévu.",
		}, []any{&d.Payment.FirstShare, &d.Payment.BalanceLag}
	case "left":
		return Explanation{
			Sentence: "Tout ce que paie la ville pour la mission, cotisations et coûts indirects compris, moins la subvention.",
			Formula: fmt.Sprintf("%s + %s de cotisations + %s de coûts indirects − %s = %s", f.Total.Gross, f.Dues, f.Indirect, f.Subsidy,
				f.Left),
			Basis:   assumed("coût complet du projet pour la ville"),
			Changes: "Une autre subvention, un autre coût mensuel, des coûts indirects différents.",
		}, []any{&d.Cost.Dues, &d.Cost.Indirect, &d.Terms.Rate, &d.Terms.Ceiling}
	}
	return Explanation{}, nil
}

// explainSubsidy says what the cost kept is made of, then the rate, then the ceiling.
func explainSubsidy(d *Dossier, f Funding) (Explanation, []any) {
	t := &d.Terms
	month := d.eligibleMonth(f.Lines)
	steps := []string{fmt.Sprintf("Coût retenu : %d mois × %s = %s", d.Mission.Months, month, Cents(d.Mission.Months)*month)}
	if t.DuesIncluded == Yes {
		steps[0] = fmt.Sprintf("Coût retenu : %d mois × %s + %s de cotisations = %s", d.Mission.Months, month, f.Dues, f.Eligible)
	}
	steps = append(steps, fmt.Sprintf("Subvention : %s × %s = %s", f.Eligible, *t.Rate, t.Rate.Of(f.Eligible)))
	if f.Capped {
		steps = append(steps, fmt.Sprintf("Ramenée au plafond : %s", f.Subsidy))
	}
	var kept []string
	if t.FeesIncluded == No {
		kept = append(kept, "sans les frais de gestion du groupement")
	}
	if d.Group.VAT == VATFull && t.TaxBase == BaseWithoutTax {
		kept = append(kept, "hors TVA")
	}
	sentence := "Le taux appliqué au coût retenu de la mise à disposition, dans la limite du plafond s’il y en a un."
	if len(kept) > 0 {
		sentence = "Le taux appliqué au coût retenu de la mise à disposition (" + strings.Join(kept, ", ") + "), dans la limite du plafond s’il y " +
			"en a un."
	}
	return Explanation{
		Sentence: sentence, Formula: strings.Join(steps, "\n"), Basis: quoted(pageSecondment, subsidised),
		Changes: "Un autre taux, un autre plafond, d’autres dépenses retenues : ces paramètres sont à confirmer avec la Direction régionale.",
	}, []any{&t.Rate, &t.Ceiling, &t.TaxBase, &t.FeesIncluded, &t.DuesIncluded, &d.Mission.Months}
}

// explainAdvance adds up what is paid and received on the worst day.
func explainAdvance(d *Dossier) (Explanation, []any) {
	c, ok := d.Cash()
	if !ok {
		return Explanation{}, nil
	}
	p := &d.Payment
	e := Explanation{
		Sentence: "Les factures payées, au terme du délai de paiement, moins les versements reçus : la plus forte différence est la somme que la " +
			"ville avance.",
		Basis:   quoted(pageSteps, "en deux fois (50% au démarrage, 50% en fin de mission)"),
		Changes: "Un premier versement ou un solde reçus plus tôt, une subvention plus élevée.",
	}
	if c.On == "" {
		e.Formula = "Les versements reçus couvrent à tout moment les factures payées."
	} else {
		paid := Cents(0)
		invoices, _ := d.Invoices()
		for _, v := range invoices {
			if v.Paid <= c.On {
				paid += v.Amount.Gross
			}
		}
		e.Formula = fmt.Sprintf("Au %s : %s payés − %s reçus = %s avancés", c.On.Short(), paid, paid+c.Worst, -c.Worst)
	}
	return e, []any{&p.FirstLag, &p.BalanceLag, &p.DueDays, &p.FirstShare}
}
