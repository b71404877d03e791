//go:build !race

package typeset

// layouts is how many random papers a run of the tests sets.
const layouts = 1000

// longestToo tells whether the papers of the longest dossier are set too.
const longestToo = true
