package model

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"
)

func planOf(t *testing.T, p Proposal, id string) TaskPlan {
	t.Helper()
	for _, plan := range p.Tasks {
		if plan.Task.Catalogue == id {
			return plan
		}
	}
	t.Fatalf("no %s in the plan", id)
	return TaskPlan{}
}

func TestTheProposalWeighsProjectAndAdvancement(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(d *Dossier)
		id     string
		load   Hundredths
		why    string
	}{
		{"as usual", func(*Dossier) {}, "C2", 32_00, "32 jours d’usage ;"},
		{"begun", func(d *Dossier) { d.Study.Assembly.Level = LevelBegun }, "C2", 32_00, "32 jours d’usage ;"},
		{"nothing of the assembly", func(d *Dossier) { d.Study.Assembly.Level = LevelNone }, "C2", 38_00, "38 jours : 32 jours d’usage, + 20 % car le montage est à engager ;"},
		{"an assembly far ahead", func(d *Dossier) { d.Study.Assembly.Level = LevelFar }, "C2", 26_00, "− 20 % car le montage est avancé"},
		{"an assembly settled", func(d *Dossier) { d.Study.Assembly.Level = LevelSecure }, "C2", 19_00, "− 40 % car le montage est acquis"},
		{"another side", func(d *Dossier) { d.Study.Procedures.Level = LevelNone }, "C2", 32_00, "32 jours d’usage"},
		{"procedures", func(d *Dossier) { d.Study.Procedures.Level = LevelNone }, "P1", 34_00, "le volet administratif est à engager"},
		{"partners", func(d *Dossier) { d.Study.Partnerships.Level = LevelSecure }, "S2", 27_00, "le partenariat est acquis"},
		{"an old block", func(d *Dossier) { d.Project.Kinds = []ProjectKind{KindOldBlock} }, "C2", 37_00, "+ 15 % pour un îlot ancien"},
		{"a station", func(d *Dossier) { d.Project.Kinds = []ProjectKind{KindStation} }, "S2", 52_00, "+ 15 % pour les partenaires d’un quartier de gare"},
		{"a wasteland at the gate", func(d *Dossier) { d.Project.Kinds = []ProjectKind{KindWasteland, KindTownGate} }, "P1", 36_00, "+ 15 % pour les diagnostics d’une friche, + 15 % pour l’étendue"},
		{"two sites", func(d *Dossier) { d.Project.Sites = []*Site{{}, {}} }, "C2", 35_00, "+ 10 % pour 2 sites"},
		{"five sites", func(d *Dossier) { d.Project.Sites = []*Site{{}, {}, {}, {}, {}} }, "C2", 38_00, "+ 20 % pour 5 sites"},
		{"days given", func(d *Dossier) { d.Study.Assembly.Level, d.Mission.Tasks[1].Load = LevelNone, 10_50 }, "C2", 10_50, "10,5 jours, que vous avez indiqués ;"},
	} {
		d := missionOf("P1", "C2", "S2")
		tt.change(d)
		got := planOf(t, d.Propose(), tt.id)
		if got.Load != tt.load || !strings.Contains(got.Why, tt.why) {
			t.Errorf("%s: %s days for %s, %q; want %s, %q", tt.name, got.Load, tt.id, got.Why, tt.load, tt.why)
		}
	}
}

func TestTheProposalLastsFromSixToTwentyFourMonths(t *testing.T) {
	for _, tt := range []struct {
		loads  []Hundredths
		months int
		fits   bool
		why    string
	}{
		{nil, 0, false, "Choisissez d’abord"},
		{[]Hundredths{1_00}, 6, true, "une mission dure au moins 6 mois"},
		{[]Hundredths{54_00}, 6, true, "finit au mois 6."},
		{[]Hundredths{54_01}, 7, true, "finit au mois 7."},
		{[]Hundredths{216_00}, 24, true, "finit au mois 24."},
		{[]Hundredths{216_01}, 24, false, "Il reste : « Tâche 1 »"},
		{[]Hundredths{100_00, 100_00, 100_00}, 24, false, "Il reste : « Tâche 3 »"},
	} {
		d := &Dossier{}
		for i, load := range tt.loads {
			d.Mission.Tasks = append(d.Mission.Tasks, &Task{Row: Row{string(rune('a' + i))}, Title: "Tâche " + FormatInt(i+1), Load: load})
		}
		p := d.Propose()
		if p.Months != tt.months || p.Fits() != tt.fits || !strings.Contains(p.Why, tt.why) {
			t.Errorf("%v: %d months, fits %v, %q; want %d, %v, %q", tt.loads, p.Months, p.Fits(), p.Why, tt.months, tt.fits, tt.why)
		}
	}
}

