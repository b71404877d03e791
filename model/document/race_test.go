//go:build race

package document

// lives is how many dossiers a run of the tests makes.
const lives = 60
