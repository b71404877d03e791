package model

import (
	"math"
	"strings"
	"testing"
)

func TestNumbersAreWrittenInLetters(t *testing.T) {
	for n, want := range map[int]string{
		0: "zéro", 1: "un", 6: "six", 16: "seize", 17: "dix-sept", 18: "dix-huit", 20: "vingt", 21: "vingt et un",
		22: "vingt-deux", 24: "vingt-quatre", 31: "trente et un", 60: "soixante", 61: "soixante et un", 69: "soixante-neuf",
		70: "soixante-dix", 71: "soixante et onze", 72: "soixante-douze", 77: "soixante-dix-sept", 79: "soixante-dix-neuf",
		80: "quatre-vingts", 81: "quatre-vingt-un", 90: "quatre-vingt-dix", 91: "quatre-vingt-onze",
		99: "quatre-vingt-dix-neuf", 100: "cent", 101: "cent un", 111: "cent onze", 121: "cent vingt et un",
		180: "cent quatre-vingts", 200: "deux cents", 201: "deux cent un", 280: "deux cent quatre-vingts",
		999: "neuf cent quatre-vingt-dix-neuf", 1000: "mille", 1001: "mille un", 1100: "mille cent", 2000: "deux mille",
		21000: "vingt et un mille", 80000: "quatre-vingt mille", 81000: "quatre-vingt-un mille", 200000: "deux cent mille",
		280200: "deux cent quatre-vingt mille deux cents", 300080: "trois cent mille quatre-vingts",
		1e6: "un million", 2e6: "deux millions", 200e6: "deux cents millions", 80e6: "quatre-vingts millions",
		1_001_001: "un million mille un", 1e9: "un milliard", 3e9: "trois milliards", 2_000_000_200: "deux milliards deux cents",
		-5: "moins cinq",
	} {
		if got := Words(n); got != want {
			t.Errorf("Words(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestAmountsAreWrittenInLetters(t *testing.T) {
	for c, want := range map[Cents]string{
		0: "zéro euro", 1: "un centime", 2: "deux centimes", 100: "un euro", 101: "un euro et un centime", 150: "un euro et cinquante centimes",
		200: "deux euros", 80_00: "quatre-vingts euros", 80_80: "quatre-vingts euros et quatre-vingts centimes",
		3_977_00: "trois mille neuf cent soixante-dix-sept euros", 200_71: "deux cents euros et soixante et onze centimes",
		23_862_00:         "vingt-trois mille huit cent soixante-deux euros",
		95_448_00:         "quatre-vingt-quinze mille quatre cent quarante-huit euros",
		1_000_000_00:      "un million d’euros",
		2_000_000_00:      "deux millions d’euros",
		2_000_000_01:      "deux millions d’euros et un centime",
		2_000_001_00:      "deux millions un euros",
		1_200_000_00:      "un million deux cent mille euros",
		3_541_006_00:      "trois millions cinq cent quarante et un mille six euros",
		1_000_000_000_00:  "un milliard d’euros",
		1_001_000_000_00:  "un milliard un million d’euros",
		-20_01:            "moins vingt euros et un centime",
		math.MinInt64 + 1: "moins " + Cents(math.MaxInt64).Words(),
	} {
		if got := c.Words(); got != want {
			t.Errorf("%d cents: %q, want %q", c, got, want)
		}
	}
}

// The words of every number below one million read back as that number, and no two numbers are written alike.
func TestWordsReadBackAsTheNumber(t *testing.T) {
	for n := range 1_000_000 {
		words := Words(n)
		if got := read(words); got != n {
			t.Fatalf("Words(%d) = %q, which reads %d", n, words, got)
		}
	}
}

var spoken = map[string]int{"zéro": 0, "un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
	"neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20,
	"trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}

// read adds up the words of a number below one million; -1 when a word is unknown.
func read(s string) int {
	total, group := 0, 0
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ' ' || r == '-' }) {
		v, ok := spoken[strings.TrimSuffix(w, "s")]
		if !ok {
			v, ok = spoken[w]
		}
		switch {
		case w == "et":
		case w == "mille":
			total, group = max(group, 1)*1000, 0
		case w == "cent" || w == "cents":
			group = max(group, 1) * 100
		case w == "vingt" && group%100 == 4 || w == "vingts":
			group += 76
		case !ok:
			return -1
		default:
			group += v
		}
	}
	return total + group
}
