package storage

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"appuitechnique/model"
)

// Erase removes dossiers of the trash for good, with their history. The backups made before keep them until they are dropped
// in their turn.
func (s *Store) Erase(ids ...string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var changes []change
	for _, id := range ids {
		if _, there := s.trash[id]; !there {
			return &Error{Kind: KindNotFound, Path: id, Err: ErrNotFound}
		}
		for key := range s.journal.index {
			kind, rest, _ := strings.Cut(key, "/")
			owner, _, _ := strings.Cut(rest, "/")
			if owner == id && kind != "m" {
				changes = append(changes, change{key: key})
			}
		}
	}
	if len(changes) == 0 {
		return nil
	}
	if err := s.apply(changes); err != nil {
		return fmt.Errorf("erase: %w", err)
	}
	for _, id := range ids {
		delete(s.trash, id)
		delete(s.heads, id)
	}
	return nil
}

// An Erased says what was done with someone's data, and what nobody can call back.
type Erased struct {
	Dossier   *model.Dossier // as it stands now
	Backups   int            // backups of the data folder that were written again
	Elsewhere string         // second place whose backups could not be written again; empty when all were, or there is none
	Named     []string       // paths of the answers in which the last name alone still stands, of this dossier
	Attached  []Attachment   // what is attached to the dossier, which only a person can read
}

// ErasePerson erases someone's data from everything in the data folder: the dossier and its whole history, the journal, the
// base, the journals set aside and the backups, those of the second place too when it can be reached. The answers of p are
// emptied in the dossier of that ID; what names or reaches p is taken out of every text of every dossier. Nothing brings them
// back. Either all of the data folder is done or nothing is changed.
func (s *Store) ErasePerson(id string, p model.Person) (*Erased, error) {
	s.keeping.Lock()
	defer s.keeping.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.writable(); err != nil {
		return nil, err
	}
	s.wake()
	if _, err := s.known(id); err != nil {
		return nil, err
	}
	e := newEraser(id, p)
	if err := e.find(s); err != nil {
		return nil, failure(s.dir, err)
	}
	if err := s.convert(s.secret, s.keys, e.change); err != nil {
		return nil, failure(s.dir, err)
	}
	out := &Erased{}
	if all, err := listBackups(s.path(backupsName)); err == nil {
		out.Backups = len(all)
	}
	if s.elsewhere != "" {
		if err := s.rewriteElsewhere(e); err != nil {
			s.log.Error("erase in the second place", "err", err)
			out.Elsewhere = s.elsewhere
		}
	}
	h, err := s.known(id)
	if err != nil {
		return nil, err
	}
	if out.Dossier, err = Decode(h.raw); err != nil {
		return nil, err
	}
	if err := s.save(out.Dossier, h.raw, deed{kind: RevisionErased}); err != nil {
		return nil, err
	}
	out.Named = standsIn(h.tree, "", p.Last)
	out.Attached, err = s.attachments("a/" + id + "/")
	return out, err
}

// rewriteElsewhere writes again the backups of the second place.
func (s *Store) rewriteElsewhere(e *eraser) error {
	dir := filepath.Join(s.elsewhere, elsewhereFolder)
	if _, err := os.Stat(s.elsewhere); err != nil {
		return err
	}
	all, err := listBackups(dir)
	if err != nil {
		return err
	}
	for _, b := range all {
		_, from, err := examine(b.Path, "", io.Discard, func(keys *keyring) (*secret, error) { return s.unlockOwn(keys, "") })
		if err != nil { // damaged, or protected by a phrase of another day
			return err
		}
		c := conversion{from: from, to: s.secret, keys: s.keys, change: e.change}
		temp := filepath.Join(dir, tempBackup+filepath.Base(b.Path))
		_ = os.Remove(temp)
		if err = c.backup(b.Path, temp); err == nil {
			err = rename(temp, b.Path)
		}
		if err != nil {
			os.Remove(temp)
			return err
		}
	}
	return nil
}

// An eraser takes someone's data out of values.
type eraser struct {
	id    string
	paths []string
	words *regexp.Regexp  // nil: none
	met   map[string]bool // dossiers in which something was taken out
}

// erasedWord stands where a name was, in the middle of a text.
const erasedWord = "[effacé]"

func newEraser(id string, p model.Person) *eraser {
	e := &eraser{id: id, paths: p.Paths, met: map[string]bool{id: true}}
	var words []string
	for _, w := range p.Words {
		if fields := strings.Fields(w); len(fields) > 0 {
			for i := range fields {
				fields[i] = regexp.QuoteMeta(fields[i])
			}
			words = append(words, strings.Join(fields, `[\s\x{a0}\x{202f}]+`))
		}
	}
	slices.SortFunc(words, func(a, b string) int { return len(b) - len(a) })
	if len(words) > 0 {
		e.words = regexp.MustCompile(`(?i)(` + strings.Join(words, "|") + `)`)
	}
	return e
}

// find notes the dossiers in which something is to be taken out.
func (e *eraser) find(s *Store) error {
	return s.journal.each(func(key string, value []byte) error {
		raw, err := unseal(s.secret, key, value)
		if err != nil {
			return nil // what cannot be read is as it was
		}
		now, err := e.change(key, raw)
		if err == nil && string(now) != string(raw) {
			_, rest, _ := strings.Cut(key, "/")
			owner, _, _ := strings.Cut(rest, "/")
			e.met[owner] = true
		}
		return err
	})
}

