package document

import (
	"fmt"
	"strings"

	"appuitechnique/model"
)

// counted writes a number in words and in figures before what it counts: « dix-huit (18) mois », « un (1) jour ».
func counted(n int, what string) string {
	return fmt.Sprintf("%s (%s) %s", model.Words(n), model.FormatInt(n), plural(n, what))
}

// every says how often something happens: « chaque trimestre ».
func every(f model.Frequency) string {
	switch f {
	case model.EveryFortnight:
		return "toutes les deux semaines"
	case model.EveryMonth:
		return "chaque mois"
	case model.EveryTwoMonths:
		return "tous les deux mois"
	case model.EveryQuarter:
		return "chaque trimestre"
	case model.EveryHalfYear:
		return "chaque semestre"
	}
	return ""
}

// agreed gives a word its feminine when it is said of a woman, as far as the name that was typed tells: « Mme Anne Martin ».
func agreed(word, name string) string {
	if name = strings.TrimSpace(name); strings.HasPrefix(name, "Mme ") || strings.HasPrefix(name, "Madame ") {
		return word + "e"
	}
	return word
}

// singular drops the s that plural adds; « mois » and « fois » keep theirs, and what follows the noun is left alone.
func singular(words string) string {
	noun, rest, _ := strings.Cut(words, " ")
	if noun != "mois" && noun != "fois" {
		noun = strings.TrimSuffix(noun, "s")
	}
	return strings.TrimSpace(noun + " " + rest)
}

// plural adds an s to word when n is two or more, or minus two or less, the French rule, unless it ends in s or x.
func plural(n int, word string) string {
	if (n >= 2 || n <= -2) && !strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "x") {
		return word + "s"
	}
	return word
}
