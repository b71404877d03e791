package document

import (
	"slices"
	"testing"

	"appuitechnique/model"
)

func TestAPaperIsRefusedByWhatItLacksAndByNothingElse(t *testing.T) {
	for _, tt := range []struct {
		name  string
		spoil func(*model.Dossier)
		field string
		paper []model.Paper // the conventions refused for it
	}{
		{"nothing", func(*model.Dossier) {}, "", nil},
		{"the power of the bank", func(d *model.Dossier) { d.Signatories.BankDelegation = "" }, "signatories.bankDelegation",
			[]model.Paper{model.PaperSupport}},
		{"the power of the group", func(d *model.Dossier) { d.Group.PresidentBasis = "" }, "group.presidentBasis",
			[]model.Paper{model.PaperSecondment}},
		{"a rule", func(d *model.Dossier) { d.Mission.Months = 25 }, "mission.months",
			[]model.Paper{model.PaperSupport, model.PaperSecondment}},
		{"an answer", func(d *model.Dossier) { d.Secondment.Leave = "" }, "secondment.leave", []model.Paper{model.PaperSecondment}},
	} {
		d, _ := model.Example("riom")
		tt.spoil(d)
		got := Refusals(d, model.Findings(d, "2026-11-16"), Uses(d))
		for _, id := range []model.Paper{model.PaperSupport, model.PaperSecondment} {
			n := 0
			for _, f := range got[id] {
				if f.Field == tt.field {
					n++
				}
			}
			if want := slices.Contains(tt.paper, id); want != (n == 1) || n > 1 || tt.field == "" && len(got[id]) > 0 {
				t.Errorf("%s: %s is refused by %+v", tt.name, id, got[id])
			}
		}
	}
}
