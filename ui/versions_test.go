package ui

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/ui/kit"
	"appuitechnique/ui/paper"
)

func TestASignedConventionThatMovedOffersItsComparisonAndItsAvenant(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	e := s.editor
	e.showDocuments()
	e.freeze(model.PaperSupport, 1)
	s.settle()
	e.dossier.Contacts.DataOfficer = "autre@exemple.fr"
	e.touched()
	e.showDocuments()
	tapButton(t, s, "Comparer")
	if doc, err := e.compose(e.paper); err != nil || !strings.Contains(doc.Text(), "autre@exemple.fr") || e.reading == nil || e.reading.result == nil {
		t.Errorf("the comparison of %s: %v", e.paper, err)
	}
	e.closeReading()
	if e.paper != model.PaperSupport || says(s, "Lire l’erratum") {
		t.Errorf("%s: an erratum is offered before anything is signed", e.paper)
	}
	a := e.lives()[model.PaperSupport].last
	e.stepped(s.store.MarkSigned(e.dossier.ID, a.ID, s.today(), "signée.pdf", strings.NewReader("%PDF-1.7\nscan")))
	tapButton(t, s, "Lire l’erratum")
	if e.reading == nil || e.reading.result == nil {
		t.Error("the erratum is not laid out")
	}
	e.closeReading()
	e.dossier.Mission.Months = 18
	e.touched()
	e.showDocuments()
	tapButton(t, s, "Lire l’avenant")
	if e.paper != document.AmendmentSheet.Of(model.PaperSupport) || e.reading.result == nil {
		t.Errorf("%s is read", e.paper)
	}
	e.closeReading()
	e.freeze(model.PaperSupport, 2)
	s.settle()
	if !says(s, "Versions antérieures") || !says(s, "Remplacé") {
		t.Error("the first version is not listed")
	}
	e.compare(model.PaperSupport, 1)
	if doc, err := e.compose(e.paper); err != nil || !strings.Contains(doc.Text(), "Version 1") {
		t.Errorf("the comparison with version 1: %v", err)
	}
}

// TestTheAvenantOfASignedConventionMakesItsSecondVersion goes the whole road: both conventions frozen and signed, another duration
// typed, both marked, compared, and the avenant of each applied to the first version gives the second, to the byte.
func TestTheAvenantOfASignedConventionMakesItsSecondVersion(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	e := s.editor
	both := []model.Paper{model.PaperSupport, model.PaperSecondment}
	e.showDocuments()
	for _, id := range both {
		e.freeze(id, 1)
		s.settle()
		e.stepped(s.store.MarkSigned(e.dossier.ID, e.lives()[id].last.ID, s.today(), "signée.pdf", strings.NewReader("%PDF-1.7\nscan")))
	}
	e.goTo("mission.months")
	months := input[*kit.Entry](t, s, "mission.months")
	months.TypedShortcut(&fyne.ShortcutSelectAll{})
	typeIn(s, months, "18")
	e.showDocuments()
	if e.dossier.Mission.Months != 18 {
		t.Fatalf("%d months, want 18", e.dossier.Mission.Months)
	}
	for _, id := range both {
		l := e.lives()[id]
		if !slices.ContainsFunc(l.moved, func(m document.Move) bool { return m.Field == "mission.months" }) {
			t.Fatalf("%s: %v moved, want the duration", id, l.moved)
		}
		e.compare(id, 0)
		if doc, err := e.compose(e.paper); err != nil || !strings.Contains(plainSpaces(doc.Text()), "dix-huit (18) mois") {
			t.Errorf("%s: the comparison: %v", id, err)
		}
		e.closeReading()
		was, err := l.last.Frozen.Dossier()
		if err != nil {
			t.Fatal(err)
		}
		first := document.Version{Answers: was, Number: 1, Frozen: s.today(), Signed: s.today()}
		avenant, err := document.Amend(id, 1, first, e.dossier)
		if err != nil {
			t.Fatal(err)
		}
		applied, err := document.Final(was, id, 2, s.today())
		if err != nil {
			t.Fatal(err)
		}
		applied.Blocks = avenant.Apply(applied.Blocks)
		want, err := paper.PDF(applied)
		if err != nil {
			t.Fatal(err)
		}
		e.freeze(id, 2)
		s.settle()
		got, err := e.bytesOf(e.lives()[id].last.ID)
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: the avenant applied to the first version is not the second (%v)", id, err)
		}
	}
}
