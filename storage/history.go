package storage

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"appuitechnique/model"
)

// SetAuthor says who works from now on. Without a workstation, the name of the computer is taken.
func (s *Store) SetAuthor(a Author) {
	s.hold()
	defer s.mu.Unlock()
	if a.Workstation == "" {
		a.Workstation, _ = os.Hostname() // without a name, none is written
	}
	s.author = Author{label(a.Name), label(a.Workstation)}
}

// Leave closes the revision of a dossier that is put away: what is changed next belongs to another session of work. Nothing
// is written.
func (s *Store) Leave(id string) {
	s.hold()
	defer s.mu.Unlock()
	if h := s.heads[id]; h != nil {
		h.open = false
	}
}

// History lists the revisions of a dossier, the last first. Those that cannot be read are left out. It is empty for a
// dossier that was last changed by a program that kept no history.
func (s *Store) History(id string) ([]*Revision, error) {
	s.hold()
	defer s.mu.Unlock()
	h, err := s.known(id)
	if err != nil {
		return nil, err
	}
	var out []*Revision
	for n := h.cursor.Last; n > 0; n-- {
		r, err := s.revision(id, n)
		if err != nil {
			s.log.Error("read history", "id", id, "revision", n, "err", err)
			continue
		}
		out = append(out, r)
	}
	return out, nil
}

// An Event is one change of one answer, and the revision in which it was made.
type Event struct {
	Change
	Revision *Revision
}

// QuestionHistory lists the changes of the answer of a question, the last first; of a list, those of its rows too.
func (s *Store) QuestionHistory(id, question string) ([]Event, error) {
	all, err := s.History(id)
	if err != nil {
		return nil, err
	}
	var out []Event
	for _, r := range all {
		if r.Kind == RevisionBridge {
			continue
		}
		for _, c := range r.Changes() {
			if q := c.Question(); q == question || strings.HasPrefix(q, question+"[") {
				out = append(out, Event{c, r})
			}
		}
	}
	return out, nil
}

// At reads a dossier as revision n left it.
func (s *Store) At(id string, n int) (*model.Dossier, error) {
	s.hold()
	defer s.mu.Unlock()
	return s.at(id, n)
}

// GoBack takes up the state that revision n left. That is one more revision, which can be undone: nothing of the history is
// lost. It returns the dossier as it then stands, and what changed: nothing, when it was already so.
func (s *Store) GoBack(id string, n int) (*model.Dossier, []Change, error) {
	s.hold()
	defer s.mu.Unlock()
	h, err := s.known(id)
	if err != nil {
		return nil, nil, err
	}
	now, err := Decode(h.raw)
	if err != nil {
		return nil, nil, err
	}
	d, err := s.at(id, n)
	if err != nil {
		return nil, nil, err
	}
	d.ID, d.Reference, d.Specimen, d.Marks.Seen = now.ID, now.Reference, now.Specimen, now.Marks.Seen
	return s.turn(h, d, deed{kind: RevisionReturn, back: n})
}

// Undo takes back the last step of work on a dossier that still stands, in whatever session it was made, and files that as
// one more step. It returns the dossier as it then stands, and what changed; nothing changed when nothing is left to undo.
func (s *Store) Undo(id string) (*model.Dossier, []Change, error) {
	s.hold()
	defer s.mu.Unlock()
	h, err := s.known(id)
	if err != nil {
		return nil, nil, err
	}
	at := h.cursor.Done
	step, err := s.stepOf(id, h, at)
	for step != nil && len(step.Changes.loud()) == 0 { // nothing is left of it since personal data were erased
		at = step.Before
		step, err = s.stepOf(id, h, at)
	}
	if err != nil {
		return nil, nil, err
	}
	if step == nil {
		d, err := Decode(h.raw)
		return d, nil, err
	}
	return s.replay(h, step.Changes.loud().back(), deed{of: at, before: step.Before})
}

// Redo does again the last step that was undone, as long as nothing else was changed since.
func (s *Store) Redo(id string) (*model.Dossier, []Change, error) {
	s.hold()
	defer s.mu.Unlock()
	h, err := s.known(id)
	if err != nil {
		return nil, nil, err
	}
	at := ref{}
	if n := len(h.cursor.Undone); n > 0 {
		at = h.cursor.Undone[n-1]
	}
	step, err := s.stepOf(id, h, at)
	if err != nil {
		return nil, nil, err
	}
	if step == nil {
		d, err := Decode(h.raw)
		return d, nil, err
	}
	return s.replay(h, step.Changes.loud(), deed{of: at, redone: true})
}

