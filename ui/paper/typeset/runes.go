package typeset

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// equivalents are what replaces a rune that no face draws, where a reader takes the one for the other.
var equivalents = map[rune]string{
	'\u2010': "-", '\u2011': "-", '\u2012': "–", '\u2015': "—", '\u2043': "–",
	'\u2000': "\u00a0", '\u2001': "\u00a0", '\u2002': "\u00a0", '\u2003': "\u00a0", '\u2004': "\u00a0", '\u2005': "\u00a0",
	'\u2006': "\u202f", '\u2007': "\u00a0", '\u2008': "\u202f", '\u2009': "\u202f", '\u200a': "\u202f", '\u202f': "\u00a0",
	'\u3000': " ", '☒': "☑", '✔': "✓", '✗': "×", '✘': "×", '➔': "→", '➜': "→", '►': "▶", '‣': "•",
	'\u2028': "\n", '\u2029': "\n", '\u0085': "\n",
}

// clean brings typed text to what can be set: accents joined to their letters, ends of line as \n, every other blank as a
// space, and without the runes that have no shape.
func clean(s string) string {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] >= ' ' && s[i] < 0x7f
	}
	if plain {
		return s
	}
	s = norm.NFC.String(strings.ToValidUTF8(s, "?"))
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == softHyphen || r == zeroSpace:
			return r
		case r == '\r' || r == '\u2028' || r == '\u2029' || r == '\u0085':
			return '\n'
		case r == '\t' || r == '\v' || r == '\f':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r):
			return -1
		}
		return r
	}, s)
}

const (
	softHyphen = '\u00ad'
	zeroSpace  = '\u200b'
	fineSpace  = '\u202f'
	wideGlue   = '\u00a0' // unbreakable, stretches as a space does
)

// A stretch is text that one face draws entirely.
type stretch struct {
	face *Face
	text string
}

// drawn cuts clean text into stretches that their face draws: what face lacks comes from the other family, else is
// replaced by an equivalent, else by its code between brackets. Nothing is ever drawn as an empty box.
func drawn(face *Face, s string) []stretch {
	var out []stretch
	start, in := 0, face // s[start:i] is drawn by in
	cut := func(i int) {
		if i > start {
			out = append(out, stretch{in, s[start:i]})
		}
		start = i
	}
	for i, r := range s {
		with := face
		switch {
		case r == '\n' || r == zeroSpace || face.Has(r):
		case face.other.Has(r):
			with = face.other
		default:
			cut(i)
			out = append(out, stretch{face, substitute(face, r)})
			start, in = i+utf8.RuneLen(r), face
			continue
		}
		if with != in {
			cut(i)
			in = with
		}
	}
	cut(len(s))
	return out
}

// substitute returns text that face draws and that stands for r.
func substitute(face *Face, r rune) string {
	if s, ok := equivalents[r]; ok && has(face, s) {
		return s
	}
	if s := norm.NFKC.String(string(r)); has(face, s) {
		return s
	}
	// The base letter of a letter whose accent is not in the font reads better than a code.
	if base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r))); unicode.IsLetter(base) && face.Has(base) {
		return string(base)
	}
	return fmt.Sprintf("[U+%04X]", r)
}

func has(face *Face, s string) bool {
	for _, r := range s {
		if r != '\n' && !face.Has(r) {
			return false
		}
	}
	return true
}
