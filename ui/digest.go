package ui

import (
	"fmt"
	"maps"
	"time"

	"appuitechnique/model"
	"appuitechnique/storage"
)

// A digest is what the list says of a dossier that its summary does not hold: it takes reading the dossier whole.
type digest struct {
	model.Standing
	saved time.Time // of the dossier that was read
	day   model.Day // as of which it was looked at
}

// deadline says the next step and its day.
func (x digest) deadline() string {
	if x.Due == "" {
		return "Aucune date"
	}
	return x.Due.String() + "\n" + x.Next.Title
}

// found says what there is to correct and to confirm.
func (x digest) found() string {
	words := ""
	if x.Blocking > 0 {
		words = plural(x.Blocking, "point") + " bloquant"
		if x.Blocking > 1 {
			words += "s"
		}
	}
	if x.ToConfirm > 0 {
		if words != "" {
			words += ", "
		}
		words += fmt.Sprintf("%d à confirmer", x.ToConfirm)
	}
	if words == "" {
		return "Rien à corriger"
	}
	return words
}

// readAtOnce is how many dossiers are read while the list is drawn, where nothing is done by itself: some 10 ms each.
const readAtOnce = 8

// readInRow is how many are read off the UI goroutine before the page that waits for them is drawn again.
const readInRow = 100

// digestsAtOnce returns what is known of these dossiers; where nothing is done by itself, the first are read for it.
func (s *Shell) digestsAtOnce(list []storage.Summary) map[string]digest {
	if s.options.SaveDelay < 0 {
		for _, x := range list[:min(len(list), readAtOnce)] {
			if _, ok := s.digestKnown(x); !ok {
				s.keepDigests(s.readDigests(s.store, []storage.Summary{x}, s.today()))
			}
		}
	}
	return s.digestsOf(list, nil)
}

// digestsOf returns what is known of these dossiers, and unless then is nil has the next ones read off the UI goroutine; then is
// called once they are. Of two pages that wait, the last is told.
func (s *Shell) digestsOf(list []storage.Summary, then func()) map[string]digest {
	out := map[string]digest{}
	var unread []storage.Summary
	for _, x := range list {
		if d, ok := s.digestKnown(x); ok {
			out[x.ID] = d
		} else if !s.unreadable[x.ID].Equal(x.Saved) {
			unread = append(unread, x)
		}
	}
	if len(unread) == 0 || then == nil {
		return out
	}
	s.read = then
	if s.reading {
		return out
	}
	s.reading = true
	unread = unread[:min(len(unread), readInRow)]
	var read map[string]digest
	today, store := s.today(), s.store
	s.background(func() error {
		read = s.readDigests(store, unread, today)
		return nil
	}, func(error) {
		s.reading = false
		s.keepDigests(read)
		for _, x := range unread {
			if _, ok := read[x.ID]; !ok {
				s.unreadable[x.ID] = x.Saved
			}
		}
		s.read()
	})
	return out
}

// digestKnown returns what was read of a dossier, if that is how it stands today.
func (s *Shell) digestKnown(x storage.Summary) (digest, bool) {
	d, ok := s.known[x.ID]
	return d, ok && d.saved.Equal(x.Saved) && d.day == s.today()
}

func (s *Shell) keepDigests(read map[string]digest) {
	if s.known == nil {
		s.known, s.unreadable = map[string]digest{}, map[string]time.Time{}
	}
	maps.Copy(s.known, read)
}

// readFirst reads the list, and what its top says, off the UI goroutine, before there is a page to wait for it.
func (s *Shell) readFirst(store *storage.Store) ([]storage.Summary, map[string]digest) {
	list, err := store.List()
	if err != nil {
		return nil, nil // the page says so
	}
	return list, s.readDigests(store, list[:min(len(list), drawnFirst)], s.today())
}

// readDigests reads dossiers of store, from any goroutine; those that cannot be read are left out, and the list goes without.
func (s *Shell) readDigests(store *storage.Store, list []storage.Summary, today model.Day) map[string]digest {
	out := map[string]digest{}
	for _, x := range list {
		d, err := store.Load(x.ID)
		if err != nil {
			s.options.Log.Error("read for the list", "id", x.ID, "err", err)
			continue
		}
		out[x.ID] = digest{model.StandingOf(d, today), x.Saved, today}
	}
	return out
}
