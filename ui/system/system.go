// Package system hands files to the other programs of the computer: the one that reads them, the one that prints them. It
// knows processes and nothing of papers. Both functions may wait for another program: call them off the UI goroutine.
package system

import (
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// Open shows a file in the program that the system has for it. It fails when there is none.
func Open(path string) error {
	if err := open(path); err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	return nil
}

// Print sends a file to the default printer. It fails when there is none, or when no program knows how to print the file.
func Print(path string) error {
	if err := print(path); err != nil {
		return fmt.Errorf("print %s: %w", path, err)
	}
	return nil
}

const temporary = "appui-technique-"

// keptFor is how long a file handed to another program is left to it: a reader may read it again while it is shown.
const keptFor = 24 * time.Hour

// Sweep removes every folder that Folder made: what was handed over must not be left readable.
func Sweep() {
	all, err := filepath.Glob(filepath.Join(os.TempDir(), temporary+"*"))
	if err != nil {
		return
	}
	for _, dir := range all {
		_ = os.RemoveAll(dir) // somebody else's, or still read: it goes after a day
	}
}

// Folder makes a folder, among the temporary files and for this user alone, for a file to be handed over. Those made more
// than a day before now are removed.
func Folder(now time.Time) (string, error) {
	old, err := filepath.Glob(filepath.Join(os.TempDir(), temporary+"*"))
	if err != nil {
		return "", fmt.Errorf("look for old folders: %w", err)
	}
	for _, dir := range old {
		if info, err := os.Stat(dir); err == nil && now.Sub(info.ModTime()) > keptFor {
			_ = os.RemoveAll(dir) // somebody else's, or still read: it will be tried again
		}
	}
	dir, err := os.MkdirTemp("", temporary)
	if err != nil {
		return "", fmt.Errorf("make a temporary folder: %w", err)
	}
	return dir, nil
}
