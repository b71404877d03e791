package model

import "slices"

// A Step is one step of the road as it stands on a given day: when it was done, or when it can and must be.
//
// A day of the dossier that has come is a step done; one still to come is a step that is set. The rest is planned: from
// what is done and from today forward, from the wished start backward. Steps after the start follow it.
type Step struct {
	RoadStep
	Delay Delay // as this dossier expects it

	Done Day  // day on which it was done; empty while it is to come, or when nobody gave the day
	Past bool // done, as its day says or as a later step does
	Set  Day  // day to come that the dossier gives it

	Earliest Day // if all that comes before takes its shortest delay
	Prudent  Day // keeps the wished start even if all that follows takes its longest delay; empty after the start
	Latest   Day // keeps the wished start if all that follows takes its shortest delay; empty when nothing bounds it

	Slack    int  // days from Earliest to Latest; negative when it comes too late
	Late     bool // it can no longer be done in time
	Critical bool // a day lost on it is a day lost on the start
	Convene  Day  // of the council: last day for the convocation to the earliest session, or to the one set

	Broken []string // steps that had to come first and bear a later day
}

// Tight reports whether the step holds only if what follows takes less than its longest delay.
func (s Step) Tight() bool { return !s.Past && !s.Late && s.Prudent != "" && s.Earliest > s.Prudent }

// State says in a word or two where the step stands.
func (s Step) State() string {
	state := "à faire"
	switch {
	case s.Done != "":
		return "fait le " + s.Done.Short()
	case s.Past:
		return "fait"
	case s.Late:
		state = "en retard"
	case s.Set != "":
		state = "fixé au " + s.Set.Short()
	case s.Tight():
		state = "serré"
	case s.Earliest == "":
		return "à dater"
	}
	if s.Critical {
		state += ", critique"
	}
	return state
}

// When is the day to put on a wall calendar: the day done, else the day set, else the last that keeps the start, else, when
// it is too late or nothing bounds it, the earliest. Empty when nothing is known.
func (s Step) When() Day {
	switch {
	case s.Done != "":
		return s.Done
	case s.Past:
		return ""
	case s.Set != "" && !s.Late:
		return s.Set
	case s.Late || s.Latest == "":
		return s.Earliest
	}
	return s.Latest
}

// Calendar plans the twenty-two steps as of today, in order; nil when today is no day.
func (d *Dossier) Calendar(today Day) []Step {
	if !today.usable() {
		return nil
	}
	c := &course{d: d, today: today, at: map[string]int{}}
	for _, s := range Road() {
		c.at[s.ID] = len(c.steps)
		c.steps = append(c.steps, Step{RoadStep: s, Delay: d.delay(s)})
	}
	c.record()
	c.forward()
	c.backward()
	c.drive(stepStart)
	c.follow()
	c.judge()
	return c.steps
}

// CriticalPath returns those of the steps on which a day lost is a day lost on the start, in order.
func CriticalPath(steps []Step) []Step {
	return slices.DeleteFunc(slices.Clone(steps), func(s Step) bool { return !s.Critical })
}

// StepOf finds a step by its ID; ok is false when there is none.
func StepOf(steps []Step, id string) (s Step, ok bool) {
	i := slices.IndexFunc(steps, func(s Step) bool { return s.ID == id })
	if i < 0 {
		return Step{}, false
	}
	return steps[i], true
}

// A course is a calendar being worked out.
type course struct {
	d     *Dossier
	today Day
	steps []Step
	at    map[string]int
	begun [22]Day // day on which a step that is not done began
	floor [22]Day // day on which all that comes before is done
}

func (c *course) step(id string) *Step { return &c.steps[c.at[id]] }

// before calls visit for each step that comes before s.
func (c *course) before(s *Step, visit func(p *Step)) {
	for _, id := range s.After {
		visit(c.step(id))
	}
}

// road is the part of the steps that leads to the start, the start included.
func (c *course) road() []Step { return c.steps[:c.at[stepStart]+1] }

