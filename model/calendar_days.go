package model

// landmarks are the days that the dossier gives to a step: those on which it began, as far as known, and those on which its
// parts are done, empty where they are asked and not given.
func (d *Dossier) landmarks(id string) (begun, ends []Day) {
	from, to := d.landmarkAnswers(id)
	begun, ends = onlyUsable(from), onlyUsable(to)
	if id == stepRecruit && d.Expert.Found != Yes {
		ends = []Day{""}
	}
	return begun, ends
}

// landmarkAnswers are the answers in which the days of a step stand.
func (d *Dossier) landmarkAnswers(id string) (begun, ends []*Day) {
	if id < stepCouncil {
		return d.preparationDays(id)
	}
	return d.agreementDays(id)
}

// DayAnswers points to the answers that decide the days of a step, to look up with FieldAt: first the days of the dossier on
// which it is done, then those on which it began, then what else its days follow from. Some may not apply, and a step that
// nothing is asked of has none.
func (d *Dossier) DayAnswers(id string) []any {
	begun, ends := d.landmarkAnswers(id)
	var out []any
	for _, day := range append(ends, begun...) {
		out = append(out, day)
	}
	m, p := &d.Mission, &d.Payment
	switch id {
	case stepRecruit:
		out = append(out, &d.Expert.Found)
	case stepFirstClaim:
		out = append(out, &d.Planning.Delays)
	case stepInvoices:
		out = append(out, &p.DueDays)
	case stepSteering:
		out = append(out, &d.Steering.TechnicalEvery)
	case stepEnd, stepAmendment:
		out = append(out, &m.Months)
	case stepBalance:
		out = append(out, &p.BalanceFile)
	}
	if s, ok := roadStep(id); ok && s.Delay.Max > 0 && len(out) == 0 {
		out = append(out, &d.Planning.Delays)
	}
	return out
}

// preparationDays are the landmarks of the steps before the council.
func (d *Dossier) preparationDays(id string) (begun, ends []*Day) {
	switch id {
	case "E02":
		ends = []*Day{&d.Backing.LetterDay}
	case "E03":
		ends = []*Day{&d.Backing.Agreement}
	case "E04":
		begun, ends = []*Day{&d.Study.OrderDay}, []*Day{&d.Study.ReportDay}
	case "E05":
		ends = []*Day{&d.Study.Exchange}
	case stepQuote:
		if d.Cost.Basis == CostQuote {
			ends = []*Day{&d.Cost.QuoteDay}
		}
	case "E07":
		ends = []*Day{&d.Prior.StaffDay, &d.Prior.ProcureDay}
	}
	return begun, ends
}

// agreementDays are the landmarks of the council and of the steps after it.
func (d *Dossier) agreementDays(id string) (begun, ends []*Day) {
	acts := []*Act{&d.Council.Signing}
	if joining := d.Council.JoiningAct(); joining != acts[0] {
		acts = append(acts, joining)
	}
	switch id {
	case stepCouncil:
		for _, a := range acts {
			begun, ends = append(begun, &a.Convened), append(ends, &a.Day)
		}
	case stepExecutory:
		for _, a := range acts {
			begun, ends = append(begun, &a.Sent), append(ends, &a.Sent, &a.Published)
		}
	case stepMembership:
		begun, ends = []*Day{&d.Membership.Form}, []*Day{&d.Membership.Accepted}
	case stepSupport:
		begun, ends = []*Day{&d.Support.DecisionDay}, []*Day{&d.Support.Signed}
	case stepRecruit:
		ends = []*Day{&d.Expert.Consent}
	case stepSecondment:
		ends = []*Day{&d.Secondment.Signed}
	case stepStart:
		ends = []*Day{&d.Mission.Start}
	case stepMidReport:
		ends = []*Day{&d.Support.MidReport}
	}
	return begun, ends
}

// onlyUsable reads the days, empty where they cannot be computed with.
func onlyUsable(answers []*Day) []Day {
	var days []Day
	for _, day := range answers {
		if day.usable() {
			days = append(days, *day)
		} else {
			days = append(days, "")
		}
	}
	return days
}

// latest returns the last of the days; empty when there is none.
func latest(days []Day) Day {
	var last Day
	for _, day := range days {
		last = max(last, day)
	}
	return last
}
