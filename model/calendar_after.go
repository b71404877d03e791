package model

import (
	"fmt"
	"slices"
)

// halfwayMonths is when a mission of so many months is half done.
func halfwayMonths(months int) int { return (months + 1) / 2 }

// amendmentMonths is how long before the end an extension must be settled. (domain §3, E19)
const amendmentMonths = 3

// balanceMonths is the time to file the balance, unless the dossier says another. (domain §3, E21)
const balanceMonths = 3

// start is the day on which the expert comes: the day done, the one wished if it can be kept, else the earliest.
func (c *course) start() Day {
	s := c.step(stepStart)
	return max(s.Done, s.Set, s.Earliest)
}

// follow lays out what comes after the start. Its days depend on the mission alone.
func (c *course) follow() {
	m, start := &c.d.Mission, c.start()
	code := c.d.Town.Code
	claim := c.step(stepFirstClaim)
	support := c.step(stepSupport)
	from := max(start, support.Done, support.Earliest)
	claim.Earliest = from.AddDays(claim.Delay.Min).onOpenDay(code)
	claim.Latest = from.AddDays(claim.Delay.Max).onOpenDay(code)
	if m.Months <= 0 || m.Months > longest {
		return
	}
	end := start.AddMonths(m.Months).AddDays(-1)
	between := func(id string, first, last Day) {
		s := c.step(id)
		s.Earliest, s.Latest = first, last
		if s.Done != "" {
			s.Earliest = s.Done
		}
	}
	p := &c.d.Payment
	file := balanceMonths
	if p.BalanceFile > 0 {
		file = clamp(p.BalanceFile)
	}
	between(stepInvoices, monthEnd(start), end.AddDays(min(max(p.DueDays, 0), 366)))
	between(stepSteering, start, end)
	half := start.AddMonths(halfwayMonths(m.Months))
	if set := c.step(stepMidReport).Set; set != "" {
		half = max(set, start)
	}
	between(stepMidReport, half, end)
	between(stepAmendment, start, end.AddMonths(-amendmentMonths))
	between(stepEnd, end, end)
	between(stepBalance, end, end.AddMonths(file))
	between(stepArchive, end, "")
}

// judge says of each step how much time it has, and what is out of order.
func (c *course) judge() {
	for i := range c.steps {
		s := &c.steps[i]
		switch {
		case s.Past:
			s.Latest, s.Prudent = "", ""
		case s.Earliest != "" && s.Latest != "":
			s.Slack = s.Earliest.DaysUntil(s.Latest)
			s.Late = s.Slack < 0
		}
		if s.Set != "" && s.Set < c.floor[i] && s.ID != stepStart {
			s.Late = true
		}
		if s.ID == stepCouncil && !s.Past {
			s.Convene = c.d.LastConvocation(s.Earliest)
		}
	}
	for _, o := range c.d.orderings() {
		if o.first.usable() && o.then.usable() && o.first > o.then {
			s := c.step(o.after)
			if !slices.Contains(s.Broken, o.before) {
				s.Broken = append(s.Broken, o.before)
			}
		}
	}
}

// An ordering is one that the law or the scheme enforces, with the days of the dossier that it binds.
type ordering struct {
	before, after string
	first, then   Day
}

// orderings lists what may never be the other way round: E09 before E10 before E13, E11 before E14, E05 before E12, E13
// before E14. (domain §3)
func (d *Dossier) orderings() []ordering {
	var consent Day
	if d.Expert.Found == Yes {
		consent = d.Expert.Consent
	}
	return []ordering{
		{stepExecutory, stepMembership, d.Council.JoiningAct().executory(), d.Membership.Accepted},
		{stepMembership, stepSecondment, d.Membership.Accepted, d.Secondment.Signed},
		{stepSupport, stepStart, d.Support.Signed, d.Mission.Start},
		{"E05", stepRecruit, d.Study.Exchange, consent},
		{stepSecondment, stepStart, d.Secondment.Signed, d.Mission.Start},
	}
}

