package document

import (
	"fmt"
	"strconv"

	"appuitechnique/model"
)

// schedule draws the mission: a bar for each task that has its months, a mark for each milestone.
func (w *writer) schedule() {
	m := &w.d.Mission
	bars := w.bars()
	if len(w.d.MonthLoads()) == 0 || len(bars) == 0 { // no duration, or one typed with too many digits
		w.text("Le calendrier sera tracé dès que la durée de la mission et les mois de début et de fin des tâches seront connus.")
		return
	}
	months, years := w.ganttMonths()
	marks := w.marks()
	w.add(Gantt{
		Caption: "Calendrier de la mission", Alt: ganttAlt(m, bars, marks), Months: months, Years: years, Groups: phaseTitles(),
		Rows: bars, Marks: marks,
	})
	if items := w.undrawn(); len(items) > 0 {
		w.text("Ne figurent pas sur ce calendrier, faute de mois ou de date compris dans la durée de la mission :")
		w.items(closed(items)...)
	}
}

// undrawn names the tasks and the milestones that have no place in the mission.
func (w *writer) undrawn() []Spans {
	var out []Spans
	for _, p := range phases {
		for _, t := range w.inPhase(p.phase) {
			if !w.drawn(t) {
				out = append(out, w.say("la tâche « ", &t.Title, " »"))
			}
		}
	}
	for i, m := range w.d.Mission.Milestones {
		if !w.within(m) {
			out = append(out, w.say(fmt.Sprintf("le jalon J%d, « ", i+1), &m.Name, " »"))
		}
	}
	return out
}

// phaseTitles names the phases in the order that the bars count them.
func phaseTitles() []string {
	var out []string
	for _, p := range phases {
		out = append(out, p.title)
	}
	return out
}

// bars lists the tasks that have a place in the mission, by phase.
func (w *writer) bars() []Bar {
	var out []Bar
	for i, p := range phases {
		for _, t := range w.inPhase(p.phase) {
			if !w.drawn(t) {
				continue
			}
			title := w.say(&t.Title)
			out = append(out, Bar{
				Label: title.String(), Group: i, First: t.First, Last: min(t.Last, w.d.Mission.Months),
				From: w.from("", &t.Title, &t.First, &t.Last).From,
			})
		}
	}
	return out
}

// drawn reports whether a task begins within the mission and ends after it begins.
func (w *writer) drawn(t *model.Task) bool {
	return t.First > 0 && t.Last >= t.First && t.First <= w.d.Mission.Months
}

// within reports whether a milestone falls within the mission.
func (w *writer) within(s *model.Milestone) bool {
	m := &w.d.Mission
	return m.Start != "" && s.Day != "" && s.Day >= m.Start && s.Day <= m.End()
}

// ganttMonths names the months of the mission by the calendar month in which each begins, or by their rank before the
// start is known.
func (w *writer) ganttMonths() ([]string, []Year) {
	m := &w.d.Mission
	if m.Start == "" {
		var months []string
		for i := range m.Months {
			months = append(months, strconv.Itoa(i+1))
		}
		return months, []Year{{Label: "Mois de la mission", Months: m.Months}}
	}
	return calendarHeads(m.Start, m.Months)
}

// marks places the milestones that fall within the mission.
func (w *writer) marks() []Mark {
	m := &w.d.Mission
	var out []Mark
	for i, s := range m.Milestones {
		if !w.within(s) {
			continue
		}
		out = append(out, Mark{
			Label: fmt.Sprintf("J%d – %s", i+1, oneLine(s.Name)), At: monthsBetween(m.Start, s.Day),
			From: w.from("", &s.Name, &s.Day).From,
		})
	}
	return out
}

// monthsBetween counts the months from start to day, with the part of the month begun.
func monthsBetween(start, day model.Day) float64 {
	n := 0
	for start.AddMonths(n+1) <= day {
		n++
	}
	begun, whole := start.AddMonths(n), start.AddMonths(n+1)
	return float64(n) + float64(begun.DaysUntil(day))/float64(begun.DaysUntil(whole))
}

// ganttAlt says in words what the drawing shows.
func ganttAlt(m *model.Mission, bars []Bar, marks []Mark) string {
	text := fmt.Sprintf("Calendrier sur %d mois : %d %s", m.Months, len(bars), plural(len(bars), "tâche"))
	if len(marks) > 0 {
		text += fmt.Sprintf(" et %d %s", len(marks), plural(len(marks), "jalon"))
	}
	if m.Start != "" {
		text += fmt.Sprintf(", du %s au %s", m.Start, m.End())
	}
	return text + "."
}
