package storage

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// CheckPlace says whether the folder dir is one that a service synchronises, or stands on another computer: an *Error of
// KindSynced or KindNetwork, nil for a folder of this computer. The dossiers open there all the same; they are better moved.
func CheckPlace(dir string) error {
	real := dir
	for r, err := filepath.EvalSymlinks(real); ; r, err = filepath.EvalSymlinks(real) {
		if err == nil {
			real = r
			break
		}
		if filepath.Dir(real) == real {
			break
		}
		real = filepath.Dir(real) // dir is to be made
	}
	if abs, err := filepath.Abs(dir); err == nil && synced(abs) || synced(real) {
		return &Error{Kind: KindSynced, Path: dir}
	}
	if strings.HasPrefix(dir, `\\`) || remote(real) {
		return &Error{Kind: KindNetwork, Path: dir}
	}
	return nil
}

// synced reports whether a folder of that path belongs to a service that synchronises: by the name that the service gives to
// its folder, or by what it leaves there.
func synced(path string) bool {
	for dir := path; ; dir = filepath.Dir(dir) {
		name := strings.ToLower(filepath.Base(dir))
		for _, start := range []string{"onedrive", "dropbox", "google drive", "googledrive", "icloud", "com~apple~clouddocs",
			"mobile documents", "cloudstorage", "nextcloud", "owncloud", "kdrive"} {
			// « dropbox-old » or « OneDrive - Ville de Riom », but not « onedrivers ».
			rest, ok := strings.CutPrefix(name, start)
			if ok && (rest == "" || !isLetter(rest[0])) || ok && start == "icloud" && rest == "drive" {
				return true
			}
		}
		for _, left := range []string{".dropbox", ".dropbox.cache", ".tmp.driveupload", ".nextcloudsync.log", ".owncloudsync.log"} {
			if _, err := os.Lstat(filepath.Join(dir, left)); err == nil && !isHome(dir) {
				return true
			}
		}
		if filepath.Dir(dir) == dir {
			return false
		}
	}
}

func isLetter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 0x80 }

// isHome tells the person's own folder, where a service keeps its settings under the name of its mark.
func isHome(dir string) bool {
	home, err := os.UserHomeDir()
	return err == nil && dir == home
}

// IsBase reports whether dir is a data folder already.
func IsBase(dir string) bool {
	i, err := os.Stat(filepath.Join(dir, headName))
	return err == nil && i.Mode().IsRegular()
}

// Held reports whether a store is open over the data folder dir, here or in another process.
func Held(dir string) bool {
	f, err := os.OpenFile(filepath.Join(dir, lockName), os.O_RDWR, 0)
	if err != nil {
		return false
	}
	defer f.Close()
	held, err := lockFile(f)
	return held && err == nil
}

// Move copies the data folder from to the folder to, which must be missing or empty, verifies every file, then gives the
// former folder the name that it returns. No program may have it open. After a failure from is as it was.
func Move(from, to string) (former string, err error) {
	lock, err := os.OpenFile(filepath.Join(from, lockName), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return "", failure(from, err)
	}
	held, err := lockFile(lock)
	if held {
		err = &Error{Kind: KindAlreadyOpen, Path: from}
	}
	if err == nil {
		err = moveTo(from, to)
	}
	if e := lock.Close(); err == nil {
		err = e
	}
	if err != nil {
		return "", writing(to, err)
	}
	former = from + "-deplace-" + time.Now().Format("20060102-150405")
	if err := rename(from, former); err != nil {
		return from, nil // it stays where it was, and is not used any more
	}
	return former, nil
}

func moveTo(from, to string) error {
	if rel, err := filepath.Rel(from, to); err == nil && !strings.HasPrefix(rel, "..") {
		return &Error{Kind: KindPath, Path: to, Err: errors.New("inside the folder to move")}
	}
	if err := os.Remove(to); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return &Error{Kind: KindTaken, Path: to, Err: err}
	}
	fresh := to + freshExt
	if err := os.RemoveAll(fresh); err != nil {
		return err
	}
	err := copyTree(from, fresh)
	if err == nil {
		err = leaveLateMark(fresh)
	}
	if err == nil {
		err = rename(fresh, to)
	}
	if err != nil {
		_ = os.RemoveAll(fresh)
		return err
	}
	return syncDir(filepath.Dir(to))
}

// leaveLateMark says that the base of dir, which was left behind, is to be made again.
func leaveLateMark(dir string) error {
	j, err := openJournal(filepath.Join(dir, journalName))
	if err != nil {
		return err
	}
	if !j.whole || j.seq == 0 {
		return &Error{Kind: KindDamaged, Path: dir, Err: errors.New("journal")}
	}
	return leaveMark(filepath.Join(dir, markName), "", mark{Seq: j.seq, Behind: true})
}

// copyTree copies all but the lock, the mark and the base, and reads every copy again.
func copyTree(from, to string) error {
	return filepath.WalkDir(from, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, name)
		switch {
		case e.IsDir() && name == baseName:
			return fs.SkipDir
		case e.IsDir():
			return os.Mkdir(target, 0o700)
		case name == lockName || name == markName || !e.Type().IsRegular():
			return nil
		}
		return copyVerified(path, target)
	})
}

func copyVerified(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	was, now := sha256.New(), sha256.New()
	_, err = io.Copy(io.MultiWriter(out, was), in)
	if err == nil {
		err = out.Sync()
	}
	if err == nil {
		_, err = out.Seek(0, io.SeekStart)
	}
	if err == nil {
		_, err = io.Copy(now, out)
	}
	if err == nil && !bytes.Equal(was.Sum(nil), now.Sum(nil)) {
		err = errors.New("what was written is not what is read back")
	}
	return errors.Join(err, out.Close())
}
