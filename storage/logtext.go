package storage

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// The log is for those who help, and may be sent to them: it never holds an answer. What an error quotes may be one, a file
// may be named after a town: LogText keeps of an error what says how it failed, and drops what it failed on.

// LogAttr is for slog.HandlerOptions.ReplaceAttr: it writes errors by LogText and drops what other texts quote.
func LogAttr(_ []string, a slog.Attr) slog.Attr {
	if a.Key == "stack" {
		return a // functions and lines of the program
	}
	switch a.Value.Kind() {
	case slog.KindString:
		a.Value = slog.StringValue(Unquoted(a.Value.String()))
	case slog.KindAny:
		if err, ok := a.Value.Any().(error); ok {
			a.Value = slog.StringValue(LogText(err))
		} else if _, known := a.Value.Any().(*slog.Source); !known {
			a.Value = slog.StringValue(Unquoted(fmt.Sprint(a.Value.Any())))
		}
	}
	return a
}

// LogText says how err came about, without anything that could be an answer of a dossier.
func LogText(err error) string {
	var several interface{ Unwrap() []error }
	switch e := err.(type) {
	case nil:
		return ""
	case *Error:
		return joined(e.Kind.name()+" "+ending(e.Path), LogText(e.Err))
	case *fs.PathError:
		return joined(e.Op+" "+ending(e.Path), LogText(e.Err))
	case *os.LinkError:
		return joined(e.Op+" "+ending(e.Old)+" "+ending(e.New), LogText(e.Err))
	case *os.SyscallError:
		return joined(e.Syscall, LogText(e.Err))
	case syscall.Errno:
		return e.Error()
	case *json.SyntaxError:
		return fmt.Sprintf("JSON syntax at %d", e.Offset)
	case *json.UnmarshalTypeError:
		return fmt.Sprintf("JSON type of %s at %d", e.Field, e.Offset)
	}
	if errors.As(err, &several) {
		var all []string
		for _, e := range several.Unwrap() {
			all = append(all, LogText(e))
		}
		return strings.Join(all, "; ")
	}
	below := errors.Unwrap(err)
	if below == nil {
		return Unquoted(err.Error())
	}
	own, wraps := strings.CutSuffix(err.Error(), below.Error())
	if !wraps {
		return LogText(below)
	}
	return joined(Unquoted(strings.TrimRight(own, ": ")), LogText(below))
}

func joined(what, why string) string {
	what = strings.TrimSpace(what)
	if why == "" {
		return what
	}
	return what + ": " + why
}

// ending is what the log says of a path: the name of one of our own files, else the kind of file.
func ending(path string) string {
	if path == "" {
		return ""
	}
	name := filepath.Base(path)
	if ourFile().MatchString(name) {
		return name
	}
	return "*" + strings.ToLower(filepath.Ext(name))
}

// ourFile is the name of a file or of a key that the program gave.
var ourFile = pattern(`^(verrou|entete(\.copie)?\.json|journal|base|pieces|sauvegardes|propre|neuf|MANIFEST|KEYREGISTRY|DISCARD|LOCK|` +
	`\d{6,20}\.(sst|vlog|mem|jrn|etat)|appui-technique-[\d-]+\.sauv)$`)

// quoted is what a message quotes, and what looks like the bytes of a value.
var quoted = pattern("\"(?:[^\"\\\\]|\\\\.)*\"?|`[^`]*`?|«[^»]*»?|'[^']*'|\\b[0-9A-Fa-f]{16,}\\b|[A-Za-z0-9+/=_-]{40,}|(?:[0-9a-f]{2} ){8,}" +
	"|[^\\s\"]*[/\\\\][^\\s\"]*|[^\\x00-\\x7f]+")

// Unquoted is a message of an engine without what it quotes, paths and all letters beyond those of English.
func Unquoted(text string) string { return quoted().ReplaceAllString(text, "…") }
