package storage

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"sync"

	"appuitechnique/model"
)

// A lexicon is what is searched: which words were typed in which dossier, accents and capitals ignored. It is in memory only, and
// holds no word that no dossier has any more.
type lexicon struct {
	rank  map[string]uint32
	list  []string // by rank; empty: free
	uses  []uint32 // by rank: how many dossiers have it
	free  []uint32
	of    map[string][]uint32 // by dossier, sorted
	todo  map[string]bool     // dossiers of which only the summary was read
	begun bool
}

func newLexicon() *lexicon {
	return &lexicon{rank: map[string]uint32{}, of: map[string][]uint32{}, todo: map[string]bool{}}
}

// set files the words of a dossier in place of the former ones.
func (w *lexicon) set(id, folded string) {
	var mine []uint32
	for word := range strings.FieldsSeq(folded) {
		n, ok := w.rank[word]
		if !ok {
			n = w.take(strings.Clone(word))
		}
		mine = append(mine, n)
	}
	slices.Sort(mine)
	mine = slices.Clip(slices.Compact(mine))
	for _, n := range mine {
		w.uses[n]++
	}
	w.drop(id)
	w.of[id] = slices.Clone(mine)
}

func (w *lexicon) take(word string) uint32 {
	n := uint32(len(w.list))
	if last := len(w.free) - 1; last >= 0 {
		n, w.free = w.free[last], w.free[:last]
		w.list[n] = word
	} else {
		w.list, w.uses = append(w.list, word), append(w.uses, 0)
	}
	w.rank[word] = n
	return n
}

// drop forgets a dossier, and the words that only it had.
func (w *lexicon) drop(id string) {
	for _, n := range w.of[id] {
		if w.uses[n]--; w.uses[n] == 0 {
			delete(w.rank, w.list[n])
			w.list[n] = ""
			w.free = append(w.free, n)
		}
	}
	delete(w.of, id)
	delete(w.todo, id)
}

// few is how many words are looked up in a dossier one by one, rather than all of its own gone through.
const few = 12

// holding returns whether a dossier has a word that holds part, which is folded and not empty.
func (w *lexicon) holding(part string) func(id string) bool {
	hit := make([]bool, len(w.list))
	var hits []uint32
	for n, word := range w.list {
		if strings.Contains(word, part) {
			hit[n], hits = true, append(hits, uint32(n))
		}
	}
	if len(hits) <= few {
		return func(id string) bool {
			mine := w.of[id]
			return slices.ContainsFunc(hits, func(n uint32) bool { _, ok := slices.BinarySearch(mine, n); return ok })
		}
	}
	return func(id string) bool {
		for _, n := range w.of[id] {
			if hit[n] {
				return true
			}
		}
		return false
	}
}

// note files what was typed in the dossier that raw holds.
func (s *Store) note(id string, raw []byte) {
	s.words.set(id, model.Fold(typedText(raw)))
}

