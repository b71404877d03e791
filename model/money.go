package model

import (
	"math"
	"math/bits"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// Cents is an amount of money in cents of euro. Zero means unanswered; where zero is an answer the dossier holds a
// pointer. Amounts are never floating-point numbers.
type Cents int64

// A Rate is a proportion in basis points: 10 000 is 100 %, 850 is 8,5 %.
type Rate int

// Hundredths is a measured quantity in hundredths of its unit: 50 is 0,5 day, 47 080 is 470,80 m².
type Hundredths int64

const (
	thousands = "\u202f" // narrow no-break space between groups of three digits
	glue      = "\u00a0" // no-break space before a unit
)

func (c Cents) most() int64 { return mostCents }
func (r Rate) most() int64  { return mostRate }

// String writes c as 1 234,50 €.
func (c Cents) String() string { return c.Plain() + glue + "€" }

// Plain writes c as 1 234,50, for a column whose head already says €.
func (c Cents) Plain() string {
	sign := ""
	u := uint64(c)
	if c < 0 {
		sign, u = "−", -u
	}
	return sign + grouped(u/100) + "," + pad2(u%100)
}

// String writes r as 8,5 %, without useless zeros.
func (r Rate) String() string { return Hundredths(r).String() + "\u202f%" }

// Of returns r of c, rounded half up to the cent; the source of the rounding is domain rule « arrondi au centime ».
func (r Rate) Of(c Cents) Cents {
	switch {
	case c < 0:
		return -r.Of(-c)
	case r < 0:
		return -(-r).Of(c)
	}
	return Cents(mulDiv(int64(c), int64(r), 10_000, 5_000))
}

// String writes h as 470,8 or 12, without useless zeros.
func (h Hundredths) String() string {
	sign := ""
	u := uint64(h)
	if h < 0 {
		sign, u = "−", -u
	}
	s := sign + grouped(u/100)
	if u%100 != 0 {
		s += "," + strings.TrimSuffix(pad2(u%100), "0")
	}
	return s
}

// mulDiv returns (a × b + add) ÷ n cut down to a whole number, for a, b and add not negative and n positive, through 128
// bits; what no int64 can hold is the largest one.
func mulDiv(a, b, n, add int64) int64 {
	high, low := bits.Mul64(uint64(a), uint64(b))
	low, carry := bits.Add64(low, uint64(add), 0)
	high += carry
	if high >= uint64(n) {
		return math.MaxInt64
	}
	q, _ := bits.Div64(high, low, uint64(n))
	return int64(min(q, math.MaxInt64))
}

func pad2(n uint64) string {
	if n < 10 {
		return "0" + strconv.FormatUint(n, 10)
	}
	return strconv.FormatUint(n, 10)
}

func grouped(n uint64) string {
	s := strconv.FormatUint(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + thousands + s[i:]
	}
	return s
}

// FormatInt writes n with its thousands grouped: 18 820.
func FormatInt(n int) string {
	if n < 0 {
		return "−" + grouped(uint64(-int64(n)))
	}
	return grouped(uint64(n))
}

// mostCents is the largest amount that is read: one hundred milliards less a cent. Whatever is computed from it fits.
const mostCents = 9_999_999_999_999

// mostRate is the largest proportion that is read, 10 000 %, and mostNumber the largest whole number that is accepted.
const (
	mostRate   = 1_000_000
	mostNumber = 999_999_999
)

// ParseCents reads an amount as people type it: 1 234,50 €, 1234.5, 1.234,50, 52000 euros. An empty text is 0.
func ParseCents(s string) (Cents, error) {
	n, err := parseHundredths(s, "€", "euros", "euro", "eur")
	switch {
	case err != nil && abbreviated().MatchString(s):
		return 0, Advice("Écrivez le montant en entier et en euros, par exemple 52 000.")
	case err != nil:
		return 0, refused(s, "Écrivez un montant en euros, par exemple 1 234,50.")
	case n > mostCents:
		return 0, Advice("Ce montant est trop grand. Vérifiez le nombre de zéros.")
	}
	return Cents(n), nil
}

// abbreviated finds thousands or millions of euros: 52 k€, 1,2 M€, 3 millions.
var abbreviated = pattern(`(?i)^\s*[\d\s\p{Zs}.,]*\d[\s\p{Zs}]*(k|m|md|milliers?|millions?|milliards?)[\s\p{Zs}]*(€|e|eur|euros?|d['’]euros?)?\s*$`)

// ParseRate reads a percentage as people type it: 8,5 %, 8.5 or 45. An empty text is 0.
func ParseRate(s string) (Rate, error) {
	n, err := parseHundredths(s, "%", "pour cent", "p. 100")
	if err != nil || n > mostRate {
		return 0, refused(s, "Écrivez un pourcentage, par exemple 8,5.")
	}
	return Rate(n), nil
}

// ParseHundredths reads a quantity with at most two decimals: 0,5 or 1 600. An empty text is 0.
func ParseHundredths(s string, units ...string) (Hundredths, error) {
	n, err := parseHundredths(s, units...)
	if err != nil {
		return 0, refused(s, "Écrivez un nombre, par exemple 12 ou 0,5.")
	}
	return Hundredths(n), nil
}

// ParseInt reads a whole number, its thousands grouped or not. An empty text is 0.
func ParseInt(s string, units ...string) (int, error) {
	n, err := parseHundredths(s, units...)
	if err != nil || n%100 != 0 {
		return 0, refused(s, "Écrivez un nombre entier, par exemple 12.")
	}
	return int(n / 100), nil
}

// refused says why a text is not accepted as a number: it is below zero, it is longer than any that is read, or else what
// was expected.
func refused(s string, expected Advice) Advice {
	switch {
	case belowZero().MatchString(s):
		return "Ce nombre ne peut pas être négatif : écrivez-le sans signe moins."
	case endless().MatchString(s):
		return "Ce nombre est trop grand. Vérifiez le nombre de zéros."
	}
	return expected
}

var (
	belowZero = pattern(`^[\s\p{Zs}]*[-−–][\s\p{Zs}]*\d`)
	endless   = pattern(`^[\s\p{Zs}]*(?:\d[\s\p{Zs}.,]*){14}`)
)

// errNumber only says that a text is no number; callers replace it by advice about what they expect.
const errNumber = Advice("Écrivez un nombre.")

// The shapes of a number: digits grouped by spaces or not, with a comma or a point before the decimals; digits grouped by
// points, with a comma; by commas, with a point. One mark before three digits, 1.234, could be either and is refused.
var numberShapes = []func() *regexp.Regexp{
	pattern(`^(\d+|\d{1,3}(?: \d{3})+)(?:[.,](\d{1,2}))?$`),
	pattern(`^()[.,](\d{1,2})$`),
	pattern(`^(\d{1,3}(?:\.\d{3})+),(\d{1,2})$`),
	pattern(`^(\d{1,3}(?:,\d{3})+)\.(\d{1,2})$`),
	pattern(`^(\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:,\d{3}){2,})()$`),
}

// parseHundredths reads an unsigned decimal of at most two decimals and returns it times one hundred; one of the units may
// follow, and an empty text is 0.
func parseHundredths(s string, units ...string) (int64, error) {
	s = strings.ToLower(strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " "))
	for _, u := range units {
		if rest, ok := strings.CutSuffix(s, strings.ToLower(u)); ok {
			s = strings.TrimSpace(rest)
			break
		}
	}
	if s == "" {
		return 0, nil
	}
	for _, shape := range numberShapes {
		m := shape().FindStringSubmatch(s)
		if m == nil {
			continue
		}
		whole := strings.NewReplacer(" ", "", ".", "", ",", "").Replace(m[1])
		if len(whole) > 13 {
			return 0, errNumber
		}
		return strconv.ParseInt(whole+(m[2] + "00")[:2], 10, 64)
	}
	return 0, errNumber
}
