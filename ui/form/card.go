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
	c.words = kit.NewLine("", kit.SizeSmall, theme.ColorNameForeground, true)
	c.arrow = container.NewStack()
	c.title = kit.NewListLine(kit.Beside(kit.Scaled(6), c.arrow, c.words), c.toggle)
	c.note = kit.NewLine("", kit.SizeSmall, theme.ColorNameError, false)
	c.up = kit.NewSmallButton("", theme.MoveUpIcon(), func() { r.move(c.index, c.index-1) })
	c.down = kit.NewSmallButton("", theme.MoveDownIcon(), func() { r.move(c.index, c.index+1) })
	c.up.Said, c.down.Said = "Monter la ligne", "Descendre la ligne"
	take := kit.NewSmallButton(takeWord, theme.DeleteIcon(), func() { r.remove(c.index) })
	take.Said = takeWord + " la ligne"
	c.body = kit.VStack(kit.Scaled(16))
	head := container.New(cardHead{take}, kit.Ended(kit.Scaled(4), c.title, kit.HStack(0, c.up, c.down, take)))
	for _, to := range []*func(){&c.title.OnFocus, &c.up.OnFocus, &c.down.OnFocus, &take.OnFocus} {
		*to = r.q.cameTo(head)
	}
	panel := kit.NewPanel(kit.ColorSurfaceAlt, kit.ColorBorder, kit.VStack(kit.Scaled(10), head, c.note, c.body))
	c.drawn = panel.Padded(8, 12, 10, 12)
	return c
}

const (
	takeWord  = "Retirer"
	headWidth = 400 // below this the head of a row leaves that word out, so that its name can be read
)

// cardHead lays out the head of a row.
type cardHead struct{ take *kit.Button }

// MinSize is called by Fyne.
func (h cardHead) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout is called by Fyne.
func (h cardHead) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	words := takeWord
	if size.Width < kit.Scaled(headWidth) {
		words = ""
	}
	if h.take.Text != words {
		h.take.SetText(words)
	}
	objects[0].Resize(size)
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
	known := map[string]*question{} // drawn already: one of them may have the keyboard
	for _, q := range c.asked {
		known[q.field.ID] = q
	}
	c.asked = nil
	c.body.RemoveAll()
	for _, f := range c.fields {
		q := known[f.ID]
		if q == nil || !q.suits(f) {
			q = c.rows.q.form.question(f)
		}
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

// summary names the row as the question says, else by its first answer in words.
func (c *card) summary() string {
	if name := c.rows.field.RowName(c.index); name != "" {
		return shortened(name)
	}
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
	const most = 120
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
		if at == nil || !q.field.Shown() || q.field.Kind == model.KindComputed {
			continue
		}
		c.rows.hand(at)
		return
	}
}
