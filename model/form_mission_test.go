package model

import (
	"slices"
	"strings"
	"testing"
)

// ask returns the question bound to p, as the form asks it now.
func ask(t *testing.T, d *Dossier, p any) Field {
	t.Helper()
	f, ok := Index(Form(d))[p]
	if !ok {
		t.Fatalf("no question is bound to %T", p)
	}
	return f
}

func offered(f Field) []string {
	var out []string
	for _, o := range f.Presets() {
		out = append(out, o.Value)
	}
	return out
}

func TestTheCatalogueHasEighteenTasksInFourPhases(t *testing.T) {
	count := map[Phase]int{}
	seen := map[string]bool{}
	for _, c := range Catalogue() {
		count[c.Phase]++
		if seen[c.ID] || c.Title == "" || c.Deliverable == "" || c.Milestone == "" || len(c.Sides) == 0 {
			t.Errorf("%s is twice in the catalogue, or lacks something", c.ID)
		}
		seen[c.ID] = true
	}
	want := map[Phase]int{PhaseProgramme: 4, PhaseDesign: 6, PhaseWorks: 6, PhaseOperation: 2}
	for _, p := range Phases() {
		if count[p.Value] != want[p.Value] {
			t.Errorf("%s: %d tasks, want %d", p.Label, count[p.Value], want[p.Value])
		}
	}
}

// The labels of the catalogue are the words of the presentation.
func TestTheCatalogueQuotesThePresentation(t *testing.T) {
	p := readPresentation(t)
	for _, c := range Catalogue() {
		if len(Fingerprints(c.Title)) == 0 {
			continue // shorter than the runs that are kept
		}
		printed := strings.Replace(c.Title, "études préalables", "études de préalables", 1) // a slip of the presentation
		if err := p.check(pageTasks, printed); err != nil {
			t.Errorf("%s: %v", c.ID, err)
		}
	}
}

func TestATaskOfTheCatalogueIsOfferedUntilItIsTaken(t *testing.T) {
	var d Dossier
	tasks := ask(t, &d, &d.Mission.Tasks)
	if n := len(tasks.Presets()); n != 18 {
		t.Fatalf("%d tasks offered, want 18", n)
	}
	tasks.Add("C2")
	got := d.Mission.Tasks[0]
	if got.Title != "Montage financier et juridique de l’opération" || got.Phase != PhaseDesign ||
		got.Deliverable == "" || !slices.Equal(got.Sides, []Side{SideLegal, SideFinancial}) {
		t.Errorf("got %+v, want what the catalogue says of C2", got)
	}
	if slices.Contains(offered(tasks), "C2") {
		t.Error("C2 is still offered once taken")
	}
	tasks.Remove(0)
	if len(d.Mission.Tasks) != 0 || len(tasks.Presets()) != 18 {
		t.Errorf("%d tasks, %d offered after removal, want 0 and 18", len(d.Mission.Tasks), len(tasks.Presets()))
	}
	tasks.Add("")
	if own := d.Mission.Tasks[0]; own.Key == "" || own.Catalogue != "" || own.Title != "" {
		t.Errorf("got %+v, want an empty task of the town's own", own)
	}
}

func TestChoosingATaskOfTheCatalogueKeepsWhatWasTyped(t *testing.T) {
	d := &Dossier{Mission: Mission{Tasks: []*Task{{Row: Row{Key: "k"}, Title: "Bilan de sortie"}}}}
	task := d.Mission.Tasks[0]
	if err := ask(t, d, &task.Catalogue).Set("P2"); err != nil {
		t.Fatal(err)
	}
	if task.Title != "Bilan de sortie" || task.Phase != PhaseProgramme || task.Deliverable == "" {
		t.Errorf("got %+v, want the title typed and the rest of P2", task)
	}
	if err := ask(t, d, &task.Catalogue).Set("P9"); err == nil || task.Catalogue != "" {
		t.Errorf("got %q, %v for a task that does not exist, want advice", task.Catalogue, err)
	}
}

