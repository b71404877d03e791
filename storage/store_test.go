package storage

import (
	"errors"
	"reflect"
	"testing"

	"appuitechnique/model"
)

func openedStore(t *testing.T, dir string) *Store {
	t.Helper()
	s, err := Open(dir, Options{MinFree: 1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func dossier(id, ref, town string) *model.Dossier {
	d := model.New(id, ref, "2026-03-12")
	d.Town.Name = town
	d.Project.Title = "Îlot du marché"
	return d
}

func save(t *testing.T, s *Store, d *model.Dossier) {
	t.Helper()
	if err := s.Save(d); err != nil {
		t.Fatal(err)
	}
	settled(s)
}

// settled waits for what follows a save.
func settled(s *Store) {
	s.hold()
	s.mu.Unlock()
}

// put writes a value below the doors of the store, as another program would have left it; the words are read meanwhile.
func put(t *testing.T, s *Store, key string, payload []byte) {
	t.Helper()
	s.hold()
	defer s.mu.Unlock()
	changes, err := s.sealed(key, payload)
	if err := errors.Join(err, s.apply(changes)); err != nil {
		t.Fatal(err)
	}
}

func TestADossierSavedIsThereAfterReopening(t *testing.T) {
	dir := t.TempDir()
	s := openedStore(t, dir)
	d := dossier("a1", s.NextReference(2026), "Riom")
	save(t, s, d)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = openedStore(t, dir)
	got, err := s.ByReference(" 2026-001 ")
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, d) {
		t.Errorf("got %+v, want %+v", got, d)
	}
	list, err := s.List()
	if err != nil || len(list) != 1 || list[0].Town != "Riom" || list[0].Title != "Îlot du marché" {
		t.Errorf("list: %+v, %v", list, err)
	}
	if got := s.NextReference(2026); got != "2026-002" {
		t.Errorf("next reference: got %s", got)
	}
	if got := s.NextReference(2027); got != "2027-001" {
		t.Errorf("next reference of another year: got %s", got)
	}
}

func TestADeletedDossierWaitsInTheTrash(t *testing.T) {
	dir := t.TempDir()
	s := openedStore(t, dir)
	d := dossier("a1", "2026-001", "Riom")
	save(t, s, d)
	if err := s.Delete("a1"); err != nil {
		t.Fatal(err)
	}
	d.Town.Name = "Riom (63)"
	save(t, s, d) // a late autosave does not bring it back
	s.Close()
	s = openedStore(t, dir)
	if list, _ := s.List(); len(list) != 0 {
		t.Errorf("list: %+v", list)
	}
	if _, err := s.ByReference("2026-001"); !errors.Is(err, ErrNotFound) {
		t.Errorf("by reference: %v", err)
	}
	if trash := s.Trash(); len(trash) != 1 || trash[0].Town != "Riom (63)" || trash[0].Deleted.IsZero() {
		t.Errorf("trash: %+v", trash)
	}
	if got := s.NextReference(2026); got != "2026-002" {
		t.Errorf("a trashed reference is not given again: got %s", got)
	}
	if err := s.Restore("a1"); err != nil {
		t.Fatal(err)
	}
	if got, err := s.ByReference("2026-001"); err != nil || got.Town.Name != "Riom (63)" {
		t.Errorf("restored: %+v, %v", got, err)
	}
	if err := s.Restore("a1"); !errors.Is(err, ErrNotFound) {
		t.Errorf("restored twice: %v", err)
	}
}

func TestFindIgnoresAccentsAndFollowsWhatIsSaved(t *testing.T) {
	s := openedStore(t, t.TempDir())
	d := dossier("a1", "2026-001", "Briançon")
	save(t, s, d)
	save(t, s, dossier("b2", "2026-002", "Riom"))
	find := func(words string) (ids string) {
		t.Helper()
		found, err := s.Find(words)
		if err != nil {
			t.Fatal(err)
		}
		for _, sm := range found {
			ids += sm.ID + " "
		}
		return ids
	}
	for words, want := range map[string]string{"": "b2 a1 ", "BRIANCON": "a1 ", "ilot 2026-002": "b2 ", "ilot thiers": ""} {
		if got := find(words); got != want {
			t.Errorf("%q finds %q, want %q", words, got, want)
		}
	}
	d.Town.Name = "Thiers"
	save(t, s, d)
	if got := find("ilot thiers"); got != "a1 " {
		t.Errorf("after another answer: %q", got)
	}
	if err := s.Delete("a1"); err != nil || find("thiers") != "" {
		t.Error("found in the trash", err)
	}
}
