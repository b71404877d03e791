package model

import (
	"slices"
	"strings"
)

// A Profile is the job as the tasks of the mission call for it. It proposes; what the town writes stays.
type Profile struct {
	Activities []ProfileLine // one a task
	Knowledge  []ProfileLine // savoirs
	Skills     []ProfileLine // savoir-faire
	Manners    []ProfileLine // savoir-être
}

// A ProfileLine is one line of the profile, and the tasks that brought it: none where every mission, or the project
// itself, calls for it.
type ProfileLine struct {
	Text  string
	Tasks []*Task
	Of    string // what calls for it besides tasks: "toute mission", "le projet"
}

// From says what brought the line: the titles of its tasks, and what else calls for it.
func (l ProfileLine) From() string {
	titles := join(l.Tasks, ", ", func(t *Task) string { return "« " + t.Title + " »" })
	switch {
	case titles == "":
		return l.Of
	case l.Of == "":
		return titles
	}
	return l.Of + ", " + titles
}

// Profile derives the job from the tasks and the project. A task of the town's own brings its activity and what its sides
// (volets) call for.
func (d *Dossier) Profile() Profile {
	var p Profile
	always := "toute mission de maîtrise d’ouvrage"
	add(&p.Knowledge, knowPublicWorks, nil, always)
	for _, t := range d.Mission.Tasks {
		if t.Title == "" {
			continue
		}
		p.Activities = append(p.Activities, ProfileLine{Text: t.Title, Tasks: []*Task{t}})
		s := skillsOf(t)
		for _, line := range s.knowledge {
			add(&p.Knowledge, line, t, "")
		}
		for _, line := range s.skills {
			add(&p.Skills, line, t, "")
		}
		for _, line := range s.manners {
			add(&p.Manners, line, t, "")
		}
	}
	if slices.Contains(d.Project.Kinds, KindOldBlock) {
		add(&p.Knowledge, knowHeritage, nil, "le projet (îlot ancien dégradé)")
	}
	add(&p.Skills, "Rendre compte", nil, always)
	add(&p.Manners, "Autonomie", nil, always)
	add(&p.Manners, "Éthique", nil, always)
	return p
}

// add brings t, or what else calls for it, to the line of that text, new or not.
func add(lines *[]ProfileLine, text string, t *Task, of string) {
	i := slices.IndexFunc(*lines, func(l ProfileLine) bool { return l.Text == text })
	if i < 0 {
		i = len(*lines)
		*lines = append(*lines, ProfileLine{Text: text})
	}
	l := &(*lines)[i]
	if t != nil {
		l.Tasks = append(l.Tasks, t)
	}
	if of != "" {
		l.Of = of
	}
}

// Lacking returns those of the lines that text, one line a line, does not hold; accents and capitals do not matter.
func Lacking(lines []ProfileLine, text string) []ProfileLine {
	held := strings.Split(text, "\n")
	for i, line := range held {
		held[i] = bare(line)
	}
	return slices.DeleteFunc(slices.Clone(lines), func(l ProfileLine) bool { return slices.Contains(held, bare(l.Text)) })
}

// bare is a line without what does not count: bullets, end punctuation, accents, capitals.
func bare(line string) string { return strings.Trim(Fold(line), " -•–;.,") }

// DrawProfile writes the derived knowledge, skills and manners into the job, and marks them « calculé ». What a person
// wrote stays as it is.
func (d *Dossier) DrawProfile() {
	p, asked := d.Profile(), Index(Form(d))
	write := func(to *string, lines []ProfileLine) {
		f := asked[to]
		if f.givenByHand() || len(lines) == 0 {
			return
		}
		*to = perLine(texts(lines)...)
		d.Marks.Mark(f.ID, OriginComputed)
	}
	write(&d.Job.Knowledge, p.Knowledge)
	write(&d.Job.Skills, p.Skills)
	write(&d.Job.Manners, p.Manners)
}

func texts(lines []ProfileLine) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = l.Text
	}
	return out
}

// String lists what the tasks call for, one line each with what brought it.
func (p Profile) String() string {
	return p.list(func(lines []ProfileLine, _ int) []ProfileLine { return lines })
}

