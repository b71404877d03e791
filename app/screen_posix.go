//go:build unix

package main

import "os"

// read reports whether somebody reads the standard error: a terminal or another program does, but neither the file nor the
// journal of the session that started us from an icon.
func read() bool {
	info, err := os.Stderr.Stat()
	if err != nil {
		return false
	}
	if null, err := os.Stat(os.DevNull); err == nil && os.SameFile(info, null) {
		return false
	}
	return info.Mode()&(os.ModeCharDevice|os.ModeNamedPipe) != 0
}

// console has nothing to find: the words of a verb are read where the program was started.
func (c *command) console() {}
