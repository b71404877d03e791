package sheet

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"appuitechnique/model"
)

// The summary of none, of a few and of a thousand dossiers is what a spreadsheet computes from its rows.
func TestThePortfolioAddsUp(t *testing.T) {
	var some []Followed
	for _, name := range model.ExampleNames() {
		d, _ := model.Example(name)
		some = append(some, Followed{d.Town.Name, d.Reference, d.Project.Title, model.StandingOf(d, "2026-11-23")})
	}
	some = append(some, Followed{Standing: model.StandingOf(model.New("x", "2026-009", "2026-11-23"), "2026-11-23")})
	var many []Followed
	for i := range 1000 {
		x := some[i%len(some)]
		x.Reference = fmt.Sprintf("2026-%03d", i)
		many = append(many, x)
	}
	for _, all := range [][]Followed{nil, some, many} {
		b, err := Portfolio(all, "2026-11-23")
		if err != nil {
			t.Fatal(err)
		}
		file, err := excelize.OpenReader(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		if n := checkFormulas(t, fmt.Sprint(len(all), " dossiers"), file); n != 13 {
			t.Errorf("%d dossiers: %d formulas, want 13", len(all), n)
		}
		if rows, err := file.GetRows("Dossiers"); err != nil || len(rows) != portfolioHead+len(all) {
			t.Errorf("%d dossiers: %d rows (%v)", len(all), len(rows), err)
		}
		if err := file.Close(); err != nil {
			t.Error(err)
		}
	}
}
