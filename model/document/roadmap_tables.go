package document

import (
	"fmt"
	"strconv"
	"strings"

	"appuitechnique/model"
)

// phases are the stages of a mission as the papers name them.
var phases = []struct {
	phase model.Phase
	title string
}{
	{model.PhaseProgramme, model.PhaseProgramme.String()},
	{model.PhaseDesign, model.PhaseDesign.String()},
	{model.PhaseWorks, model.PhaseWorks.String()},
	{model.PhaseOperation, model.PhaseOperation.String()},
	{"", "Autres tâches"}, // the town's own, not yet filed
}

// inPhase lists the tasks of a phase, in the order of the dossier.
func (w *writer) inPhase(phase model.Phase) []*model.Task {
	var out []*model.Task
	for _, t := range w.d.Mission.Tasks {
		if t.Phase == phase {
			out = append(out, t)
		}
	}
	return out
}

// taskList names the tasks, phase by phase, in one list.
func (w *writer) taskList() {
	tasks := &w.d.Mission.Tasks
	if len(*tasks) == 0 {
		w.text(w.of(tasks))
		return
	}
	var items []Spans
	for _, p := range phases {
		for _, t := range w.inPhase(p.phase) {
			item := w.say(&t.Title)
			if p.phase != "" {
				item = w.say(w.from(strings.ToLower(p.title), &t.Phase), " : ", w.line(&t.Title))
			}
			items = append(items, item)
		}
	}
	w.items(closed(items)...)
}

// milestoneList names the milestones and their days.
func (w *writer) milestoneList() {
	list := &w.d.Mission.Milestones
	if len(*list) == 0 {
		w.text(w.of(list))
		return
	}
	var items []Spans
	for _, m := range *list {
		item := w.say(&m.Name, ", le ", &m.Day)
		if w.wants(&m.Validator) {
			item = w.say(item, " (validation : ", &m.Validator, ")")
		}
		items = append(items, item)
	}
	w.items(closed(items)...)
}

var taskColumns = []Column{
	{Title: "Tâche", Width: .23}, {Title: "Livrable", Width: .20}, {Title: "Jalon", Width: .15}, {Title: "Période", Width: .17},
	{Title: "Responsable", Width: .13}, {Title: "Volets", Width: .06}, {Title: "Jours", Width: .06, Right: true},
}

// taskTables writes one table a phase: task, deliverable, milestone, period, owner, sides, load.
func (w *writer) taskTables() {
	tasks := &w.d.Mission.Tasks
	if len(*tasks) == 0 {
		w.text(w.of(tasks), ".")
		return
	}
	for _, p := range phases {
		var rows [][]Spans
		var load model.Hundredths
		for _, t := range w.inPhase(p.phase) {
			rows = append(rows, []Spans{
				w.say(&t.Title), w.cell(&t.Deliverable), w.milestoneOf(t), w.period(t), w.cell(&t.Owner), w.sides(t),
				w.cell(&t.Load),
			})
			load += t.Load
		}
		if len(rows) == 0 {
			continue
		}
		table := Table{Caption: "Phase : " + p.title, Columns: taskColumns, Rows: rows}
		if load > 0 {
			total := Spans{{Text: load.String()}}
			table.Totals = [][]Spans{{w.say("Total de la phase"), nil, nil, nil, nil, nil, total}}
		}
		w.add(table)
	}
	w.text("Volets : A, administratif ; T, technique ; F, financier. La charge est exprimée en jours de travail de l’expert.")
}

// milestoneOf names the milestone that validates a task.
func (w *writer) milestoneOf(t *model.Task) Spans {
	if m := w.d.Mission.MilestoneOf(t.Milestone); m != nil && t.Milestone != "" {
		return w.say(w.from(oneLine(m.Name), &t.Milestone))
	}
	return Spans{{Text: "–"}}
}

// period says when a task runs: in months of the calendar once the start is known, else in months of the mission.
func (w *writer) period(t *model.Task) Spans {
	if t.First <= 0 || t.Last < t.First {
		s := w.from("[à compléter : premier et dernier mois]", &t.First, &t.Last)
		s.Missing = true
		return w.say(s)
	}
	start := w.d.Mission.Start
	words := fmt.Sprintf("mois %d à %d", t.First, t.Last)
	if t.First == t.Last {
		words = fmt.Sprintf("mois %d", t.First)
	}
	if start != "" {
		words = monthsFromTo(start.AddMonths(t.First-1), start.AddMonths(t.Last-1))
	}
	return w.say(w.from(words, &t.First, &t.Last))
}

// monthsFromTo names the months in which a task begins and ends: « février à mai 2027 ».
func monthsFromTo(first, last model.Day) string {
	switch {
	case first.Month() == last.Month():
		return first.Month()
	case first[:4] == last[:4]:
		name, _, _ := strings.Cut(first.Month(), " ")
		return name + " à " + last.Month()
	}
	return first.Month() + " à " + last.Month()
}

// sides writes the points of view of a task in initials: A, T, F.
func (w *writer) sides(t *model.Task) Spans {
	if !w.wants(&t.Sides) {
		return Spans{{Text: "–"}}
	}
	initials := map[model.Side]string{model.SideLegal: "A", model.SideTechnical: "T", model.SideFinancial: "F"}
	var words []string
	for _, s := range t.Sides {
		words = append(words, initials[s])
	}
	return w.say(w.from(strings.Join(words, " "), &t.Sides))
}

func (w *writer) milestoneTable() {
	list := &w.d.Mission.Milestones
	if len(*list) == 0 {
		w.text(w.of(list), ".")
		return
	}
	var rows [][]Spans
	for i, m := range *list {
		rows = append(rows, []Spans{w.say("J" + strconv.Itoa(i+1)), w.say(&m.Name), w.cell(&m.Phase), w.say(&m.Day),
			w.cell(&m.Validator)})
	}
	w.add(Table{
		Caption: "Jalons de validation du projet",
		Columns: []Column{{Title: "N°", Width: .07}, {Title: "Jalon", Width: .38}, {Title: "Phase", Width: .18},
			{Title: "Échéance", Width: .17}, {Title: "Validation", Width: .20}},
		Rows: rows,
	})
}

// capacity holds the load of the tasks against the days of the mission.
func (w *writer) capacity() {
	m := &w.d.Mission
	load, room := m.Workload(), m.Capacity()
	if load == 0 || room == 0 {
		w.text("La charge et la capacité seront comparées dès que la durée de la mission et la charge des tâches seront connues.")
		return
	}
	var from []any
	for _, t := range m.Tasks {
		from = append(from, &t.Load)
	}
	share := model.Rate(int64(load) * 100 / int64(room) * 100)
	w.add(Table{
		Caption: "Charge des tâches et capacité de l’expert",
		Columns: []Column{{Title: "Élément", Width: .7}, {Title: "Jours", Width: .3, Right: true}},
		Rows: [][]Spans{
			{w.say("Charge prévue des tâches"), w.say(w.from(load.String(), from...))},
			{w.say("Capacité de l’expert, à mi-temps pendant ", w.months()), w.say(w.from(room.String(), &m.Months))},
		},
		Totals: [][]Spans{{w.say("Charge rapportée à la capacité"), w.say(w.from(share.String(), append(from, &m.Months)...))}},
	})
	if load > room {
		w.text("La charge excède la capacité : les priorités sont arrêtées par le comité de pilotage.")
		return
	}
	w.text("Le temps qui n’est pas affecté à une tâche couvre la coordination, le compte rendu, la formation et les aléas.")
}
