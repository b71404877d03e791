package ui

import (
	"testing"

	"appuitechnique/model"
)

// TestTheListTellsHowFarEachDossierHasComeAndSorts opens two demonstrations, then sorts and filters them as a person would.
func TestTheListTellsHowFarEachDossierHasComeAndSorts(t *testing.T) {
	s := start(t)
	for _, name := range []string{"riom", "grasse"} {
		s.openExample(name)
		s.goHome()
	}
	all, err := s.store.List()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range all {
		d, ok := s.known[x.ID]
		if !ok || !says(s, d.state.String()) || d.due != "" && !says(s, plainSpaces(d.due.String())) {
			t.Errorf("%s: the list does not say « %s », nor %s", x.Town, d.state, d.due)
		}
	}
	tapButton(t, s, "Ville")
	h := &homePage{shell: s, sort: byTown}
	if found := h.ordered(all, s.known); found[0].Town != "Grasse" {
		t.Errorf("by town, %s comes first", found[0].Town)
	}
	h.backward = true
	if found := h.ordered(all, s.known); found[0].Town != "Riom" {
		t.Errorf("by town backward, %s comes first", found[0].Town)
	}
	for state := stateDrafting; state <= stateOver; state++ {
		h.only = 1 + int(state)
		for _, x := range h.ordered(all, s.known) {
			if got := s.known[x.ID].state; got != state {
				t.Errorf("« %s » lists %s, which is « %s »", state, x.Town, got)
			}
		}
	}
	d := digestOf(model.New("new", "2026-001", "2026-11-23"), noon, "2026-11-23")
	if d.state != stateDrafting || d.blocking == 0 || d.found() == "Rien à corriger" {
		t.Errorf("an empty dossier is « %s », %s", d.state, d.found())
	}
}

func BenchmarkDigest(b *testing.B) {
	d, _ := model.Example("riom")
	for b.Loop() {
		digestOf(d, noon, "2026-11-23")
	}
}
