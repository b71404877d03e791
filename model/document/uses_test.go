package document

import (
	"slices"
	"strings"
	"testing"

	"appuitechnique/model"
)

// feeds reports whether want is among the places, and its block is the heading it names.
func feeds(places []Use, want Use) bool {
	return slices.ContainsFunc(places, func(u Use) bool {
		if u.Paper != want.Paper || u.Heading != want.Heading {
			return false
		}
		doc, err := Compose(empty(), u.Paper)
		return err == nil && u.Block < len(doc.Blocks) && plain(headingOf(doc.Blocks[u.Block])) == plain(want.Heading)
	})
}

func plain(s string) string {
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ", "1ᵉʳ", "1").Replace(s)
}

func TestUsesNameThePlacesThatAQuestionFeeds(t *testing.T) {
	uses := Uses(empty())
	for _, tt := range []struct {
		question string
		want     Use
	}{
		{"mission.months", Use{Paper: model.PaperSupport, Heading: "Article 3 – Entrée en vigueur et durée"}},
		{"mission.months", Use{Paper: model.PaperSecondment, Heading: "Article 4 – Durée, période probatoire et renouvellement"}},
		{"mission.tasks", Use{Paper: model.PaperRoadmap, Heading: "3 Tâches, livrables et charge"}},
		{"town.court", Use{Paper: model.PaperSupport, Heading: "Article 19 – Droit applicable et règlement des litiges"}},
		{"job.title", Use{Paper: model.PaperSupport, Heading: "Annexe 2 – Fiche de poste"}},
	} {
		if !feeds(uses[tt.question], tt.want) {
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
		if !feeds(uses[question], Use{Paper: model.PaperRoadmap, Heading: "4 Jalons de validation"}) {
			t.Errorf("%s feeds %v, want the table of milestones", question, uses[question])
		}
	}
}
