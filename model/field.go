package model

import (
	"fmt"
	"slices"
	"strings"
)

// Kind says which input a field needs on screen.
type Kind int

// The kinds of question, one for each widget.
const (
	KindText     Kind = iota // one line
	KindLongText             // several lines
	KindNumber               // whole number
	KindQuantity             // number with up to two decimals
	KindPercent              // Rate
	KindMoney                // Cents
	KindDay                  // Day
	KindYesNo                // Answer
	KindChoice               // one of Options
	KindChoices              // any of Options; Text joins their values with commas
	KindCommune              // INSEE code, found by name, postal code or code
	KindRows                 // a list, each row a small form of its own
	KindComputed             // shown, never typed
)

// An Option is one possible answer of a choice: what is stored, what is read, and the group under which a long list shows
// it.
type Option[T ~string] struct {
	Value T
	Label string
	Group string
}

// A Field is one question bound to the variable that holds its answer, the way flag.IntVar binds a flag. Everything else
// in the program works on fields: the window, the findings, the summary, the search, the papers.
//
// A field reads and writes text, because that is what people type, search, print and import. Code that decides something
// uses the typed Dossier instead.
type Field struct {
	ID      string // JSON path of the answer: "mission.months", "mission.tasks[k3f9].title"; set by Form
	Label   string
	Help    string // one sentence under the label, or empty
	Unit    string // written after the input: "mois", "m²"
	Kind    Kind
	Lines   int // height of a long text
	Options []Option[string]
	Basis   Basis // why the question is asked

	at       any // pointer to the answer; nil when computed
	required bool
	when     func() bool
	get      func() string
	show     func() string // nil: the option's label, or what get says
	set      func(string) error
	rules    []func() error
	rows     *rows
	insert   func() []Option[string] // texts that can be put into the answer; nil: none
	marks    *Marks
}

// A Basis is why a question is asked: a passage of the source presentation, or an assumption that is to be confirmed.
type Basis struct {
	Heading string // heading of the presentation under which Quote stands
	Quote   string // exact words of the presentation, short
	Assumed string // when there is no quote: the usage or the text of law the question follows, « hypothèse à confirmer »
	Law     string // of a rule: the text of law that states it
	Checked Day    // day on which Law was checked; empty as long as it was not
}

// Advice is an error in an answer, worded for the person who typed it: a French sentence that says what to do. Every
// other error in the program is ours.
type Advice string

func (a Advice) Error() string { return string(a) }

// Source cites the passage of the presentation of September 2023 that a question comes from. A test holds quote against
// the presentation.
func (f Field) Source(heading, quote string) Field {
	f.Basis = Basis{Heading: heading, Quote: quote}
	return f
}

// Assumed says what a question rests on when the presentation is silent: a text of law, a usage of the trade. It is shown
// as « hypothèse à confirmer ».
func (f Field) Assumed(basis string) Field { f.Basis = Basis{Assumed: basis}; return f }

// Required makes an answer necessary to freeze a paper.
func (f Field) Required() Field { f.required = true; return f }

// Hint adds a sentence under the label.
func (f Field) Hint(s string) Field { f.Help = s; return f }

// In names the unit of a number.
func (f Field) In(unit string) Field { f.Unit = unit; return f }

// Tall sets the height of a long text, in lines.
func (f Field) Tall(lines int) Field { f.Lines = lines; return f }

// When makes a question apply only where ok says so. What it holds is kept, and neither checked nor printed, elsewhere.
func (f Field) When(ok func() bool) Field {
	if before := f.when; before != nil {
		f.when = func() bool { return before() && ok() }
	} else {
		f.when = ok
	}
	return f
}

// Check adds a rule on an answer that is given: it returns an Advice, or nil.
func (f Field) Check(rule func() error) Field {
	f.rules = append(slices.Clip(f.rules), rule)
	return f
}

// Between bounds a whole number.
func (f Field) Between(low, high int) Field {
	n, ok := f.at.(*int)
	if !ok {
		return f
	}
	return f.Check(func() error {
		if *n < low || *n > high {
			return Advice(fmt.Sprintf("Écrivez un nombre compris entre %d et %d.", low, high))
		}
		return nil
	})
}

// IsRequired reports whether the answer is necessary to freeze a paper.
func (f Field) IsRequired() bool { return f.required }

// Shown reports whether the question applies to this dossier.
func (f Field) Shown() bool { return f.when == nil || f.when() }

// Answered reports whether an answer that could be read is held.
func (f Field) Answered() bool {
	if f.rows != nil {
		return f.rows.given()
	}
	return f.get() != ""
}

// Text returns the answer as it is typed and imported: what could not be read stands there as it was typed.
func (f Field) Text() string {
	if s, ok := f.unread(); ok {
		return s
	}
	return f.get()
}

// String returns the answer as it is read on screen and on paper; empty when unanswered.
func (f Field) String() string {
	if f.show != nil {
		return f.show()
	}
	s := f.get()
	for _, o := range f.Options {
		if o.Value == s {
			return o.Label
		}
	}
	return s
}

