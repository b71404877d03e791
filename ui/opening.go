package ui

import (
	"errors"
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/storage"
	"appuitechnique/ui/kit"
	"appuitechnique/ui/system"
)

// A gate is the page before the dossiers: it opens the base, asks for the phrase of a protected one, and says what keeps it
// from opening, with a remedy each.
type gate struct {
	shell *Shell
	tries int    // phrases that were wrong
	shut  bool   // the base is not open yet, and nothing else was said of it
	then  func() // once the dossiers are open; may be nil

	entry  *kit.Entry
	note   *kit.Text
	button *kit.Button
	count  *kit.Text // how many dossiers were read again; nil: nobody waits for them
}

// openBase opens the base, then shows the home page.
func (s *Shell) openBase() { s.openBaseThen(nil) }

func (s *Shell) openBaseThen(then func()) {
	g := &gate{shell: s, then: then, shut: true}
	if s.options.SaveDelay < 0 {
		g.wait()
	} else {
		time.AfterFunc(gatePatience, func() { s.later(g.wait) })
	}
	g.open("")
}

// gatePatience is how long the base may take to open before anything is said of it: what is shorter would only flash.
const gatePatience = 600 * time.Millisecond

func (g *gate) open(phrase string) {
	s := g.shell
	var store *storage.Store
	var listed []storage.Summary
	var first map[string]digest
	s.background(func() (err error) {
		store, err = s.options.Open(phrase, func(done, all int) { s.later(func() { g.progress(done, all) }) })
		if err == nil && s.options.SaveDelay >= 0 {
			listed, first = s.readFirst(store)
		}
		return err
	}, func(err error) {
		g.shut = false
		if err != nil {
			g.failed(err)
			return
		}
		s.store = store
		if store.Protected() {
			system.Sweep()
		}
		s.listed = listed
		s.keepDigests(first)
		s.home()
		s.attend()
		s.judgePlace()
		if path := s.asked; path != "" {
			s.asked = ""
			s.openPath(path)
		}
		if g.then != nil {
			g.then()
		}
	})
}

// failed shows the page of that failure.
func (g *gate) failed(err error) {
	var e *storage.Error
	if !errors.As(err, &e) {
		e = &storage.Error{Kind: storage.KindOther, Path: g.shell.options.Folder, Err: err}
	}
	g.shell.options.Log.Error("open base", "err", e)
	switch e.Kind {
	case storage.KindLocked:
		g.ask()
	case storage.KindPhrase:
		g.tries++
		e.Tries = g.tries
		g.refuse(e.Sentence())
	default:
		g.explain(e)
	}
}

// wait shows that the base is being opened, if it still is.
func (g *gate) wait() {
	if !g.shut || g.count != nil {
		return
	}
	g.count = kit.NewParagraph("Ils sont relus et vérifiés. Cela prend un instant de plus après un arrêt brutal.", kit.SizeBody, kit.ColorMuted)
	g.show(kit.NewHeading("Ouverture de vos dossiers…", kit.SizeSection, theme.ColorNameForeground), g.count)
}

// progress says how far the base is made again.
func (g *gate) progress(done, all int) {
	g.wait()
	words := fmt.Sprintf("Vos dossiers sont relus un à un : %s sur %s.", model.FormatInt(done), model.FormatInt(all))
	switch {
	case g.note != nil:
		g.say(words, kit.ColorMuted)
	case g.count != nil:
		g.count.SetText(words)
		g.shell.root.Refresh()
	}
}

// ask asks for the phrase of the base.
func (g *gate) ask() {
	g.entry = secretEntry()
	g.entry.OnSubmitted = func(string) { g.try() }
	g.note = kit.NewParagraph("", kit.SizeSmall, theme.ColorNameError)
	g.note.Hidden = true
	g.button = kit.NewButton("Ouvrir", kit.Primary, g.try).With(theme.LoginIcon())
	g.show(kit.NewHeading("Vos dossiers sont protégés", kit.SizeSection, theme.ColorNameForeground),
		kit.NewParagraph("Écrivez votre phrase secrète. Si vous l’avez perdue, écrivez le code de la feuille de secours.",
			kit.SizeBody, kit.ColorMuted),
		kit.VStack(kit.Scaled(5), kit.NewStrong("Phrase secrète", kit.SizeBody, theme.ColorNameForeground), g.entry.Framed()),
		reveal(g.entry), g.note,
		kit.HStack(kit.Scaled(10), g.button, kit.Spacer(), kit.NewButton("Quitter", kit.Quiet, g.shell.quit)))
	g.shell.canvas.Focus(g.entry)
}

