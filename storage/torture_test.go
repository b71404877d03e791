package storage

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"appuitechnique/model"
)

// long multiplies what is worth doing more often than on every day: « make torture » sets it.
const longEnv = "STORAGE_TORTURE"

// times is how often to do what a day's test does short times, and the torture long times.
func times(short, long int) int {
	if os.Getenv(longEnv) != "" {
		return long
	}
	return short
}

// seeded prints the seed of a test, which the same variable gives again.
func seeded(t *testing.T) *rand.Rand {
	t.Helper()
	seed := rand.Uint64()
	if given, err := strconv.ParseUint(os.Getenv("STORAGE_SEED"), 10, 64); err == nil {
		seed = given
	}
	t.Logf("STORAGE_SEED=%d", seed)
	return rand.New(rand.NewPCG(seed, 0))
}

// fast is a folder in memory where there is one: what is tested there is not the disk.
func fast(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "appui-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// lived makes a data folder that has lived: a condensed journal, a backup, changes after it, one dossier in the trash.
func lived(t *testing.T, dir string) map[string]*model.Dossier {
	t.Helper()
	want := filled(t, dir, 6)
	s := openedStore(t, dir)
	if err := s.journal.condense(); err != nil {
		t.Fatal(err)
	}
	for i, id := range []string{"d0", "d1", "d2", "d3"} {
		if i == 2 {
			backUp(t, s)
		}
		want[id].Project.Summary = strings.Repeat("études préalables ", 20+i)
		save(t, s, want[id])
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return want
}

// What may be said of a folder that was damaged while it was closed.
const (
	sayLost = "vérifiez vos dernières réponses"
	sayGone = "n’ont pas pu"
)

func TestDamageAnywhereIsHarmlessRepairedOrSaid(t *testing.T) {
	r := seeded(t)
	clean := filepath.Join(fast(t), "modèle")
	want := lived(t, clean)
	count := map[string]int{}
	trials := 500
	if raced {
		trials = 60 // « make test » takes them all without the race detector
	}
	for range trials {
		dir := filepath.Join(filepath.Dir(clean), "essai")
		if err := os.CopyFS(dir, os.DirFS(clean)); err != nil {
			t.Fatal(err)
		}
		stopped := r.IntN(2) == 0
		if stopped {
			remove(t, filepath.Join(dir, markName))
		}
		what := fmt.Sprintf("%s, stopped %v", damaged(t, r, dir), stopped)
		count[outcome(t, dir, what, stopped, want)]++
		remove(t, dir)
	}
	t.Logf("%d trials: %v", trials, count)
	if count["whole"] == 0 || count["repaired"] == 0 {
		t.Error("the damage did nothing")
	}
}

// damaged flips, cuts, empties, zeroes or removes one file of a data folder, and says what it did.
func damaged(t *testing.T, r *rand.Rand, dir string) string {
	t.Helper()
	var files []string
	if err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if i, e2 := e.Info(); err == nil && e2 == nil && e.Type().IsRegular() && i.Size() > 0 {
			files = append(files, path)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	path := files[r.IntN(len(files))]
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	at := r.IntN(min(len(b), 64<<10)) // beyond, the logs of Badger are but zeroes
	what := fmt.Sprintf("%s at %d", filepath.Base(path), at)
	switch r.IntN(10) {
	case 0:
		remove(t, path)
		return "removed " + what
	case 1:
		write(t, path, nil)
		return "emptied " + what
	case 2:
		write(t, path, make([]byte, len(b)))
		return "zeroed " + what
	case 3, 4:
		write(t, path, b[:at])
		return "cut " + what
	}
	b[at] ^= 1 << r.IntN(8)
	write(t, path, b)
	return "flipped " + what
}

// outcome opens a damaged folder and holds it to the promise: all is there, or the person is told, or it is refused with the
// right sentence; and what is there was once saved.
func outcome(t *testing.T, dir, what string, stopped bool, want map[string]*model.Dossier) string {
	t.Helper()
	s, err := Open(dir, Options{MinFree: 1})
	if err != nil {
		var e *Error
		if !stopped || !errors.As(err, &e) || e.Kind != KindDamaged {
			t.Fatalf("%s: refused: %v", what, err)
		}
		return "refused"
	}
	defer s.Close()
	list, err := s.List()
	if err != nil || len(list) == 0 {
		t.Fatalf("%s: list of %d, %v", what, len(list), err)
	}
	missing := len(want) - len(list)
	for _, sm := range list {
		d, err := s.Load(sm.ID)
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if !reflect.DeepEqual(d, want[sm.ID]) {
			missing++
			if d.Town.Name != "Riom" {
				t.Fatalf("%s: %s holds what was never saved: %+v", what, sm.ID, d)
			}
		}
	}
	if len(s.Trash()) != 1 {
		missing++
	}
	told := strings.Contains(s.Notice(), sayLost) || strings.Contains(s.Notice(), sayGone)
	switch {
	case missing > 0 && !told:
		t.Fatalf("%s: %d lost without a word; notice %q", what, missing, s.Notice())
	case missing > 0 && !stopped:
		t.Fatalf("%s: %d lost though all was closed well; notice %q", what, missing, s.Notice())
	case missing > 0:
		return "lost and said"
	case told:
		return "whole, to be checked"
	case s.Notice() == "" || stopped && strings.Contains(s.Notice(), "Tout est là"):
		return "whole"
	}
	return "repaired"
}

// Names with accents and of 250 bytes, and a clock gone back, change nothing.
func TestLongNamesAndAClockGoneBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), strings.Repeat("é", 125))
	now := time.Date(2026, 3, 12, 9, 0, 0, 0, time.Local)
	s := clocked(t, dir, &now)
	d := dossier("a1", "2026-001", strings.Repeat("Œ", 250))
	for range 3 {
		now = now.AddDate(-1, 0, 0)
		d.Project.Title += "."
		save(t, s, d)
		backUp(t, s)
	}
	s.Close()
	s = clocked(t, dir, &now)
	if got, err := s.Load("a1"); err != nil || !reflect.DeepEqual(got, d) || s.Notice() != "" {
		t.Errorf("%+v, %v, %q", got, err, s.Notice())
	}
	if all, err := s.Backups(); err != nil || len(all) != 3 || all[0].Seq != s.journal.seq {
		t.Errorf("%+v, %v", all, err)
	}
}
