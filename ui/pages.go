package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/ui/kit"
)

// The pages that can stand in the middle of an open dossier.
const (
	pageFiche     = "fiche"
	pageMission   = "mission"
	pageMoney     = "finances"
	pageCalendar  = "calendrier"
	pageReview    = "relecture"
	pageDocuments = "documents"
	pagePieces    = "pieces"
	pageHistory   = "historique"
	pageReading   = "lecture"
)

// A page is one that is made from the questions of several fiches.
type page struct {
	name  string // on the command line
	title string
	about string // what stands there, in « Aller à… »
	back  string // says that one goes back there
	icon  fyne.Resource
	show  func(*editor)
}

// pages lists them as they stand under the task list.
func pages() []page {
	return []page{
		{pageMission, "Mission", "Le plan, la charge de chaque mois, la proposition", "Retour à la mission", kit.IconPlan(), (*editor).showMission},
		{pageMoney, "Finances", "Le budget, l’échéancier, la trésorerie", "Retour aux finances", kit.IconMoney(), (*editor).showMoney},
		{pageCalendar, "Calendrier", "Les étapes, leurs dates et leur marge", "Retour au calendrier", kit.IconCalendar(), (*editor).showCalendar},
		{pageReview, "Relecture", "Toutes les réponses", "Retour à la relecture", theme.ListIcon(), (*editor).showReview},
		{pageDocuments, "Documents", "À composer et à exporter", "Retour aux documents", theme.DocumentIcon(), (*editor).showDocuments},
		{pagePieces, "Pièces", "Photos, plans et scans joints au dossier", "Retour aux pièces", theme.FileImageIcon(), (*editor).openPieces},
		{pageHistory, "Historique", "Qui a changé quoi, revenir en arrière", "Retour à l’historique", theme.HistoryIcon(), (*editor).showHistory},
	}
}

// enter shows the page and gives it the keyboard.
func (p page) enter(e *editor) {
	p.show(e)
	e.enterPage()
}

// pageNamed finds a page by its name; ok is false when there is none, as for a fiche.
func pageNamed(name string) (p page, ok bool) {
	all := append(pages(), page{name: pageReading, title: "Lecture", back: "Retour à la lecture", show: (*editor).showReading})
	i := slices.IndexFunc(all, func(p page) bool { return p.name == name })
	if i < 0 {
		return page{}, false
	}
	return all[i], true
}

// showPage shows again the page that stands in the middle.
func (e *editor) showPage() {
	if p, ok := pageNamed(e.page); ok {
		p.show(e)
		return
	}
	e.showFiche(e.key)
}

// drawn returns the page that draws what a fiche of that key asks, and what it shows; ok is false for most fiches.
func drawn(key string) (p page, words string, ok bool) {
	name := ""
	switch part, _, _ := strings.Cut(key, "."); {
	case key == "mission.planning", part == "council":
		name, words = pageCalendar, "Voir ce que ces dates font au calendrier"
	case part == "mission":
		name, words = pageMission, "Voir le plan, la charge et la proposition"
	case part == "cost", part == "payment", part == "terms":
		name, words = pageMoney, "Voir le budget et la trésorerie"
	}
	p, ok = pageNamed(name)
	return p, words, ok
}
