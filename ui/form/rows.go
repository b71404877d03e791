package form

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// rows is the input of a list: a small card a row, folded or not, and ways to add one.
type rows struct {
	q      *question
	field  model.Field
	cards  []*card
	list   *fyne.Container
	tools  *fyne.Container
	undo   *fyne.Container // « Ligne retirée », with the way back
	back   func()          // puts the row just removed where it was; nil when there is none
	taken  int             // where that was
	add    *kit.Button
	preset *kit.Combo
	column *fyne.Container
}

// foldFrom is the number of rows from which they are shown folded.
const foldFrom = 4

func newRows(q *question) *rows {
	r := &rows{q: q, field: q.field, list: kit.VStack(kit.Scaled(10)), undo: kit.VStack(0)}
	r.add = kit.NewButton("Ajouter une ligne", kit.Secondary, func() { r.append("") }).With(theme.ContentAddIcon())
	r.add.OnFocus = q.cameTo(r.add)
	r.tools = kit.VStack(kit.Scaled(8), kit.HStack(0, r.add))
	r.preset = kit.NewCombo(func(typed string) []kit.Item { return optionItems(r.field.Presets())(typed) })
	r.preset.Entry.SetPlaceHolder("Choisir une ligne toute prête")
	r.preset.OnPicked = func(value string) { r.preset.SetLabel(""); r.append(value) }
	r.preset.OnTyped = func(string) { r.preset.SetLabel("") }
	r.preset.OnResize = q.form.resized
	r.preset.Entry.OnFocus = q.cameTo(r.preset)
	r.tools.Add(r.preset)
	r.undo.Hide()
	r.column = kit.VStack(kit.Scaled(10), r.list, r.undo, r.tools)
	return r
}

func (r *rows) object() fyne.CanvasObject { return r.column }
func (r *rows) mark(bool)                 {}

// focus is where the list begins: the head of its first row.
func (r *rows) focus() fyne.Focusable {
	if len(r.cards) > 0 {
		return r.cards[0].title
	}
	return r.add
}

func (r *rows) settle() { r.preset.Close() }

// show draws the rows there are, keeping the cards of those that were there.
func (r *rows) show(f model.Field) {
	r.field = f
	if ready := len(f.Presets()) > 0; ready != r.preset.Visible() {
		r.preset.Hidden = !ready
		r.q.form.grew = true
	}
	all := f.Rows()
	if r.keys(all) {
		for i, c := range r.cards {
			c.update(i, all[i])
		}
		return
	}
	known := map[string]*card{}
	for _, c := range r.cards {
		known[c.key] = c
	}
	first := r.cards == nil
	r.cards = nil
	r.list.RemoveAll()
	for i, fields := range all {
		key := rowKey(fields)
		c := known[key]
		if c == nil {
			c = newCard(r, key, first && len(all) >= foldFrom)
		}
		r.cards = append(r.cards, c)
		c.update(i, fields)
		r.list.Add(c.drawn)
	}
	if r.cards == nil {
		r.cards = []*card{}
	}
	r.q.form.grew = true
}

// keys reports whether the cards are those of the rows of all, in order.
func (r *rows) keys(all [][]model.Field) bool {
	if r.cards == nil || len(r.cards) != len(all) {
		return false
	}
	for i, c := range r.cards {
		if c.key != rowKey(all[i]) {
			return false
		}
	}
	return true
}

// rowKey returns the key of a row from the ID of its questions: list[key].name.
func rowKey(fields []model.Field) string {
	if len(fields) == 0 {
		return ""
	}
	_, rest, _ := strings.Cut(fields[0].ID, "[")
	key, _, _ := strings.Cut(rest, "]")
	return key
}

func (r *rows) append(preset string) {
	r.forgetTaken()
	key := r.field.Add(preset)
	r.q.left = true
	r.changed()
	r.unfold(key)
	for _, c := range r.cards {
		if c.key == key {
			c.enter()
		}
	}
}

func (r *rows) move(from, to int) {
	if to < 0 || to >= len(r.cards) {
		return
	}
	r.field.Move(from, to)
	r.changed()
}

func (r *rows) changed() {
	r.q.form.Refresh()
	r.q.form.changed(r.field.ID)
}

// unfold opens the row of that key.
func (r *rows) unfold(key string) {
	for _, c := range r.cards {
		if c.key == key && c.folded {
			c.toggle()
		}
	}
}

func (r *rows) shown() []string {
	var ids []string
	for _, c := range r.cards {
		ids = append(ids, c.shown()...)
	}
	return ids
}

// remove takes row i away, and offers to put it back until something else is done.
func (r *rows) remove(i int) {
	for _, f := range r.field.Rows()[i] {
		delete(r.q.form.questions, f.ID)
		delete(r.q.form.Inputs, f.ID)
	}
	name := r.cards[i].name
	r.forgetTaken()
	r.back, r.taken = r.field.Take(i), i
	words := kit.NewParagraph(fmt.Sprintf("« %s » a été retirée.", name), kit.SizeSmall, theme.ColorNameForeground)
	back := kit.NewSmallButton("Remettre", theme.ContentUndoIcon(), r.putBack)
	back.OnFocus = r.q.cameTo(r.undo)
	r.undo.Add(kit.NewPanel(kit.ColorTint, "", kit.Ended(kit.Scaled(8), words, back)).Padded(8, 8, 8, 14))
	r.undo.Show()
	r.changed()
	r.q.form.resized()
	r.hand(back)
}

// hand gives the keyboard to what stands in r. The window knows r, but not yet a widget it has never drawn.
func (r *rows) hand(at fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(r.column); c != nil {
		c.Focus(at)
	}
}

func (r *rows) putBack() {
	if r.back == nil {
		return
	}
	r.back()
	r.forgetTaken()
	r.changed()
	r.q.form.resized()
	r.hand(r.cards[min(r.taken, len(r.cards)-1)].title)
}

func (r *rows) forgetTaken() {
	r.back = nil
	r.undo.RemoveAll()
	r.undo.Hide()
}
