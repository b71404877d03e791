package document

import (
	"fmt"
	"strings"
)

// A Chapter is a part of a paper that changes as a whole: an article, an annex, what stands under a heading.
type Chapter struct {
	Heading string // as in Use.Heading; empty above the first
	Blocks  []Block

	key string // the same in two versions, whatever its number became
}

// chapters cuts the blocks of a paper into its chapters: together they are these blocks, in order.
func chapters(blocks []Block) []Chapter {
	out := []Chapter{{}}
	seen := map[string]int{}
	annexed := false
	for _, b := range blocks {
		key := ""
		switch k := b.(type) {
		case Article:
			key = "article " + k.Title
		case Annex:
			key, annexed = "annexe "+k.Title, true
		case Section:
			key = "section " + k.Title
		case Label:
			key = "label " + k.Text
		case Signatures:
			key = "signatures"
		}
		if _, annex := b.(Annex); key == "" || key == "label et" || annexed && !annex {
			last := &out[len(out)-1]
			last.Blocks = append(last.Blocks, b)
			continue
		}
		if seen[key]++; seen[key] > 1 {
			key = fmt.Sprintf("%s (%d)", key, seen[key])
		}
		heading := headingOf(b)
		if heading == "" {
			heading = "Signatures"
		}
		out = append(out, Chapter{Heading: heading, Blocks: []Block{b}, key: key})
	}
	return out
}

// passages is what the chapter says under its heading, sentence by sentence, row by row.
func (c Chapter) passages() []string {
	var out []string
	for i, b := range c.Blocks {
		if i == 0 && headingOf(b) != "" {
			continue
		}
		text := strings.TrimSpace(blockText(b))
		if text == "" {
			continue
		}
		out = append(out, strings.Split(strings.ReplaceAll(text, " | ", " · "), "\n")...)
	}
	return out
}

// text is all that the chapter says, but for the number of its heading.
func (c Chapter) text() string {
	return c.key + "\n" + strings.Join(c.passages(), "\n")
}

// A Change is a chapter in two versions of a paper; nil blocks on the side that does not have it.
type Change struct {
	Was, Now Chapter

	after string // of a chapter that is added: the key of the one it follows
}

// changesOf lists the chapters that differ, in the order of the later version, those taken away where they stood.
func changesOf(was, now []Block) []Change {
	var out []Change
	before, after := chapters(was), chapters(now)
	for _, p := range aligned(keys(before), keys(after)) {
		switch {
		case p.was < 0:
			out = append(out, Change{Now: after[p.now], after: after[max(p.now-1, 0)].key})
		case p.now < 0:
			out = append(out, Change{Was: before[p.was]})
		case before[p.was].text() != after[p.now].text():
			out = append(out, Change{Was: before[p.was], Now: after[p.now]})
		}
	}
	return out
}

func keys(list []Chapter) []string {
	out := make([]string, len(list))
	for i, c := range list {
		out[i] = c.key
	}
	return out
}

// A pair is the same thing at two places; -1 where one side lacks it.
type pair struct{ was, now int }

// aligned pairs the strings of a and b by their longest common subsequence; what b lacks stands before what a lacks.
func aligned(a, b []string) []pair {
	start, n, m := 0, len(a), len(b)
	for start < n && start < m && a[start] == b[start] {
		start++
	}
	for n > start && m > start && a[n-1] == b[m-1] {
		n, m = n-1, m-1
	}
	best := longest(a[start:n], b[start:m])
	var out []pair
	for i := range start {
		out = append(out, pair{i, i})
	}
	i, k := start, start
	for i < n || k < m {
		switch {
		case i < n && k < m && a[i] == b[k]:
			out = append(out, pair{i, k})
			i, k = i+1, k+1
		case k == m || i < n && best[i-start+1][k-start] >= best[i-start][k-start+1]:
			out = append(out, pair{i, -1})
			i++
		default:
			out = append(out, pair{-1, k})
			k++
		}
	}
	for ; i < len(a); i, k = i+1, k+1 {
		out = append(out, pair{i, k})
	}
	return out
}

// longest gives, for every i and k, the length of the longest common subsequence of a[i:] and b[k:].
func longest(a, b []string) [][]int {
	best := make([][]int, len(a)+1)
	for i := range best {
		best[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for k := len(b) - 1; k >= 0; k-- {
			if best[i][k] = max(best[i+1][k], best[i][k+1]); a[i] == b[k] {
				best[i][k] = best[i+1][k+1] + 1
			}
		}
	}
	return best
}
