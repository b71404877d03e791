package main

import "os/exec"

// findScreen has nothing to look for: a Mac always has a screen.
func findScreen() error { return nil }

// tell shows why the window does not open, to who started the program from the Finder.
func tell(sentence string) {
	if read() {
		return
	}
	_ = exec.Command("/usr/bin/osascript", "-e", "on run argv", "-e", "display alert (item 1 of argv) message (item 2 of argv)",
		"-e", "end run", metadata().Name, sentence).Run()
}
