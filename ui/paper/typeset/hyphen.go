package typeset

import (
	"strings"
	"sync"
	"unicode"

	"appuitechnique/assets"
)

// hyphenator cuts French words by the patterns of Liang.
type hyphenator struct {
	values  map[string][]byte
	longest int // pattern, in runes

	mu    sync.Mutex // guards words
	words map[string][]int
}

// What is hyphenated keeps three letters on each side: TeX allows two, but the lines of a paper are long enough.
const (
	lettersBefore   = 3
	lettersAfter    = 3
	shortestDivided = 6
)

// french is made once for the process: the patterns never change, and the cache of cut words is guarded.
var french = sync.OnceValue(func() *hyphenator { return newHyphenator(assets.FrenchPatterns) })

func newHyphenator(patterns string) *hyphenator {
	h := &hyphenator{values: map[string][]byte{}, words: map[string][]int{}}
	for line := range strings.Lines(patterns) {
		var letters []rune
		values := []byte{0}
		for _, r := range strings.TrimSpace(line) {
			if r >= '0' && r <= '9' {
				values[len(values)-1] = byte(r - '0')
				continue
			}
			letters = append(letters, r)
			values = append(values, 0)
		}
		if len(letters) > 0 {
			h.values[string(letters)] = values
			h.longest = max(h.longest, len(letters))
		}
	}
	return h
}

// cuts returns the rune indexes where s may be divided. Names, acronyms, numbers and what they count are left whole: neither
// « 5 jan-vier » nor « 12 semai-nes ».
func (h *hyphenator) cuts(s string) []int {
	h.mu.Lock()
	defer h.mu.Unlock()
	if c, ok := h.words[s]; ok {
		return c
	}
	runes := []rune(s)
	var out []int
	for i := 0; i < len(runes); {
		j := i
		for j < len(runes) && unicode.IsLower(runes[j]) {
			j++
		}
		alone := (i == 0 || !unicode.IsUpper(runes[i-1]) && !unicode.IsDigit(runes[i-1])) &&
			(j == len(runes) || !unicode.IsLetter(runes[j]) && !unicode.IsDigit(runes[j]))
		counted := i > 1 && runes[i-1] == '\u00a0' && unicode.IsDigit(runes[i-2])
		if alone && !counted && j-i >= shortestDivided && !strings.ContainsAny(s, "@/_") {
			out = h.divide(out, runes[i:j], i)
		}
		i = max(j, i+1)
	}
	if len(h.words) >= keptWords {
		clear(h.words)
	}
	h.words[s] = out
	return out
}

// divide appends the cuts of one word in lower case, moved by offset.
func (h *hyphenator) divide(out []int, word []rune, offset int) []int {
	dotted := append(append([]rune{'.'}, word...), '.')
	points := make([]byte, len(dotted)+1)
	for i := range dotted {
		for n := 1; n <= h.longest && i+n <= len(dotted); n++ {
			for k, v := range h.values[string(dotted[i:i+n])] {
				points[i+k] = max(points[i+k], v)
			}
		}
	}
	for i := lettersBefore; i <= len(word)-lettersAfter; i++ {
		if points[i+1]%2 == 1 {
			out = append(out, offset+i)
		}
	}
	return out
}
