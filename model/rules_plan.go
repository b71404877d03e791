package model

import (
	"slices"
	"strings"
)

// The checks of this file hold the plan of the mission together: phases, milestones, tasks and the days of each month. What
// only usage says of it (the order of the tasks, a milestone for each phase) is advice.

// phasesWithoutMilestone finds the phases in use whose tasks all lead to the milestone of another phase. A task without
// milestone is the business of R31.
func phasesWithoutMilestone(d *Dossier) []Breach {
	m := &d.Mission
	var list []Breach
	for _, p := range Phases() {
		inside := func(t *Task) bool { return t.Phase == p.Value }
		loose := func(t *Task) bool { return inside(t) && m.MilestoneOf(t.Milestone) == nil }
		own := func(s *Milestone) bool { return s.Phase == p.Value }
		if !slices.ContainsFunc(m.Tasks, inside) || slices.ContainsFunc(m.Tasks, loose) || slices.ContainsFunc(m.Milestones, own) {
			continue
		}
		list = append(list, Breach{&m.Milestones, "La phase « " + p.Label + " » n’a pas de jalon : ses tâches sont rattachées à celui d’une " +
			"autre phase.", Tip})
	}
	return list
}

// milestonesAstray finds the milestones outside the mission, and those that come before the work that they validate begins.
func milestonesAstray(d *Dossier, _ Day) []Breach {
	m := &d.Mission
	if !m.dated() || !m.lasts() {
		return nil
	}
	var list []Breach
	for _, s := range m.Milestones {
		if s.Day == "" {
			continue
		}
		if s.Day < m.Start || s.Day > m.End() {
			list = append(list, broken(&s.Day, "Le jalon « %s » (%s) est hors de la période de mission, du %s au %s.", called(s.Name), s.Day.Short(),
				m.Start.Short(), m.End().Short())...)
			continue
		}
		if t := m.begunAfter(s); t != nil {
			early := broken(&s.Day, "Le jalon « %s » (%s) précède la tâche « %s » qu’il valide, et qui commence le %s.", called(s.Name), s.Day.Short(),
				called(t.Title), m.firstDay(t).Short())
			early[0].Severity = Confirm
			list = append(list, early...)
		}
	}
	return list
}

// begunAfter returns the first of the tasks that lead to s and begin after its day; nil when there is none. The mission is dated.
func (m *Mission) begunAfter(s *Milestone) *Task {
	i := slices.IndexFunc(m.Tasks, func(t *Task) bool {
		return t.Milestone == s.Key && t.First > 0 && t.First <= m.Months && s.Day < m.firstDay(t)
	})
	if i < 0 {
		return nil
	}
	return m.Tasks[i]
}

// firstDay is the day on which t begins; the mission is dated.
func (m *Mission) firstDay(t *Task) Day { return m.Start.AddMonths(t.First - 1) }

// loadOff compares the days of the tasks with what a half-time allows. Over the whole mission, once every task has its days,
// more than the capacity or less than half of it is out of proportion (hypothèse à confirmer); where the whole is in
// proportion, a month can still ask too much.
func loadOff(d *Dossier, _ Day) []Breach {
	m := &d.Mission
	if len(m.Tasks) == 0 || !m.lasts() {
		return nil
	}
	load, capacity := m.Workload(), m.Capacity()
	open := slices.ContainsFunc(m.Tasks, func(t *Task) bool { return t.Load == 0 })
	if !open && (load > capacity || load*2 < capacity) {
		return broken(&m.Months, "La durée semble disproportionnée : %s jours de charge pour environ %s jours de capacité, à mi-temps.", load,
			capacity)
	}
	return overloadedMonths(d)
}

// overloadedMonths finds the months that ask for more days than they have, however the work is shared out.
func overloadedMonths(d *Dossier) []Breach {
	m := &d.Mission
	if !m.dated() {
		return nil
	}
	over := slices.DeleteFunc(d.MonthLoads(), func(month MonthLoad) bool { return !month.Over() })
	switch len(over) {
	case 0:
		return nil
	case 1:
		return broken(&m.Tasks, "Le mois %d est surchargé : %s jours de tâches pour %s jours de travail.", over[0].Rank, over[0].Load,
			over[0].Capacity)
	}
	return broken(&m.Tasks, "%d mois sont surchargés, à commencer par le mois %d : %s jours de tâches pour %s jours de travail.", len(over),
		over[0].Rank, over[0].Load, over[0].Capacity)
}

// sidesAndOrder holds the mission to its three sides, and advises on the order of its tasks.
func sidesAndOrder(d *Dossier, _ Day) []Breach {
	return append(sidesWithoutTask(d), tasksOutOfOrder(d)...)
}

func sidesWithoutTask(d *Dossier) []Breach {
	m := &d.Mission
	if len(m.Tasks) == 0 {
		return nil
	}
	var lacking []string
	for _, side := range sides {
		if !slices.ContainsFunc(m.Tasks, func(t *Task) bool { return slices.Contains(t.Sides, side.Value) }) {
			lacking = append(lacking, strings.ToLower(side.Label))
		}
	}
	return brokenIf(len(lacking) > 0, &m.Tasks[0].Sides, "Aucun apport %s n’est prévu dans la mission.", strings.Join(lacking, " ni "))
}

// tasksOutOfOrder finds the tasks that begin before one that they build upon.
func tasksOutOfOrder(d *Dossier) []Breach {
	m := &d.Mission
	var list []Breach
	for _, t := range m.Tasks {
		for _, w := range m.waits(t) {
			early := broken(&t.First, "La tâche « %s » commence au mois %d, avant que « %s », dont elle dépend, ait commencé (mois %d).",
				called(t.Title), t.First, called(w.Title), w.First)
			early[0].Severity = Tip
			list = append(list, early...)
		}
	}
	return list
}

// waits lists the tasks that t builds upon and that begin after it.
func (m *Mission) waits(t *Task) []*Task {
	var list []*Task
	for _, w := range m.Tasks {
		if w.First > 0 && t.First > 0 && w.First > t.First && w.Catalogue != "" && taskNeeds(t.Catalogue) == w.Catalogue {
			list = append(list, w)
		}
	}
	return list
}
