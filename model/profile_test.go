package model

import (
	"slices"
	"strings"
	"testing"
)

// missionOf is a new dossier with those tasks of the catalogue.
func missionOf(ids ...string) *Dossier {
	d := New("a1", "2026-001", "2026-01-01")
	for _, id := range ids {
		t := &Task{Row: Row{"t-" + strings.ToLower(id)}}
		fillTask(t, id)
		d.Mission.Tasks = append(d.Mission.Tasks, t)
	}
	return d
}

func line(t *testing.T, lines []ProfileLine, text string) ProfileLine {
	t.Helper()
	i := slices.IndexFunc(lines, func(l ProfileLine) bool { return l.Text == text })
	if i < 0 {
		t.Fatalf("no %q among %v", text, texts(lines))
	}
	return lines[i]
}

func TestEveryTaskOfTheCatalogueBringsSomething(t *testing.T) {
	for _, c := range Catalogue() {
		s, ok := catalogueSkills(c.ID)
		if !ok || len(s.knowledge)+len(s.skills) == 0 || len(s.manners) == 0 {
			t.Errorf("%s brings %+v", c.ID, s)
		}
	}
	if _, ok := catalogueSkills("P9"); ok {
		t.Error("a task that is not of the catalogue brings something")
	}
}

func TestEachLineOfTheProfileSaysWhichTaskBroughtIt(t *testing.T) {
	d := missionOf("P2", "C2", "C4")
	p := d.Profile()
	for _, tt := range []struct {
		lines []ProfileLine
		text  string
		from  string
	}{
		{p.Knowledge, "Finances locales", "« Bilan financier prévisionnel », « Montage financier et juridique de l’opération »"},
		{p.Skills, "Analyser des coûts", "« Bilan financier prévisionnel », « Montage financier et juridique de l’opération », « Pilotage et conduite du marché de MOE »"},
		{p.Skills, "Négocier", "« Montage financier et juridique de l’opération »"},
		{p.Skills, "Rendre compte", "toute mission de maîtrise d’ouvrage"},
		{p.Knowledge, knowPublicWorks, "toute mission de maîtrise d’ouvrage"},
		{p.Activities, "Bilan financier prévisionnel", "« Bilan financier prévisionnel »"},
	} {
		if got := line(t, tt.lines, tt.text).From(); got != tt.from {
			t.Errorf("%s comes from %s, want %s", tt.text, got, tt.from)
		}
	}
	if slices.Contains(texts(p.Knowledge), knowHeritage) || len(p.Activities) != 3 {
		t.Errorf("knowledge %v, activities %v", texts(p.Knowledge), texts(p.Activities))
	}
	d.Project.Kinds = []ProjectKind{KindOldBlock}
	d.Mission.Tasks = append(d.Mission.Tasks, &Task{Title: "Bilan de sortie", Sides: []Side{SideFinancial}}, &Task{})
	p = d.Profile()
	if got := line(t, p.Knowledge, knowHeritage).From(); got != "le projet (îlot ancien dégradé)" {
		t.Errorf("heritage comes from %s", got)
	}
	if got := line(t, p.Knowledge, "Finances locales").From(); !strings.HasSuffix(got, "« Bilan de sortie »") || len(p.Activities) != 4 {
		t.Errorf("a task of the town’s own brings %s, %d activities", got, len(p.Activities))
	}
}

func TestTheProfileFollowsTheTasksUntilSomebodyWritesIt(t *testing.T) {
	d := missionOf("P2", "C2")
	if err := ask(t, d, &d.Job.Skills).Set("Piloter un bailleur"); err != nil {
		t.Fatal(err)
	}
	ask(t, d, &d.Job.Activities).Add(everyTask)
	if len(d.Job.Activities) != 2 {
		t.Fatalf("%d activities, want 2", len(d.Job.Activities))
	}
	if d.Job.Skills != "Piloter un bailleur" || ask(t, d, &d.Job.Skills).Origin() != OriginTyped {
		t.Errorf("what was written became %q", d.Job.Skills)
	}
	want := perLine(knowPublicWorks, "Finances locales", "Montage juridique et financier d’opérations")
	if d.Job.Knowledge != want || ask(t, d, &d.Job.Knowledge).Origin() != OriginComputed {
		t.Errorf("knowledge %q, %s; want what the tasks call for", d.Job.Knowledge, ask(t, d, &d.Job.Knowledge).Origin())
	}
	d.Mission.Tasks = append(d.Mission.Tasks, &Task{Row: Row{"t-p3"}, Catalogue: "C3", Title: "Marché"})
	ask(t, d, &d.Job.Activities).Add("t-p3")
	if !strings.Contains(d.Job.Knowledge, "Marchés publics") {
		t.Errorf("knowledge %q does not follow the new task", d.Job.Knowledge)
	}
	lacking := Lacking(d.Profile().Skills, "- piloter un bailleur\n• ANALYSER DES COUTS ;\nrendre compte.")
	if got := texts(lacking); !slices.Equal(got, []string{"Négocier", "Préparer une consultation et analyser des offres"}) {
		t.Errorf("lacking %v", got)
	}
	if n := len(ask(t, d, &d.Job.Activities).Presets()); n != 0 {
		t.Errorf("%d tasks left", n)
	}
}

