package storage

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"appuitechnique/model"
)

// answered gives n random answers, and adds, removes and sorts rows.
func answered(r *rand.Rand, d *model.Dossier, n int) {
	var all []model.Field
	for range n {
		if all == nil || r.IntN(8) == 0 {
			scribble(r, d)
			all = nil
			for _, f := range model.Fiches(model.Form(d)) {
				f.Each(func(q model.Field) {
					if q.Kind != model.KindComputed {
						all = append(all, q)
					}
				})
			}
			continue
		}
		switch q := all[r.IntN(len(all))]; {
		case q.Kind != model.KindRows:
			_ = q.Set(someAnswer(r, q)) // what cannot be read is kept as it was typed
		case len(q.Rows()) > 1 && r.IntN(3) == 0:
			q.Move(r.IntN(len(q.Rows())), r.IntN(len(q.Rows())))
		default:
			q.Add("")
		}
	}
}

func someAnswer(r *rand.Rand, q model.Field) string {
	if len(q.Options) > 0 && r.IntN(4) > 0 {
		return q.Options[r.IntN(len(q.Options))].Value
	}
	return []string{"", "0", "1", "24", "2026-12-31", "63300", "Une phrase.", "50"}[r.IntN(8)]
}

// apart is a dossier and two copies of it, changed at random; of the title of the project, they always disagree.
func apart(t *testing.T, r *rand.Rand) (base, ours, theirs *model.Dossier) {
	t.Helper()
	base = dossier("a1", "2026-001", "Riom")
	if r.IntN(3) == 0 {
		name := model.ExampleNames()[r.IntN(len(model.ExampleNames()))]
		base, _ = model.Example(name)
	}
	answered(r, base, r.IntN(60))
	ours, theirs = clone(t, base), clone(t, base)
	answered(r, ours, r.IntN(40))
	answered(r, theirs, r.IntN(40))
	ours.Project.Title, theirs.Project.Title = "Halle aux blés", "Halle aux grains"
	return clone(t, base), ours, theirs
}

// What each copy says is in what is made of both, or was told to be in conflict; and the same is made of the same.
func TestAMergeIsDeterministicAndLosesNoAnswer(t *testing.T) {
	r := seeded(t)
	rounds := 30
	if raced {
		rounds = 6
	}
	conflicts := 0
	for range rounds {
		base, ours, theirs := apart(t, r)
		if r.IntN(2) == 0 {
			base = nil
		}
		_, found, err := merged(base, ours, theirs, nil)
		if err != nil {
			t.Fatal(err)
		}
		sides, flipped := map[string]Side{}, map[string]Side{}
		for _, x := range found {
			if x.Fate == FateConflict {
				conflicts++
				sides[x.Of] = Side(1 + r.IntN(2))
			}
		}
		for q, s := range sides {
			flipped[q] = 3 - s
		}
		got, again, err := merged(base, ours, theirs, sides)
		if err != nil || !slices.EqualFunc(found, again, func(a, b Difference) bool { return a.Path == b.Path && a.Fate == b.Fate }) {
			t.Fatalf("the differences depend on what is chosen: %v", err)
		}
		twice, _, err := merged(base, ours, theirs, sides)
		if err != nil || digestOf(got) != digestOf(twice) {
			t.Fatalf("the same merge differs: %v", err)
		}
		mirror, _, err := merged(base, theirs, ours, flipped)
		if err != nil {
			t.Fatal(err)
		}
		nothingLost(t, base, ours, theirs, got, found, sides)
		sameAnswersAs(t, got, mirror)
		if t.Failed() {
			return
		}
	}
	if conflicts < rounds {
		t.Errorf("%d conflicts in %d rounds, where each has the title at least", conflicts, rounds)
	}
}

func nothingLost(t *testing.T, base, ours, theirs, got *model.Dossier, found []Difference, sides map[string]Side) {
	t.Helper()
	was, a, b, now := map[string]model.Field{}, questions(ours), questions(theirs), questions(got)
	if base != nil {
		was = questions(base)
	}
	fate := map[string]Fate{}
	for _, x := range found {
		fate[x.Of] = x.Fate
	}
	text := func(all map[string]model.Field, id string) string {
		if q, ok := all[id]; ok {
			return q.Text()
		}
		return ""
	}
	for _, side := range []struct {
		all, other map[string]model.Field
		side       Side
	}{{a, b, SideOurs}, {b, a, SideTheirs}} {
		for id, q := range side.all {
			if q.Kind == model.KindComputed || q.Kind == model.KindRows || q.Text() == "" || text(now, id) == q.Text() {
				continue
			}
			f, told := fate[id]
			if i := len(rowOf(id)); !told && i > 0 {
				f, told = fate[id[:i]]
			}
			chosen := sides[id]
			if i := len(rowOf(id)); chosen == SideNone && i > 0 {
				chosen = sides[id[:i]]
			}
			switch {
			case !told:
				t.Errorf("%s: %q is lost, and nothing was said", id, q.Text())
			case f == FateConflict && chosen != side.side: // the other was chosen
			case base != nil && text(was, id) == q.Text(): // the other changed it, and this one did not
			default:
				t.Errorf("%s: %q became %q (fate %d, the other said %q)", id, q.Text(), text(now, id), f, text(side.other, id))
			}
		}
	}
}

