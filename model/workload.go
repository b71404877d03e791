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
	list := d.capacities(m.Months)
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

// capacities counts the days of work of the first months of the mission, in order: the open days of each at the share of the
// week worked, less leave.
func (d *Dossier) capacities(months int) []MonthLoad {
	m := &d.Mission
	list := make([]MonthLoad, months)
	if !m.Start.usable() {
		for i := range list {
			list[i] = MonthLoad{Rank: i + 1, Capacity: daysAMonth}
		}
		return list
	}
	share := m.Days
	if share <= 0 || share > 500 {
		share = halfWeek
	}
	leave := m.Leave
	if leave <= 0 || leave > mostLeave {
		leave = usualLeave
	}
	off := holidaysOff(m.Start, m.Start.AddMonths(months), d.Town.Code)
	for i, next := 0, m.Start; i < months; i++ {
		month := MonthLoad{Rank: i + 1, From: next}
		next = m.Start.AddMonths(i + 1)
		month.To = next.AddDays(-1)
		n := 0
		for n < len(off) && off[n] < next {
			n++
		}
		month.Off, off = off[:n:n], off[n:]
		month.Open = weekdays(month.From, month.To) - n
		month.Leave = upTo(leave, i+1, 12) - upTo(leave, i, 12)
		month.Capacity = max(Hundredths(month.Open)*share/5-month.Leave, 0)
		list[i] = month
	}
	return list
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
