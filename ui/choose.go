package ui

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/driver"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/ui/kit"
	"appuitechnique/ui/system"
)

// A wish is what a screen wants to have chosen: by the dialog of the system or, where it has none, by our chooser.
type wish struct {
	kind    system.Kind
	title   string
	yes     string   // what the button of our chooser says
	name    string   // of the file to write
	endings []string // of the files that may be opened; nil for a folder
	chosen  func(path string)
}

// chooseFolder asks for a folder; nothing happens when it is cancelled.
func (s *Shell) chooseFolder(chosen func(dir string)) {
	s.choose(wish{kind: system.OpenFolder, title: "Choisir un dossier", yes: "Choisir ce dossier", chosen: chosen})
}

// chooseFile asks for a file with one of these endings.
func (s *Shell) chooseFile(chosen func(path string), endings ...string) {
	s.choose(wish{kind: system.OpenFile, title: "Ouvrir un fichier", yes: "Ouvrir", endings: endings, chosen: chosen})
}

// chooseTarget asks in which folder, and under which name, to write a file. A file that is there is chosen only once the
// person has agreed to replace it; the ending of name is added where it is missing.
func (s *Shell) chooseTarget(name string, chosen func(path string)) {
	s.choose(wish{kind: system.SaveFile, title: "Enregistrer une copie", yes: "Enregistrer ici", name: name, chosen: chosen})
}

// chooseSealed is chooseTarget for a file that may be protected by a phrase, which is then asked for; empty when it is not.
func (s *Shell) chooseSealed(name string, chosen func(path, phrase string)) {
	seal := kit.NewTick("Protéger par une phrase", false, false, nil)
	seal.OnTapped = func() { seal.SetOn(!seal.On()) }
	w := wish{kind: system.SaveFile, title: "Enregistrer une copie", yes: "Enregistrer ici", name: name}
	w.chosen = func(path string) {
		if !seal.On() {
			chosen(path, "")
			return
		}
		s.askNewFilePhrase(func(phrase string) { chosen(path, phrase) })
	}
	if !s.systemAsks() {
		s.chooseHere(w, seal)
		return
	}
	where := kit.NewButton("Choisir l’emplacement…", kit.Primary, nil)
	popup := s.over(440, kit.VStack(kit.Scaled(12), kit.NewHeading(w.title, kit.SizeSection, theme.ColorNameForeground),
		kit.NewParagraph("Un fichier protégé ne s’ouvre qu’avec sa phrase.", kit.SizeBody, theme.ColorNameForeground), seal,
		kit.HStack(kit.Scaled(10), kit.Spacer(), kit.NewButton("Annuler", kit.Secondary, s.dismiss), where)))
	where.OnTapped = func() {
		popup.Hide()
		s.choose(w)
	}
	popup.Show()
	s.canvas.Focus(where)
}

// systemAsks reports whether files are chosen in the dialogs of the system.
func (s *Shell) systemAsks() bool {
	return s.options.Choose != nil && !s.app.Preferences().Bool(keyOurs)
}

// choose has the system ask, while the window waits.
func (s *Shell) choose(w wish) {
	if !s.systemAsks() {
		s.chooseHere(w, nil)
		return
	}
	ctx, cancel := context.WithCancel(s.life)
	popup := s.over(440, kit.VStack(kit.Scaled(12), kit.NewHeading(w.title, kit.SizeSection, theme.ColorNameForeground),
		kit.NewParagraph("Répondez dans la fenêtre de fichiers qui s’est ouverte.", kit.SizeBody, theme.ColorNameForeground),
		kit.HStack(0, kit.Spacer(), kit.NewButton("Annuler", kit.Secondary, cancel))))
	popup.Show()
	forget := s.cancelledBy(cancel)
	asked, path := w.dialog(s.lastFolder(), s.number()), ""
	s.background(func() (err error) {
		path, err = s.options.Choose(ctx, asked)
		return err
	}, func(err error) {
		over := ctx.Err() != nil
		cancel()
		forget()
		popup.Hide()
		switch {
		case err == nil:
			s.grant(w, path)
		case over || errors.Is(err, system.ErrCancelled):
		default:
			s.options.Log.Error("file dialog", "err", err)
			s.options.Choose = nil
			s.chooseHere(w, nil)
		}
	})
}

// dialog is w in the words of the system, from a folder on, for the window of that number.
func (w wish) dialog(dir string, owner uintptr) system.Dialog {
	d := system.Dialog{Kind: w.kind, Title: w.title, Path: dir, Endings: w.endings, Owner: owner}
	if w.kind == system.SaveFile {
		d.Path, d.Endings = filepath.Join(dir, w.name), []string{filepath.Ext(w.name)}
	}
	return d
}

// grant hands over the path that the system's dialog gave.
func (s *Shell) grant(w wish, path string) {
	switch ending := filepath.Ext(w.name); {
	case w.kind == system.OpenFolder:
		s.app.Preferences().SetString(keyFolder, path)
		w.chosen(path)
	case w.kind == system.SaveFile && !strings.EqualFold(filepath.Ext(path), ending):
		s.keepFolder(path)
		s.replacing(path+ending, func() { w.chosen(path + ending) })
	default:
		s.keepFolder(path)
		w.chosen(path)
	}
}

// keepFolder remembers where a file was, for the next dialog.
func (s *Shell) keepFolder(path string) { s.app.Preferences().SetString(keyFolder, filepath.Dir(path)) }

// number is the one by which the system knows the window; 0 where it has none.
func (s *Shell) number() (n uintptr) {
	native, ok := s.window.(driver.NativeWindow)
	if !ok {
		return 0
	}
	native.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.WindowsWindowContext:
			n = c.HWND
		case driver.X11WindowContext:
			n = c.WindowHandle
		}
	})
	return n
}
