package model

import "testing"

var riom = Commune{
	Code: "63300", Name: "Riom", Department: "Puy-de-Dôme", Region: "Auvergne-Rhône-Alpes", SIREN: "216303008",
	Population: 18_820, EPCI: "Communauté d’agglomération Riom Limagne et Volcans", EPCISIREN: "200070753",
	ACV: true, ACVAgreement: "2018-10-12", InLatestList: true, Office: "Auvergne-Rhône-Alpes", Court: "Clermont-Ferrand",
}

func TestFillAnswersWhatTheTablesKnow(t *testing.T) {
	var d Dossier
	d.Fill(riom)
	want := Town{
		Code: "63300", Name: "Riom", Department: "Puy-de-Dôme", Region: "Auvergne-Rhône-Alpes", SIREN: "216303008",
		Population: 18_820, EPCI: "Communauté d’agglomération Riom Limagne et Volcans", EPCISIREN: "200070753",
		ACV: Yes, ACVAgreement: "2018-10-12", Office: "Auvergne-Rhône-Alpes", Court: "Clermont-Ferrand",
	}
	if d.Town != want {
		t.Errorf("the town is %+v, want %+v", d.Town, want)
	}
}

func TestFillTellsATownThatLeftTheList(t *testing.T) {
	for _, tt := range []struct {
		commune Commune
		acv     Answer
		proof   string
	}{
		{Commune{Code: "06155", Name: "Vallauris", ACV: true}, Yes, acvLeft},
		{Commune{Code: "63430", Name: "Thiers"}, No, ""},
		{riom, Yes, ""},
	} {
		var d Dossier
		d.Fill(tt.commune)
		if d.Town.ACV != tt.acv || d.Town.ACVProof != tt.proof {
			t.Errorf("%s: in the programme %q, proof %q; want %q, %q", tt.commune.Name, d.Town.ACV, d.Town.ACVProof, tt.acv,
				tt.proof)
		}
	}
}
