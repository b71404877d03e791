package storage

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// The folder of the backups that the program makes by itself. Each was read again to its last dossier before it took its
// name, which says when it was made and after which change:
//
//	appui-technique-20261123-143205-00000000000000001234.sauv
const (
	backupsName  = "sauvegardes"
	backupPrefix = "appui-technique-"
	stampLayout  = "20060102-150405"
	// backupEvery is how many bytes the journal may grow before it is backed up again the same day.
	backupEvery = 64 << 20
)

var backupName = pattern(`^` + backupPrefix + `(\d{8}-\d{6})-(\d{20})\` + BackupExtension + `$`)

// A BackupFile is a verified backup that the program made by itself.
type BackupFile struct {
	Path string
	Made time.Time // by the clock of the computer
	Seq  uint64    // of the last change in it
	Size int64
}

// listBackups lists the backups of a folder, the one with the last change first; none when there is no such folder.
func listBackups(dir string) ([]BackupFile, error) {
	all, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var out []BackupFile
	for _, e := range all {
		m := backupName().FindStringSubmatch(e.Name())
		if m == nil {
			continue
		}
		made, err := time.ParseInLocation(stampLayout, m[1], time.Local)
		if err != nil {
			continue
		}
		seq, err := strconv.ParseUint(m[2], 10, 64)
		if err != nil {
			continue
		}
		i, err := e.Info()
		if err != nil || !i.Mode().IsRegular() {
			continue
		}
		out = append(out, BackupFile{filepath.Join(dir, e.Name()), made, seq, i.Size()})
	}
	slices.SortFunc(out, func(a, b BackupFile) int {
		return cmp.Or(cmp.Compare(b.Seq, a.Seq), b.Made.Compare(a.Made), strings.Compare(b.Path, a.Path))
	})
	return out, nil
}

// Backups returns the backups that the program made by itself in the data folder, the last one first.
func (s *Store) Backups() ([]BackupFile, error) {
	all, err := listBackups(s.path(backupsName))
	return all, reading(s.path(backupsName), err)
}

// BackupDue reports whether something is to be backed up now: the first time in a day that something changed since the last
// backup, or when the journal grew by 64 MB.
func (s *Store) BackupDue() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed || len(s.live)+len(s.trash) == 0 || s.journal.seq == s.backedUp.Seq {
		return false
	}
	return s.backedUp.Path == "" || dayOf(s.backedUp.Made) != dayOf(s.now()) || s.grown >= backupEvery
}

// BackUp makes a verified backup in the data folder if anything changed since the last one, copies it to the second place,
// and drops the backups that are not to be kept. It may take seconds; saving goes on meanwhile. What is said of the second
// place stands in BackupState.
func (s *Store) BackUp() error {
	s.keeping.Lock()
	defer s.keeping.Unlock()
	st, err := s.still()
	if err != nil {
		return failure(s.dir, err)
	}
	s.hold()
	last := s.backedUp
	s.mu.Unlock()
	if st.head.Seq != last.Seq {
		if last, err = s.backUp(st, last); err != nil {
			return err
		}
	}
	if last.Path != "" {
		s.copyElsewhere(last)
	}
	if err := s.sweepPieces(); err != nil { // they stay until the next time
		s.log.Error("sweep pieces", "err", err)
	}
	return nil
}

// backUp makes one more backup; last is the one before.
func (s *Store) backUp(st *still, last BackupFile) (BackupFile, error) {
	dir := s.path(backupsName)
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return last, writing(dir, err)
	}
	s.sweep(dir)
	if free, err := freeSpace(dir); err == nil && free < s.minFree+last.Size {
		return last, &Error{Kind: KindDiskFull, Path: dir, Free: free}
	}
	now := s.now()
	name := fmt.Sprintf("%s%s-%020d%s", backupPrefix, now.Local().Format(stampLayout), st.head.Seq, BackupExtension)
	b := BackupFile{Path: filepath.Join(dir, name), Made: now.Truncate(time.Second), Seq: st.head.Seq}
	if err := s.writeBackup(b.Path, "", st, nil); err != nil {
		return last, writing(dir, err)
	}
	if i, err := os.Stat(b.Path); err == nil {
		b.Size = i.Size()
	}
	s.hold()
	s.backedUp, s.grown = b, s.journal.after(b.Seq)
	if s.journal.heavy() { // what is older than a verified backup is only kept condensed
		if err := s.journal.condense(); err != nil {
			s.log.Error("condense journal", "err", err)
		}
	}
	s.mu.Unlock()
	if last.Path != "" {
		if was, err := headOf(last.Path); err == nil && dropped(was, st.head) {
			s.log.Error("backup", "err", "fewer dossiers than before", "was", was.Dossiers+was.Trashed, "is", st.head.Dossiers+st.head.Trashed)
			return b, &Error{Kind: KindFewer, Path: dir}
		}
	}
	s.rotate(dir)
	return b, nil
}

// dropped reports whether is holds fewer dossiers than was, and not because they were erased on purpose.
func dropped(was, is Contents) bool {
	return is.Dossiers+is.Trashed+is.Purged < was.Dossiers+was.Trashed+was.Purged
}

// sweep removes what a backup that was interrupted left in dir.
func (s *Store) sweep(dir string) {
	left, err := filepath.Glob(filepath.Join(dir, tempBackup+"*"))
	for _, path := range left {
		err = errors.Join(err, os.Remove(path))
	}
	if err != nil {
		s.log.Error("sweep backups", "err", err)
	}
}

// rotate drops from dir the backups that are not to be kept. One that cannot be dropped stays until the next time, as does
// the one that is being restored.
func (s *Store) rotate(dir string) {
	s.mu.Lock()
	spared := s.restoring
	s.mu.Unlock()
	all, err := listBackups(dir)
	for _, b := range surplus(all) {
		if filepath.Base(b.Path) != spared {
			err = errors.Join(err, os.Remove(b.Path))
		}
	}
	if err != nil {
		s.log.Error("rotate backups", "err", err)
	}
}

// surplus returns the backups that need not be kept: all but the last three, and the last one of each of the seven last
// days, four last weeks and twelve last months that have one. all has the last one first. Days without a backup do not count,
// so that neither a long absence nor a clock gone wrong ever empties the folder.
func surplus(all []BackupFile) []BackupFile {
	keep := map[string]bool{}
	for i := range min(3, len(all)) {
		keep[all[i].Path] = true
	}
	for _, rule := range []struct {
		periods int
		of      func(time.Time) string
	}{
		{7, dayOf},
		{4, func(t time.Time) string { y, w := t.Local().ISOWeek(); return fmt.Sprint(y, " ", w) }},
		{12, func(t time.Time) string { return t.Local().Format("2006-01") }},
	} {
		seen := map[string]bool{}
		for _, b := range all {
			if p := rule.of(b.Made); !seen[p] && len(seen) < rule.periods {
				seen[p] = true
				keep[b.Path] = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(b BackupFile) bool { return keep[b.Path] })
}

// backupBefore backs up what changed before something that changes much. That it could not is no reason to refuse: the
// journal still holds everything.
func (s *Store) backupBefore(what string) {
	s.hold()
	due := !s.closed && len(s.live)+len(s.trash) > 0 && s.journal.seq != s.backedUp.Seq
	s.mu.Unlock()
	if !due {
		return
	}
	if err := s.BackUp(); err != nil {
		s.log.Error("back up", "before", what, "err", err)
	}
}
