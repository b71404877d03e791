package model

import (
	"slices"
	"strings"
	"testing"
)

// unmet breaks each condition that can be, alone, from a dossier that meets them all.
func unmet() map[string]func(*Dossier) {
	return map[string]func(*Dossier){
		"acv":       func(d *Dossier) { d.Town.ACV, d.Town.ACVProof = No, "" },
		"cases":     func(d *Dossier) { d.Cases = Cases{Building: No, Laureate: No, Fund: No, Priority: No} },
		"mix":       func(d *Dossier) { d.Exclusions.PublicSpace = ExtentOnly },
		"ori":       func(d *Dossier) { d.Exclusions.ORI = Yes },
		"dup":       func(d *Dossier) { d.Exclusions.DUP = Yes },
		"programme": func(d *Dossier) { d.Exclusions.Programme = Yes },
		"person":    func(d *Dossier) { d.Exclusions.SamePerson = Yes },
		"employer":  func(d *Dossier) { d.Exclusions.TownEmploys = Yes },
		"backing":   func(d *Dossier) { d.Backing.Letter = No },
		"study":     func(d *Dossier) { d.Study.OfficeAgrees = No },
		"tempo":     func(d *Dossier) { d.Mission.Months = 25 },
		"framing":   func(d *Dossier) { d.Mission.Exclusive = No },
	}
}

func verdicts(d *Dossier) map[string]Verdict {
	out := map[string]Verdict{}
	for _, f := range factors(d, checked) {
		out[f.key] = f.verdict()
	}
	return out
}

// Every set of conditions, broken together, gives « non » for these and leaves the others as they were; the changes of all of
// them together give « oui », and none of these can be left out.
func TestConditionsAreIndependent(t *testing.T) {
	b := newBench(t)
	whole := *b.d
	var keys []string
	for _, f := range factors(b.d, checked) {
		if unmet()[f.key] != nil {
			keys = append(keys, f.key)
		}
	}
	if len(keys) != len(unmet()) {
		t.Fatalf("conditions %v", keys)
	}
	usual, breaks := verdicts(b.d), unmet()
	for mask := range 1 << len(keys) {
		*b.d = whole
		for i, key := range keys {
			if mask>>i&1 == 1 {
				breaks[key](b.d)
			}
		}
		for _, f := range factors(b.d, checked) {
			want := usual[f.key]
			if i := slices.Index(keys, f.key); i >= 0 && mask>>i&1 == 1 {
				want = VerdictNo
			}
			if got := f.verdict(); got != want {
				t.Fatalf("mask %b, %s: %s, want %s", mask, f.key, got, want)
			}
		}
	}
	*b.d = whole
	for _, key := range keys {
		breaks[key](b.d)
	}
	broken := *b.d
	var changes []test
	for _, f := range factors(b.d, checked) {
		if f.verdict() == VerdictNo {
			changes = append(changes, f.changes()...)
		}
	}
	for left := -1; left < len(changes); left++ {
		*b.d = broken
		for i, c := range changes {
			if i != left {
				b.answer(c)
			}
		}
		want := VerdictYes
		if left >= 0 {
			want = VerdictNo
		}
		got := Eligible(Eligibility(b.d, checked))
		if left < 0 && got != want || left >= 0 && got == VerdictYes {
			t.Errorf("without change %d: %s, want %s", left, got, want)
		}
	}
}

// No two conditions read the same answer, whatever the answers are.
func TestNoTwoConditionsReadOneAnswer(t *testing.T) {
	for _, means := range []WindowSense{WindowSignature, WindowStartDay, WindowEndDay} {
		for _, opah := range []Answer{"", Yes, No} {
			d, _ := Example("riom")
			d.Terms.WindowMeans, d.Exclusions.OPAH = means, opah
			by := map[string]string{}
			for _, c := range Eligibility(d, checked) {
				if len(c.Fields) == 0 {
					t.Errorf("%s reads nothing", c.Key)
				}
				for _, id := range c.Fields {
					if by[id] != "" || id == "" {
						t.Errorf("%s and %s both read %q", c.Key, by[id], id)
					}
					by[id] = c.Key
				}
			}
		}
	}
}

