package storage

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"appuitechnique/model"
)

// A Meeting is a dossier that a file holds, beside what the base has of it. Nothing is written before Merge.
type Meeting struct {
	Ours    *model.Dossier // nil: the base has not this dossier
	Theirs  *model.Dossier
	Trashed bool // ours is in the trash
	Related bool // a state that both come from is known: what only one side changed is told from a conflict

	Differences []Difference
	Equal       int // answers that both have alike
	Sessions    int // revisions that the file adds to the history
	Pieces      int // attachments and frozen papers that the file adds

	path, phrase, seen string
	graft              *graft
	base               *model.Dossier
}

// New reports whether the file says something that the base does not, or otherwise.
func (m *Meeting) New() bool {
	return slices.ContainsFunc(m.Differences, func(x Difference) bool { return x.Fate != FateKept })
}

// Conflicts lists what a person must settle before Merge, by Difference.Of, once each.
func (m *Meeting) Conflicts() []string {
	var out []string
	seen := map[string]bool{}
	for _, x := range m.Differences {
		if x.Fate == FateConflict && !seen[x.Of] {
			out, seen[x.Of] = append(out, x.Of), true
		}
	}
	return out
}

// Meet reads a file, which opens with phrase, and says what it would change of the dossier that the base has. It writes
// nothing; what is wrong with the file is an *Error, as for ReadFile.
func (s *Store) Meet(path, phrase string) (m *Meeting, err error) {
	err = withParcel(path, phrase, func(p *parcel) error {
		s.hold()
		defer s.mu.Unlock()
		m, err = s.meet(p)
		return err
	})
	if err != nil {
		return nil, err
	}
	m.path, m.phrase = path, phrase
	return m, nil
}

// meet is Meet for what a file holds. The caller holds the store.
func (s *Store) meet(p *parcel) (*Meeting, error) {
	m := &Meeting{Theirs: p.dossier, seen: digestOf(p.dossier), Sessions: len(p.revisions), Pieces: len(p.attached)}
	h, err := s.known(p.dossier.ID)
	if errors.Is(err, ErrNotFound) {
		return m, nil
	}
	if err != nil {
		return nil, err
	}
	if m.Ours, err = Decode(h.raw); err != nil {
		return nil, err
	}
	m.seen += digestOf(m.Ours)
	_, m.Trashed = s.trash[p.dossier.ID]
	if m.base, m.graft, err = s.common(h, p); err != nil {
		return nil, err
	}
	m.Related, m.Sessions = m.base != nil, 0
	for _, r := range m.graft.added {
		if r.Kind != RevisionBridge && r.N > 0 {
			m.Sessions++
		}
	}
	added, _, err := s.attachedToo(p)
	if err != nil {
		return nil, err
	}
	m.Pieces = len(added)
	if _, m.Differences, err = merged(m.base, m.Ours, m.Theirs, nil); err != nil {
		return nil, err
	}
	m.Equal = alikeAnswers(m.Ours, m.Theirs)
	return m, nil
}

func digestOf(d *model.Dossier) string {
	raw, err := Encode(d)
	if err != nil {
		return ""
	}
	return hexSum(raw)
}

// common finds the state that a dossier of the base and that of a file both come from, nil when none is known, and what the
// file adds to the history.
func (s *Store) common(h *head, p *parcel) (*model.Dossier, *graft, error) {
	theirs, err := treeFor(p.dossier)
	if err != nil {
		return nil, nil, err
	}
	var ours []*Revision
	for n := 1; n <= h.cursor.Last; n++ {
		r, err := s.revision(p.dossier.ID, n)
		if err != nil { // its place stays, so that the others keep their numbers
			s.log.Error("read history", "id", p.dossier.ID, "revision", n, "err", err)
			r = &Revision{N: n, Sum: "?"}
		}
		ours = append(ours, r)
	}
	g, err := grafted(ours, p.revisions, h.tree, theirs)
	if err != nil || g.base == 0 {
		return nil, g, err
	}
	if g.state != nil {
		d, err := dossierOf(g.state, schema)
		return d, g, err
	}
	d, err := s.at(p.dossier.ID, g.base)
	if err != nil { // every difference is then for a person to settle
		s.log.Warn("find what two copies come from", "id", p.dossier.ID, "revision", g.base, "err", err)
		return nil, g, nil
	}
	return d, g, nil
}

// attachedToo lists what a file attaches and the base does not, and what it says more of what both have.
func (s *Store) attachedToo(p *parcel) (added, changed []Attachment, err error) {
	have, err := s.attachments("a/" + p.dossier.ID + "/")
	if err != nil {
		return nil, nil, err
	}
	byID := map[string]Attachment{}
	for _, a := range have {
		byID[a.ID] = a
	}
	for _, a := range p.attached {
		ours, there := byID[a.ID]
		switch {
		case !there:
			added = append(added, a)
		case ours.SHA256 == a.SHA256 && ours.Frozen != nil && a.Frozen != nil:
			if f, moved := further(*ours.Frozen, *a.Frozen); moved {
				ours.Frozen = &f
				changed = append(changed, ours)
			}
		case ours.SHA256 == a.SHA256 && (ours.Title == a.Title || a.Title == ""):
		case ours.SHA256 == a.SHA256 && ours.Title == "":
			ours.Title = a.Title
			changed = append(changed, ours)
		default: // the same piece under another caption: both are kept
			a.ID = hexSum([]byte(a.ID + a.SHA256 + a.Title))[:26]
			if _, there := byID[a.ID]; !there {
				added = append(added, a)
			}
		}
	}
	return added, changed, nil
}

