package model

import (
	"fmt"
	"slices"
)

func missionFiches(d *Dossier) []Fiche {
	return []Fiche{tasksFiche(d), milestonesFiche(d), durationFiche(d), planningFiche(d), referentFiche(d), steeringFiche(d)}
}

func tasksFiche(d *Dossier) Fiche {
	m := &d.Mission
	return Fiche{
		Key: "mission.tasks", Title: "Tâches",
		Intro: "Choisissez les tâches dans le catalogue des quatre phases, puis ajoutez les vôtres. Chaque tâche nourrit la " +
			"feuille de route, la fiche de poste et les deux conventions.",
		Fields: []Field{
			LongText("Objet de la mission", &m.Purpose).Required().
				Hint("En trois lignes : ce que l’expert doit permettre à la ville d’obtenir. Exemple : appui à la requalification d’une friche carcérale.").
				Source(pageContents, "Etablir le contenu de la mission"),
			Rows("Tâches de l’expert", &m.Tasks, func(t *Task) []Field { return taskColumns(m, t) }).Required().
				Hint("Ajoutez d’abord les tâches du catalogue ; une ligne vide accueille une tâche propre à votre projet.").
				Offering(func() []Option[string] { return tasksLeft(m) }, func(id string) { fillTask(m.Tasks[len(m.Tasks)-1], id) }).
				Source(pageContents, "identifier les tâches à réaliser et les jalons de validation du projet"),
		},
	}
}

func taskColumns(m *Mission, t *Task) []Field {
	return []Field{
		Text("Intitulé de la tâche", &t.Title).Required().Hint("Commencez par un nom d’action : pilotage, analyse, contrôle…").
			Source(pageTasks, "différentes étapes du processus de réalisation du projet"),
		catalogueField(m, t),
		Choice("Phase", &t.Phase, Phases()).Required().
			Source(pageTasks, "en phase d’initialisation, qu’en phase de montage et de réalisation"),
		Text("Livrable", &t.Deliverable).Required().Hint("Ce que la ville reçoit : une note, un dossier de consultation, un tableau de suivi.").
			Assumed("usage des feuilles de route : une tâche se juge à son livrable"),
		Choices("Volets", &t.Sides, sides).Hint("Ce que la tâche apporte au maître d’ouvrage.").
			Source(pageCapacity, "mener à bien son projet dans les meilleures conditions du point de vue"),
		Number("Premier mois", &t.First).Required().Hint("Rang du mois de la mission : 1 pour le premier.").
			Check(atLeast(&t.First, 1, "Le premier mois de la mission porte le numéro 1.")).
			Check(func() error { return inMission(m, t.First) }),
		Number("Dernier mois", &t.Last).Required().Hint("Le même que le premier si la tâche tient en un mois.").
			Check(atLeast(&t.Last, t.First, "Le dernier mois doit suivre le premier, ou être le même.")).
			Check(func() error { return inMission(m, t.Last) }),
		Quantity("Charge", "jours", &t.Load).Required().
			Hint("Jours de travail de l’expert ; un mi-temps en compte environ 9 par mois.").
			Assumed("capacité d’un mi-temps : environ 9 jours par mois"),
		Choice("Jalon de validation", &t.Milestone, milestoneOptions(m)).
			Hint("Les jalons se définissent à la fiche suivante.").
			Source(pageContents, "identifier les tâches à réaliser et les jalons de validation du projet"),
		Text("Responsable", &t.Owner).Hint("Qui répond de la tâche : l’expert, ou le service qu’il appuie.").
			Assumed("usage des feuilles de route : un responsable par tâche"),
	}
}

// catalogueField asks which task of the catalogue t is. Choosing one fills what is still empty.
func catalogueField(m *Mission, t *Task) Field {
	var options []Option[string]
	for _, c := range Catalogue() {
		if c.ID == t.Catalogue || !m.has(c.ID) {
			options = append(options, Option[string]{Value: c.ID, Label: c.ID + " – " + c.Title, Group: c.Phase.String()})
		}
	}
	f := Choice("Repère au catalogue", &t.Catalogue, options).
		Hint("Laissez vide pour une tâche propre à votre projet.").
		Source(pageTasks, "Les missions d’appui technique peuvent couvrir les différentes étapes")
	f.show = func() string { return t.Catalogue } // the title stands beside it
	choose := f.set
	f.set = func(s string) error {
		if err := choose(s); err != nil {
			return err
		}
		fillTask(t, s)
		return nil
	}
	return f
}

// tasksLeft lists the tasks of the catalogue that the mission does not hold yet, under their phases.
func tasksLeft(m *Mission) []Option[string] {
	var out []Option[string]
	for _, c := range Catalogue() {
		if !m.has(c.ID) {
			out = append(out, Option[string]{Value: c.ID, Label: c.Title, Group: c.Phase.String()})
		}
	}
	return out
}

