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
		Code: "63300", Name: "Riom", Kind: OwnerTown, Department: "Puy-de-Dôme", Region: "Auvergne-Rhône-Alpes",
		SIREN: "216303008", Population: 18_820, EPCI: "Communauté d’agglomération Riom Limagne et Volcans",
		EPCISIREN: "200070753", ACV: Yes, ACVAgreement: "2018-10-12", Office: "Auvergne-Rhône-Alpes", Court: "Clermont-Ferrand",
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
		{Commune{Code: "06155", Name: "Vallauris", ACV: true}, No, acvLeft},
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

func TestFillMarksWhatItAnswers(t *testing.T) {
	var d Dossier
	d.Fill(riom)
	town := &d.Town
	for p, want := range map[any]Origin{
		&town.Name: OriginReference, &town.Department: OriginReference, &town.SIREN: OriginReference,
		&town.Population: OriginReference, &town.EPCI: OriginReference, &town.EPCISIREN: OriginReference,
		&town.ACV: OriginReference, &town.ACVAgreement: OriginReference, &town.Office: OriginReference,
		&town.Court: OriginReference, &town.Code: OriginTyped, &town.ACVProof: "", &town.Address: "",
	} {
		if got := question(t, &d, p).Origin(); got != want {
			t.Errorf("%s comes from %q, want %q", question(t, &d, p).ID, got, want)
		}
	}
}

func TestFillKeepsWhatAPersonGave(t *testing.T) {
	var d Dossier
	town := &d.Town
	set(t, &d, &town.Name, "Ville de Riom")
	set(t, &d, &town.Population, "beaucoup")
	set(t, &d, &town.Court, "Lyon")
	d.Marks.Mark(question(t, &d, &town.Court).ID, OriginImported)
	set(t, &d, &town.EPCI, "Riom Communauté")
	d.Marks.Mark(question(t, &d, &town.EPCI).ID, OriginCarried)
	d.Fill(riom)
	for _, tt := range []struct {
		p    any
		want string
	}{
		{&town.Name, "Ville de Riom"}, {&town.Population, "beaucoup"}, {&town.Court, "Lyon"},
		{&town.EPCI, riom.EPCI}, {&town.EPCISIREN, riom.EPCISIREN},
	} {
		if f := question(t, &d, tt.p); f.Text() != tt.want {
			t.Errorf("%s is %q, want %q", f.ID, f.Text(), tt.want)
		}
	}
}

// Another commune takes the place of the former one: nothing of it is left but what was typed.
func TestFillAgainLeavesNoTraceOfTheFormerCommune(t *testing.T) {
	var d Dossier
	d.Fill(riom)
	set(t, &d, &d.Town.Office, "Pacifique")
	set(t, &d, &d.Town.Code, "98735")
	d.Fill(Commune{Code: "98735", Name: "Papeete", Department: "Polynésie française"})
	want := Town{Code: "98735", Name: "Papeete", Kind: OwnerTown, Department: "Polynésie française", Office: "Pacifique", ACV: No}
	if d.Town != want {
		t.Errorf("the town is %+v, want %+v", d.Town, want)
	}
	if f := question(t, &d, &d.Town.EPCI); d.Marks.Origins[f.ID] != "" {
		t.Errorf("%s has no answer and is still marked %q", f.ID, d.Marks.Origins[f.ID])
	}
}

func question(t *testing.T, d *Dossier, p any) Field {
	t.Helper()
	f, ok := FieldAt(Form(d), p)
	if !ok {
		t.Fatalf("no question asks %T", p)
	}
	return f
}

// set types s; an Advice is no failure here.
func set(t *testing.T, d *Dossier, p any, s string) {
	t.Helper()
	if err := question(t, d, p).Set(s); err != nil {
		t.Logf("%q: %v", s, err)
	}
}