// window holds the step that the programme's period bounds to the end of that period. A dossier that nobody has begun is
// held to nothing: the period is there by default, and no step of it is late.
func (c *course) window() {
	end := c.d.Terms.WindowEnd
	if !end.usable() || !c.d.begun() {
		return
	}
	switch c.d.Terms.WindowMeans {
	case WindowStartDay:
		c.step(stepStart).Latest = end
	case WindowEndDay:
		if m := c.d.Mission.Months; m > 0 && m <= longest {
			c.step(stepStart).Latest = end.AddDays(1).AddMonths(-m)
		}
	default:
		s := c.step(stepSupport)
		s.Latest, s.Prudent = end, end
	}
}

// A Closing says how the end of the programme's period bears on the road.
type Closing struct {
	Ends     Day    // last day of the period
	Step     string // the step that it bounds: "E11", "E14" or "E20"
	Earliest Day    // day on which that step can be done at the earliest, or was
	Holds    bool
	Sentence string
}

// Closing reads, on the calendar, whether what the period bounds can still be done before it ends; ok is false while the
// period or that day is not known. What the period bounds is itself to confirm with the direction régionale.
func (d *Dossier) Closing(steps []Step) (c Closing, ok bool) {
	c = Closing{Ends: d.Terms.WindowEnd, Step: stepSupport}
	what := "la convention de soutien peut être signée au plus tôt le "
	switch d.Terms.WindowMeans {
	case WindowStartDay:
		c.Step, what = stepStart, "la prise de poste est possible au plus tôt le "
	case WindowEndDay:
		c.Step, what = stepEnd, "la mission finit au plus tôt le "
	}
	s, _ := StepOf(steps, c.Step)
	c.Earliest = max(s.Done, s.Earliest)
	if !c.Ends.usable() || c.Earliest == "" {
		return Closing{}, false
	}
	days := c.Earliest.DaysUntil(c.Ends)
	c.Holds = days >= 0
	c.Sentence = "La période du programme se ferme le " + c.Ends.String() + " : " + what + c.Earliest.String()
	switch {
	case s.Done != "":
		c.Sentence = "La période du programme se ferme le " + c.Ends.String() + " ; l’étape qu’elle borne est faite depuis le " +
			s.Done.String() + "."
	case days == 0:
		c.Sentence += ", le dernier jour."
	case c.Holds:
		c.Sentence += fmt.Sprintf(", soit %s avant.", dayCount(days))
	default:
		c.Sentence += fmt.Sprintf(", soit %s trop tard. Demandez à la Direction régionale si la période est prolongée, ou avancez "+
			"les étapes du chemin critique.", dayCount(-days))
	}
	return c, true
}

// Outlook says in one sentence whether the wished start can be kept; empty when nothing can be said.
func Outlook(steps []Step) string {
	s, _ := StepOf(steps, stepStart)
	switch {
	case s.Done != "":
		return "L’expert est en poste depuis le " + s.Done.String() + "."
	case s.Earliest == "":
		return ""
	case s.Set == "":
		return "La prise de poste est possible au plus tôt le " + s.Earliest.String() + ", si chaque étape prend son délai le plus court."
	case s.Set < s.Earliest:
		return fmt.Sprintf("La prise de poste du %s ne peut pas être tenue : elle est possible au plus tôt le %s, %s plus tard.",
			s.Set, s.Earliest, dayCount(s.Set.DaysUntil(s.Earliest)))
	case s.Set == s.Earliest:
		return "La prise de poste du " + s.Set.String() + " peut être tenue, sans aucune marge."
	}
	return fmt.Sprintf("La prise de poste du %s peut être tenue, avec une marge de %s.", s.Set, dayCount(s.Earliest.DaysUntil(s.Set)))
}

func dayCount(n int) string {
	if n == 1 {
		return "1 jour"
	}
	return FormatInt(n) + " jours"
}
