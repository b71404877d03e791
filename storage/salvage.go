package storage

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// salvage makes a damaged journal again from the last good backup and from what the journal still says after it. It reports
// false when there is no such backup; nothing is changed then. known is a change that was acknowledged: without it, something
// is missing.
//
// proven tells that known was noted after the last save, not only by a backup.
func (s *Store) salvage(known uint64, proven bool) (done bool, err error) {
	all, err := listBackups(s.path(backupsName))
	if err != nil {
		s.log.Error("list backups", "err", err)
	}
	for _, b := range all {
		head, from, err := examine(b.Path, "", io.Discard, func(keys *keyring) (*secret, error) { return s.unlockOwn(keys, "") })
		if err != nil {
			s.log.Error("read backup", "path", b.Path, "err", err)
			continue
		}
		head.Seq = max(head.Seq, b.Seq)
		return true, s.salvageFrom(b, head, from, known, proven)
	}
	return false, nil
}

func (s *Store) salvageFrom(b BackupFile, head Contents, from *secret, known uint64, proven bool) error {
	after, err := readAfter(s.path(journalName), head.Seq)
	if err != nil {
		return err
	}
	// A journal that ends before the backup does says nothing of what came after it.
	whole := after.whole && after.seq >= known && (s.journal.seq >= head.Seq || known > head.Seq || known == head.Seq && proven)
	kept := map[string]bool{} // values of the backup that still stand
	count := len(after.index)
	if err := eachOf(b.Path, func(key string, _ []byte) error {
		if _, newer := after.index[key]; !newer && !after.erased[key] {
			kept[key] = true
			count++
		}
		return nil
	}); err != nil {
		return err
	}
	_, err = s.anew(max(after.seq, s.journal.seq, known), count, func(visit func(string, []byte) error) error {
		if err := eachOf(b.Path, func(key string, value []byte) (err error) {
			if !kept[key] {
				return nil
			}
			if from != s.secret {
				if value, err = reseal(key, value, from, s.secret); err != nil {
					return err
				}
			}
			return visit(key, value)
		}); err != nil {
			return err
		}
		return after.each(visit)
	})
	if err != nil {
		return err
	}
	why := damagedJournal
	if whole {
		why = salvaged
	}
	s.salvagedFrom = b.Made
	return s.rebuild(why)
}

// eachOf calls visit with every value of a backup.
func eachOf(path string, visit func(key string, value []byte) error) error {
	return readBackup(path, "", io.Discard, func(key string, value []byte) error {
		if key == backupHead || key == backupKeys {
			return nil
		}
		return visit(key, value)
	})
}

// A rest is what a journal says after a change.
type rest struct {
	*journal
	erased map[string]bool
}

// readAfter reads what the journal in dir says after change seq. It is whole when nothing is missing from there on.
func readAfter(dir string, seq uint64) (*rest, error) {
	r := &rest{&journal{dir: dir, seq: seq, whole: true, index: map[string]place{}}, map[string]bool{}}
	states, err := segments(dir, stateExt)
	if err != nil {
		return nil, err
	}
	for _, name := range states {
		n, err := strconv.ParseUint(strings.TrimSuffix(name, stateExt), 10, 64)
		if err != nil || n <= seq {
			continue
		}
		// The changes between the backup and this state are in the state only, and it may have lost some.
		if err := r.loadState(name, n); err != nil {
			return nil, err
		}
	}
	changes, err := segments(dir, changesExt)
	if err != nil {
		return nil, err
	}
	for _, name := range changes {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return nil, err
		}
		scan(b, func(at int, rec record) {
			if rec.seq <= seq || rec.seq < r.seq {
				return
			}
			r.whole = r.whole && rec.seq <= r.seq+1
			r.seq = rec.seq
			for _, c := range rec.changes {
				r.erased[c.key] = c.value == nil
			}
			r.enter(name, at, rec)
		})
	}
	return r, nil
}

// The file of the last acknowledged change lets a damage at the very end of the journal be told from a save that a kill cut
// short. It is not flushed: after a power cut it may be late, or nothing, and then it says nothing.
const seenName = "vu"

// see notes that change seq was acknowledged.
func (j *journal) see(seq uint64) {
	if j.seen == nil {
		f, err := os.OpenFile(filepath.Join(j.dir, seenName), os.O_CREATE|os.O_WRONLY, 0o600)
		if err != nil {
			return
		}
		j.seen = f
	}
	b := binary.BigEndian.AppendUint64(nil, seq)
	_, _ = j.seen.WriteAt(binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b)), 0)
}

// lastSeen returns the last change known to have been acknowledged; 0 when that is not known.
func lastSeen(dir string) uint64 {
	b, err := os.ReadFile(filepath.Join(dir, seenName))
	if err != nil || len(b) != 12 || crc32.ChecksumIEEE(b[:8]) != binary.BigEndian.Uint32(b[8:]) {
		return 0
	}
	return binary.BigEndian.Uint64(b)
}

// repair makes a journal again that is damaged or gone: from the base where that was closed well, else from a backup and what
// is left of the journal, else from what is left alone.
func (s *Store) repair(m *mark, had bool, known uint64, proven bool) error {
	if m != nil && !m.Behind {
		err := s.repairJournal(known)
		if err == nil {
			return nil
		}
		s.log.Error("repair from the base", "err", err)
	}
	if done, err := s.salvage(known, proven); done || err != nil {
		return err
	}
	if s.journal.seq > 0 {
		return s.rebuild(damagedJournal)
	}
	if err := probe(s.path(baseName)); had && err != nil {
		return &Error{Kind: KindDamaged, Path: s.dir, Err: err}
	}
	return s.repairJournal(known)
}

// probe tells what damage of a base would kill the program: Badger opens its tables in goroutines of its own, where a panic
// cannot be caught.
func probe(dir string) error {
	if _, err := os.Stat(filepath.Join(dir, "MANIFEST")); err != nil {
		return err // Badger would drop every table
	}
	tables, err := filepath.Glob(filepath.Join(dir, "*.sst"))
	if err != nil {
		return err
	}
	for _, path := range tables {
		if err := probeTable(path); err != nil {
			return err
		}
	}
	logs, err := filepath.Glob(filepath.Join(dir, "*.mem"))
	for _, path := range logs {
		if b, e := os.ReadFile(path); e != nil || len(bytes.Trim(b, "\x00")) == 0 {
			err = errors.Join(err, e, os.Remove(path)) // Badger refuses an empty one, which holds nothing
		}
	}
	return err
}
