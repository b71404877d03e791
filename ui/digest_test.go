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
		if !ok || !says(s, d.State.String()) || d.Due != "" && !says(s, plainSpaces(d.Due.String())) {
			t.Errorf("%s: the list does not say « %s », nor %s", x.Town, d.State, d.Due)
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
	for _, state := range model.DossierStates() {
		h.only = 1 + int(state)
		for _, x := range h.ordered(all, s.known) {
			if got := s.known[x.ID].State; got != state {
				t.Errorf("« %s » lists %s, which is « %s »", state, x.Town, got)
			}
		}
	}
	d := digest{Standing: model.StandingOf(model.New("new", "2026-001", "2026-11-23"), "2026-11-23")}
	if d.State != model.DossierDrafting || d.Blocking == 0 || d.found() == "Rien à corriger" {
		t.Errorf("an empty dossier is « %s », %s", d.State, d.found())
	}
}

func BenchmarkDigest(b *testing.B) {
	d, _ := model.Example("riom")
	for b.Loop() {
		model.StandingOf(d, "2026-11-23")
	}
}
