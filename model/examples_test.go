package model

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func eachExample(t *testing.T, test func(t *testing.T, d *Dossier)) {
	t.Helper()
	for _, name := range ExampleNames() {
		t.Run(name, func(t *testing.T) {
			d, ok := Example(name)
			if !ok {
				t.Fatal("no such demonstration")
			}
			test(t, d)
		})
	}
}

func TestTheDemonstrationsAreComplete(t *testing.T) {
	eachExample(t, func(t *testing.T, d *Dossier) {
		for _, fiche := range Fiches(Form(d)) {
			if k := fiche.Status().Kind; k != StatusComplete && k != StatusVoid {
				t.Errorf("%s %s: %s", fiche.Number, fiche.Title, fiche.Status().Text)
			}
			fiche.EachShown(func(f Field) {
				if err := f.Problem(); err != nil {
					t.Errorf("%s: %v", f.ID, err)
				}
			})
		}
	})
}

func TestTheDemonstrationsAreSpecimens(t *testing.T) {
	eachExample(t, func(t *testing.T, d *Dossier) {
		if !d.Specimen || !strings.HasPrefix(d.Reference, "SPÉCIMEN-") || !strings.HasPrefix(d.ID, "exemple-") {
			t.Errorf("specimen %v, reference %q, id %q", d.Specimen, d.Reference, d.ID)
		}
		people := []Identity{d.Signatories.Mayor, d.Signatories.Bank, d.Council.Chair, d.Council.Clerk, d.Steering.Referent,
			d.Group.President, {LastName: d.Expert.LastName}}
		if d.Signatories.Delegated == Yes {
			people = append(people, d.Signatories.Delegate)
		}
		for _, p := range people {
			if !strings.HasPrefix(p.LastName, "Exemple-") {
				t.Errorf("%s %s does not read as invented", p.FirstName, p.LastName)
			}
		}
	})
}

func TestTheDemonstrationsAreSavedWhole(t *testing.T) {
	eachExample(t, func(t *testing.T, d *Dossier) {
		saved, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		var read Dossier
		if err := json.Unmarshal(saved, &read); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(&read, d) {
			t.Error("what is read differs from what was saved")
		}
		again, _ := Example(strings.TrimPrefix(d.ID, "exemple-"))
		if !reflect.DeepEqual(again, d) {
			t.Error("made twice, it differs")
		}
	})
}

func TestTheRowsOfTheDemonstrationsHaveTheirOwnKeys(t *testing.T) {
	eachExample(t, func(t *testing.T, d *Dossier) {
		for _, fiche := range Fiches(Form(d)) {
			for _, f := range fiche.Fields {
				if f.rows == nil {
					continue
				}
				seen := map[string]bool{}
				for _, key := range f.rows.names() {
					if key == "" || seen[key] {
						t.Errorf("%s: key %q is empty or taken", f.ID, key)
					}
					seen[key] = true
				}
			}
		}
	})
}

// What a user types is read back as it was written: the typed answers of a demonstration are what the form would hold.
func TestTheDemonstrationsCouldHaveBeenTyped(t *testing.T) {
	eachExample(t, func(t *testing.T, d *Dossier) {
		for _, fiche := range Fiches(Form(d)) {
			fiche.EachShown(func(f Field) {
				if f.Kind == KindComputed || f.Kind == KindRows {
					return
				}
				if before, err := f.Text(), f.Set(f.Text()); err != nil || f.Text() != before {
					t.Errorf("%s: %q typed again gives %q, %v", f.ID, before, f.Text(), err)
				}
			})
		}
	})
}

func TestAnAnswerOtherThanTheDefaultIsNotByDefault(t *testing.T) {
	d, _ := Example("bastia")
	asked := Index(Form(d))
	if got := asked[&d.Cost.Salary].Origin(); got != OriginTyped {
		t.Errorf("a salary of one’s own: %s, want typed", got)
	}
	if got := asked[&d.Cost.Charges].Origin(); got != OriginDefault {
		t.Errorf("the usual contributions: %s, want default", got)
	}
	if got := asked[&d.Town.Name].Origin(); got != OriginReference {
		t.Errorf("the name of the commune: %s, want reference", got)
	}
}

func TestThereIsNoOtherDemonstration(t *testing.T) {
	if d, ok := Example("paris"); ok || d != nil {
		t.Errorf("got %v, %v", d, ok)
	}
}

// Each demonstration engages rules that another leaves alone: those whose every answer applies and is given.
func TestEachDemonstrationExercisesRulesOfItsOwn(t *testing.T) {
	engaged := map[string]map[string]bool{}
	for _, name := range ExampleNames() {
		d, _ := Example(name)
		asked := Index(Form(d))
		engaged[name] = map[string]bool{}
		for _, r := range Rules() {
			idle := slices.ContainsFunc(r.Reads(d), func(at any) bool { return !asked[at].Shown() || !asked[at].Answered() })
			engaged[name][r.ID] = !idle
		}
	}
	for one, rules := range engaged {
		for other, theirs := range engaged {
			own := 0
			for id, on := range rules {
				if on && !theirs[id] {
					own++
				}
			}
			if one != other && own == 0 {
				t.Errorf("%s engages no rule that %s leaves alone", one, other)
			}
		}
	}
}
