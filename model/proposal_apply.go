package model

import "fmt"

// An Edit is one answer that a proposal changes, as it is and as it would be.
type Edit struct {
	Field  string // ID of the question
	Of     string // the title of the task, or the name of the milestone; empty for the mission itself
	Label  string // "Durée de la mission"
	Why    string // where what is proposed comes from
	Before string // as read on screen; empty when there is no answer
	After  string
	Typed  bool // a person gave the answer that stands there

	write, restore func()
}

// Edits lists what Apply would change in the mission that p was made for, in order; nil when p does not fit, and when the
// mission stands as proposed.
func (p Proposal) Edits(d *Dossier) []Edit {
	if !p.Fits() {
		return nil
	}
	e := &editing{d: d, asked: Index(Form(d))}
	m := &d.Mission
	e.why = p.Why
	change(e, &m.Months, p.Months, inMonths)
	for _, plan := range p.Tasks {
		t := plan.Task
		e.of, e.why = t.Title, plan.Why
		change(e, &t.First, plan.First, rankOfMonth)
		change(e, &t.Last, plan.Last, rankOfMonth)
		change(e, &t.Load, plan.Load, inDays)
		if s := m.MilestoneOf(t.Milestone); s != nil && s.Day == "" && plan.Due != "" {
			e.of, e.why = s.Name, "Le dernier jour de la tâche « "+t.Title+" »."
			change(e, &s.Day, plan.Due, Day.Short)
		}
	}
	return e.list
}

// Apply writes the edits of p into d, each marked « calculé », and returns the way back: it puts again what stood there, but
// where the answer has been changed since. A plan that does not fit changes nothing.
func (p Proposal) Apply(d *Dossier) (undo func()) {
	edits := p.Edits(d)
	for _, e := range edits {
		e.write()
	}
	return func() {
		for _, e := range edits {
			e.restore()
		}
	}
}

// An editing gathers edits.
type editing struct {
	d     *Dossier
	asked map[any]Field
	of    string
	why   string
	list  []Edit
}

// change adds the edit of *at to value, unless it stands there already.
func change[T comparable](e *editing, at *T, value T, read func(T) string) {
	old := *at
	if old == value {
		return
	}
	f := e.asked[at]
	marks, origin := &e.d.Marks, f.Origin()
	edit := Edit{Field: f.ID, Of: e.of, Label: f.Label, Why: e.why, After: read(value), Typed: origin == OriginTyped}
	var none T
	if old != none {
		edit.Before = read(old)
	}
	unread, wasUnread := marks.Unread[f.ID]
	edit.write = func() {
		*at = value
		marks.typed(f.ID, "", nil)
		marks.Mark(f.ID, OriginComputed)
	}
	edit.restore = func() {
		if *at != value {
			return
		}
		*at = old
		marks.typed(f.ID, "", nil)
		if wasUnread {
			marks.Unread = put(marks.Unread, f.ID, unread)
		}
		if origin != OriginTyped && origin != "" {
			marks.Mark(f.ID, origin)
		}
	}
	e.list = append(e.list, edit)
}

func inMonths(n int) string         { return fmt.Sprintf("%d mois", n) }
func rankOfMonth(n int) string      { return fmt.Sprintf("mois %d", n) }
func inDays(days Hundredths) string { return days.String() + " jours" }
