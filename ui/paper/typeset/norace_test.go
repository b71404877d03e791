//go:build !race

package typeset

// layouts is how many random papers a run of the tests sets.
const layouts = 1000
