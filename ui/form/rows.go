package form

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
	taken  *taken
	add    *kit.Button
	preset *kit.Combo
	column *fyne.Container
}

// foldFrom is the number of rows from which they are shown folded.
const foldFrom = 4

func newRows(q *question) *rows {
	r := &rows{q: q, field: q.field, list: kit.VStack(kit.Scaled(10)), undo: kit.VStack(0)}
	r.add = kit.NewButton("Ajouter une ligne", kit.Secondary, func() { r.append("") }).With(theme.ContentAddIcon())
	r.add.OnFocus = q.came
	r.tools = kit.VStack(kit.Scaled(8), kit.HStack(0, r.add))
	if len(q.field.Presets()) > 0 {
		r.preset = kit.NewCombo(func(typed string) []kit.Item { return optionItems(r.field.Presets())(typed) })
		r.preset.Entry.SetPlaceHolder("Ou ajoutez une ligne toute prête : choisissez-la ici")
		r.preset.OnPicked = func(value string) { r.preset.SetLabel(""); r.append(value) }
		r.preset.OnTyped = func(string) { r.preset.SetLabel("") }
		r.preset.OnResize = q.form.resized
		r.preset.Entry.OnFocus = q.came
		r.tools.Add(r.preset)
	}
	r.undo.Hide()
	r.column = kit.VStack(kit.Scaled(10), r.list, r.undo, r.tools)
	return r
}

func (r *rows) object() fyne.CanvasObject { return r.column }
func (r *rows) mark(bool)                 {}

func (r *rows) focus() fyne.Focusable { return r.add }

func (r *rows) settle() {
	if r.preset != nil {
		r.preset.Close()
	}
}

