package model

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// A Day is a calendar day written "2026-03-12", without hour or zone; empty means unanswered. Two days compare with <
// and == as they stand.
type Day string

const dayLayout = "2006-01-02"

// DayOf returns the calendar day of t in t's own zone.
func DayOf(t time.Time) Day { return Day(t.Format(dayLayout)) }

// UnmarshalText accepts an empty day or an existing day of the calendar, and refuses anything else.
func (d *Day) UnmarshalText(b []byte) error {
	if len(b) > 0 {
		if _, err := time.Parse(dayLayout, string(b)); err != nil {
			return fmt.Errorf("read day %.20q: %w", b, err)
		}
	}
	*d = Day(b)
	return nil
}

// Time returns midnight UTC of d, or the zero time if d is empty.
func (d Day) Time() time.Time {
	t, err := time.Parse(dayLayout, string(d))
	if err != nil {
		return time.Time{}
	}
	return t
}

// AddDays returns the day n days after d; an empty day stays empty.
func (d Day) AddDays(n int) Day {
	if d == "" {
		return ""
	}
	return DayOf(d.Time().AddDate(0, 0, n))
}

// AddMonths returns the same day n months later, brought back to the last day of that month when it is shorter:
// 31 January plus 6 months is 31 July, plus 1 month 28 or 29 February. An empty day stays empty.
func (d Day) AddMonths(n int) Day {
	if d == "" {
		return ""
	}
	t := d.Time()
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return DayOf(first.AddDate(0, 0, min(t.Day(), last)-1))
}

// DaysUntil counts the days from d to end: 0 on the same day, negative when end comes first.
func (d Day) DaysUntil(end Day) int {
	return int(end.Time().Sub(d.Time()).Hours() / 24)
}

// Short writes d as 12/03/2026, or "" if d is empty.
func (d Day) Short() string {
	if d == "" {
		return ""
	}
	return d.Time().Format("02/01/2006")
}

// String writes d as 12 mars 2026 (1er for the first of a month), or "" if d is empty.
func (d Day) String() string {
	if d == "" {
		return ""
	}
	t := d.Time()
	day := strconv.Itoa(t.Day())
	if t.Day() == 1 {
		day = "1er"
	}
	return fmt.Sprintf("%s %s %d", day, monthNames[t.Month()-1], t.Year())
}

// Month writes the month of d as mars 2026, or "" if d is empty.
func (d Day) Month() string {
	if d == "" {
		return ""
	}
	t := d.Time()
	return fmt.Sprintf("%s %d", monthNames[t.Month()-1], t.Year())
}

var monthNames = [12]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}

var (
	dayNumeric = pattern(`^(\d{1,2}) ?[/.\- ] ?(\d{1,2}) ?[/.\- ] ?(\d{4}|\d{2})$`)
	dayDigits  = pattern(`^(\d{2})(\d{2})(\d{4})$`)
	dayWords   = pattern(`^(?:\p{L}+ ){0,2}(\d{1,2})(?: ?er)?[ \-/.]?(\p{L}+)\.?[ \-/.]?(\d{4}|\d{2})$`)
	dayISO     = pattern(`^(\d{4})[\-/.](\d{1,2})[\-/.](\d{1,2})$`)
)

// ParseDay reads a day as people type it: 12/03/2026, 12.3.26, 12032026, 12 mars 2026, le jeudi 1er avril 2027, 2026-03-12.
// Two-digit years are of this century. An empty text is an empty day; anything else is an Advice.
func ParseDay(s string) (Day, error) {
	s = strings.ToLower(strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " "))
	if s == "" {
		return "", nil
	}
	var year, month, day int
	if m := dayISO().FindStringSubmatch(s); m != nil {
		year, month, day = number(m[1]), number(m[2]), number(m[3])
	} else if m := dayNumeric().FindStringSubmatch(s); m != nil {
		year, month, day = number(m[3]), number(m[2]), number(m[1])
	} else if m := dayDigits().FindStringSubmatch(s); m != nil {
		year, month, day = number(m[3]), number(m[2]), number(m[1])
	} else if m := dayWords().FindStringSubmatch(s); m != nil {
		year, month, day = number(m[3]), monthNumber(m[2]), number(m[1])
	} else {
		return "", Advice("Écrivez une date, par exemple 12/03/2026 ou 12 mars 2026.")
	}
	if month == 0 {
		return "", Advice("Le mois n’est pas reconnu. Écrivez une date, par exemple 12/03/2026 ou 12 mars 2026.")
	}
	if year < 100 {
		year += 2000
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || int(t.Month()) != month || t.Day() != day {
		return "", Advice("Cette date n’existe pas au calendrier. Vérifiez le jour et le mois.")
	}
	if err := yearCheck(year); err != nil {
		return "", err
	}
	return DayOf(t), nil
}

// yearCheck wants a year in which a dossier can live.
func yearCheck(year int) error {
	if year < 1900 || year > 2199 {
		return Advice("Vérifiez l’année : elle doit être comprise entre 1900 et 2199.")
	}
	return nil
}

// number reads digits that a pattern has already vouched for.
func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// monthNumber finds a month by its name or by an abbreviation of at least three letters, accents optional; 0 if none or
// several match.
func monthNumber(s string) int {
	found := 0
	for i, name := range monthNames {
		if len([]rune(s)) >= 3 && strings.HasPrefix(Fold(name), Fold(s)) {
			if found > 0 {
				return 0
			}
			found = i + 1
		}
	}
	return found
}
