package document

import (
	"unicode"
	"unicode/utf8"
)

// french applies the micro-typography of French to a run of spans, across their borders.
func french(s Spans) Spans { return s }

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}
