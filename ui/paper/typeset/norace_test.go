//go:build !race

package typeset

// layouts is how many random papers a run of the tests sets.
const layouts = 1000

// everyState tells whether the papers of the dossiers at both ends are all set, in every state; else those of the shorter, as
// drafts.
const everyState = true
