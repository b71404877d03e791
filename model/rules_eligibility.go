package model

import "slices"

// programmeRules hold the dossier to the programme and to its period.
func programmeRules() []Rule {
	const period = "du programme Action Cœur de Ville et sur la période 2023-2026"
	return []Rule{
		{
			ID: "R01", Severity: Blocking,
			Basis: quoted(pageCapacity, "proposée uniquement dans le cadre du programme Action Cœur de Ville"),
			Reads: func(d *Dossier) []any { return []any{&d.Town.ACVProof, &d.Town.ACV} },
			Check: func(d *Dossier, _ Day) []Breach {
				return brokenIf(d.Town.ACV == No && d.Town.ACVProof == "", &d.Town.ACVProof,
					"La commune n’est pas dans la liste Action Cœur de Ville : l’appui technique lui est fermé. Si elle vient de "+
						"rejoindre le programme, indiquez-en le justificatif.")
			},
		},
		{
			ID: "R02", Severity: Blocking, Basis: quoted(pageCapacity, period),
			Reads: func(d *Dossier) []any {
				return []any{&d.Support.Signed, &d.Mission.Start, &d.Mission.Months, &d.Terms.WindowStart, &d.Terms.WindowEnd,
					&d.Terms.WindowMeans}
			},
			Check: outsideWindow,
		},
		{
			ID: "R03", Severity: Confirm, Basis: quoted(pageCapacity, period),
			Reads: func(d *Dossier) []any {
				return []any{&d.Mission.Months, &d.Mission.Start, &d.Terms.WindowEnd, &d.Terms.WindowMeans, &d.Terms.WindowBy.By,
					&d.Terms.WindowBy.Day}
			},
			Check: func(d *Dossier, _ Day) []Breach {
				t, end := &d.Terms, d.Mission.End()
				return brokenIf(endsLate(d), &d.Mission.Months, "La mission se termine le %s, après le %s : obtenez la confirmation écrite de "+
					"la Direction régionale, puis notez qui a confirmé la période, et quand.", end.Short(), t.WindowEnd.Short())
			},
		},
		{
			ID: "R04", Severity: Confirm, Basis: quoted(pageCapacity, "L’expérimentation pourra porter au maximum sur 60 villes"),
			Reads: func(d *Dossier) []any { return []any{&d.Backing.Agreement} },
			Check: func(d *Dossier, _ Day) []Breach {
				return missingOne("L’expérimentation est limitée à 60 villes : indiquez la date de l’accord de principe de la Direction "+
					"régionale.", &d.Backing.Agreement)
			},
		},
	}
}

// endsLate reports whether the mission goes on after the programme's period, without anyone having confirmed that it may.
func endsLate(d *Dossier) bool {
	t := &d.Terms
	return t.WindowEnd != "" && d.Mission.End() > t.WindowEnd && t.WindowMeans != WindowEndDay && !t.WindowBy.Given()
}

// outsideWindow holds the day that the programme's period bounds to that period.
func outsideWindow(d *Dossier, today Day) []Breach {
	t := &d.Terms
	if t.WindowStart == "" || t.WindowEnd == "" {
		return nil
	}
	first, last := t.WindowStart.Short(), t.WindowEnd.Short()
	outside := func(day Day) bool { return day != "" && (day < t.WindowStart || day > t.WindowEnd) }
	switch {
	case t.WindowMeans == WindowStartDay:
		return brokenIf(outside(d.Mission.Start), &d.Mission.Start,
			"La prise de poste doit avoir lieu entre le %s et le %s.", first, last)
	case t.WindowMeans == WindowEndDay:
		return brokenIf(outside(d.Mission.End()), &d.Mission.Months, "La mission doit se terminer entre le %s et le %s "+
			"(actuellement : le %s).", first, last, d.Mission.End().Short())
	case d.Support.Signed == "":
		return brokenIf(today > t.WindowEnd, &d.Support.Signed, "La convention de soutien devait être signée au plus tard le %s, et "+
			"aucune date de signature n’est indiquée.", last)
	}
	return brokenIf(outside(d.Support.Signed), &d.Support.Signed,
		"La convention de soutien doit être signée entre le %s et le %s.", first, last)
}

