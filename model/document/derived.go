package document

import (
	"strings"

	"appuitechnique/model"
)

// A Derived is a paper that is written from two versions of another: Compose does not write it.
type Derived string

// The papers that are derived from another. Each is named by its kind and that paper: « avenant-convention-soutien ».
const (
	Comparison     Derived = "comparaison"
	AmendmentSheet Derived = "avenant"
	ErratumSheet   Derived = "erratum"
)

// Of names the paper of that kind derived from id.
func (k Derived) Of(id model.Paper) model.Paper { return model.Paper(k) + "-" + id }

// DerivedFrom tells what a derived paper is and from which it comes; ok is false for any other.
func DerivedFrom(id model.Paper) (k Derived, of model.Paper, ok bool) {
	for _, k := range []Derived{Comparison, AmendmentSheet, ErratumSheet} {
		if rest, found := strings.CutPrefix(string(id), string(k)+"-"); found && Title(model.Paper(rest)) != "" {
			return k, model.Paper(rest), true
		}
	}
	return "", id, false
}

// Derive writes the paper of kind k that tells was from now, now.Number being 0 for the answers as they stand. An avenant is the
// number-th of its convention, and a draft unless ready.
func Derive(k Derived, id model.Paper, was, now Version, number int, ready bool) (Document, error) {
	switch k {
	case AmendmentSheet:
		a, err := Amend(id, number, was, now.Answers)
		if err != nil {
			return Document{}, err
		}
		return a.Document(ready), nil
	case ErratumSheet:
		return Erratum(id, was, now.Answers)
	}
	return Compare(id, was, now)
}
