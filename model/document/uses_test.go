package document

import (
	"slices"
	"testing"

	"appuitechnique/model"
)

func TestUsesNameThePlacesThatAQuestionFeeds(t *testing.T) {
	uses := Uses(empty())
	for _, tt := range []struct {
		question string
		want     Use
	}{
		{"mission.months", Use{model.PaperSupport, "Article 3 – Entrée en vigueur et durée"}},
		{"mission.months", Use{model.PaperSecondment, "Article 4 – Durée, période probatoire et renouvellement"}},
		{"mission.tasks", Use{model.PaperRoadmap, "3 Tâches, livrables et charge"}},
		{"town.court", Use{model.PaperSupport, "Article 19 – Droit applicable et règlement des litiges"}},
		{"job.title", Use{model.PaperSupport, "Annexe 2 – Fiche de poste"}},
	} {
		if !slices.Contains(uses[tt.question], tt.want) {
			t.Errorf("%s feeds %v, want also %v", tt.question, uses[tt.question], tt.want)
		}
	}
	for question, places := range uses {
		if question == "" || len(places) == 0 {
			t.Errorf("%q feeds %v", question, places)
		}
	}
}

func TestTheQuestionsOfRowsAreGatheredUnderTheirList(t *testing.T) {
	d := empty()
	d.Mission.Milestones = []*model.Milestone{{Row: model.Row{Key: "k"}, Name: "Lancement", Day: "2026-03-01"}}
	uses := Uses(d)
	for _, question := range []string{"mission.milestones[k].name", "mission.milestones"} {
		if !slices.Contains(uses[question], Use{model.PaperRoadmap, "4 Jalons de validation"}) {
			t.Errorf("%s feeds %v, want the table of milestones", question, uses[question])
		}
	}
}