func TestTasksFollowThePhaseAndTheTaskTheyBuildUpon(t *testing.T) {
	d := missionOf("S1", "C4", "C3", "P4")
	d.Mission.Start = "2027-01-04"
	p := d.Propose()
	var order []string
	last := 0
	for _, plan := range p.Tasks {
		order = append(order, plan.Task.Catalogue)
		if plan.First < last {
			t.Errorf("%s begins in month %d, before the former ends in month %d", plan.Task.Catalogue, plan.First, last)
		}
		last = plan.Last
	}
	if got := strings.Join(order, " "); got != "P4 C3 C4 S1" {
		t.Errorf("order %s", got)
	}
	c4 := planOf(t, p, "C4")
	if !strings.HasSuffix(c4.Why, "après « Aide au lancement et à la passation du marché MOE ».") || c4.Last-c4.First+1 < 8 ||
		c4.Due != d.Mission.Start.AddMonths(c4.Last).AddDays(-1) {
		t.Errorf("%+v", c4)
	}
}

func TestTheProposalIsWrittenOnlyWhenAsked(t *testing.T) {
	d := missionOf("P1", "C2")
	d.Mission.Start = "2027-01-04"
	d.Mission.Tasks[1].Load = 20_00
	ask(t, d, &d.Mission.Milestones).Add("P1")
	ask(t, d, &d.Mission.Milestones).Add("C2")
	d.Mission.Milestones[1].Day = "2027-06-01"
	p := d.Propose()
	if d.Mission.Months != 0 || d.Mission.Tasks[0].Load != 0 {
		t.Fatal("proposing changed the mission")
	}
	p.Apply(d)
	m := &d.Mission
	first := planOf(t, p, "P1")
	if m.Months != p.Months || m.Tasks[0].First != first.First || m.Tasks[0].Last != first.Last || m.Tasks[0].Load != 28_00 {
		t.Errorf("applied: %d months, %+v; want %+v", m.Months, m.Tasks[0], first)
	}
	if m.Milestones[0].Day != first.Due || m.Milestones[1].Day != "2027-06-01" {
		t.Errorf("milestones on %s and %s; want %s and the day that was given", m.Milestones[0].Day, m.Milestones[1].Day, first.Due)
	}
	for at, want := range map[any]Origin{&m.Months: OriginComputed, &m.Tasks[0].Load: OriginComputed, &m.Tasks[1].Load: OriginTyped} {
		if got := ask(t, d, at).Origin(); got != want {
			t.Errorf("%s: %s, want %s", ask(t, d, at).Label, got, want)
		}
	}
	// What was computed is computed again; what a person then types is kept.
	d.Study.Procedures.Level = LevelNone
	if got := planOf(t, d.Propose(), "P1").Load; got != 34_00 {
		t.Errorf("proposed again: %s days, want 34", got)
	}
	if err := ask(t, d, &m.Tasks[0].Load).Set("30"); err != nil {
		t.Fatal(err)
	}
	if got := planOf(t, d.Propose(), "P1").Load; got != 30_00 {
		t.Errorf("proposed after 30 days were typed: %s", got)
	}
}

