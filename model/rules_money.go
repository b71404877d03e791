package model

// half is the share of the subsidy paid at the start. (presentation, « en deux fois (50% au démarrage, 50% en fin de mission) »)
const half Rate = 5_000

// moneyRules hold the invoices and the two payments.
func moneyRules() []Rule {
	twice := quoted(pageSteps, "en deux fois (50% au démarrage, 50% en fin de mission)")
	return []Rule{
		{
			ID: "R51", Severity: Blocking,
			Basis: quoted(pageSecondment, "Le groupement d’employeur est l’employeur et facture la mise à disposition à la collectivité"),
			Reads: func(d *Dossier) []any { return []any{&d.Payment.Issuer} },
			Check: func(d *Dossier, _ Day) []Breach {
				return brokenIf(d.Payment.Issuer == RecruiterTown, &d.Payment.Issuer, "Les factures doivent être émises par le groupement à "+
					"la collectivité.")
			},
		},
		{
			ID: "R52", Severity: Blocking, Basis: quoted(pageSteps, "facture mensuellement la mise à disposition au bénéficiaire"),
			Reads: func(d *Dossier) []any { return []any{&d.Payment.Every} },
			Check: func(d *Dossier, _ Day) []Breach {
				every := d.Payment.Every
				return brokenIf(every != "" && every != EveryMonth, &d.Payment.Every, "L’échéancier doit être mensuel.")
			},
		},
		{
			ID: "R53", Severity: Blocking, Basis: twice,
			Reads: func(d *Dossier) []any { return []any{&d.Payment.FirstShare} },
			Check: func(d *Dossier, _ Day) []Breach {
				share := d.Payment.FirstShare
				if share == nil || *share == half || *share > 2*half {
					return nil
				}
				return broken(&d.Payment.FirstShare, "Les versements doivent être de 50 %% et 50 %% (actuellement : %s et %s).", share,
					2*half-*share)
			},
		},
		{
			ID: "R54", Severity: Blocking, Basis: twice,
			Reads: func(d *Dossier) []any { return []any{&d.Payment.FirstShare} },
			Check: func(d *Dossier, _ Day) []Breach {
				share := d.Payment.FirstShare
				return brokenIf(share != nil && *share > 2*half, &d.Payment.FirstShare, "La somme des deux versements ne correspond pas à la "+
					"subvention : le premier la dépasse déjà.")
			},
		},
	}
}

// costRules hold what is subsidised, and what the town must have ready.
func costRules() []Rule {
	return []Rule{
		{
			ID: "R55", Severity: Blocking, Basis: quoted(pageSecondment, subsidised),
			Reads: func(d *Dossier) []any { return []any{&d.Terms.OtherIncluded} },
			Check: func(d *Dossier, _ Day) []Breach {
				other := d.Terms.OtherIncluded
				return brokenIf(other != "", &d.Terms.OtherIncluded, "L’assiette ne peut contenir que salaires, charges et frais : retirez "+
					"« %s ».", other)
			},
		},
		overpaidRule(),
		{ID: "R57", Severity: Confirm, Check: cashAdvance,
			Basis: quoted(pageSteps, "facture mensuellement la mise à disposition au bénéficiaire"),
			Reads: func(d *Dossier) []any {
				return []any{&d.Payment.BalanceLag, &d.Payment.FirstLag, &d.Payment.DueDays, &d.Payment.FirstShare, &d.Terms.Rate,
					&d.Terms.Ceiling, &d.Mission.Start, &d.Mission.Months}
			}},
		{
			ID: "R58", Severity: Confirm, Basis: legal("Code général des impôts, article 261 B dans sa numérotation antérieure à 2026"),
			Reads: func(d *Dossier) []any { return []any{&d.Group.VAT} },
			Check: func(d *Dossier, _ Day) []Breach {
				return missingOne("Le régime de TVA du groupement n’est pas renseigné.", &d.Group.VAT)
			},
		},
		{
			ID: "R59", Severity: Confirm, Basis: assumed("usage budgétaire, une dépense s’engage sur des crédits ouverts"),
			Reads: func(d *Dossier) []any { return []any{&d.Prior.Budget} },
			Check: func(d *Dossier, _ Day) []Breach {
				return brokenIf(d.Prior.Budget != Yes, &d.Prior.Budget, "Les crédits ne sont pas inscrits au budget, en dépense et en recette.")
			},
		},
	}
}

// cashAdvance says how much the town advances, and until when.
func cashAdvance(d *Dossier, _ Day) []Breach {
	if !d.Mission.lasts() {
		return nil
	}
	c, ok := d.Cash()
	_, balance := d.Receipts()
	if !ok || c.Worst == 0 {
		return nil
	}
	return broken(&d.Payment.BalanceLag, "La ville doit avancer jusqu’à %s avant le solde (attendu le %s) : vérifiez la trésorerie.", -c.Worst,
		balance.Short())
}
