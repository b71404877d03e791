package territory

import (
	"testing"

	"appuitechnique/model"
)

// What a demonstration says of its commune is what choosing that commune would have written.
func TestTheDemonstrationsAgreeWithTheTables(t *testing.T) {
	for _, name := range model.ExampleNames() {
		d, _ := model.Example(name)
		c, ok := ByCode(d.Town.Code)
		if !ok {
			t.Errorf("%s: no commune %s", name, d.Town.Code)
			continue
		}
		chosen := model.New("id", "", "")
		chosen.Fill(c)
		got, want := d.Town, chosen.Town
		want.SIRET, want.Address, want.Accountant, want.ChorusCode = got.SIRET, got.Address, got.Accountant, got.ChorusCode
		want.ORTAmendment = got.ORTAmendment
		if got != want {
			t.Errorf("%s:\n got %+v\nwant %+v", name, got, want)
		}
	}
}
