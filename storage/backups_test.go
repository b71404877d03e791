package storage

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// clocked opens a store whose clock is *now.
func clocked(t *testing.T, dir string, now *time.Time) *Store {
	t.Helper()
	s, err := Open(dir, Options{MinFree: 1, Now: func() time.Time { return *now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func backUp(t *testing.T, s *Store) {
	t.Helper()
	if err := s.BackUp(); err != nil {
		t.Fatal(err)
	}
}

func TestABackupIsDueOnTheFirstChangeOfADay(t *testing.T) {
	now := time.Date(2026, 3, 12, 9, 0, 0, 0, time.Local)
	dir := t.TempDir()
	s := clocked(t, dir, &now)
	due := func(when string, want bool) {
		t.Helper()
		if s.BackupDue() != want {
			t.Errorf("%s: due is %v", when, !want)
		}
	}
	due("nothing to keep", false)
	d := dossier("a1", "2026-001", "Riom")
	save(t, s, d)
	due("a first dossier", true)
	backUp(t, s)
	due("just backed up", false)
	save(t, s, d)
	due("changed the same day", false)
	s.grown = backupEvery
	due("much was written", true)
	s.grown = 0
	now = now.AddDate(0, 0, 1)
	due("changed the day before", true)
	s.Close()
	s = clocked(t, dir, &now)
	due("the same after reopening", true)
	backUp(t, s)
	now = now.AddDate(0, 0, 1)
	due("nothing changed since", false)
	now = now.AddDate(0, 0, -9) // a clock gone back
	save(t, s, d)
	due("changed, by a clock gone back", true)
	backUp(t, s)
	all, err := s.Backups()
	if err != nil || len(all) != 3 || all[0].Seq != s.journal.seq || s.BackupState().Last != all[0] {
		t.Errorf("%+v, %v", all, err)
	}
	for _, b := range all {
		if c, err := s.ReadBackup(b.Path, "", nil); err != nil || c.Dossiers != 1 || c.Seq != b.Seq || !c.Made.Equal(b.Made) {
			t.Errorf("%+v, %v", c, err)
		}
	}
}

func TestTheBackupsKeptAreSevenDaysFourWeeksTwelveMonths(t *testing.T) {
	var all []BackupFile
	start := time.Date(2026, 11, 23, 8, 0, 0, 0, time.Local) // a Monday
	for day := range 800 {
		for hour := range 2 {
			n := uint64(2000 - 2*day - hour)
			all = append(all, BackupFile{Path: fmt.Sprint(n), Made: start.AddDate(0, 0, -day).Add(-time.Duration(hour) * time.Hour), Seq: n})
		}
	}
	gone := map[string]bool{}
	for _, b := range surplus(all) {
		gone[b.Path] = true
	}
	var kept []string
	for _, b := range all {
		if !gone[b.Path] {
			kept = append(kept, b.Made.Format("02/01/06 15h"))
		}
	}
	const want = "23/11/26 08h, 23/11/26 07h, 22/11/26 08h, 21/11/26 08h, 20/11/26 08h, 19/11/26 08h, 18/11/26 08h, 17/11/26 08h, " +
		"15/11/26 08h, 08/11/26 08h, 31/10/26 08h, 30/09/26 08h, 31/08/26 08h, 31/07/26 08h, 30/06/26 08h, 31/05/26 08h, " +
		"30/04/26 08h, 31/03/26 08h, 28/02/26 08h, 31/01/26 08h, 31/12/25 08h"
	if got := strings.Join(kept, ", "); got != want {
		t.Errorf("kept %s\nwant %s", got, want)
	}
	if again := surplus(all[:3]); len(again) != 0 {
		t.Errorf("three backups, and %d dropped", len(again))
	}
}

func TestNothingIsDroppedWhenDossiersAreMissing(t *testing.T) {
	now := time.Date(2026, 3, 12, 9, 0, 0, 0, time.Local)
	s := clocked(t, t.TempDir(), &now)
	for i := range 6 {
		save(t, s, dossier(fmt.Sprint("d", i), fmt.Sprintf("2026-%03d", i), "Riom"))
		now = now.Add(time.Minute)
		backUp(t, s)
	}
	count := func() int {
		all, err := s.Backups()
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	if count() != 3 {
		t.Fatalf("%d backups of one day are kept", count())
	}
	// One erased on purpose is counted, and misses nobody.
	if err := s.Delete("d0"); err != nil {
		t.Fatal(err)
	}
	s.hold()
	err := s.apply([]change{{key: "d/d0"}, {key: "c/d0"}})
	delete(s.trash, "d0")
	s.mu.Unlock()
	if err != nil {
		t.Fatal(err)
	}
	now = now.Add(time.Minute)
	backUp(t, s)
	if count() != 3 || s.purged != 1 {
		t.Fatalf("%d backups, %d erased", count(), s.purged)
	}
	// Two that vanish, as by a fault, stop the rotation.
	s.hold()
	for _, key := range []string{"d/d1", "s/d1", "d/d2", "s/d2"} {
		delete(s.journal.index, key)
	}
	delete(s.live, "d1")
	delete(s.live, "d2")
	s.mu.Unlock()
	save(t, s, dossier("d9", "2026-009", "Thiers"))
	now = now.Add(time.Minute)
	var e *Error
	if err := s.BackUp(); !errors.As(err, &e) || e.Kind != KindFewer {
		t.Errorf("got %v, want fewer dossiers", err)
	}
	if count() != 4 {
		t.Errorf("%d backups are left, want all four", count())
	}
}

func TestTheSecondPlaceGetsTheBackupsAndNeverBlocks(t *testing.T) {
	now := time.Date(2026, 3, 12, 9, 0, 0, 0, time.Local)
	dir, key := t.TempDir(), filepath.Join(t.TempDir(), "clé USB")
	s := clocked(t, dir, &now)
	var e *Error
	if err := s.SetElsewhere(key); !errors.As(err, &e) || e.Kind != KindPath {
		t.Errorf("a key that is not there: %v", err)
	}
	if err := s.SetElsewhere(s.path(journalName)); !errors.As(err, &e) || e.Kind != KindSamePlace {
		t.Errorf("the data folder itself: %v", err)
	}
	if err := os.Mkdir(key, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := s.SetElsewhere(key); err != nil {
		t.Fatal(err)
	}
	save(t, s, dossier("a1", "2026-001", "Riom"))
	backUp(t, s)
	if state := s.BackupState(); !state.Copied || state.Err != nil || state.Elsewhere != key {
		t.Errorf("%+v", state)
	}
	copied := first(t, key, elsewhereFolder+"/*")
	if c, err := s.ReadBackup(copied, "", nil); err != nil || c.Dossiers != 1 {
		t.Errorf("%+v, %v", c, err)
	}

	away := key + " en poche"
	if err := os.Rename(key, away); err != nil {
		t.Fatal(err)
	}
	now = now.AddDate(0, 0, 1)
	save(t, s, dossier("a1", "2026-001", "Thiers"))
	backUp(t, s)
	if state := s.BackupState(); state.Copied || !errors.As(state.Err, &e) || e.Kind != KindElsewhere {
		t.Errorf("the key is away: %+v", state)
	}
	s.Close()
	s = clocked(t, dir, &now)
	if state := s.BackupState(); state.Copied || state.Elsewhere != key {
		t.Errorf("after reopening: %+v", state)
	}
	if err := os.Rename(away, key); err != nil {
		t.Fatal(err)
	}
	backUp(t, s) // nothing changed, yet the copy is made up for
	if state := s.BackupState(); !state.Copied || state.Err != nil {
		t.Errorf("the key is back: %+v", state)
	}
	if all, err := listBackups(filepath.Join(key, elsewhereFolder)); err != nil || len(all) != 2 {
		t.Errorf("%+v, %v", all, err)
	}
}

func TestWhatChangedIsBackedUpBeforeAnImportAndARestoration(t *testing.T) {
	now := time.Date(2026, 3, 12, 9, 0, 0, 0, time.Local)
	dir := t.TempDir()
	s := clocked(t, dir, &now)
	save(t, s, dossier("a1", "2026-001", "Riom"))
	if _, err := s.Import(dossier("b2", "", "Grasse")); err != nil {
		t.Fatal(err)
	}
	all, err := s.Backups()
	if err != nil || len(all) != 1 {
		t.Fatalf("before an import: %+v, %v", all, err)
	}
	if c, err := s.ReadBackup(all[0].Path, "", nil); err != nil || c.Dossiers != 1 {
		t.Errorf("%+v, %v", c, err)
	}
	now = now.Add(time.Hour)
	kept, err := s.RestoreBackup(all[0].Path, "", nil)
	if err != nil || filepath.Base(kept) != "ancien-2026-03-12" {
		t.Fatalf("%s, %v", kept, err)
	}
	if all, err = s.Backups(); err != nil || len(all) != 2 {
		t.Fatalf("before a restoration: %+v, %v", all, err)
	}
	if c, err := s.ReadBackup(all[0].Path, "", nil); err != nil || c.Dossiers != 2 {
		t.Errorf("%+v, %v", c, err)
	}
	if list, err := s.List(); err != nil || len(list) != 1 {
		t.Errorf("%+v, %v", list, err)
	}
	// What a restoration takes away is no accident.
	now = now.Add(time.Hour)
	backUp(t, s)
	former := clocked(t, kept, &now)
	if list, err := former.List(); err != nil || len(list) != 2 {
		t.Errorf("the former folder: %+v, %v", list, err)
	}
}

func TestSavingGoesOnDuringABackup(t *testing.T) {
	s := openedStore(t, t.TempDir())
	save(t, s, dossier("a1", "2026-001", "Riom"))
	s.keeping.Lock()
	st, err := s.still()
	s.keeping.Unlock()
	if err != nil {
		t.Fatal(err)
	}
	save(t, s, dossier("a1", "2026-001", "Thiers"))
	save(t, s, dossier("b2", "2026-002", "Grasse"))
	path := filepath.Join(t.TempDir(), "x.sauv")
	if err := s.writeBackup(path, "", st, nil); err != nil {
		t.Fatal(err)
	}
	if c, err := s.ReadBackup(path, "", nil); err != nil || c.Dossiers != 1 {
		t.Errorf("%+v, %v", c, err)
	}
	other := openedStore(t, t.TempDir())
	if _, err := other.RestoreBackup(path, "", nil); err != nil {
		t.Fatal(err)
	}
	if d, err := other.Load("a1"); err != nil || d.Town.Name != "Riom" {
		t.Errorf("%+v, %v", d, err)
	}
}

func TestAHeavyJournalIsCondensedBehindABackup(t *testing.T) {
	s := openedStore(t, t.TempDir())
	d := dossier("a1", "2026-001", "Riom")
	noise := rand.New(rand.NewPCG(1, 2)) // what cannot be deflated
	for s.journal.bytes <= condenseMin {
		text := make([]rune, 200_000)
		for i := range text {
			text[i] = rune(0x4e00 + noise.IntN(5000))
		}
		put(t, s, "m/essai", []byte(string(text)))
	}
	save(t, s, d)
	backUp(t, s)
	if s.journal.bytes > condenseMin/2 {
		t.Errorf("%d bytes of journal", s.journal.bytes)
	}
	if got, err := s.Load("a1"); err != nil || !reflect.DeepEqual(got, d) {
		t.Errorf("%+v, %v", got, err)
	}
}

// The backup made before a restoration pushes out the oldest of the day: not the one that is being restored.
func TestTheBackupBeingRestoredIsNotRotatedAway(t *testing.T) {
	now := time.Date(2026, 3, 12, 9, 0, 0, 0, time.Local)
	s := clocked(t, t.TempDir(), &now)
	d := dossier("a1", "2026-001", "Riom")
	for _, title := range []string{"un", "deux", "trois"} {
		d.Project.Title = title
		save(t, s, d)
		backUp(t, s)
		now = now.Add(time.Minute)
	}
	all, err := s.Backups()
	if err != nil || len(all) != 3 {
		t.Fatalf("%d backups, %v", len(all), err)
	}
	d.Project.Title = "quatre"
	save(t, s, d)
	if _, err := s.RestoreBackup(all[2].Path, "", nil); err != nil {
		t.Fatal(err)
	}
	if back, err := s.Load("a1"); err != nil || back.Project.Title != "un" {
		t.Errorf("%+v, %v", back, err)
	}
}

// TestAWatchedBackupStopsWithoutALeftover stops one while it is written and while it is read again, then lets it go.
func TestAWatchedBackupStopsWithoutALeftover(t *testing.T) {
	s := openedStore(t, t.TempDir())
	for n := range 20 {
		save(t, s, dossier(fmt.Sprint("d", n), fmt.Sprintf("2026-%03d", n), "Riom"))
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "tout"+BackupExtension)
	for _, tenth := range []int64{2, 7} {
		err := s.BackupProtected(path, "", func(done, all int64) error {
			if 10*done >= tenth*all {
				return context.Canceled
			}
			return nil
		})
		if left, _ := os.ReadDir(dir); !errors.Is(err, context.Canceled) || len(left) > 0 {
			t.Errorf("stopped at %d tenths: %v, and %d files are left", tenth, err, len(left))
		}
	}
	var last, whole int64
	err := s.BackupProtected(path, "", func(done, all int64) error {
		if whole == 0 {
			whole = all
		}
		if done*whole < last*all { // the two halves are not counted in the same unit
			t.Errorf("%d of %d comes after %d of %d", done, all, last, whole)
		}
		last, whole = done, all
		return nil
	})
	if err != nil || last != whole {
		t.Errorf("left alone: %v, at %d of %d", err, last, whole)
	}
}

// TestARestorationIsWatchedAndStopsBeforeAnythingChanges stops one at each quarter of its reading, then lets it go.
func TestARestorationIsWatchedAndStopsBeforeAnythingChanges(t *testing.T) {
	s, path := openedStore(t, t.TempDir()), filepath.Join(t.TempDir(), "tout"+BackupExtension)
	save(t, s, dossier("a1", "2026-001", "Riom"))
	if err := s.Backup(path); err != nil {
		t.Fatal(err)
	}
	save(t, s, dossier("b2", "2026-002", "Vienne"))
	stopAt := func(quarter int64) Watch {
		return func(done, all int64) error {
			if done > all {
				t.Errorf("%d bytes of %d are read", done, all)
			}
			if 4*done >= quarter*all {
				return context.Canceled
			}
			return nil
		}
	}
	if _, err := s.ReadBackup(path, "", stopAt(4)); !errors.Is(err, context.Canceled) {
		t.Errorf("reading was not stopped: %v", err)
	}
	for quarter := range int64(4) {
		if _, err := s.RestoreBackup(path, "", stopAt(quarter+1)); !errors.Is(err, context.Canceled) {
			t.Errorf("quarter %d: not stopped: %v", quarter, err)
		}
		if all, err := s.List(); err != nil || len(all) != 2 {
			t.Fatalf("quarter %d: the base holds %v, %v", quarter, all, err)
		}
	}
	if _, err := s.RestoreBackup(path, "", stopAt(5)); err != nil {
		t.Fatal(err)
	}
	if all, err := s.List(); err != nil || len(all) != 1 {
		t.Errorf("the base holds %v, %v", all, err)
	}
}