// change returns what the value of key becomes.
func (e *eraser) change(key string, raw []byte) ([]byte, error) {
	kind, rest, _ := strings.Cut(key, "/")
	owner, _, _ := strings.Cut(rest, "/")
	switch kind {
	case "d", "v":
		return e.dossier(owner, raw)
	case "r":
		return e.revision(owner, raw)
	case "s", "c", "a":
		v, err := treeOf(raw)
		if err != nil || e.words == nil || !e.words.Match(raw) {
			return raw, err
		}
		return plainJSON(e.texts(v))
	}
	return raw, nil
}

func (e *eraser) dossier(owner string, raw []byte) ([]byte, error) {
	v, err := treeOf(raw)
	if err != nil {
		return nil, err
	}
	whole, _ := v.(map[string]any)
	d, ok := whole["dossier"].(map[string]any)
	if !ok {
		return raw, nil
	}
	before, err := plainJSON(whole)
	if err != nil {
		return nil, err
	}
	if owner == e.id {
		e.empty("", d)
	}
	whole["dossier"] = e.texts(d)
	after, err := plainJSON(whole)
	if err != nil || string(before) == string(after) {
		return raw, err
	}
	return after, nil
}

func (e *eraser) revision(owner string, raw []byte) ([]byte, error) {
	if !e.met[owner] && (e.words == nil || !e.words.Match(raw)) {
		return raw, nil
	}
	var r Revision
	if err := json.Unmarshal(raw, &r); err != nil {
		return nil, err
	}
	for i := range r.Steps {
		var kept patch
		for _, c := range r.Steps[i].Changes {
			if owner == e.id && e.holds(c.Path) {
				continue
			}
			var err error
			if c.Was, err = e.value(owner, c.Path, c.Was); err != nil {
				return nil, err
			}
			if c.Now, err = e.value(owner, c.Path, c.Now); err != nil {
				return nil, err
			}
			kept = append(kept, c)
		}
		r.Steps[i].Changes = kept
	}
	r.Name = e.text(r.Name)
	r.Sum = "" // the states it was made of are no more
	return plainJSON(r)
}

// holds reports whether an answer at path, or above it, is erased.
func (e *eraser) holds(path string) bool {
	return slices.ContainsFunc(e.paths, func(p string) bool {
		return path == p || strings.HasPrefix(path, p+"/") || path == markPath("unread", p) || path == markPath("origins", p)
	})
}

// markPath is where a mark is kept about the answer at path.
func markPath(mark, path string) string {
	return "/marks/" + mark + "/" + escaped(Change{Path: path}.Question())
}

func (e *eraser) value(owner, path string, raw json.RawMessage) (json.RawMessage, error) {
	v, has, err := optional(raw)
	if !has || err != nil {
		return raw, err
	}
	if owner == e.id {
		e.empty(path, v)
	}
	return plainJSON(e.texts(v))
}

// empty takes the erased answers out of v, which stands at path.
func (e *eraser) empty(path string, v any) {
	switch v := v.(type) {
	case map[string]any:
		for name, x := range v {
			if at := path + "/" + escaped(name); e.holds(at) {
				delete(v, name)
			} else {
				e.empty(at, x)
			}
		}
	case []any:
		for _, x := range v {
			row, _ := x.(map[string]any)
			key, _ := row["key"].(string)
			e.empty(path+"/["+escaped(key)+"]", x)
		}
	}
}

// texts takes the words out of every text of v.
func (e *eraser) texts(v any) any {
	switch v := v.(type) {
	case string:
		return e.text(v)
	case map[string]any:
		for name, x := range v {
			v[name] = e.texts(x)
		}
	case []any:
		for i, x := range v {
			v[i] = e.texts(x)
		}
	}
	return v
}

func (e *eraser) text(s string) string {
	if e.words == nil {
		return s
	}
	var out strings.Builder
	end := 0
	for _, at := range e.words.FindAllStringIndex(s, -1) {
		before, _ := utf8.DecodeLastRuneInString(s[:at[0]])
		after, _ := utf8.DecodeRuneInString(s[at[1]:])
		if unicode.IsLetter(before) || unicode.IsLetter(after) {
			continue // another, longer name
		}
		out.WriteString(s[end:at[0]] + erasedWord)
		end = at[1]
	}
	out.WriteString(s[end:])
	return out.String()
}

// standsIn lists the paths of the texts in which a word stands by itself, whatever its case and its accents.
func standsIn(v any, path, word string) []string {
	if word = model.Fold(strings.TrimSpace(word)); word == "" {
		return nil
	}
	return standing(v, path, regexp.MustCompile(`(^|[^\pL])`+regexp.QuoteMeta(word)+`($|[^\pL])`))
}

func standing(v any, path string, word *regexp.Regexp) []string {
	var out []string
	switch v := v.(type) {
	case string:
		if word.MatchString(model.Fold(v)) {
			return []string{path}
		}
	case map[string]any:
		for name, x := range v {
			out = append(out, standing(x, path+"/"+escaped(name), word)...)
		}
	case []any:
		for _, x := range v {
			row, _ := x.(map[string]any)
			key, _ := row["key"].(string)
			out = append(out, standing(x, path+"/["+escaped(key)+"]", word)...)
		}
	}
	slices.Sort(out)
	return out
}
