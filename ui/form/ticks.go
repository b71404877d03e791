package form

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// ticks is the input of a choice whose options are all shown: one of them, or several.
type ticks struct {
	q       *question
	several bool
	values  []string
	boxes   []*kit.Tick
	erase   *kit.Button
	column  *fyne.Container
}

func newTicks(q *question) *ticks {
	t := &ticks{q: q, several: q.field.Kind == model.KindChoices, column: kit.VStack(kit.Scaled(6))}
	group, start := "", 0
	for i, o := range q.field.Options {
		if o.Group != group {
			t.add(t.boxes[start:])
			group, start = o.Group, i
			t.column.Add(kit.Pad(kit.Scaled(6), 0, 0, 0, kit.NewHeading(group, kit.SizeSmall, kit.ColorMuted)))
		}
		box := kit.NewTick(o.Label, !t.several, !t.several, func() { t.choose(i) })
		box.OnFocus = q.came
		box.OnMove = func(step int) { t.move(i + step) }
		t.values = append(t.values, o.Value)
		t.boxes = append(t.boxes, box)
	}
	t.erase = kit.NewSmallButton("Effacer", theme.CancelIcon(), t.clear)
	t.erase.OnFocus, t.erase.Leading = q.came, true
	if t.several {
		t.add(t.boxes[start:])
	} else {
		t.add(t.boxes[start:], t.erase)
	}
	return t
}

// add sets boxes side by side where their labels are short, and more after them.
func (t *ticks) add(boxes []*kit.Tick, more ...fyne.CanvasObject) {
	if len(boxes) == 0 {
		return
	}
	widest := float32(0)
	objects := make([]fyne.CanvasObject, len(boxes))
	for i, b := range boxes {
		objects[i] = b
		widest = max(widest, fyne.MeasureText(b.Label, theme.Size(kit.SizeBody), fyne.TextStyle{Bold: true}).Width)
	}
	gap := kit.Scaled(10)
	if t.several {
		gap = kit.Scaled(2)
	}
	objects = append(objects, more...)
	least := widest + kit.Scaled(58)
	t.column.Add(kit.NarrowColumns(gap, least, max(least, kit.Scaled(200)), objects...))
}

// clear takes the answer away, and with it the button that was pressed: the keyboard goes back to the options.
func (t *ticks) clear() {
	t.write("")
	t.move(0)
}

func (t *ticks) choose(i int) {
	if !t.several {
		t.write(t.values[i])
		return
	}
	chosen := t.chosen(t.q.field.Text())
	if at := slices.Index(chosen, t.values[i]); at >= 0 {
		chosen = slices.Delete(chosen, at, at+1)
	} else {
		chosen = append(chosen, t.values[i])
	}
	t.write(strings.Join(chosen, ","))
}

func (t *ticks) write(answer string) {
	t.q.left = true
	t.q.form.answer(t.q, answer)
}

// chosen splits an answer into the values it holds.
func (t *ticks) chosen(answer string) []string {
	if answer == "" {
		return nil
	}
	if !t.several {
		return []string{answer}
	}
	return strings.Split(answer, ",")
}

func (t *ticks) move(i int) {
	if i < 0 || i >= len(t.boxes) {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(t.boxes[i]); c != nil {
		c.Focus(t.boxes[i])
	}
}

func (t *ticks) object() fyne.CanvasObject { return t.column }
func (t *ticks) mark(bool)                 {}
func (t *ticks) settle()                   {}

func (t *ticks) focus() fyne.Focusable {
	for _, b := range t.boxes {
		if b.On() {
			return b
		}
	}
	if len(t.boxes) == 0 {
		return nil
	}
	return t.boxes[0]
}

func (t *ticks) show(f model.Field) {
	chosen := t.chosen(f.Text())
	for i, b := range t.boxes {
		b.SetOn(slices.Contains(chosen, t.values[i]))
	}
	setVisible(t.erase, !t.several && f.Text() != "")
}
