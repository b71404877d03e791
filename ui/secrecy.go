package ui

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/storage"
	"appuitechnique/ui/kit"
)

// secrecy is the part of the settings that protects the dossiers by a phrase, or stops.
func (s *Shell) secrecy() fyne.CanvasObject {
	if s.store == nil {
		return kit.NewParagraph("Aucun dossier de données n’est ouvert.", kit.SizeBody, kit.ColorMuted)
	}
	if !s.store.Protected() {
		return kit.VStack(kit.Scaled(12),
			kit.NewParagraph("Vos dossiers sont enregistrés en clair : toute personne qui peut lire le disque de cet ordinateur peut les "+
				"lire. Une phrase "+
				"secrète les rend illisibles sans elle : dossiers, pièces jointes et sauvegardes.", kit.SizeBody, theme.ColorNameForeground),
			kit.NewParagraph("Elle sera demandée à chaque ouverture. "+finalLoss, kit.SizeSmall, kit.ColorMuted),
			kit.HStack(0, kit.NewButton("Protéger par une phrase secrète…", kit.Secondary, s.askProtect).With(theme.LoginIcon())))
	}
	return kit.VStack(kit.Scaled(12),
		kit.NewParagraph("Vos dossiers sont protégés : dossiers, pièces jointes et sauvegardes de cet ordinateur ne se lisent pas sans la "+
			"phrase secrète. "+finalLoss, kit.SizeBody, theme.ColorNameForeground),
		kit.NewParagraph("Les copies du second emplacement sont protégées aussi, dès qu’il est joignable. Les documents exportés et les "+
			"copies enregistrées ailleurs sont en clair, sauf si vous choisissez de les protéger.", kit.SizeSmall, kit.ColorMuted),
		kit.NarrowColumns(kit.Scaled(10), kit.Scaled(220), kit.Scaled(300),
			kit.NewButton("Changer la phrase…", kit.Secondary, s.askChange),
			kit.NewButton("Nouvelle feuille de secours…", kit.Secondary, s.askSheet),
			kit.NewButton("Ne plus protéger…", kit.Secondary, s.askUnprotect)))
}

const finalLoss = "Une phrase perdue est perdue pour toujours : sans elle ni la feuille de secours, personne ne pourra relire vos " +
	"dossiers, pas même l’assistance."

// A phraseBox asks for phrases over the window.
type phraseBox struct {
	title, text, yes string
	labels           []string
	check            func(words []string) error // at once; may be nil
	work             func(words []string) error // off the UI goroutine: to try a phrase takes a while
	done             func()
}

// askPhrases shows the box. A failure is said in it, and another try is free.
func (s *Shell) askPhrases(b phraseBox) {
	note := kit.NewParagraph("", kit.SizeSmall, theme.ColorNameError)
	note.Hidden = true
	body := kit.VStack(kit.Scaled(12), kit.NewHeading(b.title, kit.SizeSection, theme.ColorNameForeground),
		kit.NewParagraph(b.text, kit.SizeBody, theme.ColorNameForeground))
	entries := make([]*kit.Entry, len(b.labels))
	for i, label := range b.labels {
		entries[i] = secretEntry()
		body.Add(kit.VStack(kit.Scaled(5), kit.NewStrong(label, kit.SizeBody, theme.ColorNameForeground), entries[i].Framed()))
	}
	body.Add(reveal(entries...))
	body.Add(note)
	yes := kit.NewButton(b.yes, kit.Primary, nil)
	no := kit.NewButton("Annuler", kit.Secondary, nil)
	body.Add(kit.HStack(kit.Scaled(10), kit.Spacer(), no, yes))
	popup := s.over(480, body)
	tries := 0
	say := func(words string, ink fyne.ThemeColorName) {
		note.Color, note.Hidden = ink, words == ""
		note.SetText(words)
		popup.Refresh()
	}
	refuse := func(err error) {
		var e *storage.Error
		if errors.As(err, &e) && e.Kind == storage.KindPhrase {
			tries++
			e.Tries = tries
		}
		yes.SetEnabled(true)
		no.SetEnabled(true)
		say(sentence(err), theme.ColorNameError)
	}
	yes.OnTapped = func() {
		words := make([]string, len(entries))
		for i, e := range entries {
			words[i] = e.Text
		}
		if b.check != nil {
			if err := b.check(words); err != nil {
				refuse(err)
				return
			}
		}
		yes.SetEnabled(false)
		no.SetEnabled(false)
		say("Un instant…", kit.ColorMuted)
		s.background(func() error { return b.work(words) }, func(err error) {
			if err != nil {
				refuse(err)
				return
			}
			popup.Hide()
			b.done()
		})
	}
	no.OnTapped = popup.Hide
	for i, e := range entries {
		e.OnSubmitted = func(string) {
			if i < len(entries)-1 {
				s.canvas.Focus(entries[i+1])
			} else if !yes.Disabled() {
				yes.OnTapped()
			}
		}
	}
	popup.Show()
	s.canvas.Focus(entries[0])
}

// twice checks a new phrase, which stands in the last two words.
func twice(words []string) error {
	a, b := words[len(words)-2], words[len(words)-1]
	if weak := storage.WeakPhrase(a); weak != "" {
		return model.Advice(weak)
	}
	if a != b {
		return model.Advice("Les deux phrases ne sont pas les mêmes. Écrivez de nouveau la seconde.")
	}
	return nil
}

