package model

import (
	"slices"
	"strings"
	"testing"
)

// asEPCI makes the EPCI of the example the body that asks, registered and represented as itself.
func asEPCI(d *Dossier) {
	t := &d.Town
	t.Kind, t.SIREN, t.SIRET, t.Address = OwnerEPCI, t.EPCISIREN, t.EPCISIREN+"00013", "5 mail Jost-Pasquier, 63200 Riom"
	d.Signatories.Mayor.Quality = "présidente"
	everywhere(PartyEPCI)(d)
}

// everywhere answers p to the three questions on roles.
func everywhere(p Party) func(*Dossier) {
	return func(d *Dossier) { d.Support.Beneficiary, d.Secondment.User, d.Membership.Member = p, p, p }
}

func partyCases() []ruleCase {
	epci := func(change func(*Dossier)) func(*Dossier) { return func(d *Dossier) { asEPCI(d); change(d) } }
	return []ruleCase{
		{"R50", Blocking, "support.beneficiary", everywhere(PartyEPCI), everywhere(PartyTown),
			func(d *Dossier) { everywhere(PartyEPCI)(d); d.Town.Kind = "" }, "la collectivité du dossier est la commune"},
		{"R50", Blocking, "support.beneficiary", everywhere(PartyOther), epci(nothing), everywhere("zzz"), "désigne un autre organisme"},
		{"R78", Confirm, "town.kind", asEPCI, nothing, nil, "ne cite que les villes"},
	}
}

// The commune's identity never stands for its EPCI's: everything that is still the commune's is named, and where to
// change it; an EPCI that is itself only has to be confirmed.
func TestAnEPCIIsNotItsCommune(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(d *Dossier)
		want   []string // severity and question of what R50 and R78 find
	}{
		{"only its kind", func(d *Dossier) { d.Town.Kind = OwnerEPCI }, []string{"a-confirmer town.kind", "bloquant town.siren",
			"a-confirmer town.address", "bloquant signatories.mayor.quality", "bloquant support.beneficiary"}},
		{"a town that is to pay for its EPCI", func(d *Dossier) { everywhere(PartyEPCI)(d); d.Support.Beneficiary = "" },
			[]string{"bloquant secondment.user"}},
		{"itself", asEPCI, []string{"a-confirmer town.kind"}},
		{"without a number", func(d *Dossier) { asEPCI(d); d.Town.EPCISIREN = "" }, []string{"a-confirmer town.kind", "bloquant town.epciSiren"}},
		{"a president who is a mayor", func(d *Dossier) { asEPCI(d); d.Signatories.Mayor.Quality = "Président, maire de Riom" },
			[]string{"a-confirmer town.kind"}},
		{"a deputy of its director", func(d *Dossier) {
			asEPCI(d)
			d.Signatories.Delegated, d.Signatories.Delegate.Quality = Yes, "directrice générale adjointe"
		}, []string{"a-confirmer town.kind"}},
		{"a deputy of the mayor", func(d *Dossier) {
			asEPCI(d)
			d.Signatories.Delegated, d.Signatories.Delegate.Quality = Yes, "adjointe au Maire"
		}, []string{"a-confirmer town.kind", "bloquant signatories.delegate.quality"}},
	} {
		d, _ := Example("riom")
		c.change(d)
		var got []string
		for _, f := range Findings(d, checked) {
			if f.Rule == "R50" || f.Rule == "R78" {
				got = append(got, string(f.Severity)+" "+f.Field)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: found %v, want %v", c.name, got, c.want)
		}
	}
}

// An answer that is not proposed is named by its own question, never by its code in the message of a rule.
func TestAnUnknownPartyIsNotQuoted(t *testing.T) {
	d, _ := Example("riom")
	d.Support.Beneficiary = "zzz"
	found := false
	for _, f := range Findings(d, checked) {
		found = found || f.Field == "support.beneficiary" && f.Severity == Blocking
		if strings.Contains(f.Message, "zzz") {
			t.Errorf("%s: %s", f.Rule, f.Message)
		}
	}
	if !found {
		t.Error("nothing is said of an unknown beneficiary")
	}
}
