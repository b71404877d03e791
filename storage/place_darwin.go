package storage

import "golang.org/x/sys/unix"

// remote reports whether dir is on another computer.
func remote(dir string) bool {
	var s unix.Statfs_t
	if unix.Statfs(dir, &s) != nil {
		return false
	}
	return s.Flags&unix.MNT_LOCAL == 0
}
