package model

import (
	"fmt"
	"strings"
)

// explainFollowUp explains what was billed and what is left to ask for.
func explainFollowUp(d *Dossier, id string) (Explanation, []any) {
	f := &d.FollowUp
	total, billed := d.Billed()
	switch {
	case id == "followUp.billed" && billed && f.Stage.Begun():
		var terms []string
		for _, b := range f.Bills {
			if c, ok := b.Net(); ok {
				terms = append(terms, c.String())
			}
		}
		return Explanation{
			Sentence: "La somme des factures du groupement, TVA comprise s’il y en a, moins ses avoirs.",
			Formula:  strings.ReplaceAll(strings.Join(terms, " + "), "+ -", "− ") + " = " + total.String(),
			Basis:    quoted(pageSteps, quoteMonthly),
			Changes:  "Une autre facture, un avoir.",
		}, []any{&f.Bills}
	case id == "followUp.due":
		return explainDue(d)
	}
	return Explanation{}, nil
}

func explainDue(d *Dossier) (Explanation, []any) {
	a, ok := d.Account()
	agreed, funded := d.Funding()
	if !ok || !funded {
		return Explanation{}, nil
	}
	return Explanation{
		Sentence: "La subvention est recalculée sur le coût réel, dans la limite de la subvention convenue ; le premier versement en est " +
			"déduit. Un solde négatif n’est pas demandé : l’excédent est reversé.",
		Formula: fmt.Sprintf("Coût retenu : %s\nSubvention : %s × %s, au plus %s = %s\nSolde : %s − %s, au moins 0 = %s", a.Eligible, a.Eligible,
			*d.Terms.Rate, agreed.Subsidy, a.Due, a.Due, a.First, a.Balance),
		Basis:   quoted(pageSteps, quoteTwice),
		Changes: "Une autre facture, un avoir, un autre premier versement.",
	}, []any{&d.FollowUp.Bills, &d.FollowUp.First.Amount, &d.Terms.Rate, &d.Terms.Ceiling}
}
