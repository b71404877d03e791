package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"appuitechnique/model"
	"appuitechnique/storage"
)

// examples writes the demonstration dossiers as portable files.
func examples(c *command, args []string) error {
	set := flag.NewFlagSet("exemples", flag.ContinueOnError)
	dir := set.String("vers", ".", "")
	words, err := parse(set, args)
	if err != nil {
		return err
	}
	if len(words) > 0 {
		return misuse("Mot en trop : « " + words[0] + " ».")
	}
	if err := makeFolder(*dir, 0o755); err != nil {
		return err
	}
	for _, town := range model.ExampleNames() {
		d, err := example(town)
		if err != nil {
			return err
		}
		path := filepath.Join(*dir, town+storage.Extension)
		if err := storage.WriteFile(path, d); err != nil {
			return err
		}
		fmt.Fprintln(c.out, path)
	}
	return nil
}

// example returns the demonstration dossier of that town.
func example(town string) (*model.Dossier, error) {
	d, ok := model.Example(model.Fold(town))
	if !ok {
		return nil, refusal("Il n’y a pas d’exemple « " + town + " ». Exemples : " + strings.Join(model.ExampleNames(), ", ") + ".")
	}
	return d, nil
}

// makeFolder makes dir, and those above it, for what is going to be written there.
func makeFolder(dir string, mode fs.FileMode) error {
	err := os.MkdirAll(dir, mode)
	if err == nil {
		return nil
	}
	if i, e := os.Stat(dir); e == nil && !i.IsDir() {
		return &storage.Error{Kind: storage.KindPath, Path: dir, Err: err}
	}
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) {
		return &storage.Error{Kind: storage.KindReadOnly, Path: dir, Err: err}
	}
	return refusal("Impossible de créer le dossier « " + dir + " ». Choisissez un autre emplacement.")
}
