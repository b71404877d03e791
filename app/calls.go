package main

import (
	"crypto/rand"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"appuitechnique/storage"
)

// One window a data folder: a second start hands what it was asked to open to the first, and ends. They meet in a folder, on
// every system and without any network: the second puts a file there, the first takes it away and shows itself.

const (
	callsFolder  = "appels"
	callEnding   = ".appel"
	callPatience = 6 * time.Second        // for the first to answer, even if it is still opening its window
	callPause    = 200 * time.Millisecond // between two looks into the folder
	callForgot   = time.Minute            // what is older was left by a second start that was cut off
)

// call asks the program that holds the data folder dir to show its window, and to open the file at path, if any. It reports
// whether someone answered within patience.
func call(dir, path string, patience time.Duration) bool {
	folder := filepath.Join(dir, callsFolder)
	if err := os.Mkdir(folder, 0o700); err != nil && !os.IsExist(err) {
		return false
	}
	allowFront()
	name := filepath.Join(folder, rand.Text())
	// Under its name at once and whole.
	if err := os.WriteFile(name+".tmp", []byte(path), 0o600); err != nil {
		return false
	}
	if err := os.Rename(name+".tmp", name+callEnding); err != nil {
		return false
	}
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(callPause / 4) {
		if _, err := os.Stat(name + callEnding); os.IsNotExist(err) {
			return true
		}
	}
	// Taken at the last moment is answered too.
	return os.IsNotExist(os.Remove(name + callEnding))
}

// summon asks the program that holds the data folder dir to show itself, as call, as long as it holds it: one that is ending
// does not answer.
func summon(dir, path string) bool {
	for end := time.Now().Add(callPatience); time.Now().Before(end) && storage.Held(dir); {
		if call(dir, path, callPatience/6) {
			return true
		}
	}
	return false
}

// A switchboard listens to the other starts, and to the system where it is the one that hands over the files.
type switchboard struct {
	folder string
	calls  chan string
	quit   chan struct{}
	once   sync.Once
}

// listen sends to calls what the other starts ask to open: a path, or nothing for the window alone.
func listen(dir string, first string) *switchboard {
	s := &switchboard{folder: filepath.Join(dir, callsFolder), calls: make(chan string, 16), quit: make(chan struct{})}
	if first != "" {
		s.calls <- first
	}
	hearSystem(s.calls)
	go s.watch()
	return s
}

// hangUp stops listening; a second time does nothing.
func (s *switchboard) hangUp() { s.once.Do(func() { close(s.quit) }) }

func (s *switchboard) watch() {
	tick := time.NewTicker(callPause)
	defer tick.Stop()
	for {
		select {
		case <-s.quit:
			return
		case <-tick.C:
		}
		entries, err := os.ReadDir(s.folder)
		if err != nil {
			continue // nobody ever called
		}
		for _, e := range entries {
			if path, ok := s.take(e); ok {
				s.calls <- path
			}
		}
	}
}

// take takes one call away.
func (s *switchboard) take(e fs.DirEntry) (path string, ok bool) {
	name := filepath.Join(s.folder, e.Name())
	info, err := e.Info()
	if err != nil {
		return "", false
	}
	if time.Since(info.ModTime()) > callForgot {
		_ = os.Remove(name)
		return "", false
	}
	if filepath.Ext(name) != callEnding {
		return "", false
	}
	text, err := os.ReadFile(name)
	if err != nil || os.Remove(name) != nil {
		return "", false // taken back meanwhile
	}
	return string(text), true
}
