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

// goHome leaves the open dossier, its last answers saved, and shows the list.
func (s *Shell) goHome() {
	if s.leave() {
		s.home()
	}
}

// home is the first screen: the last dossier, the others, what can be begun.
func (s *Shell) home() { (&homePage{shell: s}).show() }

func (h *homePage) show() {
	s := h.shell
	s.setTitle(appName)
	s.show(s.frame(frameDossiers, "Vos dossiers", "Tout reste sur cet ordinateur. Rien n’est envoyé.", h.content()), s.home)
}

// A homePage lists the dossiers of the base.
type homePage struct {
	shell  *Shell
	like   *homePage         // the page in whose place it stands: it lists what that one did; nil for a new one
	all    []storage.Summary // what the page was drawn from; nil once that may have changed
	search *kit.Entry
	list   *fyne.Container
	sorts  [len(homeColumns)]*kit.Button // the heads of the columns

	below *fyne.Container // the demonstrations, drawn once the rest is; nil once they are

	filled   int // how often
	only     int // 1 + the state to list; 0 for all
	sort     int // the column it is sorted by
	backward bool
}

func (h *homePage) content() *fyne.Container {
	s := h.shell
	column := kit.VStack(kit.Scaled(20))
	all, err := s.list()
	h.all = all
	if err != nil {
		column.Add(notice(sentence(err)))
	}
	if ro := s.readOnly(); ro != nil {
		column.Add(ro)
	}
	if words := s.notice(); words != "" && !s.noticed {
		s.noticed = true
		column.Add(notice(words))
	}
	if last, ok := s.last(all); ok {
		column.Add(h.resume(last))
	}
	column.Add(kit.Flow(kit.Scaled(10),
		kit.NewButton("Nouveau dossier", kit.Primary, s.create).With(theme.ContentAddIcon()),
		kit.NewButton("Ouvrir un fichier…", kit.Secondary, s.importFile).With(theme.FolderOpenIcon())))
	if len(all) == 0 {
		column.Add(kit.HStack(0, kit.NewSmallButton("Je viens d’un autre ordinateur", theme.HistoryIcon(), s.goBackups)))
	}
	if len(all) > 0 {
		h.search = kit.NewEntry(1)
		h.search.SetPlaceHolder("Rechercher une ville, un projet, une référence")
		h.sort, h.backward = byChange, true
		if h.like != nil {
			h.search.SetText(h.like.search.Text)
			h.only, h.sort, h.backward = h.like.only, h.like.sort, h.like.backward
		}
		h.search.OnChanged = func(string) { h.fill() }
		h.list = kit.VStack(kit.Scaled(2))
		s.searching = func() {
			if h.search.Text != "" {
				h.fillAgain()
			}
		}
		heads := h.heads()
		if h.like == nil {
			h.fill()
		} else {
			h.fillAgain()
		}
		column.Add(kit.NewCard(kit.VStack(kit.Scaled(12), h.search.Framed(), h.states(), kit.VStack(kit.Scaled(4), heads, kit.NewRule(kit.ColorBorder), h.list))).Padded(18, 18, 14, 18))
	}
	if words := s.lastBackup(); words != "" && len(all) > 0 {
		column.Add(kit.HStack(0, kit.NewSmallButton(words, theme.HistoryIcon(), s.goBackups)))
	}
	h.below = kit.VStack(0)
	column.Add(h.below)
	if len(all) == 0 || h.like != nil {
		h.finishBelow()
	}
	return column
}

// again shows the page once its dossiers have changed: it lists what it did, and the keyboard stays where it was.
func (h *homePage) again() {
	h.shell.keeping((&homePage{shell: h.shell, like: h}).show)
}

// list returns the dossiers of the base, none when there is no base.
func (s *Shell) list() ([]storage.Summary, error) {
	if s.store == nil {
		return nil, nil
	}
	if all := s.listed; all != nil {
		s.listed = nil
		return all, nil
	}
	return s.store.List()
}

