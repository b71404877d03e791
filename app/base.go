package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"appuitechnique/model"
	"appuitechnique/storage"
)

// folderName is the name of the data folder, the same for ever.
const folderName = "AppuiTechnique"

// dataFolder returns the usual data folder of the user on this system: local, never roaming from one computer to another.
func dataFolder() (string, error) {
	switch runtime.GOOS {
	case "windows":
		if dir := os.Getenv("LOCALAPPDATA"); dir != "" {
			return filepath.Join(dir, folderName), nil
		}
	case "darwin":
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, "Library", "Application Support", folderName), nil
		}
	default:
		if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
			return filepath.Join(dir, folderName), nil
		}
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, ".local", "share", folderName), nil
		}
	}
	return "", refusal("Le dossier personnel de l’utilisateur est introuvable. Indiquez un dossier de données avec -base.")
}

// open opens the base, makes its folder at the first start, and tells what had to be repaired. It is closed at the end of run.
func (c *command) open() (*storage.Store, error) {
	if c.store != nil {
		return c.store, nil
	}
	dir, err := c.folder()
	if err != nil {
		return nil, err
	}
	if c.base == "" {
		if err := makeFolder(filepath.Dir(dir), 0o700); err != nil {
			return nil, err
		}
	}
	err = c.withPhrase(c.basePhrase(), dir, c.openWith)
	if err == nil {
		if words := c.store.Notice(); words != "" {
			fmt.Fprintln(c.err, words)
		}
	}
	return c.store, err
}

// openWith opens the base with that phrase.
func (c *command) openWith(phrase string) error { return c.openTelling(phrase, nil) }

func (c *command) openTelling(phrase string, progress func(done, all int)) error {
	dir, err := c.folder()
	if err != nil {
		return err
	}
	store, err := storage.Open(dir, storage.Options{Log: c.log, Phrase: phrase, Progress: progress})
	if err != nil {
		return err
	}
	c.closing.Lock()
	defer c.closing.Unlock()
	c.store, c.opened = store, phrase
	return nil
}

func (c *command) folder() (string, error) {
	if c.base != "" {
		return c.base, nil
	}
	usual, err := c.usual()
	if err != nil {
		return "", err
	}
	if usual == "" {
		exe, err := os.Executable()
		return portableFolder(exe), err
	}
	return placed(usual)
}

// usual returns the data folder that another may stand for; empty where the one in use was imposed, by -base or by a program
// that carries its data with it.
func (c *command) usual() (string, error) {
	if c.base != "" {
		return "", nil
	}
	if exe, err := os.Executable(); err == nil && portableFolder(exe) != "" {
		return "", nil
	}
	return dataFolder()
}

// reading opens the base only if there is one: to read must not make one. nil, nil when there is none yet.
func (c *command) reading() (*storage.Store, error) {
	dir, err := c.folder()
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		if c.base == "" {
			return nil, nil
		}
		return nil, &storage.Error{Kind: storage.KindNoFile, Path: dir, Err: err}
	}
	return c.open()
}

// dossier reads what a command line calls DOSSIER: a file, exemple:<town>, or a reference of the base. Several may be read at
// once.
func (c *command) dossier(name string) (*model.Dossier, error) {
	if town, ok := strings.CutPrefix(name, "exemple:"); ok {
		return example(town)
	}
	// A folder that bears the reference of a dossier does not hide it.
	if i, err := os.Stat(name); err == nil && !i.IsDir() || filepath.Ext(name) != "" || filepath.Base(name) != name {
		return c.readFile(name)
	}
	c.opening.Lock()
	s, err := c.reading()
	c.opening.Unlock()
	if err != nil {
		return nil, err
	}
	if s == nil {
		return nil, &storage.Error{Kind: storage.KindNotFound, Path: name, Err: storage.ErrNotFound}
	}
	return s.ByReference(name)
}
