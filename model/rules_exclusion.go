package model

import "slices"

// exclusionRules hold what the scheme does not pay for. What the own title of a task or activity suggests is to be confirmed, never refused.
func exclusionRules() []Rule {
	return []Rule{
		{ID: "R13", Severity: Blocking, Basis: quoted(pageComplex, quoteSpace), Check: publicSpace,
			Reads: func(d *Dossier) []any {
				return []any{&d.Exclusions.PublicSpace, &d.Exclusions.Justification, &d.Mission.Tasks, &d.Job.Activities}
			}},
		{ID: "R14", Severity: Blocking, Basis: quoted(pageComplex, quoteEquipment), Check: ordinaryEquipment,
			Reads: func(d *Dossier) []any {
				return []any{&d.Exclusions.Equipment, &d.Exclusions.Justification, &d.Mission.Tasks, &d.Job.Activities}
			}},
		{
			ID: "R15", Severity: Blocking, Basis: quoted(pageComplex, "les missions d’Opération de Restauration Immobilière"),
			Reads: func(d *Dossier) []any { return []any{&d.Exclusions.ORI, &d.Mission.Tasks, &d.Job.Activities} },
			Check: func(d *Dossier, _ Day) []Breach {
				list := brokenIf(d.Exclusions.ORI == Yes, &d.Exclusions.ORI, whyORI)
				return append(list, suspectTitles(d, "R15")...)
			},
		},
		{
			ID: "R16", Severity: Blocking, Basis: quoted(pageComplex, "DUP travaux sur un îlot"),
			Reads: func(d *Dossier) []any { return []any{&d.Exclusions.DUP, &d.Mission.Tasks, &d.Job.Activities} },
			Check: func(d *Dossier, _ Day) []Breach {
				list := brokenIf(d.Exclusions.DUP == Yes, &d.Exclusions.DUP, whyDUP)
				return append(list, suspectTitles(d, "R16")...)
			},
		},
	}
}

// othersWorkRules keep the expert out of what the operator, the chef de projet ACV or the town does.
func othersWorkRules() []Rule {
	return []Rule{
		{
			ID: "R17", Severity: Confirm, Basis: quoted(pageComplex, quoteOPAH), Check: operatorsWork,
			Reads: func(d *Dossier) []any {
				return []any{&d.Exclusions.OPAHSplit, &d.Exclusions.OPAH, &d.Mission.Tasks, &d.Job.Activities}
			},
		},
		{
			ID: "R18", Severity: Blocking, Basis: quoted(pageTasks, quoteManager),
			Reads: func(d *Dossier) []any { return []any{&d.Exclusions.Programme, &d.Mission.Tasks, &d.Job.Activities} },
			Check: func(d *Dossier, _ Day) []Breach {
				list := brokenIf(d.Exclusions.Programme == Yes, &d.Exclusions.Programme, "Certaines tâches relèvent du chef de projet Action "+
					"Cœur de Ville : retirez-les de la mission.")
				return append(list, suspectTitles(d, "R18")...)
			},
		},
		{
			ID: "R19", Severity: Blocking, Basis: quoted(pageTasks, quoteManager),
			Reads: func(d *Dossier) []any { return []any{&d.Exclusions.SamePerson} },
			Check: func(d *Dossier, _ Day) []Breach {
				return brokenIf(d.Exclusions.SamePerson == Yes, &d.Exclusions.SamePerson, "L’expert ne peut pas être aussi le chef de projet "+
					"Action Cœur de Ville.")
			},
		},
		{
			ID: "R20", Severity: Blocking, Basis: quoted(pageGroup, quoteNoPost),
			Reads: func(d *Dossier) []any { return []any{&d.Exclusions.TownEmploys} },
			Check: func(d *Dossier, _ Day) []Breach {
				return brokenIf(d.Exclusions.TownEmploys == Yes, &d.Exclusions.TownEmploys, "L’employeur doit être le groupement "+
					"d’employeurs, et non la collectivité : l’appui technique n’est pas le cofinancement d’un poste.")
			},
		},
	}
}

