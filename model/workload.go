package model

import (
	"fmt"
	"slices"
)

// A MonthLoad is one month of the mission: what the tasks ask of the expert, and what a half-time allows.
//
// The work of a task is spread evenly over its months; where that asks too much of a month, the tasks that end first are
// served first, so that a month is overloaded only when no sharing of the work would do. Leave is spread evenly over the
// year. Both are conventions of the plan, to confirm with the group.
type MonthLoad struct {
	Rank     int        // from 1
	From, To Day        // empty until the start is known
	Open     int        // days that are neither week-ends nor public holidays; 0 until the start is known
	Off      []Day      // public holidays that fall on a day of the week
	Leave    Hundredths // days of leave taken off
	Capacity Hundredths // days of work
	Load     Hundredths // days that the tasks ask for
	Tasks    []*Task    // at work that month
}

// Over reports whether the month asks for more than it allows.
func (m MonthLoad) Over() bool { return m.Load > m.Capacity }

// MonthLoads lays the tasks over the months of the mission, in order; nil until the duration is known. Before the start is,
// each month counts nine days. A task without months or without days weighs nothing.
func (d *Dossier) MonthLoads() []MonthLoad {
	m := &d.Mission
	if m.Months <= 0 || m.Months > longest {
		return nil
	}
	list := make([]MonthLoad, m.Months)
	for i := range list {
		list[i] = d.capacity(i + 1)
	}
	parts := spreadEvenly(m, list)
	if slices.ContainsFunc(list, func(month MonthLoad) bool { return month.Over() }) {
		parts = spreadByEnd(m, list)
	}
	for i := range list {
		for j, t := range m.Tasks {
			if parts[j][i] > 0 {
				list[i].Tasks = append(list[i].Tasks, t)
			}
		}
	}
	return list
}

// months are the first and last month of t inside the mission; ok is false where it has none, or no days of work.
func (m *Mission) months(t *Task) (first, last int, ok bool) {
	last = min(t.Last, m.Months)
	return t.First, last, t.First >= 1 && t.Load > 0 && last >= t.First
}

// spreadEvenly loads the months with equal parts of each task, and returns those parts by task and month.
func spreadEvenly(m *Mission, list []MonthLoad) [][]Hundredths {
	parts := make([][]Hundredths, len(m.Tasks))
	for j, t := range m.Tasks {
		parts[j] = make([]Hundredths, len(list))
		first, last, ok := m.months(t)
		if !ok {
			continue
		}
		for i, part := range even(t.Load, last-first+1) {
			parts[j][first-1+i] = part
			list[first-1+i].Load += part
		}
	}
	return parts
}

// spreadByEnd loads each month up to its capacity with the tasks at hand, that which ends first before the others; what is
// left of a task falls to its last month.
func spreadByEnd(m *Mission, list []MonthLoad) [][]Hundredths {
	parts, left := make([][]Hundredths, len(m.Tasks)), make([]Hundredths, len(m.Tasks))
	order := make([]int, len(m.Tasks))
	for j, t := range m.Tasks {
		parts[j], left[j], order[j] = make([]Hundredths, len(list)), t.Load, j
	}
	slices.SortStableFunc(order, func(a, b int) int { return m.Tasks[a].Last - m.Tasks[b].Last })
	for i := range list {
		month := &list[i]
		month.Load = 0
		for _, j := range order {
			first, last, ok := m.months(m.Tasks[j])
			if !ok || i+1 < first || i+1 > last {
				continue
			}
			part := min(left[j], max(month.Capacity-month.Load, 0))
			if i+1 == last {
				part = left[j]
			}
			parts[j][i], left[j], month.Load = part, left[j]-part, month.Load+part
		}
	}
	return parts
}

// even cuts a whole into n parts that sum to it and differ by one hundredth at most.
func even(whole Hundredths, n int) []Hundredths {
	parts := make([]Hundredths, n)
	for i := range parts {
		parts[i] = upTo(whole, i+1, n) - upTo(whole, i, n)
	}
	return parts
}

func upTo(whole Hundredths, i, n int) Hundredths { return whole * Hundredths(i) / Hundredths(n) }

// halfWeek is the presence of a half-time, in days a week.
const halfWeek = Hundredths(250)

