package model

import "slices"

func jobFiches(d *Dossier) []Fiche {
	return []Fiche{jobPostFiche(d), activitiesFiche(d), profileFiche(d), conditionsFiche(d), applicationFiche(d)}
}

func jobPostFiche(d *Dossier) Fiche {
	j := &d.Job
	return Fiche{Key: "job.post", Title: "Intitulé et rattachement", Fields: []Field{
		Text("Intitulé du poste", &j.Title).Required().
			Hint("Repris sur l’annonce, la fiche de poste et les conventions.").
			Source(pageGroup, "recrutement d’un « expert opérationnel », qui sera accompagné"),
		Text("Responsable fonctionnel dans la ville", &j.Supervisor).Required().
			Hint("La fonction, de préférence au nom. Exemple : directrice de l’aménagement.").
			Source(pageTowns, "disposer au sein de la collectivité d’un interlocuteur technique"),
		Text("Équivalence indicative", &j.Equivalence).
			Hint("Simple repère : l’expert est salarié du groupement, pas agent public. Exemple : catégorie A, ingénieur territorial.").
			Assumed("usage des fiches de poste de la fonction publique territoriale"),
		LongText("Mission principale", &j.Purpose).Required().Tall(3).
			Hint("Trois lignes, lues en premier par les candidats.").
			Source(pageContents, "Elle conditionne la définition de sa fiche de poste"),
		LongText("Relations de travail", &j.Relations).Required().
			Hint("Dans la ville puis à l’extérieur. Exemple : services techniques et finances ; EPL, promoteurs, services de l’État.").
			Source(pageTowns, "parties prenantes du projet (EPL, promoteurs, administration, entreprises...)"),
	}}
}

// everyTask is the preset that draws an activity from each task that has none yet.
const everyTask = "*"

func activitiesFiche(d *Dossier) Fiche {
	j, m := &d.Job, &d.Mission
	f := Fiche{
		Key: "job.activities", Title: "Activités",
		Intro: "Les activités du poste se tirent des tâches de la mission ; leur texte reste libre.",
		Fields: []Field{
			Rows("Activités du poste", &j.Activities, activityColumns).Required().
				Hint("Reprenez toutes les tâches d’un geste, puis ajustez le texte. Le profil suit, tant que vous ne l’avez pas écrit.").
				Offering(func() []Option[string] { return activitiesLeft(j, m) }, func(key string) {
					fillActivity(j, m, key)
					d.DrawProfile()
				}).
				Source(pageContents, "aboutir à une proposition de fiche de poste"),
		},
	}
	if len(m.Tasks) == 0 {
		f.Awaits = "mission.tasks"
	}
	return f
}

func activityColumns(a *Activity) []Field {
	return []Field{
		Text("Activité", &a.Title).Required().Hint("Une action du poste. Exemple : piloter la consultation de maîtrise d’œuvre."),
		Choice("Phase de l’activité", &a.Phase, Phases()).Required().Hint("La même que celle de la tâche, le plus souvent."),
	}
}

// activitiesLeft lists the tasks from which no activity is drawn yet, after the preset that takes them all.
func activitiesLeft(j *Job, m *Mission) []Option[string] {
	var out []Option[string]
	for _, t := range m.Tasks {
		if t.Title != "" && !j.draws(t.Key) {
			out = append(out, Option[string]{Value: t.Key, Label: t.Title, Group: t.Phase.String()})
		}
	}
	if len(out) < 2 {
		return out
	}
	return slices.Insert(out, 0, Option[string]{Value: everyTask, Label: "Reprendre toutes les tâches"})
}

// draws reports whether an activity comes from that task.
func (j *Job) draws(task string) bool {
	return slices.ContainsFunc(j.Activities, func(a *Activity) bool { return a.Task == task })
}

