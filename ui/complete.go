package ui

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/storage"
	"appuitechnique/ui/paper"
	"appuitechnique/ui/paper/sheet"
)

// Kept lists what the store keeps of a dossier that belongs in its dossier complet: the last frozen version of each paper, and
// what was attached.
func Kept(store *storage.Store, id string) ([]paper.Kept, error) {
	frozen, err := store.Papers(id)
	if err != nil {
		return nil, err
	}
	all, err := store.Attachments(id)
	if err != nil {
		return nil, err
	}
	var out []paper.Kept
	for i, a := range frozen { // the last version of each comes first
		if f := a.Frozen; i == 0 || frozen[i-1].Frozen.Paper != f.Paper {
			out = append(out, paper.Kept{
				Enclosed: document.Enclosed{Paper: f.Paper, Version: fmt.Sprintf("v%d", f.Version), Day: f.Day},
				Open:     func() (io.ReadCloser, error) { return store.OpenAttachment(id, a.ID) },
			})
		}
	}
	for _, a := range all {
		title := a.Title
		if title == "" {
			title = strings.TrimSuffix(a.Name, filepath.Ext(a.Name))
		}
		out = append(out, paper.Kept{
			Enclosed: document.Enclosed{Title: title, Day: model.DayOf(a.Added)},
			Ending:   map[string]string{"image/jpeg": ".jpg", "image/png": ".png", "application/pdf": ".pdf"}[a.Type],
			Open:     func() (io.ReadCloser, error) { return store.OpenAttachment(id, a.ID) },
		})
	}
	return out, nil
}

// exportComplete asks where, and writes the dossier complet there as one zip.
func (e *editor) exportComplete() {
	if !e.pieces.ready {
		e.readPieces(e.exportComplete)
		return
	}
	e.flush()
	d, err := copied(e.dossier)
	if err != nil {
		e.shell.fail(err)
		return
	}
	e.shell.chooseTarget(paper.CompleteName(d)+".zip", func(path string) {
		store := e.shell.store
		e.shell.task("Dossier complet", "Rien n’a été écrit.", func(tell paper.Tell) error {
			kept, err := Kept(store, d.ID)
			if err != nil {
				return err
			}
			return storage.ReplaceWith(path, func(w io.Writer) error { return paper.CompleteZip(w, d, kept, tell) })
		}, func(err error) {
			if err != nil {
				e.shell.fail(err)
				return
			}
			e.shell.message("Dossier complet", "Les documents, les pièces jointes, leur bordereau et le manifeste des empreintes se trouvent ici :\n"+path)
		})
	})
}

// exportSchedule asks where, and writes the échéancier there as a spreadsheet.
func (e *editor) exportSchedule() {
	e.flush()
	file, ok, err := sheet.Schedule(e.dossier)
	if err == nil && !ok {
		err = sheet.Awaited
	}
	if err != nil {
		e.shell.fail(err)
		return
	}
	e.shell.chooseTarget(paper.SheetName(e.dossier), func(path string) {
		if err := storage.Replace(path, file); err != nil {
			e.shell.fail(err)
			return
		}
		e.shell.message("Échéancier", "L’échéancier, avec ses formules, se trouve ici :\n"+path)
	})
}

// copied returns a copy of a dossier, to be read away from the goroutine that owns it.
func copied(d *model.Dossier) (*model.Dossier, error) {
	raw, err := storage.Encode(d)
	if err != nil {
		return nil, err
	}
	out, err := storage.Decode(raw)
	if err == nil {
		out.Pictures = d.Pictures
	}
	return out, err
}
