package ui

import (
	"testing"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

func TestTheMoneyPageSaysWhatTheModelComputes(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	goTo(t, s, "finances")
	d := s.editor.dossier
	f, _ := d.Funding()
	c, _ := d.Cash()
	for _, words := range []string{
		f.Total.Gross.String(), f.Subsidy.String(), f.Left.String(), (f.Subsidy + f.Left).String(),
		"Au plus fort, la ville avance " + (-c.Worst).String(), c.On.Month() + " — le plus bas", c.Worst.Plain(), "2029",
	} {
		if !says(s, plainSpaces(words)) {
			t.Errorf("the page does not say « %s »", words)
		}
	}
}

// A payment that comes later deepens the advance, on the page as it is typed.
func TestALatePaymentIsSimulated(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	s.editor.showMoney()
	before, _ := s.editor.dossier.Cash()
	input[*kit.Entry](t, s, "payment.firstLag").SetText("")
	write(t, s, "payment.firstLag", "12")
	after, _ := s.editor.dossier.Cash()
	if after.Months[1].Balance >= 0 && before.Worst == after.Worst && before.Months[6].Balance == after.Months[6].Balance {
		t.Fatal("a later payment changes nothing")
	}
	if !says(s, plainSpaces(after.Months[6].Balance.Plain())) {
		t.Errorf("the page does not follow: no %s", after.Months[6].Balance.Plain())
	}
}

func TestTheMoneyPageLeadsToWhatItLacks(t *testing.T) {
	s := start(t)
	tapButton(t, s, "Nouveau dossier")
	e := s.editor
	e.dossier.Cost.Salary = 0
	e.showMoney()
	tapButton(t, s, "Répondre")
	if e.key != "cost.monthly" {
		t.Errorf("without a cost, at %s", e.key)
	}
	tapButton(t, s, "Retour aux finances")
	e.dossier.Cost.Salary = 52_000_00
	e.showMoney()
	tapButton(t, s, "Répondre")
	if e.field != "mission.start" {
		t.Errorf("without dates, at %s", e.field)
	}
	e.dossier.Mission.Start, e.dossier.Mission.Months, e.dossier.Terms.Rate = "2027-01-04", 12, nil
	e.showMoney()
	tapButton(t, s, "Répondre")
	if at, _ := model.FieldAt(e.parts, &e.dossier.Terms.Rate); e.field != at.ID {
		t.Errorf("without a rate, at %s", e.field)
	}
}
