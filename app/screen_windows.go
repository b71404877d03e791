package main

import (
	"syscall"
	"unsafe"
)

// findScreen has nothing to look for: a PC always has a screen.
func findScreen() error { return nil }

// tell shows why the window does not open: a Windows program has no console.
func tell(sentence string) {
	text, err := syscall.UTF16PtrFromString(sentence)
	if err != nil {
		return
	}
	title, err := syscall.UTF16PtrFromString(metadata().Name)
	if err != nil {
		return
	}
	const iconWarning = 0x30
	box := syscall.NewLazyDLL("user32.dll").NewProc("MessageBoxW")
	if box.Find() != nil {
		return
	}
	_, _, _ = box.Call(0, uintptr(unsafe.Pointer(text)), uintptr(unsafe.Pointer(title)), iconWarning)
}
