package model

import (
	"strings"
	"unicode"
)

// Fold writes s for comparison: lower case, accents dropped, œ and æ split, typographic apostrophes straight, every run
// of spaces and hyphens one space. The commune index and the search use it.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		r = unicode.ToLower(r)
		if unicode.IsSpace(r) || r == '-' || r == '‑' {
			space = b.Len() > 0
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		if r < 0x80 {
			b.WriteByte(byte(r))
			continue
		}
		if t, ok := folded[r]; ok {
			b.WriteString(t)
			continue
		}
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// folded covers the letters of French, of the regional languages of French place names and of their neighbours.
var folded = map[rune]string{
	'à': "a", 'á': "a", 'â': "a", 'ã': "a", 'ä': "a", 'å': "a", 'æ': "ae", 'ç': "c", 'è': "e", 'é': "e", 'ê': "e", 'ë': "e",
	'ì': "i", 'í': "i", 'î': "i", 'ï': "i", 'ñ': "n", 'ò': "o", 'ó': "o", 'ô': "o", 'õ': "o", 'ö': "o", 'ø': "o", 'œ': "oe",
	'ù': "u", 'ú': "u", 'û': "u", 'ü': "u", 'ý': "y", 'ÿ': "y", 'ß': "ss", '’': "'", '‘': "'", 'š': "s", 'ž': "z", 'ō': "o", 'ū': "u", 'ā': "a", 'ī': "i", 'ē': "e",
}
