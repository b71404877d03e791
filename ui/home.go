package ui

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
func (s *Shell) home() {
	s.setTitle(appName)
	h := &homePage{shell: s}
	s.show(s.frame(frameDossiers, "Vos dossiers", "Tout reste sur cet ordinateur. Rien n’est envoyé.", h.content()), s.home)
}

// A homePage lists the dossiers of the base.
type homePage struct {
	shell  *Shell
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
		h.search.OnChanged = func(string) { h.fill() }
		h.list = kit.VStack(kit.Scaled(2))
		h.sort, h.backward = byChange, true
		s.searching = func() {
			if h.search.Text != "" {
				h.fillAgain()
			}
		}
		heads := h.heads()
		h.fill()
		column.Add(kit.NewCard(kit.VStack(kit.Scaled(12), h.search.Framed(), h.states(), kit.VStack(kit.Scaled(4), heads, kit.NewRule(kit.ColorBorder), h.list))).Padded(18, 18, 14, 18))
	}
	if words := s.lastBackup(); words != "" && len(all) > 0 {
		column.Add(kit.HStack(0, kit.NewSmallButton(words, theme.HistoryIcon(), s.goBackups)))
	}
	h.below = kit.VStack(0)
	column.Add(h.below)
	if len(all) == 0 {
		h.finishBelow()
	}
	return column
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
		e.showFiche(key)
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

const (
	shownAtOnce = 60 // dossiers that a list draws; a search finds the others
	drawnFirst  = 6  // those of them that the window shows without scrolling, and that are drawn before the others
)

// drawnAfter leaves the window the time to draw the first dossiers before the others come.
const drawnAfter = 50 * time.Millisecond

// fill lists the dossiers that hold every word searched: those in sight at once, the others once these are drawn.
func (h *homePage) fill() {
	s := h.shell
	found, rest, known := h.top()
	if s.options.SaveDelay < 0 {
		h.finish(rest, known)
		return
	}
	now := h.filled
	s.background(func() error { time.Sleep(drawnAfter); return nil }, func(error) {
		if h.filled == now && h.seen() {
			h.finish(rest, known)
			h.read(found)
		}
	})
	h.follow()
}

// fillAgain lists all of them at once: the person may have gone down a list that is already there.
func (h *homePage) fillAgain() {
	found, rest, known := h.top()
	h.finish(rest, known)
	h.read(found)
}

// top begins the list, and returns the dossiers that it holds, those of them that are still to be drawn, and what is known of
// them.
func (h *homePage) top() (found, rest []storage.Summary, known map[string]digest) {
	h.list.RemoveAll()
	h.filled++
	var err error
	if found, h.all = h.all, nil; found == nil || h.search.Text != "" {
		if found, err = h.shell.store.Find(h.search.Text); err != nil {
			h.list.Add(notice(sentence(err)))
		}
	}
	known = h.shell.digestsAtOnce(worthReading(found))
	found = h.ordered(found, known)
	first := min(len(found), drawnFirst)
	h.lines(found[:first], known)
	h.arrows()
	return found, found[first:], known
}

// seen reports whether the list is on the screen.
func (h *homePage) seen() bool { return h.shell.editor == nil && h.shell.framed == frameDossiers }

// finish lists the rest of the dossiers, and says what else there is.
func (h *homePage) finish(rest []storage.Summary, known map[string]digest) {
	shown := min(len(rest), shownAtOnce-drawnFirst)
	h.lines(rest[:shown], known)
	switch more := len(rest) - shown; {
	case more > 0:
		h.say("Et " + plural(more, "autre") + " : précisez la recherche pour les voir.")
	case len(h.list.Objects) == 0:
		h.say("Aucun dossier ne correspond à cette recherche.")
	}
	if read, all := h.shell.store.Searched(); read < all && h.search.Text != "" {
		h.say(fmt.Sprintf("La recherche connaît déjà toutes les réponses de %s sur %s ; des autres, la ville, le projet et la "+
			"référence. La liste se complétera d’elle-même.", plural(read, "dossier"), model.FormatInt(all)))
	}
	h.finishBelow()
	h.follow()
}

// finishBelow draws the demonstrations, if they are not drawn yet.
func (h *homePage) finishBelow() {
	if h.below != nil {
		h.below.Add(h.examples())
		h.below = nil
	}
}

func (h *homePage) lines(list []storage.Summary, known map[string]digest) {
	for _, x := range list {
		d, ok := known[x.ID]
		h.list.Add(h.line(x, d, ok))
	}
}

func (h *homePage) say(words string) {
	h.list.Add(kit.Pad(8, 10, 8, 10, kit.NewParagraph(words, kit.SizeSmall, kit.ColorMuted)))
}

// follow draws the list again, and has what is reached by the keyboard scroll into view.
func (h *homePage) follow() {
	h.list.Refresh()
	if h.shell.framed == frameDossiers && h.shell.frameScroll != nil {
		kit.Follow(h.shell.frameScroll)
	}
}

// mostRead is how many dossiers are read whole for the list; of a longer one, those shown.
const mostRead = 300

