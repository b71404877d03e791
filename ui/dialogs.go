package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"appuitechnique/ui/kit"
)

// message says something and waits for « D’accord ».
func (s *Shell) message(title, text string) {
	s.note(title + " : " + text)
	s.ask(title, text, kit.NewButton("D’accord", kit.Primary, nil))
}

// confirm asks before doing what can't be undone; Escape and « Annuler » do nothing.
func (s *Shell) confirm(title, text, yes string, do func()) {
	s.ask(title, text, kit.NewButton("Annuler", kit.Secondary, nil), kit.NewButton(yes, kit.Primary, do))
}

// ask shows a sentence over the window with these answers, each of which closes it; the last has the keyboard.
func (s *Shell) ask(title, text string, answers ...*kit.Button) {
	s.askUnder(440, title, kit.NewParagraph(text, kit.SizeBody, theme.ColorNameForeground), answers...)
}

// askUnder is ask with more than a sentence, in a dialog of that width.
func (s *Shell) askUnder(width float32, title string, body fyne.CanvasObject, answers ...*kit.Button) {
	buttons := kit.HStack(kit.Scaled(10), kit.Spacer())
	popup := s.over(width, kit.VStack(kit.Scaled(12), kit.NewHeading(title, kit.SizeSection, theme.ColorNameForeground),
		s.atMost(width-44, body), buttons))
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

// tall is the height of what scrolls in a dialog: most, or in a low window what the rest of the dialog leaves, both in units
// grown with the text.
func (s *Shell) tall(most, rest float32) float32 {
	return max(kit.Scaled(80), min(kit.Scaled(most), s.canvas.Size().Height-kit.Scaled(rest)))
}

// atMost returns words of a dialog, that wide, within what scrolls where the window is too low for them.
func (s *Shell) atMost(width float32, words fyne.CanvasObject) fyne.CanvasObject {
	height, room := kit.HeightFor(words, kit.Scaled(width)), s.tall(10_000, 170)
	if height <= room {
		return words
	}
	return kit.Tall(room, kit.NewScroll(words))
}

// over puts body in a card of that width over the window, whose own commands wait; Escape takes it away.
func (s *Shell) over(width float32, body fyne.CanvasObject) *widget.PopUp {
	card := kit.NewSurface(kit.ColorSurface, body).Padded(20, 22, 20, 22)
	card.Radius = 14
	width = min(kit.Scaled(width), s.canvas.Size().Width-40)
	return widget.NewModalPopUp(container.New(dialogLayout{width}, card), s.canvas)
}

// dialogLayout keeps a dialog at a width that reads well.
type dialogLayout struct{ width float32 }

// MinSize is called by Fyne.
func (l dialogLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.width, kit.HeightFor(objects[0], l.width))
}

// Layout is called by Fyne.
func (dialogLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }
