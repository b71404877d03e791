package storage

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"appuitechnique/model"
)

// A Summary is what a list shows of a dossier, without reading it whole.
type Summary struct {
	ID        string    `json:"id"`
	Reference string    `json:"ref"`
	Town      string    `json:"town,omitempty"`
	Title     string    `json:"title,omitempty"` // of the project
	Changed   model.Day `json:"changed,omitempty"`
	Saved     time.Time `json:"saved"` // when it was last saved; for information, never to decide
	Specimen  bool      `json:"specimen,omitempty"`
	Done      int       `json:"done,omitempty"`  // fiches complete
	Asked     int       `json:"asked,omitempty"` // fiches that ask something; 0 when it was not yet counted
}

// A Trashed is a dossier that was deleted, and can be restored.
type Trashed struct {
	Summary
	Deleted time.Time `json:"deleted"`
}

func summarise(d *model.Dossier, now time.Time) Summary {
	done, asked := model.Completion(d)
	return Summary{
		ID: d.ID, Reference: short(d.Reference, maxReference), Town: short(d.Town.Name, 48), Title: short(d.Project.Title, 72),
		Changed: d.Changed, Saved: now.Truncate(time.Second), Specimen: d.Specimen,
		Done: done, Asked: asked,
	}
}

// short cuts s to at most n bytes, between two characters.
func short(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n -= len("…"); n > 0 && !utf8.RuneStart(s[n]); n-- {
	}
	return s[:n] + "…"
}

// Save keeps d, and files in its history what changed. It returns nil only once d is on the disk, where neither a kill nor a
// power cut can undo it. After an error what was saved before still stands. A dossier in the trash stays there, with its new
// answers.
func (s *Store) Save(d *model.Dossier) error {
	raw, err := Encode(d)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	err = s.settle()
	if err == nil {
		err = s.writable()
	}
	if err == nil {
		err = s.draft(d.ID, raw)
	}
	if err != nil {
		return fmt.Errorf("save dossier %s: %w", d.ID, err)
	}
	return nil
}

func (s *Store) saveAs(d *model.Dossier, do deed) error {
	raw, err := Encode(d)
	if err != nil {
		return err
	}
	s.hold()
	defer s.mu.Unlock()
	return s.save(d, raw, do)
}

// save is Save for a dossier whose JSON is raw. The caller holds the store.
func (s *Store) save(d *model.Dossier, raw []byte, do deed) error {
	if s.closed {
		return &Error{Kind: KindClosed}
	}
	sm := summarise(d, s.instant())
	changes, err := s.sealed("d/"+d.ID, raw)
	if err != nil {
		return err
	}
	h, history, err := s.file(d.ID, raw, do)
	if err != nil { // answers come before their history
		s.log.Error("file in history", "id", d.ID, "err", err)
		h = nil
	}
	changes = append(changes, history...)
	if do.merged != nil {
		changes = append(changes, do.merged.pieces...)
	}
	changes = append(changes, change{key: draftPrefix + d.ID})
	t, gone := s.trash[d.ID]
	if gone {
		t.Summary = sm
		err = s.commit(changes, "c/"+d.ID, t)
	} else {
		err = s.commit(changes, "s/"+d.ID, sm)
	}
	if err != nil {
		return fmt.Errorf("save dossier %s: %w", d.ID, err)
	}
	s.keepHead(d.ID, h)
	if s.words.begun {
		s.note(d.ID, raw)
	}
	if gone {
		s.trash[d.ID] = t
	} else {
		s.live[d.ID] = sm
	}
	return nil
}

// Load reads a dossier, in the list or in the trash.
func (s *Store) Load(id string) (*model.Dossier, error) {
	s.hold()
	defer s.mu.Unlock()
	if s.pending != nil && s.pending.id == id && !s.closed {
		return Decode(s.pending.raw)
	}
	raw, err := s.read("d/" + id)
	if err != nil {
		return nil, fmt.Errorf("load dossier %s: %w", id, err)
	}
	d, err := Decode(raw)
	if err != nil {
		return nil, fmt.Errorf("load dossier %s: %w", id, err)
	}
	return d, nil
}

// List returns the dossiers of the list, the last saved first.
func (s *Store) List() ([]Summary, error) {
	s.hold()
	defer s.mu.Unlock()
	if s.closed {
		return nil, &Error{Kind: KindClosed}
	}
	return s.listed(func(Summary) bool { return true }), nil
}

