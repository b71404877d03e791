package ui

import (
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/storage"
	"appuitechnique/ui/kit"
	"appuitechnique/ui/paper"
)

// linesShown is how many answers that need no choice are shown at first.
const linesShown = 20

// A mergePage shows what a file says of a dossier of the base, and asks which side is right where both were changed.
type mergePage struct {
	shell        *Shell
	meeting      *storage.Meeting
	lines        []storage.Line
	path, phrase string
	sides        map[string]storage.Side
	whole        map[storage.Fate]bool // which lists are shown whole
	scroll       *container.Scroll
	first        map[string]*kit.Tick // of each conflict
	left         *kit.Text
}

func (s *Shell) newMerge(m *storage.Meeting, path, phrase string) *mergePage {
	return &mergePage{shell: s, meeting: m, lines: m.Lines(), path: path, phrase: phrase, sides: map[string]storage.Side{},
		whole: map[storage.Fate]bool{}}
}

// receive adds a dossier that came from elsewhere, and opens it. One that the base holds is merged, once what differs was
// shown; a file that says nothing new gives its sessions and its pieces without a question.
func (s *Shell) receive(path, phrase string) {
	var m *storage.Meeting
	var d *model.Dossier
	s.task(opening, nothingAdded, func(tell paper.Tell) (err error) {
		if m, err = s.store.Meet(path, phrase); err != nil {
			return err
		}
		if m.Ours != nil && m.New() {
			return tell(0, 0)
		}
		if err := tell(1, 1); err != nil {
			return err
		}
		if m.Ours == nil {
			d, _, err = s.store.ImportFile(path, phrase)
		} else {
			d, err = s.store.Merge(m, nil)
		}
		return err
	}, func(err error) {
		switch {
		case err != nil:
			s.fail(err)
		case !s.leave(): // it was changed meanwhile and can't be saved, which is said
		case d == nil:
			s.newMerge(m, path, phrase).show()
		default:
			s.openSaved(d)
			if m.Ours != nil {
				s.sayPresent(m)
			}
		}
	})
}

// openSaved opens a dossier that the base holds as it is.
func (s *Shell) openSaved(d *model.Dossier) *editor {
	e := s.open(d)
	e.savedAt = s.options.Now()
	e.sayState()
	return e
}

// sayPresent says what a file brought that gives no answer of its own.
func (s *Shell) sayPresent(m *storage.Meeting) {
	title, words := "Dossier déjà présent", "Ce dossier est déjà dans votre liste, et le fichier n’apporte aucune réponse nouvelle : vos réponses "+
		"n’ont pas changé."
	if m.Trashed {
		title, words = "Dossier remis dans la liste", "Ce dossier était dans la corbeille : il est de nouveau dans votre liste, et ses "+
			"réponses n’ont pas changé."
	}
	s.message(title, words+besides(m))
}

// besides says what a file adds that is no answer; empty when it adds nothing.
func besides(m *storage.Meeting) string {
	var out []string
	if n := m.Sessions; n > 0 {
		out = append(out, plural(n, "séance")+" à l’historique")
	}
	if n := m.Pieces; n > 0 {
		out = append(out, map[bool]string{true: "une pièce jointe ou un document figé", false: fmt.Sprintf("%d pièces jointes ou documents figés", n)}[n == 1])
	}
	if len(out) == 0 {
		return ""
	}
	return " Le fichier ajoute " + strings.Join(out, " et ") + "."
}

func (p *mergePage) show() {
	s, m := p.shell, p.meeting
	s.setTitle(appName)
	name := "un dossier sans commune"
	if m.Ours.Town.Name != "" {
		name = m.Ours.Town.Name
	}
	lead := fmt.Sprintf("%s, dossier %s : votre copie et celle du fichier « %s » diffèrent. Rien n’a encore été modifié.",
		name, m.Ours.Reference, filepath.Base(p.path))
	var page fyne.CanvasObject
	page, p.scroll = s.frameOver(frameMerge, "Fusionner deux copies", lead, p.body())
	s.show(page, p.show)
}

// by sorts the lines by what becomes of them.
func (p *mergePage) by(fate storage.Fate) []storage.Line {
	var out []storage.Line
	for _, l := range p.lines {
		if l.Fate == fate {
			out = append(out, l)
		}
	}
	return out
}

