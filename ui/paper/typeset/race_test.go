//go:build race

package typeset

// layouts is how many random papers a run of the tests sets; the race detector makes each ten times dearer.
const layouts = 60

// everyState tells whether the papers of the dossiers at both ends are all set, in every state; else those of the shorter, as
// drafts.
const everyState = false
