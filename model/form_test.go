package model

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// derived lists what a dossier holds and no question asks. What the mission was on the day the job profile was settled is
// kept with that day, so that a later change can be told.
var derived = []string{"id", "reference", "specimen", "changed", "job.settled.on", "job.settled.project", "job.settled.months",
	"job.settled.tasks"}

// Every answer a dossier can hold is asked exactly once, so a field added to the struct and forgotten in the form fails
// here with its path.
func TestEveryAnswerIsAskedOnce(t *testing.T) {
	var d Dossier
	var asked []string
	for _, fiche := range Fiches(Form(&d)) {
		for _, f := range fiche.Fields {
			if f.Kind != KindComputed {
				asked = append(asked, f.ID)
			}
		}
	}
	var stored []string
	for _, id := range slices.Sorted(maps.Values(paths(&d, dossierSlots))) {
		if !slices.Contains(derived, id) && !strings.HasPrefix(id, "marks.") {
			stored = append(stored, id)
		}
	}
	for _, id := range stored {
		if n := count(asked, id); n != 1 {
			t.Errorf("%s is asked %d times, want once", id, n)
		}
	}
	for _, id := range asked {
		if !slices.Contains(stored, id) {
			t.Errorf("%q is asked and not stored", id)
		}
	}
}

func count(list []string, s string) int {
	n := 0
	for _, v := range list {
		if v == s {
			n++
		}
	}
	return n
}

// So is every cell of a row, save its key and the task an activity was drawn from.
func TestEveryCellOfARowIsAskedOnce(t *testing.T) {
	unasked := []string{"key", "job.activities.task"}
	var d Dossier
	for _, fiche := range Fiches(Form(&d)) {
		for _, f := range fiche.Fields {
			if f.Kind != KindRows {
				continue
			}
			f.Add("")
			var asked []string
			for _, c := range f.rows.all()[0] {
				_, name, _ := strings.Cut(strings.TrimPrefix(c.ID, f.ID), "].")
				asked = append(asked, name)
			}
			stored := slices.Sorted(maps.Values(f.rows.columns(0)))
			for _, name := range stored {
				want := 1
				if slices.Contains(unasked, name) || slices.Contains(unasked, f.ID+"."+name) {
					want = 0
				}
				if n := count(asked, name); n != want {
					t.Errorf("%s[].%s is asked %d times, want %d", f.ID, name, n, want)
				}
			}
			for _, name := range asked {
				if !slices.Contains(stored, name) {
					t.Errorf("%s[].%s is asked and not stored", f.ID, name)
				}
			}
		}
	}
}
