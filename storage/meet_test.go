package storage

import (
	"bytes"
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"appuitechnique/model"
)

// An office is a base, with whoever works there.
type office struct {
	*Store
	t *testing.T
	c *clock
}

func offices(t *testing.T) (town, bank office) {
	t.Helper()
	town.c, bank.c = morning(), morning()
	bank.c.pass(time.Minute)
	for i, o := range []*office{&town, &bank} {
		o.t = t
		o.Store = timedStore(t, t.TempDir(), o.c)
		o.SetAuthor(Author{Name: []string{"Claire Petit", "Paul Roux"}[i]})
	}
	return town, bank
}

// work changes the dossier in a session of its own.
func (o office) work(change func(*model.Dossier)) {
	o.t.Helper()
	o.c.pass(time.Hour)
	d, err := o.Load("a1")
	if err != nil {
		o.t.Fatal(err)
	}
	change(d)
	save(o.t, o.Store, d)
}

// send writes the dossier as a file.
func (o office) send() string {
	o.t.Helper()
	path := filepath.Join(o.t.TempDir(), "riom.acv")
	d, err := o.Load("a1")
	if err == nil {
		err = o.WritePackage(path, d, "")
	}
	if err != nil {
		o.t.Fatal(err)
	}
	return path
}

func (o office) meets(path string) *Meeting {
	o.t.Helper()
	o.c.pass(time.Hour)
	m, err := o.Meet(path, "")
	if err != nil {
		o.t.Fatal(err)
	}
	return m
}

// takes merges a file, the side of each conflict being given.
func (o office) takes(path string, side Side) *model.Dossier {
	o.t.Helper()
	m := o.meets(path)
	sides := map[string]Side{}
	for _, q := range m.Conflicts() {
		sides[q] = side
	}
	d, err := o.Merge(m, sides)
	if err != nil {
		o.t.Fatal(err)
	}
	return d
}

// exchanged is a dossier that two offices have, and both changed.
func exchanged(t *testing.T) (town, bank office) {
	t.Helper()
	town, bank = offices(t)
	save(t, town.Store, dossier("a1", "2026-001", "Riom"))
	town.work(func(d *model.Dossier) { d.Mission.Months = 12 })
	taken := dossier("b2", "2026-001", "Grasse") // the reference is taken there
	save(t, bank.Store, taken)
	if _, _, err := bank.ImportFile(town.send(), ""); err != nil {
		t.Fatal(err)
	}
	town.work(func(d *model.Dossier) { d.Mission.Months, d.Project.Title = 18, "Halle" })
	bank.work(func(d *model.Dossier) { d.Mission.Months, d.Project.Summary = 24, "Un projet." })
	bank.work(func(d *model.Dossier) {
		d.Mission.Tasks = append(d.Mission.Tasks, &model.Task{Row: model.Row{Key: "k1"}, Title: "Étude"})
	})
	attach(t, bank.Store, "a1", "façade.jpg", picture(1000))
	return town, bank
}

