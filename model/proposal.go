package model

import (
	"fmt"
	"slices"
	"strings"
)

// A Proposal is a duration and a plan that fit the tasks chosen, the project and how far it has come. Each figure says
// where it comes from. It is never imposed: nothing changes until Apply, and days of work that a person gave are kept.
type Proposal struct {
	Months int        // from 6 to 24; 0 when there is no task
	Load   Hundredths // days of work of the tasks that fit
	Tasks  []TaskPlan // in the order of the work
	Left   []*Task    // tasks that do not fit in 24 months at half-time
	Why    string     // where the duration comes from
}

// A TaskPlan is when a task is done and how long it takes.
type TaskPlan struct {
	Task        *Task
	Load        Hundredths
	First, Last int
	Due         Day    // day on which its milestone falls at the latest; empty until the start is known
	Why         string // where load and months come from
}

// Fits reports whether there are tasks, and all of them fit.
func (p Proposal) Fits() bool { return p.Months > 0 && len(p.Left) == 0 }

// String says the duration in a few words; empty when there is no task.
func (p Proposal) String() string {
	switch {
	case p.Months == 0:
		return ""
	case len(p.Left) > 0:
		return fmt.Sprintf("Plus de %d mois : les tâches dépassent ce qu’un mi-temps peut faire", longestMission)
	}
	return fmt.Sprintf("%d mois, pour %s jours de tâches", p.Months, p.Load)
}

// Propose plans the mission: phases in their order, each task after the one that it builds upon, no month beyond the
// capacity of a half-time. Usual days and months are a starting point, to confirm with the direction régionale.
func (d *Dossier) Propose() Proposal {
	wants := d.wants()
	if len(wants) == 0 {
		return Proposal{Why: "Choisissez d’abord les tâches de la mission."}
	}
	var room [longestMission]Hundredths
	for i, month := range d.capacities(len(room)) {
		room[i] = month.Capacity
	}
	p := arrange(wants, room, true)
	if len(p.Left) > 0 {
		if tighter := arrange(wants, room, false); len(tighter.Left) <= len(p.Left) {
			p = tighter
		}
	}
	for i := range p.Tasks {
		t := &p.Tasks[i]
		p.Load += t.Load
		p.Months = max(p.Months, t.Last)
		if d.Mission.Start.usable() {
			t.Due = d.Mission.Start.AddMonths(t.Last).AddDays(-1)
		}
	}
	last := p.Months
	p.Months = max(p.Months, shortestMission)
	p.explain(last, d.Mission.Start.usable())
	return p
}

// explain says where the duration comes from; last is the last month with work.
func (p *Proposal) explain(last int, dated bool) {
	days := "environ 9 jours de travail par mois, à mi-temps"
	if dated {
		days = "les jours ouvrés de chaque mois, à mi-temps, moins les jours fériés et les congés"
	}
	p.Why = fmt.Sprintf("%s jours de tâches, %s : la dernière tâche finit au mois %d", p.Load, days, last)
	switch {
	case len(p.Left) > 0:
		p.Months = longestMission
		p.Why = fmt.Sprintf("Les tâches ne tiennent pas toutes en %d mois à mi-temps. Retirez-en, ou réduisez leur charge. Il reste : %s.",
			longestMission, join(p.Left, ", ", func(t *Task) string { return "« " + t.Title + " »" }))
	case last < shortestMission:
		p.Why += fmt.Sprintf(" ; une mission dure au moins %d mois.", shortestMission)
	default:
		p.Why += "."
	}
}

// A want is a task to place: how many days it takes, over how many months at least, and why.
type want struct {
	task *Task
	load Hundredths
	span int
	why  string
}

// wants lists the tasks of the mission in the order of the work: by phase, then as the catalogue has them, the town's own
// last.
func (d *Dossier) wants() []want {
	asked := Index(Form(d))
	var list []want
	for _, t := range d.Mission.Tasks {
		if t.Title == "" {
			continue
		}
		usual := usualOf(t.Catalogue)
		w := want{task: t, span: usual.months}
		if t.Load > 0 && asked[&t.Load].Origin() != OriginComputed {
			w.load, w.why = t.Load, fmt.Sprintf("%s jours, que vous avez indiqués", t.Load)
		} else {
			w.load, w.why = d.estimate(t, usual.days)
		}
		list = append(list, w)
	}
	slices.SortStableFunc(list, func(a, b want) int {
		if n := phaseRank(a.task.Phase) - phaseRank(b.task.Phase); n != 0 {
			return n
		}
		return catalogueRank(a.task.Catalogue) - catalogueRank(b.task.Catalogue)
	})
	return list
}

