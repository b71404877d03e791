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

	inserts *kit.Combo // the texts to put into the answer; nil when there are none
}

func newTyped(q *question) *typed {
	lines := 1
	if q.field.Kind == model.KindLongText {
		lines = max(q.field.Lines, 2)
	}
	t := &typed{entry: kit.NewEntry(lines)}
	t.entry.OnChanged = func(s string) {
		if t.entry.Grow() {
			q.form.grew = true
		}
		q.form.answer(q, s)
	}
	t.entry.OnFocus = func() { t.typing = true; q.came() }
	t.entry.OnLeave = func() { t.typing = false; q.went() }
	t.drawn = t.entry.Framed()
	if w := width(q.field.Kind); w > 0 {
		unit := kit.NewText(q.field.Unit, kit.SizeBody, kit.ColorMuted)
		t.drawn = kit.HStack(kit.Scaled(10), kit.Wide(kit.Scaled(w), t.drawn), unit)
	}
	if len(q.field.Inserts()) > 0 {
		t.inserts = newInserts(q, t.entry)
		t.drawn = kit.VStack(kit.Scaled(8), t.drawn, t.inserts)
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

func (t *typed) settle() {
	if t.inserts != nil {
		t.inserts.Close()
	}
}

func (t *typed) show(f model.Field) {
	if !t.typing {
		t.entry.Write(f.Text())
	}
}

// newInserts offers the texts that can be put where the caret stands in entry.
func newInserts(q *question, entry *kit.Entry) *kit.Combo {
	c := kit.NewCombo(func(typed string) []kit.Item { return optionItems(q.field.Inserts())(typed) })
	c.Entry.SetPlaceHolder("Insérer une réponse du dossier")
	c.OnPicked = func(text string) {
		c.SetLabel("")
		entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: pasted(text)})
	}
	c.OnTyped = func(string) { c.SetLabel("") }
	c.OnResize = q.form.resized
	c.Entry.OnFocus = q.came
	return c
}

// pasted is a clipboard that holds one text: what is chosen is put into an entry as if it were pasted.
type pasted string

func (p pasted) Content() string { return string(p) }

// SetContent is called by nobody: what is chosen is only read.
func (p pasted) SetContent(string) {}
