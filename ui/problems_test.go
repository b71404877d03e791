package ui

import (
	"slices"
	"strings"
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

// Where an answer breaks a rule, nothing under the question says so: the panel does, whichever way one came.
func TestAQuestionOneGoesToSaysWhatIsWrong(t *testing.T) {
	s := start(t)
	s.openExample("briancon")
	e := s.editor
	e.dossier.Mission.Months, e.dossier.Backing.Letter = 25, model.No
	e.showFiche("town.commune")
	n := 0
	for _, f := range e.look() {
		if f.Severity == model.Accepted || f.Rule == "" {
			continue
		}
		n++
		for e.field != f.Field {
			press(s, fyne.KeyF8)
		}
		if !says(s, plainSpaces(strings.TrimPrefix(f.Message, e.labels()[f.Field].label+" — "))) {
			t.Errorf("at %s nothing says %s: %s", f.Field, f.Rule, f.Message)
		}
	}
	if n == 0 {
		t.Fatal("no rule is broken")
	}
}
