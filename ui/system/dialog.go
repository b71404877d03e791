package system

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"github.com/ncruces/zenity"
)

// A Kind says what a file dialog is for.
type Kind int

// The kinds of file dialogs.
const (
	OpenFile Kind = iota
	SaveFile
	OpenFolder
)

// A Dialog is what the file dialog of the system is asked for.
type Dialog struct {
	Kind    Kind
	Title   string
	Path    string   // where it begins: a folder; for SaveFile, the file proposed
	Endings []string // of the files to open or to write, as ".acv"; nil for a folder
	Owner   uintptr  // the window that waits for it, as the system numbers it; 0: none
}

// ErrCancelled is the error of a dialog that was closed without a choice.
var ErrCancelled = zenity.ErrCanceled

// HasDialogs reports whether the system has file dialogs: on Linux, they are those of zenity, which may be missing.
func HasDialogs() bool { return zenity.IsAvailable() }

// Choose shows a file dialog of the system and returns the path chosen; it waits for the person: call it off the UI
// goroutine. For SaveFile, who chooses a file that is there was asked whether to replace it. The error is ErrCancelled, that
// of ctx when it ends first, or says that no dialog could be shown.
func Choose(ctx context.Context, d Dialog) (string, error) {
	defer apartment()()
	options := append(owner(d.Owner), zenity.Context(ctx), zenity.Title(d.Title), zenity.Modal(), zenity.Filename(begin(d.Path)))
	if filter, ok := d.filter(); ok {
		options = append(options, filter)
	}
	switch d.Kind {
	case SaveFile:
		return zenity.SelectFileSave(append(options, zenity.ConfirmOverwrite())...)
	case OpenFolder:
		return zenity.SelectFile(append(options, zenity.Directory())...)
	default:
		return zenity.SelectFile(options...)
	}
}

// begin ends the path of a folder by a separator, without which a dialog takes it for a file of its parent.
func begin(path string) string {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return strings.TrimSuffix(path, string(filepath.Separator)) + string(filepath.Separator)
	}
	return path
}

// filter keeps in the list the files of those endings, in small letters or capitals.
func (d Dialog) filter() (zenity.FileFilter, bool) {
	if len(d.Endings) == 0 {
		return zenity.FileFilter{}, false
	}
	patterns := make([]string, len(d.Endings))
	for i, e := range d.Endings {
		patterns[i] = "*" + e
	}
	return zenity.FileFilter{Name: "Fichiers " + strings.Join(patterns, ", "), Patterns: patterns, CaseFold: true}, true
}
