package model

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// planned is a new dossier of a town of 18 820 people that wishes a start.
func planned(start Day) *Dossier {
	d := New("a1", "2026-001", "2026-01-01")
	d.Town.Code, d.Town.Population = "63300", 18_820
	d.Mission.Start, d.Mission.Months = start, 12
	d.Terms.WindowEnd = "2028-12-31"
	return d
}

func stepAt(t *testing.T, d *Dossier, today Day, id string) Step {
	t.Helper()
	s, ok := StepOf(d.Calendar(today), id)
	if !ok {
		t.Fatalf("no step %s", id)
	}
	return s
}

func ids(steps []Step) string {
	var out []string
	for _, s := range steps {
		out = append(out, s.ID)
	}
	return strings.Join(out, " ")
}

func TestTheRoadHasTwentyTwoStepsEachAfterThoseItDependsOn(t *testing.T) {
	var seen []string
	for _, s := range Road() {
		for _, id := range s.After {
			if !slices.Contains(seen, id) {
				t.Errorf("%s comes after %s, which does not stand before it", s.ID, id)
			}
		}
		if s.Title == "" || s.Who == "" || s.Paper == "" || s.Delay.Min > s.Delay.Max || s.Delay.Min < 0 {
			t.Errorf("%+v lacks something", s)
		}
		seen = append(seen, s.ID)
	}
	if len(seen) != 22 || seen[0] != "E01" || seen[21] != "E22" {
		t.Errorf("the road is %v", seen)
	}
}

// E09 before E10 before E13, E11 before E14, E05 before E12, E13 before E14, however far apart.
func TestTheRoadKeepsTheOrderThatIsEnforced(t *testing.T) {
	var comes func(first, then string) bool
	comes = func(first, then string) bool {
		s, _ := roadStep(then)
		return slices.ContainsFunc(s.After, func(id string) bool { return id == first || comes(first, id) })
	}
	for _, o := range new(Dossier).orderings() {
		if !comes(o.before, o.after) || comes(o.after, o.before) {
			t.Errorf("%s does not come before %s", o.before, o.after)
		}
	}
	if n := len(new(Dossier).orderings()); n != 5 {
		t.Errorf("%d orderings, want 5", n)
	}
}

// From Monday 2 March 2026: every step at its shortest, moved to the next open day; then back from 1 October.
func TestAnEmptyDossierIsPlannedForwardAndBackward(t *testing.T) {
	d := planned("2026-10-01")
	for _, tt := range []struct {
		id                        string
		earliest, prudent, latest Day
		slack                     int
		critical                  bool
	}{
		{"E01", "2026-03-09", "2026-01-15", "2026-06-03", 86, true},
		{"E02", "2026-03-09", "2026-01-15", "2026-06-03", 86, true},
		{"E03", "2026-03-23", "2026-02-12", "2026-06-17", 86, true},
		{"E04", "2026-04-20", "2026-04-09", "2026-07-15", 86, true},
		{"E05", "2026-04-27", "2026-04-23", "2026-07-22", 86, true},
		{"E06", "2026-05-04", "2026-05-07", "2026-07-29", 86, true},
		{"E07", "2026-05-18", "2026-06-04", "2026-08-12", 86, true},
		{"E08", "2026-06-08", "2026-07-30", "2026-09-02", 86, true},
		{"E09", "2026-06-09", "2026-08-06", "2026-09-03", 86, true},
		{"E10", "2026-06-16", "2026-09-17", "2026-09-24", 100, false},
		{"E11", "2026-06-30", "2026-09-17", "2026-09-24", 86, true},
		{"E12", "2026-06-08", "2026-09-17", "2026-09-24", 108, false},
		{"E13", "2026-07-07", "2026-10-01", "2026-10-01", 86, true},
		{"E14", "2026-07-07", "2026-10-01", "2026-10-01", 86, true},
		{"E15", "2026-10-29", "", "2026-11-26", 28, false},
		{"E16", "2026-10-31", "", "2027-10-30", 364, false},
		{"E18", "2027-04-01", "", "2027-09-30", 182, false},
		{"E19", "2026-10-01", "", "2027-06-30", 272, false},
		{"E20", "2027-09-30", "", "2027-09-30", 0, false},
		{"E21", "2027-09-30", "", "2027-12-30", 91, false},
		{"E22", "2027-09-30", "", "", 0, false},
	} {
		s := stepAt(t, d, "2026-03-02", tt.id)
		if s.Earliest != tt.earliest || s.Prudent != tt.prudent || s.Latest != tt.latest || s.Slack != tt.slack ||
			s.Critical != tt.critical || s.Late || s.Past {
			t.Errorf("%s: %s, %s, %s, slack %d, critical %v, late %v; want %s, %s, %s, %d, %v", tt.id, s.Earliest, s.Prudent,
				s.Latest, s.Slack, s.Critical, s.Late, tt.earliest, tt.prudent, tt.latest, tt.slack, tt.critical)
		}
	}
	if got := stepAt(t, d, "2026-03-02", "E08").Convene; got != "2026-06-02" {
		t.Errorf("convocation by %s, want six days before 8 June", got)
	}
}

