package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"appuitechnique/model/document"
	"appuitechnique/ui/kit"
)

// A command is one thing the menus and the keys do. Ctrl+Alt is never used: it is AltGr on a French keyboard.
type command struct {
	title    string
	key      fyne.KeyName
	modifier fyne.KeyModifier
	inside   bool // only in an open dossier
	do       func()
}

const ctrl = fyne.KeyModifierShortcutDefault

// menus lists every command, menu by menu; an empty title is a line between two groups.
func (s *Shell) menus() []struct {
	title string
	items []command
} {
	e := func(do func(*editor)) func() {
		return func() {
			if s.editor != nil {
				do(s.editor)
			}
		}
	}
	var ways []command
	for _, p := range pages() {
		ways = append(ways, command{p.title, "", 0, true, e(p.enter)})
	}
	return []struct {
		title string
		items []command
	}{
		{"Dossier", []command{
			{"Accueil", "", 0, false, s.goHome},
			{"Nouveau dossier", fyne.KeyN, ctrl, false, s.create},
			{"Ouvrir un fichier…", fyne.KeyO, ctrl, false, s.importFile},
			{},
			{"Enregistrer", fyne.KeyS, ctrl, true, e(func(e *editor) { e.saveNow() })},
			{"Enregistrer une version…", "", 0, true, e((*editor).keepVersion)},
			{"Enregistrer une copie…", fyne.KeyS, ctrl | fyne.KeyModifierShift, true, s.exportCopy},
			{"Copier vers un nouveau dossier…", "", 0, true, e(func(e *editor) { s.askCopy(e.dossier.ID) })},
			{"Imprimer…", fyne.KeyP, ctrl, true, e((*editor).printLooked)},
			{"Exporter les documents…", fyne.KeyE, ctrl, true, e(func(e *editor) { e.export(document.All()...) })},
			{},
			{"Effacer des données personnelles…", "", 0, true, e((*editor).erasePerson)},
			{"Mettre à la corbeille", "", 0, true, s.discardOpen},
		}},
		{"Édition", []command{
			{"Annuler", fyne.KeyZ, ctrl, true, e((*editor).undo)},
			{"Rétablir", fyne.KeyY, ctrl, true, e((*editor).redo)},
		}},
		{"Aller", slices.Concat([]command{
			{"Aller à…", fyne.KeyK, ctrl, true, e((*editor).search)},
			{},
			{"Fiche précédente", fyne.KeyUp, fyne.KeyModifierAlt, true, e((*editor).previous)},
			{"Fiche suivante", fyne.KeyDown, fyne.KeyModifierAlt, true, e((*editor).next)},
			{"Continuer", fyne.KeyReturn, ctrl, true, e((*editor).proceed)},
			{"Marquer « à revoir »", fyne.KeyM, ctrl, true, e((*editor).flag)},
			{"Écrire une note sur la question", fyne.KeyM, ctrl | fyne.KeyModifierShift, true, e((*editor).writeNote)},
			{},
			{"Problème suivant", fyne.KeyF8, 0, true, e(func(e *editor) { e.step(1) })},
			{"Problème précédent", fyne.KeyF8, fyne.KeyModifierShift, true, e(func(e *editor) { e.step(-1) })},
			{},
			{"Chercher dans le document", fyne.KeyF, ctrl, true, e((*editor).searchPaper)},
			{"Occurrence suivante", fyne.KeyF3, 0, true, e(func(e *editor) { e.stepFound(1) })},
			{"Occurrence précédente", fyne.KeyF3, fyne.KeyModifierShift, true, e(func(e *editor) { e.stepFound(-1) })},
			{},
		}, ways, []command{
			{"Volet suivant", fyne.KeyF6, 0, true, e((*editor).nextPane)},
		})},
		{"Affichage", []command{
			{"Liste des fiches", fyne.KeyF9, 0, true, e((*editor).toggleSide)},
			{"Pourquoi cette question ?", fyne.KeyF1, 0, true, e(func(e *editor) { e.reveal(tabWhy) })},
			{"Aperçu du document", "", 0, true, e(func(e *editor) { e.reveal(tabPreview) })},
			{"Lire le document en grand", "", 0, true, e(func(e *editor) { e.readLooked() })},
			{"Problèmes du dossier", "", 0, true, e(func(e *editor) { e.reveal(tabProblems) })},
			{},
			{"Texte plus grand", "", 0, false, func() { s.setText(s.theme.Percent + 10) }},
			{"Texte plus petit", "", 0, false, func() { s.setText(s.theme.Percent - 10) }},
			{"Couleurs claires", "", 0, false, func() { s.setTone(kit.ToneLight) }},
			{"Couleurs sombres", "", 0, false, func() { s.setTone(kit.ToneDark) }},
			{"Couleurs du système", "", 0, false, func() { s.setTone(kit.ToneSystem) }},
			{},
			{"Portefeuille", "", 0, false, s.goPortfolio},
			{"Sauvegardes", "", 0, false, s.goBackups},
			{"Réglages", "", 0, false, s.goSettings},
		}},
		{"Aide", []command{
			{"Raccourcis du clavier", "", 0, false, s.showKeys},
			{"Journal des messages", "", 0, false, s.showMessages},
			{"À propos", "", 0, false, s.about},
		}},
	}
}