func sameAnswersAs(t *testing.T, a, b *model.Dossier) {
	t.Helper()
	x, y := questions(a), questions(b)
	for id, q := range x {
		other, ok := y[id]
		if !ok || q.Kind != model.KindRows && q.Kind != model.KindComputed && q.Text() != other.Text() {
			t.Errorf("%s: %q from one side, %q from the other", id, q.Text(), other.Text())
		}
	}
	for id := range y {
		if _, ok := x[id]; !ok {
			t.Errorf("%s: only from the other side", id)
		}
	}
}

// cards says what becomes of each question.
func cards(found []Difference) []string {
	var out []string
	for _, x := range found {
		out = append(out, fmt.Sprint([]string{"new", "kept", "conflict"}[x.Fate], " ", x.Question()))
	}
	return out
}

func TestWhatOnlyOneSideChangedIsNoConflict(t *testing.T) {
	base := dossier("a1", "2026-001", "Riom")
	base.Mission.Months, base.Project.Title = 12, "Halle"
	zero := new(model.Cents)
	ours, theirs := clone(t, base), clone(t, base)
	ours.Mission.Months, theirs.Mission.Months = 18, 24
	theirs.Project.Title = "Halle aux blés"
	ours.Project.Summary = "Un projet."
	ours.Terms.Ceiling = zero
	for _, tt := range []struct {
		base *model.Dossier
		want []string
	}{
		{base, []string{"conflict mission.months", "kept project.summary", "new project.title", "kept terms.ceiling"}},
		{nil, []string{"conflict mission.months", "kept project.summary", "conflict project.title", "kept terms.ceiling"}},
	} {
		got, found, err := merged(tt.base, ours, theirs, map[string]Side{"mission.months": SideTheirs, "project.title": SideTheirs})
		if err != nil || !slices.Equal(cards(found), tt.want) {
			t.Errorf("got %v, %v; want %v", cards(found), err, tt.want)
		}
		if got.Mission.Months != 24 || got.Project.Title != "Halle aux blés" || got.Project.Summary != "Un projet." || got.Terms.Ceiling == nil {
			t.Errorf("made %+v", got.Mission)
		}
	}
}

// TestNotesTravelAndMeet takes a note through a file, then has both sides write: each is kept, and nobody is asked.
func TestNotesTravelAndMeet(t *testing.T) {
	for _, tt := range []struct{ base, ours, theirs, want string }{
		{"", "Appeler la DR", "", "Appeler la DR"},
		{"", "", "Voir le devis", "Voir le devis"},
		{"", "Appeler la DR", "Voir le devis", "Appeler la DR\nVoir le devis"},
		{"Appeler", "Appeler", "Appelée", "Appelée"},
		{"Appeler", "Appeler la DR", "Appelée", "Appeler la DR\nAppelée"},
		{"Appeler", "", "Appelée", "Appelée"},
		{"Appeler", "Appeler", "", ""},
		{"Appeler", "Appeler la DR", "", "Appeler la DR"},
	} {
		for _, based := range []bool{true, false} {
			if !based && tt.base != "" {
				continue
			}
			base := dossier("a1", "2026-001", "Riom")
			base.Marks.Note("mission.months", tt.base)
			ours, theirs := clone(t, base), clone(t, base)
			ours.Marks.Note("mission.months", tt.ours)
			theirs.Marks.Note("mission.months", tt.theirs)
			if !based {
				base = nil
			}
			d, found, err := merged(base, ours, theirs, nil)
			if err != nil {
				t.Fatal(err)
			}
			if got := d.Marks.Notes["mission.months"]; got != tt.want {
				t.Errorf("%+v, based %v: got %q", tt, based, got)
			}
			for _, x := range found {
				if x.Fate == FateConflict {
					t.Errorf("%+v: a note is a conflict", tt)
				}
			}
			if tt.want != tt.ours && len(found) == 0 {
				t.Errorf("%+v: nothing is said of the note that changes", tt)
			}
		}
	}
}
