package storage

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"appuitechnique/model"
)

const (
	aPhrase = "lilas vapeur carton douze"
	tell    = "Marguerite-Yourcenar"
)

// locked opens the base in dir with these words.
func locked(t *testing.T, dir, words string) (*Store, error) {
	t.Helper()
	s, err := Open(dir, Options{MinFree: 1, Phrase: words, cost: quick})
	if err == nil {
		t.Cleanup(func() { s.Close() })
	}
	return s, err
}

func mustOpen(t *testing.T, dir, words string) *Store {
	t.Helper()
	s, err := locked(t, dir, words)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// told returns n dossiers whose answers all hold words that nothing else on the disk does.
func told(t *testing.T, s *Store, n int) map[string]*model.Dossier {
	t.Helper()
	want := map[string]*model.Dossier{}
	for i := range n {
		d := dossier("d"+string(rune('0'+i)), "2026-00"+string(rune('1'+i)), tell)
		d.Project.Title = tell
		d.Project.Summary = strings.Repeat(tell+" ", 200)
		save(t, s, d)
		want[d.ID] = d
	}
	gone := dossier("gone", "2026-999", tell)
	if err := errors.Join(s.Save(gone), s.Delete("gone")); err != nil {
		t.Fatal(err)
	}
	return want
}

// inClear lists the files below dir that hold the words told.
func inClear(t *testing.T, dir string) []string {
	t.Helper()
	var found []string
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		b, err := os.ReadFile(path)
		for _, words := range []string{tell, strings.ToLower(tell), model.Fold(tell), "Yourcenar"} {
			if bytes.Contains(b, []byte(words)) || strings.Contains(e.Name(), words) {
				found = append(found, path)
				break
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// with puts beside the base what other parts of the program keep in its folder.
func withFiles(t *testing.T, s *Store) {
	t.Helper()
	piece := filepath.Join(s.dir, "pieces", "ab")
	if err := errors.Join(os.MkdirAll(piece, 0o700), os.MkdirAll(s.path("sauvegardes"), 0o700)); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(piece, "abcd"), bytes.Repeat([]byte(tell+"\n"), 9000))
	write(t, s.path(baseName)+".ecarte-1", []byte(tell))
	write(t, s.path(".ecriture-12"), []byte(tell))
	if err := s.Backup(filepath.Join(s.dir, "sauvegardes", "jour.sauv")); err != nil {
		t.Fatal(err)
	}
}

func TestAProtectedFolderHoldsNothingInClear(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir, "")
	want := told(t, s, 4)
	withFiles(t, s)
	if err := s.Delete("d3"); err != nil {
		t.Fatal(err)
	}
	if kept, err := s.RestoreBackup(filepath.Join(dir, "sauvegardes", "jour.sauv"), "", nil); err != nil || kept == "" {
		t.Fatal(kept, err)
	}
	if len(inClear(t, dir)) == 0 {
		t.Fatal("the search finds nothing, even in clear")
	}
	code, err := s.Protect(aPhrase)
	if err != nil || !s.Protected() {
		t.Fatal(err)
	}
	holds(t, s, want)
	save(t, s, want["d1"])
	outside := filepath.Join(t.TempDir(), "ailleurs.sauv")
	if err := s.Backup(outside); err != nil {
		t.Fatal(err)
	}
	s.log.Error("read", "err", (&Error{Kind: KindDamaged, Path: "d/d1"}).Error())
	for _, crash := range []bool{false, true} {
		if crash {
			s.lock.Close() // as a kill would leave it
		} else if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if found := append(inClear(t, dir), inClear(t, filepath.Dir(outside))...); len(found) > 0 {
			t.Fatalf("in clear: %v", found)
		}
		s = mustOpen(t, dir, map[bool]string{false: aPhrase, true: code}[crash])
		holds(t, s, want)
		if err := s.Delete("d2"); err != nil {
			t.Fatal(err)
		}
		if err := s.Restore("d2"); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Unprotect(aPhrase); err != nil || s.Protected() {
		t.Fatal(err)
	}
	holds(t, s, want)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(filepath.Join(dir, "pieces", "ab", "abcd")); err != nil || !bytes.Equal(b, bytes.Repeat([]byte(tell+"\n"), 9000)) {
		t.Errorf("the attachment is not as it was: %d bytes, %v", len(b), err)
	}
	s = mustOpen(t, dir, "")
	holds(t, s, want)
	if _, err := s.RestoreBackup(filepath.Join(dir, "sauvegardes", "jour.sauv"), "", nil); err != nil {
		t.Error(err)
	}
}

func TestAWrongPhraseSaysSoAndChangesNothing(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir, "")
	want := told(t, s, 1)
	if _, err := s.Protect("riom"); refusal(err) != KindWeak {
		t.Errorf("a weak phrase: %v", err)
	}
	if _, err := s.Protect(aPhrase); err != nil {
		t.Fatal(err)
	}
	if err := s.ChangePhrase("lilas", "une autre phrase longue"); refusal(err) != KindPhrase {
		t.Errorf("change with a wrong phrase: %v", err)
	}
	if err := s.Unprotect("lilas"); refusal(err) != KindPhrase {
		t.Errorf("stop with a wrong phrase: %v", err)
	}
	if _, err := s.RenewCode(""); refusal(err) != KindLocked {
		t.Errorf("a code without a phrase: %v", err)
	}
	s.Close()
	if _, err := locked(t, dir, ""); refusal(err) != KindLocked {
		t.Errorf("without a phrase: %v", err)
	}
	_, err := locked(t, dir, "lilas vapeur carton treize")
	var e *Error
	if !errors.As(err, &e) || e.Sentence() != "Phrase secrète incorrecte." {
		t.Errorf("got %v", err)
	}
	if e.Tries = 3; !strings.Contains(e.Sentence(), "feuille de secours") {
		t.Errorf("after three: %q", e.Sentence())
	}
	holds(t, mustOpen(t, dir, aPhrase), want)
}

func refusal(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return -1
}

func TestAnotherPhraseRewritesTheHeaderOnly(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir, "")
	want := told(t, s, 1)
	code, err := s.Protect(aPhrase)
	if err != nil {
		t.Fatal(err)
	}
	before := filepath.Join(t.TempDir(), "avant.sauv")
	if err := s.Backup(before); err != nil {
		t.Fatal(err)
	}
	was, err := os.ReadDir(s.path(journalName))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.ChangePhrase(aPhrase, "betterave océan sept images"); err != nil {
		t.Fatal(err)
	}
	if now, err := os.ReadDir(s.path(journalName)); err != nil || len(now) != len(was) {
		t.Errorf("journal: %v, %v", now, err)
	}
	s.Close()
	if _, err := locked(t, dir, aPhrase); refusal(err) != KindPhrase {
		t.Errorf("the former phrase: %v", err)
	}
	s = mustOpen(t, dir, "betterave océan sept images")
	holds(t, s, want)
	if _, err := s.RestoreBackup(before, "", nil); err != nil {
		t.Errorf("a backup under the same key: %v", err)
	}
	again, err := s.RenewCode("betterave océan sept images")
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	if _, err := locked(t, dir, code); refusal(err) != KindPhrase {
		t.Errorf("the former code: %v", err)
	}
	holds(t, mustOpen(t, dir, again), want)
}

// Every point at which a conversion may be stopped leaves a folder that opens, in clear before it was ready and sealed
// after.
func TestAConversionStoppedAnywhereLosesNothing(t *testing.T) {
	for n := -1; ; n++ {
		dir := fast(t)
		s := mustOpen(t, dir, "")
		want := told(t, s, 2)
		withFiles(t, s)
		keys, key, _, err := newKeyring(aPhrase, quick)
		if err != nil {
			t.Fatal(err)
		}
		to, err := newSecret(key)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.prepare(to, keys, nil); err != nil {
			t.Fatal(err)
		}
		s.lock.Close() // killed
		if n < 0 {
			if err := os.Remove(filepath.Join(dir, convertName, readyName)); err != nil {
				t.Fatal(err)
			}
			holds(t, mustOpen(t, dir, ""), want)
			if _, err := os.Stat(filepath.Join(dir, convertName)); err == nil {
				t.Error("the beginning of a conversion is still there")
			}
			continue
		}
		steps := conversionSteps(dir)
		if n > len(steps) {
			return
		}
		for _, step := range steps[:n] {
			if err := step(); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := locked(t, dir, ""); refusal(err) != KindLocked {
			t.Fatalf("after %d steps: %v", n, err)
		}
		s = mustOpen(t, dir, aPhrase)
		holds(t, s, want)
		s.Close()
		if found := inClear(t, dir); len(found) > 0 {
			t.Fatalf("after %d steps, in clear: %v", n, found)
		}
	}
}
