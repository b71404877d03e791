package model

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// A Rule is one condition that the dossier must meet. It reads the typed answers, never their text, and keeps silent as
// long as the answers it needs are not given.
type Rule struct {
	ID       string // "R32"
	Severity Severity
	Basis    Basis                  // passage of the presentation, text of law or usage that the rule rests on
	Papers   []Paper                // papers that it blocks when it is blocking; nil: both conventions
	Reads    func(d *Dossier) []any // pointers to the answers that Check looks at, the one to correct first
	Check    func(d *Dossier, today Day) []Breach
}

// A Breach is one way in which a dossier breaks a rule.
type Breach struct {
	At       any // pointer to the answer to look at
	Message  string
	Severity Severity // when it differs from the rule's
}

// Rules lists the rules in order.
func Rules() []Rule {
	return slices.Concat(programmeRules(), caseRules(), fundRules(), backingRules(), exclusionRules(), othersWorkRules(),
		studyRules(), visitRules(), outcomeRules(), missionRules(), framingRules(), jobRules(), orderRules(), unityRules(),
		moneyRules(), costRules(), followUpRules(), groupRules(), voteRules(), publicityRules(), probityRules(), closingRules(), partyRules())
}

func (r Rule) papers() []Paper {
	if r.Papers != nil {
		return r.Papers
	}
	return []Paper{PaperSupport, PaperSecondment}
}

// quoted is the basis of a rule that the presentation states.
func quoted(heading, quote string) Basis { return Basis{Heading: heading, Quote: quote} }

// legal is the basis of a rule of law whose reference nobody has checked yet.
func legal(text string) Basis { return Basis{Law: text} }

// lawRead is the day on which the articles were read, in the extraction of LEGI or in a source that quotes them. (domain §2)
const lawRead Day = "2026-11-23"

// legalRead is the basis of a rule of law whose text was read on lawRead.
func legalRead(text string) Basis { return Basis{Law: text, Checked: lawRead} }

// assumed is the basis of a rule that follows from usage or from good sense.
func assumed(basis string) Basis { return Basis{Assumed: basis} }

// broken is the one breach of a rule, at the answer to look at; figures complete the message.
func broken(at any, message string, figures ...any) []Breach {
	return []Breach{{At: at, Message: fmt.Sprintf(message, figures...)}}
}

// brokenIf is broken when bad.
func brokenIf(bad bool, at any, message string, figures ...any) []Breach {
	if !bad {
		return nil
	}
	return broken(at, message, figures...)
}

// called is a name as a message says it: one that nobody typed is said to lack.
func called(name string) string {
	if strings.TrimSpace(name) == "" {
		return "sans nom"
	}
	return name
}

// firstEmpty returns the first of the answers, given by pointer, that is not given itself; nil when all are.
func firstEmpty(answers ...any) any {
	for _, p := range answers {
		if reflect.ValueOf(p).Elem().IsZero() {
			return p
		}
	}
	return nil
}

// missingOne breaks a rule at the first of the answers that is not given.
func missingOne(message string, answers ...any) []Breach {
	if at := firstEmpty(answers...); at != nil {
		return []Breach{{At: at, Message: message}}
	}
	return nil
}
