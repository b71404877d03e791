package model

import (
	"slices"
	"strings"
	"testing"
)

// hidden lists the questions of a fiche that do not apply to d.
func hidden(d *Dossier, key string) []string {
	var out []string
	for _, fiche := range Fiches(Form(d)) {
		if fiche.Key != key {
			continue
		}
		for _, f := range fiche.Fields {
			if !f.Shown() {
				out = append(out, f.ID[strings.LastIndex(f.ID, ".")+1:])
			}
		}
	}
	return out
}

func TestAQuestionIsAskedOnlyWhereItApplies(t *testing.T) {
	const delegation = "civility firstName lastName quality delegationOrder delegationDay"
	const cases = "buildingKind buildingName buildingArea callDay fundReference fundDay priorityKind priorityName"
	for _, tt := range []struct {
		fiche string
		set   func(d *Dossier)
		want  string // hidden questions
	}{
		{"town.programme", nil, "acvProof"},
		{"town.programme", func(d *Dossier) { d.Town.ACV = Yes }, "acvProof"},
		{"town.programme", func(d *Dossier) { d.Town.ACV = No }, ""},
		{"town.delegation", nil, delegation},
		{"town.delegation", func(d *Dossier) { d.Signatories.Delegated = No }, delegation},
		{"town.delegation", func(d *Dossier) { d.Signatories.Delegated = Yes }, ""},
		{"cases", nil, cases},
		{"cases", func(d *Dossier) { d.Cases.Building = Yes }, "callDay fundReference fundDay priorityKind priorityName"},
		{"cases", func(d *Dossier) { d.Cases.Laureate = Yes },
			"buildingKind buildingName buildingArea fundReference fundDay priorityKind priorityName"},
		{"cases", func(d *Dossier) { d.Cases.Fund = Yes },
			"buildingKind buildingName buildingArea callDay priorityKind priorityName"},
		{"cases", func(d *Dossier) { d.Cases.Priority = Yes },
			"buildingKind buildingName buildingArea callDay fundReference fundDay"},
		{"exclusions", nil, "justification opahSplit"},
		{"exclusions", func(d *Dossier) { d.Exclusions.PublicSpace = ExtentNone }, "justification opahSplit"},
		{"exclusions", func(d *Dossier) { d.Exclusions.PublicSpace = ExtentPart }, "opahSplit"},
		{"exclusions", func(d *Dossier) { d.Exclusions.Equipment = ExtentMain }, "opahSplit"},
		{"exclusions", func(d *Dossier) { d.Exclusions.OPAH = Yes }, "justification"},
		{"backing", nil, "letterDay"},
		{"backing", func(d *Dossier) { d.Backing.Letter = Yes }, ""},
		{"delivery", nil, "operator form"},
		{"delivery", func(d *Dossier) { d.Delivery.Mode = ModeDirect }, "operator form"},
		{"delivery", func(d *Dossier) { d.Delivery.Mode = ModeOpen }, "operator form"},
		{"delivery", func(d *Dossier) { d.Delivery.Mode = ModeMandate }, ""},
		{"delivery", func(d *Dossier) { d.Delivery.Mode = ModeConcession }, ""},
		{"study.exchange", func(d *Dossier) { d.Study.Opinion = OpinionGood }, "reserves"},
		{"study.exchange", func(d *Dossier) { d.Study.Opinion = OpinionReserves }, ""},
		{"study.exchange", func(d *Dossier) { d.Study.Opinion = OpinionBad }, ""},
	} {
		var d Dossier
		if tt.set != nil {
			tt.set(&d)
		}
		if got := strings.Join(hidden(&d, tt.fiche), " "); got != tt.want {
			t.Errorf("%s: hidden %q, want %q", tt.fiche, got, tt.want)
		}
	}
}