// capacity counts the days of work of the month of that rank: its open days at the share of the week worked, less leave.
func (d *Dossier) capacity(rank int) MonthLoad {
	m := &d.Mission
	month := MonthLoad{Rank: rank, Capacity: daysAMonth}
	if !m.Start.usable() {
		return month
	}
	month.From, month.To = m.Start.AddMonths(rank-1), m.Start.AddMonths(rank).AddDays(-1)
	month.Open = workingDays(month.From, month.To, d.Town.Code)
	for year := month.From.Time().Year(); year <= month.To.Time().Year(); year++ {
		for _, day := range Holidays(year, d.Town.Code) {
			if day >= month.From && day <= month.To && weekday(day.Time()) {
				month.Off = append(month.Off, day)
			}
		}
	}
	share := m.Days
	if share <= 0 || share > 500 {
		share = halfWeek
	}
	leave := m.Leave
	if leave <= 0 || leave > mostLeave {
		leave = usualLeave
	}
	month.Leave = upTo(leave, rank, 12) - upTo(leave, rank-1, 12)
	month.Capacity = max(Hundredths(month.Open)*share/5-month.Leave, 0)
	return month
}

// String explains the month: its open days, its holidays, its leave and what the tasks ask.
func (m MonthLoad) String() string {
	if m.Open == 0 {
		return fmt.Sprintf("Mois %d : %s jours de tâches pour environ %s jours de travail", m.Rank, m.Load, m.Capacity)
	}
	holidays := ""
	if n := len(m.Off); n == 1 {
		holidays = ", 1 jour férié déduit"
	} else if n > 1 {
		holidays = fmt.Sprintf(", %d jours fériés déduits", n)
	}
	return fmt.Sprintf("Du %s au %s : %s jours de tâches pour %s jours de travail (%d jours ouvrés%s, mi-temps, congés : %s)",
		m.From.Short(), m.To.Short(), m.Load, m.Capacity, m.Open, holidays, m.Leave)
}

// taskNeeds names the task of the catalogue that another builds upon, empty when there is none.
// (usage de la conduite d’opération, hypothèse à confirmer)
func taskNeeds(id string) string {
	switch id {
	case "P2", "P3", "P4":
		return "P1"
	case "C1", "C3":
		return "P4"
	case "C2":
		return "P2"
	case "C4", "C5", "C6":
		return "C3"
	case "S1":
		return "C4"
	case "S2", "S6":
		return "C2"
	case "S3", "S4":
		return "S1"
	case "S5":
		return "S4"
	case "E1":
		return "S5"
	case "E2":
		return "E1"
	}
	return ""
}

// A Clash is something in the plan of the mission that does not hold together, and the answer to look at.
type Clash struct {
	At      any
	Message string
}

// Clashes finds what does not hold together between tasks, milestones and duration: a milestone outside the mission, or
// before the work that it validates begins; a phase without milestone; a task that begins before the milestone of the one
// that it builds upon; a month that asks for more days than it has.
func (d *Dossier) Clashes() []Clash {
	m := &d.Mission
	var list []Clash
	clash := func(at any, format string, args ...any) { list = append(list, Clash{at, fmt.Sprintf(format, args...)}) }
	for _, s := range m.Milestones {
		if m.dated() && s.Day != "" && (s.Day < m.Start || s.Day > m.End()) {
			clash(&s.Day, "Le jalon « %s » (%s) tombe hors de la mission, du %s au %s.", s.Name, s.Day.Short(), m.Start.Short(),
				m.End().Short())
		}
	}
	for _, p := range Phases() {
		at := slices.IndexFunc(m.Tasks, func(t *Task) bool { return t.Phase == p.Value })
		if at >= 0 && !slices.ContainsFunc(m.Milestones, func(s *Milestone) bool { return s.Phase == p.Value }) {
			clash(&m.Milestones, "La phase « %s » compte des tâches, et aucun jalon.", p.Label)
		}
	}
	for _, t := range m.Tasks {
		s := m.MilestoneOf(t.Milestone)
		if s != nil && s.Day.usable() && m.dated() && t.First > 0 && t.First <= longest && s.Day < m.firstDay(t) {
			clash(&s.Day, "Le jalon « %s » (%s) précède la tâche « %s », qui commence le %s.", s.Name, s.Day.Short(), t.Title,
				m.firstDay(t).Short())
		}
		for _, w := range m.waits(t) {
			clash(&t.First, "La tâche « %s » commence au mois %d, avant que « %s », dont elle dépend, ait commencé (mois %d).", t.Title,
				t.First, w.Title, w.First)
		}
	}
	for _, month := range d.MonthLoads() {
		if month.Over() && m.dated() {
			clash(&m.Tasks, "Le mois %d est surchargé : %s jours de tâches pour %s jours de travail.", month.Rank, month.Load, month.Capacity)
		}
	}
	return list
}

// firstDay is the day on which t begins; the mission is dated.
func (m *Mission) firstDay(t *Task) Day { return m.Start.AddMonths(t.First - 1) }

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
