package main

import (
	"unsafe"

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
	getWindowRect       = user32.NewProc("GetWindowRect")
	monitorFromWindow   = user32.NewProc("MonitorFromWindow")
	getMonitorInfo      = user32.NewProc("GetMonitorInfoW")
)

const (
	anyProcess     = ^uintptr(0) // ASFW_ANY
	swMaximize     = 3
	swRestore      = 9
	nearestMonitor = 2 // MONITOR_DEFAULTTONEAREST
)

// allowFront hands to the first window the right to come to the front, which Windows gave to this process, just started.
func allowFront() {
	if allowSetForeground.Find() == nil {
		_, _, _ = allowSetForeground.Call(anyProcess)
	}
}

// front brings the window before the others, even from the taskbar.
func front(w fyne.Window) {
	withHandle(w, func(handle uintptr) {
		if down, _, _ := isIconic.Call(handle); down != 0 {
			_, _, _ = showWindow.Call(handle, swRestore)
		}
		_, _, _ = setForegroundWindow.Call(handle)
	})
	w.RequestFocus()
}

// fit has a window that is larger than the screen, less its taskbar, fill it. Windows made such a window smaller than it was
// asked to, and Fyne, which isn't told, would draw it at the size it asked for: its top, with the menu, would not be seen.
func fit(w fyne.Window) {
	withHandle(w, func(handle uintptr) {
		var window windows.Rect
		if ok, _, _ := getWindowRect.Call(handle, uintptr(unsafe.Pointer(&window))); ok == 0 {
			return
		}
		var monitor struct { // MONITORINFO
			size       uint32
			all, usual windows.Rect
			flags      uint32
		}
		monitor.size = uint32(unsafe.Sizeof(monitor))
		nearest, _, _ := monitorFromWindow.Call(handle, nearestMonitor)
		if ok, _, _ := getMonitorInfo.Call(nearest, uintptr(unsafe.Pointer(&monitor))); ok == 0 {
			return
		}
		if wide(window) > wide(monitor.usual) || high(window) > high(monitor.usual) {
			_, _, _ = showWindow.Call(handle, swMaximize)
		}
	})
}

func wide(r windows.Rect) int32 { return r.Right - r.Left }
func high(r windows.Rect) int32 { return r.Bottom - r.Top }

// withHandle calls do with the handle that Windows gave to w, once it has one.
func withHandle(w fyne.Window, do func(handle uintptr)) {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return
	}
	native.RunNative(func(context any) {
		if c, ok := context.(driver.WindowsWindowContext); ok && c.HWND != 0 {
			do(c.HWND)
		}
	})
}
