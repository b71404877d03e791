//go:build race

package typeset

// layouts is how many random papers a run of the tests sets; the race detector makes each ten times dearer.
const layouts = 60
