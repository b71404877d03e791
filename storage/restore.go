package storage

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// formerPrefix begins the name of the folder in which a restoration leaves what was there before.
const formerPrefix = "ancien-"

// restoreReads is how often a restoration reads the backup: to check it, for what is attached, to count, and to write.
const restoreReads = 4

// RestoreBackup puts the dossiers of a backup in place of those of the base. The former ones are kept in the folder it
// returns, and nothing is changed unless the backup is good to the last dossier. What changed since the last backup is backed
// up first, where that can be done.
//
// phrase opens a backup that was protected under another key than that of the base; it may be the code of the printed
// sheet of that day. It is asked for by a failure of KindLocked.
//
// Once w was told that all is read, nothing stops it any more.
func (s *Store) RestoreBackup(path, phrase string, w Watch) (kept string, err error) {
	told, err := w.watching(path, restoreReads)
	if err != nil {
		return "", err
	}
	_, from, err := examine(path, phrase, told, func(keys *keyring) (*secret, error) { return s.unlockOwn(keys, phrase) })
	if err != nil {
		return "", err
	}
	s.spare(filepath.Base(path))
	defer s.spare("")
	s.backupBefore("restore")
	s.keeping.Lock()
	defer s.keeping.Unlock()
	s.hold()
	defer s.mu.Unlock()
	if err := s.writable(); err != nil {
		return "", err
	}
	s.wake()
	err = s.restorePieces(path, phrase, from, told)
	if err == nil {
		err = s.prepareRestore(path, phrase, from, told)
	}
	if err == nil {
		err = told.end()
	}
	if err != nil {
		return "", failure(s.dir, err)
	}
	if err := s.closeBase(); err != nil {
		s.log.Error("close base", "err", err)
	}
	kept, err = s.swapIn()
	if err != nil {
		return "", failure(s.dir, err)
	}
	s.forget()
	s.behind = false
	return kept, failure(s.dir, s.rebuild(late))
}

// spare names the backup that is not to be rotated away before it is read; "" for none.
func (s *Store) spare(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.restoring = name
}

// prepareRestore writes the journal that the values of a backup make, beside the one in use, and reads it again.
func (s *Store) prepareRestore(path, phrase string, from *secret, told io.Writer) error {
	fresh := s.path(journalName) + freshExt
	if err := os.RemoveAll(fresh); err != nil {
		return err
	}
	j, err := openJournal(fresh)
	if err != nil {
		return err
	}
	gone := map[string]bool{} // dossiers of the base that the backup has not
	for key := range s.journal.index {
		if strings.HasPrefix(key, "d/") {
			gone[key] = true
		}
	}
	count, purged := 1, s.purged
	each := func(visit func(string, []byte) error) error {
		return readBackup(path, phrase, told, func(key string, value []byte) error {
			if key == backupHead || key == backupKeys || strings.HasPrefix(key, "p/") {
				return nil
			}
			return visit(key, value)
		})
	}
	if err := each(func(key string, value []byte) error {
		if key == purgedKey {
			purged = max(purged, readCount(from, value))
			return nil
		}
		delete(gone, key)
		count++
		return nil
	}); err != nil {
		return err
	}
	number, err := seal(s.secret, purgedKey, []byte(strconv.Itoa(purged+len(gone))))
	if err != nil {
		return err
	}
	return j.restate(s.journal.seq+1, count, func(visit func(string, []byte) error) error {
		if err := visit(purgedKey, number); err != nil {
			return err
		}
		return each(func(key string, value []byte) (err error) {
			if key == purgedKey {
				return nil
			}
			if from != s.secret {
				if value, err = reseal(key, value, from, s.secret); err != nil {
					return err
				}
			}
			return visit(key, value)
		})
	})
}

// unlockOwn opens the key of a backup, without a phrase when it is that of the base.
func (s *Store) unlockOwn(keys *keyring, phrase string) (*secret, error) {
	if s.keys != nil && phrase == "" && bytes.Equal(s.keys.ID, keys.ID) {
		return s.secret, nil
	}
	return unlock(keys, phrase)
}

// reseal opens a value under one secret and seals it under another.
func reseal(key string, value []byte, from, to *secret) ([]byte, error) {
	payload, err := unseal(from, key, value)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", key, err)
	}
	return seal(to, key, payload)
}

// swapIn puts the journal that was prepared in the place of the one in use, which goes into the folder that it returns.
func (s *Store) swapIn() (kept string, err error) {
	if err := s.journal.close(); err != nil {
		return "", err
	}
	if kept, err = s.former(); err != nil {
		return "", err
	}
	if err := os.Rename(s.path(journalName), filepath.Join(kept, journalName)); err != nil {
		return "", err
	}
	if err := s.finishSwap(); err != nil {
		return kept, err
	}
	if err := os.RemoveAll(s.path(baseName)); err != nil { // it held nothing that the journal has not
		return kept, err
	}
	if s.journal, err = openJournal(s.path(journalName)); err != nil {
		return kept, err
	}
	return kept, syncDir(s.dir)
}

// former makes the folder in which a restoration leaves what was there before.
func (s *Store) former() (string, error) {
	at := s.path(formerPrefix + s.now().Format("2006-01-02"))
	for n := 1; ; n++ {
		dir := at
		if n > 1 {
			dir += "-" + strconv.Itoa(n)
		}
		if err := os.Mkdir(dir, 0o700); !errors.Is(err, fs.ErrExist) {
			return dir, err
		}
	}
}

// closeBase closes the base, if it is open.
func (s *Store) closeBase() error {
	if s.base == nil {
		return nil
	}
	b := s.base
	s.base = nil
	return b.close()
}

// readCount reads a sealed number; 0 when there is none.
func readCount(k *secret, value []byte) int {
	raw, err := unseal(k, purgedKey, value)
	if err != nil {
		return 0
	}
	n, err := strconv.Atoi(string(raw))
	if err != nil {
		return 0
	}
	return n
}

// dayOf is the day of t by the clock of this computer.
func dayOf(t time.Time) string { return t.Local().Format("2006-01-02") }