// readWords starts to read the words of every dossier while the person works: first those of the summaries, then all the
// answers. It is called at the first listing; the caller holds the store.
func (s *Store) readWords() {
	w := s.words
	if w.begun {
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
	if len(ids) > 0 {
		go func() {
			s.readSummaries(w, ids)
			s.readAnswers(w, ids)
		}()
	}
}

// readSummaries files what the lists say, a few dossiers at a time.
func (s *Store) readSummaries(w *lexicon, ids []string) {
	for some := range slices.Chunk(ids, 100) {
		s.hold()
		for _, id := range some {
			if sm, ok := s.live[id]; ok && w.todo[id] && s.words == w && !s.closed {
				w.set(id, foldedSummary(sm))
				w.todo[id] = true
			}
		}
		s.mu.Unlock()
	}
}

func foldedSummary(sm Summary) string {
	return model.Fold(sm.Town + " " + sm.Title + " " + sm.Reference)
}

// readAnswers reads dossiers one by one, for as long as w is what is searched.
func (s *Store) readAnswers(w *lexicon, ids []string) {
	for _, id := range ids {
		key := "d/" + id
		s.hold()
		if s.words != w || s.closed || s.leaving.Load() {
			s.mu.Unlock()
			return
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
		switch {
		case s.words != w || !w.todo[id]:
		case err != nil:
			delete(w.todo, id)
		default:
			w.set(id, folded)
		}
		s.mu.Unlock()
	}
}

// Searched returns how many of the dossiers Find looks into whole: of the others it knows but the town, the project and the
// reference, until it has read them.
func (s *Store) Searched() (read, all int) {
	s.hold()
	defer s.mu.Unlock()
	all = len(s.live) + len(s.trash)
	if !s.words.begun {
		return 0, all
	}
	return all - len(s.words.todo), all
}

// A shape says where in the JSON of a dossier stands what a person typed: the texts, and neither the options nor the marks.
type shape struct {
	text   bool
	fields map[string]*shape
	items  *shape
}

// dossierShape is the shape of what Encode writes.
var dossierShape = sync.OnceValue(func() *shape {
	return &shape{fields: map[string]*shape{"dossier": shapeOf(reflect.TypeFor[model.Dossier]())}}
})

func shapeOf(t reflect.Type) *shape {
	switch {
	case t == reflect.TypeFor[string]():
		return &shape{text: true}
	case t.Kind() == reflect.Pointer:
		return shapeOf(t.Elem())
	case t.Kind() == reflect.Slice:
		if items := shapeOf(t.Elem()); items != nil {
			return &shape{items: items}
		}
	case t.Kind() == reflect.Struct:
		out := &shape{fields: map[string]*shape{}}
		for f := range t.Fields() {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			below := shapeOf(f.Type)
			switch {
			case below == nil || name == "-" || name == "id" || name == "key" || name == "marks":
			case f.Anonymous && name == "":
				for n, x := range below.fields {
					out.fields[n] = x
				}
			case name != "":
				out.fields[name] = below
			}
		}
		if len(out.fields) > 0 {
			return out
		}
	}
	return nil
}

// typedText returns all that was typed in a dossier, as Encode wrote it, one text a line.
func typedText(raw []byte) string {
	r := textReader{in: raw}
	r.value(dossierShape(), 0)
	return r.out.String()
}

// A textReader goes once through JSON that is known to be sound. Of any other it makes what it can.
type textReader struct {
	in  []byte
	at  int
	out strings.Builder
}

func (r *textReader) peek() byte {
	for r.at < len(r.in) {
		switch c := r.in[r.at]; c {
		case ' ', '\n', '\t', '\r', ',', ':':
			r.at++
		default:
			return c
		}
	}
	return 0
}

func (r *textReader) value(sh *shape, depth int) {
	if sh == nil {
		sh = &shape{}
	}
	switch c := r.peek(); {
	case depth > maxDepth || c == 0:
		r.at = len(r.in)
	case c == '"':
		if text := r.text(); sh.text {
			r.keep(text)
		}
	case c == '{':
		r.at++
		for c = r.peek(); c != '}' && c != 0; c = r.peek() {
			name := r.text()
			r.value(sh.fields[string(bytes.Trim(name, `"`))], depth+1)
		}
		r.at++
	case c == '[':
		r.at++
		for c = r.peek(); c != ']' && c != 0; c = r.peek() {
			r.value(sh.items, depth+1)
		}
		r.at++
	default:
		n := bytes.IndexAny(r.in[r.at:], ",]}\n\t ")
		if n <= 0 {
			n = len(r.in) - r.at
		}
		r.at += n
	}
}

// text steps over a string, and returns it with its quotes.
func (r *textReader) text() []byte {
	start := r.at
	for r.at++; r.at < len(r.in) && r.in[r.at] != '"'; r.at++ {
		if r.in[r.at] == '\\' {
			r.at++
		}
	}
	r.at++
	return r.in[start:min(r.at, len(r.in))]
}

func (r *textReader) keep(text []byte) {
	if len(text) <= 2 {
		return
	}
	plain := string(text[1 : len(text)-1])
	if strings.Contains(plain, `\`) {
		if json.Unmarshal(text, &plain) != nil {
			return
		}
	}
	r.out.WriteString(plain)
	r.out.WriteByte('\n')
}
