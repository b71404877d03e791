package storage

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"appuitechnique/model"
)

// Erase removes dossiers of the trash for good, with their history. The backups made before keep them until they are dropped
// in their turn.
func (s *Store) Erase(ids ...string) error {
	s.hold()
	defer s.mu.Unlock()
	var changes []change
	for _, id := range ids {
		if _, there := s.trash[id]; !there {
			return &Error{Kind: KindNotFound, Path: id, Err: ErrNotFound}
		}
		for key := range s.journal.index {
			kind, rest, _ := strings.Cut(key, "/")
			owner, _, _ := strings.Cut(rest, "/")
			if owner == id && kind != "m" {
				changes = append(changes, change{key: key})
			}
		}
	}
	if len(changes) == 0 {
		return nil
	}
	if err := s.apply(changes); err != nil {
		return fmt.Errorf("erase: %w", err)
	}
	for _, id := range ids {
		delete(s.trash, id)
		delete(s.heads, id)
		s.words.drop(id)
	}
	return nil
}

// An Erased says what was done with someone's data, and what nobody can call back.
type Erased struct {
	Dossier   *model.Dossier // as it stands now
	Backups   int            // backups of the data folder that were written again
	Elsewhere string         // second place whose backups could not be written again; empty when all were, or there is none
	Named     []string       // paths of the answers in which the last name alone still stands, of this dossier
	Attached  []Attachment   // what is attached to the dossier, which only a person can read
}

// ErasePerson erases someone's data from everything in the data folder: the dossier and its whole history, the journal, the
// base, the journals set aside and the backups, those of the second place too when it can be reached. The answers of p are
// emptied in the dossier of that ID; what names or reaches p is taken out of every text of every dossier. Nothing brings them
// back. Either all of the data folder is done or nothing is changed.
func (s *Store) ErasePerson(id string, p model.Person) (*Erased, error) {
	s.keeping.Lock()
	defer s.keeping.Unlock()
	s.hold()
	defer s.mu.Unlock()
	if err := s.writable(); err != nil {
		return nil, err
	}
	s.wake()
	if _, err := s.known(id); err != nil {
		return nil, err
	}
	e := newEraser(id, p)
	if err := e.find(s); err != nil {
		return nil, failure(s.dir, err)
	}
	if err := s.convert(s.secret, s.keys, e.change); err != nil {
		return nil, failure(s.dir, err)
	}
	out := &Erased{}
	if all, err := listBackups(s.path(backupsName)); err == nil {
		out.Backups = len(all)
	}
	if s.elsewhere != "" {
		if err := s.rewriteElsewhere(e); err != nil {
			s.log.Error("erase in the second place", "err", err)
			out.Elsewhere = s.elsewhere
		}
	}
	h, err := s.known(id)
	if err != nil {
		return nil, err
	}
	if out.Dossier, err = Decode(h.raw); err != nil {
		return nil, err
	}
	if err := s.save(out.Dossier, h.raw, deed{kind: RevisionErased}); err != nil {
		return nil, err
	}
	out.Named = standsIn(h.tree, "", p.Last)
	out.Attached, err = s.attachments("a/" + id + "/")
	return out, err
}

// rewriteElsewhere writes again the backups of the second place.
func (s *Store) rewriteElsewhere(e *eraser) error {
	dir := filepath.Join(s.elsewhere, elsewhereFolder)
	if _, err := os.Stat(s.elsewhere); err != nil {
		return err
	}
	all, err := listBackups(dir)
	if err != nil {
		return err
	}
	for _, b := range all {
		_, from, err := examine(b.Path, "", io.Discard, func(keys *keyring) (*secret, error) { return s.unlockOwn(keys, "") })
		if err != nil { // damaged, or protected by a phrase of another day
			return err
		}
		c := conversion{from: from, to: s.secret, keys: s.keys, change: e.change}
		temp := filepath.Join(dir, tempBackup+filepath.Base(b.Path))
		_ = os.Remove(temp)
		if err = c.backup(b.Path, temp); err == nil {
			err = rename(temp, b.Path)
		}
		if err != nil {
			os.Remove(temp)
			return err
		}
	}
	return nil
}
