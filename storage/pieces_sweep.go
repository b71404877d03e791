package storage

import (
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// sweepPieces removes the pieces to which nothing has referred for thirty days: no dossier, no backup of the data folder, no
// former journal. It is called when a backup was made.
func (s *Store) sweepPieces() error {
	s.hold()
	used, err := referred(s.journal, s.secret)
	since := map[string]time.Time{}
	if err == nil {
		if e := s.readJSON(orphansKey, &since); e != nil && !errors.Is(e, ErrNotFound) {
			err = e
		}
	}
	s.mu.Unlock()
	if err != nil {
		return err
	}
	left, known, old := map[string]time.Time{}, 0, []string(nil)
	err = filepath.WalkDir(s.path(piecesName), func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		sum := e.Name()
		if i, err := e.Info(); err == nil && strings.HasPrefix(sum, tempPiece) && s.now().Sub(i.ModTime()) > time.Hour {
			return os.Remove(path)
		}
		if _, there := used[sum]; there || !isSum(sum) {
			return nil
		}
		left[sum] = s.now().Truncate(time.Second)
		if at, was := since[sum]; was {
			known++
			if left[sum] = at; s.now().Sub(at) >= orphansStay {
				old = append(old, sum)
			}
		}
		return nil
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if len(old) > 0 {
		if used, err = s.formerlyReferred(); err != nil {
			return err
		}
	}
	for _, sum := range old {
		if _, kept := used[sum]; kept {
			continue
		}
		if err := os.Remove(piecePath(s.path(piecesName), sum)); err != nil {
			return err
		}
		delete(left, sum)
	}
	if known == len(left) && len(left) == len(since) {
		return nil
	}
	s.hold()
	defer s.mu.Unlock()
	changes, err := s.sealedJSON(orphansKey, left)
	if err != nil {
		return err
	}
	return s.apply(changes)
}

// formerlyReferred lists the pieces that the backups of the data folder and the journals set aside refer to.
func (s *Store) formerlyReferred() (map[string]int64, error) {
	out := map[string]int64{}
	all, err := listBackups(s.path(backupsName))
	if err != nil {
		return nil, err
	}
	for _, b := range all {
		err := readBackup(b.Path, "", io.Discard, func(key string, value []byte) error {
			if !strings.HasPrefix(key, "a/") {
				return nil
			}
			a, err := attachmentIn(s.secret, key, value)
			out[a.SHA256] = a.Size
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	kept, err := formerJournals(s.dir)
	if err != nil {
		return nil, err
	}
	for _, name := range kept {
		j, err := openJournal(s.path(name))
		if err != nil {
			return nil, err
		}
		more, err := referred(j, s.secret)
		if err != nil {
			return nil, err
		}
		maps.Copy(out, more)
	}
	return out, nil
}
