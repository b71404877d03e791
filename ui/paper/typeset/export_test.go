package typeset

import "appuitechnique/model/document"

// RandomDocument gives the tests of the painters the papers that nobody would write.
func RandomDocument(seed uint64) document.Document { return newMaker(seed).document() }
