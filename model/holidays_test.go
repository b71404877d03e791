package model

import (
	"slices"
	"testing"
)

func TestEasterFallsWhereTheCalendarSays(t *testing.T) {
	for year, want := range map[int]Day{
		1961: "1961-04-02", 2000: "2000-04-23", 2008: "2008-03-23", 2011: "2011-04-24", 2019: "2019-04-21",
		2023: "2023-04-09", 2024: "2024-03-31", 2025: "2025-04-20", 2026: "2026-04-05", 2027: "2027-03-28",
		2028: "2028-04-16", 2029: "2029-04-01", 2030: "2030-04-21", 2038: "2038-04-25", 2285: "2285-03-22",
	} {
		if got := easterSunday(year); got != want {
			t.Errorf("Easter %d is %s, want %s", year, got, want)
		}
	}
}

func TestPublicHolidaysFollowTheDepartment(t *testing.T) {
	mainland := []Day{"2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25", "2026-07-14",
		"2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25"}
	for _, tt := range []struct {
		code string
		more []Day
	}{
		{"63300", nil}, {"2B033", nil}, {"", nil}, {"57463", []Day{"2026-04-03", "2026-12-26"}},
		{"67482", []Day{"2026-04-03", "2026-12-26"}}, {"68", []Day{"2026-04-03", "2026-12-26"}},
		{"97105", []Day{"2026-05-27"}}, {"97209", []Day{"2026-05-22"}}, {"97302", []Day{"2026-06-10"}},
		{"97411", []Day{"2026-12-20"}}, {"97608", []Day{"2026-04-27"}}, {"97701", []Day{"2026-10-09"}},
		{"978", []Day{"2026-05-28"}}, {"97502", nil},
	} {
		want := slices.Sorted(slices.Values(slices.Concat(mainland, tt.more)))
		if got := Holidays(2026, tt.code); !slices.Equal(got, want) {
			t.Errorf("holidays of %q: %v, want %v", tt.code, got, want)
		}
	}
}

// Ascension can fall on 1 or 8 May: the day counts once.
func TestTwoHolidaysOnOneDayAreOne(t *testing.T) {
	if got := Holidays(2008, "63300"); len(got) != 10 {
		t.Errorf("2008 has %d holidays, want 10: %v", len(got), got)
	}
}

func TestWorkingDaysLeaveOutWeekendsAndHolidays(t *testing.T) {
	for _, tt := range []struct {
		first, last Day
		code        string
		want        int
	}{
		{"2026-05-01", "2026-05-31", "63300", 17}, // 21 weekdays less 1, 8, 14 and 25 May
		{"2026-05-01", "2026-05-31", "97209", 16}, // and 22 May
		{"2026-04-01", "2026-04-30", "63300", 21}, // 22 less Easter Monday
		{"2026-04-01", "2026-04-30", "67482", 20}, // and Good Friday
		{"2026-02-16", "2026-02-28", "06069", 10},
		{"2026-10-31", "2026-11-01", "06069", 0},
		{"2026-01-01", "2026-12-31", "06069", 252},
		{"2026-05-08", "2026-05-08", "06069", 0}, {"2026-05-07", "2026-05-07", "06069", 1},
		{"2026-05-08", "2026-05-07", "06069", 0}, {"", "2026-05-07", "06069", 0},
	} {
		if got := workingDays(tt.first, tt.last, tt.code); got != tt.want {
			t.Errorf("working days %s to %s in %s: %d, want %d", tt.first, tt.last, tt.code, got, tt.want)
		}
		slow := 0
		for day := tt.first; day != "" && day <= tt.last; day = day.AddDays(1) {
			if weekday(day.Time()) && !slices.Contains(Holidays(day.Time().Year(), tt.code), day) {
				slow++
			}
		}
		if slow != tt.want {
			t.Errorf("counted one by one, %s to %s: %d, want %d", tt.first, tt.last, slow, tt.want)
		}
	}
}