// caseRules hold the first cases of eligibility to their proof.
func caseRules() []Rule {
	return []Rule{
		{
			ID: "R05", Severity: Blocking, Basis: quoted(pageTowns, "L’appui technique peut bénéficier aux villes suivantes"),
			Reads: func(d *Dossier) []any {
				return []any{&d.Cases.Building, &d.Cases.Laureate, &d.Cases.Fund, &d.Cases.Priority}
			},
			Check: func(d *Dossier, _ Day) []Breach {
				c := &d.Cases
				one := slices.Contains([]Answer{c.Building, c.Laureate, c.Fund, c.Priority}, Yes)
				return brokenIf(!one, &c.Building, "Choisissez au moins un des quatre cas d’éligibilité.")
			},
		},
		{
			ID: "R06", Severity: Blocking, Basis: quoted(pageTowns, quoteBuilding),
			Reads: func(d *Dossier) []any {
				return []any{&d.Cases.BuildingKind, &d.Cases.BuildingName, &d.Cases.BuildingArea, &d.Cases.Building}
			},
			Check: func(d *Dossier, _ Day) []Breach {
				c := &d.Cases
				if c.Building != Yes {
					return nil
				}
				return missingOne("Précisez le bâtiment ou le site (pénitencier, hôpital, manufacture ou industrie, caserne, passage "+
					"couvert ou galerie, congrégation, autre), son nom et sa surface.", &c.BuildingKind, &c.BuildingName, &c.BuildingArea)
			},
		},
		{
			ID: "R07", Severity: Blocking, Basis: quoted(pageTowns, "Réinventons nos Cœurs de Ville ayant lancé son AAP"),
			Reads: func(d *Dossier) []any { return []any{&d.Cases.CallDay, &d.Cases.Laureate} },
			Check: func(d *Dossier, today Day) []Breach {
				c := &d.Cases
				if c.Laureate != Yes {
					return nil
				}
				if c.CallDay > today {
					return broken(&c.CallDay, "L’appel à projets n’est pas encore lancé (prévu le %s) : ce cas d’éligibilité demande qu’il le "+
						"soit.", c.CallDay.Short())
				}
				return missingOne("Lauréat de l’AMI Réinventons nos Cœurs de Ville : indiquez la date de lancement de l’appel à "+
					"projets.", &c.CallDay)
			},
		},
	}
}

// fundRules hold the fonds friches and the priority sites to their proof.
func fundRules() []Rule {
	return []Rule{
		{
			ID: "R08", Severity: Blocking, Basis: quoted(pageTowns, quoteFund),
			Reads: func(d *Dossier) []any { return []any{&d.Cases.FundReference, &d.Cases.FundDay, &d.Cases.Fund} },
			Check: func(d *Dossier, _ Day) []Breach {
				if d.Cases.Fund != Yes {
					return nil
				}
				return missingOne("Indiquez la référence et la date de la décision du fonds friches.", &d.Cases.FundReference,
					&d.Cases.FundDay)
			},
		},
		{
			ID: "R09", Severity: Blocking, Basis: quoted(pageTowns, quotePriority),
			Reads: func(d *Dossier) []any { return []any{&d.Cases.PriorityKind, &d.Cases.PriorityName, &d.Cases.Priority} },
			Check: func(d *Dossier, _ Day) []Breach {
				if d.Cases.Priority != Yes {
					return nil
				}
				return missingOne("Précisez l’opération d’aménagement ou le site prioritaire ACV 2 (quartier de gare, entrée de ville…).",
					&d.Cases.PriorityKind, &d.Cases.PriorityName)
			},
		},
	}
}

// backingRules hold the portage politique and the complexity of the project.
func backingRules() []Rule {
	backing := quoted(pageTowns, "est une condition sine qua non de la mobilisation de l’appui technique")
	return []Rule{
		{
			ID: "R10", Severity: Blocking, Basis: backing,
			Reads: func(d *Dossier) []any { return []any{&d.Backing.Letter, &d.Backing.LetterDay} },
			Check: func(d *Dossier, _ Day) []Breach {
				b := &d.Backing
				if b.Letter != Yes {
					return broken(&b.Letter, "Le portage politique n’est pas attesté : faites signer la lettre d’engagement du maire.")
				}
				return missingOne("Indiquez la date de la lettre d’engagement du maire.", &b.LetterDay)
			},
		},
		{
			ID: "R11", Severity: Confirm, Basis: backing,
			Reads: func(d *Dossier) []any {
				return []any{&d.Backing.LetterDay, &d.Backing.Letter, &d.Signatories.CouncilSince}
			},
			Check: func(d *Dossier, _ Day) []Breach {
				b, since := &d.Backing, d.Signatories.CouncilSince
				old := b.Letter == Yes && b.LetterDay != "" && b.LetterDay < since
				return brokenIf(old, &b.LetterDay, "La lettre d’engagement (%s) est antérieure à l’installation du conseil municipal actuel "+
					"(%s) : faites-la confirmer.", b.LetterDay.Short(), since.Short())
			},
		},
		{
			ID: "R12", Severity: Confirm, Basis: quoted(pageComplex, quoteComplex),
			Reads: func(d *Dossier) []any { return []any{&d.Project.Kinds, &d.Project.Complexity} },
			Check: func(d *Dossier, _ Day) []Breach {
				return missingOne("Justifiez la complexité du projet (îlot ancien dégradé, friche ou immeuble vacant, quartier de gare, "+
					"entrée de ville…).", &d.Project.Kinds, &d.Project.Complexity)
			},
		},
	}
}