func (p *mergePage) body() fyne.CanvasObject {
	conflicts, added, kept := p.by(storage.FateConflict), p.by(storage.FateNew), p.by(storage.FateKept)
	column := kit.VStack(kit.Scaled(18))
	column.Add(kit.NewParagraph(p.summary(len(conflicts), len(added), len(kept)), kit.SizeBody, theme.ColorNameForeground))
	if !p.meeting.Related {
		column.Add(notice("Les deux historiques n’ont aucun état en commun : on ne sait pas qui a changé quoi. Chaque réponse qui diffère " +
			"vous est donc demandée."))
	}
	p.first = map[string]*kit.Tick{}
	if len(conflicts) > 0 {
		cards := kit.VStack(kit.Scaled(14), kit.Flow(kit.Scaled(10),
			p.reveals(kit.NewButton("Garder toutes les nôtres", kit.Secondary, func() { p.all(storage.SideOurs) })),
			p.reveals(kit.NewButton("Prendre toutes celles du fichier", kit.Secondary, func() { p.all(storage.SideTheirs) }))))
		for _, l := range conflicts {
			cards.Add(kit.NewRule(kit.ColorBorder))
			cards.Add(p.conflict(l))
		}
		column.Add(section("À départager", "Les deux copies répondent différemment. Choisissez, pour chacune, la réponse à garder.", cards))
	}
	if len(added) > 0 {
		column.Add(section("Ce que le fichier apporte", "Ces réponses n’ont changé que dans le fichier : elles sont reprises.",
			p.list(added, storage.FateNew)))
	}
	if len(kept) > 0 {
		column.Add(section("Ce qui reste comme chez vous", "Ces réponses n’ont changé que dans votre copie : elles sont gardées.",
			p.list(kept, storage.FateKept)))
	}
	p.left = kit.NewParagraph("", kit.SizeSmall, kit.ColorMuted)
	p.count()
	column.Add(kit.VStack(kit.Scaled(10), p.left, kit.Flow(kit.Scaled(10),
		p.reveals(kit.NewButton("Fusionner", kit.Primary, p.merge)),
		p.reveals(kit.NewButton("Garder les deux dossiers", kit.Secondary, p.keepBoth)),
		p.reveals(kit.NewButton("Annuler", kit.Quiet, p.shell.goHome)))))
	return column
}

func (p *mergePage) summary(conflicts, added, kept int) string {
	var out []string
	if added > 0 {
		out = append(out, plural(added, "réponse")+" à reprendre du fichier")
	}
	if conflicts > 0 {
		out = append(out, plural(conflicts, "réponse")+" à départager")
	}
	if kept > 0 {
		out = append(out, plural(kept, "réponse")+" qui "+map[bool]string{true: "reste comme chez vous", false: "restent comme chez vous"}[kept == 1])
	}
	if n := p.meeting.Equal; n > 0 {
		out = append(out, plural(n, "réponse")+" "+map[bool]string{true: "identique", false: "identiques"}[n == 1])
	}
	return capital(strings.Join(out, ", ")) + "." + besides(p.meeting)
}

// reveals brings b in sight when the keyboard comes to it.
func (p *mergePage) reveals(b *kit.Button) *kit.Button {
	b.OnFocus = func() { kit.Reveal(p.scroll, b) }
	return b
}

// conflict asks which side is right.
func (p *mergePage) conflict(l storage.Line) fyne.CanvasObject {
	labels := []string{"La nôtre : " + side(l, l.Ours, l.Theirs, 1000), "Celle du fichier : " + side(l, l.Theirs, l.Ours, 1000)}
	ticks := make([]*kit.Tick, len(labels))
	choose := func(i int) {
		p.sides[l.Of] = storage.SideOurs + storage.Side(i)
		for j, t := range ticks {
			t.SetOn(i == j)
		}
		p.count()
	}
	column := kit.VStack(kit.Scaled(6), p.words(l))
	for i, label := range labels {
		t := kit.NewTick(label, true, true, func() { choose(i) })
		t.OnFocus = func() { kit.Reveal(p.scroll, t) }
		t.OnMove = func(int) {
			choose(1 - i)
			p.shell.canvas.Focus(ticks[1-i])
		}
		t.SetOn(p.sides[l.Of] == storage.SideOurs+storage.Side(i))
		ticks[i] = t
		column.Add(t)
	}
	p.first[l.Of] = ticks[0]
	return column
}

// words names the question of a line.
func (p *mergePage) words(l storage.Line) fyne.CanvasObject {
	column := kit.VStack(kit.Scaled(1), kit.NewParagraph(l.Fiche, kit.SizeCaption, kit.ColorMuted))
	if l.Label != "" {
		column.Add(kit.NewHeading(l.Label, kit.SizeBody, theme.ColorNameForeground))
	}
	return column
}