// Changing one date moves the rest.
func TestOneDateMovesTheRest(t *testing.T) {
	const today = "2026-03-02"
	for _, tt := range []struct {
		name            string
		change          func(d *Dossier)
		earliest        Day // of the start
		critical        string
		council, latest Day // earliest and latest of the council
	}{
		{"nothing", func(*Dossier) {}, "2026-07-07", "E01 E02 E03 E04 E05 E06 E07 E08 E09 E11 E13 E14", "2026-06-08", "2026-09-02"},
		{"a later wish", func(d *Dossier) { d.Mission.Start = "2026-12-01" },
			"2026-07-07", "E01 E02 E03 E04 E05 E06 E07 E08 E09 E11 E13 E14", "2026-06-08", "2026-11-02"},
		{"no wish", func(d *Dossier) { d.Mission.Start = "" },
			"2026-07-07", "E01 E02 E03 E04 E05 E06 E07 E08 E09 E11 E13 E14", "2026-06-08", "2026-06-08"},
		{"the agreement given today", func(d *Dossier) { d.Backing.Agreement = today },
			"2026-06-17", "E04 E05 E06 E07 E08 E09 E11 E13 E14", "2026-05-19", "2026-09-02"},
		{"the AMO ordered three weeks ago", func(d *Dossier) { d.Backing.Agreement, d.Study.OrderDay = "2026-02-02", "2026-02-09" },
			"2026-05-27", "E04 E05 E06 E07 E08 E09 E11 E13 E14", "2026-04-28", "2026-09-02"},
		{"the mission validated", func(d *Dossier) { d.Study.ReportDay, d.Study.Exchange = "2026-02-20", "2026-02-27" },
			"2026-05-12", "E06 E07 E08 E09 E11 E13 E14", "2026-04-13", "2026-09-02"},
		{"a session set later", func(d *Dossier) { d.Council.Same, d.Council.Signing.Day = Yes, "2026-07-02" },
			"2026-07-31", "E08 E09 E11 E13 E14", "2026-07-02", "2026-09-02"},
		{"a slow recruitment", func(d *Dossier) { d.Planning.Delays = []*StepDelay{{Step: "E12", Days: 120}} },
			"2026-09-01", "E01 E02 E03 E04 E05 E12 E13 E14", "2026-06-08", "2026-09-02"},
		{"a council in two months", func(d *Dossier) { d.Planning.Delays = []*StepDelay{{Step: "E08", Days: 60}} },
			"2026-08-17", "E01 E02 E03 E04 E05 E06 E07 E08 E09 E11 E13 E14", "2026-07-17", "2026-09-02"},
	} {
		d := planned("2026-10-01")
		tt.change(d)
		steps := d.Calendar(today)
		start, _ := StepOf(steps, "E14")
		council, _ := StepOf(steps, "E08")
		if start.Earliest != tt.earliest || council.Earliest != tt.council || council.Latest != tt.latest {
			t.Errorf("%s: start %s, council %s to %s; want %s, %s to %s", tt.name, start.Earliest, council.Earliest, council.Latest,
				tt.earliest, tt.council, tt.latest)
		}
		if got := ids(CriticalPath(steps)); got != tt.critical {
			t.Errorf("%s: critical %s, want %s", tt.name, got, tt.critical)
		}
	}
}

