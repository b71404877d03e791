package storage

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
)

// A head is a dossier as it was last saved, and where its history stands.
type head struct {
	raw    []byte // as this program writes it
	tree   map[string]any
	stored []byte    // as it was found, when an older program wrote it
	last   *Revision // nil: there is none
	cursor cursor
	open   bool // last may still grow
	whole  bool // last leaves the dossier as it is
}

// with returns the head after one more revision or step; h is left as it was.
func (h *head) with() *head {
	n := *h
	if h.last != nil {
		last := *h.last
		last.Steps = slices.Clone(last.Steps)
		n.last = &last
	}
	n.cursor.Undone = slices.Clone(n.cursor.Undone)
	return &n
}

// head reads where the history of a dossier stands; nil when the base does not hold it. What cannot be read of it is as if
// it had not been: history never keeps an answer from being saved.
func (s *Store) head(id string) *head {
	if h := s.heads[id]; h != nil {
		return h
	}
	if _, ok := s.journal.index["d/"+id]; !ok {
		return nil
	}
	h := &head{}
	raw, err := s.read("d/" + id)
	if err == nil {
		h.stored = raw
		h.raw, h.tree, err = currentTree(raw)
	}
	if err != nil {
		s.log.Error("read dossier for its history", "id", id, "err", err)
	}
	if err := s.readJSON("u/"+id, &h.cursor); err != nil {
		h.cursor = cursor{Last: s.lastRevision(id)}
	}
	r := &Revision{}
	if err := s.readJSON(revisionKey(id, h.cursor.Last), r); err == nil {
		h.last = r
		h.whole = h.tree != nil && r.Schema == schema && (r.Sum == "" || r.Sum == treeSum(h.tree))
	}
	return h
}

// currentTree reads a dossier that any version of the program wrote, as this one would write it.
func currentTree(raw []byte) ([]byte, map[string]any, error) {
	d, err := Decode(raw)
	if err != nil {
		return nil, nil, err
	}
	raw, err = Encode(d)
	if err != nil {
		return nil, nil, err
	}
	tree, err := dossierTree(raw)
	return raw, tree, err
}

func (s *Store) readJSON(key string, v any) error {
	raw, err := s.read(key)
	if err != nil {
		return err
	}
	return json.Unmarshal(raw, v)
}

// lastRevision looks for the last revision of a dossier whose cursor is lost.
func (s *Store) lastRevision(id string) int {
	last := 0
	for key := range s.journal.index {
		var n int
		if rest, ok := strings.CutPrefix(key, "r/"+id+"/"); ok {
			if _, err := fmt.Sscanf(rest, "%08x", &n); err == nil {
				last = max(last, n)
			}
		}
	}
	return last
}

// keepHead remembers where a history stands, and forgets others when they are many.
func (s *Store) keepHead(id string, h *head) {
	if len(s.heads) >= 8 && s.heads[id] == nil {
		clear(s.heads)
	}
	if s.heads[id] = h; h == nil {
		delete(s.heads, id)
	}
}

// A deed is one change of a dossier to file in its history.
type deed struct {
	kind   RevisionKind
	name   string // of the revision
	back   int
	of     ref // the step that is undone, or done again
	before ref // the step to undo after it
	redone bool

	brought *brought // came with the dossier
	merged  *blended // what a file adds to its history
}

// file returns where the history of a dossier stands once raw is saved, and what is to be written besides. It starts a
// revision where the last one is closed.
func (s *Store) file(id string, raw []byte, do deed) (*head, []change, error) {
	tree, err := dossierTree(raw)
	if err != nil {
		return nil, nil, err
	}
	was := s.head(id)
	if was == nil {
		n := &head{raw: raw, tree: tree, whole: true}
		if do.brought != nil {
			n.cursor.Last = len(do.brought.revisions)
		}
		n.begin(s, cmp.Or(do.kind, RevisionCreated))
		n.last.Sum = treeSum(tree)
		var came []change
		if do.brought != nil {
			if came, err = s.fileBrought(id, n, do.brought); err != nil {
				return nil, nil, err
			}
		}
		c, err := s.filed(id, n)
		return n, append(came, c...), err
	}
	n := was.with()
	n.raw, n.tree, n.whole, n.stored = raw, tree, true, nil
	first, err := s.found(id, was, n)
	if err != nil {
		return nil, nil, err
	}
	if do.merged != nil {
		do.back = n.last.N
		grown, err := s.fileGraft(id, n, was.raw, do.merged)
		if err != nil {
			return nil, nil, err
		}
		first = append(first, grown...)
	}
	var changes patch
	if was.tree != nil {
		if changes, err = diff(was.tree, tree); err != nil {
			return nil, nil, err
		}
	}
	if len(changes) == 0 && do == (deed{}) {
		return n, first, nil
	}
	if !n.grows(s, do) {
		if n.last.N%copies == 0 && len(first) == 0 {
			if first, err = s.sealed(copyKey(id, n.last.N), was.raw); err != nil {
				return nil, nil, err
			}
		}
		n.begin(s, cmp.Or(do.kind, RevisionWork))
		n.last.Name, n.last.Return = do.name, do.back
	}
	n.step(s.instant(), changes, do)
	n.last.Sum = treeSum(tree)
	c, err := s.filed(id, n)
	return n, append(first, c...), err
}

