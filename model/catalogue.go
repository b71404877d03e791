package model

import "slices"

// A CatalogueTask is one of the eighteen tasks that the presentation of September 2023 lists under « Un appui mobilisable
// aux différentes étapes de mise en œuvre de projet ». Its deliverable, milestone and sides are suggestions.
type CatalogueTask struct {
	ID          string // "P1", saved in Task.Catalogue
	Title       string // exact words of the presentation
	Phase       Phase
	Deliverable string
	Milestone   string
	Sides       []Side
}

// Catalogue returns the eighteen tasks, in the order of the presentation. The list is shared: nobody writes into it.
func Catalogue() []CatalogueTask { return eighteenTasks }

var eighteenTasks = listTasks()

func listTasks() []CatalogueTask {
	t, a, f := SideTechnical, SideLegal, SideFinancial
	return []CatalogueTask{
		{"P1", "Pilotage et coordination des études préalables", PhaseProgramme,
			"Cahier des charges des études, tableau de suivi, synthèse", "Études préalables réceptionnées", []Side{a, t}},
		{"P2", "Bilan financier prévisionnel", PhaseProgramme,
			"Bilan des dépenses et des recettes, scénarios", "Bilan validé en comité de pilotage", []Side{f}},
		{"P3", "Calendrier prévisionnel", PhaseProgramme,
			"Planning directeur", "Calendrier validé", []Side{a, t}},
		{"P4", "Analyse de l’adéquation entre le programme et le projet", PhaseProgramme,
			"Note d’adéquation, programme ajusté", "Programme approuvé par délibération", []Side{t}},

		{"C1", "Choix des procédures d’urbanisme et d’aménagement", PhaseDesign,
			"Note comparative (ZAC, PA, PC, PPA…)", "Procédure arrêtée", []Side{a}},
		{"C2", "Montage financier et juridique de l’opération", PhaseDesign,
			"Note de montage, plan de financement", "Montage approuvé par délibération", []Side{a, f}},
		{"C3", "Aide au lancement et à la passation du marché MOE", PhaseDesign,
			"Dossier de consultation des maîtres d’œuvre, rapport d’analyse des offres", "Marché de maîtrise d’œuvre notifié", []Side{a, t}},
		{"C4", "Pilotage et conduite du marché de MOE", PhaseDesign,
			"Comptes rendus, avis sur DIAG, APS, APD et PRO, ordres de service", "Avant-projet définitif et projet validés", []Side{t, f}},
		{"C5", "Aide à la détermination et l’organisation d’un planning prévisionnel de l’opération", PhaseDesign,
			"Planning de l’opération, avec son chemin critique", "Planning contractuel arrêté", []Side{t}},
		{"C6", "Coordination des missions techniques", PhaseDesign,
			"Tableau des missions : contrôle technique, CSPS, SSI, géotechnique, diagnostics", "Missions techniques notifiées", []Side{a, t}},

		{"S1", "Lancement et organisation des procédures du marché de travaux", PhaseWorks,
			"Dossier de consultation des entreprises, rapport d’analyse des offres", "Marchés de travaux notifiés", []Side{a, f}},
		{"S2", "Pilotage et conduite de l’opérateur désigné pour l’opération", PhaseWorks,
			"Tableau de bord du mandat ou de la concession, avis sur le compte rendu annuel", "Compte rendu annuel à la collectivité approuvé", []Side{a, f}},
		{"S3", "Contrôle des études d’exécution", PhaseWorks,
			"Registre des visas", "Études d’exécution visées", []Side{t}},
		{"S4", "Conduite des missions OPC et maîtrise d’œuvre", PhaseWorks,
			"Comptes rendus de chantier, suivi des délais et des coûts", "Bâtiment hors d’eau et hors d’air, ou moitié des travaux", []Side{t, f}},
		{"S5", "Suivi et réception des travaux", PhaseWorks,
			"Opérations préalables, procès-verbal de réception, levée des réserves", "Réception prononcée", []Side{a, t}},
		{"S6", "Opérations de commercialisation", PhaseWorks,
			"Plan de commercialisation, suivi des promesses", "Première promesse signée", []Side{f}},

		{"E1", "Pilotage des livraisons et mise en service", PhaseOperation,
			"DOE et DIUO, plan de transfert, commission de sécurité", "Mise en service", []Side{a, t}},
		{"E2", "Evaluation finale de l’opération", PhaseOperation,
			"Rapport d’évaluation, retour d’expérience", "Évaluation présentée en comité de pilotage", []Side{a, f}},
	}
}

// catalogueTask finds a task of the catalogue by its ID; ok is false when there is none.
func catalogueTask(id string) (t CatalogueTask, ok bool) {
	all := Catalogue()
	i := slices.IndexFunc(all, func(t CatalogueTask) bool { return t.ID == id })
	if i < 0 {
		return CatalogueTask{}, false
	}
	return all[i], true
}

// Phases lists the four stages of the catalogue, in order, with the names of the presentation.
func Phases() []Option[Phase] {
	return []Option[Phase]{
		{Value: PhaseProgramme, Label: "Programmation"},
		{Value: PhaseDesign, Label: "Conception"},
		{Value: PhaseWorks, Label: "Suivi d’opération"},
		{Value: PhaseOperation, Label: "Mise en exploitation"},
	}
}

// String names p as the presentation does; empty for an unknown phase.
func (p Phase) String() string { return labelOf(Phases(), p) }

// String names s as on screen; empty for an unknown side.
func (s Side) String() string { return labelOf(sides, s) }

var sides = []Option[Side]{
	{Value: SideLegal, Label: "Administratif"},
	{Value: SideTechnical, Label: "Technique"},
	{Value: SideFinancial, Label: "Financier"},
}

func labelOf[T ~string](options []Option[T], v T) string {
	for _, o := range options {
		if o.Value == v {
			return o.Label
		}
	}
	return ""
}
