package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// A ruleCase changes a dossier that breaks no rule but R57, in three ways: so that it breaks the rule and no other, so that
// it just satisfies it, and so that the rule has nothing to say (nil when it always has).
type ruleCase struct {
	rule                   string
	severity               Severity
	field                  string // where the finding leads
	breaks, holds, besides func(d *Dossier)
	says                   string // a piece of the message, with its figures
}

func (c ruleCase) String() string { return c.rule + " at " + c.field }

func nothing(*Dossier) {}

// lifeRules read how the mission went.
var lifeRules = []string{"R56", "R60", "R61", "R62"}

func TestEachRuleIsBrokenAlone(t *testing.T) {
	for _, c := range ruleCases() {
		d, _ := Example("riom")
		if c.rule != "R44" {
			d.Job.Settled = Settled{} // what changes the mission would break R44 too
		}
		if !slices.Contains(lifeRules, c.rule) {
			d.FollowUp = FollowUp{} // a mission told to its end would contradict whatever changes it
		}
		before := voices(d)
		c.breaks(d)
		var found []Finding
		for _, f := range Findings(d, checked) {
			if !slices.Contains(before, voice(f)) && f.Rule != "R57" || f.Rule == c.rule {
				found = append(found, f)
			}
		}
		if len(found) != 1 || found[0].Rule != c.rule || found[0].Severity != c.severity || found[0].Field != c.field ||
			!strings.Contains(found[0].Message, c.says) {
			t.Errorf("%v: found %+v, want one %s that says %q", c, found, c.severity, c.says)
		}
	}
}

func TestEachRuleIsJustSatisfied(t *testing.T) {
	for _, c := range ruleCases() {
		for name, change := range map[string]func(*Dossier){"satisfied": c.holds, "not applicable": c.besides} {
			if change == nil {
				continue
			}
			d, _ := Example("riom")
			change(d)
			for _, f := range Findings(d, checked) {
				if f.Rule == c.rule {
					t.Errorf("%v, %s: %s at %s", c, name, f.Message, f.Field)
				}
			}
		}
	}
}

// Every rule has a case, an own identifier, in order, and reads answers that the form asks.
func TestRulesAreComplete(t *testing.T) {
	tested := map[string]bool{}
	for _, c := range ruleCases() {
		tested[c.rule] = true
	}
	var want []string
	for i := 1; i <= 78; i++ {
		want = append(want, fmt.Sprintf("R%02d", i))
	}
	d, _ := Example("riom")
	asked := Index(Form(d))
	var got []string
	for _, r := range Rules() {
		got = append(got, r.ID)
		if !tested[r.ID] {
			t.Errorf("%s has no case", r.ID)
		}
		if r.Basis.String() == "" || !slices.Contains([]Severity{Blocking, Confirm, Tip}, r.Severity) || len(r.papers()) == 0 {
			t.Errorf("%s: no source, severity or paper: %+v", r.ID, r)
		}
		for i, p := range r.Reads(d) {
			if _, ok := asked[p]; !ok {
				t.Errorf("%s reads a pointer (%d) that no question is bound to", r.ID, i)
			}
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("rules %v, want %v", got, want)
	}
}

func TestEveryRuleQuotesThePresentation(t *testing.T) {
	p := readPresentation(t)
	for _, r := range Rules() {
		if b := r.Basis; b.Quote != "" {
			if err := p.check(b.Heading, b.Quote); err != nil {
				t.Errorf("%s: %v", r.ID, err)
			}
		}
	}
}

// A rule that only concerns one paper leaves the other free.
func TestRulesBlockThePapersOfTheirScope(t *testing.T) {
	for id, want := range map[string][]Paper{
		"R01": {PaperSupport, PaperSecondment}, "R63": {PaperSecondment}, "R67": {PaperSecondment}, "R69": {PaperSecondment},
	} {
		i := slices.IndexFunc(Rules(), func(r Rule) bool { return r.ID == id })
		if got := Rules()[i].papers(); !slices.Equal(got, want) {
			t.Errorf("%s blocks %v, want %v", id, got, want)
		}
	}
	for _, r := range Rules() {
		if slices.Contains(r.papers(), PaperRoadmap) || slices.Contains(r.papers(), PaperJob) {
			t.Errorf("%s blocks a paper that leads to its remedy", r.ID)
		}
	}
}

func voices(d *Dossier) []string {
	var out []string
	for _, f := range Findings(d, checked) {
		out = append(out, voice(f))
	}
	return out
}

func voice(f Finding) string { return f.Rule + " " + f.Field + " " + f.Message }

func ruleCases() []ruleCase {
	return slices.Concat(eligibilityCases(), studyCases(), missionCases(), jobCases(), moneyCases(), voteCases(), closingCases(),
		partyCases(), followUpCases())
}

// A text of law says the day on which it was checked, or that nobody did.
func TestALegalReferenceSaysWhenItWasChecked(t *testing.T) {
	for id, want := range map[string]string{
		"R63": "Code du travail, article L1253-20 (référence vérifiée le 23/11/2026)",
		"R67": "Code général de la fonction publique, articles R334-1 et suivants (référence non vérifiée)",
	} {
		i := slices.IndexFunc(Rules(), func(r Rule) bool { return r.ID == id })
		if got := Rules()[i].Basis.String(); got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
}
