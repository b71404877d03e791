package document

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"appuitechnique/model"
)

// amendable are changes of Riom after signature, each with the questions that moved.
var amendable = []struct {
	name   string
	change func(*model.Dossier)
	field  string
	formal bool
}{
	{"duration", func(d *model.Dossier) { d.Mission.Months = 18 }, "mission.months", false},
	{"a party", func(d *model.Dossier) { d.Signatories.Mayor.LastName = "Durand" }, "signatories.mayor.lastName", false},
	{"a clause added", func(d *model.Dossier) {
		for _, id := range []model.Paper{model.PaperSupport, model.PaperSecondment} {
			d.Clauses.List = append(d.Clauses.List, &model.Clause{Row: model.Row{Key: "k" + string(id)}, Paper: id, Title: "Accès", Text: "L’accès au chantier est libre."})
		}
	}, "", false},
	{"a clause taken away", func(d *model.Dossier) { d.Clauses.List = nil }, "", false},
	{"the officer of the data", func(d *model.Dossier) { d.Contacts.DataOfficer = "dpo@exemple.fr" }, "contacts.dataOfficer", true},
}

func riom(t *testing.T, change func(*model.Dossier)) *model.Dossier {
	t.Helper()
	d, ok := model.Example("riom")
	if !ok {
		t.Fatal("no example")
	}
	if change != nil {
		change(d)
	}
	return d
}

// plainly is what a document says, its blanks all plain.
func plainly(d Document) string {
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(d.Text())
}

func TestAnAmendmentAppliedIsTheSecondVersion(t *testing.T) {
	for _, tt := range amendable {
		for _, id := range []model.Paper{model.PaperSupport, model.PaperSecondment} {
			was, now := riom(t, nil), riom(t, tt.change)
			first, second := Version{was, 1, "2026-11-16", "2026-11-20"}, Version{now, 2, "2026-12-16", ""}
			a, err := Amend(id, 1, first, now)
			if err != nil {
				t.Fatal(err)
			}
			signed, _ := first.printed(id)
			want, _ := second.printed(id)
			got := signed
			got.Blocks = a.Apply(signed.Blocks)
			got.Version, got.Day = want.Version, want.Day
			if got.Text() != want.Text() {
				t.Errorf("%s, %s: the avenant applied is not the second version", tt.name, id)
			}
			text := plainly(a.Document(true))
			for _, c := range chapters(signed.Blocks) {
				article, ok := headOf(c).(Article)
				same := !slices.ContainsFunc(a.Changes, func(x Change) bool { return x.Was.key == c.key })
				if ok && same && strings.Contains(text, article.Title+" »") {
					t.Errorf("%s, %s: the avenant repeats %q, which does not change", tt.name, id, article.Title)
				}
			}
			if tt.name == "duration" && !strings.Contains(text, "dix-huit (18) mois") {
				t.Errorf("%s: the avenant does not say the new duration", id)
			}
			if tt.name == "a party" && (!strings.Contains(text, "Durand") || !strings.Contains(text, was.Signatories.Mayor.LastName)) {
				t.Errorf("%s: the avenant does not name the parties as they were and as they are", id)
			}
		}
	}
}

func TestOnlyWhatBindsIsMaterial(t *testing.T) {
	for _, tt := range amendable {
		if tt.field == "" {
			continue
		}
		d := riom(t, tt.change)
		if got := Moved(riom(t, nil), d, model.PaperSupport); len(got) == 0 || got[0].Field != tt.field {
			t.Errorf("%s: moved %+v", tt.name, got)
		}
		if material, known := model.Material(d)[tt.field]; !known || material == tt.formal {
			t.Errorf("%s: material is %v", tt.name, material)
		}
	}
	for id, material := range model.Material(riom(t, nil)) {
		f := newWriter(riom(t, nil))
		for _, q := range f.fields {
			bound := q.Kind == model.KindMoney || q.Kind == model.KindDay || q.Kind == model.KindPercent
			if q.ID == id && bound && !material {
				t.Errorf("%s is an amount or a day, and not material", id)
			}
		}
	}
}

func TestAComparisonStrikesAndUnderlines(t *testing.T) {
	was, now := riom(t, nil), riom(t, func(d *model.Dossier) { d.Mission.Months = 18 })
	doc, err := Compare(model.PaperSupport, Version{was, 1, "2026-11-16", ""}, Version{Answers: now})
	if err != nil {
		t.Fatal(err)
	}
	var removed, added []string
	for _, b := range doc.Blocks {
		for _, s := range spansOf(b) {
			switch s.Change {
			case Removed:
				removed = append(removed, s.Text)
			case Added:
				added = append(added, s.Text)
			}
		}
	}
	if !strings.Contains(strings.Join(removed, "|"), "vingt-quatre") || !strings.Contains(strings.Join(added, "|"), "dix-huit") {
		t.Errorf("struck %q, underlined %q", removed, added)
	}
	if text := plainly(doc); !strings.Contains(text, "Durée de la mission | 24 mois | 18 mois | matérielle") {
		t.Errorf("the answers that changed are not listed:\n%s", text)
	}
	same, err := Compare(model.PaperSupport, Version{was, 1, "2026-11-16", ""}, Version{Answers: riom(t, nil)})
	if err != nil || !strings.Contains(same.Text(), "Aucune clause ne change.") {
		t.Errorf("two equal versions: %v\n%s", err, same.Text())
	}
}

// What is kept and what is added make the later text, what is kept and what is taken away the earlier one.
func FuzzDiffering(f *testing.F) {
	f.Add("pour une durée de vingt-quatre mois.", "pour une durée de dix-huit mois.")
	f.Add("", "a  b ")
	f.Fuzz(func(t *testing.T, was, now string) {
		if len(was)+len(now) > 2000 {
			return
		}
		var before, after strings.Builder
		for _, s := range differing(was, now) {
			for _, p := range s {
				if p.Change != Added {
					before.WriteString(p.Text)
				}
				if p.Change != Removed {
					after.WriteString(p.Text)
				}
			}
		}
		if before.String() != was || after.String() != now {
			t.Errorf("%q to %q reads %q to %q", was, now, before.String(), after.String())
		}
	})
}

func TestAnErratumSaysWhatToRead(t *testing.T) {
	was, now := riom(t, nil), riom(t, func(d *model.Dossier) { d.Contacts.DataOfficer = "dpo@exemple.fr" })
	doc, err := Erratum(model.PaperSupport, Version{was, 1, "2026-11-16", "2026-11-20"}, now)
	if err != nil {
		t.Fatal(err)
	}
	if text := doc.Text(); !strings.Contains(text, "Exemple-Sarre") || !strings.Contains(text, "dpo@exemple.fr") {
		t.Errorf("it reads\n%s", text)
	}
	now.Mission.Months = 18
	var advice model.Advice
	if _, err := Erratum(model.PaperSupport, Version{was, 1, "2026-11-16", "2026-11-20"}, now); !errors.As(err, &advice) {
		t.Errorf("an erratum changes the duration: %v", err)
	}
}
