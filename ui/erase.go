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

// What is erased for good: the keyboard stands on « Annuler », so that Enter erases nothing.

// askErase erases dossiers of the trash, once it was said what that means.
func (s *Shell) askErase(all ...storage.Trashed) {
	what, gone := "Effacer définitivement ce dossier ?", "« "+townOf(all[0].Summary)+" » ("+all[0].Reference+") et tout son historique seront effacés"
	if len(all) > 1 {
		what, gone = "Vider la corbeille ?", fmt.Sprintf("Les %d dossiers de la corbeille et tout leur historique seront effacés", len(all))
	}
	ids := make([]string, len(all))
	for i, x := range all {
		ids[i] = x.ID
	}
	s.warn(what, gone+" : ils ne pourront plus être restaurés d’ici. Les sauvegardes déjà faites les gardent jusqu’à ce qu’elles soient "+
		"remplacées, un an au plus.", "Effacer définitivement", func() {
		if err := s.store.Erase(ids...); err != nil {
			s.fail(err)
		}
		s.keeping(s.goTrash)
	})
}

// warn is confirm for what nothing brings back.
func (s *Shell) warn(title, text, yes string, do func()) {
	s.ask(title, text, kit.NewButton(yes, kit.Secondary, do), kit.NewButton("Annuler", kit.Primary, nil))
}

// erasePerson asks whose personal data are to be erased.
func (e *editor) erasePerson() {
	if !e.flush() {
		return
	}
	s := e.shell
	people := model.People(e.dossier)
	if len(people) == 0 {
		s.message("Effacer des données personnelles", "Ce dossier ne nomme ni expert, ni contact : il n’y a rien à effacer.")
		return
	}
	var list fyne.CanvasObject
	lines := kit.VStack(kit.Scaled(4))
	for _, p := range people {
		words := kit.VStack(0, kit.NewStrong(p.Name, kit.SizeBody, theme.ColorNameForeground), kit.NewText(p.Role, kit.SizeCaption, kit.ColorMuted))
		lines.Add(kit.NewListLine(words, func() {
			s.dismiss()
			e.askErasePerson(p)
		}))
	}
	if list = lines; len(people) > 6 {
		list = kit.Tall(kit.Scaled(300), kit.NewScroll(lines))
	}
	popup := s.over(460, kit.VStack(kit.Scaled(12), kit.NewHeading("Effacer des données personnelles", kit.SizeSection, theme.ColorNameForeground),
		kit.NewParagraph("À la demande de la personne, ou quand elles ne servent plus. De qui faut-il effacer les données ?", kit.SizeBody,
			theme.ColorNameForeground), list,
		kit.HStack(kit.Scaled(10), kit.Spacer(), kit.NewButton("Annuler", kit.Secondary, s.dismiss))))
	popup.Show()
}

func (e *editor) askErasePerson(p model.Person) {
	e.shell.warn("Effacer les données de "+p.Name+" ?", "Ses réponses seront vidées dans ce dossier. Son nom complet, son courriel et son "+
		"téléphone seront remplacés par « [effacé] » dans tous les textes de tous les dossiers, historiques et sauvegardes compris. Rien ne "+
		"les ramènera.", "Effacer ses données", func() { e.eraseNow(p) })
}

func (e *editor) eraseNow(p model.Person) {
	s := e.shell
	wait := s.over(360, kit.NewParagraph("Effacement en cours…", kit.SizeBody, theme.ColorNameForeground))
	wait.Show()
	var done *storage.Erased
	s.background(func() (err error) {
		done, err = s.store.ErasePerson(e.dossier.ID, p)
		return err
	}, func(err error) {
		wait.Hide()
		if err != nil {
			s.fail(err)
			return
		}
		e.take(done.Dossier)
		e.again(e.showPage)
		e.tellErased(p, done)
	})
}

// tellErased says what was done, and what is left to do elsewhere.
func (e *editor) tellErased(p model.Person, done *storage.Erased) {
	words := []string{"Les données ont été effacées du dossier, de son historique" + rewritten(done.Backups) + "."}
	if done.Elsewhere != "" {
		words = append(words, "Les sauvegardes du second emplacement n’ont pas pu être réécrites : supprimez celles qui se trouvent dans « "+
			done.Elsewhere+" ». De nouvelles s’y feront d’elles-mêmes.")
	}
	if len(done.Attached) > 0 {
		var names []string
		for _, a := range done.Attached {
			names = append(names, "« "+a.Name+" »")
		}
		words = append(words, "Vérifiez les pièces jointes, que le logiciel ne lit pas : "+strings.Join(names, ", ")+".")
	}
	words = append(words, "Ne peuvent pas être rappelés d’ici : les fichiers et les PDF déjà exportés ou envoyés, les sauvegardes copiées ailleurs, "+
		"les papiers imprimés. Demandez leur suppression à ceux qui les détiennent.")
	answers := []*kit.Button{kit.NewButton("D’accord", kit.Primary, nil)}
	if places := e.questionsAt(done.Named); len(places) > 0 && p.Last != "" {
		words = append(words, "Le nom « "+p.Last+" » seul se lit encore ici : "+strings.Join(places, ", ")+". Est-ce la même personne ?")
		answers = []*kit.Button{kit.NewButton("Effacer aussi ce nom", kit.Secondary, func() {
			e.eraseNow(model.Person{Role: p.Role, Name: p.Last, Words: []string{p.Last}})
		}), kit.NewButton("Le garder", kit.Primary, nil)}
	}
	e.shell.ask("Données effacées", strings.Join(words, "\n\n"), answers...)
}

func rewritten(backups int) string {
	switch backups {
	case 0:
		return " et du journal"
	case 1:
		return ", du journal et de la sauvegarde de cet ordinateur"
	}
	return fmt.Sprintf(", du journal et des %d sauvegardes de cet ordinateur", backups)
}

// questionsAt names the questions that stand at these paths, each once.
func (e *editor) questionsAt(paths []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, path := range paths {
		if f, q, ok := e.find(storage.Change{Path: path}.Question()); ok && !seen[q.ID] {
			seen[q.ID] = true
			out = append(out, "« "+f.Number+" "+q.Label+" »")
		}
	}
	return out
}
