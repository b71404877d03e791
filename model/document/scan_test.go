package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The readers of this file find what a paper prints by looking for one sure sign, then around it: ten thousand papers are
// read, and patterns would take ten times as long.

var monthNames = []string{" janvier ", " février ", " mars ", " avril ", " mai ", " juin ", " juillet ", " août ", " septembre ", " octobre ",
	" novembre ", " décembre "}

// daysIn lists the days written in text: « 3 mars 2027 », « 1er mars 2027 », « 03/03/2027 ».
func daysIn(text string) []string {
	var out []string
	for _, month := range monthNames {
		each(text, month, func(at int) {
			day, year := wordBefore(text, at), text[at+len(month):]
			number := strings.TrimSuffix(day, "er")
			if len(number) >= 1 && len(number) <= 2 && allDigits(number) && len(year) >= 4 && allDigits(year[:4]) {
				out = append(out, day+month+year[:4])
			}
		})
	}
	each(text, "/20", func(at int) {
		if at >= 5 && len(text) >= at+5 && allDigits(text[at-5:at-3]+text[at-2:at]+text[at+1:at+5]) && text[at-3] == '/' {
			out = append(out, text[at-5:at+5])
		}
	})
	return out
}

// sumsIn lists the amounts written in text before a euro sign, and the words in brackets after it, where there are.
func sumsIn(text string) (out []struct{ figures, words string }) {
	each(text, " €", func(at int) {
		from := at
		for from > 0 && strings.IndexByte("0123456789, -", text[from-1]) >= 0 {
			from--
		}
		sum := struct{ figures, words string }{figures: strings.TrimLeft(text[from:at], ", ")}
		if i := strings.LastIndex(sum.figures, "- "); i >= 0 {
			sum.figures = sum.figures[i+2:]
		}
		if strings.Count(sum.figures, ",") != 1 || !strings.Contains(sum.figures, ",") {
			return // a scale of a chart, a list of figures
		}
		rest := text[at+len(" €"):]
		if end := strings.IndexByte(rest, ')'); strings.HasPrefix(rest, " (") && end > 0 && strings.Contains(rest[:end], "euro") {
			sum.words = rest[2:end]
		}
		out = append(out, sum)
	})
	return out
}

// countsIn lists the numbers written in brackets after their words, with the text before: « dix-huit (18) mois ».
func countsIn(text string) (out []struct{ before, figures string }) {
	each(text, ") ", func(at int) {
		open := strings.LastIndexByte(text[:at], '(')
		if open < 1 || at-open > 4 || !allDigits(text[open+1:at]) {
			return
		}
		next, _ := utf8.DecodeRuneInString(text[at+2:])
		if unicode.IsLetter(next) {
			out = append(out, struct{ before, figures string }{text[max(open-60, 0):open], text[open+1 : at]})
		}
	})
	return out
}

// peopleIn lists the people that a maker named, by last name, with the words before it.
func peopleIn(text string) (out []struct{ before, last string }) {
	for _, sign := range []string{"Témoin", "TÉMOIN"} {
		each(text, sign, func(at int) {
			end := at + len(sign)
			if strings.HasPrefix(text[end:], " d’Aix") {
				end += len(" d’Aix")
			}
			for end++; end < len(text) && allDigits(text[end:end+1]); end++ {
			}
			out = append(out, struct{ before, last string }{text[max(at-30, 0):at], text[at:end]})
		})
	}
	return out
}

// each calls visit with every place of sign in text.
func each(text, sign string, visit func(at int)) {
	for from := 0; ; {
		i := strings.Index(text[from:], sign)
		if i < 0 {
			return
		}
		visit(from + i)
		from += i + len(sign)
	}
}

func wordBefore(text string, at int) string {
	from := strings.LastIndexAny(text[max(at-8, 0):at], " \n(«’")
	return text[max(at-8, 0)+from+1 : at]
}

func allDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// mayBeOrphan reports whether s is worth the search for orphans, which is slow: whether it holds a sign that they are made of,
// or two marks with nothing between them.
func mayBeOrphan(s string) bool {
	if strings.ContainsAny(s, "%<{'\"[°") || strings.Contains(s, "NaN") || strings.Contains(s, "e le") || strings.Contains(s, "réponse]") {
		return true
	}
	var before, gap rune // the last sign that is no space, and the space after it
	for _, r := range s {
		if r == ' ' || r == '\u00a0' || r == '\u202f' {
			if gap != 0 {
				return true
			}
			gap = r
			continue
		}
		switch {
		case r == ',' && gap != 0, r == '»' && before == '«', r == ')' && before == '(':
			return true
		case strings.ContainsRune(",;:.", before) && strings.ContainsRune(".;,)", r):
			return true
		}
		before, gap = r, 0
	}
	return before == ':' || gap != 0
}
