package main

import (
	"fmt"
	"io"
	"path/filepath"

	"appuitechnique/model"
	"appuitechnique/storage"
	"appuitechnique/ui"
	"appuitechnique/ui/paper"
	"appuitechnique/ui/paper/sheet"
)

// exportComplete writes the dossier complet of d: one zip where the name to says so, else the files in a folder.
func (c *command) exportComplete(to string, d *model.Dossier) error {
	var kept []paper.Kept
	if c.store != nil { // what it keeps goes with it
		var err error
		if kept, err = ui.Kept(c.store, d.ID); err != nil {
			return err
		}
	}
	if named(to, ".zip") {
		if err := storage.ReplaceWith(to, func(w io.Writer) error { return paper.CompleteZip(w, d, kept, nil) }); err != nil {
			return err
		}
		fmt.Fprintln(c.out, to)
		return nil
	}
	return paper.Complete(d, kept, nil, func(name string, r io.Reader) error {
		path := filepath.Join(to, filepath.FromSlash(name))
		if err := makeFolder(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		err := storage.ReplaceWith(path, func(w io.Writer) error {
			_, err := io.Copy(w, r)
			return err
		})
		if err == nil {
			fmt.Fprintln(c.out, path)
		}
		return err
	})
}

// exportSchedule writes the échéancier of d as a spreadsheet.
func (c *command) exportSchedule(to string, d *model.Dossier) error {
	if !named(to, ".xlsx") {
		return misuse("Le nom du fichier doit finir par « .xlsx ».")
	}
	file, ok, err := sheet.Schedule(d)
	if err != nil {
		return err
	}
	if !ok {
		return refusal(string(sheet.Awaited))
	}
	if err := storage.Replace(to, file); err != nil {
		return err
	}
	fmt.Fprintln(c.out, to)
	return nil
}