func TestTwoBasesThatChangedOneDossierMergeByFile(t *testing.T) {
	town, bank := exchanged(t)
	path := bank.send()
	before := history(t, town.Store, "a1")
	m := town.meets(path)
	want := []string{"new mission.tasks[k1]", "conflict mission.months", "new project.summary", "kept project.title"}
	got := cards(m.Differences)
	slices.Sort(want)
	slices.Sort(got)
	if !m.Related || !slices.Equal(got, want) || m.Pieces != 1 || m.Sessions != 3 || m.Equal == 0 {
		t.Fatalf("the meeting says %v, %+v", got, m)
	}
	var e *Error
	if _, err := town.Merge(m, nil); !errors.As(err, &e) || e.Kind != KindConflict {
		t.Fatalf("merged with a conflict that nobody settled: %v", err)
	}
	if now := history(t, town.Store, "a1"); len(now) != len(before) {
		t.Fatal("a refusal wrote")
	}
	d, err := town.Merge(m, map[string]Side{"mission.months": SideTheirs})
	if err != nil {
		t.Fatal(err)
	}
	if d.Mission.Months != 24 || d.Project.Title != "Halle" || d.Project.Summary != "Un projet." || len(d.Mission.Tasks) != 1 ||
		d.Reference != "2026-001" {
		t.Errorf("merged: %+v, %+v", d.Mission, d.Project)
	}
	all := history(t, town.Store, "a1")
	if all[0].Kind != RevisionMerged || len(all[0].Changes()) != 3 {
		t.Errorf("the merge is filed as %+v", all[0])
	}
	authors := map[string]int{}
	for _, r := range all {
		if r.Kind != RevisionBridge {
			authors[r.Author.Name]++
		}
		left, err := town.At("a1", r.N)
		if err != nil || left.ID != "a1" {
			t.Errorf("revision %d cannot be read: %v", r.N, err)
		}
	}
	if authors["Paul Roux"] != 3 || authors["Claire Petit"] != 4 {
		t.Errorf("sessions by %v", authors)
	}
	for _, r := range before {
		was, err := town.At("a1", r.N)
		if err != nil || r.Sum != stateSum(t, was) {
			t.Errorf("revision %d is no longer what it was: %v", r.N, err)
		}
	}
	if list, err := town.Attachments("a1"); err != nil || len(list) != 1 {
		t.Errorf("attachments %v, %v", list, err)
	}
	undone, changes, err := town.Undo("a1")
	if err != nil || len(changes) != 3 || undone.Mission.Months != 18 || undone.Project.Summary != "" || len(undone.Mission.Tasks) != 0 {
		t.Errorf("undone: %+v, %v, %v", undone.Mission, words(changes), err)
	}
	if again := town.meets(path); !again.New() || again.Sessions != 0 || len(again.Conflicts()) != 1 {
		t.Errorf("what was undone is not offered again: %v", cards(again.Differences))
	}
	if redone, _, err := town.Redo("a1"); err != nil || digestOf(redone) != digestOf(d) {
		t.Errorf("done again: %v", err)
	}
}

func stateSum(t *testing.T, d *model.Dossier) string {
	t.Helper()
	tree, err := treeFor(d)
	if err != nil {
		t.Fatal(err)
	}
	return treeSum(tree)
}

func TestAMergedDossierSentBackNeedsNoChoice(t *testing.T) {
	town, bank := exchanged(t)
	town.takes(bank.send(), SideOurs)
	if again := town.meets(bank.send()); again.New() || again.Sessions != 0 || again.Pieces != 0 {
		t.Errorf("what was merged is new: %v", cards(again.Differences))
	}
	size := 0
	for range 4 {
		m := bank.meets(town.send())
		if len(m.Conflicts()) > 0 {
			t.Fatalf("conflicts come back: %v", cards(m.Differences))
		}
		d := bank.takes(town.send(), SideNone)
		if d.Mission.Months != 18 || d.Project.Summary != "Un projet." {
			t.Fatalf("sent back: %+v", d.Mission)
		}
		bank.work(func(d *model.Dossier) { d.Project.Summary += " Et un autre." })
		if d = town.takes(bank.send(), SideNone); d.Project.Summary == "Un projet." {
			t.Fatal("what was changed meanwhile did not come")
		}
		bank.work(func(d *model.Dossier) { d.Project.Summary = "Un projet." })
		town.takes(bank.send(), SideNone)
		if n := len(history(t, town.Store, "a1")); size > 0 && n > size+12 {
			t.Errorf("the history grew from %d to %d", size, n)
		} else {
			size = n
		}
	}
}

func TestWithoutACommonStateEveryDifferenceIsAsked(t *testing.T) {
	town, _ := exchanged(t)
	d := dossier("a1", "2026-044", "Riom")
	d.Mission.Months, d.Project.Title = 24, "Halle"
	path := filepath.Join(t.TempDir(), "seul.acv")
	if err := WriteFile(path, d); err != nil {
		t.Fatal(err)
	}
	m := town.meets(path)
	if m.Related || !slices.Equal(m.Conflicts(), []string{"mission.months"}) {
		t.Fatalf("%+v: %v", m, cards(m.Differences))
	}
	if got := town.takes(path, SideTheirs); got.Mission.Months != 24 || got.Project.Title != "Halle" || got.Reference != "2026-001" {
		t.Errorf("merged: %+v", got.Mission)
	}
}

