package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

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

// computed shows a value that nobody types.
type computed struct {
	value *kit.Text
	drawn fyne.CanvasObject
}

func newComputed(*question) *computed {
	c := &computed{value: kit.NewHeading("", kit.SizeBody, theme.ColorNameForeground)}
	c.drawn = kit.NewPanel(kit.ColorSurfaceAlt, kit.ColorBorder, c.value).Padded(10, 12, 10, 12)
	return c
}

func (c *computed) object() fyne.CanvasObject { return c.drawn }
func (c *computed) focus() fyne.Focusable     { return nil }
func (c *computed) mark(bool)                 {}
func (c *computed) settle()                   {}

func (c *computed) show(f model.Field) {
	s := f.String()
	c.value.Color = theme.ColorNameForeground
	if s == "" {
		s = "Pas encore calculé : il manque une réponse."
		c.value.Color = kit.ColorMuted
	}
	if c.value.Words() != s {
		c.value.SetText(s)
	}
}
