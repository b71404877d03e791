package storage

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"appuitechnique/model"
)

// A clock that a test moves.
type clock struct{ now time.Time }

func (c *clock) pass(d time.Duration) { c.now = c.now.Add(d) }

func timedStore(t *testing.T, dir string, c *clock) *Store {
	t.Helper()
	s, err := Open(dir, Options{MinFree: 1, Idle: -1, Now: func() time.Time { return c.now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func morning() *clock { return &clock{time.Date(2026, 3, 12, 9, 0, 0, 0, time.UTC)} }

func history(t *testing.T, s *Store, id string) []*Revision {
	t.Helper()
	all, err := s.History(id)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// words writes changes as « question: was > now ».
func words(changes []Change) string {
	var out []string
	for _, c := range changes {
		out = append(out, fmt.Sprintf("%s: %s > %s", c.Question(), c.Was, c.Now))
	}
	return strings.Join(out, " | ")
}

func TestHistorySaysWhoChangedWhatAndWhen(t *testing.T) {
	c := morning()
	dir := t.TempDir()
	s := timedStore(t, dir, c)
	s.SetAuthor(Author{Name: "Claire Petit", Workstation: "MAIRIE-12"})
	d := dossier("a1", "2026-001", "Riom")
	save(t, s, d)
	c.pass(time.Minute)
	d.Mission.Months = 12
	save(t, s, d)
	c.pass(time.Minute)
	d.Mission.Months = 18
	d.Town.Name = "Issoire"
	save(t, s, d)
	c.pass(6 * time.Minute) // idle: another session of work
	s.SetAuthor(Author{Name: "Marc Roux", Workstation: "MAIRIE-07"})
	d.Mission.Tasks = append(d.Mission.Tasks, &model.Task{Row: model.Row{Key: "k1"}, Title: "Diriger"})
	save(t, s, d)
	s.Close()
	s = timedStore(t, dir, c)

	all := history(t, s, "a1")
	if len(all) != 3 {
		t.Fatalf("%d revisions, want 3", len(all))
	}
	for i, want := range []struct {
		who, kind, changes string
		begun, ended       string
	}{
		{"Marc Roux", "travail", `mission.tasks[k1]:  > {"catalogue":""`, "09:08", "09:08"},
		{"Claire Petit", "travail", `mission.months: 0 > 18 | town.name: "Riom" > "Issoire"`, "09:01", "09:02"},
		{"Claire Petit", "creation", "", "09:00", "09:00"},
	} {
		r := all[i]
		if r.N != 3-i || r.Name != "" || r.Author.Name != want.who || string(r.Kind) != want.kind ||
			!strings.HasPrefix(words(r.Changes()), want.changes) || r.Begun.Format("15:04") != want.begun || r.Ended.Format("15:04") != want.ended {
			t.Errorf("revision %d is %+v, %s", r.N, r, words(r.Changes()))
		}
	}
	months, err := s.QuestionHistory("a1", "mission.months")
	if err != nil || len(months) != 1 || months[0].Revision.Workstation != "MAIRIE-12" {
		t.Errorf("history of the months: %+v, %v", months, err)
	}
	tasks, err := s.QuestionHistory("a1", "mission.tasks")
	if err != nil || len(tasks) == 0 {
		t.Errorf("history of the tasks: %+v, %v", tasks, err)
	}
}

func TestABurstOfTypingIsUndoneAtOnceAndASessionIsNot(t *testing.T) {
	c := morning()
	s := timedStore(t, t.TempDir(), c)
	d := dossier("a1", "2026-001", "Riom")
	save(t, s, d)
	for _, title := range []string{"H", "Hal", "Halle", "Halle aux blés"} {
		c.pass(time.Second)
		d.Project.Title = title
		save(t, s, d)
	}
	c.pass(time.Minute)
	d.Project.Title = "Halle aux grains"
	save(t, s, d)
	for _, want := range []string{"Halle aux blés", "Îlot du marché"} {
		got, changes, err := s.Undo("a1")
		if err != nil || got.Project.Title != want || len(changes) != 1 || changes[0].Question() != "project.title" {
			t.Fatalf("undone to %q by %s, %v, want %q", got.Project.Title, words(changes), err, want)
		}
	}
	got, changes, err := s.Undo("a1")
	if err != nil || len(changes) != 0 || got.Project.Title != "Îlot du marché" {
		t.Errorf("more was undone than was done: %s, %v", words(changes), err)
	}
	if len(history(t, s, "a1")) != 2 {
		t.Error("a session is more than one revision")
	}
}

// What only says that a fiche was gone through is no work to undo, and stays.
func TestUndoPassesOverWhatIsNoAnswer(t *testing.T) {
	c := morning()
	s := timedStore(t, t.TempDir(), c)
	d := dossier("a1", "2026-001", "Riom")
	save(t, s, d)
	c.pass(time.Minute)
	d.Mission.Months = 12
	d.Marks.See("mission.duration")
	save(t, s, d)
	c.pass(time.Minute)
	d.Marks.See("town.commune")
	save(t, s, d)
	got, changes, err := s.Undo("a1")
	if err != nil || len(changes) != 1 || got.Mission.Months != 0 || !got.Marks.Seen["mission.duration"] || !got.Marks.Seen["town.commune"] {
		t.Errorf("undone: %s, %v, seen %v", words(changes), err, got.Marks.Seen)
	}
	if got.Changed != "2026-03-12" {
		t.Errorf("changed on %s", got.Changed)
	}
}

func TestARevisionIsGoneBackToAsANewOne(t *testing.T) {
	c := morning()
	s := timedStore(t, t.TempDir(), c)
	d := dossier("a1", "2026-001", "Riom")
	save(t, s, d)
	for i := range 45 { // more than two whole copies
		c.pass(10 * time.Minute)
		d.Mission.Months = i + 1
		save(t, s, d)
		if i == 10 {
			if err := s.KeepVersion("a1", "Avant la commission"); err != nil {
				t.Fatal(err)
			}
		}
	}
	for n := 1; n <= 46; n++ {
		got, err := s.At("a1", n)
		if err != nil || got.Mission.Months != n-1 {
			t.Fatalf("revision %d has %d months: %v", n, got.Mission.Months, err)
		}
	}
	got, changes, err := s.GoBack("a1", 12)
	if err != nil || got.Mission.Months != 11 || words(changes) != "mission.months: 45 > 11" {
		t.Fatalf("back to %d: %s, %v", got.Mission.Months, words(changes), err)
	}
	all := history(t, s, "a1")
	if len(all) != 47 || all[0].Kind != RevisionReturn || all[0].Return != 12 || all[47-12].Name != "Avant la commission" {
		t.Errorf("%d revisions, the last %+v", len(all), all[0])
	}
	if got, _, err := s.Undo("a1"); err != nil || got.Mission.Months != 45 {
		t.Errorf("the return was undone to %d: %v", got.Mission.Months, err)
	}
	if _, changes, err := s.GoBack("a1", 46); err != nil || len(changes) != 0 {
		t.Errorf("back to where it is: %s, %v", words(changes), err)
	}
	if _, err := s.At("a1", 99); !errors.Is(err, ErrNotFound) {
		t.Errorf("a revision that is none: %v", err)
	}
}

// A dossier that a program without history changed goes on with what is known.
func TestAHistoryGoesOnAfterAnOlderProgram(t *testing.T) {
	c := morning()
	s := timedStore(t, t.TempDir(), c)
	d := dossier("a1", "2026-001", "Riom")
	save(t, s, d)
	c.pass(time.Hour)
	d.Town.Name = "Thiers"
	save(t, s, d)
	d.Town.Name = "Issoire"
	raw, err := Encode(d)
	if err != nil {
		t.Fatal(err)
	}
	put(t, s, "d/a1", raw) // as the older one did
	clear(s.heads)
	if _, changes, err := s.Undo("a1"); err != nil || len(changes) != 0 {
		t.Errorf("what nobody knows was undone: %s, %v", words(changes), err)
	}
	c.pass(time.Hour)
	d.Town.Name = "Ambert"
	save(t, s, d)
	all := history(t, s, "a1")
	if len(all) != 4 || all[1].Kind != RevisionFound || words(all[0].Changes()) != `town.name: "Issoire" > "Ambert"` {
		t.Fatalf("history %+v", all)
	}
	for n, want := range []string{"Riom", "Thiers", "Issoire", "Ambert"} {
		got, err := s.At("a1", n+1)
		if n < 2 && err == nil && got.Town.Name != want || n >= 2 && (err != nil || got.Town.Name != want) {
			t.Errorf("revision %d is %v, %v", n+1, got.Town.Name, err)
		}
	}
	if got, _, err := s.Undo("a1"); err != nil || got.Town.Name != "Issoire" {
		t.Errorf("undone to %s: %v", got.Town.Name, err)
	}
}

// Whatever is typed, undone, done again and gone back to, with stops of every kind in between, agrees with a list of states
// in memory.
func TestRandomWorkUndoneAndRedoneAgreesWithAList(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	steps := 600
	if raced {
		steps = 200 // « make test » takes them all without the race detector
	}
	c := morning()
	dir := fast(t)
	s := timedStore(t, dir, c)
	d := dossier("a1", "2026-001", "Riom")
	save(t, s, d)
	states, at := []*model.Dossier{clone(t, d)}, 0
	work := func(d *model.Dossier) {
		states = append(states[:at+1], clone(t, d))
		at++
	}
	type version struct {
		n int
		d *model.Dossier
	}
	var left []version
	for i := range steps {
		c.pass(time.Duration(6+r.IntN(120)) * time.Second)
		if r.IntN(20) == 0 {
			c.pass(10 * time.Minute)
		}
		var got *model.Dossier
		var err error
		switch op := r.IntN(100); {
		case op < 50:
			got = clone(t, states[at])
			got.Changed = model.DayOf(c.now)
			scribble(r, got)
			save(t, s, got)
			if !alikeDossiers(t, got, states[at]) {
				work(got)
			}
		case op < 70:
			if got, _, err = s.Undo("a1"); at > 0 {
				at--
			}
		case op < 86:
			if got, _, err = s.Redo("a1"); at < len(states)-1 {
				at++
			}
		case op < 90 && len(left) > 0:
			v := left[r.IntN(len(left))]
			before := states[at]
			if got, _, err = s.GoBack("a1", v.n); err == nil && !alikeDossiers(t, before, v.d) {
				work(v.d)
			}
		case op < 94:
			s.Leave("a1")
		case op < 97:
			err = s.KeepVersion("a1", fmt.Sprintf("version %d", i))
			left = append(left, version{s.heads["a1"].last.N, clone(t, states[at])})
		default:
			s.Close()
			if op == 98 {
				remove(t, filepath.Join(dir, markName))
			} else if op == 99 {
				remove(t, filepath.Join(dir, baseName))
			}
			s = timedStore(t, dir, c)
		}
		if err != nil {
			t.Fatalf("step %d: %v", i, err)
		}
		if got == nil {
			got, err = s.Load("a1")
		}
		if err != nil || !alikeDossiers(t, got, states[at]) {
			t.Fatalf("step %d: not the state %d of %d: %v", i, at, len(states), err)
		}
	}
	for _, v := range left {
		if got, err := s.At("a1", v.n); err != nil || !alikeDossiers(t, got, v.d) {
			t.Errorf("version %d differs: %v", v.n, err)
		}
	}
	t.Logf("%d revisions, %d states", len(history(t, s, "a1")), len(states))
}

// scribble changes an answer, a row, the order of rows, or a mark.
func scribble(r *rand.Rand, d *model.Dossier) {
	tasks := d.Mission.Tasks
	switch r.IntN(7) {
	case 0:
		d.Mission.Months = r.IntN(5)
	case 1:
		d.Project.Title = strings.Repeat("é/~", r.IntN(4))
	case 2:
		d.Mission.Tasks = append(tasks, &model.Task{Row: model.Row{Key: fmt.Sprintf("k%d", r.Uint32())}, Title: "T"})
	case 3:
		if len(tasks) > 0 {
			i := r.IntN(len(tasks))
			d.Mission.Tasks = append(tasks[:i:i], tasks[i+1:]...)
		}
	case 4:
		r.Shuffle(len(tasks), func(i, j int) { tasks[i], tasks[j] = tasks[j], tasks[i] })
	case 5:
		if len(tasks) > 0 {
			tasks[r.IntN(len(tasks))].Title = fmt.Sprint(r.IntN(3))
		}
	case 6:
		d.Marks.Mark(fmt.Sprintf("mission.tasks[k%d].title", r.IntN(3)), model.OriginDefault)
		d.Terms.Ceiling = []*model.Cents{nil, new(model.Cents)}[r.IntN(2)]
	}
}

func clone(t *testing.T, d *model.Dossier) *model.Dossier {
	t.Helper()
	raw, err := Encode(d)
	if err != nil {
		t.Fatal(err)
	}
	c, err := Decode(raw)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// alikeDossiers reports whether a and b hold the same answers, whatever the day of their last change.
func alikeDossiers(t *testing.T, a, b *model.Dossier) bool {
	t.Helper()
	x, y := clone(t, a), clone(t, b)
	x.Changed, y.Changed = "", ""
	p, err := treeFor(x)
	if err != nil {
		t.Fatal(err)
	}
	q, err := treeFor(y)
	if err != nil {
		t.Fatal(err)
	}
	changes, err := diff(p, q)
	if err != nil {
		t.Fatal(err)
	}
	return len(changes) == 0
}