func TestTheFicheShowsWhatTheTasksStillCallFor(t *testing.T) {
	d := missionOf("S3")
	called := func() Field { return Index(Form(d))["job.called"] }
	const lacking = "Savoir : Conduite de chantier et réception des ouvrages (pour « Contrôle des études d’exécution »)"
	if f := called(); !f.Shown() || !strings.HasPrefix(f.String(), lacking+"\n") || strings.Contains(f.String(), "Éthique") {
		t.Errorf("shown %v: %s", f.Shown(), f.String())
	}
	if e, ok := Explain(d, "job.called"); !ok || !strings.Contains(e.Formula, "Savoir-être : Éthique (pour toute mission de maîtrise d’ouvrage)") {
		t.Errorf("explained by %q, %v", e.Formula, ok)
	}
	d.DrawProfile()
	if got := called().String(); got != "Le profil dit tout ce que les tâches appellent." {
		t.Errorf("once drawn: %s", got)
	}
	d.Mission.Tasks = nil
	if called().Shown() {
		t.Error("something is called for without a task")
	}
}

func TestAChangeUpstreamAfterTheProfileIsSettledIsTold(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(d *Dossier)
		want   []string
	}{
		{"nothing", func(*Dossier) {}, nil},
		{"a task more", func(d *Dossier) {
			d.Mission.Tasks = append(d.Mission.Tasks, &Task{Row: Row{"n"}, Title: "Bilan"})
		}, []string{"La tâche « Bilan » a été ajoutée"}},
		{"a task less", func(d *Dossier) { d.Mission.Tasks = d.Mission.Tasks[1:] },
			[]string{"La tâche « Bilan financier prévisionnel » a été retirée"}},
		{"another title", func(d *Dossier) { d.Mission.Tasks[0].Title = "Bilan" },
			[]string{"La tâche « Bilan financier prévisionnel » est devenue « Bilan »"}},
		{"another phase", func(d *Dossier) { d.Mission.Tasks[0].Phase = PhaseWorks }, []string{"« Bilan financier prévisionnel » a changé de phase"}},
		{"the order of the tasks", func(d *Dossier) { slices.Reverse(d.Mission.Tasks) }, nil},
		{"days and months of a task", func(d *Dossier) { d.Mission.Tasks[0].Load, d.Mission.Tasks[0].First = 1, 2 }, nil},
		{"the duration", func(d *Dossier) { d.Mission.Months = 18 }, []string{"La durée de la mission est passée de 12 à 18 mois"}},
		{"the project", func(d *Dossier) { d.Project.Title = "Gare" }, []string{"Le titre du projet a changé"}},
		{"two things", func(d *Dossier) { d.Project.Title, d.Mission.Months = "Gare", 6 }, []string{"de 12 à 6 mois", "Le titre du projet"}},
		{"the profile erased", func(d *Dossier) { d.Project.Title, d.Job.Version = "Gare", "" }, nil},
		{"an old file", func(d *Dossier) { d.Project.Title, d.Job.Settled = "Gare", Settled{} }, nil},
	} {
		d := missionOf("P2", "C2")
		d.Project.Title, d.Mission.Months = "Îlot Niel", 12
		if err := ask(t, d, &d.Job.Version).Set("10/07/2026"); err != nil {
			t.Fatal(err)
		}
		tt.change(d)
		got := d.JobDrift()
		if len(got) != len(tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
			continue
		}
		for i, b := range got {
			if !strings.Contains(b.Message, tt.want[i]) || !strings.HasSuffix(b.Message, "le 10/07/2026 : revoyez-la, puis arrêtez-la de nouveau.") {
				t.Errorf("%s: %q, want %q", tt.name, b.Message, tt.want[i])
			}
			if _, ok := Index(Form(d))[b.At]; !ok {
				t.Errorf("%s: %q leads to no question", tt.name, b.Message)
			}
		}
	}
}

// Giving the day anew settles the profile on what the mission has become; reading the same day again does not.
func TestTheProfileIsSettledWhenItsDayIsGiven(t *testing.T) {
	d := missionOf("P2")
	version := ask(t, d, &d.Job.Version)
	for _, tt := range []struct {
		typed string
		want  int
	}{{"10/07/2026", 0}, {"10/07/2026", 1}, {"10/07/202x", 0}, {"10/07/2026", 0}, {"", 0}, {"11/07/2026", 0}} {
		_ = version.Set(tt.typed) // an Advice for the fourth
		if got := len(d.JobDrift()); got != tt.want {
			t.Errorf("after %q: %d changes, want %d", tt.typed, got, tt.want)
		}
		if tt.typed != "" && tt.want == 0 && d.Job.Version != "" {
			d.Mission.Months++
		}
	}
}
