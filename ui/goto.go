package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// search is « Aller à… »: one types a few letters of a fiche, of a page, of a question or of a command.
func (e *editor) search() {
	combo := kit.NewCombo(e.places)
	combo.Entry.SetPlaceHolder("Un mot d’une fiche, d’une question ou d’une commande")
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

// places lists the fiches, the pages, the questions, then the commands that hold every word typed, accents and case ignored.
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
	pages, commands := e.shell.within(words)
	var named []kit.Item // those whose title begins as what is typed come first
	take := func(item kit.Item) bool {
		begins := len(words) > 0 && strings.HasPrefix(model.Fold(item.Label), strings.Join(words, " "))
		if begins {
			named = append(named, item)
		}
		return begins
	}
	pages, commands = slices.DeleteFunc(pages, take), slices.DeleteFunc(commands, take)
	return slices.Concat(named, fiches, pages, fields, commands)
}

// within lists the pages, and the commands that have no key, that hold every word.
func (s *Shell) within(words []string) (pages, commands []kit.Item) {
	for i, m := range s.menus() {
		for j, c := range m.items {
			item := kit.Item{Value: fmt.Sprintf("commande:%d:%d", i, j), Label: c.title, Note: m.title, Group: "Commandes"}
			also := pageWords(c.title)
			if c.title == "" || c.key != "" || !holdsAll(model.Fold(c.title+" "+also), words) {
				continue
			}
			if also == "" {
				commands = append(commands, item)
				continue
			}
			item.Note, item.Group = also, "Pages"
			pages = append(pages, item)
		}
	}
	return pages, commands
}

// pageWords says what stands on the page that the menus lead to under that title; empty for a command.
func pageWords(title string) string {
	switch title {
	case "Accueil":
		return "Vos dossiers"
	case "Sauvegardes":
		return "Sauvegarder, restaurer, changer d’ordinateur"
	case "Réglages":
		return "Texte, couleurs, dossier de travail"
	}
	for _, p := range pages() {
		if p.title == title {
			return p.about
		}
	}
	return ""
}

// run does the command of those ranks in the menus, then gives the keyboard back to the page when it took it away.
func (s *Shell) run(place string) {
	var menu, item int
	if _, err := fmt.Sscanf(place, "%d:%d", &menu, &item); err != nil {
		return
	}
	s.guarded(s.menus()[menu].items[item])()
	e := s.editor
	if e != nil && s.canvas.Focused() == nil && s.canvas.Overlays().Top() == nil {
		e.enterPage()
	}
}

func (e *editor) visit(place string) {
	if ranks, ok := strings.CutPrefix(place, "commande:"); ok {
		e.shell.run(ranks)
		return
	}
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
		return e.enterPage()
	case 2:
		c.Focus(e.panel.active())
	}
	return true
}

// enterPage gives the keyboard to what stands in the middle: to the question one was at, to the first, or to what else takes
// it.
func (e *editor) enterPage() bool {
	c := e.shell.canvas
	switch {
	case e.reading != nil:
		c.Focus(e.reading.view)
		return true
	case e.form != nil && (e.field != "" && e.form.Focus(c, e.field) || e.form.FocusFirst(c)):
		return true
	case e.page == pageFiche: // nothing is asked here: one goes on
		return kit.FocusRank(c, e.body, len(kit.Stops(e.body))-1)
	}
	return kit.FocusRank(c, e.body, 0)
}

// showKeys lists the keys of every command that has some, on two columns: a small window shows them all in large text.
func (s *Shell) showKeys() {
	var lines []string
	for _, m := range s.menus() {
		for _, c := range m.items {
			if c.key != "" {
				lines = append(lines, keysOf(c)+" : "+c.title)
			}
		}
	}
	half := (len(lines) + 1) / 2
	column := func(lines []string) fyne.CanvasObject {
		return kit.NewParagraph(strings.Join(lines, "\n"), kit.SizeBody, theme.ColorNameForeground)
	}
	s.askUnder(640, "Raccourcis du clavier", kit.Columns(kit.Scaled(16), kit.Scaled(250), column(lines[:half]), column(lines[half:])),
		kit.NewButton("D’accord", kit.Primary, nil))
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
