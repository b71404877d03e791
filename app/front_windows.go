package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"
)

var (
	user32              = windows.NewLazySystemDLL("user32.dll")
	allowSetForeground  = user32.NewProc("AllowSetForegroundWindow")
	isIconic            = user32.NewProc("IsIconic")
	showWindow          = user32.NewProc("ShowWindow")
	setForegroundWindow = user32.NewProc("SetForegroundWindow")
)

const (
	anyProcess = ^uintptr(0) // ASFW_ANY
	swRestore  = 9
)

// allowFront hands to the first window the right to come to the front, which Windows gave to this process, just started.
func allowFront() {
	if allowSetForeground.Find() == nil {
		_, _, _ = allowSetForeground.Call(anyProcess)
	}
}

// front brings the window before the others, even from the taskbar.
func front(w fyne.Window) {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return
	}
	native.RunNative(func(context any) {
		c, ok := context.(driver.WindowsWindowContext)
		if !ok || c.HWND == 0 {
			return
		}
		if down, _, _ := isIconic.Call(c.HWND); down != 0 {
			_, _, _ = showWindow.Call(c.HWND, swRestore)
		}
		_, _, _ = setForegroundWindow.Call(c.HWND)
	})
	w.RequestFocus()
}
