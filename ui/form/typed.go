package form

import (
	"fyne.io/fyne/v2"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// typed is the input of what is written: words, numbers, amounts.
type typed struct {
	entry  *kit.Entry
	drawn  fyne.CanvasObject
	typing bool
}

func newTyped(q *question) *typed {
	lines := 1
	if q.field.Kind == model.KindLongText {
		lines = max(q.field.Lines, 2)
	}
	t := &typed{entry: kit.NewEntry(lines)}
	t.entry.OnChanged = func(s string) { q.form.answer(q, s) }
	t.entry.OnFocus = func() { t.typing = true; q.came() }
	t.entry.OnLeave = func() { t.typing = false; q.went() }
	t.drawn = t.entry.Framed()
	if w := width(q.field.Kind); w > 0 {
		unit := kit.NewText(q.field.Unit, kit.SizeBody, kit.ColorMuted)
		t.drawn = kit.HStack(kit.Scaled(10), kit.Wide(kit.Scaled(w), t.drawn), unit)
	}
	return t
}

// width is how wide the input of a kind is; 0 for as wide as the page.
func width(k model.Kind) float32 {
	switch k {
	case model.KindMoney:
		return 190
	case model.KindNumber, model.KindQuantity:
		return 140
	case model.KindPercent:
		return 110
	}
	return 0
}

func (t *typed) object() fyne.CanvasObject { return t.drawn }
func (t *typed) focus() fyne.Focusable     { return t.entry }
func (t *typed) mark(invalid bool)         { t.entry.Framed().SetInvalid(invalid) }
func (t *typed) settle()                   {}

func (t *typed) show(f model.Field) {
	if !t.typing {
		t.entry.Write(f.Text())
	}
}
