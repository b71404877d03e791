package form

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// An input is the widget of one kind of question.
type input interface {
	object() fyne.CanvasObject
	focus() fyne.Focusable // what takes the keyboard; nil when nothing does
	show(model.Field)      // writes the answer, but not over what is being typed
	mark(invalid bool)     // shows that the answer is wrong
	settle()               // reads what is half typed
}

// question is one question on screen: label, hint, input, and what is wrong.
type question struct {
	form  *Form
	field model.Field
	input input
	left  bool // the keyboard was here and went: what is wrong may be said

	box     *fyne.Container
	label   *kit.Text
	hint    *kit.Text
	meta    *fyne.Container // « obligatoire » and where the answer comes from
	origin  string
	noted   bool
	problem *fyne.Container
	advice  *kit.Text
}

func newQuestion(f *Form, field model.Field) *question {
	q := &question{form: f, field: field, left: field.Text() != ""}
	q.label = kit.NewHeading(field.Label, kit.SizeBody, theme.ColorNameForeground)
	q.hint = kit.NewParagraph(field.Help, kit.SizeSmall, kit.ColorMuted)
	q.meta = kit.HStack(kit.Scaled(6))
	q.advice = kit.NewParagraph("", kit.SizeSmall, theme.ColorNameError)
	q.problem = kit.Beside(kit.Scaled(6), kit.NewIcon(kit.IconError(), theme.ColorNameError, kit.Scaled(16)), q.advice)
	q.problem.Hide()
	q.input = f.input(q)
	q.describe()
	q.box = stack(kit.Turned(kit.Scaled(12), q.label, q.meta), q.hint, kit.Pad(kit.Scaled(2), 0, 0, 0, q.input.object()), q.problem)
	if at := q.input.focus(); at != nil {
		if entry, ok := at.(*kit.Entry); ok {
			entry.Label = field.Label
		}
		if o, ok := at.(fyne.CanvasObject); ok {
			f.Inputs[field.ID] = o
		}
	}
	return q
}

// suits reports whether q can show field: the same question, answered in the same way.
func (q *question) suits(field model.Field) bool {
	return q.field.ID == field.ID && q.field.Kind == field.Kind && slices.Equal(q.field.Options, field.Options)
}

// update shows field as it stands, and tells the form when the question changed its height.
func (q *question) update(field model.Field) {
	before := q.state()
	q.field = field
	q.input.show(field)
	err := q.wrong()
	q.input.mark(err != nil)
	if err != nil {
		q.advice.SetText(err.Error())
	}
	q.describe()
	setVisible(q.problem, err != nil)
	setVisible(q.box, field.Shown())
	if q.state() != before {
		q.form.grew = true
	}
}

// state is what the height of a question depends on.
type state struct {
	shown, wrong                bool
	label, hint, advice, origin string
}

func (q *question) state() state {
	return state{q.box.Visible(), q.problem.Visible(), q.label.Words(), q.hint.Words(), q.advice.Words(), q.origin}
}

// wrong is the problem to show now. What could not be read is said at once, the rest once the keyboard has gone, and what
// is merely missing only where someone asked for it.
func (q *question) wrong() error {
	err := q.field.Problem()
	if err == nil || q.form.config.Strict {
		return err
	}
	switch {
	case q.field.Answered():
		if q.left {
			return err
		}
	case q.field.Text() != "":
		return err
	}
	return nil
}

func (q *question) describe() {
	q.label.SetText(q.field.Label)
	q.hint.SetText(q.field.Help)
	setVisible(q.hint, q.field.Help != "")
	origin := ""
	if o := q.field.Origin(); o != model.OriginTyped {
		origin = o.String()
	}
	noted := q.form.config.Noted != nil && q.form.config.Noted(q.field.ID)
	if origin == q.origin && noted == q.noted && len(q.meta.Objects) > 0 {
		return
	}
	q.origin, q.noted = origin, noted
	q.meta.RemoveAll()
	if noted {
		q.meta.Add(kit.NewPill("note", kit.ColorWarnText, kit.ColorWarnTint))
	}
	if origin != "" {
		q.meta.Add(kit.NewPill(origin, kit.ColorMuted, kit.ColorTint))
	}
	if q.field.IsRequired() {
		q.meta.Add(kit.NewText("obligatoire", kit.SizeCaption, kit.ColorMuted))
	}
}

// came is called when the keyboard comes to the question.
func (q *question) came() { q.form.focused(q, q.box) }

// cameTo is came for a part of a question that may be longer than the page: o, and not the whole, is to be seen.
func (q *question) cameTo(o fyne.CanvasObject) func() { return func() { q.form.focused(q, o) } }

// went is called when the keyboard leaves it.
func (q *question) went() {
	q.left = true
	q.form.Refresh()
}

func setVisible(o fyne.CanvasObject, on bool) {
	switch {
	case on && !o.Visible():
		o.Show()
	case !on && o.Visible():
		o.Hide()
	}
}

// input makes the widget of q after its kind.
func (f *Form) input(q *question) input {
	switch q.field.Kind {
	case model.KindText, model.KindLongText, model.KindNumber, model.KindQuantity, model.KindPercent, model.KindMoney:
		return newTyped(q)
	case model.KindDay:
		return newDay(q)
	case model.KindYesNo, model.KindChoices:
		return newTicks(q)
	case model.KindChoice:
		if len(q.field.Options) <= fewOptions {
			return newTicks(q)
		}
		return newSearch(q, optionItems(q.field.Options))
	case model.KindCommune:
		return newSearch(q, f.config.Communes)
	case model.KindRows:
		return newRows(q)
	}
	return newComputed(q)
}

// fewOptions is how many options are all shown at once; more are searched in a list.
const fewOptions = 5
