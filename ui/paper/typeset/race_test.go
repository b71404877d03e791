//go:build race

package typeset

// layouts is how many random papers a run of the tests sets; the race detector makes each ten times dearer.
const layouts = 60

// longestToo tells whether the papers of the longest dossier are set too.
const longestToo = false
