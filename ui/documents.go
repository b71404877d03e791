package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/ui/kit"
	"appuitechnique/ui/paper"
)

// signers says who signs each paper, as people say it.
var signers = map[model.Paper]string{
	model.PaperRoadmap:    "Signée par la ville et la Direction régionale",
	model.PaperJob:        "Signée par la ville et le groupement d’employeurs",
	model.PaperSupport:    "Signée par le maire et la Caisse des Dépôts",
	model.PaperSecondment: "Signée par le maire et le groupement d’employeurs, visée par l’expert",

	model.PaperCalculation: "Pour information : ne se signe pas",
}

// showDocuments shows each paper, its state and what it lacks.
func (e *editor) showDocuments() {
	e.leavePage()
	e.back = nil
	e.parts = model.Form(e.dossier)
	column := kit.VStack(kit.Scaled(18), e.pageHead("Documents",
		"Chaque document se compose à partir des réponses. Tant qu’il n’est pas figé, il porte la mention PROJET."))
	all := kit.NewButton("Exporter tous les documents…", kit.Primary, func() { e.export(document.All()...) }).With(theme.DownloadIcon())
	column.Add(kit.HStack(0, all))
	e.forgetUses()
	found := e.look()
	for _, id := range document.All() {
		column.Add(e.paperCard(id, found))
	}
	e.scroll = kit.NewScroll(kit.AtMost(kit.Scaled(pageWidth+60), kit.Pad(22, 28, 28, 28, column)))
	e.put(pageDocuments, e.scroll)
}

func (e *editor) paperCard(id model.Paper, found []model.Finding) fyne.CanvasObject {
	title := kit.NewHeading(document.Title(id), kit.SizeSection, theme.ColorNameForeground)
	state := kit.NewPill("Brouillon", kit.ColorWarnText, kit.ColorWarnTint)
	export := kit.NewButton("Exporter le PDF…", kit.Secondary, func() { e.export(id) }).With(theme.DownloadIcon())
	open := kit.NewButton("Ouvrir", kit.Quiet, func() { e.openPaper(id) })
	for _, b := range []*kit.Button{export, open} {
		b.OnFocus = func() { kit.Reveal(e.scroll, b) }
	}
	words := kit.VStack(kit.Scaled(4), kit.Ended(kit.Scaled(10), title, state), kit.NewParagraph(signers[id], kit.SizeSmall, kit.ColorMuted),
		e.readiness(id, found))
	return kit.NewCard(kit.VStack(kit.Scaled(14), words, kit.HStack(kit.Scaled(10), export, open))).Padded(18, 22, 20, 22)
}

// readiness counts what keeps a paper from being frozen.
func (e *editor) readiness(id model.Paper, found []model.Finding) fyne.CanvasObject {
	n := e.blocking(id, found)
	if n == 0 {
		return kit.Beside(kit.Scaled(8), newMark(model.StatusComplete, false),
			kit.NewParagraph("Aucun point bloquant.", kit.SizeSmall, kit.ColorSuccessText))
	}
	words := "1 point bloquant : le document s’exporte comme PROJET."
	if n > 1 {
		words = fmt.Sprintf("%d points bloquants : le document s’exporte comme PROJET.", n)
	}
	return kit.Beside(kit.Scaled(8), newMark(model.StatusWrong, false), kit.NewParagraph(words, kit.SizeSmall, theme.ColorNameForeground))
}

// blocking counts the findings that keep a paper from being frozen: those that name it, and those about what it prints.
func (e *editor) blocking(id model.Paper, found []model.Finding) int {
	n := 0
	for _, f := range found {
		prints := slices.ContainsFunc(e.usesOf(f.Field), func(u document.Use) bool { return u.Paper == id })
		if f.Severity == model.Blocking && f.Concerns(id, prints) {
			n++
		}
	}
	return n
}

// export asks for a folder and writes the papers there.
func (e *editor) export(ids ...model.Paper) {
	e.flush()
	e.shell.chooseFolder(func(dir string) {
		var paths []string
		e.write(dir, ids, &paths, func() {
			names := make([]string, len(paths))
			for i, p := range paths {
				names[i] = filepath.Base(p)
			}
			e.shell.message("Exporté dans "+dir, strings.Join(names, "\n"))
		})
	})
}

// openPaper writes a paper among the temporary files and hands it to the system's own reader.
func (e *editor) openPaper(id model.Paper) {
	e.flush()
	dir, err := os.MkdirTemp("", "appui-technique-")
	if err != nil {
		e.shell.fail(fmt.Errorf("make a folder for a paper: %w", err))
		return
	}
	var paths []string
	e.write(dir, []model.Paper{id}, &paths, func() { e.shell.openFile(paths[0]) })
}

// write composes the papers here, where the dossier may be read, then sets and writes them off the UI goroutine.
func (e *editor) write(dir string, ids []model.Paper, paths *[]string, done func()) {
	var docs []document.Document
	for _, id := range ids {
		doc, err := document.Compose(e.dossier, id)
		if err != nil {
			e.shell.fail(err)
			return
		}
		docs = append(docs, doc)
	}
	town := e.dossier.Town.Name
	e.shell.background(func() error {
		for _, doc := range docs {
			b, err := paper.PDF(doc)
			if err != nil {
				return fmt.Errorf("set paper %s: %w", doc.ID, err)
			}
			path := filepath.Join(dir, paper.FileName(doc, town))
			if err := os.WriteFile(path, b, 0o600); err != nil {
				return model.Advice("Le document n’a pas pu être écrit dans « " + dir + " ». Choisissez un autre dossier.")
			}
			*paths = append(*paths, path)
		}
		return nil
	}, func(err error) {
		if err != nil {
			e.shell.fail(err)
			return
		}
		done()
	})
}

// openFile hands a file to the program the system has for it.
func (s *Shell) openFile(path string) {
	if err := s.app.OpenURL(fileURL(path)); err != nil {
		s.options.Log.Error("open file", "path", path, "err", err)
		s.message("Ouvrir le document", "Aucun programme n’a pu ouvrir le document. Il se trouve ici :\n"+path)
	}
}
