package model

import (
	"slices"
	"strings"
	"testing"
)

// A knob is one answer that a condition reads, and what it may be.
type knob []func(*Dossier)

func turns[T any](p func(*Dossier) *T, values ...T) knob {
	var k knob
	for _, v := range values {
		k = append(k, func(d *Dossier) { *p(d) = v })
	}
	return k
}

func asks(p func(*Dossier) *Answer) knob { return turns(p, "", Yes, No) }

// knobs lists, for each condition, the answers that decide it.
func knobs() map[string][]knob {
	x := func(p func(*Exclusions) *Answer) []knob {
		return []knob{asks(func(d *Dossier) *Answer { return p(&d.Exclusions) })}
	}
	text := func(p func(*Dossier) *string) knob { return turns(p, "", "dit") }
	level := func(p func(*Dossier) *Progress) knob {
		return turns(func(d *Dossier) *Level { return &p(d).Level }, "", LevelBegun)
	}
	extents := []Extent{"", ExtentNone, ExtentPart, ExtentMain, ExtentOnly}
	split := func(d *Dossier) *string { return &d.Exclusions.OPAHSplit }
	return map[string][]knob{
		"acv": {asks(func(d *Dossier) *Answer { return &d.Town.ACV }), text(func(d *Dossier) *string { return &d.Town.ACVProof })},
		"cases": {
			asks(func(d *Dossier) *Answer { return &d.Cases.Building }),
			turns(func(d *Dossier) *BuildingKind { return &d.Cases.BuildingKind }, "", BuildingPrison),
			text(func(d *Dossier) *string { return &d.Cases.BuildingName }),
			turns(func(d *Dossier) *Hundredths { return &d.Cases.BuildingArea }, 0, 1_200_00),
			asks(func(d *Dossier) *Answer { return &d.Cases.Laureate }),
			turns(func(d *Dossier) *Day { return &d.Cases.CallDay }, "", checked, checked.AddDays(1)),
			asks(func(d *Dossier) *Answer { return &d.Cases.Fund }),
			text(func(d *Dossier) *string { return &d.Cases.FundReference }),
			turns(func(d *Dossier) *Day { return &d.Cases.FundDay }, "", "2025-02-03"),
			asks(func(d *Dossier) *Answer { return &d.Cases.Priority }),
			turns(func(d *Dossier) *ProjectKind { return &d.Cases.PriorityKind }, "", KindStation),
			text(func(d *Dossier) *string { return &d.Cases.PriorityName }),
		},
		"mix": {
			turns(func(d *Dossier) *Extent { return &d.Exclusions.PublicSpace }, extents...),
			turns(func(d *Dossier) *Extent { return &d.Exclusions.Equipment }, extents...),
			text(func(d *Dossier) *string { return &d.Exclusions.Justification }),
		},
		"complex": {
			turns(func(d *Dossier) *[]ProjectKind { return &d.Project.Kinds }, nil, []ProjectKind{KindStation}),
			text(func(d *Dossier) *string { return &d.Project.Complexity }),
		},
		"ori":       x(func(x *Exclusions) *Answer { return &x.ORI }),
		"dup":       x(func(x *Exclusions) *Answer { return &x.DUP }),
		"opah":      append(x(func(x *Exclusions) *Answer { return &x.OPAH }), text(split)),
		"programme": x(func(x *Exclusions) *Answer { return &x.Programme }),
		"person":    x(func(x *Exclusions) *Answer { return &x.SamePerson }),
		"employer":  x(func(x *Exclusions) *Answer { return &x.TownEmploys }),
		"backing": {
			asks(func(d *Dossier) *Answer { return &d.Backing.Letter }),
			turns(func(d *Dossier) *Day { return &d.Backing.LetterDay }, "", "2026-02-01", "2026-05-02"),
			turns(func(d *Dossier) *Day { return &d.Signatories.CouncilSince }, "", "2026-03-28"),
		},
		"agreement": {turns(func(d *Dossier) *Day { return &d.Backing.Agreement }, "", "2026-05-02")},
		"definition": {
			text(func(d *Dossier) *string { return &d.Project.Title }), text(func(d *Dossier) *string { return &d.Project.Summary }),
			text(func(d *Dossier) *string { return &d.Study.Stakes }),
			level(func(d *Dossier) *Progress { return &d.Study.Assembly }),
			level(func(d *Dossier) *Progress { return &d.Study.Partnerships }),
			level(func(d *Dossier) *Progress { return &d.Study.Procedures }),
		},
		"study": {
			text(func(d *Dossier) *string { return &d.Study.Provider }),
			turns(func(d *Dossier) *Day { return &d.Study.VisitDay }, "", "2026-05-02"),
			turns(func(d *Dossier) *[]*Interview { return &d.Study.Interviews }, nil, []*Interview{{Row: Row{"k"}, Name: "A"}}),
			turns(func(d *Dossier) *Day { return &d.Study.Exchange }, "", "2026-06-02"),
			asks(func(d *Dossier) *Answer { return &d.Study.TownAgrees }), asks(func(d *Dossier) *Answer { return &d.Study.OfficeAgrees }),
		},
		"tempo": {
			turns(func(d *Dossier) *int { return &d.Mission.Months }, 0, 5, 6, 12, 24, 25, 40),
			turns(func(d *Dossier) *Day { return &d.Mission.Start }, "", "2022-01-03", "2026-01-31", "2026-12-31", "2027-01-04"),
			turns(func(d *Dossier) *Day { return &d.Support.Signed }, "", "2022-12-31", "2023-01-01", "2026-12-31", "2027-01-01"),
			turns(func(d *Dossier) *WindowSense { return &d.Terms.WindowMeans }, "", WindowSignature, WindowStartDay, WindowEndDay),
			turns(func(d *Dossier) *Day { return &d.Terms.WindowEnd }, "", "2026-12-31", "2029-06-30"),
		},
		"framing": {
			turns(func(d *Dossier) *Hundredths { return &d.Mission.Days }, 0, 2_50, 5_00),
			asks(func(d *Dossier) *Answer { return &d.Mission.Exclusive }),
		},
	}
}

