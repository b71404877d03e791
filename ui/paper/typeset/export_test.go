package typeset

import (
	"testing"

	"appuitechnique/model/document"
)

// RandomDocument gives the tests of the painters the papers that nobody would write.
func RandomDocument(seed uint64) document.Document { return newMaker(seed).document() }

// EachStressedPaper gives them those of the dossiers at both ends, in every state.
func EachStressedPaper(t *testing.T, visit func(name string, doc document.Document)) {
	eachPaper(t, stressed(), visit)
}