// menu builds the menu of the window.
func (s *Shell) menu() *fyne.MainMenu {
	main := fyne.NewMainMenu()
	for i, m := range s.menus() {
		menu := fyne.NewMenu(m.title)
		for _, c := range m.items {
			menu.Items = append(menu.Items, s.item(c))
		}
		if i == 0 {
			quit := fyne.NewMenuItem("Quitter", func() { s.close(s.app.Quit) })
			quit.IsQuit = true
			quit.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyQ, Modifier: ctrl}
			menu.Items = append(menu.Items, fyne.NewMenuItemSeparator(), quit)
		}
		main.Items = append(main.Items, menu)
	}
	return main
}

func (s *Shell) item(c command) *fyne.MenuItem {
	if c.title == "" {
		return fyne.NewMenuItemSeparator()
	}
	item := fyne.NewMenuItem(c.title, s.guarded(c))
	if c.key != "" {
		item.Shortcut = c.shortcut()
	}
	return item
}

// guarded runs c unless a dialog waits for an answer, the dossiers are not opened yet, or one is needed and none is open.
func (s *Shell) guarded(c command) func() {
	return func() {
		if s.canvas.Overlays().Top() != nil || c.inside && s.editor == nil || !s.opened() {
			s.pass(c)
			return
		}
		c.do()
	}
}

// pass hands Ctrl+Z and Ctrl+Y to the text being typed where it is no answer: in a dialog, in a search.
func (s *Shell) pass(c command) {
	entry, ok := s.canvas.Focused().(*kit.Entry)
	if ok && (c.key == fyne.KeyZ || c.key == fyne.KeyY) {
		entry.Entry.TypedShortcut(c.shortcut())
	}
}

// shortcut is what the driver makes of the keys of c.
func (c command) shortcut() fyne.Shortcut {
	switch {
	case c.key == fyne.KeyZ && c.modifier == ctrl:
		return &fyne.ShortcutUndo{}
	case c.key == fyne.KeyY && c.modifier == ctrl:
		return &fyne.ShortcutRedo{}
	}
	return &desktop.CustomShortcut{KeyName: c.key, Modifier: c.modifier}
}

// bindKeys gives each command its keys, for the focused widgets that hand them over and for when nothing has the focus.
func (s *Shell) bindKeys() {
	plain := map[fyne.KeyName]func(){}
	shifted := map[fyne.KeyName]func(){}
	for _, m := range s.menus() {
		for _, c := range m.items {
			switch {
			case c.key == "":
			case c.modifier == 0:
				plain[c.key] = s.guarded(c)
			case c.modifier == fyne.KeyModifierShift:
				shifted[c.key] = s.guarded(c)
			default:
				do := s.guarded(c)
				s.canvas.AddShortcut(c.shortcut(), func(fyne.Shortcut) { do() })
				if c.key == fyne.KeyReturn {
					s.canvas.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyEnter, Modifier: c.modifier}, func(fyne.Shortcut) { do() })
				}
			}
		}
	}
	s.canvas.SetOnTypedKey(func(k *fyne.KeyEvent) {
		do := plain[k.Name]
		if s.shift() && shifted[k.Name] != nil {
			do = shifted[k.Name]
		}
		switch {
		case k.Name == fyne.KeyEscape:
			s.escape()
		case do != nil:
			do()
		}
	})
}

// shift reports whether the Shift key is held: Fyne does not say it with a function key.
func (s *Shell) shift() bool {
	d, ok := s.app.Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// typedKey hands a key that a widget has no use for to the commands.
func (s *Shell) typedKey(k *fyne.KeyEvent) {
	if do := s.canvas.OnTypedKey(); do != nil {
		do(k)
	}
}

// escape closes the dialog on top, or else the paper that is read.
func (s *Shell) escape() {
	switch {
	case s.canvas.Overlays().Top() != nil:
		s.dismiss()
	case s.editor != nil && s.editor.reading != nil:
		s.editor.closeReading()
	}
}

// dismiss closes the dialog on top, as Escape does; where it waits for work, the work is cancelled, and closes it.
func (s *Shell) dismiss() {
	top := s.canvas.Overlays().Top()
	if cancel := s.cancels[top]; cancel != nil {
		cancel()
		return
	}
	s.takeAway(top)
}

// cancelledBy has Escape call cancel for the dialog on top, until forget.
func (s *Shell) cancelledBy(cancel func()) (forget func()) {
	top := s.canvas.Overlays().Top()
	s.cancels[top] = cancel
	return func() { delete(s.cancels, top) }
}

func (s *Shell) takeAway(popup fyne.CanvasObject) {
	if popup != nil {
		popup.Hide()
		s.canvas.Overlays().Remove(popup)
	}
}
