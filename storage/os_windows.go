package storage

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// lockFile takes the exclusive lock of f, without waiting; held reports that another process, or another Store of this
// one, has it. The system drops the lock when f is closed, even by a kill.
func lockFile(f *os.File) (held bool, err error) {
	const flags = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	err = windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, &windows.Overlapped{})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_SHARING_VIOLATION) {
		return true, nil
	}
	return false, err
}

// freeSpace returns the bytes that the user may still write on the disk of dir.
func freeSpace(dir string) (int64, error) {
	p, err := windows.UTF16PtrFromString(dir)
	if err != nil {
		return 0, err
	}
	var free uint64
	if err := windows.GetDiskFreeSpaceEx(p, &free, nil, nil); err != nil {
		return 0, err
	}
	return int64(min(free, 1<<62)), nil
}

func diskFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

// syncDir does nothing: Windows refuses to flush a folder, and NTFS keeps its names in a journal of its own.
func syncDir(string) error { return nil }

// writeProtected reports whether a whole disk refuses to be written.
func writeProtected(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }

// badPath reports whether a path is too long, or goes through what is no folder.
func badPath(err error) bool {
	for _, e := range []error{windows.ERROR_FILENAME_EXCED_RANGE, windows.ERROR_BUFFER_OVERFLOW, windows.ERROR_DIRECTORY, windows.ERROR_INVALID_NAME} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}
