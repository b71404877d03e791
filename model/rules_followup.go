package model

import "strings"

// followUpRules hold the evaluations, the bills and the balance. None of them concerns a convention: they block the second
// claim, which pays what they check.
func followUpRules() []Rule {
	claim := []Paper{PaperSecondClaim}
	evaluated := quoted(pageCapacity, quoteEvaluation)
	return []Rule{
		{ID: "R60", Severity: Confirm, Papers: []Paper{PaperMidterm}, Basis: evaluated, Check: lateEvaluation,
			Reads: func(d *Dossier) []any { return []any{&d.FollowUp.Mid.Day, &d.Support.MidReport, &d.FollowUp.Stage} }},
		{
			ID: "R61", Severity: Blocking, Papers: claim, Basis: evaluated,
			Reads: func(d *Dossier) []any { return []any{&d.FollowUp.Final.Day, &d.FollowUp.Stage} },
			Check: func(d *Dossier, _ Day) []Breach {
				f := &d.FollowUp
				return brokenIf(f.Stage.Over() && f.Final.Day == "", &f.Final.Day, "Le bilan final est requis pour demander le second "+
					"versement : indiquez le jour où il a été arrêté.")
			},
		},
		{ID: "R62", Severity: Blocking, Papers: claim, Check: incompleteBills,
			Basis: assumed("usage des conventions de la Caisse des dépôts : état des factures et attestations de service fait"),
			Reads: func(d *Dossier) []any { return []any{&d.FollowUp.Bills, &d.FollowUp.Stage, &d.FollowUp.Ended} }},
	}
}

// overpaidRule is R56: it stands with the rules on the two payments.
func overpaidRule() Rule {
	return Rule{
		ID: "R56", Severity: Blocking, Papers: []Paper{PaperSecondClaim}, Check: overpaid,
		Basis: quoted(pageSecondment, subsidised),
		Reads: func(d *Dossier) []any {
			f := &d.FollowUp
			return []any{&f.Refund, &f.First.Amount, &f.Second.Amount, &f.Bills, &d.Terms.Rate, &d.Terms.Ceiling}
		},
	}
}

// overpaid holds what was received to what the real cost justifies, unless the rest is given back. A duration out of bounds is
// corrected first.
func overpaid(d *Dossier, _ Day) []Breach {
	a, ok := d.Account()
	f := &d.FollowUp
	if !ok || f.Refund != "" || !d.Mission.lasts() {
		return nil
	}
	received := a.First
	if f.Second.Received != "" {
		received += amount(f.Second.Amount)
	}
	return brokenIf(received > a.Due, &f.Refund, "La subvention versée (%s) dépasse celle que justifie le coût réel (%s) : corrigez le "+
		"solde, ou prévoyez un reversement de %s.", received, a.Due, received-a.Due)
}

// lateEvaluation finds the evaluation half-way that no day is set for, or whose day is past.
func lateEvaluation(d *Dossier, today Day) []Breach {
	planned, made := d.Support.MidReport, &d.FollowUp.Mid.Day
	switch {
	case *made != "" || d.Mission.Start == "":
		return nil
	case planned == "":
		return broken(&d.Support.MidReport, "L’évaluation à mi-parcours n’est pas planifiée.")
	case d.FollowUp.Stage.Halfway():
		return broken(made, "L’évaluation à mi-parcours, prévue le %s, n’est pas faite.", planned.Short())
	}
	return brokenIf(planned < today, &d.Support.MidReport, "L’évaluation à mi-parcours est en retard : elle était prévue le %s.",
		planned.Short())
}

// incompleteBills finds, once the mission is over, the months that no invoice covers and the work that nobody certified.
func incompleteBills(d *Dossier, _ Day) []Breach {
	f := &d.FollowUp
	if !f.Stage.Over() {
		return nil
	}
	expected, _ := d.Invoices()
	var uncovered []string
	for _, v := range expected {
		if f.Ended != "" && v.From > f.Ended {
			break
		}
		if f.billOf(v) == nil {
			uncovered = append(uncovered, v.From.Month())
		}
	}
	list := brokenIf(len(uncovered) > 0, &f.Bills, "Le récapitulatif des factures est incomplet : aucune ne couvre %s.",
		strings.Join(uncovered, ", "))
	for _, b := range f.Bills {
		if b.Kind == BillCredit || b.Certified != "" {
			continue
		}
		list = append(list, broken(&b.Certified, "L’attestation de service fait manque pour la facture %s.", b.Number)...)
	}
	return list
}