// samples are answers that only a town knows.
var samples = map[string]string{
	"town.acvProof": "décision du comité", "cases.buildingKind": "caserne", "cases.buildingName": "Caserne", "cases.buildingArea": "900",
	"cases.callDay": "01/03/2025", "cases.fundReference": "FF-12", "cases.fundDay": "03/02/2025", "cases.priorityKind": "quartier-gare",
	"cases.priorityName": "Gare", "exclusions.justification": "oui", "exclusions.opahSplit": "oui", "backing.letterDay": "01/06/2026",
	"backing.agreement": "01/06/2026", "project.kinds": "friche", "project.complexity": "oui", "project.title": "T", "project.summary": "S",
	"study.stakes": "E", "study.assembly.level": "engage", "study.partnerships.level": "engage", "study.procedures.level": "engage",
	"study.provider": "A", "study.visitDay": "02/05/2026", "study.exchange": "02/06/2026", "support.signed": "15/12/2026",
	"mission.start": "01/02/2026", "terms.windowStart": "01/01/2023", "terms.windowEnd": "31/12/2027", "mission.months": "12",
	"mission.days": "2,5", "mission.exclusive": "yes",
}

// A bench is one dossier whose answers are turned one after the other.
type bench struct {
	t     *testing.T
	d     *Dossier
	asked map[any]Field
	today Day
}

func newBench(t *testing.T) *bench {
	d, ok := Example("riom")
	if !ok {
		t.Fatal("no example")
	}
	return &bench{t, d, Index(Form(d)), checked}
}

func (b *bench) factor(key string) factor {
	switch key { // the two that have many states
	case "cases":
		return casesFactor(&b.d.Cases, b.today)
	case "tempo":
		return tempoFactor(b.d, b.today)
	}
	list := factors(b.d, b.today)
	return list[slices.IndexFunc(list, func(f factor) bool { return f.key == key })]
}

// answer gives the answer that the test asks for.
func (b *bench) answer(t test) {
	f := b.asked[t.at]
	value := t.value
	if value == "" {
		value = samples[f.ID]
	}
	if value == "" && len(f.Options) > 0 {
		value = f.Options[0].Value
	}
	if f.Kind == KindRows {
		f.Add("")
		return
	}
	if err := f.Set(value); err != nil || value == "" {
		b.t.Fatalf("%s does not take %q: %v", f.ID, value, err)
	}
}

