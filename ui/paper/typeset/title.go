package typeset

import (
	"math"
	"strings"
)

// balanced sets a centred title in lines of about the same length.
func (b *builder) balanced(text string, st *style, tag Tag) {
	const width = fullWidth - 12*mm
	ls := st.text(text, width)
	if len(ls) == 0 {
		return
	}
	if even, ok := st.evenly(text, width, len(ls)); ok {
		ls = st.text(even, width)
	}
	b.lines(ls, column{x: leftEdge + (fullWidth-width)/2, w: width, st: st, elem: b.sect.add(tag), heading: true})
}

// mostTitleWords bounds the titles that are balanced: what is longer is no title.
const mostTitleWords = 80

// evenly ends the lines of a text so that its n lines are as even as they can be, none wider than width; ok is false where
// the text says itself where its lines end, or has no such lines.
func (st *style) evenly(text string, width float64, n int) (even string, ok bool) {
	words := strings.FieldsFunc(clean(text), func(r rune) bool { return r == ' ' })
	if n < 2 || len(words) < n || len(words) > mostTitleWords || strings.ContainsRune(clean(text), '\n') {
		return "", false
	}
	// best[k][i] is the least sum of squares of k lines made of the first i words; from tells where the last begins.
	best, from := make([][]float64, n+1), make([][]int, n+1)
	for k := range best {
		best[k], from[k] = make([]float64, len(words)+1), make([]int, len(words)+1)
		for i := range best[k] {
			best[k][i] = math.Inf(1)
		}
	}
	best[0][0] = 0
	for j := range words {
		for i := j + 1; i <= len(words); i++ {
			_, w := st.oneLine(strings.Join(words[j:i], " "))
			if w > width {
				break
			}
			for k := 1; k <= n; k++ {
				if sum := best[k-1][j] + w*w; sum < best[k][i] {
					best[k][i], from[k][i] = sum, j
				}
			}
		}
	}
	if math.IsInf(best[n][len(words)], 1) {
		return "", false
	}
	for k, end := n, len(words); k > 0; k-- {
		start := from[k][end]
		if even != "" {
			even = "\n" + even
		}
		even = strings.Join(words[start:end], " ") + even
		end = start
	}
	return even, true
}