// found notes in the history that the dossier is not as the last revision left it: an older program, which keeps no
// history, changed it, or the history was damaged. What an older program wrote is kept as it was.
func (s *Store) found(id string, was, n *head) ([]change, error) {
	if was.whole {
		return nil, nil
	}
	n.cursor = cursor{Last: was.cursor.Last}
	n.begin(s, RevisionFound)
	n.last.Sum = treeSum(n.tree)
	if was.tree != nil {
		n.last.Sum = treeSum(was.tree)
	}
	out, err := s.filed(id, n)
	if err != nil || was.last == nil || was.last.Schema == schema || len(was.stored) == 0 {
		return out, err
	}
	older, err := s.sealed(copyKey(id, was.last.N), was.stored)
	return append(out, older...), err
}

// grows reports whether the deed belongs to the last revision.
func (h *head) grows(s *Store, do deed) bool {
	since := s.instant().Sub(h.last.Ended)
	return h.open && do.kind == "" && h.last.Kind == RevisionWork && h.last.Author == s.worker() && since >= 0 && since < idle &&
		len(h.last.Steps) < maxSteps
}

// begin starts the next revision.
func (h *head) begin(s *Store, kind RevisionKind) {
	h.cursor.Last++
	now := s.instant().Truncate(time.Second)
	h.last = &Revision{N: h.cursor.Last, Author: s.worker(), Begun: now, Ended: now, Kind: kind, Schema: schema}
	h.open = kind == RevisionWork
}

// step adds changes to the last revision, in its last step when they go on with it.
func (h *head) step(now time.Time, changes patch, do deed) {
	r := h.last
	r.Ended = now.Truncate(time.Second)
	h.cursor.follow(do)
	if len(changes) == 0 {
		return
	}
	here := ref{r.N, len(r.Steps)}
	if i := len(r.Steps) - 1; i >= 0 && do == (deed{}) {
		last := &r.Steps[i]
		quiet := len(changes.loud()) == 0
		same := last.Of == (ref{}) && h.cursor.Done == here && len(h.cursor.Undone) == 0 && now.Sub(last.At) < burst &&
			sameAnswers(last.Changes, changes)
		if quiet || same {
			last.Changes, last.At = last.Changes.then(changes), now
			if same && len(last.Changes.loud()) == 0 {
				h.cursor.Done = last.Before
			}
			if len(last.Changes) == 0 {
				r.Steps = r.Steps[:i]
			}
			return
		}
	}
	r.Steps = append(r.Steps, Step{At: now, Changes: changes, Of: do.of, Redone: do.redone, Before: h.cursor.Done})
	if do.of == (ref{}) && len(changes.loud()) > 0 {
		h.cursor.Done, h.cursor.Undone = ref{r.N, len(r.Steps)}, nil
	}
}

// follow moves the cursor over the step that is undone or done again.
func (c *cursor) follow(do deed) {
	switch {
	case do.of == (ref{}):
	case do.redone:
		c.Done, c.Undone = do.of, c.Undone[:len(c.Undone)-1]
	default:
		c.Done, c.Undone = do.before, append(c.Undone, do.of)
	}
}

// filed is what is to be written of the head.
func (s *Store) filed(id string, h *head) ([]change, error) {
	last, err := s.sealedJSON(revisionKey(id, h.last.N), h.last)
	if err != nil {
		return nil, err
	}
	at, err := s.sealedJSON("u/"+id, h.cursor)
	return append(last, at...), err
}

func (s *Store) sealedJSON(key string, v any) ([]change, error) {
	raw, err := plainJSON(v)
	if err != nil {
		return nil, err
	}
	return s.sealed(key, raw)
}
