package ui

import (
	"net/url"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"appuitechnique/ui/kit"
)

// message says something and waits for « D’accord ».
func (s *Shell) message(title, text string) {
	s.ask(title, text, kit.NewButton("D’accord", kit.Primary, nil))
}

// confirm asks before doing what can't be undone; Escape and « Annuler » do nothing.
func (s *Shell) confirm(title, text, yes string, do func()) {
	s.ask(title, text, kit.NewButton("Annuler", kit.Secondary, nil), kit.NewButton(yes, kit.Primary, do))
}

// ask shows a sentence over the window with these answers, each of which closes it; the last has the keyboard.
func (s *Shell) ask(title, text string, answers ...*kit.Button) {
	buttons := kit.HStack(kit.Scaled(10), kit.Spacer())
	body := kit.VStack(kit.Scaled(12), kit.NewHeading(title, kit.SizeSection, theme.ColorNameForeground),
		kit.NewParagraph(text, kit.SizeBody, theme.ColorNameForeground), buttons)
	card := kit.NewSurface(kit.ColorSurface, body).Padded(20, 22, 20, 22)
	card.Radius = 14
	popup := widget.NewModalPopUp(container.New(&dialogLayout{}, card), s.canvas)
	for _, b := range answers {
		do := b.OnTapped
		b.OnTapped = func() {
			popup.Hide()
			if do != nil {
				do()
			}
		}
		buttons.Add(b)
	}
	popup.Show()
	s.canvas.Focus(answers[len(answers)-1])
}

// dialogLayout keeps a dialog at a width that reads well.
type dialogLayout struct{}

// MinSize is called by Fyne.
func (dialogLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := kit.Scaled(440)
	return fyne.NewSize(w, kit.HeightFor(objects[0], w))
}

// Layout is called by Fyne.
func (dialogLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// chooseFolder asks for a folder; nothing happens when it is cancelled.
func (s *Shell) chooseFolder(chosen func(dir string)) {
	d := dialog.NewFolderOpen(func(dir fyne.ListableURI, err error) {
		switch {
		case err != nil:
			s.fail(err)
		case dir != nil:
			chosen(dir.Path())
		}
	}, s.window)
	d.SetConfirmText("Choisir ce dossier")
	d.SetTitleText("Choisir un dossier")
	d.Resize(s.dialogSize())
	d.Show()
}

// chooseFile asks for a file to read.
func (s *Shell) chooseFile(chosen func(path string)) {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			s.fail(err)
		case r != nil:
			path := r.URI().Path()
			_ = r.Close() // nothing was read through it: storage opens the file itself
			chosen(path)
		}
	}, s.window)
	d.SetTitleText("Ouvrir un dossier enregistré (.acv ou .json)")
	d.Resize(s.dialogSize())
	d.Show()
}

// chooseTarget asks where to write a file called name.
func (s *Shell) chooseTarget(name string, chosen func(path string)) {
	d := dialog.NewFolderOpen(func(dir fyne.ListableURI, err error) {
		switch {
		case err != nil:
			s.fail(err)
		case dir != nil:
			chosen(filepath.Join(dir.Path(), name))
		}
	}, s.window)
	d.SetConfirmText("Enregistrer ici")
	d.SetTitleText("Où enregistrer « " + name + " » ?")
	d.Resize(s.dialogSize())
	d.Show()
}

func (s *Shell) dialogSize() fyne.Size {
	size := s.canvas.Size()
	return fyne.NewSize(min(size.Width-40, kit.Scaled(820)), min(size.Height-40, kit.Scaled(560)))
}

func fileURL(path string) *url.URL {
	return &url.URL{Scheme: "file", Path: filepath.ToSlash(path)}
}
