package storage

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// The second place of the backups: a key, a folder that a service synchronises. Closed and renamed files are safe there.
const (
	elsewhereName   = "second-emplacement.json" // in the folder of the backups
	elsewhereFolder = "Sauvegardes Appui technique"
)

// A BackupState is what the person is told of the backups.
type BackupState struct {
	Last      BackupFile // the last verified one; its Path is empty when there is none
	Elsewhere string     // folder of the second place; empty when none was chosen
	Copied    bool       // the last one is in the second place too
	Err       error      // why it is not, an *Error; nil when it is, or when no copy was tried yet
}

// BackupState says where the backups stand.
func (s *Store) BackupState() BackupState {
	s.hold()
	defer s.mu.Unlock()
	return BackupState{Last: s.backedUp, Elsewhere: s.elsewhere, Copied: s.copied != "" && s.copied == s.backedUp.Path, Err: s.copyErr}
}

type elsewhere struct {
	Folder string `json:"dossier"`
}

// SetElsewhere chooses the second place, which must exist; an empty dir means none. Backups are copied there from the next
// BackUp on.
func (s *Store) SetElsewhere(dir string) error {
	if dir != "" {
		if i, err := os.Stat(dir); err != nil || !i.IsDir() {
			return &Error{Kind: KindPath, Path: dir, Err: err}
		}
		if r, err := filepath.Rel(s.dir, dir); err == nil && filepath.IsLocal(r) {
			return &Error{Kind: KindSamePlace, Path: dir}
		}
	}
	if err := os.Mkdir(s.path(backupsName), 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return writing(s.path(backupsName), err)
	}
	b, err := json.Marshal(elsewhere{dir})
	if err != nil {
		return err
	}
	path := filepath.Join(s.path(backupsName), elsewhereName)
	if err := replaceFile(path, b, 0o600); err != nil {
		return writing(path, err)
	}
	s.hold()
	defer s.mu.Unlock()
	s.elsewhere, s.copied, s.copyErr = dir, "", nil
	return nil
}

// findBackups learns at opening what backups there are. One that cannot be read is as none.
func (s *Store) findBackups() {
	all, err := listBackups(s.path(backupsName))
	if err != nil {
		s.log.Error("list backups", "err", err)
	}
	if len(all) > 0 {
		s.backedUp = all[0]
	}
	s.grown = s.journal.after(s.backedUp.Seq)
	var e elsewhere
	b, err := os.ReadFile(filepath.Join(s.path(backupsName), elsewhereName))
	if err == nil {
		err = json.Unmarshal(b, &e)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		s.log.Error("read the second place", "err", err)
	}
	s.elsewhere = e.Folder
	if s.elsewhere == "" || s.backedUp.Path == "" {
		return
	}
	// Only the name is looked for: a second place may be slow, and is compared when it is written.
	if _, err := os.Stat(filepath.Join(s.elsewhere, elsewhereFolder, filepath.Base(s.backedUp.Path))); err == nil {
		s.copied = s.backedUp.Path
	}
}

// copyElsewhere puts a backup in the second place, if there is one. Not to reach it is said, and stops nothing.
func (s *Store) copyElsewhere(b BackupFile) {
	s.hold()
	dir, done := s.elsewhere, s.copied == b.Path
	s.mu.Unlock()
	if dir == "" || done {
		return
	}
	err := s.copyTo(filepath.Join(dir, elsewhereFolder), b)
	if err != nil {
		s.log.Error("copy backup", "to", dir, "err", err)
		err = &Error{Kind: KindElsewhere, Path: dir, Err: err}
	}
	s.hold()
	defer s.mu.Unlock()
	if s.elsewhere != dir {
		return
	}
	if s.copyErr = err; err == nil {
		s.copied = b.Path
	}
}

func (s *Store) copyTo(dir string, b BackupFile) error {
	if err := os.Mkdir(dir, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	s.sweep(dir)
	if s.secret != nil { // what cannot be sealed is told by ClearElsewhere
		if err := s.sealIn(dir); err != nil {
			s.log.Error("seal the second place", "err", err)
		}
	}
	if err := s.copyPieces(dir); err != nil {
		return err
	}
	path := filepath.Join(dir, filepath.Base(b.Path))
	temp := filepath.Join(dir, tempBackup+filepath.Base(b.Path))
	written, err := copyFile(temp, b.Path)
	if err == nil {
		var read []byte
		if read, err = sumOf(temp); err == nil && !bytes.Equal(written, read) {
			err = errors.New("the copy is not what was written")
		}
	}
	if err == nil {
		err = rename(temp, path)
	}
	if err != nil {
		os.Remove(temp)
		return err
	}
	_ = syncDir(dir) // some synchronised folders and keys refuse it
	s.rotate(dir)
	return nil
}

// copyFile copies a file, flushes it and returns the sha256 of what it read.
func copyFile(to, from string) ([]byte, error) {
	in, err := os.Open(from)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	sum := sha256.New()
	_, err = io.Copy(io.MultiWriter(out, sum), in)
	if err == nil {
		err = out.Sync()
	}
	if e := out.Close(); err == nil {
		err = e
	}
	return sum.Sum(nil), err
}

func sumOf(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	sum := sha256.New()
	_, err = io.Copy(sum, f)
	return sum.Sum(nil), err
}
