package main

import (
	"io"
	"log"
	"log/slog"
	"os"
	"path/filepath"
	"sync"

	"appuitechnique/storage"
)

const (
	logName   = "technique.log"
	traceName = "arret.log" // what the runtime says of an end that nobody wished, of the last start only
	maxLog    = 1 << 20
)

// A logFile keeps what the engines say, in English, for those who help: it never holds an answer. The file is made by the
// first line; the former one is kept as .1 once it is long.
type logFile struct {
	path string

	mu   sync.Mutex
	f    *os.File
	size int64
}

// divert sends to that file what the libraries say by package log, in English: the person would read it as ours. Where
// there is no data folder yet, it is lost.
func (c *command) divert() {
	w := io.Discard
	if dir, err := c.folder(); err == nil {
		w = &logFile{path: filepath.Join(dir, logName)}
	}
	c.said = w
	log.SetOutput(unquoting{w})
}

// logger writes to that file, errors without what they failed on.
func (c *command) logger() *slog.Logger {
	return slog.New(slog.NewTextHandler(c.said, &slog.HandlerOptions{ReplaceAttr: storage.LogAttr}))
}

// unquoting passes a line on without what it quotes.
type unquoting struct{ to io.Writer }

// Write is called by package log.
func (u unquoting) Write(b []byte) (int, error) {
	if _, err := io.WriteString(u.to, storage.Unquoted(string(b))); err != nil {
		return 0, err
	}
	return len(b), nil
}

// Write appends one line.
func (l *logFile) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.f == nil || l.size > maxLog {
		if err := l.turn(); err != nil {
			return 0, err
		}
	}
	n, err := l.f.Write(b)
	l.size += int64(n)
	return n, err
}

// turn opens the file, after the former one was kept aside if it is long.
func (l *logFile) turn() error {
	if l.f != nil {
		_ = l.f.Close()
		l.f = nil
	}
	if i, err := os.Stat(l.path); err == nil && i.Size() > maxLog {
		// A former log that cannot be moved is only a longer log.
		_ = os.Rename(l.path, l.path+".1")
	}
	f, err := os.OpenFile(l.path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	l.f, l.size = f, 0
	if i, err := f.Stat(); err == nil && i.Size() <= maxLog {
		l.size = i.Size()
	}
	return nil
}
