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
	for range times(60, 500) {
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
	t.Logf("%d trials: %v", times(60, 500), count)
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

// The damages of the storage decision (§3.3), each after a clean close and after a sudden stop.
func TestTheDamageMatrix(t *testing.T) {
	clean := filepath.Join(fast(t), "modèle")
	want := lived(t, clean)
	bytesOf := func(t *testing.T, path string) []byte {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	change := func(pattern string, to func([]byte) []byte) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			path := first(t, dir, pattern)
			write(t, path, to(bytesOf(t, path)))
		}
	}
	drop := func(pattern string) func(*testing.T, string) {
		return func(t *testing.T, dir string) { remove(t, first(t, dir, pattern)) }
	}
	add := func(name string, b []byte) func(*testing.T, string) {
		return func(t *testing.T, dir string) { write(t, filepath.Join(dir, "base", name), b) }
	}
	half := func(b []byte) []byte { return b[:len(b)/2] }
	none := func([]byte) []byte { return nil }
	zero := func(b []byte) []byte { return make([]byte, len(b)) }
	foot := func(b []byte) []byte { b[len(b)-3] ^= 0xff; return b }
	for name, damage := range map[string]func(*testing.T, string){
		"MANIFEST deleted": drop("base/MANIFEST"), "MANIFEST empty": change("base/MANIFEST", none),
		"MANIFEST half": change("base/MANIFEST", half), "MANIFEST bytes": change("base/MANIFEST", foot),
		"table deleted": drop("base/*.sst"), "table empty": change("base/*.sst", none), "table cut": change("base/*.sst", half),
		"table zeroed": change("base/*.sst", zero), "table footer": change("base/*.sst", foot),
		"value log deleted": drop("base/*.vlog"), "value log cut": change("base/*.vlog", half),
		"DISCARD deleted": drop("base/DISCARD"), "DISCARD zeroed": change("base/DISCARD", zero),
		"stale LOCK": add("LOCK", []byte("1")), "desktop.ini": add("desktop.ini", []byte("[x]")),
		"conflict copy": add("00001-PC-MARIE.mem", []byte("x")), "empty .mem": add("00009.mem", nil),
		"base and no journal": drop(journalName), "no base": drop(baseName),
		"conflict copy of a segment": func(t *testing.T, dir string) {
			path := first(t, dir, "journal/*.jrn")
			write(t, strings.TrimSuffix(path, changesExt)+"-PC-MARIE"+changesExt, bytesOf(t, path))
		},
		"journal segment deleted": drop("journal/*.jrn"), "state deleted": drop("journal/*.etat"),
		"state zeroed": change("journal/*.etat", zero), "header deleted": drop(headName), "header zeroed": change(headName, zero),
		"backups deleted": drop(backupsName), "backup zeroed": change("sauvegardes/*.sauv", zero),
		"all but the backups": func(t *testing.T, dir string) {
			for _, name := range []string{journalName, baseName, headName} {
				remove(t, filepath.Join(dir, name))
			}
		},
	} {
		for _, stopped := range []bool{false, true} {
			dir := filepath.Join(filepath.Dir(clean), "essai")
			if err := os.CopyFS(dir, os.DirFS(clean)); err != nil {
				t.Fatal(err)
			}
			damage(t, dir)
			if stopped {
				remove(t, filepath.Join(dir, markName))
			}
			t.Log(name, stopped, outcome(t, dir, name, stopped || name == "all but the backups", want))
			remove(t, dir)
		}
	}
}

