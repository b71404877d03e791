package storage

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestAProtectedBackupOpensOnAnotherComputerByItsPhrase(t *testing.T) {
	s := mustOpen(t, t.TempDir(), "")
	want := told(t, s, 2)
	if _, err := s.Protect(aPhrase); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "base.sauv")
	if err := s.Backup(file); err != nil {
		t.Fatal(err)
	}
	for _, there := range []string{"", "phrase de l’autre poste"} {
		dir := t.TempDir()
		other := mustOpen(t, dir, "")
		if there != "" {
			if _, err := other.Protect(there); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := other.RestoreBackup(file, "", nil); refusal(err) != KindLocked {
			t.Errorf("without a phrase: %v", err)
		}
		if _, err := other.RestoreBackup(file, "lilas", nil); refusal(err) != KindPhrase {
			t.Errorf("with another: %v", err)
		}
		if _, err := other.RestoreBackup(file, aPhrase, nil); err != nil {
			t.Fatal(err)
		}
		holds(t, other, want)
		other.Close()
		if found := inClear(t, dir); (len(found) > 0) != (there == "") {
			t.Errorf("in clear: %v", found)
		}
		holds(t, mustOpen(t, dir, there), want)
	}
}

func TestADamagedHeaderIsReplacedByItsCopyAndNeverByANewOne(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir, "")
	want := told(t, s, 1)
	if _, err := s.Protect(aPhrase); err != nil {
		t.Fatal(err)
	}
	s.Close()
	head := filepath.Join(dir, headName)
	good, err := os.ReadFile(head)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(good); i += 7 {
		bad := bytes.Clone(good)
		bad[i] ^= 1
		write(t, head, bad)
		// The last letter of a base64 text has bits that mean nothing.
		if h, err := readHeader(head); err != nil || h != nil && !reflect.DeepEqual(h.Keys, s.keys) {
			t.Fatalf("byte %d altered, and the header is read: %v", i, err)
		}
	}
	s = mustOpen(t, dir, aPhrase)
	holds(t, s, want)
	s.Close()
	if b, err := os.ReadFile(head); err != nil || !bytes.Equal(b, good) {
		t.Errorf("the header is not as it was: %v", err)
	}
	write(t, head, []byte("{"))
	write(t, filepath.Join(dir, headCopyName), nil)
	_, err = locked(t, dir, aPhrase)
	var e *Error
	if !errors.As(err, &e) || e.Kind != KindKey || !strings.Contains(e.Sentence(), "fichier de clé est abîmé") {
		t.Fatalf("got %v", err)
	}
	write(t, head, good)
	s = mustOpen(t, dir, aPhrase)
	holds(t, s, want)
	save(t, s, want["d0"])
	if err := errors.Join(s.BackUp(), s.Close(), os.Remove(head), os.Remove(filepath.Join(dir, headCopyName))); err != nil {
		t.Fatal(err)
	}
	if _, err := locked(t, dir, "lilas"); refusal(err) != KindPhrase {
		t.Errorf("with the key of a backup and a wrong phrase: %v", err)
	}
	holds(t, mustOpen(t, dir, aPhrase), want)
}

func TestAProtectedPortableFileNeedsItsPhraseAndReplacesOnlyOurs(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "riom.acv")
	d := dossier("a1", "2026-001", tell)
	for _, phrase := range []string{"", aPhrase, aPhrase, ""} {
		if err := writeSealed(path, d, phrase, quick); err != nil {
			t.Fatal(err)
		}
		if phrase == "" {
			continue
		}
		if found := inClear(t, dir); len(found) > 0 {
			t.Fatalf("in clear: %v", found)
		}
		if _, err := ReadFile(path); refusal(err) != KindLocked {
			t.Errorf("without a phrase: %v", err)
		}
		if _, err := ReadProtected(path, "lilas"); refusal(err) != KindPhrase {
			t.Errorf("with another: %v", err)
		}
		if got, err := ReadProtected(path, aPhrase); err != nil || !reflect.DeepEqual(got, d) {
			t.Errorf("got %+v, %v", got, err)
		}
	}
	if err := WriteProtected(path, d, aPhrase); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(path); err != nil || !bytes.Contains(b[:100], []byte(" 18\n")) {
		t.Errorf("not the work that a phrase is to cost: %q, %v", b[:100], err)
	}
	theirs := filepath.Join(dir, "secret.age")
	write(t, theirs, []byte(ageMark+"-> X25519 ..."))
	if err := WriteFile(theirs, d); refusal(err) != KindTaken {
		t.Errorf("over the file of another program: %v", err)
	}
}

func TestAProtectedBackupOfABaseInClearOpensByItsPhrase(t *testing.T) {
	s := mustOpen(t, t.TempDir(), "")
	want := told(t, s, 2)
	file := filepath.Join(t.TempDir(), "base.sauv")
	for range 2 {
		if err := s.BackupProtected(file, aPhrase, nil); err != nil {
			t.Fatal(err)
		}
	}
	if found := inClear(t, filepath.Dir(file)); len(found) > 0 {
		t.Errorf("in clear: %v", found)
	}
	other := mustOpen(t, t.TempDir(), "")
	for phrase, kind := range map[string]Kind{"": KindLocked, "lilas": KindPhrase} {
		if _, err := other.RestoreBackup(file, phrase, nil); refusal(err) != kind {
			t.Errorf("with %q: %v", phrase, err)
		}
	}
	if _, err := other.RestoreBackup(file, aPhrase, nil); err != nil {
		t.Fatal(err)
	}
	holds(t, other, want)
}
