package storage

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"
)

// strict checks that b is one JSON value in valid UTF-8, without hidden characters, repeated names, deep nesting or holes
// in lists: what encoding/json lets pass.
func strict(b []byte) error {
	_, err := members(b)
	return err
}

// A member is a name of the outermost object, and the JSON of what stands under it.
type member struct {
	name  string
	value json.RawMessage
}

// members is strict, and returns what b holds at its first level; nil when b is not an object.
func members(b []byte) ([]member, error) {
	if !utf8.Valid(b) {
		return nil, &Error{Kind: KindAltered, Err: errors.New("invalid UTF-8")}
	}
	if !json.Valid(b) {
		return nil, &Error{Kind: KindAltered, Err: errors.New("invalid JSON")}
	}
	w := walker{b: b}
	if err := w.value(0); err != nil {
		return nil, &Error{Kind: KindSuspect, Err: err}
	}
	return w.top, nil
}

// A walker goes once through JSON that is known to be valid.
type walker struct {
	b   []byte
	at  int
	top []member
}

// next returns the first byte that is not blank from here.
func (w *walker) next() byte {
	for strings.IndexByte(" \t\r\n", w.b[w.at]) >= 0 {
		w.at++
	}
	return w.b[w.at]
}

// value goes past one value.
func (w *walker) value(depth int) error {
	first := w.next()
	switch {
	case depth > maxDepth:
		return errors.New("nesting")
	case first == '{':
		return w.object(depth)
	case first == '[':
		return w.list(depth)
	case first == '"':
		_, err := w.text()
		return err
	}
	for w.at < len(w.b) && strings.IndexByte(",]} \t\r\n", w.b[w.at]) < 0 {
		w.at++
	}
	return nil
}

func (w *walker) object(depth int) error {
	seen := map[string]bool{}
	for w.at++; w.next() != '}'; {
		if w.b[w.at] == ',' {
			w.at++
			w.next()
		}
		name, err := w.text()
		if err != nil {
			return err
		}
		folded := strings.ToLower(string(name))
		if seen[folded] {
			return errors.New("repeated name")
		}
		seen[folded] = true
		w.next()
		w.at++ // the colon
		w.next()
		from := w.at
		if err := w.value(depth + 1); err != nil {
			return err
		}
		if depth == 0 {
			w.top = append(w.top, member{string(name), w.b[from:w.at]})
		}
	}
	w.at++
	return nil
}

func (w *walker) list(depth int) error {
	for w.at++; w.next() != ']'; {
		if w.b[w.at] == ',' {
			w.at++
		}
		if w.next() == 'n' {
			return errors.New("hole in a list")
		}
		if err := w.value(depth + 1); err != nil {
			return err
		}
	}
	w.at++
	return nil
}

// text goes past a string and returns what it says.
func (w *walker) text() ([]byte, error) {
	from, plain := w.at, true
	for w.at++; w.b[w.at] != '"'; w.at++ {
		if w.b[w.at] == '\\' {
			w.at++
			plain = false
		}
	}
	w.at++
	said := w.b[from+1 : w.at-1]
	if !plain {
		var s string
		if err := json.Unmarshal(w.b[from:w.at], &s); err != nil {
			return nil, err
		}
		said = []byte(s)
	}
	if bytes.ContainsFunc(said, hidden) {
		return nil, errors.New("hidden character")
	}
	return said, nil
}
