package storage

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// quickly opens a store by its digest, however small it is.
func quickly(t *testing.T, dir string) *Store {
	t.Helper()
	s, err := Open(dir, Options{MinFree: 1, quick: 1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestALargeFolderOpensByItsDigestAndIsVerifiedLater(t *testing.T) {
	dir := t.TempDir()
	want := lived(t, dir)
	s := quickly(t, dir)
	if s.resting {
		t.Error("opened by a digest that nobody left")
	}
	s.Close()
	for i := range 3 { // read only, then saved, then read again
		s = quickly(t, dir)
		if !s.resting || s.Notice() != "" {
			t.Fatalf("%d: not opened by the digest; notice %q", i, s.Notice())
		}
		holds(t, s, want)
		if i == 1 {
			want["d4"].Town.Name = "Thiers"
			save(t, s, want["d4"])
			if s.resting {
				t.Error("the base rests after a save")
			}
			if _, err := os.Stat(s.path(digestName)); err == nil {
				t.Error("the digest outlives a save")
			}
			holds(t, s, want)
		}
		if words, err := s.Verify(); words != "" || err != nil {
			t.Errorf("%d: %q, %v", i, words, err)
		}
		s.Close()
	}
	// A stop after a save: the digest is no more.
	s = quickly(t, dir)
	want["d5"].Town.Name = "Issoire"
	save(t, s, want["d5"])
	s.abandon()
	s = quickly(t, dir)
	if s.resting || !strings.Contains(s.Notice(), "Tout est là") {
		t.Errorf("after a stop: resting %v, notice %q", s.resting, s.Notice())
	}
	holds(t, s, want)
}

func TestVerifyRepairsWhatWasTakenOnTrust(t *testing.T) {
	for _, saved := range []bool{false, true} {
		for _, file := range []string{"journal/*.jrn", "journal/*.etat"} {
			dir := fast(t)
			want := lived(t, dir)
			quickly(t, dir).Close()
			flip(t, first(t, dir, file), 400)
			s := quickly(t, dir)
			if !s.resting {
				t.Fatal("not opened by the digest")
			}
			if saved {
				want["d4"].Town.Name = "Thiers"
				save(t, s, want["d4"])
			}
			if words, err := s.Verify(); err != nil || !strings.Contains(words, "rien n’a été perdu") {
				t.Errorf("%s, saved %v: %q, %v", file, saved, words, err)
			}
			holds(t, s, want)
			want["d3"].Town.Name = "Issoire"
			save(t, s, want["d3"])
			s.Close()
			s = openedStore(t, dir)
			if s.Notice() != "" {
				t.Errorf("afterwards: %q", s.Notice())
			}
			holds(t, s, want)
			s.Close()
		}
	}
}

func TestADamagedDigestOrFileIsNotTrusted(t *testing.T) {
	for _, name := range []string{digestName, markName, filepath.Join(journalName, seenName), "base/*.sst", "journal/*.jrn"} {
		dir := fast(t)
		want := lived(t, dir)
		quickly(t, dir).Close()
		path := first(t, dir, name)
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		write(t, path, b[:len(b)/2])
		s := quickly(t, dir)
		if s.resting && name != filepath.Join(journalName, seenName) {
			t.Errorf("%s: opened by the digest", name)
		}
		holds(t, s, want)
		s.Close()
	}
}
