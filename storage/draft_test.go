package storage

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"appuitechnique/model"
)

// acknowledged saves d and stops there: what follows a save is not made.
func acknowledged(t *testing.T, s *Store, d *model.Dossier) {
	t.Helper()
	raw, err := Encode(d)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.draft(d.ID, raw); err != nil {
		t.Fatal(err)
	}
}

func TestAStopRightAfterASaveLosesNeitherAnswersNorHistory(t *testing.T) {
	for _, secret := range []bool{false, true} {
		dir, o := fast(t), Options{MinFree: 1}
		s := openedStore(t, dir)
		s.SetAuthor(Author{Name: "Anne Roux", Workstation: "Poste 1"})
		d := dossier("a1", "2026-001", "Riom")
		save(t, s, d)
		if secret {
			o.Phrase = "quatre mots tirés au sort"
			if _, err := s.Protect(o.Phrase); err != nil {
				t.Fatal(err)
			}
		}
		s.Leave("a1")
		stopped := fast(t)
		s.hold()
		d.Town.Name = "Thiers"
		acknowledged(t, s, d)
		err := os.CopyFS(stopped, os.DirFS(dir))
		s.mu.Unlock()
		if err != nil {
			t.Fatal(err)
		}
		s.Close()
		s, err = Open(stopped, o)
		if err != nil {
			t.Fatal(err)
		}
		s.SetAuthor(Author{Name: "Jean Petit", Workstation: "Poste 2"})
		if got, err := s.Load("a1"); err != nil || !reflect.DeepEqual(got, d) {
			t.Errorf("%+v, %v", got, err)
		}
		all := history(t, s, "a1")
		if len(all) != 2 || all[0].Name != "" || all[0].Author.Name != "Anne Roux" {
			t.Errorf("history %+v", all[0])
		}
		if got, _, err := s.Undo("a1"); err != nil || got.Town.Name != "Riom" {
			t.Errorf("undone: %+v, %v", got, err)
		}
		if found, err := s.Find("thiers"); err != nil || len(found) != 0 {
			t.Errorf("found %v, %v", found, err)
		}
		s.Close()
		s, err = Open(stopped, o)
		if err != nil || s.Notice() != "" || s.live["a1"].Town != "Riom" {
			t.Errorf("afterwards: %v, %q, %+v", err, s.Notice(), s.live)
		}
		s.Close()
	}
}

func TestWhatCannotBeSettledIsKeptAndSaid(t *testing.T) {
	dir := t.TempDir()
	want := filled(t, dir, 2)
	s := openedStore(t, dir)
	save(t, s, want["d0"])
	s.hold()
	want["d1"].Town.Name = "Thiers"
	acknowledged(t, s, want["d1"])
	// The disk fails between the acknowledgement and what follows it.
	away := filepath.Join(dir, "ailleurs")
	if err := os.Rename(s.journal.dir, away); err != nil {
		t.Fatal(err)
	}
	s.journal.w.Close()
	s.mu.Unlock()
	if d, err := s.Load("d1"); err != nil || d.Town.Name != "Thiers" {
		t.Errorf("loaded %+v, %v", d, err)
	}
	if list, err := s.List(); err != nil || len(list) != 2 || !slices.ContainsFunc(list, func(sm Summary) bool { return sm.ID == "d1" && sm.Town == "Thiers" }) {
		t.Errorf("listed %+v, %v", list, err)
	}
	if err := s.Save(want["d0"]); err == nil {
		t.Error("more was saved")
	}
	if err := s.Delete("d0"); err == nil {
		t.Error("more was deleted")
	}
	if _, err := s.History("d1"); err == nil {
		t.Error("a history that is not up to date was shown")
	}
	s.Close()
	remove(t, s.journal.dir)
	if err := os.Rename(away, s.journal.dir); err != nil {
		t.Fatal(err)
	}
	s = openedStore(t, dir)
	holds(t, s, want)
	if n := len(history(t, s, "d1")); n != 3 {
		t.Errorf("%d revisions", n)
	}
}