func TestTheDelegationSaysWhyItDoesNotApply(t *testing.T) {
	var d Dossier
	for _, tt := range []struct {
		answer Answer
		want   string
	}{
		{"", "Sans objet — aucune délégation n’est indiquée"},
		{No, "Sans objet — le maire signe lui-même"},
		{Yes, "À commencer"},
	} {
		d.Signatories.Delegated = tt.answer
		if got := ficheOf(&d, "town.delegation").Status().Text; got != tt.want {
			t.Errorf("delegated %q: %q, want %q", tt.answer, got, tt.want)
		}
	}
}

func ficheOf(d *Dossier, key string) Fiche {
	all := Fiches(Form(d))
	return all[slices.IndexFunc(all, func(f Fiche) bool { return f.Key == key })]
}

// Each breaks one answer of a demonstration, and only that answer complains.
func TestAWrongAnswerIsToldBesideItsQuestion(t *testing.T) {
	for _, tt := range []struct {
		breaks func(d *Dossier)
		id     string
	}{
		{func(d *Dossier) { d.Town.SIREN = "210500238" }, "town.siren"},
		{func(d *Dossier) { d.Town.SIRET = "21630300800017" }, "town.siret"},
		{func(d *Dossier) { d.Town.EPCISIREN = "24050043" }, "town.epciSiren"},
		{func(d *Dossier) { d.Town.ORTAmendment = "2018-01-01" }, "town.ortAmendment"},
		{func(d *Dossier) { d.Contacts.OfficeEmail = "yann" }, "contacts.officeEmail"},
		{func(d *Dossier) { d.Contacts.People[0].Email = "valérie" }, "contacts.people[dgs].email"},
		{func(d *Dossier) { d.Contacts.People[0].Phone = "poste 12" }, "contacts.people[dgs].phone"},
		{func(d *Dossier) { d.Signatories.DelegationDay = "2024-04-02" }, "signatories.delegationDay"},
		{func(d *Dossier) { d.Backing.Places = 61 }, "backing.places"},
		{func(d *Dossier) { d.Study.VisitDay = "2026-01-02" }, "study.visitDay"},
		{func(d *Dossier) { d.Study.ReportDay = "2026-01-02" }, "study.reportDay"},
		{func(d *Dossier) { d.Study.Exchange = "2026-05-11" }, "study.exchange"},
		{func(d *Dossier) { d.Study.Files[1].Year = 20_250 }, "study.files[mobilites].year"},
		{func(d *Dossier) { d.Study.Risks[0].Weight = "énorme" }, "study.risks[foncier].weight"},
	} {
		d, _ := Example("briancon")
		tt.breaks(d)
		var wrong []string
		for _, fiche := range Fiches(Form(d)) {
			fiche.EachShown(func(f Field) {
				if f.Problem() != nil {
					wrong = append(wrong, f.ID)
				}
			})
		}
		if !slices.Contains(wrong, tt.id) {
			t.Errorf("%s is wrong and does not say so; %v do", tt.id, wrong)
		}
		if len(wrong) > 1 && tt.id != "town.siren" { // a SIRET follows its SIREN
			t.Errorf("%s alone is wrong, and %v complain", tt.id, wrong)
		}
	}
}

func TestAYearIsNotGrouped(t *testing.T) {
	d, _ := Example("riom")
	if got := Index(Form(d))[&d.Study.Files[0].Year].String(); got != "2023" {
		t.Errorf("got %q, want 2023", got)
	}
}

func TestACommuneIsReadByItsName(t *testing.T) {
	var d Dossier
	commune := func() string { return Index(Form(&d))[&d.Town.Code].String() }
	for _, tt := range []struct{ code, name, want string }{
		{"", "", ""}, {"", "Riom", ""}, {"63300", "", "63300"}, {"63300", "Riom", "Riom (63300)"},
	} {
		d.Town.Code, d.Town.Name = tt.code, tt.name
		if got := commune(); got != tt.want {
			t.Errorf("code %q, name %q: %q, want %q", tt.code, tt.name, got, tt.want)
		}
	}
}