// operatorsWork asks who does what, where an OPAH-RU is under way or a task or activity is named after its suivi-animation. Once that is
// said, nothing is left to confirm.
func operatorsWork(d *Dossier, _ Day) []Breach {
	x := &d.Exclusions
	switch {
	case x.OPAH != Yes:
		return suspectTitles(d, "R17")
	case x.OPAHSplit == "":
		return broken(&x.OPAHSplit, "Une OPAH-RU est en cours : décrivez la répartition des tâches avec l’opérateur de suivi-animation.")
	}
	return nil
}

// publicSpace refuses what is mainly or wholly public space; a lesser part must be justified, and the justification agreed.
func publicSpace(d *Dossier, _ Day) []Breach {
	x := &d.Exclusions
	var list []Breach
	switch {
	case x.PublicSpace == ExtentOnly || x.PublicSpace == ExtentMain:
		list = broken(&x.PublicSpace, "Un projet de requalification d’espaces publics n’est pas éligible. Il peut le devenir si ces espaces "+
			"n’en sont qu’une part minoritaire, justifiée et validée par la Direction régionale.")
	case x.PublicSpace == ExtentPart && x.Justification == "":
		list = broken(&x.Justification, "Le projet comprend des espaces publics : justifiez qu’il ne se réduit pas à leur requalification.")
	case x.PublicSpace == ExtentPart:
		list = broken(&x.Justification, "Le projet comprend une part d’espaces publics : faites valider sa justification par la Direction "+
			"régionale.")
		list[0].Severity = Confirm
	}
	return append(list, suspectTitles(d, "R13")...)
}

// ordinaryEquipment refuses what is wholly ordinary equipment; a main part must be justified, and the justification agreed.
func ordinaryEquipment(d *Dossier, _ Day) []Breach {
	x := &d.Exclusions
	var list []Breach
	switch {
	case x.Equipment == ExtentOnly:
		list = broken(&x.Equipment, "Un projet limité à la construction d’un équipement public ordinaire n’est pas éligible. Il peut le "+
			"devenir s’il comporte d’autres volets.")
	case x.Equipment == ExtentMain && x.Justification == "":
		list = broken(&x.Justification, "Un équipement public ordinaire domine le projet : justifiez que le projet ne s’y limite pas.")
	case x.Equipment == ExtentMain:
		list = broken(&x.Justification, "Un équipement public ordinaire domine le projet : faites valider sa justification par la Direction "+
			"régionale.")
		list[0].Severity = Confirm
	}
	return append(list, suspectTitles(d, "R14")...)
}

// suspectTitles finds the tasks, then the activities of the job, whose title, written by the town, names what that rule
// excludes. An activity that only repeats its task is told at the task.
func suspectTitles(d *Dossier, rule string) []Breach {
	var list []Breach
	for _, t := range d.Mission.Tasks {
		if ofCatalogue(t.Catalogue, t.Title) {
			continue
		}
		if why := excludes(rule, t.Title); why != "" {
			list = append(list, Breach{&t.Title, "La tâche « " + t.Title + " » est à vérifier : précisez son intitulé, ou retirez-la. " + why,
				Confirm})
		}
	}
	for _, a := range d.Job.Activities {
		if why := excludes(rule, a.Title); why != "" && !d.Mission.titled(a.Title) {
			list = append(list, Breach{&a.Title, "L’activité « " + a.Title + " » de la fiche de poste est à vérifier : précisez-la, ou retirez-la. " +
				why, Confirm})
		}
	}
	return list
}

// ofCatalogue reports whether title is that of the task of the catalogue with that ID.
func ofCatalogue(id, title string) bool {
	c, ok := catalogueTask(id)
	return ok && c.Title == title
}

// titled reports whether a task of the mission bears that title.
func (m *Mission) titled(title string) bool {
	return slices.ContainsFunc(m.Tasks, func(t *Task) bool { return t.Title == title })
}
