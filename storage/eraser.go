package storage

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"appuitechnique/model"
)

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
	case "p":
		head, whole, _ := bytes.Cut(raw, []byte{'\n'})
		whole, err := e.dossier(owner, whole)
		return slices.Concat(head, []byte{'\n'}, whole), err
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
		return path == p || strings.HasPrefix(path, p+"/") || path == markPath("unread", p) || path == markPath("origins", p) ||
			path == markPath("notes", p)
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
