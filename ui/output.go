package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/ui/kit"
	"appuitechnique/ui/paper"
	"appuitechnique/ui/system"
)

// export asks for a folder and writes the papers there.
func (e *editor) export(ids ...model.Paper) {
	e.flush()
	e.shell.chooseFolder(func(dir string) {
		e.write(dir, ids, nil, func(paths []string, err error) {
			if err != nil {
				e.shell.fail(err)
				return
			}
			names := make([]string, len(paths))
			for i, p := range paths {
				names[i] = filepath.Base(p)
			}
			e.shell.message("Exporté dans "+dir, strings.Join(names, "\n"))
		})
	})
}

// openPaper hands a paper to the system's own reader.
func (e *editor) openPaper(id model.Paper) {
	e.hand(id, system.Open, func(path string) {
		e.shell.message("Ouvrir le document", "Aucun programme de cet ordinateur n’ouvre les documents PDF. Le document se trouve ici :\n"+path)
	})
}

// printLooked is Ctrl+P: it prints the paper looked at; while there is none, it shows those there are.
func (e *editor) printLooked() {
	if e.paper == "" {
		e.showDocuments()
		e.enterPage()
		return
	}
	e.print(e.paper)
}

// print asks before sending a paper to the printer: paper and ink do not come back.
func (e *editor) print(id model.Paper) {
	if !e.pieces.ready {
		e.readPieces(func() { e.print(id) })
		return
	}
	e.flush()
	doc, err := e.compose(id)
	if err != nil {
		e.shell.fail(err)
		return
	}
	r, err := paper.Layout(doc)
	if err != nil {
		e.shell.fail(err)
		return
	}
	text := counted(len(r.Pages)) + ", sur l’imprimante par défaut. Pour choisir l’imprimante ou les pages, ouvrez le document."
	e.shell.ask("Imprimer « "+titleOf(id)+" » ?", text, kit.NewButton("Annuler", kit.Quiet, nil),
		kit.NewButton("Ouvrir", kit.Secondary, func() { e.openPaper(id) }),
		kit.NewButton("Imprimer", kit.Primary, func() { e.sendToPrinter(id) }))
}

func counted(pages int) string {
	if pages == 1 {
		return "1 page"
	}
	return fmt.Sprintf("%d pages", pages)
}

// sendToPrinter prints a paper, and says what to do where no printer took it.
func (e *editor) sendToPrinter(id model.Paper) {
	e.hand(id, system.Print, func(path string) {
		e.shell.ask("Le document n’a pas été imprimé", "Aucune imprimante ne l’a accepté. Vérifiez qu’une imprimante est installée, "+
			"allumée et choisie par défaut ; ou ouvrez le document, et imprimez-le de là. Il se trouve ici :\n"+path,
			kit.NewButton("Ouvrir", kit.Secondary, func() { e.openPaper(id) }), kit.NewButton("D’accord", kit.Primary, nil))
	})
}

// hand writes a paper among the temporary files and hands it to another program; refused is called when there is none.
func (e *editor) hand(id model.Paper, to func(path string) error, refused func(path string)) {
	e.flush()
	dir, err := system.Folder(e.shell.options.Now())
	if err != nil {
		e.shell.fail(err)
		return
	}
	handed := true
	e.write(dir, []model.Paper{id}, func(paths []string) {
		if err := to(paths[0]); err != nil {
			e.shell.options.Log.Error("hand a paper over", "err", err)
			handed = false
		}
	}, func(paths []string, err error) {
		switch {
		case err != nil:
			e.shell.fail(err)
		case !handed:
			refused(paths[0])
		}
	})
}

// write composes the papers here, where the dossier may be read, then sets and writes them off the UI goroutine, where it
// calls use, unless it is nil; done is called here.
func (e *editor) write(dir string, ids []model.Paper, use func(paths []string), done func(paths []string, err error)) {
	if !e.pieces.ready {
		e.readPieces(func() { e.write(dir, ids, use, done) })
		return
	}
	var docs []document.Document
	for _, id := range ids {
		doc, err := e.compose(id)
		if err != nil {
			done(nil, err)
			return
		}
		docs = append(docs, doc)
	}
	town := e.dossier.Town.Name
	var paths []string
	e.shell.task("Documents", "Les documents déjà écrits sont entiers et restent dans leur dossier.", func(tell paper.Tell) error {
		for i, doc := range docs {
			if err := tell(i, len(docs)); err != nil {
				return err
			}
			path, err := writePaper(dir, doc, town)
			if err != nil {
				return err
			}
			paths = append(paths, path)
		}
		if use != nil {
			use(paths)
		}
		return nil
	}, func(err error) { done(paths, err) })
}

func writePaper(dir string, doc document.Document, town string) (string, error) {
	b, err := paper.PDF(doc)
	if err != nil {
		return "", fmt.Errorf("set paper %s: %w", doc.ID, err)
	}
	path := filepath.Join(dir, paper.FileName(doc, town))
	if err := os.WriteFile(path, b, 0o600); err != nil {
		return "", model.Advice("Le document n’a pas pu être écrit dans « " + dir + " ». Choisissez un autre dossier.")
	}
	return path, nil
}