func TestAStartThatCannotBeKeptSaysSo(t *testing.T) {
	d := planned("2026-06-30")
	steps := d.Calendar("2026-03-02")
	for _, s := range CriticalPath(steps) {
		if !s.Late || s.Slack != -7 {
			t.Errorf("%s is not late: slack %d", s.ID, s.Slack)
		}
	}
	if s, _ := StepOf(steps, "E12"); s.Late || s.Tight() || s.Slack != 15 {
		t.Errorf("the recruitment is late %v, tight %v, slack %d; want 15 days", s.Late, s.Tight(), s.Slack)
	}
	d.Planning.Delays = []*StepDelay{{Step: "E12", Days: 54}}
	if s := stepAt(t, d, "2026-03-02", "E12"); s.Late || !s.Tight() || s.Slack != 1 {
		t.Errorf("a longer recruitment is late %v, tight %v, slack %d; want it tight, 1 day", s.Late, s.Tight(), s.Slack)
	}
	want := "La prise de poste du 30 juin 2026 ne peut pas être tenue : elle est possible au plus tôt le 7 juillet 2026, 7 jours plus tard."
	if got := Outlook(steps); got != want {
		t.Errorf("got %q", got)
	}
	if s, _ := StepOf(steps, "E20"); s.Earliest != "2027-07-06" {
		t.Errorf("the mission ends on %s, want twelve months after the start that can be kept", s.Earliest)
	}
}

func TestWhatIsDoneIsKnownByItsDayOrByALaterStep(t *testing.T) {
	d := planned("2026-10-01")
	d.Backing.LetterDay, d.Backing.Agreement = "2026-01-15", "2026-02-02"
	d.Council.Same = Yes
	d.Council.Signing = Act{Convened: "2026-02-12", Day: "2026-02-20", Sent: "2026-02-24"}
	for id, want := range map[string]string{
		"E01": "past", "E02": "2026-01-15", "E03": "2026-02-02", "E04": "", "E05": "", "E06": "past", "E07": "", "E08": "2026-02-20",
		"E09": "", "E12": "",
	} {
		s := stepAt(t, d, "2026-03-02", id)
		got := string(s.Done)
		if s.Past && got == "" {
			got = "past"
		}
		if got != want || s.Past && (s.Late || s.Critical || s.Latest != "") {
			t.Errorf("%s: %q, want %q: %+v", id, got, want, s)
		}
	}
	if s := stepAt(t, d, "2026-03-02", "E07"); !s.Late {
		t.Error("the CST is not informed, the council has voted, and nothing is late")
	}
	if s := stepAt(t, d, "2026-03-02", "E09"); s.Earliest != "2026-03-02" {
		t.Errorf("sent on 24 February, published at the earliest on %s, want today", s.Earliest)
	}
}

func TestADaySetIsKeptUnlessWhatComesBeforeForbidsIt(t *testing.T) {
	d := planned("2026-10-01")
	d.Council.Same, d.Council.Signing.Day = Yes, "2026-05-04"
	if s := stepAt(t, d, "2026-03-02", "E08"); s.Earliest != "2026-05-18" || !s.Late {
		t.Errorf("a session before the CST is informed: %s, late %v; want 18 May, late", s.Earliest, s.Late)
	}
	d.Council.Signing.Day = "2026-05-20"
	if s := stepAt(t, d, "2026-03-02", "E08"); s.Earliest != "2026-05-20" || s.Late || s.Convene != "2026-05-14" || s.When() != "2026-05-20" {
		t.Errorf("a session two days after the CST: %s, late %v, convene %s; want it kept", s.Earliest, s.Late, s.Convene)
	}
	if s := stepAt(t, d, "2026-03-02", "E07"); !s.Late {
		t.Errorf("the CST on %s does not leave time to convene the council by %s", s.Earliest, s.Latest)
	}
}

