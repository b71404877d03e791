package storage

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A Change is what happened to one answer, or to one row of a list. Was and Now are raw JSON, as saved: empty where there
// was nothing. It reads both ways, so that what was done can be undone. When a list was sorted otherwise, Was and Now are
// the keys of its rows.
type Change struct {
	Path   string          `json:"lieu"` // JSON pointer, a row named by its key: "/mission/tasks/[k3f9]/title"
	Was    json.RawMessage `json:"avant,omitempty"`
	Now    json.RawMessage `json:"apres,omitempty"`
	Sorted bool            `json:"ordre,omitempty"` // only the order of the rows changed
}

// A patch is the changes that lead from one state of a dossier to the next.
type patch []Change

var errPatch = errors.New("the change does not fit the dossier")

// Question is the ID of the question that c answers, as model.Field has it; of a row, the ID of its list and its key. It
// is the key of the fiche for the marks of a fiche, and empty for what no question asks.
func (c Change) Question() string {
	parts := pathParts(c.Path)
	if len(parts) == 3 && parts[0] == "marks" {
		_, id, cut := strings.Cut(parts[2], " ") // a decision is filed under its rule and its question
		if !cut {
			id = parts[2]
		}
		return id
	}
	var b strings.Builder
	for _, p := range parts {
		if b.Len() > 0 && !strings.HasPrefix(p, "[") {
			b.WriteByte('.')
		}
		b.WriteString(p)
	}
	return b.String()
}

// quiet reports whether c is no answer: the day of the last change, and which fiches were gone through.
func (c Change) quiet() bool {
	return c.Path == "/changed" || c.Path == "/marks/seen" || strings.HasPrefix(c.Path, "/marks/seen/")
}

// loud leaves out what is no answer.
func (p patch) loud() patch {
	return slices.DeleteFunc(slices.Clone(p), Change.quiet)
}

// back is what undoes p.
func (p patch) back() patch {
	out := make(patch, 0, len(p))
	for _, c := range slices.Backward(p) {
		c.Was, c.Now = c.Now, c.Was
		out = append(out, c)
	}
	return out
}

// sameAnswers reports whether p and q change the same answers.
func sameAnswers(p, q patch) bool {
	return slices.Equal(p.paths(), q.paths())
}

func (p patch) paths() []string {
	var out []string
	for _, c := range p {
		if !c.quiet() {
			out = append(out, c.Path)
		}
	}
	slices.Sort(out)
	return out
}

// then is p and q, one change an answer; it fits only when both change the same answers and no row.
func (p patch) then(q patch) patch {
	out := slices.Clone(p)
	for _, c := range q {
		i := slices.IndexFunc(out, func(x Change) bool { return x.Path == c.Path })
		switch {
		case i < 0:
			out = append(out, c)
		case bytes.Equal(out[i].Was, c.Now):
			out = slices.Delete(out, i, i+1)
		default:
			out[i].Now = c.Now
		}
	}
	return out
}

// apply makes the changes of p in a tree, which it alters. Each must find what it says was there: after an error the tree
// is worth nothing.
func (p patch) apply(tree map[string]any) error {
	for _, c := range p { // the order is held against the list as it stood, and set once its rows came and went
		if c.Sorted {
			if err := c.sorts(tree, c.Was, false); err != nil {
				return err
			}
		}
	}
	for _, c := range p {
		if !c.Sorted {
			if err := c.apply(tree); err != nil {
				return err
			}
		}
	}
	for _, c := range p {
		if c.Sorted {
			if err := c.sorts(tree, c.Now, true); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c Change) apply(tree map[string]any) error {
	parts := pathParts(c.Path)
	if len(parts) == 0 {
		return errPatch
	}
	was, had, err := optional(c.Was)
	if err != nil {
		return err
	}
	now, has, err := optional(c.Now)
	if err != nil {
		return err
	}
	parent, set, err := walk(tree, parts[:len(parts)-1])
	if err != nil {
		return err
	}
	last := parts[len(parts)-1]
	if object, ok := parent.(map[string]any); ok {
		it, is := object[last]
		if !alike(it, was) || is && !had && !empty(it) {
			return fmt.Errorf("%w: %s", errPatch, c.Path)
		}
		if has {
			object[last] = now
		} else {
			delete(object, last)
		}
		return nil
	}
	list, ok := parent.([]any)
	if !ok && parent != nil {
		return fmt.Errorf("%w: %s", errPatch, c.Path)
	}
	i := rowAt(list, last)
	if (i >= 0) != had || i >= 0 && !alike(list[i], was) {
		return fmt.Errorf("%w: %s", errPatch, c.Path)
	}
	switch {
	case i < 0:
		list = append(list, now)
	case has:
		list[i] = now
	default:
		list = slices.Delete(list, i, i+1)
	}
	if _, ok := rowsOf(list); !ok {
		return fmt.Errorf("%w: %s", errPatch, c.Path)
	}
	set(list)
	return nil
}

// sorts holds the rows of a list against these keys, and puts them in that order when asked to.
func (c Change) sorts(tree map[string]any, raw json.RawMessage, set bool) error {
	var keys []string
	if err := json.Unmarshal(raw, &keys); err != nil {
		return err
	}
	v, put, err := walk(tree, pathParts(c.Path))
	if err != nil {
		return err
	}
	rows, ok := rowsOf(v)
	if !ok || len(keys) != len(rows.keys) || !set && !slices.Equal(keys, rows.keys) {
		return fmt.Errorf("%w: %s", errPatch, c.Path)
	}
	list := make([]any, 0, len(keys))
	for _, key := range keys {
		row := rows.byKey[key]
		if row == nil {
			return fmt.Errorf("%w: %s", errPatch, c.Path)
		}
		delete(rows.byKey, key)
		list = append(list, row)
	}
	if set {
		put(list)
	}
	return nil
}