// askProtect turns secrecy on.
func (s *Shell) askProtect() {
	if !s.leave() {
		return
	}
	var code string
	s.askPhrases(phraseBox{
		title: "Protéger par une phrase secrète", yes: "Protéger",
		text: "Quatre mots sans rapport entre eux se retiennent bien. " + finalLoss + " Les fichiers abîmés qui avaient été mis de côté " +
			"seront effacés : ils sont en clair.",
		labels: []string{"Phrase secrète", "La même, une seconde fois"},
		check:  twice,
		work: func(words []string) (err error) {
			code, err = s.store.Protect(words[0])
			return err
		},
		done: func() {
			s.goSettings()
			s.showCode(code, "Vos dossiers sont protégés")
		},
	})
}

// askUnprotect turns secrecy off.
func (s *Shell) askUnprotect() {
	s.askPhrases(phraseBox{
		title: "Ne plus protéger ?", yes: "Ne plus protéger", labels: []string{"Phrase secrète"},
		text: "Vos dossiers seront de nouveau enregistrés en clair sur cet ordinateur, et la phrase ne sera plus demandée.",
		work: func(words []string) error { return s.store.Unprotect(words[0]) },
		done: s.goSettings,
	})
}

// askChange changes the phrase.
func (s *Shell) askChange() {
	s.askPhrases(phraseBox{
		title: "Changer la phrase secrète", yes: "Changer",
		labels: []string{"Phrase actuelle", "Nouvelle phrase", "La même, une seconde fois"},
		text: "Les sauvegardes déjà faites s’ouvrent toujours avec la phrase de leur jour. La feuille de secours reste valable. " +
			finalLoss,
		check: twice,
		work:  func(words []string) error { return s.store.ChangePhrase(words[0], words[1]) },
		done: func() {
			s.message("Phrase changée", "La nouvelle phrase sera demandée à la prochaine ouverture.")
		},
	})
}

// askSheet makes another rescue sheet; the code is kept nowhere, so that the former one cannot be printed again.
func (s *Shell) askSheet() {
	var code string
	s.askPhrases(phraseBox{
		title: "Nouvelle feuille de secours", yes: "Faire la feuille", labels: []string{"Phrase secrète"},
		text: "Elle porte un nouveau code, qui ouvre vos dossiers sans la phrase. L’ancienne feuille ne servira plus, sauf pour les " +
			"sauvegardes déjà faites.",
		work: func(words []string) (err error) {
			code, err = s.store.RenewCode(words[0])
			return err
		},
		done: func() { s.showCode(code, "Votre feuille de secours") },
	})
}

// showCode shows the code of the rescue sheet, this once, and prints it.
func (s *Shell) showCode(code, title string) {
	shown := kit.NewStrong(code, kit.SizeSection, theme.ColorNameForeground)
	body := kit.VStack(kit.Scaled(14), kit.NewHeading(title, kit.SizeSection, theme.ColorNameForeground),
		kit.NewParagraph("Ce code ouvre vos dossiers si la phrase est perdue. Il n’est gardé nulle part et ne sera plus montré : imprimez "+
			"la feuille et rangez-la en lieu sûr, loin de cet ordinateur.", kit.SizeBody, theme.ColorNameForeground),
		kit.NewPanel(kit.ColorSurfaceAlt, kit.ColorBorder, shown))
	end := kit.NewButton("J’ai gardé le code", kit.Secondary, nil)
	print := kit.NewButton("Imprimer…", kit.Primary, func() { s.printSheet(code) }).With(theme.DocumentPrintIcon())
	save := kit.NewButton("Enregistrer en PDF…", kit.Secondary, func() { s.saveSheet(code) })
	body.Add(kit.HStack(kit.Scaled(10), end, kit.Spacer(), save, print))
	popup := s.over(600, body)
	end.OnTapped = popup.Hide
	popup.Show()
	s.canvas.Focus(print)
}

// locked reports whether err asks for a phrase.
func locked(err error) bool {
	var e *storage.Error
	return errors.As(err, &e) && e.Kind == storage.KindLocked
}

// askFilePhrase asks for the phrase of a file that came from elsewhere.
func (s *Shell) askFilePhrase(work func(phrase string) error, done func()) {
	s.askPhrases(phraseBox{
		title: "Ce fichier est protégé", yes: "Ouvrir", labels: []string{"Phrase secrète"},
		text: "Il s’ouvre avec la phrase que l’expéditeur vous a donnée, par un autre moyen que le fichier.",
		work: func(words []string) error { return work(words[0]) },
		done: done,
	})
}

// askNewFilePhrase asks for the phrase that a file is to be protected by.
func (s *Shell) askNewFilePhrase(done func(phrase string)) {
	var phrase string
	s.askPhrases(phraseBox{
		title: "Protéger ce fichier", yes: "Protéger", labels: []string{"Phrase secrète", "La même, une seconde fois"},
		text: "Donnez cette phrase au destinataire par un autre moyen que le fichier : de vive voix, par téléphone. Une phrase perdue " +
			"est perdue pour toujours.",
		check: twice,
		work: func(words []string) error {
			phrase = words[0]
			return nil
		},
		done: func() { done(phrase) },
	})
}
