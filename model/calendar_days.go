package model

// landmarks are the days that the dossier gives to a step: those on which it began, as far as known, and those on which its
// parts are done, empty where they are asked and not given.
func (d *Dossier) landmarks(id string) (begun, ends []Day) {
	if id < stepCouncil {
		begun, ends = d.preparationDays(id)
	} else {
		begun, ends = d.agreementDays(id)
	}
	return onlyUsable(begun), onlyUsable(ends)
}

// preparationDays are the landmarks of the steps before the council.
func (d *Dossier) preparationDays(id string) (begun, ends []Day) {
	switch id {
	case "E02":
		ends = []Day{d.Backing.LetterDay}
	case "E03":
		ends = []Day{d.Backing.Agreement}
	case "E04":
		begun, ends = []Day{d.Study.OrderDay}, []Day{d.Study.ReportDay}
	case "E05":
		ends = []Day{d.Study.Exchange}
	case stepQuote:
		if d.Cost.Basis == CostQuote {
			ends = []Day{d.Cost.QuoteDay}
		}
	case "E07":
		ends = []Day{d.Prior.StaffDay, d.Prior.ProcureDay}
	}
	return begun, ends
}

// agreementDays are the landmarks of the council and of the steps after it.
func (d *Dossier) agreementDays(id string) (begun, ends []Day) {
	acts := []*Act{&d.Council.Signing}
	if joining := d.Council.JoiningAct(); joining != acts[0] {
		acts = append(acts, joining)
	}
	switch id {
	case stepCouncil:
		for _, a := range acts {
			begun, ends = append(begun, a.Convened), append(ends, a.Day)
		}
	case stepExecutory:
		for _, a := range acts {
			begun, ends = append(begun, a.Sent), append(ends, a.Sent, a.Published)
		}
	case stepMembership:
		begun, ends = []Day{d.Membership.Form}, []Day{d.Membership.Accepted}
	case stepSupport:
		begun, ends = []Day{d.Support.DecisionDay}, []Day{d.Support.Signed}
	case stepRecruit:
		ends = []Day{""}
		if d.Expert.Found == Yes {
			ends = []Day{d.Expert.Consent}
		}
	case stepSecondment:
		ends = []Day{d.Secondment.Signed}
	case stepStart:
		ends = []Day{d.Mission.Start}
	case stepMidReport:
		ends = []Day{d.Support.MidReport}
	}
	return begun, ends
}

// onlyUsable empties the days that cannot be computed with.
func onlyUsable(days []Day) []Day {
	for i, day := range days {
		if !day.usable() {
			days[i] = ""
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