// side is what one side says of a line, which starts near what differs where it is long.
func side(l storage.Line, says, other string, most int) string {
	switch {
	case strings.TrimSpace(says) != "":
		return shortened(fromDifference(says, other), most)
	case strings.HasSuffix(l.Of, "]"):
		return "pas cette ligne"
	}
	return "sans réponse"
}

// fromDifference leaves out the start that s has in common with other, but for a few words, where it is long.
func fromDifference(s, other string) string {
	a, b := []rune(s), []rune(other)
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	if n < 160 {
		return s
	}
	for n -= 60; n > 0 && a[n-1] != ' '; n-- {
	}
	return "… " + string(a[n:])
}

// list shows the lines that need no choice, a few at first.
func (p *mergePage) list(lines []storage.Line, fate storage.Fate) fyne.CanvasObject {
	column := kit.VStack(kit.Scaled(10))
	most := len(lines)
	if !p.whole[fate] {
		most = min(most, linesShown)
	}
	for _, l := range lines[:most] {
		was, now := l.Ours, l.Theirs
		if fate == storage.FateKept {
			was, now = now, was
		}
		where := "chez vous : "
		if fate == storage.FateKept {
			where = "dans le fichier : "
		}
		words := kit.VStack(kit.Scaled(1), kit.NewParagraph(capital(side(l, now, was, 1000)), kit.SizeSmall, theme.ColorNameForeground),
			kit.NewParagraph(where+side(l, was, now, 240), kit.SizeCaption, kit.ColorMuted))
		column.Add(kit.Shares(kit.Scaled(16), []float32{2, 3}, p.words(l), words))
	}
	if rest := len(lines) - most; rest > 0 {
		words := fmt.Sprintf("Afficher les %d autres réponses", rest)
		if rest == 1 {
			words = "Afficher l’autre réponse"
		}
		column.Add(kit.HStack(0, p.reveals(kit.NewButton(words, kit.Secondary, func() {
			p.whole[fate] = true
			p.again()
		}))))
	}
	return column
}

// again draws the page once more, at the same place.
func (p *mergePage) again() {
	at := p.scroll.Offset
	p.show()
	p.scroll.ScrollToOffset(at)
}

// all settles every conflict alike.
func (p *mergePage) all(side storage.Side) {
	for _, of := range p.meeting.Conflicts() {
		p.sides[of] = side
	}
	p.again()
}

// lacking lists what is still to be settled.
func (p *mergePage) lacking() []string {
	var out []string
	for _, l := range p.by(storage.FateConflict) {
		if p.sides[l.Of] == storage.SideNone {
			out = append(out, l.Of)
		}
	}
	return out
}

// count says over the button what is still to be settled.
func (p *mergePage) count() {
	words := "La fusion sera une séance de l’historique, que Ctrl+Z annule. Une sauvegarde est faite avant."
	if n := len(p.lacking()); n > 0 {
		words = "Il reste " + plural(n, "réponse") + " à départager. " + words
	}
	p.left.SetText(words)
}

// merge makes one dossier of both, and opens it; it goes to the first conflict that nobody settled.
func (p *mergePage) merge() {
	if left := p.lacking(); len(left) > 0 {
		p.shell.canvas.Focus(p.first[left[0]])
		return
	}
	d, err := p.shell.store.Merge(p.meeting, p.sides)
	if err != nil {
		p.shell.fail(err)
		return
	}
	e := p.shell.open(d)
	e.savedAt = p.shell.options.Now()
	e.sayState()
	taken := len(p.by(storage.FateNew))
	for _, side := range p.sides {
		if side == storage.SideTheirs {
			taken++
		}
	}
	e.say("Les deux copies sont fusionnées : " + plural(taken, "réponse") + " du fichier. Ctrl+Z annule la fusion.")
}

// keepBoth adds the copy of the file beside ours, under a reference of its own.
func (p *mergePage) keepBoth() {
	s := p.shell
	var d *model.Dossier
	s.task(opening, nothingAdded, func(tell paper.Tell) (err error) {
		if err := tell(1, 1); err != nil {
			return err
		}
		d, _, err = s.store.ImportFile(p.path, p.phrase)
		return err
	}, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.openSaved(d).say("Le fichier a été ajouté à côté de votre dossier, sous la référence " + d.Reference + ".")
	})
}

// showMeeting shows what a file says, for a picture.
func (s *Shell) showMeeting(path string) error {
	if s.store == nil {
		return model.Advice("Indiquez avec -base la base dont le dossier est à comparer.")
	}
	m, err := s.store.Meet(path, "")
	if err != nil {
		return err
	}
	if m.Ours == nil {
		return model.Advice("La base ne contient pas le dossier de ce fichier : il n’y a rien à fusionner.")
	}
	s.newMerge(m, path, "").show()
	return nil
}
