package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/storage"
	"appuitechnique/ui/kit"
)

// undo takes back the last thing done in the dossier, on whatever fiche and in whatever session, and goes there.
func (e *editor) undo() {
	e.retrace("Annulé", "Il n’y a rien de plus à annuler.", e.shell.store.Undo)
}

// redo does again what was undone.
func (e *editor) redo() {
	e.retrace("Rétabli", "Il n’y a rien à rétablir.", e.shell.store.Redo)
}

func (e *editor) retrace(done, nothing string, turn func(string) (*model.Dossier, []storage.Change, error)) {
	if !e.flush() {
		return
	}
	d, changes, err := turn(e.dossier.ID)
	switch {
	case err != nil:
		e.shell.fail(err)
	case len(changes) == 0:
		e.say(nothing)
	default:
		e.take(d)
		changes = e.asRead(changes)
		e.visitChange(changes)
		e.say(done + " : " + e.recount(changes))
		e.stayInSight()
	}
}

// stayInSight scrolls to what has the keyboard once a line over the page has taken of its height: the whole question where there
// is room for it, what is wrong with it included.
func (e *editor) stayInSight() {
	at, ok := e.shell.canvas.Focused().(fyne.CanvasObject)
	if !ok || e.form == nil || e.scroll == nil {
		return
	}
	if box := e.form.Box(e.field); box != nil && box.Size().Height < e.scroll.Size().Height {
		at = box
	}
	kit.Reveal(e.scroll, at)
}

// take shows d, which the store has just saved, in place of the dossier as it stood.
func (e *editor) take(d *model.Dossier) {
	e.form, e.revert = nil, nil // they hold the former answers
	d.Pictures = e.dossier.Pictures
	e.dossier, e.parts = d, model.Form(d)
	e.unsaved, e.stale, e.failed = false, true, nil
	e.savedAt = e.shell.options.Now()
	e.shell.setTitle(e.windowTitle())
}

// asRead puts changes in the order in which the questions are read, the answers before the marks.
func (e *editor) asRead(changes []storage.Change) []storage.Change {
	rank := map[string]int{}
	for _, f := range model.Fiches(e.parts) {
		rank[f.Key] = len(rank) + 1
		f.Each(func(q model.Field) { rank[q.ID] = len(rank) + 1 })
	}
	place := func(c storage.Change) int {
		at := rank[c.Question()]
		if at == 0 { // a row that is gone
			at = rank[listOf(c.Question())]
		}
		if at == 0 || strings.HasPrefix(c.Path, "/marks/") {
			at += len(rank) + 1
		}
		return at
	}
	changes = spread(changes)
	slices.SortStableFunc(changes, func(a, b storage.Change) int { return place(a) - place(b) })
	return changes
}

// visitChange goes to the first question that changed; to the fiche, where only its mark did. A page that draws that question
// stays.
func (e *editor) visitChange(changes []storage.Change) {
	for _, c := range changes {
		for _, id := range []string{c.Question(), listOf(c.Question())} {
			if f, q, ok := e.find(id); ok && q.Shown() {
				if p, _, ok := drawn(f.Key); ok && p.name == e.page {
					e.again(func() { p.show(e) })
					return
				}
				e.showFiche(f.Key)
				if !e.form.Focus(e.shell.canvas, c.Question()) { // a row that came back has a place of its own
					e.form.Focus(e.shell.canvas, id)
				}
				return
			}
		}
		if key := c.Question(); e.fiche(key).Key != "" {
			e.showFiche(key)
			return
		}
	}
	e.again(e.showPage)
}

// listOf is the list in which the row or the question of that ID stands.
func listOf(id string) string {
	list, _, _ := strings.Cut(id, "[")
	return list
}

// recount says in one line what changed.
func (e *editor) recount(changes []storage.Change) string {
	told := e.tell(changes)
	if len(told) == 0 {
		return "les marques du dossier."
	}
	words := "« " + shortened(told[0].label, 80) + " »"
	switch t := told[0]; {
	case t.note != "":
		words += ", " + t.note
	case t.now == "":
		words += ", de nouveau sans réponse"
	default:
		words += " = " + shortened(t.now, 60)
	}
	switch n := len(told) - 1; {
	case n == 1:
		words += ", et une autre réponse"
	case n > 1:
		words += fmt.Sprintf(", et %d autres réponses", n)
	}
	return words + "."
}

func shortened(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > n {
		return strings.TrimSpace(string(r[:n-1])) + "…"
	}
	return s
}

// say writes a line over the page, which stays until something else is done. It is not said over a warning that
// stands there.
func (e *editor) say(words string) {
	if e.failed != nil || e.shut() != nil {
		return
	}
	e.shell.note(words)
	e.banner.RemoveAll()
	e.said = kit.NewParagraph(words, kit.SizeSmall, theme.ColorNameForeground)
	e.banner.Add(kit.NewSurface(kit.ColorTint, kit.Beside(kit.Scaled(8),
		kit.NewIcon(theme.InfoIcon(), kit.ColorMuted, kit.Scaled(16)), e.said)).Padded(8, 22, 8, 28))
	e.panes.main.Refresh()
}

// keepVersion asks for the name under which the dossier is kept as it stands.
func (e *editor) keepVersion() {
	if !e.flush() {
		return
	}
	s := e.shell
	name := kit.NewEntry(1)
	name.Label = "Nom de la version"
	name.SetPlaceHolder("Avant la commission")
	keep := func() {
		words := strings.Join(strings.Fields(name.Text), " ")
		if words == "" {
			words = "Version du " + s.today().String()
		}
		s.dismiss()
		if err := s.store.KeepVersion(e.dossier.ID, shortened(words, 80)); err != nil {
			s.fail(err)
			return
		}
		if e.page == pageHistory {
			e.again(e.showHistory)
		}
		e.say("La version « " + shortened(words, 80) + " » est enregistrée. Elle se retrouve à la page « Historique ».")
	}
	name.OnSubmitted = func(string) { keep() }
	popup := s.over(460, kit.VStack(kit.Scaled(12), kit.NewHeading("Enregistrer une version", kit.SizeSection, theme.ColorNameForeground),
		kit.NewParagraph("Le dossier est gardé tel qu’il est, sous le nom que vous lui donnez. Vous pourrez y revenir.", kit.SizeBody,
			theme.ColorNameForeground), name.Framed(),
		kit.HStack(kit.Scaled(10), kit.Spacer(), kit.NewButton("Annuler", kit.Secondary, s.dismiss),
			kit.NewButton("Enregistrer la version", kit.Primary, keep))))
	popup.Show()
	s.canvas.Focus(name)
}
