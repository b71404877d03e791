package ui

import (
	"testing"

	"appuitechnique/model"
)

func TestAPaperIsFrozenSentAndMarkedWhenItsAnswersMove(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	e := s.editor
	for _, id := range []model.Paper{model.PaperSupport, model.PaperSecondment} {
		e.showDocuments()
		e.askFreeze(id, e.lives()[id], nil)
		if !says(s, "Cette version ne changera plus.") {
			t.Fatal("nothing is asked before freezing")
		}
		tapButton(t, s, "Figer")
		s.working.Wait()
	}
	all, err := s.store.Papers(e.dossier.ID)
	if err != nil || len(all) != 2 {
		t.Fatalf("%d papers are frozen, %v", len(all), err)
	}
	e.showDocuments()
	if !says(s, "Figé v1") || says(s, "N’est plus à jour") {
		t.Error("the page does not show that both conventions are frozen")
	}
	e.askSend(model.PaperSupport, e.lives()[model.PaperSupport])
	tapButton(t, s, "Noter l’envoi")
	if !says(s, "En signature") {
		t.Error("the page does not show that a convention was sent")
	}
	was := e.dossier.Mission.Months
	e.dossier.Mission.Months = was - 6
	e.touched()
	e.showDocuments()
	lives := e.lives()
	for _, id := range []model.Paper{model.PaperSupport, model.PaperSecondment} {
		named := false
		for _, m := range lives[id].moved {
			named = named || m.Field == "mission.months"
		}
		if !named {
			t.Errorf("%s does not say that the duration moved: %+v", id, lives[id].moved)
		}
	}
	if !says(s, "N’est plus à jour.") || !says(s, "→") {
		t.Error("the page does not say what moved")
	}
	e.dossier.Mission.Months = was
	e.touched()
	e.showDocuments()
	if says(s, "N’est plus à jour.") {
		t.Error("a paper whose answers are back is still said to be late")
	}
}

func TestAPaperThatIsNotReadyIsRefusedWithTheRemedy(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	e := s.editor
	e.dossier.Signatories.BankDelegation = ""
	e.askFreeze(model.PaperSupport, life{}, model.Unempowered(e.dossier, model.PaperSupport))
	if !says(s, "Demandez à la Direction régionale") {
		t.Error("the remedy is not said")
	}
	tapButton(t, s, "Aller à la question")
	if e.field != "signatories.bankDelegation" {
		t.Errorf("it leads to %q", e.field)
	}
}
