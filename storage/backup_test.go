package storage

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"appuitechnique/model"
)

func TestABackupBringsEverythingBackAndKeepsWhatWasThere(t *testing.T) {
	dir, elsewhere := t.TempDir(), t.TempDir()
	want := filled(t, dir, 3)
	s := openedStore(t, dir)
	file := filepath.Join(t.TempDir(), "sauvegarde du 12 mars.sauv")
	for range 2 { // the second replaces the first
		if err := s.Backup(file); err != nil {
			t.Fatal(err)
		}
	}
	other := openedStore(t, elsewhere)
	former := dossier("autre", "2025-001", "Thiers")
	former.ID = "former"
	save(t, other, former)
	kept, err := other.RestoreBackup(file, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	holds(t, other, want)
	want["d1"].Town.Name = "Issoire"
	save(t, other, want["d1"])
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	other = openedStore(t, elsewhere)
	holds(t, other, want)
	if other.Notice() != "" {
		t.Errorf("notice %q", other.Notice())
	}
	if j, err := openJournal(filepath.Join(kept, journalName)); err != nil || j.index["d/former"].size == 0 {
		t.Errorf("the former dossiers are not in %s: %v", kept, err)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(file), ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// A backup that is cut or altered anywhere is refused, and changes nothing.
func TestADamagedBackupChangesNothing(t *testing.T) {
	dir := fast(t)
	want := filled(t, dir, 2)
	s := openedStore(t, dir)
	file := filepath.Join(fast(t), "x.sauv")
	if err := s.Backup(file); err != nil {
		t.Fatal(err)
	}
	good, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	try := func(b []byte) {
		t.Helper()
		write(t, file, b)
		_, err := s.RestoreBackup(file, "", nil)
		var e *Error
		if !errors.As(err, &e) || e.Kind != KindAltered && e.Kind != KindNoBackup {
			t.Fatalf("got %v, want a refusal", err)
		}
	}
	for at := 0; at < len(good); at += 53 {
		try(good[:at])
		b := append([]byte(nil), good...)
		b[at] ^= 0x20
		try(b)
	}
	portable := filepath.Join(fast(t), "x.acv")
	if err := WriteFile(portable, &model.Dossier{ID: "a"}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.RestoreBackup(portable, "", nil); err == nil {
		t.Error("a portable file was taken for a backup")
	}
	holds(t, s, want)
}
