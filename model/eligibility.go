package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Verdict is what the answers say of one condition of eligibility.
type Verdict string

// The verdicts, as they are printed by programs.
const (
	VerdictYes     Verdict = "oui"
	VerdictNo      Verdict = "non"
	VerdictVoid    Verdict = "sans-objet" // the condition does not concern this project
	VerdictUnknown Verdict = "inconnu"    // a piece is missing
)

// String names v as on screen.
func (v Verdict) String() string {
	if v == VerdictVoid {
		return "sans objet"
	}
	return string(v)
}

// A Criterion is one condition of eligibility and what the answers say of it. No two criteria read the same answer, so that
// what is changed for one leaves the others as they are.
type Criterion struct {
	Key     string // stays the same for ever: "acv"
	Title   string // the condition, as a statement
	Verdict Verdict
	Reason  string // why, in one or two sentences
	Rules   []string
	Basis   Basis
	Fields  []string // IDs of the questions that it reads

	// Changes are, of a « non », the fewest answers that make it a « oui » when they are true.
	Changes []Change
	// Missing are, of an « inconnu », the answers that it waits for; EitherOne says that one of them may be enough.
	Missing   []Change
	EitherOne bool
	// Cases are the ways to meet the condition, where there are several.
	Cases []Criterion
}

// A Change is one answer to give, and in which case it may be given.
type Change struct {
	Field    string // ID of the question
	Value    string // proposed answer, as Field.Set takes it; empty where only the town knows it
	Sentence string // « Si la ville …, répondez « Non » à « … ». »
}

// Eligibility says of each condition whether d meets it as of today, why, and what would change it.
func Eligibility(d *Dossier, today Day) []Criterion {
	asked := map[any]Field{}
	list := factors(d, today)
	for _, f := range list {
		for _, p := range f.answers() {
			asked[p] = Field{}
		}
	}
	for _, part := range Form(d) {
		for _, fiche := range part.Fiches {
			for _, q := range fiche.Fields {
				if _, ok := asked[q.at]; ok {
					asked[q.at] = q
				}
			}
		}
	}
	out := make([]Criterion, len(list))
	for i, f := range list {
		out[i] = f.criterion(asked)
	}
	return out
}

// Eligible gathers the verdicts: « non » as soon as one condition is not met, else « inconnu » as soon as one is unknown,
// else « oui ».
func Eligible(list []Criterion) Verdict {
	verdicts := make([]Verdict, len(list))
	for i, c := range list {
		verdicts[i] = c.Verdict
	}
	return all(verdicts)
}

// all is the verdict of conditions that are all to be met; those without object count for nothing.
func all(list []Verdict) Verdict {
	switch {
	case slices.Contains(list, VerdictNo):
		return VerdictNo
	case slices.Contains(list, VerdictUnknown):
		return VerdictUnknown
	}
	return VerdictYes
}

// either is the verdict of ways of which one is enough.
func either(list []Verdict) Verdict {
	switch {
	case slices.Contains(list, VerdictYes):
		return VerdictYes
	case slices.Contains(list, VerdictUnknown):
		return VerdictUnknown
	}
	return VerdictNo
}

// A factor is a condition as it is decided: it is met when every test of one of its roads is passed.
type factor struct {
	key, title string
	rules      []string
	basis      Basis
	roads      []road
	reads      []any  // answers that it reads besides those of its tests
	void       string // why it has no object; empty when it has one
	yes, no    string // reasons
	cases      []factor
}

// A road is one way to meet a condition: a list of tests on different answers.
type road []test

// A test looks at one answer.
type test struct {
	at      any // pointer to the answer
	verdict Verdict
	value   string // answer that passes it, as Field.Set takes it; empty where only the town knows it
	given   string // in which case that answer is true: « si la ville … »; empty when it goes without saying
}

func (r road) verdict() Verdict {
	list := make([]Verdict, len(r))
	for i, t := range r {
		list[i] = t.verdict
	}
	return all(list)
}

// left lists the tests that are not passed yet.
func (r road) left() []test {
	return slices.DeleteFunc(slices.Clone(r), func(t test) bool { return t.verdict == VerdictYes })
}

