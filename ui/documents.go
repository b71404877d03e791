package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/ui/kit"
)

// signers says who signs each paper, as people say it.
var signers = map[model.Paper]string{
	model.PaperEligibility:  "Pour information : ne se signe pas",
	model.PaperBacking:      "Signée par le maire",
	model.PaperStudy:        "Signé par le responsable de la mission d’AMO",
	model.PaperRoadmap:      "Signée par la ville et la Direction régionale",
	model.PaperJob:          "Signée par la ville et le groupement d’employeurs",
	model.PaperDeliberation: "Signée par le maire et le secrétaire de séance ; l’extrait, par le maire",
	model.PaperMembership:   "Signé par le maire et le groupement d’employeurs",
	model.PaperSupport:      "Signée par le maire et la Caisse des dépôts",
	model.PaperSecondment:   "Signée par le maire et le groupement d’employeurs, visée par l’expert",
	model.PaperFirstClaim:   "Signée par l’ordonnateur",
	model.PaperService:      "Signée par l’ordonnateur",
	model.PaperMidterm:      "Signée par la ville",
	model.PaperFinal:        "Signé par la ville",
	model.PaperSecondClaim:  "Signée par l’ordonnateur, visée par le comptable",
	model.PaperCalculation:  "Pour information : ne se signe pas",
	model.PaperRecap:        "Pour information : ne se signe pas",
}

// stageQuestion says how far the mission has come: what a paper of a later stage lacks leads there.
const stageQuestion = "followUp.stage"

// showDocuments shows each paper, its state and what it lacks.
func (e *editor) showDocuments() {
	e.leavePage()
	e.back = nil
	e.parts = model.Form(e.dossier)
	column := kit.VStack(kit.Scaled(18), e.pageHead("Documents",
		"Chaque document se compose à partir des réponses. Tant qu’il n’est pas figé, il porte la mention PROJET."))
	all := kit.NewButton("Exporter tous les documents…", kit.Primary, func() { e.export(document.All()...) }).With(theme.DownloadIcon())
	complete := kit.NewButton("Dossier complet…", kit.Secondary, e.exportComplete).With(theme.FolderIcon())
	clauses := kit.NewButton("Clauses particulières…", kit.Secondary, func() { e.modify(clausesFiche, "") }).With(theme.DocumentCreateIcon())
	column.Add(kit.Flow(kit.Scaled(10), all, complete, clauses))
	e.forgetUses()
	e.readers = map[model.Paper]*kit.Button{}
	e.usesOf("")
	refused := document.Refusals(e.dossier, e.look(), e.uses)
	lives := e.lives()
	for _, id := range document.All() {
		column.Add(e.paperCard(id, lives[id], refused[id]))
	}
	e.scroll = kit.NewScroll(kit.AtMost(kit.Scaled(pageWidth+60), kit.Pad(22, 28, 28, 28, column)))
	e.put(pageDocuments, e.scroll)
}

func (e *editor) paperCard(id model.Paper, l life, refused []model.Finding) fyne.CanvasObject {
	title := kit.NewHeading(document.Title(id), kit.SizeSection, theme.ColorNameForeground)
	export := kit.NewButton("Exporter le PDF…", kit.Secondary, func() { e.export(id) }).With(theme.DownloadIcon())
	read := kit.NewButton("Lire", kit.Secondary, func() { e.openReading(id) }).With(theme.VisibilityIcon())
	e.readers[id] = read
	print := kit.NewButton("Imprimer", kit.Quiet, func() { e.print(id) })
	open := kit.NewButton("Ouvrir", kit.Quiet, func() { e.openPaper(id) })
	all := append([]*kit.Button{read}, e.steps(id, l, refused)...)
	all = append(all, e.amends(id, l)...)
	all = append(all, export, print, open)
	row := make([]fyne.CanvasObject, len(all))
	for i, b := range all {
		row[i] = b
		b.OnFocus = func() { kit.Reveal(e.scroll, b); e.paper = id }
	}
	standing := readiness(refused)
	if l.last != nil {
		standing = l.lines()
	}
	words := kit.VStack(kit.Scaled(4), kit.Ended(kit.Scaled(10), title, l.pill()), kit.NewParagraph(signers[id], kit.SizeSmall, kit.ColorMuted),
		standing)
	if own := e.ownClauses(id); own != "" {
		words.Add(kit.NewParagraph(own, kit.SizeSmall, kit.ColorMuted))
	}
	body := kit.VStack(kit.Scaled(14), words, kit.Flow(kit.Scaled(10), row...))
	if older := e.older(id, l); older != nil {
		body.Add(older)
	}
	return kit.NewCard(body).Padded(18, 22, 20, 22)
}

// readiness counts what keeps a paper from being frozen.
func readiness(refused []model.Finding) fyne.CanvasObject {
	n := len(refused)
	waits := func(f model.Finding) bool { return f.Field == stageQuestion }
	if n == 0 {
		return kit.Beside(kit.Scaled(8), newMark(model.StatusComplete, false),
			kit.NewParagraph("Aucun point bloquant.", kit.SizeSmall, kit.ColorSuccessText))
	}
	if slices.ContainsFunc(refused, waits) && !slices.ContainsFunc(refused, func(f model.Finding) bool { return f.Source != "" }) {
		return kit.Beside(kit.Scaled(8), newMark(model.StatusWaiting, false),
			kit.NewParagraph("Ce document se complète à une étape suivante de la mission.", kit.SizeSmall, theme.ColorNameForeground))
	}
	words := "1 point bloquant : le document s’exporte comme PROJET."
	if n > 1 {
		words = fmt.Sprintf("%d points bloquants : le document s’exporte comme PROJET.", n)
	}
	return kit.Beside(kit.Scaled(8), newMark(model.StatusWrong, false), kit.NewParagraph(words, kit.SizeSmall, theme.ColorNameForeground))
}
