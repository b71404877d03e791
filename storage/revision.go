package storage

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// The history of a dossier is a chain of revisions, each a session of work, numbered from 1. What a revision holds is the
// steps that lead from the state before it to the state after it, so that any state is found from the last one, or from one
// of the whole copies made on the way. The keys are
//
//	r/<id>/<n>  revision n         v/<id>/<n>  the dossier as revision n left it, whole
//	u/<id>      what to undo next, and what to do again
//
// with n in 8 hexadecimal digits.

// An Author is who works, and on which computer. Both are written in the history, and may be empty.
type Author struct {
	Name        string `json:"qui,omitempty"`
	Workstation string `json:"poste,omitempty"`
}

// RevisionKind says what a revision comes from.
type RevisionKind string

// The kinds of revision, as they are saved.
const (
	RevisionCreated RevisionKind = "creation" // the dossier was begun, or copied from another
	RevisionAdded   RevisionKind = "import"   // it came as a file
	RevisionWork    RevisionKind = "travail"  // answers were given
	RevisionReturn  RevisionKind = "retour"   // an earlier state was taken up again
	RevisionFound   RevisionKind = "reprise"  // the dossier was found as it is: how it came to be so was not kept
	RevisionErased  RevisionKind = "purge"    // personal data were erased for good
	RevisionMerged  RevisionKind = "fusion"   // the copy that a file held was merged; Return is the revision before what it brought
	RevisionBridge  RevisionKind = "passage"  // no work: it leads from the revisions of one copy to those of another
)

// A Revision is one session of work on a dossier. It closes after five idle minutes, when the dossier is left, when it is
// given a name, or when someone else works.
type Revision struct {
	N int `json:"n"`
	Author
	Begun  time.Time    `json:"debut"` // by the clock of the computer: for information, never to decide
	Ended  time.Time    `json:"fin"`
	Kind   RevisionKind `json:"sorte"`
	Name   string       `json:"nom,omitempty"`    // given by « Enregistrer une version »
	Return int          `json:"retour,omitempty"` // the revision gone back to

	Schema int    `json:"schema"`
	Steps  []Step `json:"pas,omitempty"`
	Sum    string `json:"empreinte"` // of the state it leaves; empty once personal data were erased from it
}

// A Step is what one undoes at once.
type Step struct {
	At      time.Time `json:"quand"`
	Changes patch     `json:"patch"`
	Of      ref       `json:"de,omitzero"` // the step that this one undoes, or does again
	Redone  bool      `json:"refait,omitempty"`
	Before  ref       `json:"avant,omitzero"` // the step to undo after this one
}

// A ref names a step: the number of its revision, and its rank there from 1; zero is none.
type ref [2]int

// cursor is the value of u/<id>.
type cursor struct {
	Last   int   `json:"dernier"`          // number of the last revision
	Done   ref   `json:"fait,omitzero"`    // what Undo undoes
	Undone []ref `json:"defait,omitempty"` // what Redo does again, the last first to go
}

// The bounds of a revision.
const (
	idle     = 5 * time.Minute
	burst    = 5 * time.Second // changes to the same answers within it are one step
	maxSteps = 200
	copies   = 20 // one whole copy every so many revisions
)

func revisionKey(id string, n int) string { return fmt.Sprintf("r/%s/%08x", id, n) }
func copyKey(id string, n int) string     { return fmt.Sprintf("v/%s/%08x", id, n) }

// Changes lists what the revision changed in all, one change an answer, in the order they were first made. What was put
// back as it was is left out.
func (r *Revision) Changes() []Change {
	var all patch
	for _, s := range r.Steps {
		all = all.then(s.Changes.loud())
	}
	return tidy(all)
}

// tidy leaves out the order of the lists that gained or lost rows, which says nothing more, and what changed inside rows
// that came and went.
func tidy(all patch) []Change {
	return slices.DeleteFunc(slices.Clone(all), func(c Change) bool {
		for _, x := range all {
			if c.Sorted && strings.HasPrefix(x.Path, c.Path+"/[") && (len(x.Was) == 0 || len(x.Now) == 0) {
				return true
			}
			if x.Path != c.Path && strings.HasPrefix(c.Path, x.Path+"/") && len(x.Now) == 0 {
				return true
			}
		}
		return false
	})
}