func phaseRank(p Phase) int {
	return slices.IndexFunc(Phases(), func(o Option[Phase]) bool { return o.Value == p })
}

func catalogueRank(id string) int {
	all := Catalogue()
	if i := slices.IndexFunc(all, func(c CatalogueTask) bool { return c.ID == id }); i >= 0 {
		return i
	}
	return len(all)
}

// A job is a task being placed, month after month.
type job struct {
	want
	left        Hundredths
	first, last int
}

// arrange works month after month, giving the days of each to the tasks at hand in their order. Strictly, a phase begins
// once the former is done and a task takes at least its usual time; otherwise a phase begins once every task of the former
// has begun, and a task takes all the days that there are.
func arrange(wants []want, capacity [longestMission]Hundredths, strict bool) Proposal {
	jobs := make([]job, len(wants))
	for i, w := range wants {
		jobs[i] = job{want: w, left: w.load}
	}
	for month := 1; month <= longestMission; month++ {
		room := capacity[month-1]
		for i := range jobs {
			j := &jobs[i]
			if j.left == 0 || !ready(jobs, i, strict) {
				continue
			}
			part := min(j.left, room)
			if strict {
				part = min(part, (j.load+Hundredths(j.span)-1)/Hundredths(j.span))
			}
			if part == 0 {
				continue
			}
			if j.first == 0 {
				j.first = month
			}
			j.last, j.left, room = month, j.left-part, room-part
		}
	}
	var p Proposal
	for i := range jobs {
		j := &jobs[i]
		if j.left > 0 {
			p.Left = append(p.Left, j.task)
			continue
		}
		why := j.why + " ; " + monthsFrom(j.first, j.last)
		if b := builtUpon(jobs, i); b != nil {
			why += ", après « " + b.task.Title + " »"
		}
		p.Tasks = append(p.Tasks, TaskPlan{Task: j.task, Load: j.load, First: j.first, Last: j.last, Why: why + "."})
	}
	return p
}

// ready reports whether job i can be worked on: what it builds upon is done, and so is the former phase, or begun.
func ready(jobs []job, i int, strict bool) bool {
	if b := builtUpon(jobs, i); b != nil && b.left > 0 {
		return false
	}
	for _, former := range jobs[:i] {
		if phaseRank(former.task.Phase) == phaseRank(jobs[i].task.Phase) {
			break
		}
		if strict && former.left > 0 || former.first == 0 {
			return false
		}
	}
	return true
}

// builtUpon is the job that job i builds upon; nil when there is none.
func builtUpon(jobs []job, i int) *job {
	need := taskNeeds(jobs[i].task.Catalogue)
	for k := range jobs {
		if need != "" && jobs[k].task.Catalogue == need {
			return &jobs[k]
		}
	}
	return nil
}

func monthsFrom(first, last int) string {
	if first == last {
		return fmt.Sprintf("au mois %d", first)
	}
	return fmt.Sprintf("du mois %d au mois %d", first, last)
}

// estimate is how many days t takes in this project, and why.
func (d *Dossier) estimate(t *Task, usual int) (Hundredths, string) {
	percent, why := 0, []string{fmt.Sprintf("%d jours d’usage", usual)}
	add := func(n int, reason string) {
		if n == 0 {
			return
		}
		percent += n
		sign := "+"
		if n < 0 {
			sign, n = "−", -n
		}
		why = append(why, fmt.Sprintf("%s %d %% %s", sign, n, reason))
	}
	n, reason := d.advancement(t.Catalogue)
	add(n, reason)
	for _, kind := range d.Project.Kinds {
		n, reason := kindWeight(kind, t.Catalogue)
		add(n, reason)
	}
	if n := len(d.Project.Sites) - 1; n > 0 {
		add(min(10*n, 20), fmt.Sprintf("pour %d sites", n+1))
	}
	days := max((usual*(100+percent)+50)/100, 1)
	if percent == 0 {
		return Hundredths(days * 100), why[0]
	}
	return Hundredths(days * 100), fmt.Sprintf("%d jours : %s", days, strings.Join(why, ", "))
}
