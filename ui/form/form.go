// Package form draws questions as Fyne widgets. It knows fields, not dossiers: what a question means, where it is saved
// and which page it stands on are the business of others.
package form

import (
	"strings"

	"fyne.io/fyne/v2"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// A Config is what a form needs from the screen around it.
type Config struct {
	Fields   func() []model.Field                     // the questions; read again after every change of an answer
	Changed  func(id string)                          // an answer changed; may be nil
	Focused  func(id string, input fyne.CanvasObject) // the keyboard came to a question; may be nil
	Explain  func(id string)                          // asked how a value is computed; nil: nobody can say
	Noted    func(id string) bool                     // a note was written about a question; nil: never
	Resized  func()                                   // the form grew or shrank; may be nil
	Communes func(typed string) []kit.Item            // the communes to offer, by INSEE code
	Commune  func(code string) string                 // the name of a commune; empty when unknown
	Strict   bool                                     // says what is missing even where nobody has been yet
}

// A Form is the questions of one page.
type Form struct {
	Content *fyne.Container
	Inputs  map[string]fyne.CanvasObject // what takes the keyboard for each question, by field ID; for focus and for tests

	config    Config
	questions map[string]*question
	order     []*question // of the page itself, without those inside rows
	filling   bool        // the form writes into its inputs: what they say is no answer
	grew      bool        // a question changed its height since the last layout
}

// New draws the questions of c. Everything here is called on the UI goroutine.
func New(c Config) *Form {
	f := &Form{
		Content: kit.VStack(kit.Scaled(22)), Inputs: map[string]fyne.CanvasObject{}, config: c, questions: map[string]*question{},
	}
	f.build(c.Fields())
	f.Refresh()
	return f
}

func (f *Form) build(fields []model.Field) {
	f.Content.RemoveAll()
	f.order = nil
	for _, field := range fields {
		q := f.questions[field.ID]
		if q == nil || !q.suits(field) {
			q = f.question(field)
		}
		f.order = append(f.order, q)
		f.Content.Add(q.box)
	}
}

// question draws field and files it under its ID.
func (f *Form) question(field model.Field) *question {
	q := newQuestion(f, field)
	f.questions[field.ID] = q
	return q
}

// Refresh reads every question again: which apply, what they hold, what is wrong with them. What is being typed stays.
func (f *Form) Refresh() {
	fields := f.config.Fields()
	if !f.same(fields) {
		f.build(fields)
	}
	f.filling = true
	for i, q := range f.order {
		q.update(fields[i])
	}
	f.filling = false
	if f.grew {
		f.resized()
	}
}

func (f *Form) same(fields []model.Field) bool {
	if len(fields) != len(f.order) {
		return false
	}
	for i, q := range f.order {
		if !q.suits(fields[i]) {
			return false
		}
	}
	return true
}

func (f *Form) resized() {
	f.grew = false
	f.Content.Refresh()
	if f.config.Resized != nil {
		f.config.Resized()
	}
}

// answer hands what was typed or chosen to the question, and tells the screen.
func (f *Form) answer(q *question, text string) {
	if f.filling {
		return
	}
	_ = q.field.Set(text) // its advice is Problem, shown by Refresh
	f.Refresh()
	f.changed(q.field.ID)
}

func (f *Form) changed(id string) {
	if f.config.Changed != nil {
		f.config.Changed(id)
	}
}

// Settle reads what is half typed in a list of results, as when the page is left.
func (f *Form) Settle() { f.settle("") }

// settle settles every question but the one that has the keyboard.
func (f *Form) settle(but string) {
	for id, q := range f.questions {
		if id != but {
			q.input.settle()
		}
	}
}

// SetStrict says whether what is missing is shown even where nobody has been yet.
func (f *Form) SetStrict(on bool) {
	if f.config.Strict != on {
		f.config.Strict = on
		f.Refresh()
	}
}

// focused tells the screen which question has the keyboard, and what of it to show.
func (f *Form) focused(q *question, at fyne.CanvasObject) {
	f.settle(q.field.ID)
	if f.config.Focused != nil {
		f.config.Focused(q.field.ID, at)
	}
}

// Focus gives the keyboard to the question of that ID, opening the row it stands in, or to the head of the row of that ID; false
// when it is not on this page or does not apply.
func (f *Form) Focus(c fyne.Canvas, id string) bool {
	if row := f.row(id); row != nil && strings.HasSuffix(id, "]") {
		c.Focus(row.title)
		return true
	}
	f.open(id)
	q := f.questions[id]
	if q == nil || !q.field.Shown() {
		return false
	}
	q.left = true
	f.Refresh()
	if at := q.input.focus(); at != nil {
		c.Focus(at)
	} else {
		f.focused(q, q.box)
	}
	return true
}

// FocusFirst gives the keyboard to the first question that takes an answer; false when there is none.
func (f *Form) FocusFirst(c fyne.Canvas) bool {
	for _, q := range f.order {
		if at := q.input.focus(); at != nil && q.field.Shown() && q.field.Kind != model.KindComputed {
			c.Focus(at)
			return true
		}
	}
	return false
}

// open unfolds the row in which the question of that ID stands.
func (f *Form) open(id string) {
	if c := f.row(id); c != nil && c.folded {
		c.toggle()
	}
}

// row is the row in which the question of that ID stands, or nil.
func (f *Form) row(id string) *card {
	list, rest, _ := strings.Cut(id, "[")
	key, _, inRow := strings.Cut(rest, "]")
	q := f.questions[list]
	if q == nil || !inRow {
		return nil
	}
	if r, ok := q.input.(*rows); ok {
		for _, c := range r.cards {
			if c.key == key {
				return c
			}
		}
	}
	return nil
}

// Box returns what is drawn for the question of that ID, or nil.
func (f *Form) Box(id string) fyne.CanvasObject {
	if q := f.questions[id]; q != nil {
		return q.box
	}
	return nil
}

// Shown lists the IDs of the questions of the page that are drawn, those in folded rows left out, in order.
func (f *Form) Shown() []string {
	var ids []string
	for _, q := range f.order {
		if !q.field.Shown() {
			continue
		}
		ids = append(ids, q.field.ID)
		if r, ok := q.input.(*rows); ok {
			ids = append(ids, r.shown()...)
		}
	}
	return ids
}

// stack sets the parts of a question under one another.
func stack(objects ...fyne.CanvasObject) *fyne.Container {
	return kit.VStack(kit.Scaled(5), objects...)
}
