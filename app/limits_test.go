package main

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"appuitechnique/model"
)

// verified returns what « verifier -json » finds, each as rule, severity and field, but for the advance of the town (R57),
// whose amount follows the duration.
func verified(t *testing.T, d *model.Dossier) []string {
	t.Helper()
	_, out, errs := ran("verifier", "-json", "-au", "2026-11-23", written(t, d))
	var found []map[string]string
	if err := json.Unmarshal([]byte(out), &found); err != nil {
		t.Fatalf("%v: %s%s", err, out, errs)
	}
	var list []string
	for _, f := range found {
		if f["rule"] != "R57" {
			list = append(list, strings.Join([]string{f["rule"], f["severity"], f["field"]}, " "))
		}
	}
	return list
}

// short cuts the mission of d to its first task, in six months at most, so that its duration may go down to the limit.
func short(d *model.Dossier) {
	m := &d.Mission
	m.Tasks, m.Milestones = m.Tasks[:1], m.Milestones[:1]
	m.Tasks[0].Last, m.Tasks[0].Load, m.Milestones[0].Day, m.Months = 6, 50_00, "2027-05-31", 7
	m.Tasks[0].Sides = []model.Side{model.SideLegal, model.SideTechnical, model.SideFinancial}
	d.Job.Activities, d.Job.Settled = d.Job.Activities[:1], model.Settled{}
	d.FollowUp = model.FollowUp{}
	d.Support.MidReport = "2027-04-15"
}

// One answer of a demonstration changed, on each side of a limit of the scheme: exactly the finding that is due, and no other.
func TestEachLimitGivesItsFindingAndNoOther(t *testing.T) {
	months := func(n int) func(*model.Dossier) { return func(d *model.Dossier) { d.Mission.Months = n } }
	signed := func(day model.Day) func(*model.Dossier) { return func(d *model.Dossier) { d.Support.Signed = day } }
	public := func(r model.Rate) func(*model.Dossier) { return func(d *model.Dossier) { d.Expert.PublicShare = &r } }
	joins := func(days int) func(*model.Dossier) {
		return func(d *model.Dossier) { d.Membership.Accepted = d.Mission.Start.AddDays(days) }
	}
	space := func(e model.Extent) func(*model.Dossier) {
		return func(d *model.Dossier) { d.Exclusions.PublicSpace = e }
	}
	whole := func(*model.Dossier) {}
	for _, tt := range []struct {
		name         string
		base, change func(*model.Dossier)
		want         string // empty: no finding
	}{
		{"5 mois", short, months(5), "R32 bloquant mission.months"},
		{"6 mois", short, months(6), ""},
		{"5 mois, plan de 24 mois", whole, months(5), "R32 bloquant mission.months"},
		{"24 mois", whole, months(24), ""},
		{"25 mois", whole, months(25), "R32 bloquant mission.months"},
		{"signée le 31/12/2026", whole, signed("2026-12-31"), ""},
		{"signée le 01/01/2027", whole, signed("2027-01-01"), "R02 bloquant support.signed"},
		{"75 % pour des collectivités", whole, public(75_00), ""},
		{"75,01 % pour des collectivités", whole, public(75_01), "R63 bloquant expert.publicShare"},
		{"76 % pour des collectivités", whole, public(76_00), "R63 bloquant expert.publicShare"},
		{"adhésion le lendemain de la prise de poste", whole, joins(1), "R46 bloquant membership.accepted"},
		{"espaces publics seulement", whole, space(model.ExtentOnly), "R13 bloquant exclusions.publicSpace"},
	} {
		d, _ := model.Example("riom")
		tt.base(d)
		before := verified(t, d)
		tt.change(d)
		added := slices.DeleteFunc(verified(t, d), func(f string) bool { return slices.Contains(before, f) })
		if got := strings.Join(added, "; "); got != tt.want {
			t.Errorf("%s: « verifier » finds %q, want %q", tt.name, got, tt.want)
		}
	}
}
