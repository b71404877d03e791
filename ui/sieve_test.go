package ui

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// tapTick chooses the answer of those words on the page shown.
func tapTick(t *testing.T, s *Shell, words string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(s.canvas.Content()) {
		if x, ok := o.(*kit.Tick); ok && x.Label == words {
			test.Tap(x)
			return
		}
	}
	t.Fatalf("there is no choice « %s »", words)
}

// TestTheReviewKeepsWhatIsToReadAgain marks one fiche and carries one answer over, then looks for each.
func TestTheReviewKeepsWhatIsToReadAgain(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	e := s.editor
	e.dossier.Marks.Revise("mission.duration", true)
	e.dossier.Marks.Mark("study.provider", model.OriginCarried)
	_, months, _ := e.find("mission.months")
	e.showReview()
	tapTick(t, s, "À revoir")
	if !says(s, months.Label) || says(s, "Responsable de la mission d’AMO") {
		t.Error("« À revoir » does not keep the marked fiche alone")
	}
	tapTick(t, s, "Repris")
	_, q, _ := e.find("study.provider")
	if !says(s, q.Label) || says(s, "Responsable de la mission d’AMO") {
		t.Error("« Repris » does not keep the answer carried over alone")
	}
	tapTick(t, s, "Tout")
	if !says(s, "Responsable de la mission d’AMO") {
		t.Error("« Tout » leaves something out")
	}
}

// TestTheReviewShowsWhatChangedSinceAVersion keeps a version, changes one answer, and looks for it alone, with what it was.
func TestTheReviewShowsWhatChangedSinceAVersion(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	e := s.editor
	e.showReview()
	tapTick(t, s, "Modifié depuis…")
	if !says(s, "Aucune version n’est gardée jusqu’ici") {
		t.Error("without a version, nothing says how to keep one")
	}
	if err := s.store.KeepVersion(e.dossier.ID, "Avant la réunion"); err != nil {
		t.Fatal(err)
	}
	_, months, _ := e.find("mission.months")
	was := measured(months)
	if err := months.Set("11"); err != nil {
		t.Fatal(err)
	}
	e.touched()
	e.showReview()
	if !says(s, months.Label) || !says(s, plainSpaces("Auparavant : "+was)) || says(s, "Responsable de la mission d’AMO") {
		t.Error("the page does not show the changed answer alone, with what it was")
	}
	tick, ok := s.canvas.Focused().(*kit.Tick)
	if ok {
		t.Errorf("%q took the keyboard though nothing was chosen", tick.Label)
	}
	tapTick(t, s, "Tout")
	if tick, ok = s.canvas.Focused().(*kit.Tick); !ok || tick.Label != "Tout" {
		t.Errorf("the keyboard is on %v, want on the choice just made", s.canvas.Focused())
	}
}