func TestAMergeOfWhatMovedSinceIsRefused(t *testing.T) {
	town, bank := exchanged(t)
	path := bank.send()
	m := town.meets(path)
	town.work(func(d *model.Dossier) { d.Project.Title = "Autre" })
	var e *Error
	if _, err := town.Merge(m, map[string]Side{"mission.months": SideOurs}); !errors.As(err, &e) || e.Kind != KindMoved {
		t.Errorf("merged: %v", err)
	}
}

func TestAMergeTakesADossierOutOfTheTrash(t *testing.T) {
	town, bank := exchanged(t)
	path := bank.send()
	if err := town.Delete("a1"); err != nil {
		t.Fatal(err)
	}
	town.takes(path, SideOurs)
	if list, err := town.List(); err != nil || len(list) != 1 {
		t.Errorf("list %v, %v", list, err)
	}
}

// A paper frozen before the exchange is known to both; what each did with it, and what each froze since, is kept.
func TestFrozenPapersOfBothSidesAreKept(t *testing.T) {
	town, bank := offices(t)
	d := dossier("a1", "2026-001", "Riom")
	save(t, town.Store, d)
	pdf := append([]byte("%PDF-1.7 note"), make([]byte, 100)...)
	first, err := town.Freeze(d, Frozen{Paper: "note-eligibilite", Version: 1, Day: "2026-03-12", Program: "1.0"}, pdf)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := bank.ImportFile(town.send(), ""); err != nil {
		t.Fatal(err)
	}
	if err := bank.SendToSign("a1", first.ID, "2026-03-14"); err != nil {
		t.Fatal(err)
	}
	if _, err := bank.Freeze(d, Frozen{Paper: "feuille-de-route", Version: 1, Day: "2026-03-15", Program: "1.0"}, append(pdf, '2')); err != nil {
		t.Fatal(err)
	}
	if m := town.meets(bank.send()); m.Pieces != 1 || m.New() {
		t.Errorf("the meeting says %+v", m)
	}
	town.takes(bank.send(), SideNone)
	all, err := town.Papers("a1")
	if err != nil || len(all) != 2 || all[1].ID != first.ID || all[1].Frozen.Sent != "2026-03-14" {
		t.Errorf("papers %+v, %v", all, err)
	}
	if err := bank.MarkSigned("a1", first.ID, "2026-03-20", "signe.pdf", bytes.NewReader(append(pdf, '3'))); err != nil {
		t.Fatal(err)
	}
	town.takes(bank.send(), SideNone)
	if all, err = town.Papers("a1"); err != nil || all[1].Frozen.Signed == "" || len(attached(t, town.Store, "a1", all[1].Frozen.Copy)) == 0 {
		t.Errorf("the signed copy did not come: %+v, %v", all, err)
	}
}

func TestAMeetingIsToldInTheWordsOfItsQuestions(t *testing.T) {
	town, bank := exchanged(t)
	bank.work(func(d *model.Dossier) { d.Marks.Review = map[string]bool{"mission.duration": true} })
	got := map[string][2]string{}
	for _, l := range town.meets(bank.send()).Lines() {
		if l.Fiche == "" || l.Label == "" {
			t.Errorf("%s has no words", l.Path)
		}
		got[l.Of] = [2]string{l.Ours, l.Theirs}
	}
	for of, want := range map[string][2]string{
		"mission.months":    {"18\u00a0mois", "24\u00a0mois"},
		"project.summary":   {"", "Un projet."},
		"mission.tasks[k1]": {"", "Étude"},
		"mission.duration":  {"ôtée", "posée"},
	} {
		if got[of] != want {
			t.Errorf("%s: got %q, want %q", of, got[of], want)
		}
	}
}
