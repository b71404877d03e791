package ui

import (
	"path/filepath"
	"testing"

	"appuitechnique/model"
)

// TestThePortfolioAddsUpTheDossiers looks at it with none, with demonstrations alone, and with a town of one's own.
func TestThePortfolioAddsUpTheDossiers(t *testing.T) {
	s := start(t)
	s.goPortfolio()
	if !says(s, "Aucun dossier n’est enregistré") {
		t.Error("without a dossier, the page does not say how to begin")
	}
	s.openExample("grasse")
	d, _ := model.Example("grasse")
	want := model.StandingOf(d, s.today())
	s.goPortfolio()
	s.settle()
	if !says(s, "1 dossier.") || !says(s, plainSpaces(want.Subsidy.String())) || !says(s, "1 place prise sur 60") {
		t.Errorf("the page does not say 1 dossier, 1 place and %s", want.Subsidy)
	}
	s.create()
	s.goPortfolio()
	s.settle()
	if !says(s, "1 dossier.") || !says(s, "0 place prise sur 60") {
		t.Error("a demonstration counts beside the dossier of a town")
	}
	tapTick(t, s, "Compter aussi les dossiers de démonstration")
	s.settle()
	if !says(s, "2 dossiers.") {
		t.Error("the demonstration does not count though it was asked for")
	}
	dir := t.TempDir()
	s.app.Preferences().SetString(keyFolder, dir)
	tapButton(t, s, "Exporter en tableur…")
	tapButton(t, s, "Enregistrer ici")
	if files, err := filepath.Glob(filepath.Join(dir, "*_portefeuille.xlsx")); err != nil || len(files) != 1 {
		t.Errorf("%d files were written (%v), want one", len(files), err)
	}
}