// has reports whether a task of the mission comes from that task of the catalogue.
func (m *Mission) has(catalogue string) bool {
	for _, t := range m.Tasks {
		if t.Catalogue == catalogue {
			return true
		}
	}
	return false
}

// fillTask writes what the catalogue suggests for id into the answers of t that are still empty.
func fillTask(t *Task, id string) {
	c, ok := catalogueTask(id)
	if !ok {
		return
	}
	t.Catalogue = c.ID
	if t.Title == "" {
		t.Title = c.Title
	}
	if t.Phase == "" {
		t.Phase = c.Phase
	}
	if t.Deliverable == "" {
		t.Deliverable = c.Deliverable
	}
	if len(t.Sides) == 0 {
		t.Sides = slices.Clone(c.Sides)
	}
}

// inMission holds the rank of a month to the duration of the mission, once it is one that the scheme allows.
func inMission(m *Mission, month int) error {
	if m.lasts() && month > m.Months {
		return Advice(fmt.Sprintf("La mission dure %d mois : indiquez un mois de 1 à %d.", m.Months, m.Months))
	}
	return nil
}

func milestoneOptions(m *Mission) []Option[string] {
	var out []Option[string]
	for i, s := range m.Milestones {
		label := s.Name
		if label == "" {
			label = fmt.Sprintf("Jalon n° %d, sans nom", i+1)
		}
		out = append(out, Option[string]{Value: s.Key, Label: label})
	}
	return out
}

func milestonesFiche(d *Dossier) Fiche {
	m := &d.Mission
	return Fiche{
		Key: "mission.milestones", Title: "Jalons",
		Intro: "Un jalon est le moment où la ville valide ce qui a été produit. Le catalogue en propose un pour chaque tâche ; " +
			"l’ajouter le rattache à sa tâche.",
		Fields: []Field{
			Rows("Jalons de validation", &m.Milestones, milestoneColumns).Required().
				Offering(func() []Option[string] { return milestonesLeft(m) }, func(id string) { fillMilestone(m, id) }).
				Source(pageContents, "les jalons de validation du projet"),
		},
	}
}

func milestoneColumns(s *Milestone) []Field {
	return []Field{
		Text("Nom du jalon", &s.Name).Required().Hint("Ce qui est acquis ce jour-là. Exemple : programme approuvé."),
		DayField("Date du jalon", &s.Day).Required().Hint("Pendant la mission ; une date prévisionnelle suffit."),
		Choice("Phase du jalon", &s.Phase, Phases()).Required(),
		Text("Validé par", &s.Validator).Required().Hint("Exemple : comité de pilotage, conseil municipal.").
			Assumed("usage des feuilles de route : un jalon désigne qui le valide"),
	}
}

// milestonesLeft lists the milestones that the catalogue suggests for the mission's tasks, less those already there.
func milestonesLeft(m *Mission) []Option[string] {
	var out []Option[string]
	for _, t := range m.Tasks {
		c, ok := catalogueTask(t.Catalogue)
		if ok && m.MilestoneOf(t.Milestone) == nil {
			out = append(out, Option[string]{Value: c.ID, Label: c.Milestone, Group: c.Phase.String()})
		}
	}
	return out
}

// fillMilestone names the last milestone after the catalogue's suggestion for the task id, and ties that task to it.
func fillMilestone(m *Mission, id string) {
	c, ok := catalogueTask(id)
	if !ok {
		return
	}
	s := m.Milestones[len(m.Milestones)-1]
	s.Name, s.Phase = c.Milestone, c.Phase
	for _, t := range m.Tasks {
		if t.Catalogue == id && m.MilestoneOf(t.Milestone) == nil {
			t.Milestone = s.Key
		}
	}
}