// show draws the rows there are, keeping the cards of those that were there.
func (r *rows) show(f model.Field) {
	r.field = f
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

// taken is a row just removed, kept until something else is done so that it can be put back.
type taken struct {
	at     int
	texts  []string
	origin []model.Origin
}

func (r *rows) remove(i int) {
	fields := r.field.Rows()[i]
	t := &taken{at: i}
	for _, f := range fields {
		t.texts = append(t.texts, f.Text())
		t.origin = append(t.origin, f.Origin())
		delete(r.q.form.questions, f.ID)
		delete(r.q.form.Inputs, f.ID)
	}
	name := r.cards[i].name
	r.field.Remove(i)
	r.forgetTaken()
	r.taken = t
	words := kit.NewParagraph(fmt.Sprintf("« %s » a été retirée.", name), kit.SizeSmall, theme.ColorNameForeground)
	back := kit.NewSmallButton("Remettre", theme.ContentUndoIcon(), r.putBack)
	back.OnFocus = r.q.came
	r.undo.Add(kit.NewPanel(kit.ColorTint, "", kit.Ended(kit.Scaled(8), words, back)).Padded(8, 8, 8, 14))
	r.undo.Show()
	r.changed()
	r.q.form.resized()
	if c := fyne.CurrentApp().Driver().CanvasForObject(back); c != nil {
		c.Focus(back)
	}
}

func (r *rows) putBack() {
	t := r.taken
	if t == nil {
		return
	}
	r.field.Add("")
	all := r.field.Rows()
	for i, f := range all[len(all)-1] {
		if i < len(t.texts) && f.Kind != model.KindComputed {
			_ = f.Set(t.texts[i]) // what could not be read stays as it was typed
		}
	}
	r.field.Move(len(all)-1, t.at)
	r.forgetTaken()
	r.changed()
	r.q.form.resized()
}

func (r *rows) forgetTaken() {
	r.taken = nil
	r.undo.RemoveAll()
	r.undo.Hide()
}

// card is one row.
type card struct {
	rows   *rows
	key    string
	index  int
	name   string
	folded bool
	fields []model.Field
	asked  []*question // empty until the card is first unfolded

	title    *kit.Line // folds and unfolds the row
	words    *kit.Text
	arrow    *fyne.Container
	note     *kit.Text
	up, down *kit.Button
	body     *fyne.Container
	drawn    fyne.CanvasObject
}

func newCard(r *rows, key string, folded bool) *card {
	c := &card{rows: r, key: key, folded: folded}
	c.words = kit.NewHeading("", kit.SizeSmall, theme.ColorNameForeground)
	c.arrow = container.NewStack()
	c.title = kit.NewListLine(kit.Beside(kit.Scaled(6), c.arrow, c.words), c.toggle)
	c.title.OnFocus = r.q.came
	c.note = kit.NewLine("", kit.SizeSmall, theme.ColorNameError, false)
	c.up = kit.NewSmallButton("", theme.MoveUpIcon(), func() { r.move(c.index, c.index-1) })
	c.down = kit.NewSmallButton("", theme.MoveDownIcon(), func() { r.move(c.index, c.index+1) })
	take := kit.NewSmallButton("Retirer", theme.DeleteIcon(), func() { r.remove(c.index) })
	for _, b := range []*kit.Button{c.up, c.down, take} {
		b.OnFocus = r.q.came
	}
	c.body = kit.VStack(kit.Scaled(16))
	head := kit.Ended(kit.Scaled(4), c.title, kit.HStack(0, c.up, c.down, take))
	panel := kit.NewPanel(kit.ColorSurfaceAlt, kit.ColorBorder, kit.VStack(kit.Scaled(10), head, c.note, c.body))
	c.drawn = panel.Padded(8, 12, 10, 12)
	return c
}

// update shows fields as row i.
func (c *card) update(i int, fields []model.Field) {
	c.index, c.fields = i, fields
	if !c.folded {
		c.ask()
	}
	for j, q := range c.asked {
		q.update(fields[j])
	}
	c.describe()
}

// ask draws the questions of the row, as they stand now.
func (c *card) ask() {
	same := len(c.asked) == len(c.fields)
	for j := 0; same && j < len(c.asked); j++ {
		same = c.asked[j].suits(c.fields[j])
	}
	if same && c.asked != nil {
		return
	}
	c.asked = nil
	c.body.RemoveAll()
	for _, f := range c.fields {
		q := c.rows.q.form.question(f)
		c.asked = append(c.asked, q)
		c.body.Add(q.box)
	}
}

func (c *card) toggle() {
	c.folded = !c.folded
	c.rows.q.form.filling = true
	c.update(c.index, c.fields)
	c.rows.q.form.filling = false
	c.rows.q.form.resized()
}

// describe writes the head of the row: its rank, its first answers, what is wrong inside.
func (c *card) describe() {
	c.name = c.summary()
	icon := theme.MenuDropDownIcon()
	if c.folded {
		icon = theme.MenuExpandIcon()
	}
	c.arrow.Objects = []fyne.CanvasObject{kit.NewIcon(icon, theme.ColorNamePrimary, kit.Scaled(16))}
	c.arrow.Refresh()
	c.words.SetText(fmt.Sprintf("%d · %s", c.index+1, c.name))
	c.up.SetEnabled(c.index > 0)
	c.down.SetEnabled(c.index < len(c.rows.field.Rows())-1)
	setVisible(c.body, !c.folded)
	wrong := c.wrong()
	setVisible(c.note, c.folded && wrong > 0)
	switch wrong {
	case 0:
	case 1:
		c.note.SetText("1 réponse à compléter ou à corriger")
	default:
		c.note.SetText(fmt.Sprintf("%d réponses à compléter ou à corriger", wrong))
	}
}

func (c *card) wrong() int {
	n := 0
	for _, f := range c.fields {
		if f.Shown() && f.Problem() != nil {
			n++
		}
	}
	return n
}

// summary names the row by its first answer in words.
func (c *card) summary() string {
	words := []model.Kind{model.KindText, model.KindLongText, model.KindChoice}
	for _, kinds := range [][]model.Kind{words[:2], words} {
		for _, f := range c.fields {
			if s := f.String(); f.Shown() && s != "" && slices.Contains(kinds, f.Kind) {
				return shortened(s)
			}
		}
	}
	return "Nouvelle ligne"
}

// shortened keeps the first line of s, and no more of it than a head holds.
func shortened(s string) string {
	const most = 56
	s, _, _ = strings.Cut(s, "\n")
	if r := []rune(s); len(r) > most {
		return strings.TrimRight(string(r[:most-1]), " ") + "…"
	}
	return s
}

func (c *card) shown() []string {
	if c.folded {
		return nil
	}
	var ids []string
	for _, q := range c.asked {
		if q.field.Shown() {
			ids = append(ids, q.field.ID)
		}
	}
	return ids
}

// enter gives the keyboard to the first question of the row.
func (c *card) enter() {
	for _, q := range c.asked {
		at := q.input.focus()
		if at == nil || !q.field.Shown() {
			continue
		}
		if canvas := fyne.CurrentApp().Driver().CanvasForObject(c.drawn); canvas != nil {
			canvas.Focus(at)
		}
		return
	}
}
