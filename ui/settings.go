package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/storage"
	"appuitechnique/ui/kit"
)

// The names under which the settings are kept on this computer. Nothing there matters to a dossier.
const (
	keyTone    = "theme"
	keyPercent = "texte"
	keyLast    = "dernier"
	keyFiche   = "derniere-fiche" // the dossier and the key of the fiche shown last
	keyFolder  = "emplacement"
	keyName    = "nom"
	keyOffice  = "organisme"
	keyOurs    = "choix-des-fichiers" // by our chooser, though the system has dialogs
)

func (s *Shell) readSettings() {
	p := s.app.Preferences()
	s.theme.Tone = kit.Tone(p.StringWithFallback(keyTone, string(kit.ToneSystem)))
	s.theme.Percent = p.IntWithFallback(keyPercent, 100)
}

// setTone changes between light and dark, and remembers it.
func (s *Shell) setTone(t kit.Tone) {
	s.app.Preferences().SetString(keyTone, string(t))
	s.theme.Tone = t
	s.redraw()
}

// textSizes are the sizes offered, in percent.
var textSizes = []int{90, 100, 110, 120, 130, 150}

// setText changes the size of the text, and remembers it.
func (s *Shell) setText(percent int) {
	percent = min(max(percent, kit.MinPercent), kit.MaxPercent)
	s.app.Preferences().SetInt(keyPercent, percent)
	s.theme.Percent = percent
	s.redraw()
}

// redraw draws the current screen again in the theme as it is now.
func (s *Shell) redraw() {
	if s.editor != nil {
		s.editor.flush()
	}
	s.app.Settings().SetTheme(s.theme)
	if s.again != nil {
		s.keeping(s.again)
	}
}

// keeping draws the current screen again: the keyboard stays where it was.
func (s *Shell) keeping(show func()) {
	rank := kit.Rank(s.canvas, s.root)
	show()
	kit.FocusRank(s.canvas, s.root, rank)
}

// goSettings shows the settings.
func (s *Shell) goSettings() {
	if s.leave() {
		s.setTitle(appName)
		s.show(s.frame(frameSettings, "Réglages", "Ils ne valent que pour cet ordinateur.", s.settings()), s.goSettings)
	}
}

func (s *Shell) settings() fyne.CanvasObject {
	tones := choose([]string{"Comme le système", "Clair", "Sombre"}, []kit.Tone{kit.ToneSystem, kit.ToneLight, kit.ToneDark},
		s.theme.Tone, s.setTone)
	names := make([]string, len(textSizes))
	for i, p := range textSizes {
		names[i] = fmt.Sprintf("%d %%", p)
	}
	sizes := choose(names, textSizes, s.theme.Percent, s.setText)
	column := kit.VStack(kit.Scaled(18),
		section("Taille du texte", "Toute la fenêtre suit.", sizes),
		section("Couleurs", "", tones),
		section("Vous", "Ces réponses sont proposées par défaut dans les nouveaux dossiers, à la fiche de la mission d’AMO. Votre nom "+
			"est aussi écrit dans l’historique de ce que vous changez.",
			kit.Columns(kit.Scaled(20), kit.Scaled(240), s.remembered("Votre nom", keyName), s.remembered("Votre organisme", keyOffice))),
		section("Vos données", "Les dossiers sont enregistrés dans ce dossier de l’ordinateur. Pour en garder une copie ailleurs, "+
			"utilisez « Enregistrer une copie… » dans le menu Dossier.",
			s.place()),
		section("Phrase secrète", "", s.secrecy()))
	if s.options.Choose != nil {
		column.Add(section("Choix des fichiers", "Si la fenêtre du système tarde ou ne répond pas, prenez celle du programme.",
			choose([]string{"Fenêtre du système", "Fenêtre du programme"}, []bool{false, true}, s.app.Preferences().Bool(keyOurs), s.setOurs)))
	}
	return column
}

// setOurs has files chosen by our chooser, or by the dialogs of the system, and remembers it.
func (s *Shell) setOurs(ours bool) {
	s.app.Preferences().SetBool(keyOurs, ours)
	s.redraw()
}

// remembered is a field of the settings, kept as it is typed.
func (s *Shell) remembered(label, key string) fyne.CanvasObject {
	e := kit.NewEntry(1)
	e.Label = label
	e.Write(s.app.Preferences().String(key))
	e.OnChanged = func(text string) { s.remember(key, text) }
	return kit.VStack(kit.Scaled(5), kit.NewStrong(label, kit.SizeBody, theme.ColorNameForeground), e.Framed())
}

// remember keeps a field of the settings.
func (s *Shell) remember(key, text string) {
	s.app.Preferences().SetString(key, strings.TrimSpace(text))
	s.sign()
}

// sign says to the base who works: the name of the settings is written in the history of the dossiers.
func (s *Shell) sign() {
	if s.store != nil {
		s.store.SetAuthor(storage.Author{Name: s.app.Preferences().String(keyName)})
	}
}

// introduce answers in a new dossier what the settings say of its author.
func (s *Shell) introduce(d *model.Dossier) {
	parts := model.Form(d)
	for _, x := range []struct {
		answer *string
		key    string
	}{{&d.Study.Lead, keyName}, {&d.Study.Provider, keyOffice}} {
		words := s.app.Preferences().String(x.key)
		if f, ok := model.FieldAt(parts, x.answer); ok && words != "" && *x.answer == "" {
			*x.answer = words
			d.Marks.Mark(f.ID, model.OriginDefault)
		}
	}
}

func section(title, lead string, content fyne.CanvasObject) fyne.CanvasObject {
	head := kit.VStack(kit.Scaled(3), kit.NewHeading(title, kit.SizeSection, theme.ColorNameForeground))
	if lead != "" {
		head.Add(kit.NewParagraph(lead, kit.SizeSmall, kit.ColorMuted))
	}
	return kit.NewCard(kit.VStack(kit.Scaled(12), head, content))
}

// choose draws one tick a value; picking one calls pick.
func choose[T comparable](names []string, values []T, now T, pick func(T)) fyne.CanvasObject {
	var ticks []*kit.Tick
	row := kit.NarrowColumns(kit.Scaled(10), kit.Scaled(120), kit.Scaled(220))
	for i, name := range names {
		t := kit.NewTick(name, true, true, func() { pick(values[i]) })
		t.SetOn(values[i] == now)
		ticks = append(ticks, t)
		row.Add(t)
	}
	arrows(ticks)
	return row
}
