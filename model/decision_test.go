package model

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
)

func findingOf(d *Dossier, rule string) (Finding, bool) {
	list := Findings(d, checked)
	i := slices.IndexFunc(list, func(f Finding) bool { return f.Rule == rule })
	if i < 0 {
		return Finding{}, false
	}
	return list[i], true
}

func TestAFindingToConfirmIsKeptWithItsReason(t *testing.T) {
	d, _ := Example("riom")
	f, ok := findingOf(d, "R57")
	if !ok || f.Severity != Confirm {
		t.Fatalf("%+v", f)
	}
	if err := d.Acknowledge(f, " La trésorerie le permet. ", "Agnès Morel", checked); err != nil {
		t.Fatal(err)
	}
	saved, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	read := &Dossier{}
	if err := json.Unmarshal(saved, read); err != nil {
		t.Fatal(err)
	}
	got, _ := findingOf(read, "R57")
	want := Decision{"La trésorerie le permet.", "Agnès Morel", checked, got.Decision.Answers}
	if got.Severity != Accepted || got.Decision != want || got.Decision.Answers == "" || got.Message != f.Message {
		t.Errorf("%+v, want the decision %+v", got, want)
	}
	if err := read.Acknowledge(got, "Autre raison", "Agnès Morel", checked); err != nil {
		t.Errorf("a decision cannot be worded anew: %v", err)
	}
	read.Reopen(got)
	if got, _ := findingOf(read, "R57"); got.Severity != Confirm || got.Decision != (Decision{}) {
		t.Errorf("reopened: %+v", got)
	}
}

func TestADecisionHoldsAsLongAsWhatItWasTakenOn(t *testing.T) {
	d, _ := Example("riom")
	f, _ := findingOf(d, "R57")
	if err := d.Acknowledge(f, "La trésorerie le permet.", "Agnès Morel", checked); err != nil {
		t.Fatal(err)
	}
	severity := func() Severity { f, _ := findingOf(d, "R57"); return f.Severity }
	d.Town.Address = "ailleurs"
	if severity() != Accepted {
		t.Error("an answer that the rule does not read reopens it")
	}
	wages := d.Cost.QuoteWages
	d.Cost.QuoteWages = ref(*wages + 1_00)
	if severity() != Confirm {
		t.Error("the figure of the finding changed, and the decision holds")
	}
	d.Cost.QuoteWages = wages
	lag := d.Payment.BalanceLag
	d.Payment.BalanceLag += 2
	if severity() != Confirm {
		t.Error("an answer that the rule reads changed, and the decision holds")
	}
	d.Payment.BalanceLag = lag
	if severity() != Accepted {
		t.Error("the answer is back, and the decision is lost")
	}
}

func TestADecisionIsRefusedWithAdvice(t *testing.T) {
	d, _ := Example("riom")
	d.Exclusions.ORI, d.Delivery.Mode = Yes, ModeOpen
	advance, _ := findingOf(d, "R57")
	blocking, _ := findingOf(d, "R15")
	tip, _ := findingOf(d, "R38")
	stale := advance
	stale.Message = "La ville doit avancer jusqu’à 1,00 € avant le solde."
	forged := blocking
	forged.Severity = Confirm
	for _, tt := range []struct {
		name       string
		f          Finding
		reason, by string
		day        Day
		says       string
	}{
		{"no reason", advance, " ", "Agnès Morel", checked, "pourquoi"},
		{"no name", advance, "Oui", "", checked, "qui"},
		{"no day", advance, "Oui", "Agnès Morel", "", "date"},
		{"blocking", blocking, "Oui", "Agnès Morel", checked, "bloquant"},
		{"blocking, said to confirm", forged, "Oui", "Agnès Morel", checked, "relisez"},
		{"a tip", tip, "Oui", "Agnès Morel", checked, "conseil"},
		{"changed since it was read", stale, "Oui", "Agnès Morel", checked, "relisez"},
		{"no finding", Finding{}, "Oui", "Agnès Morel", checked, "relisez"},
	} {
		var advice Advice
		err := d.Acknowledge(tt.f, tt.reason, tt.by, tt.day)
		if !errors.As(err, &advice) || !strings.Contains(err.Error(), tt.says) || len(d.Marks.Decided) > 0 {
			t.Errorf("%s: %v, %v", tt.name, err, d.Marks.Decided)
		}
	}
}

// Where the same answer turns a finding to confirm into a blocking one, the reason given before does not hold it back.
func TestADecisionNeverLiftsWhatBlocks(t *testing.T) {
	d, _ := Example("riom")
	d.Exclusions.PublicSpace, d.Exclusions.Justification = ExtentPart, "Un dixième du projet."
	f, _ := findingOf(d, "R13")
	if err := d.Acknowledge(f, "Validé par la Direction régionale.", "Agnès Morel", checked); err != nil {
		t.Fatal(err)
	}
	if f, _ := findingOf(d, "R13"); f.Severity != Accepted {
		t.Fatalf("%+v", f)
	}
	d.Exclusions.Justification = ""
	if f, _ := findingOf(d, "R13"); f.Severity != Blocking {
		t.Errorf("%+v", f)
	}
}
