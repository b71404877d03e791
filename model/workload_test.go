package model

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestTheCapacityOfAMonthCountsHolidaysAndLeave(t *testing.T) {
	for _, tt := range []struct {
		start, from, to Day
		code            string
		rank, open, off int
		leave, capacity Hundredths
	}{
		{"2027-01-04", "2027-01-04", "2027-02-03", "63300", 1, 23, 0, 104, 1046},
		{"2027-01-04", "2027-05-04", "2027-06-03", "63300", 5, 21, 2, 104, 946}, // Ascension on 6 May, Whit Monday on 17 May
		{"2027-01-04", "2027-05-04", "2027-06-03", "97209", 5, 21, 2, 104, 946}, // 22 May is a Saturday
		{"2026-05-01", "2026-05-01", "2026-05-31", "63300", 1, 17, 4, 104, 746}, // 1, 8, 14 and 25 May
		{"2026-05-01", "2026-05-01", "2026-05-31", "97209", 1, 16, 5, 104, 696}, // and 22 May
		{"2026-04-01", "2026-04-01", "2026-04-30", "67482", 1, 20, 2, 104, 896}, // Good Friday too
		{"2026-12-01", "2026-12-01", "2026-12-31", "97411", 1, 22, 1, 104, 996}, // 20 December is a Sunday
		{"2027-01-31", "2027-02-28", "2027-03-30", "06069", 2, 21, 1, 104, 946}, // Easter Monday on 29 March
		{"", "", "", "06069", 2, 0, 0, 0, 900},
	} {
		d := &Dossier{Town: Town{Code: tt.code}, Mission: Mission{Start: tt.start, Months: 24}}
		m := d.MonthLoads()[tt.rank-1]
		if m.From != tt.from || m.To != tt.to || m.Open != tt.open || len(m.Off) != tt.off || m.Leave != tt.leave ||
			m.Capacity != tt.capacity {
			t.Errorf("month %d from %s in %s: %+v; want %s to %s, %d open, %d off, %s, %s", tt.rank, tt.start, tt.code, m, tt.from, tt.to,
				tt.open, tt.off, tt.leave, tt.capacity)
		}
	}
}

func TestTheShareOfTheWeekAndLeaveAreParameters(t *testing.T) {
	for _, tt := range []struct {
		days, leave, want Hundredths
	}{{0, 0, 846}, {250, 12_50, 846}, {200, 12_50, 656}, {250, 24_00, 750}, {250, 40_00, 617}, {900, 900_00, 846}} {
		d := &Dossier{Mission: Mission{Start: "2027-02-01", Months: 5, Days: tt.days, Leave: tt.leave}}
		list := d.MonthLoads()
		if got := list[3].Capacity; got != tt.want {
			t.Errorf("%s days a week, %s days of leave: %s on %+v, want %s", tt.days, tt.leave, got, list[3], tt.want)
		}
	}
}

// A year of a half-time is what is left of its open days and of its leave.
func TestAYearOfLeaveIsTakenWhole(t *testing.T) {
	d := &Dossier{Mission: Mission{Start: "2026-01-01", Months: 12, Days: 250, Leave: 12_50}}
	var open int
	var leave, capacity Hundredths
	for _, m := range d.MonthLoads() {
		open, leave, capacity = open+m.Open, leave+m.Leave, capacity+m.Capacity
	}
	if open != 252 || leave != 12_50 || capacity != 126_00-12_50 {
		t.Errorf("%d open days, %s of leave, %s of work; want 252, 12,5 and 113,5", open, leave, capacity)
	}
}

func TestTheWorkOfATaskIsSpreadOverItsMonths(t *testing.T) {
	d := &Dossier{Mission: Mission{Months: 6, Tasks: []*Task{
		{Title: "A", First: 1, Last: 3, Load: 10_00}, {Title: "B", First: 3, Last: 9, Load: 8_00}, {Title: "C", First: 2, Last: 1, Load: 5_00},
		{Title: "D", Load: 5_00}, {Title: "E", First: 4, Last: 5},
	}}}
	want := []Hundredths{3_33, 3_33, 3_34 + 2_00, 2_00, 2_00, 2_00}
	for i, m := range d.MonthLoads() {
		if m.Load != want[i] || m.Over() {
			t.Errorf("month %d: %s, over %v; want %s", m.Rank, m.Load, m.Over(), want[i])
		}
	}
	if got := d.MonthLoads()[2].Tasks; len(got) != 2 || got[1].Title != "B" {
		t.Errorf("month 3 works on %v", got)
	}
}

// A month is overloaded only when no sharing of the work would do.
func TestWorkIsSharedBeforeAMonthIsOverloaded(t *testing.T) {
	for _, tt := range []struct {
		name  string
		tasks []*Task
		want  []Hundredths
	}{
		{"a short task first", []*Task{{First: 1, Last: 3, Load: 18_00}, {First: 1, Last: 1, Load: 8_00}}, []Hundredths{9_00, 9_00, 8_00}},
		{"a late one", []*Task{{First: 1, Last: 3, Load: 15_00}, {First: 3, Last: 3, Load: 9_00}}, []Hundredths{9_00, 6_00, 9_00}},
		{"too much at the end", []*Task{{First: 1, Last: 3, Load: 15_00}, {First: 3, Last: 3, Load: 10_00}}, []Hundredths{9_00, 6_00, 10_00}},
		{"too much in all", []*Task{{First: 1, Last: 3, Load: 40_00}}, []Hundredths{9_00, 9_00, 22_00}},
	} {
		d := &Dossier{Mission: Mission{Months: 3, Tasks: tt.tasks}}
		for i, m := range d.MonthLoads() {
			if m.Load != tt.want[i] || m.Over() != (tt.want[i] > 9_00) {
				t.Errorf("%s, month %d: %s, over %v; want %s", tt.name, m.Rank, m.Load, m.Over(), tt.want[i])
			}
		}
	}
}

func TestPartsSumToTheirWhole(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 5))
	for range 10_000 {
		whole, n := Hundredths(r.IntN(100_000)), 1+r.IntN(30)
		var sum Hundredths
		parts := even(whole, n)
		for _, p := range parts {
			if sum += p; p < whole/Hundredths(n) || p > whole/Hundredths(n)+1 {
				t.Fatalf("%s in %d parts: %v", whole, n, parts)
			}
		}
		if sum != whole {
			t.Fatalf("%s in %d parts sums to %s", whole, n, sum)
		}
	}
}

// planBreaches is what the rules say of the dates, the order and the load of the mission.
func planBreaches(d *Dossier) []Breach {
	return slices.Concat(phasesWithoutMilestone(d), milestonesAstray(d, checked), tasksOutOfOrder(d), overloadedMonths(d))
}

func TestTheDemonstrationsPlanTheirMission(t *testing.T) {
	eachExample(t, func(t *testing.T, d *Dossier) {
		for _, b := range planBreaches(d) {
			t.Error(b.Message)
		}
		var sum Hundredths
		for _, m := range d.MonthLoads() {
			sum += m.Load
		}
		if sum != d.Mission.Workload() {
			t.Errorf("the months hold %s days, the tasks %s", sum, d.Mission.Workload())
		}
	})
}
