package model

// A Picture illustrates a dossier on paper. It is no answer: it is kept beside the dossier, and put there by who composes its
// papers.
type Picture struct {
	Caption       string // given by the person; empty for none
	Data          []byte // a JPEG, or a PNG without transparency: upright, and no larger than paper needs
	Width, Height int    // in pixels
}
