package model

// studyRules hold the definition of the project and its progress.
func studyRules() []Rule {
	return []Rule{
		{
			ID: "R21", Severity: Blocking, Basis: quoted(pageContents, "est un prérequis indispensable à la mobilisation de l’expert opérationnel"),
			Reads: func(d *Dossier) []any {
				return []any{&d.Project.Title, &d.Project.Summary, &d.Study.Stakes, &d.Study.Assembly.Level,
					&d.Study.Partnerships.Level, &d.Study.Procedures.Level}
			},
			Check: func(d *Dossier, _ Day) []Breach {
				s := &d.Study
				const message = "Renseignez la définition du projet, son niveau d’avancement et ses enjeux."
				if at := firstEmpty(&d.Project.Title, &d.Project.Summary, &s.Stakes); at != nil {
					return broken(at, message)
				}
				none := s.Assembly.Level == "" && s.Partnerships.Level == "" && s.Procedures.Level == ""
				return brokenIf(none, &s.Assembly.Level, message)
			},
		},
		{
			ID: "R22", Severity: Confirm, Basis: quoted(pageContents, "en terme de montage, de partenariat, d’étapes administratives"),
			Reads: func(d *Dossier) []any {
				return []any{&d.Study.Assembly.Level, &d.Study.Partnerships.Level, &d.Study.Procedures.Level}
			},
			Check: func(d *Dossier, _ Day) []Breach {
				s := &d.Study
				if s.Assembly.Level == "" && s.Partnerships.Level == "" && s.Procedures.Level == "" {
					return nil // R21
				}
				return missingOne("Le niveau d’avancement doit couvrir le montage, les partenariats et les étapes administratives.",
					&s.Assembly.Level, &s.Partnerships.Level, &s.Procedures.Level)
			},
		},
	}
}

// visitRules hold the work of the AMO: visit, interviews, files, exchange.
func visitRules() []Rule {
	return []Rule{
		{
			ID: "R23", Severity: Blocking, Basis: quoted(pageContents, quoteStudy),
			Reads: func(d *Dossier) []any { return []any{&d.Study.Provider} },
			Check: func(d *Dossier, _ Day) []Breach {
				return missingOne("La mission d’AMO n’est pas enregistrée : indiquez qui en est chargé.", &d.Study.Provider)
			},
		},
		{
			ID: "R24", Severity: Blocking, Basis: quoted(pageContents, quoteVisit),
			Reads: func(d *Dossier) []any { return []any{&d.Study.VisitDay, &d.Study.Interviews} },
			Check: func(d *Dossier, _ Day) []Breach {
				s := &d.Study
				visit := brokenIf(s.VisitDay == "", &s.VisitDay, "Il manque la visite de site : indiquez sa date.")
				return append(visit, brokenIf(len(s.Interviews) == 0, &s.Interviews, "Il manque au moins un entretien avec une personne "+
					"ressource de la collectivité.")...)
			},
		},
		{
			ID: "R25", Severity: Confirm, Basis: quoted(pageContents, quoteFiles),
			Reads: func(d *Dossier) []any { return []any{&d.Study.Files} },
			Check: func(d *Dossier, _ Day) []Breach {
				return brokenIf(len(d.Study.Files) == 0, &d.Study.Files, "Listez les dossiers analysés par l’AMO.")
			},
		},
		{
			ID: "R26", Severity: Blocking, Basis: quoted(pageContents, quoteExchange),
			Reads: func(d *Dossier) []any {
				return []any{&d.Study.Exchange, &d.Study.TownAgrees, &d.Study.OfficeAgrees}
			},
			Check: func(d *Dossier, _ Day) []Breach {
				s := &d.Study
				switch {
				case s.Exchange == "":
					return broken(&s.Exchange, "La mission n’a pas été validée : indiquez la date de l’échange entre la ville et la Direction "+
						"régionale.")
				case s.TownAgrees != Yes:
					return broken(&s.TownAgrees, "La mission n’a pas été validée par la ville.")
				}
				return brokenIf(s.OfficeAgrees != Yes, &s.OfficeAgrees, "La mission n’a pas été validée par la Direction régionale.")
			},
		},
	}
}

// outcomeRules hold what the AMO leads to.
func outcomeRules() []Rule {
	return []Rule{
		{
			ID: "R27", Severity: Blocking, Basis: quoted(pageContents, "La mission permettra de produire une feuille de route"),
			Reads: func(d *Dossier) []any { return []any{&d.Mission.Tasks} },
			Check: func(d *Dossier, _ Day) []Breach {
				for _, t := range d.Mission.Tasks {
					if t.First > 0 && t.Last > 0 {
						return nil
					}
				}
				if len(d.Mission.Tasks) == 0 {
					return nil // R29
				}
				return broken(&d.Mission.Tasks[0].First, "La feuille de route est absente : placez les tâches dans les mois de la mission.")
			},
		},
		{
			ID: "R28", Severity: Blocking, Basis: quoted(pageContents, "aboutir à une proposition de fiche de poste"),
			Reads: func(d *Dossier) []any { return []any{&d.Job.Activities, &d.Job.Title} },
			Check: func(d *Dossier, _ Day) []Breach {
				return missingOne("La fiche de poste est absente : donnez son intitulé et ses activités, tirées des tâches de la mission.",
					&d.Job.Activities, &d.Job.Title)
			},
		},
	}
}