func TestTheDemonstrationsAreEligible(t *testing.T) {
	for _, name := range ExampleNames() {
		d, _ := Example(name)
		list := Eligibility(d, checked)
		if got := Eligible(list); got != VerdictYes {
			for _, c := range list {
				t.Logf("%s: %s, %s %+v%+v", c.Key, c.Verdict, c.Reason, c.Changes, c.Missing)
			}
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestVerdictsGather(t *testing.T) {
	for _, tt := range []struct {
		list []Verdict
		want Verdict
	}{
		{nil, VerdictYes}, {[]Verdict{VerdictVoid}, VerdictYes}, {[]Verdict{VerdictYes, VerdictVoid}, VerdictYes},
		{[]Verdict{VerdictUnknown, VerdictYes}, VerdictUnknown}, {[]Verdict{VerdictUnknown, VerdictNo}, VerdictNo},
		{[]Verdict{VerdictVoid, VerdictNo, VerdictYes}, VerdictNo},
	} {
		var list []Criterion
		for _, v := range tt.list {
			list = append(list, Criterion{Verdict: v})
		}
		if got := Eligible(list); got != tt.want {
			t.Errorf("%v: %s, want %s", tt.list, got, tt.want)
		}
	}
}

// What is said of a « non » and of an « inconnu », to the letter.
func TestChangesAreWorded(t *testing.T) {
	for _, tt := range []struct {
		key    string
		change func(*Dossier)
		reason string
		says   []string
	}{
		{"acv", unmet()["acv"], "La commune n’est pas dans la liste du programme, et rien n’atteste qu’elle l’ait rejoint.",
			[]string{"Si la commune vient de rejoindre le programme, renseignez « Justificatif d’appartenance au programme »."}},
		{"cases", unmet()["cases"], "La ville ne répond à aucun des quatre cas.", []string{
			"Si la ville est lauréate et a lancé son appel à projets, répondez « Oui » à « Cas 2. La ville est-elle lauréate de l’appel à " +
				"manifestation d’intérêt “Réinventons nos cœurs de ville” ? ».",
			"Renseignez « Date de lancement de l’appel à projets »."}},
		{"cases", func(d *Dossier) { d.Cases = Cases{Building: No, Fund: Yes, FundReference: "FF-12"} }, "Il manque une réponse pour le dire.",
			[]string{"Renseignez « Date de la décision du fonds friches »."}},
		{"mix", unmet()["mix"], "Un projet de requalification d’espaces publics, ou limité à un équipement public ordinaire, n’est pas éligible.",
			[]string{"Si la requalification d’espaces publics sort du projet, répondez « Aucune » à « Part de requalification d’espaces publics " +
				"dans le projet »."}},
		{"opah", func(d *Dossier) { d.Exclusions.OPAH, d.Exclusions.OPAHSplit = No, "" }, "Aucune OPAH-RU n’est en cours sur le périmètre.", nil},
		{"backing", func(d *Dossier) { d.Backing.LetterDay, d.Signatories.CouncilSince = "2026-02-01", "2026-03-28" },
			"Il manque une réponse pour le dire.", []string{"Si le maire confirme sa lettre, antérieure au conseil municipal actuel, " +
				"renseignez « Date de la lettre d’engagement »."}},
		{"tempo", unmet()["tempo"], "La durée doit être comprise entre 6 et 24 mois, et les dates dans la période du programme.",
			[]string{"Si la mission peut avoir cette durée, répondez « 24 » à « Durée de la mission »."}},
		{"study", func(d *Dossier) { d.Study.Interviews = nil }, "Il manque une réponse pour le dire.",
			[]string{"Ajoutez au moins une ligne à « Entretiens »."}},
	} {
		d, _ := Example("riom")
		tt.change(d)
		list := Eligibility(d, checked)
		c := list[slices.IndexFunc(list, func(c Criterion) bool { return c.Key == tt.key })]
		var got []string
		for _, x := range slices.Concat(c.Changes, c.Missing) {
			got = append(got, x.Sentence)
		}
		if c.Reason != tt.reason || !slices.Equal(got, tt.says) {
			t.Errorf("%s: %s %q, want %s %q", tt.key, c.Reason, got, tt.reason, tt.says)
		}
	}
}

// Nothing is known of an empty dossier, all is said in whole sentences, and what is quoted holds.
func TestEligibilityIsSaidInFrench(t *testing.T) {
	p := readPresentation(t)
	var look func(c Criterion)
	look = func(c Criterion) {
		if err := p.check(c.Basis.Heading, c.Basis.Quote); err != nil {
			t.Errorf("%s: %v", c.Key, err)
		}
		for _, s := range slices.Concat([]string{c.Reason}, sentences(c.Changes), sentences(c.Missing)) {
			if !strings.HasSuffix(s, ".") || strings.ContainsAny(s, "'%") || strings.HasPrefix(s, "si ") {
				t.Errorf("%s: %q", c.Key, s)
			}
		}
		if c.Verdict == VerdictNo != (len(c.Changes) > 0) || c.Verdict == VerdictUnknown != (len(c.Missing) > 0) || c.Title == "" {
			t.Errorf("%s: %+v", c.Key, c)
		}
		for _, one := range c.Cases {
			look(one)
		}
	}
	for _, d := range []*Dossier{{}, New("neuf", "2026-001", checked)} {
		for _, c := range Eligibility(d, checked) {
			look(c)
			if c.Verdict != VerdictUnknown {
				t.Errorf("%s of a new dossier: %s", c.Key, c.Verdict)
			}
		}
	}
	for _, change := range unmet() {
		d, _ := Example("riom")
		change(d)
		for _, c := range Eligibility(d, checked) {
			look(c)
		}
	}
}

func sentences(list []Change) []string {
	var out []string
	for _, c := range list {
		out = append(out, c.Sentence)
	}
	return out
}