func TestOrderThatIsEnforcedIsChecked(t *testing.T) {
	for _, tt := range []struct {
		change func(d *Dossier)
		id     string
		want   []string
	}{
		{func(d *Dossier) {}, "E10", nil},
		{func(d *Dossier) { d.Membership.Accepted = "2026-10-12" }, "E10", []string{"E09"}},
		{func(d *Dossier) { d.Membership.Accepted = "2026-12-16" }, "E13", []string{"E10"}},
		{func(d *Dossier) { d.Support.Signed = "2027-01-05" }, "E14", []string{"E11"}},
		{func(d *Dossier) { d.Secondment.Signed = "2027-01-05" }, "E14", []string{"E13"}},
		{func(d *Dossier) { d.Expert.Consent = "2026-07-08" }, "E12", []string{"E05"}},
		{func(d *Dossier) { d.Expert.Consent, d.Expert.Found = "2026-07-08", No }, "E12", nil},
		{func(d *Dossier) { d.Support.Signed, d.Secondment.Signed = "2027-01-05", "2027-01-06" }, "E14", []string{"E11", "E13"}},
	} {
		d, _ := Example("riom")
		tt.change(d)
		if got := stepAt(t, d, "2026-11-23", tt.id).Broken; !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.id, got, tt.want)
		}
	}
}

// A membership voted first is held to its own délibération.
func TestTheMembershipFollowsItsOwnVote(t *testing.T) {
	d, _ := Example("riom")
	d.Council.Same = No
	d.Council.Joining = Act{Day: "2026-06-04", Sent: "2026-06-05", Published: "2026-06-08"}
	d.Membership.Accepted = "2026-07-01"
	if s := stepAt(t, d, "2026-11-23", "E10"); s.Done != "2026-07-01" || s.Broken != nil {
		t.Errorf("joined on %s, broken %v; want 1 July, in order", s.Done, s.Broken)
	}
	if s := stepAt(t, d, "2026-11-23", "E08"); s.Done != "2026-10-08" {
		t.Errorf("the council is done on %s, want the last of both votes", s.Done)
	}
}

func TestFiveClearDaysStandBeforeTheSession(t *testing.T) {
	for _, tt := range []struct {
		session    Day
		population int
		want       Day
	}{
		{"2026-10-08", 18_820, "2026-10-02"}, {"2026-10-08", 3_500, "2026-10-02"}, {"2026-10-08", 3_499, ""},
		{"2026-03-03", 11_411, "2026-02-25"}, {"", 11_411, ""}, {"9999-12-31", 11_411, ""},
	} {
		d := planned("")
		d.Town.Population = tt.population
		got := d.LastConvocation(tt.session)
		if got != tt.want {
			t.Errorf("%s, %d people: %s, want %s", tt.session, tt.population, got, tt.want)
		}
		if got == "" {
			continue
		}
		d.Council.Same, d.Council.Signing = Yes, Act{Convened: got, Day: tt.session}
		if shortNotice(d, "") != nil {
			t.Errorf("R71 finds %s too short for %s", got, tt.session)
		}
		d.Council.Signing.Convened = got.AddDays(1)
		if shortNotice(d, "") == nil {
			t.Errorf("R71 lets %s pass for %s", got.AddDays(1), tt.session)
		}
	}
	d := planned("2026-10-01")
	d.Planning.Delays = []*StepDelay{{Step: "E08", Days: 2}}
	if s := stepAt(t, d, "2026-03-02", "E08"); s.Delay != (Delay{6, 6}) {
		t.Errorf("a council in two days: %v, want six", s.Delay)
	}
}

