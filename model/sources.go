package model

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

//go:generate go run quotes_generate.go

// Headings lists the headings of the presentation in its order; each opens a page that ends where the next begins.
func Headings() []string {
	return []string{pageAmbition, pageGap, pageOffer, pageCapacity, pageTasks, pageComplex, pageGroup, pageSecondment,
		pageTowns, pageContents, pageSteps}
}

// Fingerprint is the hash of a passage of the presentation, the same however its markup, apostrophes, spaces and the
// punctuation around its words are written. With Fingerprints it lets the tests hold every quote against the presentation
// without shipping its text.
func Fingerprint(passage string) string { return fingerprint(quoteWords(passage)) }

// Fingerprints returns the hash of each run of four words of a passage, in order; none when it has fewer.
func Fingerprints(passage string) []string {
	words := quoteWords(passage)
	var out []string
	for i := 0; i+quoteRun <= len(words); i++ {
		out = append(out, fingerprint(words[i:i+quoteRun]))
	}
	return out
}

const quoteRun = 4 // words

func fingerprint(words []string) string {
	sum := sha256.Sum256([]byte(strings.Join(words, " ")))
	return hex.EncodeToString(sum[:5])
}

// quoteWords splits a passage into words, bare of the markup (*, #) and of the punctuation around them.
func quoteWords(passage string) []string {
	passage = strings.NewReplacer("*", "", "#", "", "’", "'").Replace(passage)
	var words []string
	for _, w := range strings.Fields(passage) {
		if w = strings.Trim(w, ".,;:!?…()«»-–—/"); w != "" {
			words = append(words, w)
		}
	}
	return words
}
