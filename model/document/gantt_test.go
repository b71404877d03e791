package document

import (
	"fmt"
	"testing"

	"appuitechnique/model"
)

// busy returns a mission of two years with n tasks.
func busy(n int) *model.Dossier {
	d := empty()
	m := &d.Mission
	m.Start, m.Months = "2027-01-16", 24
	for i := range n {
		m.Tasks = append(m.Tasks, &model.Task{
			Row: model.Row{Key: fmt.Sprint("t", i)}, Title: fmt.Sprint("Tâche ", i+1), Phase: model.Phases()[i%4].Value,
			Deliverable: "Note", First: 1 + i%24, Last: min(24, 3+i%24), Load: 300,
		})
	}
	m.Milestones = []*model.Milestone{
		{Row: model.Row{Key: "a"}, Name: "Lancement", Day: "2027-01-16"},
		{Row: model.Row{Key: "b"}, Name: "Milieu", Day: "2028-01-16"},
		{Row: model.Row{Key: "c"}, Name: "Dehors", Day: "2030-01-01"},
	}
	return d
}

func drawings(t *testing.T, d *model.Dossier) []Gantt {
	t.Helper()
	doc, err := Compose(d, model.PaperRoadmap)
	if err != nil {
		t.Fatal(err)
	}
	var out []Gantt
	for _, b := range doc.Blocks {
		if g, ok := b.(Gantt); ok {
			out = append(out, g)
		}
	}
	return out
}

func TestEveryTaskIsDrawnOnceHoweverMany(t *testing.T) {
	for _, n := range []int{1, 28, 60} {
		seen := map[string]bool{}
		list := drawings(t, busy(n))
		if len(list) != 1 || len(list[0].Rows) != n || len(list[0].Months) != 24 {
			t.Fatalf("%d tasks: got %d drawings", n, len(list))
		}
		for _, r := range list[0].Rows {
			if seen[r.Label] || r.First < 1 || r.Last > 24 || r.Last < r.First || len(r.From) == 0 {
				t.Errorf("%d tasks: bar %+v", n, r)
			}
			seen[r.Label] = true
		}
	}
}

func TestMilestonesStandAtTheirPlaceInTheMission(t *testing.T) {
	marks := drawings(t, busy(2))[0].Marks
	if len(marks) != 2 || marks[0].At != 0 || marks[1].At != 12 {
		t.Errorf("marks are %+v, want one at 0 and one at 12: what falls outside is not drawn", marks)
	}
}

func TestYearsCoverTheMonths(t *testing.T) {
	g := drawings(t, busy(1))[0]
	total := 0
	for _, y := range g.Years {
		total += y.Months
	}
	if total != 24 || g.Years[0].Label != "2027" || g.Months[0] != "janv." {
		t.Errorf("years %+v over months %v", g.Years, g.Months)
	}
}

func TestAMissionWithoutTasksHasNoDrawing(t *testing.T) {
	if list := drawings(t, busy(0)); len(list) != 0 {
		t.Errorf("got %d drawings", len(list))
	}
}

// A duration typed with too many digits is said to be wrong at its question; a drawing of so many months would take all the
// memory while the next digit is typed.
func TestADurationTooLongIsNotDrawn(t *testing.T) {
	for _, n := range []int{24, 120} {
		d := busy(4)
		d.Mission.Months = n
		if got := drawings(t, d); len(got) != 1 || len(got[0].Months) != n {
			t.Errorf("%d months: %d drawings, want one of as many months", n, len(got))
		}
	}
	d := busy(4)
	d.Mission.Months = 1_000_000
	for _, start := range []model.Day{d.Mission.Start, ""} {
		d.Mission.Start = start
		if got := drawings(t, d); len(got) != 0 {
			t.Errorf("start %q: a drawing of %d months", start, len(got[0].Months))
		}
	}
}
