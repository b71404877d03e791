package main

import (
	"os"

	"golang.org/x/sys/windows"
)

// findScreen has nothing to look for: a PC always has a screen.
func findScreen() error { return nil }

// tell shows why the window does not open: a Windows program has no console.
func tell(sentence string) {
	text, err := windows.UTF16PtrFromString(sentence)
	if err != nil {
		return
	}
	title, err := windows.UTF16PtrFromString(metadata().Name)
	if err != nil {
		return
	}
	_, _ = windows.MessageBox(0, text, title, windows.MB_ICONWARNING|windows.MB_SETFOREGROUND)
}

var attachConsole = windows.NewLazySystemDLL("kernel32.dll").NewProc("AttachConsole")

// console finds where the words of a verb can be read: Windows gives a program that has a window no console, unless its
// output goes to a file or to another program.
func (c *command) console() {
	if h, err := windows.GetStdHandle(windows.STD_OUTPUT_HANDLE); c.out != os.Stdout || err == nil && h != 0 && h != windows.InvalidHandle {
		return
	}
	const parent = ^uintptr(0)
	if attachConsole.Find() != nil {
		return
	}
	if done, _, _ := attachConsole.Call(parent); done == 0 {
		return // started by something that has none
	}
	if f, err := os.OpenFile("CONOUT$", os.O_WRONLY, 0); err == nil {
		c.out, c.err = f, f
	}
}
