package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"appuitechnique/storage"
)

// The person may keep the dossiers elsewhere than in the usual data folder: a file beside it then says where.
const placeExt = ".emplacement"

// placed returns the data folder chosen in place of the usual one, or the usual one.
func placed(usual string) (string, error) {
	b, err := os.ReadFile(usual + placeExt)
	if errors.Is(err, fs.ErrNotExist) {
		return usual, nil
	}
	if err != nil {
		return "", &storage.Error{Kind: storage.KindUnreadable, Path: usual + placeExt, Err: err}
	}
	if dir := strings.TrimSpace(string(b)); filepath.IsAbs(dir) {
		return dir, nil
	}
	return usual, nil
}

// relocate makes dir, or a folder of our name in it, the data folder from now on in place of the usual one, and returns it.
func relocate(usual, dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	if !storage.IsBase(dir) {
		dir = filepath.Join(dir, folderName)
	}
	if dir == usual {
		if err := os.Remove(usual + placeExt); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
		return dir, nil
	}
	if err := makeFolder(filepath.Dir(usual), 0o700); err != nil {
		return "", err
	}
	return dir, storage.Replace(usual+placeExt, []byte(dir))
}
