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
	for _, n := range []int{1, 28, 29, 60} {
		seen := map[string]int{}
		list := drawings(t, busy(n))
		for _, g := range list {
			if len(g.Rows) > ganttRows || len(g.Months) != 24 {
				t.Errorf("%d tasks: a drawing has %d rows and %d months", n, len(g.Rows), len(g.Months))
			}
			for _, r := range g.Rows {
				seen[r.Label]++
				if r.First < 1 || r.Last > 24 || r.Last < r.First || len(r.From) == 0 {
					t.Errorf("%d tasks: bar %+v", n, r)
				}
			}
		}
		if want := (n + ganttRows - 1) / ganttRows; len(list) != want || len(seen) != n {
			t.Errorf("%d tasks: %d drawings of %d tasks, want %d of %d", n, len(list), len(seen), want, n)
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
	if total != 24 || g.Years[0].Label != "2027" || g.Months[0] != "J" {
		t.Errorf("years %+v over months %v", g.Years, g.Months)
	}
}

func TestAMissionWithoutTasksHasNoDrawing(t *testing.T) {
	if list := drawings(t, busy(0)); len(list) != 0 {
		t.Errorf("got %d drawings", len(list))
	}
}
