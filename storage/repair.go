package storage

import (
	"errors"
	"io/fs"
	"os"
)

// repairJournal makes the journal again from a base that was closed well, or that is all there is. known is the last change
// that was acknowledged: what comes next has a number beyond it.
func (s *Store) repairJournal(known uint64) error {
	b, err := openBase(s.path(baseName), s.minFree, s.log)
	if err != nil {
		return &Error{Kind: KindDamaged, Path: s.dir, Err: err}
	}
	count := 0
	seq, err := b.each(func(key string, read func() ([]byte, error)) error { count++; return s.see(key, read) })
	if err == nil {
		_, err = s.anew(max(seq, known, 1), count, func(visit func(string, []byte) error) error {
			_, err := b.each(func(key string, read func() ([]byte, error)) error {
				value, err := read()
				if err == nil {
					_, err = unseal(s.secret, key, value)
				}
				if err != nil {
					return err
				}
				return visit(key, value)
			})
			return err
		})
	}
	if err == nil {
		err = b.put(s.journal.seq, nil)
	}
	if err != nil {
		s.forget()
		_ = b.close()
		return &Error{Kind: KindDamaged, Path: s.dir, Err: err}
	}
	s.base = b
	switch {
	case count > 0:
		s.notice = "Un fichier du journal était abîmé. Il a été reconstruit à partir de la base : rien n’a été perdu."
	case known > 0:
		s.notice = vanished
	}
	return nil
}

// anew writes another journal with these values beside the former one, then swaps them; the former is kept in the folder
// that is returned.
func (s *Store) anew(seq uint64, count int, each func(func(string, []byte) error) error) (kept string, err error) {
	dir := s.path(journalName)
	fresh := dir + freshExt
	if err := os.RemoveAll(fresh); err != nil {
		return "", err
	}
	j, err := openJournal(fresh)
	if err != nil {
		return "", err
	}
	if err := j.restate(seq, count, each); err != nil {
		return "", err
	}
	if kept, err = aside(dir, s.now()); err != nil {
		return "", err
	}
	if err := s.finishSwap(); err != nil {
		return kept, err
	}
	s.journal, err = openJournal(dir)
	return kept, err
}

const freshExt = ".neuf"

// finishSwap puts a new journal, written whole, in the place of the former one that is already aside.
func (s *Store) finishSwap() error {
	dir := s.path(journalName)
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(dir+freshExt, dir); errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return err
	}
	return syncDir(s.dir)
}
