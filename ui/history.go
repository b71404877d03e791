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

// The page lists the sessions of work a few dozen at a time, and a few answers of each: a person looks for the last ones.
const (
	revisionsShown = 30
	changesShown   = 5
)

// showHistory shows who changed what, session by session, and the way back to each.
func (e *editor) showHistory() { e.historyOf(revisionsShown) }

func (e *editor) historyOf(most int) {
	e.leavePage()
	e.back = nil
	e.parts = model.Form(e.dossier)
	column := kit.VStack(kit.Scaled(14), e.pageHead("Historique",
		"Qui a changé quoi, séance après séance. Revenir à une version n’efface rien : c’est un changement de plus, qui s’annule."))
	keep := kit.NewButton("Enregistrer une version…", kit.Primary, e.keepVersion).With(theme.DocumentSaveIcon())
	column.Add(kit.HStack(kit.Scaled(10), keep))
	var all []*storage.Revision
	if s := e.shell.store; s != nil {
		var err error
		if all, err = s.History(e.dossier.ID); err != nil {
			column.Add(notice(sentence(err)))
		}
		all = slices.DeleteFunc(all, func(r *storage.Revision) bool { return r.Kind == storage.RevisionBridge }) // no one's work
	}
	if len(all) == 0 {
		column.Add(kit.NewParagraph("Rien n’a encore été changé dans ce dossier depuis que son historique est tenu.", kit.SizeBody, kit.ColorMuted))
	}
	for _, r := range all[:min(len(all), most)] {
		column.Add(e.revisionCard(r, all))
	}
	e.scroll = kit.NewScroll(kit.AtMost(kit.Scaled(pageWidth+60), kit.Pad(22, 28, 28, 28, column)))
	if len(all) > most {
		column.Add(kit.HStack(0, kit.NewButton("Afficher les séances plus anciennes", kit.Secondary, func() {
			at := e.scroll.Offset
			e.historyOf(most + revisionsShown)
			e.scroll.ScrollToOffset(at)
		})))
	}
	e.put(pageHistory, e.scroll)
}

func (e *editor) revisionCard(r *storage.Revision, all []*storage.Revision) fyne.CanvasObject {
	title, kind := e.revisionTitle(r, all)
	head := kit.VStack(kit.Scaled(2), kit.NewHeading(title, kit.SizeBody, theme.ColorNameForeground),
		kit.NewParagraph(kind, kit.SizeSmall, kit.ColorMuted))
	var ends []fyne.CanvasObject
	if r.Name != "" {
		ends = append(ends, kit.NewPill("version", kit.ColorSuccessText, kit.ColorTint))
	}
	if r == all[0] {
		ends = append(ends, kit.NewPill("état actuel", kit.ColorMuted, kit.ColorTint))
	} else {
		back := kit.NewSmallButton("Revenir à cette version", theme.HistoryIcon(), func() { e.askBack(r, title) })
		back.OnFocus = func() { kit.Reveal(e.scroll, back) }
		ends = append(ends, back)
	}
	body := kit.VStack(kit.Scaled(8), kit.Turned(kit.Scaled(10), head, kit.HStack(kit.Scaled(8), ends...)))
	told := e.tell(r.Changes())
	lines := kit.VStack(kit.Scaled(2))
	for _, t := range told[:min(len(told), changesShown)] {
		lines.Add(e.toldLine(t))
	}
	if rest := len(told) - changesShown; rest > 0 {
		more := kit.NewSmallButton(fmt.Sprintf("Voir les %d autres réponses", rest), nil, nil)
		if rest == 1 {
			more.SetText("Voir l’autre réponse")
		}
		more.OnTapped = func() {
			rank := kit.Rank(e.shell.canvas, e.body)
			lines.Remove(more)
			for _, t := range told[changesShown:] {
				lines.Add(e.toldLine(t))
			}
			lines.Refresh()
			e.resized()
			kit.FocusRank(e.shell.canvas, e.body, rank-1)
		}
		more.Leading = true
		lines.Add(more)
	}
	if len(told) > 0 {
		body.Add(kit.NewRule(kit.ColorBorder))
		body.Add(lines)
	}
	return kit.NewCard(body).Padded(14, 18, 14, 18)
}