func (f factor) verdict() Verdict {
	if f.void != "" {
		return VerdictVoid
	}
	list := make([]Verdict, len(f.roads))
	for i, r := range f.roads {
		list[i] = r.verdict()
	}
	return either(list)
}

// changes lists the fewest tests that are to be passed for f to be met: those of the road that has fewest left.
func (f factor) changes() []test {
	return slices.MinFunc(f.roads, func(a, b road) int { return cmp.Compare(len(a.left()), len(b.left())) }).left()
}

// missing lists the tests of which the answer is waited for: those of the unknown road that has fewest, the begun ones
// before the others. Where there are several cases and none is begun, the first question of each is waited for.
func (f factor) missing() (tests []test, eitherOne bool) {
	unknown := slices.DeleteFunc(slices.Clone(f.roads), func(r road) bool { return r.verdict() != VerdictUnknown })
	if f.cases != nil {
		begun := slices.DeleteFunc(slices.Clone(unknown), func(r road) bool { return r[0].verdict != VerdictYes })
		if len(begun) == 0 {
			for _, r := range unknown {
				tests = append(tests, r[0])
			}
			return tests, true
		}
		unknown = begun
	}
	fewest := slices.MinFunc(unknown, func(a, b road) int { return cmp.Compare(len(a.left()), len(b.left())) })
	return fewest.left(), false
}

// criterion words f, its questions being found by their answers.
func (f factor) criterion(asked map[any]Field) Criterion {
	c := Criterion{Key: f.key, Title: f.title, Verdict: f.verdict(), Rules: f.rules, Basis: f.basis}
	for _, p := range f.answers() {
		c.Fields = append(c.Fields, asked[p].ID)
	}
	switch c.Verdict {
	case VerdictYes:
		c.Reason = f.yes
	case VerdictNo:
		c.Reason = f.no
		for _, t := range f.changes() {
			c.Changes = append(c.Changes, t.change(asked[t.at], t.value))
		}
	case VerdictVoid:
		c.Reason = f.void
	case VerdictUnknown:
		var tests []test
		tests, c.EitherOne = f.missing()
		for _, t := range tests {
			c.Missing = append(c.Missing, t.change(asked[t.at], ""))
		}
		c.Reason = lackOf(len(tests), c.EitherOne)
	}
	for _, one := range f.cases {
		c.Cases = append(c.Cases, one.criterion(asked))
	}
	return c
}

// answers lists the answers that f reads, each once.
func (f factor) answers() []any {
	var out []any
	for _, t := range slices.Concat(f.roads...) {
		if !slices.Contains(out, t.at) {
			out = append(out, t.at)
		}
	}
	for _, p := range f.reads {
		if !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

func lackOf(n int, eitherOne bool) string {
	switch {
	case eitherOne && n > 1:
		return "Un seul cas suffit ; aucun n’est encore établi."
	case n == 1:
		return "Il manque une réponse pour le dire."
	}
	return fmt.Sprintf("Il manque %d réponses pour le dire.", n)
}

// change words the answer that passes t: value when it is known, else whatever is true.
func (t test) change(f Field, value string) Change {
	c := Change{Field: f.ID, Value: value}
	label := "« " + strings.NewReplacer("« ", "“", " »", "”").Replace(f.Label) + " »"
	read := value
	if i := slices.IndexFunc(f.Options, func(o Option[string]) bool { return o.Value == value }); i >= 0 {
		read = f.Options[i].Label
	}
	switch {
	case value != "":
		c.Sentence = "répondez « " + read + " » à " + label + "."
	case f.Kind == KindRows:
		c.Sentence = "ajoutez au moins une ligne à " + label + "."
	case len(f.Options) > 0:
		c.Sentence = "répondez à " + label + "."
	default:
		c.Sentence = "renseignez " + label + "."
	}
	if t.given != "" && (value != "" || t.value == "") {
		c.Sentence = t.given + ", " + c.Sentence
	}
	c.Sentence = capital(c.Sentence)
	return c
}