func TestTheEndOfThePeriodBoundsTheRoad(t *testing.T) {
	for _, tt := range []struct {
		ends   Day
		means  WindowSense
		step   string
		holds  bool
		latest Day // of the support agreement
		words  string
	}{
		{"2026-12-31", WindowSignature, "E11", true, "2026-09-24", "au plus tôt le 30 juin 2026, soit 184 jours avant"},
		{"2026-06-30", WindowSignature, "E11", true, "2026-06-30", "au plus tôt le 30 juin 2026, le dernier jour"},
		{"2026-06-29", WindowSignature, "E11", false, "2026-06-29", "au plus tôt le 30 juin 2026, soit 1 jour trop tard"},
		{"2026-07-07", WindowStartDay, "E14", true, "2026-06-30", "la prise de poste est possible au plus tôt le 7 juillet 2026, le dernier jour"},
		{"2026-07-06", WindowStartDay, "E14", false, "2026-06-29", "soit 1 jour trop tard"},
		{"2027-09-30", WindowEndDay, "E20", true, "2026-09-24", "la mission finit au plus tôt le 30 septembre 2027, le dernier jour"},
		{"2027-06-30", WindowEndDay, "E20", false, "2026-06-24", "soit 92 jours trop tard"},
	} {
		d := planned("2026-10-01")
		d.Terms.WindowEnd, d.Terms.WindowMeans = tt.ends, tt.means
		steps := d.Calendar("2026-03-02")
		c, ok := d.Closing(steps)
		support, _ := StepOf(steps, "E11")
		if !ok || c.Step != tt.step || c.Holds != tt.holds || !strings.Contains(c.Sentence, tt.words) || support.Latest != tt.latest {
			t.Errorf("%s %s: %+v, support by %s; want %s, %v, %q, by %s", tt.means, tt.ends, c, support.Latest, tt.step, tt.holds, tt.words,
				tt.latest)
		}
	}
	d := planned("2026-10-01")
	d.Terms.WindowEnd = ""
	if c, ok := d.Closing(d.Calendar("2026-03-02")); ok {
		t.Errorf("a period without end closes: %+v", c)
	}
}

func TestTheDemonstrationsAreOnTime(t *testing.T) {
	eachExample(t, func(t *testing.T, d *Dossier) {
		steps := d.Calendar(exampleDay)
		for _, s := range steps {
			if s.Late || s.Broken != nil {
				t.Errorf("%s is late %v (%s to %s), broken by %v", s.ID, s.Late, s.Earliest, s.Latest, s.Broken)
			}
		}
		if c, ok := d.Closing(steps); !ok || !c.Holds {
			t.Errorf("%+v", c)
		}
		if got := ids(CriticalPath(steps)); got != "E13 E14" {
			t.Errorf("critical: %s", got)
		}
	})
}

// Whatever the days, the calendar keeps its own laws: no step before those it follows, a path that reaches the start.
func TestTheCalendarHoldsTogetherForAnyDays(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	day := func() Day {
		switch r.IntN(8) {
		case 0, 1, 2:
			return ""
		case 3:
			return Day([]string{"0000-01-01", "9999-12-31", "2199-12-31", "1900-01-01"}[r.IntN(4)])
		}
		return Day("2026-01-01").AddDays(r.IntN(900))
	}
	for range 3_000 {
		d := planned(day())
		for _, p := range []*Day{&d.Backing.LetterDay, &d.Backing.Agreement, &d.Study.OrderDay, &d.Study.ReportDay, &d.Study.Exchange,
			&d.Prior.StaffDay, &d.Prior.ProcureDay, &d.Council.Signing.Day, &d.Council.Signing.Sent, &d.Council.Signing.Published,
			&d.Membership.Accepted, &d.Support.Signed, &d.Secondment.Signed, &d.Support.MidReport, &d.Terms.WindowEnd} {
			*p = day()
		}
		d.Mission.Months = r.IntN(40)
		steps := d.Calendar(Day("2026-01-01").AddDays(r.IntN(900)))
		for _, s := range steps {
			for _, id := range s.After {
				before, _ := StepOf(steps, id)
				if !s.Past && s.Earliest != "" && before.Earliest > s.Earliest {
					t.Fatalf("%s on %s before %s on %s", s.ID, s.Earliest, id, before.Earliest)
				}
			}
			if s.Critical && (s.Past || s.ID > "E14") {
				t.Fatalf("%s is critical: %+v", s.ID, s)
			}
		}
		if s, _ := StepOf(steps, "E14"); !s.Past && (!s.Critical || s.Earliest == "") {
			t.Fatalf("the start is not planned: %+v", s)
		}
		if raw := d.ICS(steps, Day("2026-01-01").Time()); len(raw) == 0 {
			t.Fatal("no calendar file")
		}
	}
	if got := planned("2026-10-01").Calendar(""); got != nil {
		t.Errorf("without today: %v", got)
	}
}

