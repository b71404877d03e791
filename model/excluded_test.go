package model

import (
	"slices"
	"testing"
)

func TestWhatTheSchemeExcludesIsRecognisedInATitle(t *testing.T) {
	for title, want := range map[string]string{
		"ORI du centre ancien":                                     "R15",
		"Mise en œuvre d’une O.R.I. sur l’îlot Roustan":            "R15",
		"Étude de faisabilité d'une ORI":                           "R15",
		"Conduite d’une opération de restauration immobilière":     "R15",
		"OPÉRATIONS DE RESTAURATION IMMOBILIÈRE":                   "R15",
		"Programme de restauration immobilière : notifications":    "R15",
		"Pilotage des études, dont ORI":                            "R15",
		"DUP travaux":                                              "R16",
		"DUP travaux sur un îlot":                                  "R16",
		"Montage de la DUP de travaux, îlot de la Manufacture":     "R16",
		"D.U.P. sur l’îlot Nord":                                   "R16",
		"Déclaration d’utilité publique des travaux de l’îlot 4":   "R16",
		"Suivi-animation de l’OPAH-RU":                             "R17",
		"Mission de suivi-animation":                               "R17",
		"Animation de l’OPAH-RU du centre":                         "R17",
		"Chef de projet ACV":                                       "R18",
		"CHEF·FE DE PROJET ACV":                                    "R18",
		"Remplacement de la cheffe de projet Action Cœur de Ville": "R18",
		"Appui au chef de projet A.C.V.":                           "R18",
		"Pilotage du programme Action Cœur de Ville":               "R18",
		"Animation et pilotage du programme":                       "R18",
		"Coordination du programme ACV 2":                          "R18",
		"Suivi de la convention ACV":                               "R18",
		"Animer la démarche Action cœur de ville":                  "R18",
		"Direction de projet ACV":                                  "R18",
		"Bâtir un gymnase":                                         "R14",
		"Refonte de la voirie":                                     "R13",
		"Aménagement paysager du parvis":                           "R13",
		"Construction d’un groupe scolaire":                        "R14",
		"Construction du nouveau gymnase":                          "R14",
		"Maîtrise d’œuvre de la nouvelle école":                    "R14",
		"Réalisation d’un équipement public":                       "R14",
		"Conduite d’opération : équipement public ordinaire":       "R14",
		"Création d’une crèche municipale":                         "R14",
		"Construction de la salle polyvalente":                     "R14",
		"Requalification des espaces publics":                      "R13",
		"Réaménagement complet de l’espace public":                 "R13",
		"Requalification de la place du Marché":                    "R13",
		"Aménagement de la grande place":                           "R13",
		"Réfection de la voirie et des réseaux":                    "R13",
		"Travaux de voirie":                                        "R13",
		"Aménagement des espaces verts":                            "R13",
		"Maîtrise d’œuvre des espaces publics":                     "R13",
		"Requalification et piétonnisation des rues commerçantes":  "R13",
		"Étude préalable (requalification de l’avenue de la gare)": "R13",
	} {
		rule, why := ExcludedBy(title)
		if rule != want || why == "" {
			t.Errorf("%q: %q, %q; want %s", title, rule, why, want)
		}
		for _, x := range exclusionPatterns {
			if got := excludes(x.rule, title); (got == why) != (x.rule == want) || got != "" && got != why {
				t.Errorf("%q: %s says %q, want %s to say %q alone", title, x.rule, got, want, why)
			}
		}
	}
}