// read has those of the dossiers found that are not known yet read off the UI goroutine, and fills the list again once they are.
func (h *homePage) read(found []storage.Summary) {
	h.shell.digestsOf(worthReading(found), func() {
		if h.seen() {
			h.fillAgain()
		}
	})
}

// worthReading are those of the dossiers found that may be read whole for the list.
func worthReading(found []storage.Summary) []storage.Summary {
	if len(found) > mostRead {
		return found[:shownAtOnce]
	}
	return found
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

// The pages that stand outside a dossier.
const (
	frameDossiers  = "accueil"
	framePortfolio = "portefeuille"
	frameTrash     = "corbeille"
	frameBackups   = "sauvegardes"
	frameSettings  = "reglages"
	frameGallery   = "composants"
	frameMerge     = "fusion"
)

// frame draws a page outside a dossier: its menu on the left, its title, its content.
func (s *Shell) frame(name, title, lead string, content fyne.CanvasObject) fyne.CanvasObject {
	page, _ := s.frameOver(name, title, lead, content)
	return page
}

// frameOver is frame, with what scrolls the content.
func (s *Shell) frameOver(name, title, lead string, content fyne.CanvasObject) (fyne.CanvasObject, *container.Scroll) {
	s.framed = name
	head := kit.VStack(kit.Scaled(6), kit.NewHeading(title, kit.SizeTitle, theme.ColorNameForeground),
		kit.NewParagraph(lead, kit.SizeLead, kit.ColorMuted))
	column := kit.VStack(kit.Scaled(20), head, content)
	scroll := kit.NewScroll(kit.AtMost(kit.Scaled(pageWidth+160), kit.Pad(28, 32, 32, 32, column)))
	kit.Follow(scroll)
	s.frameScroll = scroll
	return container.New(frameLayout{}, s.frameMenu(name), scroll), scroll
}

func (s *Shell) frameMenu(name string) fyne.CanvasObject {
	list := kit.VStack(kit.Scaled(4), kit.Pad(6, 10, 12, 10, brand()))
	for _, x := range []struct {
		name, title string
		icon        fyne.Resource
		do          func()
	}{
		{frameDossiers, "Dossiers", theme.FolderIcon(), s.goHome},
		{framePortfolio, "Portefeuille", kit.IconMoney(), s.goPortfolio},
		{frameTrash, "Corbeille", theme.DeleteIcon(), s.goTrash},
		{frameBackups, "Sauvegardes", theme.HistoryIcon(), s.goBackups},
		{frameSettings, "Réglages", theme.SettingsIcon(), s.goSettings},
	} {
		line := kit.NewListLine(kit.HStack(kit.Scaled(10), kit.NewIcon(x.icon, kit.ColorSideMuted, kit.Scaled(16)),
			kit.NewStrong(x.title, kit.SizeBody, kit.ColorSideText)), x.do).Padded(9, 10, 9, 10)
		line.OnSide, line.Active = true, x.name == name
		list.Add(line)
	}
	return kit.NewSurface(kit.ColorSide, list).Padded(14, 12, 14, 12)
}

// frameLayout gives the menu its width and the page the rest.
type frameLayout struct{}

// MinSize is called by Fyne.
func (frameLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 480) }

// Layout is called by Fyne.
func (frameLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	side := min(kit.Scaled(220), size.Width/3)
	objects[0].Resize(fyne.NewSize(side, size.Height))
	objects[1].Move(fyne.NewPos(side, 0))
	objects[1].Resize(fyne.NewSize(size.Width-side, size.Height))
}

// goTrash shows the dossiers that were deleted.
func (s *Shell) goTrash() {
	if !s.leave() {
		return
	}
	s.setTitle(appName)
	list := kit.VStack(kit.Scaled(8))
	if s.store != nil {
		trash := s.store.Trash()
		for _, x := range trash {
			words := kit.VStack(kit.Scaled(1), kit.NewHeading(townOf(x.Summary), kit.SizeBody, theme.ColorNameForeground),
				kit.NewParagraph(fmt.Sprintf("%s · supprimé le %s", x.Reference, model.DayOf(x.Deleted)), kit.SizeSmall, kit.ColorMuted))
			back := kit.NewSmallButton("Restaurer", theme.ContentUndoIcon(), func() { s.restore(x.ID) })
			erase := kit.NewSmallButton("Effacer définitivement", theme.DeleteIcon(), func() { s.askErase(x) })
			list.Add(kit.NewPanel(kit.ColorSurface, kit.ColorBorder, kit.Turned(kit.Scaled(10), words, kit.HStack(0, back, erase))))
		}
		if len(trash) > 1 {
			list.Add(kit.Pad(8, 0, 0, 0, kit.HStack(0, kit.NewButton("Vider la corbeille", kit.Secondary, func() { s.askErase(trash...) }))))
		}
	}
	if len(list.Objects) == 0 {
		list.Add(kit.NewParagraph("La corbeille est vide.", kit.SizeBody, kit.ColorMuted))
	}
	s.show(s.frame(frameTrash, "Corbeille", "Un dossier supprimé reste ici : rien n’est jamais effacé de lui-même.", list), s.goTrash)
}