// A compaction that cannot create its table loses rows of Badger without an error (F2 of the storage decision). It is seen,
// and nothing is lost.
func TestACompactionThatCannotCreateItsTableLosesNothing(t *testing.T) {
	for _, read := range []bool{false, true} {
		dir := fast(t)
		want := filled(t, dir, 3)
		for i := range 4 { // several tables at the first level
			s := openedStore(t, dir)
			for n := range 40 {
				d := dossier(fmt.Sprintf("e%d-%d", i, n), fmt.Sprintf("2025-%d%02d", i, n), "Riom")
				save(t, s, d)
				want[d.ID] = d
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		}
		s := openedStore(t, dir)
		tables, err := filepath.Glob(filepath.Join(dir, "base", "*.sst"))
		if err != nil {
			t.Fatal(err)
		}
		last := 0
		for _, path := range tables {
			n, err := strconv.Atoi(strings.TrimSuffix(filepath.Base(path), ".sst"))
			if err != nil {
				t.Fatal(err)
			}
			last = max(last, n)
		}
		for n := range 30 { // whichever number the next tables get
			if err := os.Mkdir(filepath.Join(dir, "base", fmt.Sprintf("%06d.sst", last+1+n)), 0o700); err != nil {
				t.Fatal(err)
			}
		}
		_ = s.base.db.Flatten(1)
		for n := range 30 {
			remove(t, filepath.Join(dir, "base", fmt.Sprintf("%06d.sst", last+1+n)))
		}
		if read {
			holds(t, s, want)
		}
		s.Close()
		s = openedStore(t, dir)
		holds(t, s, want)
		s.Close()
	}
}

// Random work, crashes, damage to the base, backups and restorations agree with a map.
func TestAModelOfTheStore(t *testing.T) {
	r := seeded(t)
	dir := fast(t)
	day := 10_000
	if raced {
		day = 1000 // « make test » takes them all without the race detector
	}
	m := &modelled{t: t, r: r, dir: dir, live: map[string]string{}, trash: map[string]string{}}
	m.reopen()
	defer func() { m.s.Close() }()
	for m.steps = range times(day, 100_000) {
		m.step()
	}
	m.compare()
	t.Logf("%d crashes, %d clean closes, %d restorations, %d backups", m.crashes, m.closes, m.restored, m.backups)
}

// A modelled store is a store and what it must hold: the title of each dossier.
type modelled struct {
	t           *testing.T
	r           *rand.Rand
	dir         string
	s           *Store
	live, trash map[string]string
	steps       int

	backup                             string // path of one, and what it holds
	backedLive, backedTrash            map[string]string
	crashes, closes, restored, backups int
}

func (m *modelled) reopen() {
	m.t.Helper()
	now := time.Date(2026, 3, 12, 9, 0, 0, 0, time.Local).Add(time.Duration(m.r.IntN(1000)-500) * time.Hour) // a clock that goes back too
	s, err := Open(m.dir, Options{MinFree: 1, Now: func() time.Time { return now }})
	if err != nil {
		m.t.Fatalf("step %d: %v", m.steps, err)
	}
	if strings.Contains(s.Notice(), sayLost) || strings.Contains(s.Notice(), sayGone) {
		m.t.Fatalf("step %d: %s", m.steps, s.Notice())
	}
	m.s = s
}

func (m *modelled) must(err error) {
	m.t.Helper()
	if err != nil {
		m.t.Fatalf("step %d: %v", m.steps, err)
	}
}

func (m *modelled) step() {
	id := fmt.Sprintf("d%d", m.r.IntN(12))
	_, isLive := m.live[id]
	_, isTrashed := m.trash[id]
	switch op := m.r.IntN(1000); {
	case op < 450:
		d := dossier(id, "2026-"+id, "Riom")
		d.Project.Title = fmt.Sprint("titre ", m.steps)
		d.Project.Summary = strings.Repeat("é", m.r.IntN(2000))
		m.must(m.s.Save(d))
		if isTrashed {
			m.trash[id] = d.Project.Title
		} else {
			m.live[id] = d.Project.Title
		}
	case op < 700 && isLive:
		m.must(m.s.Delete(id))
		m.trash[id] = m.live[id]
		delete(m.live, id)
	case op < 950 && isTrashed:
		m.must(m.s.Restore(id))
		m.live[id] = m.trash[id]
		delete(m.trash, id)
	case op < 984:
		m.load(id)
	case op < 985:
		m.compare()
	case op < 988:
		m.must(m.s.Close())
		m.closes++
		m.reopen()
	case op < 996:
		m.crash()
	case op < 998:
		m.must(m.s.BackUp())
		m.backups++
		if all, err := m.s.Backups(); err == nil && len(all) > 0 {
			m.backup, m.backedLive, m.backedTrash = all[0].Path, copied(m.live), copied(m.trash)
		}
	case op < 999 && m.backup != "":
		if _, err := os.Stat(m.backup); err != nil {
			return // rotated away
		}
		_, err := m.s.RestoreBackup(m.backup, "")
		m.must(err)
		m.restored++
		m.live, m.trash = copied(m.backedLive), copied(m.backedTrash)
	}
}

func copied(m map[string]string) map[string]string {
	out := map[string]string{}
	for k, v := range m {
		out[k] = v
	}
	return out
}

// crash drops the store without closing it, at times with half a record at the end of the journal or a damaged base.
func (m *modelled) crash() {
	m.crashes++
	m.s.mu.Lock()
	name := m.s.journal.name
	m.s.mu.Unlock()
	m.s.abandon()
	if path := filepath.Join(m.dir, journalName, name); m.r.IntN(2) == 0 && name != "" {
		torn := record{m.s.journal.seq + 1, []change{{"d/d0", make([]byte, 200)}}}.pack()
		f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
		if err == nil {
			_, err = f.Write(torn[:m.r.IntN(len(torn))])
			err = errors.Join(err, f.Close())
		}
		m.must(err)
	}
	if m.r.IntN(3) == 0 {
		all, err := filepath.Glob(filepath.Join(m.dir, baseName, "*"))
		m.must(err)
		write(m.t, all[m.r.IntN(len(all))], []byte("abîmé"))
	}
	m.reopen()
}

func (m *modelled) load(id string) {
	m.t.Helper()
	want, ok := m.live[id]
	if !ok {
		want, ok = m.trash[id]
	}
	d, err := m.s.Load(id)
	switch {
	case !ok && !errors.Is(err, ErrNotFound):
		m.t.Fatalf("step %d: %s should not be there: %v", m.steps, id, err)
	case ok && (err != nil || d.Project.Title != want):
		m.t.Fatalf("step %d: %s: want %q, got %+v, %v", m.steps, id, want, d, err)
	}
}

func (m *modelled) compare() {
	m.t.Helper()
	list, err := m.s.List()
	m.must(err)
	got, gone := map[string]string{}, map[string]string{}
	for _, sm := range list {
		got[sm.ID] = sm.Title
		m.load(sm.ID)
	}
	for _, x := range m.s.Trash() {
		gone[x.ID] = x.Title
		m.load(x.ID)
	}
	if !reflect.DeepEqual(got, m.live) || !reflect.DeepEqual(gone, m.trash) {
		m.t.Fatalf("step %d: list %v and %v, want %v and %v", m.steps, got, gone, m.live, m.trash)
	}
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