// revisionTitle says when and by whom, then what a revision is.
func (e *editor) revisionTitle(r *storage.Revision, all []*storage.Revision) (title, kind string) {
	when := e.shell.moment(r.Begun)
	if from, to := clock(r.Begun), clock(r.Ended); from != to {
		when += " – " + to
	}
	title = capital(when)
	switch r.Kind {
	case storage.RevisionCreated:
		kind = "Dossier créé"
	case storage.RevisionAdded:
		kind = "Dossier reçu par un fichier"
	case storage.RevisionReturn:
		kind = "Retour à une version antérieure"
		if i := slices.IndexFunc(all, func(x *storage.Revision) bool { return x.N == r.Return }); i >= 0 && all[i].Name != "" {
			kind = "Retour à la version « " + all[i].Name + " »"
		} else if i >= 0 {
			kind = "Retour à l’état laissé " + e.shell.moment(all[i].Ended)
		}
	case storage.RevisionFound:
		kind = "Dossier repris tel qu’il était : ce qui précède n’a pas été suivi"
	case storage.RevisionMerged:
		kind = "Copie reçue par un fichier, fusionnée"
	case storage.RevisionErased:
		kind = "Données personnelles effacées"
	default:
		kind = "Séance de travail"
	}
	if r.Name != "" {
		title, kind = "« "+r.Name+" »", capital(when)
	}
	return title, kind + " · " + byWhom(r.Author)
}

func capital(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return s
	}
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

func byWhom(a storage.Author) string {
	switch {
	case a.Name == "" && a.Workstation == "":
		return "auteur non indiqué"
	case a.Name == "":
		return "poste " + a.Workstation
	case a.Workstation == "":
		return a.Name
	}
	return a.Name + ", poste " + a.Workstation
}

// toldLine is one change on the page; it leads to the question.
func (e *editor) toldLine(t told) fyne.CanvasObject {
	words := kit.VStack(kit.Scaled(1))
	switch {
	case t.note != "":
		words.Add(kit.NewParagraph(capital(t.note), kit.SizeSmall, theme.ColorNameForeground))
	default:
		now := kit.NewParagraph(orNothing(t.now), kit.SizeSmall, theme.ColorNameForeground)
		if t.now == "" {
			now.Color = kit.ColorMuted
		}
		words.Add(now)
		if t.was != "" {
			words.Add(kit.NewParagraph("auparavant : "+shortened(t.was, 120), kit.SizeCaption, kit.ColorMuted))
		}
	}
	label := kit.NewParagraph(t.label, kit.SizeSmall, kit.ColorMuted)
	line := kit.NewListLine(kit.Shares(kit.Scaled(16), []float32{2, 3}, label, words), func() { e.modify("", e.nearest(t.id)) }).Padded(4, 8, 4, 8)
	line.OnFocus = func() { kit.Reveal(e.scroll, line) }
	return line
}

// nearest is the ID of the question, or of its list where its row is gone.
func (e *editor) nearest(id string) string {
	if _, _, ok := e.find(id); ok {
		return id
	}
	return listOf(id)
}

func orNothing(s string) string {
	if s == "" {
		return "Sans réponse"
	}
	return shortened(s, 240)
}

// askBack takes up the state of a revision again, once it was said what that does.
func (e *editor) askBack(r *storage.Revision, title string) {
	e.shell.confirm("Revenir à cette version ?", "Les réponses redeviennent celles de la fin de cette séance ("+title+"). Ce qui a été "+
		"saisi depuis reste dans l’historique, et Ctrl+Z annule le retour.", "Revenir à cette version", func() {
		if !e.flush() {
			return
		}
		d, changes, err := e.shell.store.GoBack(e.dossier.ID, r.N)
		if err != nil {
			e.shell.fail(err)
			return
		}
		if len(changes) == 0 {
			e.say("Le dossier est déjà dans cet état : rien n’a changé.")
			return
		}
		e.take(d)
		e.again(e.showHistory)
		e.say("Le dossier est revenu à cette version. Ctrl+Z annule ce retour.")
	})
}

// writeModified says in the panel who changed the answer last, and what it was.
func (p *panel) writeModified(f model.Field) {
	s := p.editor.shell.store
	if s == nil {
		return
	}
	events, err := s.QuestionHistory(p.editor.dossier.ID, f.ID)
	if err != nil || len(events) == 0 {
		return
	}
	var lines []string
	for i, x := range events {
		if i == 3 {
			break
		}
		who := ""
		if x.Revision.Author.Name != "" {
			who = " par " + x.Revision.Author.Name
		}
		line := "Modifié" + who + " " + p.editor.shell.moment(x.Revision.Ended) + "."
		if t, ok := p.editor.word(x.Change); ok && t.note == "" && t.was != "" {
			line += " Auparavant : " + shortened(t.was, 80) + "."
		}
		lines = append(lines, line)
	}
	p.fact("Dernières modifications", strings.Join(lines, "\n"))
}