func (s *Shell) notice() string {
	if s.store == nil {
		return ""
	}
	return s.store.Notice()
}

// last finds the dossier that was open last, else the one saved last.
func (s *Shell) last(all []storage.Summary) (storage.Summary, bool) {
	if len(all) == 0 {
		return storage.Summary{}, false
	}
	id := s.app.Preferences().String(keyLast)
	if i := slices.IndexFunc(all, func(x storage.Summary) bool { return x.ID == id }); i >= 0 {
		return all[i], true
	}
	return all[0], true
}

func notice(words string) fyne.CanvasObject {
	return kit.NewPanel(kit.ColorWarnTint, "", kit.NewParagraph(words, kit.SizeBody, kit.ColorWarnText))
}

// resume offers the last dossier first.
func (h *homePage) resume(x storage.Summary) fyne.CanvasObject {
	words := kit.VStack(kit.Scaled(3), kit.NewStrong("REPRENDRE", kit.SizeTiny, kit.ColorMuted),
		kit.NewHeading(townOf(x), kit.SizeSection, theme.ColorNameForeground),
		kit.NewParagraph(about(x), kit.SizeSmall, kit.ColorMuted))
	open := kit.NewButton("Reprendre", kit.Primary, func() { h.shell.resume(x.ID) }).Then(theme.NavigateNextIcon())
	return kit.NewCard(kit.Ended(kit.Scaled(16), words, kit.HStack(0, open))).Padded(18, 22, 18, 22)
}

// resume opens a dossier at the fiche where the person was, if it is the last one that was open.
func (s *Shell) resume(id string) {
	last, key, _ := strings.Cut(s.app.Preferences().String(keyFiche), " ")
	s.openStored(id)
	if e := s.editor; e != nil && last == id && e.fiche(key).Key != "" {
		e.enterFiche(key)
	}
}

func townOf(x storage.Summary) string {
	if x.Town == "" {
		return "Commune à choisir"
	}
	return x.Town
}

// about says what a list shows of a dossier besides its town.
func about(x storage.Summary) string {
	parts := []string{x.Reference}
	if x.Title != "" {
		parts = append(parts, x.Title)
	}
	if x.Specimen {
		parts = append(parts, "SPÉCIMEN")
	}
	if x.Asked > 0 {
		words := "%d fiche complète sur %d"
		if x.Done > 1 {
			words = "%d fiches complètes sur %d"
		}
		parts = append(parts, fmt.Sprintf(words, x.Done, x.Asked))
	}
	parts = append(parts, "modifié le "+model.DayOf(x.Saved).String())
	return strings.Join(parts, " · ")
}

func holdsAll(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// examples offers the four demonstration dossiers; each is opened as a copy that may be changed at will.
func (h *homePage) examples() fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for _, name := range model.ExampleNames() {
		d, ok := model.Example(name)
		if !ok {
			continue
		}
		words := kit.VStack(kit.Scaled(3), kit.NewHeading(d.Town.Name, kit.SizeBody, theme.ColorNameForeground),
			kit.NewParagraph(d.Project.Title, kit.SizeSmall, kit.ColorMuted))
		line := kit.NewListLine(words, func() { h.shell.openExample(name) }).Padded(12, 14, 12, 14)
		ground := kit.NewSurface(kit.ColorSurface, line)
		ground.Stroke, ground.Radius = kit.ColorBorder, 10
		cards = append(cards, ground)
	}
	return kit.VStack(kit.Scaled(10), kit.NewHeading("Dossiers de démonstration", kit.SizeSection, theme.ColorNameForeground),
		kit.NewParagraph("Les villes et leurs données publiques sont réelles ; les personnes et les montants sont inventés. "+
			"Chaque exemple s’ouvre comme une copie marquée SPÉCIMEN.", kit.SizeSmall, kit.ColorMuted),
		kit.Columns(kit.Scaled(12), kit.Scaled(210), cards...))
}