// secretEntry is a field that hides what is typed, until reveal shows it.
func secretEntry() *kit.Entry {
	e := kit.NewEntry(1)
	e.Password, e.Label = true, "Phrase secrète"
	e.ActionItem = kit.Spacer() // no eye of its own: the keyboard does not reach it
	return e
}

// reveal lets people see what they type.
func reveal(entries ...*kit.Entry) *kit.Tick {
	var t *kit.Tick
	t = kit.NewTick("Afficher ce que j’écris", false, false, func() {
		t.SetOn(!t.On())
		for _, e := range entries {
			e.Password = !t.On()
			e.Refresh()
		}
	})
	return t
}

func (g *gate) try() {
	if g.button.Disabled() {
		return
	}
	if g.entry.Text == "" {
		g.refuse("Écrivez la phrase secrète.")
		return
	}
	g.button.SetEnabled(false)
	g.say("Ouverture…", kit.ColorMuted)
	g.open(g.entry.Text)
}

// refuse says why the phrase does not open, and lets another be typed.
func (g *gate) refuse(words string) {
	g.button.SetEnabled(true)
	g.entry.Framed().SetInvalid(true)
	g.say(words, theme.ColorNameError)
	g.shell.canvas.Focus(g.entry)
	g.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (g *gate) say(words string, ink fyne.ThemeColorName) {
	g.note.Color = ink
	g.note.SetText(words)
	g.note.Hidden = words == ""
	g.shell.root.Refresh()
}

// explain says what keeps the base from opening, and offers what can be done about it.
func (g *gate) explain(e *storage.Error) {
	s := g.shell
	title := "Vos dossiers n’ont pas pu être ouverts"
	if e.Kind == storage.KindAlreadyOpen {
		title = "Le logiciel est déjà ouvert"
	}
	again := kit.NewButton("Réessayer", kit.Primary, s.openBase)
	buttons := kit.Flow(kit.Scaled(10), again)
	if s.options.Relocate != nil && elsewhere(e.Kind) {
		buttons.Add(kit.NewButton("Choisir un autre emplacement…", kit.Secondary, func() { s.chooseFolder(g.relocate) }))
	}
	buttons.Add(kit.NewButton("Quitter", kit.Quiet, s.quit))
	g.show(kit.NewHeading(title, kit.SizeSection, theme.ColorNameForeground),
		kit.NewParagraph(e.Sentence(), kit.SizeBody, theme.ColorNameForeground), buttons)
	s.canvas.Focus(again)
}

// elsewhere tells the failures that another place would end.
func elsewhere(k storage.Kind) bool {
	switch k {
	case storage.KindReadOnly, storage.KindPath, storage.KindNoFolder, storage.KindNoFile, storage.KindDiskFull,
		storage.KindUnreadable, storage.KindOther:
		return true
	}
	return false
}

// relocate opens the dossiers of another folder, from now on.
func (g *gate) relocate(dir string) {
	s := g.shell
	folder, err := s.options.Relocate(dir)
	if err != nil {
		s.fail(err)
		return
	}
	s.options.Folder = folder
	s.openBase()
}

// show draws a card in the middle of an otherwise empty window.
func (g *gate) show(rows ...fyne.CanvasObject) {
	s := g.shell
	s.setTitle(appName)
	ribbon := kit.NewSurface(kit.ColorSide, brand()).Padded(14, 16, 14, 16)
	ribbon.Radius = 10
	head := kit.Pad(0, 0, 6, 0, ribbon)
	card := kit.NewCard(kit.VStack(kit.Scaled(14), append([]fyne.CanvasObject{head}, rows...)...)).Padded(24, 26, 24, 26)
	s.show(container.New(gateLayout{}, card), nil)
}

// gateLayout sets its card at a width that reads well, a little above the middle.
type gateLayout struct{}

// MinSize is called by Fyne.
func (gateLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 240) }

// Layout is called by Fyne.
func (gateLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := min(kit.Scaled(520), size.Width-32)
	h := kit.HeightFor(objects[0], w)
	objects[0].Resize(fyne.NewSize(w, h))
	objects[0].Move(fyne.NewPos((size.Width-w)/2, max(16, (size.Height-h)*0.4)))
}

// quit closes the window.
func (s *Shell) quit() {
	if s.window != nil {
		s.close(s.window.Close)
	}
}

// opened reports whether there are dossiers to work on, and not a page that keeps them shut.
func (s *Shell) opened() bool { return s.store != nil || s.options.Open == nil }
