package storage

import (
	"bytes"
	"strings"
)

// migrate brings a folder of an older schema to that of today: every dossier is first read, as a trial; then all is backed
// up; then each is written again as this program writes it; and only then does the header say so. Stopped on the way, it is
// begun again at the next opening.
func (s *Store) migrate() error {
	if err := s.eachOld(func(string, []byte) error { return nil }); err != nil {
		return err
	}
	if len(s.live)+len(s.trash) > 0 {
		if err := s.BackUp(); err != nil {
			return err
		}
	}
	if err := s.eachOld(func(key string, raw []byte) error {
		changes, err := s.sealed(key, raw)
		if err != nil {
			return err
		}
		return s.apply(changes)
	}); err != nil {
		return err
	}
	return s.writeHeader(s.keys)
}

// eachOld calls visit with every dossier that this program would write otherwise than it stands, and as it would write it.
func (s *Store) eachOld(visit func(key string, raw []byte) error) error {
	for _, key := range s.journal.keys() {
		if !strings.HasPrefix(key, "d/") {
			continue
		}
		was, err := s.read(key)
		if err != nil {
			return err
		}
		d, err := Decode(was)
		if err != nil {
			return &Error{Kind: KindMigration, Path: s.dir, Err: err}
		}
		now, err := Encode(d)
		if err != nil {
			return err
		}
		if bytes.Equal(was, now) {
			continue
		}
		if err := visit(key, now); err != nil {
			return err
		}
	}
	return nil
}
