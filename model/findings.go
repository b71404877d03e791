package model

import (
	"fmt"
	"slices"
)

// Severity says what a finding prevents.
type Severity string

// The severities, as they are saved and printed.
const (
	Blocking Severity = "bloquant"    // the paper cannot be frozen; it can always be printed as a draft
	Confirm  Severity = "a-confirmer" // to correct, or to keep with a written reason
	Tip      Severity = "conseil"
	Accepted Severity = "valide" // it was to confirm, and someone kept it with a reason, which still holds
)

// String names s as on screen.
func (s Severity) String() string {
	switch s {
	case Blocking:
		return "bloquant"
	case Confirm:
		return "à confirmer"
	case Tip:
		return "conseil"
	case Accepted:
		return "validé quand même"
	}
	return string(s)
}

// A Finding is one thing to correct, to confirm or to know, and the question it leads to.
type Finding struct {
	Rule     string   `json:"rule"` // "R32"; empty when the answer of the question is itself the problem
	Severity Severity `json:"severity"`
	Field    string   `json:"field"` // ID of the question
	Message  string   `json:"message"`
	Source   string   `json:"source"`
	Papers   []Paper  `json:"-"` // papers that the rule concerns; nil without rule
	Decision Decision `json:"-"` // of an accepted finding: who kept it, when and why

	answer bool // the answer itself is missing or wrong: whatever prints it is concerned
}

// Concerns reports whether paper cannot be frozen, or is to be looked at, because of f; prints says whether that paper
// prints the answer of the question.
func (f Finding) Concerns(paper Paper, prints bool) bool {
	return slices.Contains(f.Papers, paper) || f.answer && prints
}

// Findings checks d as of today: the questions themselves, then the rules, all in the order of the fiches. A question has
// one voice: what a rule says of it, with its source, stands in place of the question's own problem, and takes its
// severity; only a text that could not be read speaks for itself.
func Findings(d *Dossier, today Day) []Finding {
	var broken []told
	for _, rule := range Rules() {
		for _, b := range rule.Check(d, today) {
			broken = append(broken, told{rule, b})
		}
	}
	a := newAudit(d, broken)
	for _, b := range broken {
		a.add(b.Rule, b.Breach, d)
	}
	for id, p := range a.problems {
		if !p.told {
			a.list = append(a.list, Finding{Severity: Blocking, Field: id, Message: p.label + " — " + p.advice, Source: p.source, answer: true})
		}
	}
	slices.SortStableFunc(a.list, func(f, g Finding) int {
		if n := a.order[f.Field] - a.order[g.Field]; n != 0 {
			return n
		}
		return compareRules(f.Rule, g.Rule)
	})
	return a.list
}

// compareRules puts the question's own problem first, then the rules in order.
func compareRules(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// A told breach is one that a rule found.
type told struct {
	Rule
	Breach
}

// An audit gathers the findings of one dossier. It only remembers the questions that something is said of.
type audit struct {
	list     []Finding
	at       map[any]string // answers that a rule points to, to question IDs
	order    map[string]int // place in the fiches of each question that something is said of
	problems map[string]*problem
	looked   int // questions looked at
}

// A problem is what a question says of its own answer.
type problem struct {
	label, advice, source string
	unread, missing       bool
	told                  bool // by a rule
}

func newAudit(d *Dossier, broken []told) *audit {
	a := &audit{at: map[any]string{}, order: map[string]int{}, problems: map[string]*problem{}}
	for _, b := range broken {
		a.at[b.At] = ""
	}
	for _, part := range Form(d) {
		for _, fiche := range part.Fiches {
			for i := range fiche.Fields {
				a.lookInto(&fiche.Fields[i])
			}
		}
	}
	return a
}

// lookInto looks at q and at its rows.
func (a *audit) lookInto(q *Field) {
	shown := q.Shown()
	a.look(q, shown, func() string { return q.Label })
	for i, row := range q.Rows() {
		for j := range row {
			c := &row[j]
			a.look(c, shown && c.Shown(), func() string { return fmt.Sprintf("%s, ligne %d, %s", q.Label, i+1, c.Label) })
		}
	}
}

// look files q under its answer, and its problem when it applies.
func (a *audit) look(q *Field, shown bool, label func() string) {
	a.looked++
	if _, ok := a.at[q.at]; ok && q.at != nil {
		a.at[q.at], a.order[q.ID] = q.ID, a.looked
	}
	if !shown {
		return
	}
	err := q.Problem()
	if err == nil {
		return
	}
	_, unread := q.unread()
	a.order[q.ID] = a.looked
	a.problems[q.ID] = &problem{label: label(), advice: err.Error(), source: q.Basis.String(), unread: unread,
		missing: !unread && !q.Answered()}
}

// add files what rule found.
func (a *audit) add(rule Rule, b Breach, d *Dossier) {
	f := Finding{Rule: rule.ID, Severity: rule.Severity, Field: a.at[b.At], Message: b.Message, Source: rule.Basis.String(),
		Papers: rule.papers()}
	if b.Severity != "" {
		f.Severity = b.Severity
	}
	if p := a.problems[f.Field]; p != nil {
		if p.unread {
			return
		}
		if p.missing {
			f.Severity = Blocking
		}
		if f.Severity == Blocking {
			p.told, f.answer = true, true
		}
	}
	if kept, ok := d.decided(rule, f); ok {
		f.Severity, f.Decision = Accepted, kept
	}
	a.list = append(a.list, f)
}

// String writes b as it is quoted beside a finding: heading and passage, or the text a rule follows.
func (b Basis) String() string {
	switch {
	case b.Quote != "":
		return "« " + b.Quote + " » (présentation de septembre 2023, « " + b.Heading + " »)"
	case b.Law != "" && b.Checked != "":
		return b.Law + " (référence vérifiée le " + b.Checked.Short() + ")"
	case b.Law != "":
		return b.Law + " (référence non vérifiée)"
	case b.Assumed != "":
		return "Hypothèse à confirmer — " + b.Assumed
	}
	return ""
}
