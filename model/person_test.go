package model

import (
	"slices"
	"strings"
	"testing"
)

// The answers to erase are answers that are asked: a name that changes in the dossier changes here.
func TestEveryAnswerOfAPersonIsAsked(t *testing.T) {
	d := New("x", "2026-001", "2026-03-12")
	d.Expert.LastName = "Lefèvre"
	d.Contacts.People = []*Contact{{Row: Row{Key: "k"}, FirstName: "Léa", LastName: "Roux", Email: "lea@riom.example"}, {Row: Row{Key: "q"}}}
	asked := map[string]bool{}
	for _, f := range Fiches(Form(d)) {
		f.Each(func(q Field) { asked[q.ID] = true })
	}
	people := People(d)
	if len(people) != 2 || people[0].Role != "Expert" || people[1].Name != "Léa Roux" {
		t.Fatalf("%+v", people)
	}
	for _, p := range people {
		for _, path := range p.Paths {
			id := strings.ReplaceAll(strings.ReplaceAll(path[1:], "/[", "["), "/", ".")
			if !asked[id] {
				t.Errorf("%s is asked nowhere", id)
			}
		}
	}
	for _, words := range []string{"Léa Roux", "Roux Léa", "Mme Roux", "lea@riom.example"} {
		if !slices.Contains(people[1].Words, words) {
			t.Errorf("%q is not looked for", words)
		}
	}
	if slices.Contains(people[1].Words, "Roux") || slices.Contains(people[0].Words, "Lefèvre") {
		t.Error("a last name alone may be somebody else's")
	}
}
