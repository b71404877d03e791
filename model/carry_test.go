package model

import (
	"reflect"
	"testing"
)

// TestEveryGroupOfAnswersBelongsToOnePart is what Carry counts on: a part is carried over whole, and alone.
func TestEveryGroupOfAnswersBelongsToOnePart(t *testing.T) {
	for _, name := range ExampleNames() {
		d, _ := Example(name)
		parts := map[string]int{}
		for _, p := range Form(d) {
			for _, f := range p.Fiches {
				f.Each(func(q Field) {
					if at, ok := parts[groupOf(q.ID)]; ok && at != p.Number {
						t.Errorf("%s is asked in the parts %d and %d", groupOf(q.ID), at, p.Number)
					}
					parts[groupOf(q.ID)] = p.Number
				})
			}
		}
	}
}

func TestWhatIsCarriedIsMarkedAndNothingElseComes(t *testing.T) {
	from, _ := Example("riom")
	from.Marks.See("mission.tasks")
	from.Marks.Revise("mission.tasks", true)
	d, err := Carry(from, func(part int) bool { return part == 4 }, "new", "2026-009", "2026-11-23")
	if err != nil {
		t.Fatal(err)
	}
	if d.ID != "new" || d.Reference != "2026-009" || d.Changed != "2026-11-23" || !d.Specimen {
		t.Errorf("the dossier is %s, %s, of %s, specimen %t", d.ID, d.Reference, d.Changed, d.Specimen)
	}
	if !reflect.DeepEqual(d.Mission, from.Mission) || len(d.Mission.Tasks) == 0 || d.Mission.Tasks[0] == from.Mission.Tasks[0] {
		t.Error("the mission is not a copy of the one carried over")
	}
	if fresh := New("new", "2026-009", "2026-11-23"); !reflect.DeepEqual(d.Town, fresh.Town) || !reflect.DeepEqual(d.Cost, fresh.Cost) {
		t.Errorf("the town and the costs came along: %+v", d.Town)
	}
	if len(d.Marks.Seen)+len(d.Marks.Review)+len(d.Marks.Decided) > 0 {
		t.Errorf("marks came along: %+v", d.Marks)
	}
	carried := 0
	for _, f := range Fiches(Form(d)) {
		f.Each(func(q Field) {
			if q.Origin() == OriginCarried {
				carried++
				if groupOf(q.ID) != "mission" && groupOf(q.ID) != "steering" && groupOf(q.ID) != "planning" {
					t.Errorf("%s is marked as carried over", q.ID)
				}
			}
		})
	}
	if carried < 20 {
		t.Errorf("%d answers are marked as carried over", carried)
	}
	whole, err := Carry(from, func(int) bool { return true }, "all", "2026-010", "2026-11-23")
	if err != nil || !reflect.DeepEqual(whole.Signatories, from.Signatories) || !reflect.DeepEqual(whole.FollowUp, from.FollowUp) {
		t.Errorf("with every part, something is lost, %v", err)
	}
}
