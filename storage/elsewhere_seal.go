package storage

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// What stood in the second place before the dossiers were protected is in clear there. It is sealed in its turn: at once where
// the second place can be reached, else with the next copy.

// SealElsewhere seals what ClearElsewhere counts. What cannot be read or written stays as it was, and is said.
func (s *Store) SealElsewhere() error {
	s.keeping.Lock()
	defer s.keeping.Unlock()
	dir := s.sealedPlace()
	if dir == "" {
		return nil
	}
	return inClearAt(dir, s.sealIn(filepath.Join(dir, elsewhereFolder)))
}

// ClearElsewhere counts the backups and pieces of the second place that anybody can read though the dossiers are protected;
// none when they are not, or where no second place was chosen.
func (s *Store) ClearElsewhere() (int, error) {
	dir := s.sealedPlace()
	if dir == "" {
		return 0, nil
	}
	all, err := clearIn(filepath.Join(dir, elsewhereFolder))
	return len(all), inClearAt(dir, err)
}

// DropClearElsewhere removes what ClearElsewhere counts.
func (s *Store) DropClearElsewhere() error {
	s.keeping.Lock()
	defer s.keeping.Unlock()
	dir := s.sealedPlace()
	if dir == "" {
		return nil
	}
	all, err := clearIn(filepath.Join(dir, elsewhereFolder))
	for _, path := range all {
		err = errors.Join(err, os.Remove(path))
	}
	return inClearAt(dir, err)
}

// sealedPlace returns the second place of a protected store; empty when there is none.
func (s *Store) sealedPlace() string {
	s.hold()
	defer s.mu.Unlock()
	if s.secret == nil || s.closed {
		return ""
	}
	return s.elsewhere
}

func inClearAt(dir string, err error) error {
	if err == nil {
		return nil
	}
	return &Error{Kind: KindClear, Path: dir, Err: err}
}

// sealIn seals what is in clear in dir, as far as it can; the secret of the store does not change meanwhile.
func (s *Store) sealIn(dir string) error {
	all, err := clearIn(dir)
	c := conversion{to: s.secret, keys: s.keys}
	for _, path := range all {
		turn, temp := c.backup, filepath.Join(dir, tempBackup+filepath.Base(path))
		if !backupName().MatchString(filepath.Base(path)) {
			turn, temp = c.stream, filepath.Join(filepath.Dir(path), tempPiece+filepath.Base(path))
		}
		_ = os.Remove(temp)
		e := turn(path, temp)
		if e == nil {
			e = rename(temp, path) // of a damaged backup nothing was written
		}
		if e != nil {
			_ = os.Remove(temp)
			err = errors.Join(err, e)
		}
	}
	return err
}

// clearIn lists the backups and the pieces of a second place that start as those in clear do; none where it is missing.
func clearIn(dir string) (out []string, err error) {
	err = filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil && path == dir && errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case !e.Type().IsRegular():
			return nil
		}
		clear := false
		switch {
		case backupName().MatchString(e.Name()):
			clear, err = backupInClear(path)
		case isSum(e.Name()):
			clear, err = pieceInClear(path)
		}
		if clear {
			out = append(out, path)
		}
		return err
	})
	return out, err
}

// backupInClear reports whether a backup lacks the key that a sealed one begins with. A damaged one may be in clear.
func backupInClear(path string) (bool, error) {
	keys, err := keysOf(path)
	var e *Error
	if errors.As(err, &e) {
		switch e.Kind {
		case KindAltered, KindNoBackup:
			return true, nil
		case KindLocked:
			return false, nil
		}
	}
	return keys == nil, err
}

func pieceInClear(path string) (bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	start := new(strings.Builder)
	_, err = io.Copy(start, io.LimitReader(f, int64(len(streamMark))))
	return start.String() != streamMark, err
}
