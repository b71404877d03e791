package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// computed shows a value that nobody types, and leads to how it came about.
type computed struct {
	value *kit.Text
	how   *kit.Button // nil where the screen explains nothing
	drawn fyne.CanvasObject
}

func newComputed(q *question) *computed {
	c := &computed{value: kit.NewHeading("", kit.SizeBody, theme.ColorNameForeground)}
	var body fyne.CanvasObject = c.value
	if explain := q.form.config.Explain; explain != nil {
		c.how = kit.NewSmallButton("Détail du calcul", theme.InfoIcon(), func() { q.came(); explain(q.field.ID) })
		c.how.OnFocus = q.came
		body = kit.Ended(kit.Scaled(12), c.value, c.how)
	}
	c.drawn = kit.NewPanel(kit.ColorSurfaceAlt, kit.ColorBorder, body).Padded(10, 12, 10, 12)
	return c
}

func (c *computed) object() fyne.CanvasObject { return c.drawn }
func (c *computed) mark(bool)                 {}
func (c *computed) settle()                   {}

func (c *computed) focus() fyne.Focusable {
	if c.how == nil {
		return nil
	}
	return c.how
}

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
