package model

import "testing"

// What lacks of a signer is said once for each question, and by its name.
func TestANamelessSignerIsNamedOnce(t *testing.T) {
	d, _ := Example("riom")
	d.Signatories.Mayor = Identity{Civility: Madam}
	said := map[string][]string{}
	for _, f := range Findings(d, checked) {
		said[f.Field] = append(said[f.Field], f.Message)
	}
	for field, want := range map[string]string{
		"signatories.mayor.firstName": "Le prénom du maire est obligatoire.",
		"signatories.mayor.lastName":  "Le nom du maire est obligatoire.",
		"signatories.mayor.quality":   "La qualité du maire est obligatoire.",
	} {
		if got := said[field]; len(got) != 1 || got[0] != want {
			t.Errorf("%s: %q, want %q alone", field, got, want)
		}
	}
}

// A basis whose text holds a colon does not follow another one.
func TestAnAssumptionHasOneColon(t *testing.T) {
	want := "Hypothèse à confirmer — usage : annuaire du dossier"
	if got := (Basis{Assumed: "usage : annuaire du dossier"}).String(); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
