package model

import "slices"

// The experience that the presentation looks for, in years. (« avec une expérience de 5 ans à 10 ans »)
const (
	leastYears = 5
	mostYears  = 10
)

// jobRules hold the profile, the person found and the recruitment.
func jobRules() []Rule {
	return []Rule{
		{
			ID: "R40", Severity: Confirm,
			Basis: quoted(pageGroup, "de formation ingénieur (ESTP, INSA, ...), ou généraliste niveau BAC + 5"),
			Reads: func(d *Dossier) []any { return []any{&d.Job.Training, &d.Expert.Training, &d.Expert.Found} },
			Check: func(d *Dossier, _ Day) []Breach {
				const message = "Le profil n’est ni ingénieur ni bac + 5 (architecture ou urbanisme en général) : précisez la formation."
				if len(d.Job.Training) == 0 {
					return broken(&d.Job.Training, message)
				}
				return brokenIf(d.Expert.Found == Yes && len(d.Expert.Training) == 0, &d.Expert.Training, message)
			},
		},
		{ID: "R41", Severity: Confirm, Basis: quoted(pageGroup, "avec une expérience de 5 ans à 10 ans"), Check: otherExperience,
			Reads: func(d *Dossier) []any {
				return []any{&d.Expert.YearsReason, &d.Expert.Years, &d.Expert.Found, &d.Job.YearsReason, &d.Job.YearsMin,
					&d.Job.YearsMax}
			}},
		{
			ID: "R42", Severity: Confirm,
			Basis: quoted(pageGroup, "responsables d’opérations d’aménagement et/ou de construction"),
			Reads: func(d *Dossier) []any { return []any{&d.Expert.Operations, &d.Expert.Found} },
			Check: func(d *Dossier, _ Day) []Breach {
				e := &d.Expert
				return brokenIf(e.Found == Yes && e.Operations == No, &e.Operations, "Le poste précédent ne correspond pas à la conduite "+
					"d’opérations d’aménagement ou de construction.")
			},
		},
		{
			ID: "R43", Severity: Blocking, Basis: quoted(pageGroup, "Le groupement d’employeur se chargera du recrutement"),
			Reads: func(d *Dossier) []any { return []any{&d.Expert.Recruiter} },
			Check: func(d *Dossier, _ Day) []Breach {
				return brokenIf(d.Expert.Recruiter == RecruiterTown, &d.Expert.Recruiter, "Le recrutement doit être porté par le "+
					"groupement d’employeurs.")
			},
		},
		{ID: "R44", Severity: Blocking, Basis: quoted(pageContents, "Elle conditionne la définition de sa fiche de poste"), Check: staleJob,
			Reads: func(d *Dossier) []any {
				return []any{&d.Job.Version, &d.Job.Activities, &d.Mission.Tasks, &d.Mission.Months, &d.Project.Title}
			}},
		{
			ID: "R45", Severity: Confirm, Basis: quoted(pageGroup, "qui sera accompagné tout au long de sa mission"),
			Reads: func(d *Dossier) []any { return []any{&d.Group.Care} },
			Check: func(d *Dossier, _ Day) []Breach {
				return missingOne("Décrivez l’accompagnement de l’expert par le groupement.", &d.Group.Care)
			},
		},
	}
}

// yearsCount writes a number of years: 1 an, 4 ans.
func yearsCount(n int) string {
	if n == 1 {
		return "1 an"
	}
	return FormatInt(n) + " ans"
}

// otherExperience asks for the reason of an experience that the presentation does not look for.
func otherExperience(d *Dossier, _ Day) []Breach {
	e, j := &d.Expert, &d.Job
	other := func(years int) bool { return years != 0 && (years < leastYears || years > mostYears) }
	const message = "Expérience de %s : le profil recherché est de %d à %d ans. Justifiez l’écart."
	if e.Found == Yes && other(e.Years) && e.YearsReason == "" {
		return broken(&e.YearsReason, message, yearsCount(e.Years), leastYears, mostYears)
	}
	for _, years := range []int{j.YearsMin, j.YearsMax} {
		if other(years) && j.YearsReason == "" {
			return broken(&j.YearsReason, message, yearsCount(years), leastYears, mostYears)
		}
	}
	return nil
}

// staleJob tells what changed since the fiche de poste was settled, when that is known. A duration out of bounds is
// corrected first.
func staleJob(d *Dossier, today Day) []Breach {
	drift := d.JobDrift()
	switch {
	case len(drift) == 0 || !d.Mission.lasts():
		return strayActivities(d, today)
	case len(drift) == 1:
		return broken(&d.Job.Version, "%s", drift[0].Message)
	}
	return broken(&d.Job.Version, "La mission a changé en %d points. %s", len(drift), drift[0].Message)
}

// strayActivities finds what the fiche de poste still says of a task that is gone, and the tasks of which it says nothing: those
// without activity of their own in a phase where the town wrote none either.
func strayActivities(d *Dossier, _ Day) []Breach {
	j := &d.Job
	if len(j.Activities) == 0 || len(d.Mission.Tasks) == 0 {
		return nil
	}
	for _, a := range j.Activities {
		if a.Task != "" && !slices.ContainsFunc(d.Mission.Tasks, func(t *Task) bool { return t.Key == a.Task }) {
			return broken(&a.Title, "La fiche de poste est antérieure à la dernière modification de la mission : l’activité « %s » vient d’une "+
				"tâche retirée. Mettez-la à jour.", called(a.Title))
		}
	}
	for _, t := range d.Mission.Tasks {
		own := func(a *Activity) bool { return a.Task == "" && a.Phase == t.Phase }
		if !j.draws(t.Key) && !slices.ContainsFunc(j.Activities, own) {
			return broken(&j.Activities, "La fiche de poste est antérieure à la dernière modification de la mission : la tâche « %s » n’y "+
				"figure pas. Ajoutez l’activité qui en découle.", called(t.Title))
		}
	}
	return nil
}
