//go:build unix

package storage

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// lockFile takes the exclusive lock of f, without waiting; held reports that another process, or another Store of this
// one, has it. The system drops the lock when f is closed, even by a kill.
func lockFile(f *os.File) (held bool, err error) {
	err = unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return true, nil
	}
	return false, err
}

// freeSpace returns the bytes that the user may still write on the disk of dir.
func freeSpace(dir string) (int64, error) {
	var s unix.Statfs_t
	if err := unix.Statfs(dir, &s); err != nil {
		return 0, err
	}
	return int64(s.Bavail) * int64(s.Bsize), nil
}

func diskFull(err error) bool { return errors.Is(err, unix.ENOSPC) || errors.Is(err, unix.EDQUOT) }

// syncDir makes the creations, renames and deletions in dir durable.
func syncDir(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = f.Sync()
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}

// writeProtected reports whether a whole disk refuses to be written.
func writeProtected(err error) bool { return errors.Is(err, unix.EROFS) }

// badPath reports whether a path is too long, or goes through what is no folder.
func badPath(err error) bool {
	return errors.Is(err, unix.ENAMETOOLONG) || errors.Is(err, unix.ENOTDIR)
}