// KeepVersion gives a name to the dossier as it stands, and keeps it whole. The revision that was growing is closed; one
// that already has a name keeps it, and another takes this one.
func (s *Store) KeepVersion(id, name string) error {
	s.hold()
	defer s.mu.Unlock()
	was, err := s.known(id)
	if err != nil {
		return err
	}
	h := was.with()
	first, err := s.found(id, was, h)
	if err != nil {
		return err
	}
	h.whole = true
	if h.last.Name != "" {
		h.begin(s, RevisionWork)
		h.last.Sum = treeSum(h.tree)
	}
	h.last.Name, h.open = label(name), false
	changes, err := s.filed(id, h)
	if err != nil {
		return err
	}
	whole, err := s.sealed(copyKey(id, h.last.N), h.raw)
	if err != nil {
		return err
	}
	if err := s.apply(slices.Concat(first, changes, whole)); err != nil {
		return fmt.Errorf("keep version of %s: %w", id, err)
	}
	s.keepHead(id, h)
	return nil
}

// known is the head of a dossier that the base holds and that can be read.
func (s *Store) known(id string) (*head, error) {
	if s.closed {
		return nil, &Error{Kind: KindClosed}
	}
	if s.pending != nil && s.pending.id == id {
		return nil, failure(s.dir, s.pending.err)
	}
	h := s.head(id)
	if h == nil {
		return nil, &Error{Kind: KindNotFound, Path: id, Err: ErrNotFound}
	}
	if h.tree == nil {
		return nil, &Error{Kind: KindDamaged, Path: id}
	}
	return h, nil
}

func (s *Store) revision(id string, n int) (*Revision, error) {
	if h := s.heads[id]; h != nil && h.last != nil && h.last.N == n {
		return h.with().last, nil
	}
	r := &Revision{}
	if err := s.readJSON(revisionKey(id, n), r); err != nil {
		return nil, err
	}
	return r, nil
}

// stepOf reads a step; nil when there is none.
func (s *Store) stepOf(id string, h *head, at ref) (*Step, error) {
	if at == (ref{}) || !h.whole {
		return nil, nil
	}
	r, err := s.revision(id, at[0])
	if err != nil {
		return nil, &Error{Kind: KindDamaged, Path: id, Err: err}
	}
	if at[1] < 1 || at[1] > len(r.Steps) {
		return nil, &Error{Kind: KindDamaged, Path: id, Err: fmt.Errorf("no step %v", at)}
	}
	return &r.Steps[at[1]-1], nil
}

// replay makes changes in the dossier as it stands.
func (s *Store) replay(h *head, changes patch, do deed) (*model.Dossier, []Change, error) {
	tree, err := dossierTree(h.raw)
	if err != nil {
		return nil, nil, err
	}
	if err := changes.apply(tree); err != nil {
		return nil, nil, &Error{Kind: KindDamaged, Path: revisionKey("", do.of[0]), Err: err}
	}
	d, err := dossierOf(tree, schema)
	if err != nil {
		return nil, nil, err
	}
	return s.turn(h, d, do)
}

// turn saves d in place of what h holds, and returns what changed.
func (s *Store) turn(h *head, d *model.Dossier, do deed) (*model.Dossier, []Change, error) {
	tree, err := treeFor(d)
	if err != nil {
		return nil, nil, err
	}
	changes, err := diff(h.tree, tree)
	if err != nil {
		return nil, nil, err
	}
	changes = tidy(changes.loud())
	if len(changes) == 0 && do.kind != "" {
		return d, nil, nil
	}
	d.Changed = model.DayOf(s.now())
	raw, err := Encode(d)
	if err != nil {
		return nil, nil, err
	}
	return d, changes, s.save(d, raw, do)
}

func treeFor(d *model.Dossier) (map[string]any, error) {
	raw, err := Encode(d)
	if err != nil {
		return nil, err
	}
	return dossierTree(raw)
}

// dossierOf reads the dossier that a tree holds, in the JSON of that version.
func dossierOf(tree map[string]any, version int) (*model.Dossier, error) {
	inner, err := plainJSON(tree)
	if err != nil {
		return nil, err
	}
	raw, err := plainJSON(versioned{Schema: version, Dossier: inner})
	if err != nil {
		return nil, err
	}
	return Decode(raw)
}
