package territory

import (
	"strings"

	"appuitechnique/model"
)

// Search returns at most limit communes for what a person types: words of the name, from their first letters, the first
// figures of a postal code or of an INSEE code, in any order. Case, accents, hyphens and apostrophes do not matter, and
// « st » is « saint ». Towns of the programme come first, and among them as among the others the exact name or
// INSEE code, then the most populated. An empty query matches them all.
func Search(query string, limit int) []model.Commune {
	t := load()
	wanted := strings.TrimSpace(fold(query))
	words := strings.Fields(wanted)
	// One list for the exact names and one for the others, of the programme then of the rest.
	var found [4][]int32
	for _, i := range t.ranked {
		p := &t.places[i]
		if !p.matches(words) {
			continue
		}
		list := 0
		if !p.acv {
			list = 2
		}
		if p.folded[1:] != wanted && !strings.EqualFold(p.code, wanted) {
			list++
		}
		if len(found[list]) < limit {
			found[list] = append(found[list], i)
		}
	}
	var out []model.Commune
	for _, list := range found {
		for _, i := range list[:min(len(list), limit-len(out))] {
			out = append(out, t.commune(int(i)))
		}
	}
	return out
}

func (p *place) matches(words []string) bool {
	for _, w := range words {
		if w[0] >= '0' && w[0] <= '9' {
			if !p.numbered(w) {
				return false
			}
		} else if !begins(p.folded, w) {
			return false
		}
	}
	return true
}

// begins reports whether a word of folded starts with prefix.
func begins(folded, prefix string) bool {
	for {
		i := strings.Index(folded, prefix)
		if i < 0 {
			return false
		}
		if folded[i-1] == ' ' {
			return true
		}
		folded = folded[i:]
		next := strings.IndexByte(folded, ' ')
		if next < 0 {
			return false
		}
		folded = folded[next:]
	}
}

// numbered reports whether the INSEE code of p, or one of its postal codes, starts with w.
func (p *place) numbered(w string) bool {
	if len(p.code) >= len(w) && strings.EqualFold(p.code[:len(w)], w) {
		return true
	}
	for rest := p.postal; rest != ""; {
		var code string
		code, rest, _ = strings.Cut(rest, " ")
		if strings.HasPrefix(code, w) {
			return true
		}
	}
	return false
}

// fold writes s for comparison, a space before each of its words.
func fold(s string) string {
	words := strings.FieldsFunc(model.Fold(s), func(r rune) bool {
		return r == ' ' || r == '\'' || r == '(' || r == ')' || r == ',' || r == '.'
	})
	var b strings.Builder
	for _, w := range words {
		b.WriteByte(' ')
		switch w {
		case "st":
			w = "saint"
		case "ste":
			w = "sainte"
		}
		b.WriteString(w)
	}
	return b.String()
}
