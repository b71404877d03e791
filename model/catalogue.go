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

// Catalogue returns the eighteen tasks, in the order of the presentation.
func Catalogue() []CatalogueTask {
	t, a, f := SideTechnical, SideLegal, SideFinancial
	return []CatalogueTask{
		{"P1", "Pilotage et coordination des études de préalables", PhaseProgramme,
			"CCTP des études, tableau de suivi, synthèse", "Études préalables réceptionnées", []Side{a, t}},
		{"P2", "Bilan financier prévisionnel", PhaseProgramme,
			"Bilan dépenses/recettes, scénarios", "Bilan validé en COPIL", []Side{f}},
		{"P3", "Calendrier prévisionnel", PhaseProgramme,
			"Planning directeur", "Calendrier validé", []Side{a, t}},
		{"P4", "Analyse de l’adéquation entre le programme et le projet", PhaseProgramme,
			"Note d’adéquation, programme ajusté", "Programme approuvé (délib.)", []Side{t}},

		{"C1", "Choix des procédures d’urbanisme et d’aménagement", PhaseDesign,
			"Note comparative (ZAC, PA, PC, PPA…)", "Procédure arrêtée", []Side{a}},
		{"C2", "Montage financier et juridique de l’opération", PhaseDesign,
			"Note de montage, plan de financement", "Montage délibéré", []Side{a, f}},
		{"C3", "Aide au lancement et à la passation du marché MOE", PhaseDesign,
			"DCE MOE, rapport d’analyse", "Marché MOE notifié", []Side{a, t}},
		{"C4", "Pilotage et conduite du marché de MOE", PhaseDesign,
			"CR, avis sur DIAG/APS/APD/PRO, ordres de service", "APD validé / PRO validé", []Side{t, f}},
		{"C5", "Aide à la détermination et l’organisation d’un planning prévisionnel de l’opération", PhaseDesign,
			"Planning opération (chemin critique)", "Planning contractuel arrêté", []Side{t}},
		{"C6", "Coordination des missions techniques", PhaseDesign,
			"Tableau CT, CSPS, SSI, géotechnique, diagnostics", "Missions techniques notifiées", []Side{a, t}},

		{"S1", "Lancement et organisation des procédures du marché de travaux", PhaseWorks,
			"DCE travaux, rapport d’analyse", "Marchés de travaux notifiés", []Side{a, f}},
		{"S2", "Pilotage et conduite de l’opérateur désigné pour l’opération", PhaseWorks,
			"Tableau de bord mandat/concession, avis CRAC", "CRAC approuvé", []Side{a, f}},
		{"S3", "Contrôle des études d’exécution", PhaseWorks,
			"Registre des visas", "Études EXE visées", []Side{t}},
		{"S4", "Conduite des missions OPC et maîtrise d’œuvre", PhaseWorks,
			"CR de chantier, suivi délais/coûts", "Hors d’eau – hors d’air / 50 % travaux", []Side{t, f}},
		{"S5", "Suivi et réception des travaux", PhaseWorks,
			"OPR, PV de réception, levée des réserves", "Réception prononcée", []Side{a, t}},
		{"S6", "Opérations de commercialisation", PhaseWorks,
			"Plan de commercialisation, suivi des promesses", "1ʳᵉ promesse signée", []Side{f}},

		{"E1", "Pilotage des livraisons et mise en service", PhaseOperation,
			"DOE/DIUO, plan de transfert, commission de sécurité", "Mise en service", []Side{a, t}},
		{"E2", "Evaluation finale de l’opération", PhaseOperation,
			"Rapport d’évaluation, retour d’expérience", "Évaluation présentée en COPIL", []Side{a, f}},
	}
}

// CatalogueTaskOf finds a task of the catalogue by its ID; ok is false when there is none.
func CatalogueTaskOf(id string) (t CatalogueTask, ok bool) {
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
