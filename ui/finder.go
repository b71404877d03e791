package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
	"appuitechnique/ui/paper/screen"
	"appuitechnique/ui/paper/typeset"
)

// A finder searches the text of the paper that is read, accents and case ignored.
type finder struct {
	reading *reading
	entry   *kit.Entry
	count   *kit.Text
	object  fyne.CanvasObject

	found [][]typeset.Spot
	seen  int // the occurrence shown
}

func (f *finder) init(r *reading) {
	f.reading = r
	f.entry = kit.NewEntry(1)
	f.entry.SetPlaceHolder("Chercher un mot")
	f.entry.OnChanged = f.seek
	f.entry.OnSubmitted = func(string) { f.step(1) }
	f.count = kit.NewText("", kit.SizeSmall, kit.ColorMuted)
	f.object = kit.HStack(kit.Scaled(2), kit.Wide(kit.Scaled(168), f.entry.Framed()),
		kit.NewIconButton("Occurrence précédente", theme.MoveUpIcon(), func() { f.step(-1) }),
		kit.NewIconButton("Occurrence suivante", theme.MoveDownIcon(), func() { f.step(1) }),
		kit.Wide(kit.Scaled(68), f.count))
}

// seek looks for words and shows the first occurrence from the page in sight on.
func (f *finder) seek(words string) {
	f.found, f.seen = nil, 0
	if f.reading.result != nil {
		f.found = screen.Find(f.reading.result, words, model.Fold)
	}
	for i, spots := range f.found {
		if spots[0].Page >= f.reading.view.Page() {
			f.seen = i
			break
		}
	}
	f.showFound()
}

// step shows the next occurrence, or the one before; round the ends.
func (f *finder) step(by int) {
	if n := len(f.found); n > 0 {
		f.seen = (f.seen + by + n) % n
		f.showFound()
	}
}

func (f *finder) showFound() {
	switch n := len(f.found); {
	case n > 0:
		f.count.SetText(fmt.Sprintf("%d sur %d", f.seen+1, n))
	case strings.TrimSpace(f.entry.Text) != "":
		f.count.SetText("Introuvable")
	default:
		f.count.SetText("")
	}
	var soft, strong []typeset.Spot
	for i, spots := range f.found {
		if i == f.seen {
			strong = spots
		} else {
			soft = append(soft, spots...)
		}
	}
	f.reading.show(soft, strong)
}

// searchPaper is Ctrl+F: it gives the keyboard to the search in the paper that is read, or looked at.
func (e *editor) searchPaper() {
	e.readLooked()
	if e.reading != nil {
		e.shell.canvas.Focus(e.reading.entry)
	}
}

// stepFound is F3: it shows the next occurrence, or the one before.
func (e *editor) stepFound(by int) {
	if e.reading != nil {
		e.reading.step(by)
	}
}

func foldedWords(typed string) []string { return strings.Fields(model.Fold(typed)) }
