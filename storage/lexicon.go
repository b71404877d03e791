package storage

import (
	"context"
	"runtime/debug"
	"slices"
	"strings"

	"appuitechnique/model"
)

// A lexicon is what is searched: in which dossiers each word was typed, accents and capitals ignored. It is in memory only, and
// holds no word that no dossier has any more. It goes by word, and not by dossier: dossiers are many, and say the same things.
type lexicon struct {
	rank map[string]uint32
	list []string // by rank; empty: free
	in   []seats  // by rank: the dossiers that have it
	free []uint32

	seat   map[string]int // of the dossiers
	vacant []int

	todo  map[string]bool // dossiers of which only the summary was read
	begun bool
}

func newLexicon() *lexicon {
	return &lexicon{rank: map[string]uint32{}, seat: map[string]int{}, todo: map[string]bool{}}
}

// add files more words of a dossier.
func (w *lexicon) add(id, folded string) {
	seat := w.sit(id)
	for word := range strings.FieldsSeq(folded) {
		w.in[w.ranked(word)].add(seat, len(w.seat))
	}
}

// set files the words of a dossier in place of the former ones.
func (w *lexicon) set(id, folded string) {
	seat := w.sit(id)
	var mine []uint32
	for word := range strings.FieldsSeq(folded) {
		n := w.ranked(word)
		w.in[n].add(seat, len(w.seat))
		mine = append(mine, n)
	}
	slices.Sort(mine)
	w.leave(seat, func(n uint32) bool { _, ok := slices.BinarySearch(mine, n); return ok })
	delete(w.todo, id)
}

// drop forgets a dossier, and the words that only it had.
func (w *lexicon) drop(id string) {
	seat, ok := w.seat[id]
	if !ok {
		return
	}
	w.leave(seat, func(uint32) bool { return false })
	delete(w.seat, id)
	delete(w.todo, id)
	w.vacant = append(w.vacant, seat)
}

// leave takes the dossier at seat from the words that it does not keep.
func (w *lexicon) leave(seat int, kept func(n uint32) bool) {
	for n := range w.in {
		if x := &w.in[n]; x.has(seat) && !kept(uint32(n)) && x.remove(seat) {
			delete(w.rank, w.list[n])
			w.list[n] = ""
			w.free = append(w.free, uint32(n))
		}
	}
}

// sit returns the seat of a dossier, a new one if need be.
func (w *lexicon) sit(id string) int {
	seat, ok := w.seat[id]
	if ok {
		return seat
	}
	if last := len(w.vacant) - 1; last >= 0 {
		seat, w.vacant = w.vacant[last], w.vacant[:last]
	} else {
		seat = len(w.seat)
	}
	w.seat[id] = seat
	return seat
}

// ranked returns the rank of a word, a new one if need be.
func (w *lexicon) ranked(word string) uint32 {
	n, ok := w.rank[word]
	if ok {
		return n
	}
	word = strings.Clone(word)
	if last := len(w.free) - 1; last >= 0 {
		n, w.free = w.free[last], w.free[:last]
		w.list[n] = word
	} else {
		n = uint32(len(w.list))
		w.list, w.in = append(w.list, word), append(w.in, seats{})
	}
	w.rank[word] = n
	return n
}

// holding returns whether a dossier has a word that holds part, which is folded and not empty.
func (w *lexicon) holding(part string) func(id string) bool {
	var found seats
	for n, word := range w.list {
		if strings.Contains(word, part) {
			found.join(&w.in[n])
		}
	}
	return func(id string) bool {
		seat, ok := w.seat[id]
		return ok && found.has(seat)
	}
}

// note files what was typed in the dossier that raw holds.
func (s *Store) note(id string, raw []byte) {
	s.words.set(id, model.Fold(typedText(raw)))
}

// ReadWords reads the words of every dossier for Find, first those of the summaries, then all the answers: some seconds for ten
// thousand, while the person works. It returns when all are read or ctx ends; a second call has nothing left to do.
func (s *Store) ReadWords(ctx context.Context) {
	s.hold()
	w := s.words
	if w.begun || s.closed {
		s.mu.Unlock()
		return
	}
	w.begun = true
	ids := make([]string, 0, len(s.live)+len(s.trash))
	for id := range s.live {
		ids = append(ids, id)
	}
	for id := range s.trash {
		ids = append(ids, id)
	}
	for _, id := range ids {
		w.todo[id] = true
	}
	s.mu.Unlock()
	s.readSummaries(w, ids)
	if s.readAnswers(ctx, w, ids) && len(ids) > manyWords {
		debug.FreeOSMemory() // what the reading took is not needed again
	}
}

// manyWords is from how many dossiers on reading their words takes memory worth giving back.
const manyWords = 200

// readSummaries files what the lists say, a few dossiers at a time.
func (s *Store) readSummaries(w *lexicon, ids []string) {
	for some := range slices.Chunk(ids, 100) {
		s.hold()
		for _, id := range some {
			if sm, ok := s.live[id]; ok && w.todo[id] && s.words == w && !s.closed {
				w.add(id, foldedSummary(sm))
			}
		}
		s.mu.Unlock()
	}
}

func foldedSummary(sm Summary) string {
	return model.Fold(sm.Town + " " + sm.Title + " " + sm.Reference)
}

// readAnswers reads dossiers one by one, for as long as w is what is searched, and reports whether it came to the end.
func (s *Store) readAnswers(ctx context.Context, w *lexicon, ids []string) bool {
	for _, id := range ids {
		key := "d/" + id
		s.hold()
		if s.words != w || s.closed || s.leaving.Load() || ctx.Err() != nil {
			s.mu.Unlock()
			return false
		}
		secret, asked := s.secret, w.todo[id]
		var value []byte
		var err error
		if asked {
			value, err = s.journal.read(key)
		}
		s.mu.Unlock()
		if !asked {
			continue
		}
		var raw []byte
		if err == nil {
			raw, err = unseal(secret, key, value)
		}
		if err != nil {
			s.log.Error("read words", "id", id, "err", err) // its summary is still found
		}
		folded := model.Fold(typedText(raw))
		s.hold()
		if s.words == w && w.todo[id] { // it was neither saved nor erased meanwhile
			w.add(id, folded)
			delete(w.todo, id)
		}
		s.mu.Unlock()
	}
	return true
}

// Searched returns how many of the dossiers Find looks into whole: of the others it knows but the town, the project and the
// reference, until ReadWords has read them.
func (s *Store) Searched() (read, all int) {
	s.hold()
	defer s.mu.Unlock()
	all = len(s.live) + len(s.trash)
	if !s.words.begun {
		return 0, all
	}
	return all - len(s.words.todo), all
}
