package form

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// day is the input of a date: typed as one likes, or picked in a small calendar.
type day struct {
	typed
	q        *question
	field    model.Field
	calendar *kit.Calendar
	column   *fyne.Container
}

func newDay(q *question) *day {
	d := &day{q: q, field: q.field}
	d.entry = kit.NewEntry(1)
	d.entry.SetPlaceHolder("jj/mm/aaaa")
	d.entry.OnChanged = func(s string) { q.form.answer(q, s) }
	d.entry.OnFocus = func() { d.typing = true; q.came() }
	d.entry.OnLeave = func() { d.typing = false; q.went() }
	open := kit.NewSmallButton("Calendrier", theme.CalendarIcon(), d.toggle)
	open.OnFocus = q.came
	d.column = kit.VStack(kit.Scaled(6), kit.HStack(kit.Scaled(6), kit.Wide(kit.Scaled(170), d.entry.Framed()), open))
	return d
}

func (d *day) object() fyne.CanvasObject { return d.column }

func (d *day) show(f model.Field) {
	d.field = f
	d.typed.show(f)
}

func (d *day) toggle() {
	if d.calendar != nil {
		d.shut()
		return
	}
	at := time.Now()
	if answer, err := model.ParseDay(d.field.Text()); err == nil && answer != "" {
		at = answer.Time()
	}
	d.calendar = kit.NewCalendar(at, func(t time.Time) {
		d.shut()
		d.entry.Write(model.DayOf(t).Short())
		d.q.form.answer(d.q, model.DayOf(t).Short())
	})
	d.calendar.OnClose = d.shut
	d.column.Add(kit.HStack(0, d.calendar))
	d.q.form.resized()
	if c := fyne.CurrentApp().Driver().CanvasForObject(d.column); c != nil {
		c.Focus(d.calendar.Focusable())
	}
	if d.q.form.config.Focused != nil {
		d.q.form.config.Focused(d.field.ID, d.calendar) // the page scrolls until the calendar is whole
	}
}

// shut hides the calendar and gives the keyboard back to the field.
func (d *day) shut() {
	c := fyne.CurrentApp().Driver().CanvasForObject(d.column)
	d.hide()
	if c != nil {
		c.Focus(d.entry)
	}
}

func (d *day) hide() {
	if d.calendar == nil {
		return
	}
	d.calendar = nil
	d.column.Objects = d.column.Objects[:1]
	d.q.form.resized()
}

func (d *day) settle() { d.hide() }