func TestAMilestoneOfTheCatalogueTiesItsTask(t *testing.T) {
	var d Dossier
	m := &d.Mission
	ask(t, &d, &m.Tasks).Add("P4")
	ask(t, &d, &m.Tasks).Add("")
	milestones := ask(t, &d, &m.Milestones)
	if got := offered(milestones); !slices.Equal(got, []string{"P4"}) {
		t.Fatalf("offered %v, want the milestone of P4 only", got)
	}
	key := milestones.Add("P4")
	if m.Tasks[0].Milestone != key || m.Tasks[1].Milestone != "" || m.Milestones[0].Phase != PhaseProgramme {
		t.Errorf("tasks point to %q and %q, want %q and nothing", m.Tasks[0].Milestone, m.Tasks[1].Milestone, key)
	}
	choice := ask(t, &d, &m.Tasks[0].Milestone)
	if choice.String() != "Programme approuvé par délibération" || choice.Problem() != nil {
		t.Errorf("the task reads %q, %v, want its milestone by name", choice.String(), choice.Problem())
	}
	if len(milestones.Presets()) != 0 {
		t.Error("the milestone is still offered once taken")
	}
	milestones.Remove(0)
	if ask(t, &d, &m.Tasks[0].Milestone).Problem() == nil {
		t.Error("a task tied to a milestone that is gone has no problem")
	}
	if len(milestones.Presets()) != 1 {
		t.Error("the milestone is not offered again once removed")
	}
}

func TestActivitiesAreDrawnFromTasks(t *testing.T) {
	var d Dossier
	if n := awaited(t, &d, "job.activities"); n != "4.1" {
		t.Errorf("activities wait for %q, want the tasks, 4.1", n)
	}
	for _, id := range []string{"P1", "P2", "C4"} {
		ask(t, &d, &d.Mission.Tasks).Add(id)
	}
	if n := awaited(t, &d, "job.activities"); n != "" {
		t.Errorf("activities wait for %q once there are tasks", n)
	}
	activities := ask(t, &d, &d.Job.Activities)
	activities.Add(d.Mission.Tasks[1].Key)
	activities.Add(everyTask)
	var got []string
	for _, a := range d.Job.Activities {
		if a.Key == "" {
			t.Errorf("activity %q has no key", a.Title)
		}
		got = append(got, a.Title)
	}
	want := []string{d.Mission.Tasks[1].Title, d.Mission.Tasks[0].Title, d.Mission.Tasks[2].Title}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if p := activities.Presets(); len(p) != 0 {
		t.Errorf("%v still offered when every task is drawn", p)
	}
	activities.Remove(1)
	if got := offered(activities); !slices.Equal(got, []string{d.Mission.Tasks[0].Key}) {
		t.Errorf("offered %v, want the task whose activity was removed", got)
	}
}

func awaited(t *testing.T, d *Dossier, key string) string {
	t.Helper()
	for _, f := range Fiches(Form(d)) {
		if f.Key == key {
			return f.Awaits
		}
	}
	t.Fatalf("no fiche %q", key)
	return ""
}

func TestTaskMonthsStandInTheMission(t *testing.T) {
	for _, tt := range []struct {
		first, last, months int
		firstOK, lastOK     bool
	}{
		{1, 6, 6, true, true},
		{1, 7, 6, true, false},
		{7, 7, 6, false, false},
		{3, 2, 12, true, false},
		{2, 2, 12, true, true},
		{20, 30, 0, true, true}, // duration not known yet
	} {
		d := &Dossier{Mission: Mission{Months: tt.months, Tasks: []*Task{{First: tt.first, Last: tt.last}}}}
		task := d.Mission.Tasks[0]
		first, last := ask(t, d, &task.First).Problem(), ask(t, d, &task.Last).Problem()
		if (first == nil) != tt.firstOK || (last == nil) != tt.lastOK {
			t.Errorf("months %d to %d of %d: %v, %v", tt.first, tt.last, tt.months, first, last)
		}
	}
}

func TestLoadIsComparedWithCapacity(t *testing.T) {
	m := &Mission{Months: 12, Tasks: []*Task{{Load: 4_050}, {Load: 1_200}}}
	if m.Workload() != 5_250 || m.Capacity() != 10_800 {
		t.Errorf("got %v of %v days, want 52,5 of 108", m.Workload(), m.Capacity())
	}
	want := "52,5 jours de tâches pour environ 108 jours de travail à mi-temps"
	if got := loadAndCapacity(m); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := loadAndCapacity(&Mission{Months: 12}); got != "" {
		t.Errorf("got %q without tasks, want nothing", got)
	}
}