// Set reads what was typed into the dossier. What cannot be read leaves the question unanswered, so that no paper prints
// a stale answer, and is kept as typed beside the answers; the Advice returned says what to type instead.
func (f Field) Set(s string) error {
	err := f.set(s)
	if f.marks != nil {
		f.marks.typed(f.ID, s, err)
	}
	return err
}

// Origin says where the answer comes from; OriginTyped when nothing else is known, empty when there is no answer.
func (f Field) Origin() Origin {
	if !f.Answered() {
		return ""
	}
	if f.Kind == KindComputed {
		return OriginComputed
	}
	if f.marks != nil {
		if o, ok := f.marks.Origins[f.ID]; ok {
			return o
		}
	}
	return OriginTyped
}

// Problem returns what is wrong with the answer, worded as beside the field, or nil. A question that does not apply has
// no problem. The problems inside rows are those of Rows.
func (f Field) Problem() error {
	if !f.Shown() || f.Kind == KindComputed {
		return nil
	}
	if s, ok := f.unread(); ok {
		if err := f.set(s); err != nil {
			return err
		}
	}
	if !f.Answered() {
		if f.required {
			return missing(f)
		}
		return nil
	}
	if p, ok := f.at.(*string); ok && (f.Kind == KindText || f.Kind == KindLongText) {
		if err := printable(*p); err != nil {
			return err
		}
	}
	for _, rule := range f.rules {
		if err := rule(); err != nil {
			return err
		}
	}
	return nil
}

func (f Field) unread() (string, bool) {
	if f.marks == nil {
		return "", false
	}
	s, ok := f.marks.Unread[f.ID]
	return s, ok
}

// missing words the lack of a required answer after its kind.
func missing(f Field) error {
	switch f.Kind {
	case KindChoice, KindYesNo:
		return Advice("Choisissez une réponse.")
	case KindChoices:
		return Advice("Choisissez au moins une réponse.")
	case KindCommune:
		return Advice("Choisissez la commune dans la liste.")
	case KindRows:
		return Advice("Ajoutez au moins une ligne.")
	case KindDay:
		return Advice("Indiquez une date.")
	}
	return Advice("À compléter.")
}

// rows edits the list behind a KindRows field.
type rows struct {
	all     func() [][]Field
	given   func() bool                // some row holds some answer
	names   func() []string            // one stable key a row
	columns func(i int) map[any]string // JSON names of the answers of row i, by address
	add     func(preset string) string
	take    func(i int) (back func()) // removes row i; back puts it where it was
	move    func(from, to int)
	preset  func() []Option[string] // nil: only empty rows
	called  func(i int) string      // nil: a row is called by its first answer in words
}

// Rows returns the fields of every row of a KindRows field, in order; nil for another kind.
func (f Field) Rows() [][]Field {
	if f.rows == nil {
		return nil
	}
	return f.rows.all()
}

// Presets lists the ready-made rows that Add takes; nil when there are only empty ones.
func (f Field) Presets() []Option[string] {
	if f.rows == nil || f.rows.preset == nil {
		return nil
	}
	return f.rows.preset()
}

// RowName says what people call row i, where its first answer in words does not; else it is empty.
func (f Field) RowName(i int) string {
	if f.rows == nil || f.rows.called == nil {
		return ""
	}
	return f.rows.called(i)
}

// Inserts lists the texts that can be put into the middle of the answer, beside what is typed; nil when there are none.
func (f Field) Inserts() []Option[string] {
	if f.insert == nil {
		return nil
	}
	return f.insert()
}

// Add appends a row, empty or made from the preset of that value, and returns its key.
func (f Field) Add(preset string) string { return f.rows.add(preset) }

// Remove deletes row i, counted from 0, and what was kept beside its answers.
func (f Field) Remove(i int) { f.Take(i) }

// Take removes row i as Remove does, and returns what puts it back where it was, with its key and what was kept beside its
// answers: so that what refers to it finds it again. It may be called once, as long as the list is the same.
func (f Field) Take(i int) (back func()) {
	prefix := fmt.Sprintf("%s[%s]", f.ID, f.rows.names()[i])
	insert := f.rows.take(i)
	if f.marks == nil {
		return insert
	}
	unread, origins := startingWith(f.marks.Unread, prefix), startingWith(f.marks.Origins, prefix)
	f.marks.forget(prefix)
	return func() {
		insert()
		for id, s := range unread {
			f.marks.Unread = put(f.marks.Unread, id, s)
		}
		for id, o := range origins {
			f.marks.Origins = put(f.marks.Origins, id, o)
		}
	}
}

// startingWith copies the part of m whose keys start with prefix.
func startingWith[V any](m map[string]V, prefix string) map[string]V {
	out := map[string]V{}
	for id, v := range m {
		if strings.HasPrefix(id, prefix) {
			out[id] = v
		}
	}
	return out
}

// Move puts row from at place to, both counted from 0; a place outside the list changes nothing.
func (f Field) Move(from, to int) { f.rows.move(from, to) }
