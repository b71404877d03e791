package model

import (
	"slices"
	"strings"
	"time"
)

// Holidays lists the public holidays of year, in order, for a commune or a département given by its INSEE code: the eleven
// of the whole country (C. trav. L3133-1), Good Friday and 26 December in Alsace-Moselle (L3134-13), the abolition of
// slavery overseas (L3422-2). What a town or a branch adds by usage is not there.
func Holidays(year int, code string) []Day {
	on := func(month time.Month, day int) Day { return DayOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC)) }
	easter := easterSunday(year)
	days := []Day{
		on(time.January, 1), easter.AddDays(1), on(time.May, 1), on(time.May, 8), easter.AddDays(39), easter.AddDays(50),
		on(time.July, 14), on(time.August, 15), on(time.November, 1), on(time.November, 11), on(time.December, 25),
	}
	switch department(code) {
	case "57", "67", "68":
		days = append(days, easter.AddDays(-2), on(time.December, 26))
	case "971":
		days = append(days, on(time.May, 27))
	case "972":
		days = append(days, on(time.May, 22))
	case "973":
		days = append(days, on(time.June, 10))
	case "974":
		days = append(days, on(time.December, 20))
	case "976":
		days = append(days, on(time.April, 27))
	case "977":
		days = append(days, on(time.October, 9))
	case "978":
		days = append(days, on(time.May, 28))
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// department returns the département of an INSEE code: two signs, three overseas.
func department(code string) string {
	n := 2
	if strings.HasPrefix(code, "97") || strings.HasPrefix(code, "98") {
		n = 3
	}
	if len(code) < n {
		return code
	}
	return code[:n]
}

// easterSunday computes Easter in the Gregorian calendar. (anonymous algorithm of Nature, 1876, after Meeus)
func easterSunday(year int) Day {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return DayOf(time.Date(year, time.Month(n/31), n%31+1, 0, 0, 0, 0, time.UTC))
}

// workingDays counts the days from first to last, both included, that are neither Saturday, nor Sunday, nor public holiday
// in the commune or département of code; 0 when last comes first or one is empty.
func workingDays(first, last Day, code string) int {
	return weekdays(first, last) - len(holidaysOff(first, last, code))
}

// weekdays counts the days from first to last, both included, that are neither Saturday nor Sunday.
func weekdays(first, last Day) int {
	if first == "" || last < first {
		return 0
	}
	from := first.Time()
	days := first.DaysUntil(last) + 1
	n := days / 7 * 5
	for i := range days % 7 {
		if weekday(from.AddDate(0, 0, i)) {
			n++
		}
	}
	return n
}

// holidaysOff lists the public holidays from first to last, both included, that fall on a day of the week, in order.
func holidaysOff(first, last Day, code string) []Day {
	if first == "" || last < first {
		return nil
	}
	var list []Day
	for year := first.Time().Year(); year <= last.Time().Year(); year++ {
		for _, day := range Holidays(year, code) {
			if day >= first && day <= last && weekday(day.Time()) {
				list = append(list, day)
			}
		}
	}
	return list
}

func weekday(t time.Time) bool { return t.Weekday() != time.Saturday && t.Weekday() != time.Sunday }
