package storage

import (
	"errors"
	"os"
	"path/filepath"
)

// To protect a data folder, or to stop, is to write all of it again under another secret. All is first written beside the
// former, in convertName, and read back; then readyName is put there, and from that moment the new takes the place of the
// former, whatever happens: an opening that finds readyName goes on, one that does not find it throws the beginning away.
const (
	convertName = "neuf"
	readyName   = "pret"
	formerName  = "ancien"
)

// Protected reports whether the dossiers can only be read with a phrase.
func (s *Store) Protected() bool {
	s.hold()
	defer s.mu.Unlock()
	return s.secret != nil
}

// Protect seals everything in the data folder under phrase, and returns the code that opens it without the phrase: it is
// written nowhere, and must be printed. Either all is done or nothing is changed; but for the second place, which may be out
// of reach: see ClearElsewhere.
func (s *Store) Protect(phrase string) (code string, err error) {
	s.keeping.Lock()
	defer s.keeping.Unlock()
	s.hold()
	defer s.mu.Unlock()
	if err := s.writable(); err != nil {
		return "", err
	}
	if WeakPhrase(phrase) != "" {
		return "", &Error{Kind: KindWeak}
	}
	if s.secret != nil {
		return "", &Error{Kind: KindOther, Path: s.dir, Err: errors.New("already protected")}
	}
	keys, key, code, err := newKeyring(phrase, s.cost)
	if err != nil {
		return "", err
	}
	to, err := newSecret(key)
	if err != nil {
		return "", err
	}
	if err := s.convert(to, keys, nil); err != nil {
		return code, failure(s.dir, err)
	}
	if s.elsewhere != "" {
		if err := s.sealIn(filepath.Join(s.elsewhere, elsewhereFolder)); err != nil { // told by ClearElsewhere
			s.log.Error("seal the second place", "err", err)
		}
	}
	return code, nil
}

// Unprotect writes everything in clear again, after phrase proved right.
func (s *Store) Unprotect(phrase string) error {
	s.keeping.Lock()
	defer s.keeping.Unlock()
	s.hold()
	defer s.mu.Unlock()
	if _, err := s.prove(phrase); err != nil {
		return err
	}
	return failure(s.dir, s.convert(nil, nil, nil))
}

// ChangePhrase makes now the phrase, after was proved right. It writes the header only: a backup made before still opens by
// the phrase of its day.
func (s *Store) ChangePhrase(was, now string) error {
	return s.changeKeys(was, func(keys *keyring, key []byte) error {
		if WeakPhrase(now) != "" {
			return &Error{Kind: KindWeak}
		}
		return keys.relock(key, now, s.cost)
	})
}

// RenewCode returns another code for the printed sheet, after phrase proved right; the former opens nothing any more, but
// the backups made before.
func (s *Store) RenewCode(phrase string) (code string, err error) {
	err = s.changeKeys(phrase, func(keys *keyring, key []byte) (err error) {
		code, err = keys.renew(key, s.cost)
		return err
	})
	return code, err
}

func (s *Store) changeKeys(phrase string, change func(*keyring, []byte) error) error {
	s.hold()
	defer s.mu.Unlock()
	key, err := s.prove(phrase)
	if err != nil {
		return err
	}
	keys := *s.keys
	if err := change(&keys, key); err != nil {
		return err
	}
	if err := saveHeader(s.path(headName), &keys); err != nil {
		return failure(s.dir, err)
	}
	s.keys = &keys
	return failure(s.dir, s.copyHeader())
}

// prove returns the data key of an open and protected store, if phrase is right.
func (s *Store) prove(phrase string) ([]byte, error) {
	if err := s.writable(); err != nil {
		return nil, err
	}
	if s.keys == nil {
		return nil, &Error{Kind: KindOther, Path: s.dir, Err: errors.New("not protected")}
	}
	if _, err := unlock(s.keys, phrase); err != nil {
		return nil, at(s.dir, err)
	}
	return s.secret.key, nil
}

// convert writes the folder again under another secret, then goes on from there. After a failure nothing is changed, or the
// store is closed and the next opening finishes.
func (s *Store) convert(to *secret, keys *keyring, change alteration) error {
	if err := s.writable(); err != nil {
		return err
	}
	s.wake()
	if err := s.prepare(to, keys, change); err != nil {
		_ = os.RemoveAll(s.path(convertName))
		return err
	}
	if err := s.journal.close(); err != nil {
		s.log.Error("close journal", "err", err)
	}
	if s.base != nil {
		if err := s.base.close(); err != nil {
			s.log.Error("close base", "err", err)
		}
		s.base = nil
	}
	err := finishConversion(s.dir)
	if err == nil {
		s.secret, s.keys = to, keys
		err = s.copyHeader()
	}
	if err == nil {
		s.journal, err = openJournal(s.path(journalName))
	}
	if err == nil {
		s.findBackups()
		s.forget()
		s.behind = false
		err = s.rebuild(late)
	}
	if err != nil {
		s.closed = true
		_ = s.lock.Close()
	}
	return err
}

// prepare writes and verifies the new folder, and marks it ready.
func (s *Store) prepare(to *secret, keys *keyring, change alteration) error {
	fresh := s.path(convertName)
	if err := os.RemoveAll(fresh); err != nil {
		return err
	}
	if err := os.Mkdir(fresh, 0o700); err != nil {
		return err
	}
	c := conversion{from: s.secret, to: to, keys: keys, change: change}
	if err := c.journal(s.journal, filepath.Join(fresh, journalName), s.journal.seq); err != nil {
		return err
	}
	kept, err := formerJournals(s.dir)
	if err != nil {
		return err
	}
	for _, name := range kept {
		j, err := openJournal(s.path(name))
		if err != nil {
			return err
		}
		c.lenient = true // what cannot be read of a journal set aside was lost before
		if err := os.MkdirAll(filepath.Dir(filepath.Join(fresh, name)), 0o700); err != nil {
			return err
		}
		if err := c.journal(j, filepath.Join(fresh, name), j.seq); err != nil {
			return err
		}
	}
	for _, folder := range s.folders() {
		if err := c.tree(s.path(folder.name), filepath.Join(fresh, folder.name), folder.convert); err != nil {
			return err
		}
	}
	if err := saveHeader(filepath.Join(fresh, headName), keys); err != nil {
		return err
	}
	return replaceFile(filepath.Join(fresh, readyName), []byte("1"), 0o600)
}

// formerJournals names the journals that were set aside, damaged or replaced by a restoration.
func formerJournals(dir string) ([]string, error) {
	var out []string
	for _, pattern := range []string{journalName + ".ecarte-*", formerPrefix + "*/" + journalName} {
		all, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			return nil, err
		}
		for _, path := range all {
			name, err := filepath.Rel(dir, path)
			if err != nil {
				return nil, err
			}
			out = append(out, name)
		}
	}
	return out, nil
}

// A folder is a part of the data folder that a conversion carries over, beside the journal.
type folder struct {
	name    string
	convert func(c *conversion, from, to string) error
}

func (s *Store) folders() []folder {
	return []folder{{"pieces", (*conversion).stream}, {backupsName, (*conversion).backup}}
}