// list writes the lines that keep leaves of the three lists: 0 knowledge, 1 skills, 2 manners.
func (p Profile) list(keep func(lines []ProfileLine, part int) []ProfileLine) string {
	var out []string
	for i, part := range []struct {
		name  string
		lines []ProfileLine
	}{{"Savoir", p.Knowledge}, {"Savoir-faire", p.Skills}, {"Savoir-être", p.Manners}} {
		for _, l := range keep(part.lines, i) {
			out = append(out, part.name+" : "+l.Text+" (pour "+l.From()+")")
		}
	}
	return strings.Join(out, "\n")
}

// stillCalled lists what the tasks call for and the job does not say, or says that there is nothing.
func (d *Dossier) stillCalled() string {
	j := &d.Job
	held := []string{j.Knowledge, j.Skills, j.Manners}
	lacking := d.Profile().list(func(lines []ProfileLine, part int) []ProfileLine { return Lacking(lines, held[part]) })
	if lacking == "" {
		return "Le profil dit tout ce que les tâches appellent."
	}
	return lacking
}

// Settled is what the mission was on the day the job profile was settled: it tells later whether the profile is still of
// that mission. It is derived, never asked.
type Settled struct {
	On      Day           `json:"on"`
	Project string        `json:"project"`
	Months  int           `json:"months"`
	Tasks   []SettledTask `json:"tasks"`
}

// A SettledTask is what the profile knew of a task.
type SettledTask struct {
	Key   string `json:"key"`
	Title string `json:"title"`
	Phase Phase  `json:"phase"`
}

// settleJob remembers the mission once the day of the profile is given, and forgets it when that day is erased. The same
// day given again changes nothing.
func (d *Dossier) settleJob() {
	j := &d.Job
	if j.Settled.On == j.Version {
		return
	}
	j.Settled = Settled{}
	if j.Version == "" {
		return
	}
	j.Settled = Settled{On: j.Version, Project: d.Project.Title, Months: d.Mission.Months}
	for _, t := range d.Mission.Tasks {
		j.Settled.Tasks = append(j.Settled.Tasks, SettledTask{t.Key, t.Title, t.Phase})
	}
}

// JobDrift tells what changed upstream since the job profile was settled: each change, at the answer that changed, makes
// the profile « à revoir » until its day is given anew. Nil as long as it is not settled, or when what it was settled on
// is not known.
func (d *Dossier) JobDrift() []Breach {
	j, m := &d.Job, &d.Mission
	if j.Version == "" || j.Settled.On != j.Version {
		return nil
	}
	since := " depuis que la fiche de poste a été arrêtée, le " + j.Version.Short() + " : revoyez-la, puis arrêtez-la de nouveau."
	var list []Breach
	drift := func(at any, message string) { list = append(list, Breach{At: at, Message: message + since}) }
	for _, was := range j.Settled.Tasks {
		if !slices.ContainsFunc(m.Tasks, func(t *Task) bool { return t.Key == was.Key }) {
			drift(&m.Tasks, "La tâche « "+was.Title+" » a été retirée")
		}
	}
	for _, t := range m.Tasks {
		i := slices.IndexFunc(j.Settled.Tasks, func(was SettledTask) bool { return was.Key == t.Key })
		switch {
		case i < 0:
			drift(&t.Title, "La tâche « "+t.Title+" » a été ajoutée")
		case j.Settled.Tasks[i].Title != t.Title:
			drift(&t.Title, "La tâche « "+j.Settled.Tasks[i].Title+" » est devenue « "+t.Title+" »")
		case j.Settled.Tasks[i].Phase != t.Phase:
			drift(&t.Phase, "La tâche « "+t.Title+" » a changé de phase")
		}
	}
	if j.Settled.Months != m.Months {
		drift(&m.Months, "La durée de la mission est passée de "+FormatInt(j.Settled.Months)+" à "+FormatInt(m.Months)+" mois")
	}
	if j.Settled.Project != d.Project.Title {
		drift(&d.Project.Title, "Le titre du projet a changé")
	}
	return list
}