func TestWhatLooksLikeAnExclusionIsLeftAlone(t *testing.T) {
	for _, title := range []string{
		"", "—", "12",
		"Orientation d’aménagement et de programmation du secteur",
		"Origine de propriété des immeubles",
		"Restauration du couvent des Cordeliers",
		"Opération de réhabilitation immobilière",
		"Restauration collective du futur lycée",
		"Étude préalable à une DUP foncière",
		"Étude préalable à une DUP foncière sur l’îlot Roustan",
		"Dossier de DUP pour réserve foncière, îlot Nord",
		"Déclaration d’utilité publique de la ZAC : travaux préparatoires",
		"Suivi de la DUP aménagement",
		"Montage des études, hors ORI",
		"Étude de l’îlot (sans ORI ni DUP travaux)",
		"Articulation avec l’ORI en cours",
		"Coordination avec l’opérateur de suivi-animation de l’OPAH-RU",
		"Étude pré-opérationnelle d’OPAH-RU",
		"Suivi de l’opération d’aménagement",
		"Suivi et animation des ateliers d’usagers",
		"Pilotage du programme de travaux",
		"Pilotage du programme immobilier",
		"Analyse de l’adéquation entre le programme et le projet",
		"Pilotage des études du site prioritaire ACV 2",
		"Compte rendu au chef de projet ACV",
		"Point mensuel en lien avec la cheffe de projet Action Cœur de Ville",
		"Échanges avec le chef de projet ACV",
		"Chef de projet de maîtrise d’œuvre : sélection",
		"Pilotage du projet de quartier de gare, site du programme Action Cœur de Ville",
		"Réhabilitation de l’ancienne école en logements",
		"Reconversion de la caserne en médiathèque",
		"Construction de logements et d’une crèche",
		"Construction d’une école et de logements sur l’îlot",
		"Programme des équipements publics de la ZAC",
		"Réhabilitation de l’hôtel de ville ancien en tiers-lieu",
		"Mise en place d’un tableau de bord",
		"Aménagement de l’îlot de la place d’Armes",
		"Requalification d’une friche donnant sur l’espace public",
		"Requalification de l’îlot, place du Marché",
		"Réhabilitation de l’immeuble du 12 rue de la République",
		"Requalification du quartier de gare",
		"Requalification de l’entrée de ville",
		"Aménagement du quartier de gare et de ses espaces publics",
		"Coordination avec les travaux de voirie du département",
		"Contrôle des études d’exécution",
	} {
		if rule, why := ExcludedBy(title); rule != "" || why != "" {
			t.Errorf("%q is taken for %s: %s", title, rule, why)
		}
	}
}

// Nothing of the catalogue, of its deliverables or of the demonstrations is excluded.
func TestTheCatalogueIsNotExcluded(t *testing.T) {
	for _, c := range Catalogue() {
		for _, s := range []string{c.Title, c.Deliverable, c.Milestone} {
			if rule, _ := ExcludedBy(s); rule != "" {
				t.Errorf("%s: %q is taken for %s", c.ID, s, rule)
			}
		}
	}
	eachExample(t, func(t *testing.T, d *Dossier) {
		for _, a := range d.Job.Activities {
			if rule, _ := ExcludedBy(a.Title); rule != "" {
				t.Errorf("%q is taken for %s", a.Title, rule)
			}
		}
		if rule, _ := ExcludedBy(d.Mission.Purpose); rule != "" {
			t.Errorf("%q is taken for %s", d.Mission.Purpose, rule)
		}
	})
}

func FuzzExcludedBy(f *testing.F) {
	f.Add("O.R.I. d’îlot")
	f.Add("pilotage du programme")
	f.Fuzz(func(t *testing.T, s string) {
		rule, why := ExcludedBy(s)
		if (rule == "") != (why == "") {
			t.Errorf("%q: %q, %q", s, rule, why)
		}
	})
}

func TestAnActivityThatRepeatsItsTaskIsToldOnce(t *testing.T) {
	d, _ := Example("riom")
	d.Mission.Tasks[0].Title = "Suivi-animation de l’OPAH-RU"
	d.Job.Activities[0].Title = "Suivi-animation de l’OPAH-RU"
	var at []string
	for _, f := range Findings(d, checked) {
		if f.Rule == "R17" {
			at = append(at, f.Field)
		}
	}
	if want := []string{"mission.tasks[tache-p4].title"}; !slices.Equal(at, want) {
		t.Errorf("R17 at %v, want %v", at, want)
	}
}