// record takes from the dossier what is done and what is set. A step that no question asks is done once a later one is.
func (c *course) record() {
	for i := len(c.steps) - 1; i >= 0; i-- {
		s := &c.steps[i]
		begun, ends := c.d.landmarks(s.ID)
		c.begun[i] = latest(begun)
		if slices.Contains(ends, "") {
			continue
		}
		switch end := latest(ends); {
		case len(ends) == 0:
			s.Past = slices.ContainsFunc(c.road(), func(t Step) bool { return t.Past && slices.Contains(t.After, s.ID) })
		case end <= c.today:
			s.Done, s.Past = end, true
		default:
			s.Set = end
		}
	}
}

// forward gives each step of the road the earliest day on which it can be done.
func (c *course) forward() {
	for i := range c.road() {
		s := &c.steps[i]
		c.before(s, func(p *Step) { c.floor[i] = max(c.floor[i], p.Done, p.Earliest) })
		switch {
		case s.Past:
			s.Earliest = s.Done
		case s.Set != "" && s.ID != stepStart:
			s.Earliest = max(s.Set, c.floor[i])
		default:
			s.Earliest = c.earliest(i).onOpenDay(c.d.Town.Code)
		}
	}
}

// earliest is the day on which step i, neither done nor set, can be done. One that has begun takes its delay from there.
func (c *course) earliest(i int) Day {
	s, from := &c.steps[i], max(c.today, c.floor[i])
	if c.begun[i] == "" {
		return from.AddDays(s.Delay.Min)
	}
	return max(from, c.sinceBegun(i))
}

// sinceBegun is the day on which step i, which has begun, is done if nothing else holds it.
func (c *course) sinceBegun(i int) Day {
	s := &c.steps[i]
	if s.ID == stepCouncil {
		return c.begun[i].AddDays(c.d.notice())
	}
	return c.begun[i].AddDays(s.Delay.Min)
}

// backward gives each step of the road the last day that keeps the wished start, and the prudent one. Without a wished
// start, the road aims at the earliest.
func (c *course) backward() {
	c.window()
	for i := c.at[stepStart]; i >= 0; i-- {
		s := &c.steps[i]
		if s.ID == stepStart {
			goal := max(s.Done, s.Set)
			if goal == "" {
				goal = s.Earliest
			}
			s.Latest, s.Prudent = sooner(s.Latest, goal), sooner(s.Latest, goal)
		}
		if s.Past && s.Done == "" {
			continue
		}
		c.before(s, func(p *Step) { c.push(i, p) })
	}
}

// push holds p to what step i, which it comes before, needs: its delay, or, where its day is set, no more than the law wants.
func (c *course) push(i int, p *Step) {
	s := &c.steps[i]
	late, prudent, short, long := s.Latest, s.Prudent, s.Delay.Min, s.Delay.Max
	switch {
	case s.Done != "":
		late, prudent, short, long = s.Done, s.Done, 0, 0
	case s.Set != "":
		late, prudent, long = sooner(late, s.Set), sooner(prudent, s.Set), short
		if short = 0; s.ID == stepCouncil {
			short = c.d.notice()
		}
	}
	if s.Done == "" && c.begun[i] != "" {
		short, long = 0, 0
	}
	code := c.d.Town.Code
	p.Latest = sooner(p.Latest, late.AddDays(-short).byOpenDay(code))
	p.Prudent = sooner(p.Prudent, prudent.AddDays(-long).byOpenDay(code))
}

// sooner returns the first of two days; an empty one bounds nothing.
func sooner(a, b Day) Day {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

// drive marks id and the steps whose own end decides its day.
func (c *course) drive(id string) {
	i, s := c.at[id], c.step(id)
	if s.Past || s.Critical {
		return
	}
	s.Critical = true
	set := s.Set != "" && s.ID != stepStart
	switch {
	case c.floor[i] < c.today, set && s.Set > c.floor[i]:
		return
	case !set && c.begun[i] != "" && c.sinceBegun(i) > c.floor[i]:
		return
	}
	c.before(s, func(p *Step) {
		if !p.Past && p.Earliest == c.floor[i] {
			c.drive(p.ID)
		}
	})
}
