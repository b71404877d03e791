package model

import (
	"slices"
	"strings"
	"testing"
)

func TestSignatoriesComeFromTheAnswers(t *testing.T) {
	d, _ := Example("riom")
	d.Signing.Mode = SigningElectronic
	list := SignatoriesOf(d, PaperSecondment)
	var keys []string
	for i, s := range list {
		keys = append(keys, s.Key+" "+string(s.Role))
		if s.Order != i+1 || s.Mode != SigningElectronic || s.Organisation == "" || s.Quality == "" && s.Key != "expert" {
			t.Errorf("signatory %d: %+v", i+1, s)
		}
	}
	if want := []string{"groupement signe", "maire signe", "expert vise"}; !slices.Equal(keys, want) {
		t.Fatalf("got %q, want %q", keys, want)
	}
	if got, want := list[1].Basis, (LegalBasis{BasisVote, d.Council.Signing.Number, d.Council.Signing.Day}); got != want {
		t.Errorf("the mayor signs by %+v, want %+v", got, want)
	}
	d.Signatories.Delegated, d.Signatories.DelegationOrder, d.Signatories.DelegationDay = Yes, "2026-31", "2026-04-02"
	if got, want := SignatoriesOf(d, PaperSupport)[0].Basis, (LegalBasis{BasisDelegation, "2026-31", "2026-04-02"}); got != want {
		t.Errorf("the delegate signs by %+v, want %+v", got, want)
	}
	if SignatoriesOf(d, PaperRecap) != nil {
		t.Error("somebody signs the récapitulatif")
	}
}

func TestAMissingLegalBasisIsSaidWithItsRemedy(t *testing.T) {
	for _, tt := range []struct {
		paper  Paper
		lose   func(*Dossier)
		field  string
		remedy string
	}{
		{PaperSupport, func(d *Dossier) { d.Signatories.BankDelegation = "" }, "signatories.bankDelegation", "Direction régionale"},
		{PaperSupport, func(d *Dossier) { d.Council.Signing.Number = "" }, "council.signing.number", "délibération"},
		{PaperSecondment, func(d *Dossier) { d.Group.PresidentBasis = "" }, "group.presidentBasis", "statuts"},
		{PaperSecondment, func(d *Dossier) {
			d.Signatories.Delegated, d.Signatories.DelegationOrder, d.Signatories.DelegationDay = Yes, "", "2026-04-02"
		}, "signatories.delegationOrder", "arrêté de délégation"},
	} {
		d, _ := Example("riom")
		if got := Unempowered(d, tt.paper); len(got) != 0 {
			t.Fatalf("%s of the example: %+v", tt.paper, got)
		}
		tt.lose(d)
		got := Unempowered(d, tt.paper)
		if len(got) != 1 || got[0].Field != tt.field || got[0].Severity != Blocking || !strings.Contains(got[0].Message, tt.remedy) {
			t.Errorf("%s without %s: %+v", tt.paper, tt.field, got)
		}
	}
}
