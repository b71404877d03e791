package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"appuitechnique/model"
)

// F8 walks through every problem in the order of the fiches, gives each question the keyboard, and goes round.
func TestF8WalksThroughEveryProblem(t *testing.T) {
	s := start(t)
	s.openExample("briancon")
	e := s.editor
	d := e.dossier
	d.Mission.Months, d.Support.Signed, d.Backing.Letter, d.Study.Stakes = 25, "2027-01-01", model.No, ""
	d.Mission.Tasks[1].Deliverable = ""
	e.showFiche("town.commune")
	var want []string
	for _, f := range e.look() {
		if f.Severity != model.Accepted && !slices.Contains(want, f.Field) {
			want = append(want, f.Field)
		}
	}
	if len(want) < 6 {
		t.Fatalf("only %d problems: %v", len(want), want)
	}
	for round := range 2 {
		for _, id := range want {
			press(s, fyne.KeyF8)
			if e.page != pageFiche || e.field != id || s.canvas.Focused() == nil {
				t.Fatalf("round %d: F8 leads to %q, want %q with the keyboard", round+1, e.field, id)
			}
		}
	}
	e.step(-1)
	e.step(-1)
	if e.field != want[len(want)-3] {
		t.Errorf("back twice: at %q, want %q", e.field, want[len(want)-3])
	}
}
