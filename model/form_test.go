package model

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// derived lists what a dossier holds and no question asks.
var derived = []string{"id", "reference", "specimen", "changed"}

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
	for _, id := range slices.Sorted(maps.Values(paths(&d))) {
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
