package storage

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"maps"
	"reflect"
	"slices"
	"strings"
)

// treeOf reads JSON without losing a digit.
func treeOf(b []byte) (any, error) {
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber()
	var v any
	err := dec.Decode(&v)
	return v, err
}

// dossierTree reads the dossier that Encode wrote.
func dossierTree(raw []byte) (map[string]any, error) {
	v, err := treeOf(raw)
	if err != nil {
		return nil, err
	}
	whole, _ := v.(map[string]any)
	d, ok := whole["dossier"].(map[string]any)
	if !ok {
		return nil, errPatch
	}
	return d, nil
}

// diff returns what leads from the tree was to the tree now.
func diff(was, now map[string]any) (patch, error) {
	d := differ{}
	d.objects("", was, now)
	return d.out, d.err
}

type differ struct {
	out patch
	err error
}

func (d *differ) add(path string, was, now any, hadWas, hasNow bool) {
	c := Change{Path: path}
	var err error
	if hadWas {
		c.Was, err = plainJSON(was)
		d.err = errors.Join(d.err, err)
	}
	if hasNow {
		c.Now, err = plainJSON(now)
		d.err = errors.Join(d.err, err)
	}
	d.out = append(d.out, c)
}

func (d *differ) objects(path string, was, now map[string]any) {
	names := maps.Clone(was)
	maps.Copy(names, now)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		a, had := was[name]
		b, has := now[name]
		d.values(path+"/"+escaped(name), a, b, had, has)
	}
}

func (d *differ) values(path string, was, now any, had, has bool) {
	if had && has && (was != nil || now != nil) {
		if a, ok := was.(map[string]any); ok {
			if b, ok := now.(map[string]any); ok {
				d.objects(path, a, b)
				return
			}
		}
		if a, ok := rowsOf(was); ok {
			if b, ok := rowsOf(now); ok {
				d.lists(path, a, b)
				return
			}
		}
	}
	if had != has || !reflect.DeepEqual(was, now) {
		d.add(path, was, now, had, has)
	}
}

func (d *differ) lists(path string, was, now keyedRows) {
	for _, key := range was.keys {
		if _, stays := now.byKey[key]; !stays {
			d.add(path+"/["+escaped(key)+"]", was.byKey[key], nil, true, false)
		}
	}
	for _, key := range now.keys {
		if a, there := was.byKey[key]; there {
			d.objects(path+"/["+escaped(key)+"]", a, now.byKey[key])
		} else {
			d.add(path+"/["+escaped(key)+"]", nil, now.byKey[key], false, true)
		}
	}
	if !slices.Equal(was.keys, now.keys) {
		d.add(path, was.keys, now.keys, true, true)
		d.out[len(d.out)-1].Sorted = true
	}
}

// keyedRows is a list whose every row has a key of its own.
type keyedRows struct {
	keys  []string
	byKey map[string]map[string]any
}

// rowsOf reads such a list; one that was never begun has no row.
func rowsOf(v any) (keyedRows, bool) {
	list, ok := v.([]any)
	if !ok && v != nil {
		return keyedRows{}, false
	}
	r := keyedRows{keys: []string{}, byKey: map[string]map[string]any{}}
	for _, item := range list {
		row, _ := item.(map[string]any)
		key, _ := row["key"].(string)
		if key == "" || r.byKey[key] != nil {
			return r, false
		}
		r.keys = append(r.keys, key)
		r.byKey[key] = row
	}
	return r, true
}

func optional(raw json.RawMessage) (v any, has bool, err error) {
	if len(raw) == 0 {
		return nil, false, nil
	}
	v, err = treeOf(raw)
	return v, true, err
}

// walk goes down to the value at parts; set puts another list in its place.
func walk(tree map[string]any, parts []string) (v any, set func([]any), err error) {
	v, set = tree, func([]any) {}
	for _, part := range parts {
		switch parent := v.(type) {
		case map[string]any:
			next, ok := parent[part]
			if !ok {
				return nil, nil, errPatch
			}
			v, set = next, func(list []any) { parent[part] = list }
		case []any:
			i := rowAt(parent, part)
			if i < 0 {
				return nil, nil, errPatch
			}
			v, set = parent[i], func(list []any) { parent[i] = list }
		default:
			return nil, nil, errPatch
		}
	}
	return v, set, nil
}

// rowAt finds the row that "[key]" names; -1 when there is none.
func rowAt(list []any, part string) int {
	return slices.IndexFunc(list, func(item any) bool {
		row, _ := item.(map[string]any)
		key, _ := row["key"].(string)
		return key != "" && part == "["+key+"]"
	})
}

// alike reports whether a and b say the same: a name that an older program did not know stands for an empty answer.
func alike(a, b any) bool {
	x, isX := a.(map[string]any)
	y, isY := b.(map[string]any)
	if isX && isY {
		for name := range x {
			if !alike(x[name], y[name]) {
				return false
			}
		}
		for name := range y {
			if _, both := x[name]; !both && !empty(y[name]) {
				return false
			}
		}
		return true
	}
	p, isP := a.([]any)
	q, isQ := b.([]any)
	if isP && isQ {
		return slices.EqualFunc(p, q, alike)
	}
	return reflect.DeepEqual(a, b) || a == nil && empty(b) || b == nil && empty(a)
}

// empty reports whether v says nothing: what an unanswered question is saved as.
func empty(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return v == ""
	case bool:
		return !v
	case json.Number:
		return v == "0"
	case []any:
		return len(v) == 0
	case map[string]any:
		for _, x := range v {
			if !empty(x) {
				return false
			}
		}
		return true
	}
	return false
}

var (
	escapes   = strings.NewReplacer("~", "~0", "/", "~1")
	unescapes = strings.NewReplacer("~1", "/", "~0", "~")
)

func escaped(name string) string { return escapes.Replace(name) }

// pathParts splits a path into the names it goes through.
func pathParts(path string) []string {
	if !strings.HasPrefix(path, "/") {
		return nil
	}
	parts := strings.Split(path[1:], "/")
	for i := range parts {
		parts[i] = unescapes.Replace(parts[i])
	}
	return parts
}

// treeSum names a state of a dossier. What an older program did not know, and what is unanswered, count for nothing.
func treeSum(tree map[string]any) string {
	raw, err := plainJSON(bare(tree))
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:16])
}

// bare leaves out the names that hold nothing.
func bare(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := make(map[string]any, len(v))
		for name, x := range v {
			if !empty(x) {
				out[name] = bare(x)
			}
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, x := range v {
			out[i] = bare(x)
		}
		return out
	}
	return v
}