// further is a frozen paper as far on its way to be signed as either copy knows; moved when theirs knows more.
func further(ours, theirs Frozen) (f Frozen, moved bool) {
	f = ours
	f.Sent, f.Signed, f.Copy = cmp.Or(ours.Sent, theirs.Sent), cmp.Or(ours.Signed, theirs.Signed), cmp.Or(ours.Copy, theirs.Copy)
	return f, f.Sent != ours.Sent || f.Signed != ours.Signed || f.Copy != ours.Copy
}

// Merge makes one dossier of the two that met, and files it as one revision, which Undo takes back; what of the file's
// history and attachments the base lacks is added to ours. sides says, by Difference.Of, which side is right in each conflict: one
// that is left out is an *Error of KindConflict. It is one of KindMoved when the file or the base is no longer what Meet read.
// What changed since the last backup is backed up first, where that can be done. The dossier leaves the trash, if it was there.
func (s *Store) Merge(m *Meeting, sides map[string]Side) (d *model.Dossier, err error) {
	for _, q := range m.Conflicts() {
		if sides[q] == SideNone {
			return nil, &Error{Kind: KindConflict, Path: m.path}
		}
	}
	s.backupBefore("import")
	err = withParcel(m.path, m.phrase, func(p *parcel) error {
		s.keeping.Lock() // nobody takes away a piece that nothing refers to yet
		defer s.keeping.Unlock()
		if err := s.unpack(p); err != nil {
			return err
		}
		s.hold()
		defer s.mu.Unlock()
		now, err := s.meet(p)
		if err != nil {
			return err
		}
		if now.seen != m.seen || now.Ours == nil {
			return &Error{Kind: KindMoved, Path: m.path}
		}
		d, err = s.blend(now, p, sides)
		return err
	})
	if err != nil || !m.Trashed {
		return d, err
	}
	return d, s.Restore(d.ID)
}

// blend saves what a meeting comes to. The caller holds the store.
func (s *Store) blend(m *Meeting, p *parcel, sides map[string]Side) (*model.Dossier, error) {
	if err := s.writable(); err != nil {
		return nil, err
	}
	d, _, err := merged(m.base, m.Ours, m.Theirs, sides)
	if err != nil {
		return nil, err
	}
	var pieces []change
	added, changed, err := s.attachedToo(p)
	if err != nil {
		return nil, err
	}
	for _, a := range slices.Concat(added, changed) {
		c, err := s.sealedJSON(attachmentKey(d.ID, a.ID), a)
		if err != nil {
			return nil, err
		}
		pieces = append(pieces, c...)
	}
	if digestOf(d) == digestOf(m.Ours) && len(m.graft.added) == 0 {
		if len(pieces) > 0 {
			err = s.apply(pieces)
		}
		return d, err
	}
	if m.New() {
		d.Changed = max(d.Changed, model.DayOf(s.now()))
	}
	raw, err := Encode(d)
	if err != nil {
		return nil, err
	}
	return d, s.save(d, raw, deed{kind: RevisionMerged, merged: &blended{m.graft, pieces}})
}

// blended is what a merge files besides the dossier.
type blended struct {
	graft  *graft
	pieces []change
}

// fileGraft files what a merge adds to the history that h goes on with: was is the dossier as the last revision left it.
func (s *Store) fileGraft(id string, h *head, was []byte, b *blended) ([]change, error) {
	whole, err := s.sealed(copyKey(id, h.last.N), was)
	if err != nil {
		return nil, err
	}
	out := whole
	for _, r := range b.graft.renumbered(s, h.last.N) {
		c, err := s.sealedJSON(revisionKey(id, r.N), r)
		if err != nil {
			return nil, err
		}
		out = append(out, c...)
	}
	h.cursor.Last += len(b.graft.added)
	return out, nil
}

// alikeAnswers counts the answers that both give alike.
func alikeAnswers(a, b *model.Dossier) int {
	texts := map[string]string{}
	for id, q := range questions(a) {
		if q.Kind != model.KindComputed && q.Kind != model.KindRows && q.Answered() {
			texts[id] = q.Text()
		}
	}
	n := 0
	for id, q := range questions(b) {
		if text, both := texts[id]; both && text == q.Text() {
			n++
		}
	}
	return n
}

// questions maps the ID of every question of d, those of rows included, to it.
func questions(d *model.Dossier) map[string]model.Field {
	out := map[string]model.Field{}
	for _, f := range model.Fiches(model.Form(d)) {
		f.Each(func(q model.Field) { out[q.ID] = q })
	}
	return out
}

// A Line is a difference in the words of its question.
type Line struct {
	Difference
	Fiche  string // its number and title
	Label  string // of the question; in a list, of the list, the row and the question
	Ours   string // as it is read; empty: unanswered, or no row
	Theirs string
}

// Lines words the differences in the order of the questions, one a question: a mark is told only where no answer of its
// question differs.
func (m *Meeting) Lines() []Line {
	ours, theirs := newReader(m.Ours), newReader(m.Theirs)
	var out []Line
	at := map[string]int{}
	for _, marks := range []bool{false, true} {
		for _, x := range m.Differences {
			q := x.Of
			if _, told := at[q]; told || strings.HasPrefix(x.Path, "/marks/") != marks {
				continue
			}
			at[q] = len(at)
			out = append(out, lineOf(x, ours, theirs))
		}
	}
	place := func(l Line) int {
		if i, ok := theirs.place[l.Question()]; ok {
			return i
		}
		if i, ok := ours.place[l.Question()]; ok {
			return i
		}
		return len(theirs.place) + len(ours.place)
	}
	slices.SortStableFunc(out, func(a, b Line) int { return place(a) - place(b) })
	return out
}

func rowKeys(raw json.RawMessage) []string {
	var keys []string
	if json.NewDecoder(bytes.NewReader(raw)).Decode(&keys) != nil {
		return nil
	}
	return keys
}
