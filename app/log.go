package main

import (
	"io"
	"log"
	"os"
	"path/filepath"
	"sync"
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

	mu sync.Mutex
	f  *os.File
}

// divert sends to that file what the libraries say by package log, in English: the person would read it as ours. Where
// there is no data folder yet, it is lost.
func (c *command) divert() {
	w := io.Discard
	if dir, err := c.folder(); err == nil {
		w = &logFile{path: filepath.Join(dir, logName)}
	}
	log.SetOutput(w)
}

// Write appends one line.
func (l *logFile) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.f == nil {
		if i, err := os.Stat(l.path); err == nil && i.Size() > maxLog {
			// A former log that cannot be moved is only a longer log.
			_ = os.Rename(l.path, l.path+".1")
		}
		f, err := os.OpenFile(l.path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
		if err != nil {
			return 0, err
		}
		l.f = f
	}
	return l.f.Write(b)
}
