package main

import (
	"strings"
	"testing"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/storage"
	"appuitechnique/ui/paper"
)

// Somebody freezes both conventions, has one signed, changes the duration, reads what changed, and makes the avenant: applied
// to what was signed, it is the second version, word for word.
func TestAnAvenantMadeFromTheBaseIsTheSecondVersion(t *testing.T) {
	base, d := frozenBase(t)
	conventions := []model.Paper{model.PaperSupport, model.PaperSecondment}
	d.Mission.Months = 18
	inBase(t, base, func(s *storage.Store) {
		all, err := s.Papers(d.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range all {
			if err := s.MarkSigned(d.ID, a.ID, "2026-11-20", "signée.pdf", strings.NewReader("%PDF-1.7\nscan")); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.Save(d); err != nil {
			t.Fatal(err)
		}
	})
	_, out, _ := ran("-base", base, "exporter", "-final", "-vers", t.TempDir(), "-documents", "convention-soutien,convention-mise-a-disposition", d.Reference)
	if strings.Count(out, "n’est plus à jour") != 2 {
		t.Errorf("the two conventions are not marked:\n%s", out)
	}
	inBase(t, base, func(s *storage.Store) {
		now, err := s.Load(d.ID)
		if err != nil {
			t.Fatal(err)
		}
		all, err := s.Papers(d.ID)
		if err != nil || len(all) != len(conventions) {
			t.Fatalf("%d papers, %v", len(all), err)
		}
		for _, a := range all {
			amendFrozen(t, s, now, a)
		}
		if all, err = s.Papers(d.ID); err != nil || len(all) != 4 || all[1].Frozen.Stage(2) != model.PaperReplaced {
			t.Errorf("after the second freeze: %d papers, %v", len(all), err)
		}
	})
}

// amendFrozen compares a frozen convention with the answers of now, writes its avenant, and freezes its second version.
func amendFrozen(t *testing.T, s *storage.Store, now *model.Dossier, a storage.Attachment) {
	t.Helper()
	id := a.Frozen.Paper
	was, err := a.Frozen.Dossier()
	if err != nil {
		t.Fatal(err)
	}
	if list := document.Binding(was, now, id); len(list) != 1 || list[0].Field != "mission.months" {
		t.Errorf("%s: what binds and moved is %+v", id, list)
	}
	first := document.Version{Answers: was, Number: 1, Frozen: a.Frozen.Day, Signed: a.Frozen.Signed}
	for _, kind := range []document.Derived{document.Comparison, document.AmendmentSheet} {
		doc, err := document.Derive(kind, id, first, document.Version{Answers: now}, 1, true)
		if err != nil {
			t.Fatal(err)
		}
		if pdf, err := paper.PDF(doc); err != nil || len(pdf) == 0 {
			t.Errorf("print %s: %v", doc.ID, err)
		}
	}
	second, err := document.Final(now, id, 2, "2026-12-16")
	if err != nil {
		t.Fatal(err)
	}
	signed, err := document.Final(was, id, 1, a.Frozen.Day)
	if err != nil {
		t.Fatal(err)
	}
	avenant, err := document.Amend(id, 1, first, now)
	if err != nil {
		t.Fatal(err)
	}
	applied := second
	applied.Blocks = avenant.Apply(signed.Blocks)
	if applied.Text() != second.Text() {
		t.Errorf("%s: the avenant applied to what was signed is not the second version", id)
	}
	pdf, err := paper.PDF(second)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Freeze(now, storage.Frozen{Paper: id, Version: 2, Day: "2026-12-16", Program: "0.1.0"}, pdf); err != nil {
		t.Error(err)
	}
}