// listed returns those of the list that are wanted, the last saved first.
func (s *Store) listed(wanted func(Summary) bool) []Summary {
	all := make([]Summary, 0, len(s.live))
	type place struct {
		at int64
		n  int
	}
	var order []place // light to sort
	for _, sm := range s.live {
		if wanted(sm) {
			order = append(order, place{sm.Saved.UnixNano(), len(all)})
			all = append(all, sm)
		}
	}
	slices.SortFunc(order, func(a, b place) int {
		if a.at != b.at {
			return cmp.Compare(b.at, a.at)
		}
		x, y := &all[a.n], &all[b.n]
		return cmp.Or(strings.Compare(y.Reference, x.Reference), strings.Compare(x.ID, y.ID))
	})
	out := make([]Summary, len(all))
	for i, p := range order {
		out[i] = all[p.n]
	}
	return out
}

// ByReference reads the dossier of the list that has this reference, capitals, accents and spaces around ignored. Of two, the last
// saved.
func (s *Store) ByReference(ref string) (*model.Dossier, error) {
	list, err := s.List()
	if err != nil {
		return nil, err
	}
	for _, sm := range list {
		if sm.Reference != "" && model.Fold(sm.Reference) == model.Fold(ref) {
			return s.Load(sm.ID)
		}
	}
	return nil, &Error{Kind: KindNotFound, Path: ref, Err: ErrNotFound}
}

// NextReference returns the reference of the next dossier of that year: "2026-001", or the one after the highest in use,
// trash included.
func (s *Store) NextReference(year int) string {
	s.hold()
	defer s.mu.Unlock()
	last := 0
	see := func(sm Summary) {
		var y, n int
		if c, err := fmt.Sscanf(sm.Reference, "%d-%d", &y, &n); c == 2 && err == nil && y == year {
			last = max(last, n)
		}
	}
	for _, sm := range s.live {
		see(sm)
	}
	for _, t := range s.trash {
		see(t.Summary)
	}
	return fmt.Sprintf("%d-%03d", year, last+1)
}

// Delete moves a dossier from the list to the trash. Nothing is erased, now or later.
func (s *Store) Delete(id string) error {
	s.hold()
	defer s.mu.Unlock()
	sm, ok := s.live[id]
	if !ok {
		return &Error{Kind: KindNotFound, Path: id, Err: ErrNotFound}
	}
	t := Trashed{Summary: sm, Deleted: s.now().Truncate(time.Second)}
	if err := s.commit([]change{{key: "s/" + id}}, "c/"+id, t); err != nil {
		return fmt.Errorf("delete dossier %s: %w", id, err)
	}
	delete(s.live, id)
	s.trash[id] = t
	return nil
}

// Trash returns the deleted dossiers, the last deleted first.
func (s *Store) Trash() []Trashed {
	s.hold()
	defer s.mu.Unlock()
	out := make([]Trashed, 0, len(s.trash))
	for _, t := range s.trash {
		out = append(out, t)
	}
	slices.SortFunc(out, func(a, b Trashed) int {
		return cmp.Or(b.Deleted.Compare(a.Deleted), strings.Compare(a.ID, b.ID))
	})
	return out
}

// Restore moves a dossier from the trash back to the list.
func (s *Store) Restore(id string) error {
	s.hold()
	defer s.mu.Unlock()
	t, ok := s.trash[id]
	if !ok {
		return &Error{Kind: KindNotFound, Path: id, Err: ErrNotFound}
	}
	if err := s.commit([]change{{key: "c/" + id}}, "s/"+id, t.Summary); err != nil {
		return fmt.Errorf("restore dossier %s: %w", id, err)
	}
	delete(s.trash, id)
	s.live[id] = t.Summary
	return nil
}

// commit makes changes and the value of key durable, as one.
func (s *Store) commit(changes []change, key string, value any) error {
	raw, err := json.Marshal(value)
	if err != nil {
		return err
	}
	last, err := s.sealed(key, raw)
	if err != nil {
		return err
	}
	return s.apply(append(changes, last...))
}

// sealed is the change that sets key to payload.
func (s *Store) sealed(key string, payload []byte) ([]change, error) {
	value, err := seal(s.secret, key, payload)
	if err != nil {
		return nil, err
	}
	return []change{{key, value}}, nil
}
