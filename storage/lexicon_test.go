package storage

import (
	"fmt"
	"strings"
	"testing"

	"appuitechnique/model"
)

// read has every answer searched.
func read(t *testing.T, s *Store) {
	t.Helper()
	s.ReadWords(t.Context())
	if done, all := s.Searched(); done < all {
		t.Fatalf("%d dossiers of %d are searched", done, all)
	}
}

func TestFindLooksIntoEveryAnswer(t *testing.T) {
	dir := t.TempDir()
	s := openedStore(t, dir)
	d := dossier("a1", "2026-001", "Riom")
	d.Project.Summary = "Réhabiliter l’îlot « Xylœphone-du-bourg »\navec \"guillemette\"."
	d.Expert.LastName = "Quéméneur"
	d.Town.Kind = model.OwnerTown
	save(t, s, d)
	save(t, s, dossier("a2", "2026-002", "Riom"))
	expect := func(when, words string, ids ...string) {
		t.Helper()
		found, err := s.Find(words)
		got := []string{}
		for _, sm := range found {
			got = append(got, sm.ID)
		}
		if err != nil || fmt.Sprint(got) != fmt.Sprint(ids) {
			t.Errorf("%s: « %s »: %v, %v, want %v", when, words, got, err, ids)
		}
	}
	for _, when := range []string{"as it was saved", "opened again", "restored from the trash"} {
		read(t, s)
		expect(when, "QUEMENEUR", "a1")
		expect(when, "menEU xyloephone réhab", "a1")
		expect(when, "guillemette", "a1")
		expect(when, string(model.OwnerTown), []string{}...) // an option, which nobody typed
		expect(when, "lastName", []string{}...)
		switch when {
		case "as it was saved":
			s.Close()
			s = openedStore(t, dir)
		case "opened again":
			if err := s.Delete("a1"); err != nil {
				t.Fatal(err)
			}
			expect("in the trash", "quemeneur", []string{}...)
			if err := s.Restore("a1"); err != nil {
				t.Fatal(err)
			}
		}
	}
	d.Expert.LastName = "Le Goff"
	save(t, s, d)
	expect("saved again", "quemeneur", []string{}...)
	expect("saved again", "goff", "a1")
	forgotten(t, s, "quemeneur")
	_, err := s.ErasePerson("a1", model.Person{Last: "Le Goff", Words: []string{"Le Goff"}, Paths: []string{"/expert/lastName"}})
	if err != nil {
		t.Fatal(err)
	}
	read(t, s)
	expect("erased", "goff", []string{}...)
	forgotten(t, s, "goff")
	expect("erased", "xyloephone", "a1")
	if err := s.Delete("a1"); err != nil {
		t.Fatal(err)
	}
	if err := s.Erase("a1"); err != nil {
		t.Fatal(err)
	}
	forgotten(t, s, "xyloephone")
}

// forgotten looks for a word in all that the search keeps in memory.
func forgotten(t *testing.T, s *Store, word string) {
	t.Helper()
	s.hold()
	defer s.mu.Unlock()
	if all := strings.Join(s.words.list, " "); strings.Contains(all, word) {
		t.Errorf("« %s » is still in memory: %s", word, all)
	}
	for known := range s.words.rank {
		if strings.Contains(known, word) {
			t.Errorf("« %s » is still in memory", known)
		}
	}
}

func TestTypedTextTakesAnyBytes(t *testing.T) {
	for _, raw := range []string{"", "{", `{"`, `{"dossier`, `{"dossier":`, `{"dossier":{"reference":"a`, `[[[`, `{"dossier":{"reference":"\`,
		`{"dossier":{"reference":"x\u00e9y"},"z":[1,true,{"a":null}]}`, strings.Repeat("[", 1000), "}{]", `{1:2}`} {
		if got := typedText([]byte(raw)); strings.Contains(got, "z") || strings.Contains(raw, "u00e9") && got != "xéy\n" {
			t.Errorf("%s: %q", raw, got)
		}
	}
}
