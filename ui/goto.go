package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// search is « Aller à… »: one types a few letters of a fiche or of a question.
func (e *editor) search() {
	combo := kit.NewCombo(e.places)
	combo.Entry.SetPlaceHolder("Un mot d’une fiche ou d’une question")
	body := kit.VStack(kit.Scaled(12), kit.NewHeading("Aller à…", kit.SizeSection, theme.ColorNameForeground), combo)
	popup := e.shell.over(520, kit.Tall(kit.Scaled(390), body))
	combo.OnPicked = func(value string) {
		popup.Hide()
		e.visit(value)
	}
	keys := combo.Entry.OnKey
	combo.Entry.OnKey = func(k *fyne.KeyEvent) bool {
		if k.Name == fyne.KeyEscape {
			popup.Hide()
			return true
		}
		return keys(k)
	}
	popup.Show()
	e.shell.canvas.Focus(combo.Entry)
	combo.Open()
}

// places lists the fiches, then the questions, that hold every word typed, accents and case ignored.
func (e *editor) places(typed string) []kit.Item {
	words := strings.Fields(model.Fold(typed))
	var fiches, fields []kit.Item
	found := e.look()
	for _, f := range model.Fiches(e.parts) {
		if holdsAll(model.Fold(f.Number+" "+f.Title), words) {
			fiches = append(fiches, kit.Item{Value: "fiche:" + f.Key, Label: f.Number + "  " + f.Title, Note: f.Status(found...).Text, Group: "Fiches"})
		}
		if len(words) == 0 {
			continue
		}
		f.EachShown(func(q model.Field) {
			if q.Kind != model.KindComputed && holdsAll(model.Fold(q.Label+" "+q.String()), words) {
				fields = append(fields, kit.Item{Value: "question:" + q.ID, Label: q.Label, Note: f.Number + "  " + f.Title, Group: "Questions"})
			}
		})
	}
	return append(fiches, fields...)
}

func (e *editor) visit(place string) {
	if key, ok := strings.CutPrefix(place, "fiche:"); ok {
		e.enterFiche(key)
		return
	}
	e.goTo(strings.TrimPrefix(place, "question:"))
}

// saveNow is Ctrl+S: it settles and saves at once.
func (e *editor) saveNow() { e.flush() }

// flag is Ctrl+M: it sets or takes away « à revoir », and draws the mark at the foot of the fiche again.
func (e *editor) flag() {
	if e.page != pageFiche {
		return
	}
	e.toggleReview()
	e.review.SetOn(e.dossier.Marks.Review[e.key])
}

// toggleSide puts the task list away or brings it back.
func (e *editor) toggleSide() {
	e.folded = !e.folded
	e.panes.arrange()
}

// reveal brings the panel on screen at that tab; asked again for the same, it puts it away.
func (e *editor) reveal(tab string) {
	if e.page != pageFiche {
		return
	}
	if e.panel.tab == tab && e.panes.panelShown() {
		e.panes.togglePanel()
		return
	}
	e.panel.show(tab)
	e.panes.showPanel()
}

// nextPane gives the keyboard to the next pane: the task list, the page, the panel.
func (e *editor) nextPane() {
	c := e.shell.canvas
	objects := e.panes.object.Objects
	at := e.paneWithFocus()
	for step := 1; step <= len(objects); step++ {
		i := (at + step) % len(objects)
		if objects[i].Visible() && e.enter(c, i) {
			return
		}
	}
}

// paneWithFocus is the rank of the pane in which the keyboard is; -1 when it is nowhere.
func (e *editor) paneWithFocus() int {
	o, ok := e.shell.canvas.Focused().(fyne.CanvasObject)
	if !ok {
		return 0
	}
	x := e.shell.app.Driver().AbsolutePositionForObject(o).X
	at := -1
	for i, pane := range e.panes.object.Objects {
		if pane.Visible() && pane.Position().X <= x {
			at = i
		}
	}
	return at
}

func (e *editor) enter(c fyne.Canvas, pane int) bool {
	switch pane {
	case 0:
		line := e.side.pages[e.page]
		if l := e.side.fiches[e.key]; line == nil && l != nil {
			line = l.line
		}
		c.Focus(line)
	case 1:
		if e.form == nil {
			return false
		}
		if e.field == "" || !e.form.Focus(c, e.field) {
			e.form.FocusFirst(c)
		}
	case 2:
		c.Focus(e.panel.active())
	}
	return true
}

// showKeys lists the keys of every command that has some.
func (s *Shell) showKeys() {
	var lines []string
	for _, m := range s.menus() {
		for _, c := range m.items {
			if c.key != "" {
				lines = append(lines, keysOf(c)+" : "+c.title)
			}
		}
	}
	s.message("Raccourcis du clavier", strings.Join(lines, "\n"))
}

func keysOf(c command) string {
	var b strings.Builder
	if c.modifier&ctrl != 0 {
		b.WriteString("Ctrl+")
	}
	if c.modifier&fyne.KeyModifierAlt != 0 {
		b.WriteString("Alt+")
	}
	if c.modifier&fyne.KeyModifierShift != 0 {
		b.WriteString("Maj+")
	}
	names := map[fyne.KeyName]string{fyne.KeyUp: "↑", fyne.KeyDown: "↓", fyne.KeyReturn: "Entrée"}
	if name, ok := names[c.key]; ok {
		return b.String() + name
	}
	return b.String() + string(c.key)
}

// about says what the program is, and what it is not.
func (s *Shell) about() {
	s.message(appName, "Version "+s.app.Metadata().Version+".\n\nAide à préparer un dossier d’appui technique Action Cœur de Ville. "+
		"Les textes produits sont à faire relire avant signature ; ils ne valent pas conseil juridique.")
}