// each runs visit on every state of the knobs.
func (b *bench) each(list []knob, visit func(set func())) {
	var chosen []func(*Dossier)
	var turn func(i int)
	turn = func(i int) {
		if i == len(list) {
			set := func() {
				for _, c := range chosen {
					c(b.d)
				}
			}
			set()
			visit(set)
			return
		}
		for _, v := range list[i] {
			chosen = append(chosen, v)
			turn(i + 1)
			chosen = chosen[:i]
		}
	}
	turn(0)
}

// fewer reports whether less than n answers of the knobs, turned in any way, meet the condition.
func (b *bench) fewer(key string, list []knob, n int) bool {
	if b.factor(key).verdict() == VerdictYes {
		return true
	}
	if n <= 1 {
		return false
	}
	for i, k := range list {
		for _, v := range k {
			before := *b.d
			v(b.d)
			found := b.fewer(key, list[i+1:], n-1)
			*b.d = before
			if found {
				return true
			}
		}
	}
	return false
}

// For every state of the answers of each condition: what is proposed for a « non » makes it « oui », nothing smaller does;
// what is missing of an « inconnu » is asked, not answered yet, and leads to a decision.
func TestTheProposedChangeFlipsTheVerdictAndNoneSmallerDoes(t *testing.T) {
	for key, list := range knobs() {
		b := newBench(t)
		seen := map[Verdict]int{}
		days := []Day{checked}
		if key == "tempo" {
			days = append(days, "2027-02-01")
		}
		for _, b.today = range days {
			b.each(list, func(set func()) {
				f := b.factor(key)
				seen[f.verdict()]++
				switch f.verdict() {
				case VerdictNo:
					changes := f.changes()
					if b.fewer(key, list, len(changes)) {
						t.Fatalf("%s: fewer than %d changes are enough: %s", key, len(changes), b.state(f))
					}
					for _, c := range changes {
						b.answer(c)
					}
					if got := b.factor(key).verdict(); got != VerdictYes {
						t.Fatalf("%s: %s after %d changes: %s", key, got, len(changes), b.state(f))
					}
				case VerdictUnknown:
					b.complete(key)
				}
				set()
			})
		}
		if seen[VerdictYes] == 0 || len(seen) < 2 {
			t.Errorf("%s: verdicts %v", key, seen)
		}
	}
}

// complete answers what is missing until the condition is met.
func (b *bench) complete(key string) {
	for range 8 {
		f := b.factor(key)
		if f.verdict() == VerdictYes || f.verdict() == VerdictVoid {
			return
		}
		if f.verdict() == VerdictNo { // the period just given leaves out a day that was given before
			for _, c := range f.changes() {
				b.answer(c)
			}
			continue
		}
		tests, eitherOne := f.missing()
		if eitherOne {
			tests = tests[:1]
		}
		for _, m := range tests {
			if m.verdict != VerdictUnknown {
				b.t.Fatalf("%s: %s is not missing: %s", key, b.asked[m.at].ID, b.state(f))
			}
			if !b.asked[m.at].Shown() {
				b.t.Fatalf("%s: %s is missing and not asked: %s", key, b.asked[m.at].ID, b.state(f))
			}
			b.answer(m)
		}
	}
	b.t.Fatalf("%s is never met", key)
}

func (b *bench) state(f factor) string {
	var out []string
	for _, p := range f.answers() {
		out = append(out, b.asked[p].ID+"="+b.asked[p].Text())
	}
	return strings.Join(out, ", ")
}

// A « non » comes with a blocking rule, a « oui » with none.
func TestVerdictsAgreeWithTheRules(t *testing.T) {
	rules := map[string]Rule{}
	for _, r := range Rules() {
		rules[r.ID] = r
	}
	for key, list := range knobs() {
		if key == "cases" { // another case, claimed and not proved, still blocks the papers
			continue
		}
		b := newBench(t)
		b.each(list, func(func()) {
			f := b.factor(key)
			blocked := ""
			for _, id := range f.rules {
				for _, breach := range rules[id].Check(b.d, b.today) {
					if rules[id].Severity == Blocking && breach.Severity == "" {
						blocked = id
					}
				}
			}
			if v := f.verdict(); v == VerdictNo && blocked == "" || v == VerdictYes && blocked != "" {
				t.Fatalf("%s: %s, blocked by %q: %s", key, v, blocked, b.state(f))
			}
		})
	}
}
