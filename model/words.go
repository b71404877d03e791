package model

import "strings"

var (
	units = [...]string{"zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
		"douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"}
	tens   = [...]string{2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante", 8: "quatre-vingt"}
	scales = []scale{{1_000_000_000, "milliard"}, {1_000_000, "million"}}
)

// A scale is a noun that counts: it takes the plural, and « de » before another noun.
type scale struct {
	size uint64
	name string
}

// Words writes n in letters, in the masculine and in the traditional spelling, where « et » joins and only the numbers
// below one hundred take hyphens: « dix-huit », « vingt et un », « quatre-vingts », « deux cent un ».
func Words(n int) string {
	if n < 0 {
		return "moins " + spell(uint64(-int64(n)))
	}
	return spell(uint64(n))
}

// Words writes c in letters, as an act does: « trois mille neuf cent soixante-dix-sept euros », « un euro et un centime »,
// « deux millions d’euros ».
func (c Cents) Words() string {
	u, sign := uint64(c), ""
	if c < 0 {
		u, sign = -u, "moins "
	}
	euros, cents := u/100, u%100
	switch {
	case cents == 0:
		return sign + counted(euros, "euro")
	case euros == 0:
		return sign + counted(cents, "centime")
	}
	return sign + counted(euros, "euro") + " et " + counted(cents, "centime")
}

// counted writes n and the noun it counts, in the plural from two on.
func counted(n uint64, noun string) string {
	if n >= 2 {
		noun += "s"
	}
	if n > 0 && n%1_000_000 == 0 {
		return spell(n) + " d’" + noun // only euros reach a million
	}
	return spell(n) + " " + noun
}

// spell writes n in letters.
func spell(n uint64) string {
	if n == 0 {
		return units[0]
	}
	var out []string
	for _, s := range scales {
		if k := n / s.size; k > 0 {
			name := s.name
			if k >= 2 {
				name += "s"
			}
			out = append(out, spell(k), name)
			n %= s.size
		}
	}
	if k := n / 1000; k > 0 {
		if k > 1 {
			out = append(out, below1000(k, false))
		}
		out = append(out, "mille")
		n %= 1000
	}
	if n > 0 {
		out = append(out, below1000(n, true))
	}
	return strings.Join(out, " ")
}

// below1000 writes 1 to 999; last says that nothing follows but a noun: then cent and quatre-vingt agree.
func below1000(n uint64, last bool) string {
	var out []string
	if k := n / 100; k > 0 {
		if k > 1 {
			out = append(out, units[k])
		}
		cent := "cent"
		if k > 1 && n%100 == 0 && last {
			cent = "cents"
		}
		out = append(out, cent)
		n %= 100
	}
	if n > 0 {
		out = append(out, below100(n, last))
	}
	return strings.Join(out, " ")
}

// below100 writes 1 to 99.
func below100(n uint64, last bool) string {
	if n < 20 {
		return units[n]
	}
	ten, unit := n/10, n%10
	if ten == 7 || ten == 9 {
		ten, unit = ten-1, unit+10
	}
	switch {
	case unit == 0 && ten == 8 && last:
		return "quatre-vingts"
	case unit == 0:
		return tens[ten]
	case unit%10 == 1 && ten < 8:
		return tens[ten] + " et " + units[unit]
	}
	return tens[ten] + "-" + units[unit]
}
