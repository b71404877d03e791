package storage

import (
	"errors"
	"fmt"
	"maps"
	"slices"
)

// When two copies of a dossier are merged, the chain of revisions of the base goes on with those that only the file has, as
// they are but for their numbers, and comes back: a bridge leads from ours to the state before them, and from the state after
// them to ours. The merge itself is the revision that follows, so that it is undone as one step.

// A graft is what a file adds to the history of a dossier.
type graft struct {
	base  int         // the last revision of ours that the file has too; 0: there is none
	state object      // what base left, in the file; nil where its way there was not kept
	added []*Revision // in order; their numbers are those of the file, 0 for a bridge
	known map[int]int // number in the file → number of ours
}

// An object is JSON as treeOf reads it.
type object = map[string]any

// deedOf names a revision wherever it was carried. Neither its number nor its answers count: the first changes with the
// chain, the second when personal data are erased.
func deedOf(r *Revision) string {
	name := fmt.Sprint(r.Kind, r.Begun.Unix(), r.Ended.Unix())
	for _, s := range r.Steps {
		name += fmt.Sprint(" ", s.At.UnixNano())
	}
	return name
}

// grafted compares the revisions of a file, which lead to theirs, with ours, which lead to now. It changes none of them.
func grafted(ours, revisions []*Revision, now, theirs object) (*graft, error) {
	g := &graft{known: map[int]int{}}
	byDeed := map[string][]*Revision{}
	for _, r := range ours {
		byDeed[deedOf(r)] = append(byDeed[deedOf(r)], r)
	}
	void, voidThere, last := undone(ours), undone(revisions), 0
	for _, r := range revisions {
		for _, x := range byDeed[deedOf(r)] {
			if r.Kind != RevisionBridge && (x.Sum == r.Sum || x.Sum == "" || r.Sum == "") {
				g.known[r.N] = x.N
				if !void(x.N) && !voidThere(r.N) && x.N > g.base {
					g.base, last = x.N, r.N
				}
				break
			}
		}
	}
	w := &grafter{graft: g, here: now, walk: treeCopy(theirs), work: labour{size: sizeOf(now) + sizeOf(theirs)}}
	start, err := w.rewind(revisions)
	if err != nil {
		return nil, err
	}
	for i, r := range revisions {
		if i == start {
			w.reach(revisions[:i])
		}
		if err := w.pass(r, i >= start); err != nil {
			return nil, err
		}
		if r.N == last && i >= start-1 {
			g.state = treeCopy(w.walk)
		}
	}
	if start == len(revisions) {
		w.reach(revisions)
	}
	w.leave()
	return g, w.bridge(now)
}

// undone tells which of these revisions, numbered from 1, a merge brought that no longer stands: it was undone, or an earlier
// state was gone back to.
func undone(all []*Revision) func(n int) bool {
	off := map[int]bool{}
	for _, r := range all {
		for _, s := range r.Steps {
			if s.Of != (ref{}) {
				off[s.Of[0]] = !s.Redone
			}
		}
	}
	brought, lowest := make([]int, len(all)+2), len(all)
	for _, r := range slices.Backward(all) {
		if r.Kind == RevisionReturn {
			lowest = min(lowest, r.Return)
		}
		if r.Kind == RevisionMerged && (off[r.N] || lowest < r.N) && r.Return < r.N && r.N <= len(all) {
			brought[max(r.Return, 0)+1]++
			brought[r.N]--
		}
	}
	for i := 1; i < len(brought); i++ {
		brought[i] += brought[i-1]
	}
	return func(n int) bool { return n < len(brought) && brought[n] > 0 }
}

// A grafter walks over the revisions of a file.
type grafter struct {
	*graft
	walk object // the state of the file
	here object // the state the chain has come to; nil: it is walk
	work labour
}

// rewind leads walk back to the state before the first revision that can be walked over, and returns its place.
func (w *grafter) rewind(all []*Revision) (start int, err error) {
	for start = len(all); start > 0; start-- {
		r := all[start-1]
		if r.Kind == RevisionFound || r.Schema != schema {
			break
		}
		for _, s := range slices.Backward(r.Steps) {
			if err := s.Changes.back().apply(w.walk); err != nil {
				return 0, &Error{Kind: KindSuspect, Err: fmt.Errorf("revision %d: %w", r.N, err)}
			}
		}
	}
	return start, nil
}

// reach notes that the chain comes to the state of walk over revisions that could not be walked over, where one was added.
func (w *grafter) reach(before []*Revision) {
	if len(w.added) == 0 {
		return
	}
	if last := w.added[len(w.added)-1]; last != before[len(before)-1] || last.Kind != RevisionFound {
		w.added = append(w.added, &Revision{Kind: RevisionFound, Schema: schema, Sum: treeSum(w.walk)})
	}
	w.here = nil
}

// pass goes over a revision, and adds it where ours lack it.
func (w *grafter) pass(r *Revision, walked bool) error {
	_, known := w.known[r.N]
	mine := !known && r.Kind != RevisionBridge
	switch {
	case !walked && mine:
		w.added = append(w.added, r)
		return nil
	case !walked:
		return nil
	case mine:
		if err := w.bridge(w.walk); err != nil {
			return err
		}
		w.here = nil
		w.added = append(w.added, r)
	default:
		w.leave()
	}
	for _, s := range r.Steps {
		if err := s.Changes.apply(w.walk); err != nil {
			return &Error{Kind: KindSuspect, Err: fmt.Errorf("revision %d: %w", r.N, err)}
		}
	}
	return nil
}

// leave keeps the state of the chain, before walk goes on without it.
func (w *grafter) leave() {
	if w.here == nil {
		w.here = treeCopy(w.walk)
	}
}

// bridge leads the chain to a state.
func (w *grafter) bridge(to object) error {
	if w.here == nil {
		return nil
	}
	if w.work.over() {
		return &Error{Kind: KindTooBig, Err: errors.New("revisions of both sides in turn")}
	}
	changes, err := diff(w.here, to)
	if err != nil || len(changes) == 0 {
		return err
	}
	w.added = append(w.added, &Revision{Kind: RevisionBridge, Schema: schema, Sum: treeSum(to), Steps: []Step{{Changes: changes}}})
	return nil
}

func treeCopy(t object) object {
	out, _ := valueCopy(t).(object)
	return out
}

func valueCopy(v any) any {
	switch v := v.(type) {
	case object:
		out := maps.Clone(v)
		for name, x := range out {
			out[name] = valueCopy(x)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, x := range v {
			out[i] = valueCopy(x)
		}
		return out
	}
	return v
}

// renumbered returns the revisions that g adds, to stand after revision last of ours: those that nobody dated are dated now.
func (g *graft) renumbered(s *Store, last int) []*Revision {
	to := maps.Clone(g.known)
	for i, r := range g.added {
		if r.N > 0 {
			to[r.N] = last + i + 1
		}
	}
	out := make([]*Revision, len(g.added))
	for i, r := range g.added {
		c := *r
		c.N = last + i + 1
		c.Return = to[r.Return]
		if c.Begun.IsZero() {
			c.Begun = s.instant().Truncate(1e9)
			c.Ended, c.Author = c.Begun, s.worker()
		}
		c.Steps = slices.Clone(r.Steps)
		for j := range c.Steps {
			st := &c.Steps[j]
			st.Of, st.Before = st.Of.in(to), st.Before.in(to)
		}
		out[i] = &c
	}
	return out
}

// in is the same step in another chain; none where that has not its revision.
func (r ref) in(to map[int]int) ref {
	if n := to[r[0]]; n > 0 {
		return ref{n, r[1]}
	}
	return ref{}
}