func durationFiche(d *Dossier) Fiche {
	m := &d.Mission
	return Fiche{Key: "mission.duration", Title: "Durée, dates et charge", Fields: []Field{
		DayField("Date de prise de poste", &m.Start).Required().
			Hint("Le premier jour de l’expert en mairie, après la signature des deux conventions.").
			Assumed("date convenue entre la ville et le groupement"),
		Number("Durée de la mission", &m.Months).Required().In("mois").Between(shortestMission, longestMission).
			Hint("De 6 à 24 mois, selon la complexité du projet et les missions confiées.").
			Source(pageSecondment, "d’une durée de 6 mois à 24 mois"),
		Computed("mission.end", "Fin de la mission", func() string { return m.End().String() }),
		Quantity("Présence dans la ville, par semaine", "jours", &m.Days).Required().
			Check(func() error {
				if m.Days > 500 {
					return Advice("Une semaine de travail compte 5 jours au plus. Un mi-temps en compte 2,5.")
				}
				return nil
			}).
			Hint("2,5 jours en moyenne pour un mi-temps.").
			Source(pageSecondment, "sur la base d’un mi-temps (0,5 ETP)"),
		Text("Jours de présence", &m.Pattern).Required().
			Hint("Exemple : lundi, mardi et mercredi matin.").
			Assumed("la convention de mise à disposition précise le rythme de travail"),
		Text("Lieu de travail", &m.Place).Required().
			Hint("Le service ou l’adresse où l’expert est accueilli.").
			Assumed("code du travail, article L1253-9 : le contrat indique les lieux d’exécution du travail"),
		YesNo("L’expert travaille-t-il exclusivement au pilotage de ce projet ?", &m.Exclusive).Required().
			Hint("La mise à disposition ne peut servir à aucun autre dossier de la ville.").
			Source(pageSecondment, "est strictement dédiée au pilotage du projet"),
		Computed("mission.load", "Charge prévue et capacité", func() string { return loadAndCapacity(m) }),
		Computed("mission.proposal", "Durée que les tâches appellent", func() string { return d.Propose().String() }).
			When(func() bool { return len(m.Tasks) > 0 }).
			Hint("Une proposition, d’après les tâches, leur charge et l’avancement du projet ; rien n’est imposé.").
			Source(pageSecondment, "selon la complexité du projet et les missions confiées"),
	}}
}

// loadAndCapacity compares the days of the tasks with what a half-time allows; empty until there is something to compare.
func loadAndCapacity(m *Mission) string {
	load, capacity := m.Workload(), m.Capacity()
	if load == 0 || capacity == 0 {
		return ""
	}
	return fmt.Sprintf("%s jours de tâches pour environ %s jours de travail à mi-temps", load, capacity)
}

func referentFiche(d *Dossier) Fiche {
	s := &d.Steering
	who := askIdentity("du référent", &s.Referent, func(f Field) Field {
		return f.Required().Source(pageTowns, "d’un interlocuteur technique capable d’assurer la maîtrise d’ouvrage")
	})
	return Fiche{
		Key: "steering.referent", Title: "Gouvernance : référent et rattachement",
		Intro: "Le référent est, dans la ville, l’interlocuteur de l’expert et son responsable fonctionnel.",
		Fields: append(who,
			Text("Adresse électronique du référent", &s.ReferentEmail).Check(mailCheck(&s.ReferentEmail)).
				Assumed("usage : l’expert et la Direction régionale doivent pouvoir lui écrire"),
			Text("Service de rattachement de l’expert", &s.Service).Required().
				Hint("Exemple : direction de l’urbanisme et de l’aménagement.").
				Source(pageTowns, "disposer au sein de la collectivité d’un interlocuteur technique"),
		),
	}
}

func steeringFiche(d *Dossier) Fiche {
	s := &d.Steering
	return Fiche{Key: "steering.committees", Title: "Gouvernance : comités et suivi", Fields: []Field{
		Choice("Rythme du comité technique", &s.TechnicalEvery, frequencies).Required().
			Hint("Le plus souvent chaque mois.").
			Assumed("usage du suivi de projet : comité technique mensuel"),
		Choice("Rythme du comité de pilotage", &s.SteeringEvery, frequencies).Required().
			Hint("Le plus souvent chaque trimestre.").
			Assumed("usage du suivi de projet : comité de pilotage trimestriel"),
		LongText("Membres des comités", &s.Members).Required().
			Hint("Une ligne par membre. Exemple : le maire, la Direction régionale de la Banque des Territoires, l’EPCI.").
			Source(pageTowns, "parties prenantes du projet (EPL, promoteurs, administration, entreprises...)"),
		LongText("Compte rendu de l’expert", &s.Reporting).Required().
			Hint("Ce que l’expert remet, à qui et quand. Exemple : une note d’avancement chaque mois au référent.").
			Assumed("usage du suivi de projet : relevé mensuel d’activité"),
		LongText("Indicateurs de résultat", &s.Indicators).Required().
			Hint("Une ligne par indicateur. Exemple : procédures engagées, marchés notifiés, surfaces traitées.").
			Source(pageCapacity, "fera l’objet d’une évaluation in itinere et en fin de programme"),
	}}
}

var frequencies = []Option[Frequency]{
	{Value: EveryFortnight, Label: "Tous les quinze jours"},
	{Value: EveryMonth, Label: "Chaque mois"},
	{Value: EveryTwoMonths, Label: "Tous les deux mois"},
	{Value: EveryQuarter, Label: "Chaque trimestre"},
	{Value: EveryHalfYear, Label: "Chaque semestre"},
}
