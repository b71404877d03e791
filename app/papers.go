package main

import (
	"flag"
	"fmt"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/storage"
	"appuitechnique/ui"
	"appuitechnique/ui/paper"
)

// mostMemory is what an export may hold before it gives memory back: a paper takes some 50 MB.
const mostMemory = 256 << 20

// export writes the papers of a dossier as PDF.
func export(c *command, args []string) error {
	fs := flag.NewFlagSet("exporter", flag.ContinueOnError)
	dir := fs.String("vers", ".", "")
	only := fs.String("documents", "", "")
	complete := fs.Bool("complet", false, "")
	final := fs.Bool("final", false, "")
	table := fs.String("echeancier", "", "")
	words, err := parse(fs, args)
	if err != nil {
		return err
	}
	if !*complete && !*final { // drafts come from the dossier alone: neither its pieces nor the base
		debug.SetGCPercent(-1) // the program mostly ends before it needs the memory back
		debug.SetMemoryLimit(mostMemory)
	}
	name, err := one(words, "dossier")
	if err != nil {
		return err
	}
	ids, err := papersNamed(*only)
	if err != nil {
		return err
	}
	d, err := c.dossier(name)
	if err != nil {
		return err
	}
	if given(fs, "echeancier") {
		return c.exportSchedule(*table, d)
	}
	if c.store != nil {
		if d.Pictures, err = ui.Pictures(c.store, d.ID); err != nil {
			return err
		}
	}
	if *complete {
		if given(fs, "documents") {
			return misuse("« -complet » écrit tous les documents : il ne s’emploie pas avec -documents.")
		}
		return c.exportComplete(*dir, d)
	}
	if err := makeFolder(*dir, 0o755); err != nil {
		return err
	}
	if *final {
		return c.exportFinal(*dir, d, ids)
	}
	for _, id := range ids {
		path, err := writePaper(*dir, d, id)
		if err != nil {
			return err
		}
		fmt.Fprintln(c.out, path)
	}
	return nil
}

// papersNamed reads a list of papers separated by commas; an empty one means all.
func papersNamed(list string) ([]model.Paper, error) {
	all := document.All()
	if list == "" {
		return all, nil
	}
	var out []model.Paper
	for name := range strings.SplitSeq(list, ",") {
		id := model.Paper(strings.TrimSpace(name))
		if id == "" || slices.Contains(out, id) {
			continue
		}
		if !slices.Contains(all, id) {
			var known []string
			for _, p := range all {
				known = append(known, string(p))
			}
			return nil, misuse("Document inconnu : « " + string(id) + " ». Documents : " + strings.Join(known, ", ") + ".")
		}
		out = append(out, id)
	}
	if len(out) == 0 {
		return nil, misuse("Indiquez au moins un document avec -documents.")
	}
	return out, nil
}

func writePaper(dir string, d *model.Dossier, id model.Paper) (string, error) {
	doc, err := document.Compose(d, id)
	if err != nil {
		return "", err
	}
	pdf, err := paper.PDF(doc)
	if err != nil {
		return "", fmt.Errorf("print %s: %w", id, err)
	}
	path := filepath.Join(dir, paper.FileName(doc, d.Town.Name))
	return path, storage.Replace(path, pdf)
}