func TestADelayIsOfferedOnceAndSaved(t *testing.T) {
	d := planned("2026-10-01")
	f := ask(t, d, &d.Planning.Delays)
	if n := len(f.Presets()); n != 14 {
		t.Fatalf("%d delays offered, want those of the 14 steps that take time", n)
	}
	f.Add("E12")
	if got := d.Planning.Delays[0]; got.Step != "E12" || got.Days != 84 || slices.Contains(offered(f), "E12") {
		t.Errorf("got %+v, want twelve weeks, offered no more", got)
	}
	if err := ask(t, d, &d.Planning.Delays).Rows()[0][1].Set("70"); err != nil {
		t.Fatal(err)
	}
	raw, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	var read Dossier
	if err := json.Unmarshal(raw, &read); err != nil {
		t.Fatal(err)
	}
	if got := stepAt(t, &read, "2026-03-02", "E12").Delay; got != (Delay{70, 70}) {
		t.Errorf("read back: %v, want 70 days", got)
	}
}

func TestADelayReadsInWeeks(t *testing.T) {
	for d, want := range map[Delay]string{
		{}: "", {7, 7}: "1 semaine", {7, 14}: "1 à 2 semaines", {1, 7}: "1 à 7 jours", {20, 20}: "20 jours", {1, 1}: "1 jour",
	} {
		if got := d.String(); got != want {
			t.Errorf("%v reads %q, want %q", d, got, want)
		}
	}
}

func TestAStepSaysWhereItStands(t *testing.T) {
	for want, s := range map[string]Step{
		"fait le 08/10/2026":           {Done: "2026-10-08", Past: true, Earliest: "2026-10-08"},
		"fait":                         {Past: true},
		"en retard, critique":          {Late: true, Critical: true, Set: "2026-10-08"},
		"fixé au 08/10/2026":           {Set: "2026-10-08", Earliest: "2026-10-08"},
		"serré":                        {Earliest: "2026-10-08", Prudent: "2026-10-01", Latest: "2026-10-30"},
		"à faire":                      {Earliest: "2026-10-08", Prudent: "2026-10-08", Latest: "2026-10-30"},
		"à dater":                      {},
		"fixé au 08/10/2026, critique": {Set: "2026-10-08", Earliest: "2026-10-08", Critical: true},
	} {
		if got := s.State(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// Every step but the archives leads to a question, and the first one that applies is shown.
func TestEachStepLeadsToTheAnswersThatDateIt(t *testing.T) {
	for _, name := range ExampleNames() {
		d, _ := Example(name)
		parts := Form(d)
		for _, s := range Road() {
			asked := 0
			for _, at := range d.DayAnswers(s.ID) {
				if f, ok := FieldAt(parts, at); ok && f.Shown() {
					asked++
				}
			}
			if (asked > 0) == (s.ID == stepArchive) {
				t.Errorf("%s: %s leads to %d questions that apply", name, s.ID, asked)
			}
		}
	}
}

// TestADossierNobodyHasBegunIsNotLate looks at a new dossier once its road is longer than what is left of the programme's period.
func TestADossierNobodyHasBegunIsNotLate(t *testing.T) {
	const today = "2026-11-23"
	d := New("new", "2026-001", today)
	if x := StandingOf(d, today); x.Late || x.Due != "" {
		t.Errorf("nothing is answered, and the dossier is late %v, with a step due on %q", x.Late, x.Due)
	}
	for _, s := range d.Calendar(today) {
		if s.Late {
			t.Errorf("nothing is answered, and %s is late", s.ID)
		}
	}
	d.Project.Title = "La halle"
	if x := StandingOf(d, today); !x.Late {
		t.Error("a dossier that is begun too late for the programme's period is not late")
	}
}
