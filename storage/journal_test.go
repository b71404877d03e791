package storage

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every cut of a journal gives a state that once was acknowledged, and every flip either that or a gap that is noticed.
func TestNoCutOrFlipOfAJournalInventsAnything(t *testing.T) {
	dir := t.TempDir()
	filled(t, dir, 2)
	path := first(t, dir, "journal/*.jrn")
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	j, err := openJournal(filepath.Dir(path))
	if err != nil || !j.whole || j.seq != 12 {
		t.Fatalf("%+v, %v", j, err)
	}
	read := func(b []byte) *journal {
		write(t, path, b)
		j, err := openJournal(filepath.Dir(path))
		if err != nil {
			t.Fatal(err)
		}
		err = j.each(func(key string, value []byte) error {
			if key == madeKey {
				return nil
			}
			_, err := unseal(nil, key, value)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return j
	}
	for n := 0; n < len(good); n += 97 {
		if j := read(good[:n]); !j.whole {
			t.Fatalf("cut at %d: a gap", n)
		}
	}
	for n := 0; n < len(good); n += 97 {
		b := bytes.Clone(good)
		b[n] ^= 0x04
		if j := read(b); j.whole && j.seq == 12 {
			t.Fatalf("flip at %d: unseen", n)
		}
	}
}

func TestALongJournalIsCondensed(t *testing.T) {
	dir := t.TempDir()
	want := filled(t, dir, 3)
	for i := range maxFiles + 2 { // one file a session
		s := openedStore(t, dir)
		want["d1"].Project.Title = fmt.Sprintf("titre %d", i)
		save(t, s, want["d1"])
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	s := openedStore(t, dir)
	holds(t, s, want)
	if s.journal.files > maxFiles {
		t.Errorf("%d files", s.journal.files)
	}
	save(t, s, want["d0"])
	s.Close()
	remove(t, filepath.Join(dir, markName))
	s = openedStore(t, dir)
	holds(t, s, want)
	s.Close()

	state := first(t, dir, "journal/*"+stateExt)
	flip(t, state, 300)
	s = openedStore(t, dir)
	if !strings.Contains(s.Notice(), "rien n’a été perdu") {
		t.Errorf("notice %q", s.Notice())
	}
	holds(t, s, want)
}

func TestAFailedFlushIsNotAcknowledgedAndTheNextSaveIs(t *testing.T) {
	dir := t.TempDir()
	want := filled(t, dir, 3)
	s := openedStore(t, dir)
	save(t, s, want["d0"])
	s.journal.w.Close() // every write fails from now on
	d := *want["d1"]
	d.Town.Name = "perdue"
	if err := s.Save(&d); err == nil {
		t.Fatal("acknowledged")
	}
	holds(t, s, want)
	want["d1"].Town.Name = "Thiers"
	save(t, s, want["d1"])
	s.Close()
	remove(t, filepath.Join(dir, markName))
	holds(t, openedStore(t, dir), want)
}