// fillActivity draws the last activity from the task of that key; with everyTask, it draws it from the first task left
// and adds one activity for each other.
func fillActivity(j *Job, m *Mission, key string) {
	row := j.Activities[len(j.Activities)-1]
	for _, t := range m.Tasks {
		if t.Key != key && (key != everyTask || t.Title == "" || j.draws(t.Key)) {
			continue
		}
		if row == nil {
			row = &Activity{Row: Row{Key: newKey()}}
			j.Activities = append(j.Activities, row)
		}
		row.Task, row.Phase, row.Title = t.Key, t.Phase, t.Title
		row = nil
	}
}

func profileFiche(d *Dossier) Fiche {
	j := &d.Job
	return Fiche{Key: "job.profile", Title: "Compétences et profil", Fields: []Field{
		LongText("Savoirs", &j.Knowledge).Required().Tall(6).
			Hint("Une ligne par savoir. Exemple : urbanisme opérationnel, commande publique, finances locales.").
			Source(pageGap, "des savoir-faire et des compétences techniques pour piloter des projets"),
		LongText("Savoir-faire", &j.Skills).Required().Tall(5).
			Hint("Une ligne par savoir-faire. Exemple : piloter une maîtrise d’œuvre, tenir un planning, analyser des coûts.").
			Source(pageGap, "des savoir-faire et des compétences techniques pour piloter des projets"),
		LongText("Savoir-être", &j.Manners).Required().
			Hint("Une ligne par qualité. Exemple : pédagogie, diplomatie, autonomie.").
			Assumed("usage des fiches de poste de la fonction publique territoriale"),
		Computed("job.called", "Ce que les tâches appellent encore", func() string { return d.stillCalled() }).
			When(func() bool { return len(d.Mission.Tasks) > 0 }).
			Hint("Une suggestion : reprenez ce qui vous convient.").
			Assumed("usage des fiches de poste de la fonction publique territoriale"),
		Choices("Formations recherchées", &j.Training, trainings).Required().
			Hint("Le profil recherché est ingénieur, ou de niveau bac + 5, en général en architecture ou en urbanisme.").
			Source(pageGroup, "de formation ingénieur (ESTP, INSA, ...), ou généraliste niveau BAC + 5"),
		Text("Précisions sur la formation", &j.TrainingMore).
			Hint("Écoles ou spécialités appréciées. Exemple : ESTP, INSA, architecte DPLG ou HMONP.").
			Source(pageGroup, "en général en architecture ou urbanisme"),
		Number("Expérience minimale", &j.YearsMin).Required().In("ans").Between(1, 40).
			Hint("5 ans dans le profil recherché.").
			Source(pageGroup, "avec une expérience de 5 ans à 10 ans"),
		Number("Expérience maximale", &j.YearsMax).Required().In("ans").Between(1, 40).
			Check(atLeast(&j.YearsMax, j.YearsMin, "L’expérience la plus longue doit être au moins égale à la plus courte.")).
			Hint("10 ans dans le profil recherché.").
			Source(pageGroup, "avec une expérience de 5 ans à 10 ans"),
		LongText("Pourquoi une autre durée d’expérience ?", &j.YearsReason).Tall(2).
			When(func() bool { return j.YearsMin != 0 && j.YearsMin != 5 || j.YearsMax != 0 && j.YearsMax != 10 }).
			Hint("Le profil recherché compte de 5 à 10 ans d’expérience.").
			Source(pageGroup, "avec une expérience de 5 ans à 10 ans"),
		LongText("Postes antérieurs recherchés", &j.Similar).Required().Tall(2).
			Hint("Exemple : responsable d’opérations d’aménagement ou de construction.").
			Source(pageGroup, "profils de type responsables d’opérations d’aménagement et/ou de construction"),
	}}
}

var trainings = []Option[Training]{
	{Value: TrainingEngineer, Label: "Ingénieur"},
	{Value: TrainingArchitect, Label: "Architecture (bac + 5)"},
	{Value: TrainingPlanner, Label: "Urbanisme (bac + 5)"},
	{Value: TrainingOther, Label: "Autre formation généraliste (bac + 5)"},
}

