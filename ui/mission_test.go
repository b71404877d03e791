package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// planless opens Riom without its plan: no duration, no months, no days of work.
func planless(t *testing.T) *Shell {
	t.Helper()
	s := start(t)
	s.openExample("riom")
	m := &s.editor.dossier.Mission
	m.Months = 0
	for _, task := range m.Tasks {
		task.First, task.Last, task.Load = 0, 0, 0
	}
	s.editor.showMission()
	return s
}

func TestAProposalIsAdoptedAndTakenBack(t *testing.T) {
	s := planless(t)
	d := s.editor.dossier
	p := d.Propose()
	if !says(s, plainSpaces(p.String())) || !says(s, plainSpaces(p.Tasks[0].Why)) || !says(s, "Durée de la mission : sans réponse → ") {
		t.Fatal("the page does not say what it proposes, from what, and what it would change")
	}
	tapButton(t, s, "Adopter")
	if got := stored(t, s).Mission; got.Months != p.Months || got.Tasks[0].Load != p.Tasks[0].Load {
		t.Errorf("%d months, %s days on the disk; want %s", got.Months, got.Tasks[0].Load, p)
	}
	if !says(s, "il n’y a rien à changer") || !says(s, "Aucun mois ne dépasse") || buttons(s)["Adopter"] != nil {
		t.Error("once adopted, the page still proposes")
	}
	tapButton(t, s, "Revenir")
	if got := stored(t, s).Mission; got.Months != 0 || got.Tasks[0].Load != 0 || buttons(s)["Revenir"] != nil {
		t.Errorf("taken back: %d months, %s days on the disk, want none", got.Months, got.Tasks[0].Load)
	}
}

func TestWhatWasTypedIsShownBeforeItIsReplaced(t *testing.T) {
	s := planless(t)
	s.editor.goTo("mission.months")
	write(t, s, "mission.months", "7")
	s.editor.showMission()
	if !says(s, "Durée de la mission : 7 mois, que vous avez saisi → ") {
		t.Error("the page does not say that a typed answer would be replaced")
	}
}

func TestNothingToProposeIsSaid(t *testing.T) {
	s := planless(t)
	s.editor.dossier.Mission.Tasks = nil
	s.editor.showMission()
	if !says(s, "Choisissez d’abord les tâches de la mission") || buttons(s)["Adopter"] != nil {
		t.Error("without tasks, the page does not say what to do first")
	}
	tapButton(t, s, "Voir les tâches")
	if s.editor.key != "mission.tasks" {
		t.Errorf("at %s, want the tasks", s.editor.key)
	}
}

func TestAMonthBeyondTheCapacityIsNamed(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	d := s.editor.dossier
	d.Mission.Tasks[0].First, d.Mission.Tasks[0].Last, d.Mission.Tasks[0].Load = 1, 1, 30_00
	s.editor.showMission()
	var over []model.MonthLoad
	for _, m := range d.MonthLoads() {
		if m.Over() {
			over = append(over, m)
		}
	}
	if len(over) == 0 {
		t.Fatal("no month is beyond its capacity")
	}
	for _, m := range over {
		if !says(s, plainSpaces((m.Load-m.Capacity).String()+" jours de trop")) || !says(s, plainSpaces(m.String())) {
			t.Errorf("the page does not name %s", m)
		}
	}
}

func TestAColumnSaysItsFigureWhereThereIsRoom(t *testing.T) {
	start(t)
	chart := kit.NewBars([]kit.Bar{{Value: 8, Limit: 9, Words: "8,25", Under: "1"}, {Value: 3, Limit: 9, Words: "3,50", Under: "2"}})
	for width, want := range map[float32]int{400: 4, 12: 1} {
		chart.Resize(chart.MinSize())
		chart.Resize(fyne.NewSize(width, chart.MinSize().Height))
		if got := len(shownWords(chart)); got != want {
			t.Errorf("%v wide: %d words are shown, want %d", width, got, want)
		}
	}
}

// shownWords lists the words that a drawing shows.
func shownWords(o fyne.Widget) []string {
	var out []string
	for _, x := range test.WidgetRenderer(o).Objects() {
		if t, ok := x.(*canvas.Text); ok && t.Visible() && t.Text != "" {
			out = append(out, t.Text)
		}
	}
	return out
}

// The fiches of the mission, of the councils and of the money lead to the page that draws them.
func TestAFicheLeadsToThePageThatDrawsIt(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	for key, want := range map[string]string{
		"mission.duration": pageMission, "mission.planning": pageCalendar, "council.signing": pageCalendar, "payment.schedule": pageMoney,
	} {
		s.editor.showFiche(key)
		_, words, _ := drawn(key)
		tapButton(t, s, words)
		if s.editor.page != want {
			t.Errorf("%s leads to %q, want %q", key, s.editor.page, want)
		}
	}
}
