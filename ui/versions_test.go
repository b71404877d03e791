package ui

import (
	"strings"
	"testing"

	"appuitechnique/model"
	"appuitechnique/model/document"
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
