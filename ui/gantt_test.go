package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// planned opens Riom on its plan, with the strip of a task or of a milestone.
func planned(t *testing.T, key string) (*Shell, *kit.Strip) {
	t.Helper()
	s := start(t)
	s.openExample("riom")
	s.editor.showMission()
	strip := s.editor.plan.strips[key]
	if strip == nil {
		t.Fatalf("the plan has no %s", key)
	}
	return s, strip
}

// drag takes the strip in the middle of a column, moves it by some columns and lets it go.
func drag(strip *kit.Strip, at float32, by int) {
	column := strip.Size().Width / float32(strip.Columns)
	from := at * column
	for i := range 4 {
		step := float32(by) * column / 4
		strip.Dragged(&fyne.DragEvent{
			PointEvent: fyne.PointEvent{Position: fyne.NewPos(from+step*float32(i+1), 5)}, Dragged: fyne.NewDelta(step, 0),
		})
	}
	strip.DragEnd()
}

func TestATaskFollowsTheMouse(t *testing.T) {
	s, _ := planned(t, "tache-c2")
	e := s.editor
	for _, tt := range []struct {
		name        string
		at          float32
		by          int
		first, last int // of a task from month 2 to month 10
	}{
		{"moved", 5, 3, 5, 13},
		{"moved beyond the end", 5, 40, 16, 24},
		{"moved before the beginning", 5, -40, 1, 9},
		{"its end dragged", 9.95, 2, 2, 12},
		{"its start dragged", 1.05, 2, 4, 10},
		{"its end dragged before its start", 9.95, -20, 2, 2},
		{"the mouse beside it", 20, 3, 2, 10},
	} {
		task := e.dossier.Mission.Tasks[1]
		task.First, task.Last = 2, 10
		e.touched()
		e.showMission()
		drag(e.plan.strips["tache-c2"], tt.at, tt.by)
		e.flush()
		if task = stored(t, s).Mission.Tasks[1]; task.First != tt.first || task.Last != tt.last {
			t.Errorf("%s: months %d to %d, want %d to %d", tt.name, task.First, task.Last, tt.first, tt.last)
		}
	}
}

func TestThePlanIsWorkedFromTheKeyboard(t *testing.T) {
	s, strip := planned(t, "tache-c2")
	e := s.editor
	s.canvas.Focus(strip)
	press(s, fyne.KeyRight)
	strip.TypedRune('+')
	strip.TypedRune('+')
	strip.TypedRune('-')
	task := e.dossier.Mission.Tasks[1]
	if task.First != 3 || task.Last != 12 || s.canvas.Focused() != strip || !says(s, "mois 3 à 12") {
		t.Errorf("months %d to %d, want 3 to 12, said, with the keyboard still there", task.First, task.Last)
	}
	press(s, fyne.KeyReturn)
	if e.page != pageFiche || e.field != "mission.tasks[tache-c2].first" {
		t.Fatalf("Enter leads to %q", e.field)
	}
	tapButton(t, s, "Retour à la mission")

	strip = e.plan.strips["jalon-c2"]
	s.canvas.Focus(strip)
	press(s, fyne.KeyLeft)
	if day := e.dossier.Mission.Milestones[1].Day; day != "2027-10-21" {
		t.Errorf("a week earlier than 28 October 2027 is %s", day)
	}
	for range 70 {
		press(s, fyne.KeyRight)
	}
	if m := &e.dossier.Mission; m.Milestones[1].Day != m.End() {
		t.Errorf("the milestone went to %s, want the end of the mission, %s", m.Milestones[1].Day, m.End())
	}
}

// What is moved is the answer itself: the load of each month follows, and its origin is the person.
func TestTheLoadFollowsThePlan(t *testing.T) {
	s, _ := planned(t, "tache-c2")
	d := s.editor.dossier
	d.Mission.Tasks[1].Load = 60_00
	s.editor.showMission()
	strip := s.editor.plan.strips["tache-c2"]
	drag(strip, 9.95, -20)
	over := false
	for _, m := range d.MonthLoads() {
		if m.Over() {
			over = true
			if !says(s, plainSpaces(m.String())) {
				t.Errorf("the page does not name %s", m)
			}
		}
	}
	if f := model.Index(s.editor.parts)[&d.Mission.Tasks[1].Last]; !over || f.Origin() != model.OriginTyped {
		t.Errorf("over: %v; origin %s", over, f.Origin())
	}
}

func TestATaskWithoutMonthsIsPlacedFromTheKeyboard(t *testing.T) {
	s, _ := planned(t, "tache-c2")
	task := s.editor.dossier.Mission.Tasks[1]
	task.First, task.Last = 0, 0
	s.editor.showMission()
	s.canvas.Focus(s.editor.plan.strips["tache-c2"])
	press(s, fyne.KeyRight)
	if task.First != 1 || task.Last != 1 {
		t.Errorf("placed from %d to %d, want the first month", task.First, task.Last)
	}
}

// What was dragged is taken back by Ctrl+Z, on the plan itself.
func TestAMoveIsUndoneOnThePlan(t *testing.T) {
	s, strip := planned(t, "tache-c2")
	e := s.editor
	drag(strip, 5, 3)
	e.undo()
	if task := e.dossier.Mission.Tasks[1]; e.page != pageMission || task.First != 2 || task.Last != 10 {
		t.Errorf("on %q, months %d to %d; want the plan, months 2 to 10", e.page, task.First, task.Last)
	}
	if strip := e.plan.strips["tache-c2"]; strip.From != 1 || strip.To != 9 {
		t.Errorf("the bar stands from %d to %d, want 1 to 9", strip.From, strip.To)
	}
}

// A task is moved and put back again and again without leaving it.
func TestAMoveUndoneLeavesTheKeyboardOnTheTask(t *testing.T) {
	s, _ := planned(t, "tache-c2")
	e := s.editor
	s.canvas.Focus(e.plan.strips["tache-c2"])
	press(s, fyne.KeyRight)
	e.undo()
	if s.canvas.Focused() != fyne.Focusable(e.plan.strips["tache-c2"]) {
		t.Errorf("after Ctrl+Z the keyboard is in %T", s.canvas.Focused())
	}
	press(s, fyne.KeyRight)
	if task := e.dossier.Mission.Tasks[1]; task.First != 3 {
		t.Errorf("the task begins in month %d, want 3", task.First)
	}
}