// What would change is said before it is: what stands there, what comes, and whether a person typed it. The way back leaves
// the dossier as it was, but for what was answered since.
func TestWhatAProposalChangesIsSaidAndTakenBack(t *testing.T) {
	d := missionOf("P1", "C2")
	d.Mission.Start = "2027-01-04"
	ask(t, d, &d.Mission.Milestones).Add("P1")
	if err := ask(t, d, &d.Mission.Months).Set("7"); err != nil {
		t.Fatal(err)
	}
	before, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	p := d.Propose()
	var months, load Edit
	for _, e := range p.Edits(d) {
		switch e.Field {
		case ask(t, d, &d.Mission.Months).ID:
			months = e
		case ask(t, d, &d.Mission.Tasks[0].Load).ID:
			load = e
		}
	}
	if months.Before != "7 mois" || months.After != inMonths(p.Months) || !months.Typed || months.Label != "Durée de la mission" {
		t.Errorf("the duration: %+v", months)
	}
	if load.Before != "" || load.After != "28 jours" || load.Typed || load.Label != "Charge" || load.Of != d.Mission.Tasks[0].Title ||
		!strings.Contains(load.Why, "28 jours") {
		t.Errorf("the load: %+v", load)
	}
	undo := p.Apply(d)
	if len(d.Propose().Edits(d)) != 0 {
		t.Errorf("once applied, %v would still change", d.Propose().Edits(d))
	}
	undo()
	after, err := json.Marshal(d)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("%v: taken back, the dossier is\n%s\nwant\n%s", err, after, before)
	}
	undo = p.Apply(d)
	if err := ask(t, d, &d.Mission.Months).Set("14"); err != nil {
		t.Fatal(err)
	}
	undo()
	if d.Mission.Months != 14 || d.Mission.Tasks[0].Load != 0 {
		t.Errorf("taken back after an answer: %d months, want 14; %s days, want none", d.Mission.Months, d.Mission.Tasks[0].Load)
	}
}

func TestAPlanThatDoesNotFitChangesNothing(t *testing.T) {
	d := missionOf("P1")
	d.Mission.Tasks[0].Load = 900_00
	d.Propose().Apply(d)
	if d.Mission.Months != 0 || d.Mission.Tasks[0].First != 0 {
		t.Errorf("applied: %+v", d.Mission)
	}
}

// Whatever the tasks, a plan that fits holds together once applied: no clash, no month overloaded, nothing lost.
func TestAnyProposalThatFitsHoldsTogether(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 9))
	all := Catalogue()
	fitted := 0
	for range 400 {
		var some []string
		for _, c := range all {
			if r.IntN(3) == 0 {
				some = append(some, c.ID)
			}
		}
		d := missionOf(some...)
		r.Shuffle(len(d.Mission.Tasks), func(i, j int) {
			d.Mission.Tasks[i], d.Mission.Tasks[j] = d.Mission.Tasks[j], d.Mission.Tasks[i]
		})
		if r.IntN(2) == 0 {
			d.Mission.Start = Day("2026-06-01").AddDays(r.IntN(900))
		}
		for _, task := range d.Mission.Tasks {
			ask(t, d, &d.Mission.Milestones).Add(task.Catalogue)
			if r.IntN(3) == 0 {
				task.Load = Hundredths(50 + r.IntN(40_00))
			}
		}
		p := d.Propose()
		if len(p.Tasks)+len(p.Left) != len(some) {
			t.Fatalf("%v: %d tasks planned, %d left", some, len(p.Tasks), len(p.Left))
		}
		if !p.Fits() {
			continue
		}
		fitted++
		p.Apply(d)
		if got := d.Propose(); got.Months != p.Months || got.Load != p.Load {
			t.Fatalf("%v: proposed again %s, want %s", some, got, p)
		}
		for _, b := range planBreaches(d) {
			t.Fatalf("%v from %s: %s", some, d.Mission.Start, b.Message)
		}
		for _, m := range d.MonthLoads() {
			if m.Over() {
				t.Fatalf("%v: %s", some, m)
			}
		}
		if d.Mission.Months < 6 || d.Mission.Months > 24 || d.Mission.Workload() != p.Load {
			t.Fatalf("%v: %d months, %s days of %s", some, d.Mission.Months, d.Mission.Workload(), p.Load)
		}
	}
	if fitted < 100 {
		t.Errorf("only %d of 400 fitted", fitted)
	}
}
