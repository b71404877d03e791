package storage

import (
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
		_, err := m.s.RestoreBackup(m.backup, "", nil)
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
