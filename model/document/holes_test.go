package document

import (
	"slices"
	"testing"

	"appuitechnique/model"
)

// A paper of a stage that is not reached lacks that stage; a demonstration told to its end lacks nothing.
func TestHolesAreTheQuestionsThatAPaperLacks(t *testing.T) {
	for _, tt := range []struct {
		example string
		paper   model.Paper
		want    []string
	}{
		{"riom", model.PaperFinal, nil},
		{"riom", model.PaperSecondClaim, nil},
		{"bastia", model.PaperSupport, nil},
		{"bastia", model.PaperFinal, []string{"followUp.stage"}},
		{"grasse", model.PaperService, nil},
		{"grasse", model.PaperMidterm, []string{"followUp.stage"}},
	} {
		d, _ := model.Example(tt.example)
		if got := Holes(d)[tt.paper]; !slices.Equal(got, tt.want) {
			t.Errorf("%s, %s: lacks %v, want %v", tt.example, tt.paper, got, tt.want)
		}
	}
	d, _ := model.Example("riom")
	d.Town.Address = ""
	if got := Holes(d)[model.PaperSupport]; !slices.Equal(got, []string{"town.address"}) {
		t.Errorf("without its address: lacks %v", got)
	}
}
