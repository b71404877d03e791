package storage

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"appuitechnique/model"
)

// at finds the state that revision n left: from the first whole copy after it, else from the dossier as it is, else from
// the last copy before it.
func (s *Store) at(id string, n int) (*model.Dossier, error) {
	h, err := s.known(id)
	if err != nil {
		return nil, err
	}
	if n < 1 || n > h.cursor.Last {
		return nil, &Error{Kind: KindNotFound, Path: id, Err: ErrNotFound}
	}
	for m := n; m <= h.cursor.Last; m++ {
		if raw, err := s.read(copyKey(id, m)); err == nil {
			if d := s.rewound(id, raw, m, n); d != nil {
				return d, nil
			}
		}
	}
	if h.whole {
		if d := s.rewound(id, h.raw, h.cursor.Last, n); d != nil {
			return d, nil
		}
	}
	for m := n - 1; m > 0; m-- {
		if raw, err := s.read(copyKey(id, m)); err == nil {
			if d := s.rewound(id, raw, m, n); d != nil {
				return d, nil
			}
		}
	}
	return nil, &Error{Kind: KindDamaged, Path: revisionKey(id, n), Err: errors.New("no way to that revision")}
}

// rewound leads from the state that revision from left, which raw holds, to that of revision n; nil when there is no way.
func (s *Store) rewound(id string, raw []byte, from, n int) *model.Dossier {
	tree, err := dossierTree(raw)
	for m := from; err == nil && m > n; m-- {
		err = s.step(id, m, tree, true)
	}
	for m := from + 1; err == nil && m <= n; m++ {
		err = s.step(id, m, tree, false)
	}
	var d *model.Dossier
	if err == nil {
		var r *Revision
		if r, err = s.revision(id, n); err == nil {
			if r.Sum != "" && treeSum(tree) != r.Sum {
				err = errPatch
			} else {
				if d, err = dossierOf(tree, r.Schema); err == nil {
					d.ID = id // it may have come under another
				}
			}
		}
	}
	if err != nil {
		s.log.Warn("find revision", "id", id, "from", from, "revision", n, "err", err)
		return nil
	}
	return d
}

// step takes a tree over revision m, one way or the other.
func (s *Store) step(id string, m int, tree map[string]any, back bool) error {
	r, err := s.revision(id, m)
	if err != nil {
		return err
	}
	if r.Kind == RevisionFound {
		return errors.New("what led to it was not kept")
	}
	steps := r.Steps
	if back {
		steps = slices.Clone(steps)
		slices.Reverse(steps)
	}
	for _, st := range steps {
		p := st.Changes
		if back {
			p = p.back()
		}
		if err := p.apply(tree); err != nil {
			return err
		}
	}
	return nil
}

// checkHistory reads what a backup says to be of the history of a dossier, filed under that kind of key.
func checkHistory(kind string, raw []byte) error {
	switch kind {
	case "v":
		_, err := Decode(raw)
		return err
	case "u":
		return json.Unmarshal(raw, &cursor{})
	}
	return json.Unmarshal(raw, &Revision{})
}

// Before is a dossier that holds nothing but the answer as it was, and After as it became: so that a question reads it as it
// reads any other. Nil when there was none, or where only the order of rows changed.
func (c Change) Before() *model.Dossier { return c.alone(c.Was) }

// After is Before for the answer as it became.
func (c Change) After() *model.Dossier { return c.alone(c.Now) }

func (c Change) alone(raw json.RawMessage) *model.Dossier {
	v, has, err := optional(raw)
	if !has || err != nil || c.Sorted {
		return nil
	}
	parts := pathParts(c.Path)
	for i := len(parts) - 1; i >= 0; i-- {
		if i == 0 || !strings.HasPrefix(parts[i], "[") {
			v = map[string]any{parts[i]: v}
			continue
		}
		if row, ok := v.(map[string]any); ok {
			row["key"] = strings.Trim(parts[i], "[]")
		}
		v = []any{v}
	}
	tree, _ := v.(map[string]any)
	if tree == nil {
		return nil
	}
	tree["id"] = "x"
	d, err := dossierOf(tree, schema)
	if err != nil {
		return nil
	}
	return d
}