func conditionsFiche(d *Dossier) Fiche {
	j := &d.Job
	usage := "usage des fiches de poste de la fonction publique territoriale"
	return Fiche{Key: "job.conditions", Title: "Conditions d’exercice", Fields: []Field{
		Text("Télétravail", &j.Remote).Required().
			Hint("Exemple : un jour par semaine au plus, avec l’accord du référent, ou « sans télétravail ».").Assumed(usage),
		Text("Déplacements", &j.Travel).Required().
			Hint("Exemple : fréquents dans l’agglomération, permis B nécessaire.").Assumed(usage),
		YesNo("Y a-t-il des réunions en soirée ?", &j.Evenings).Required().
			Hint("Conseils, comités ou réunions publiques.").Assumed(usage),
		LongText("Matériel et accès fournis", &j.Equipment).Required().Tall(3).
			Hint("Exemple : bureau, ordinateur, téléphone, badge, équipements de protection pour les visites de chantier.").
			Assumed("code du travail, articles L1253-12 et L1253-14 : conditions de travail et accès aux équipements de l’utilisateur"),
		LongText("Limites du poste", &j.Limits).Required().Tall(3).
			Hint("Ce que l’expert ne fait pas : ni signature d’actes, ni pilotage du programme Action Cœur de Ville.").
			Source(pageTasks, "missions relevant du pilotage du programme de type chef de projet ACV"),
		Money("Rémunération brute annuelle minimale", &j.SalaryMin).
			Hint("Pour un temps plein ; le groupement, employeur, fixe la rémunération.").
			Source(pageGroup, "Le groupement d’employeur se chargera du recrutement"),
		Money("Rémunération brute annuelle maximale", &j.SalaryMax).
			Hint("Pour un temps plein, comme le bas de la fourchette.").
			Check(func() error {
				if j.SalaryMax < j.SalaryMin {
					return Advice("Le haut de la fourchette doit être au moins égal au bas.")
				}
				return nil
			}).
			Source(pageGroup, "Le groupement d’employeur se chargera du recrutement"),
		Text("Avantages", &j.Benefits).Hint("Exemple : titres-restaurant, mutuelle du groupement.").
			Assumed("usage des offres d’emploi du groupement"),
	}}
}

func applicationFiche(d *Dossier) Fiche {
	j := &d.Job
	usage := "usage des fiches de poste de la fonction publique territoriale"
	return Fiche{Key: "job.application", Title: "Candidature et évaluation", Fields: []Field{
		LongText("Critères d’évaluation", &j.Evaluation).Required().
			Hint("Une ligne par critère. Exemple : livrables remis dans les délais, jalons validés, qualité des comptes rendus.").
			Source(pageCapacity, "sécurisation des coûts et des délais"),
		Text("Pièces à fournir", &j.Pieces).Required().
			Hint("Exemple : lettre de motivation, curriculum vitæ, références d’opérations.").Assumed(usage),
		DayField("Date limite de candidature", &j.Deadline).
			Hint("Assez tôt pour que le groupement recrute avant la prise de poste.").
			Check(notBefore(&d.Mission.Start, &j.Deadline, "Les candidatures doivent se clore avant la prise de poste.")).
			Assumed(usage),
		Text("Adresse de candidature", &j.ApplyTo).Required().
			Hint("Adresse électronique ou postale du groupement, qui recrute.").
			Source(pageGroup, "Le groupement d’employeur se chargera du recrutement"),
		settling(d, DayField("Fiche de poste arrêtée le", &j.Version)).Required().
			Hint("Le jour où la ville, le groupement et la Direction régionale se sont accordés sur le profil.").
			Source(pageContents, "Définir le profil de poste qui en résulte"),
	}}
}

// settling makes the day of the profile remember the mission that it was settled on.
func settling(d *Dossier, day Field) Field {
	set := day.set
	day.set = func(s string) error {
		err := set(s)
		d.settleJob()
		return err
	}
	return day
}
