package system

import (
	"runtime"
	"syscall"

	"github.com/ncruces/zenity"
	"golang.org/x/sys/windows"
)

// owner has the dialog stand before a window, and that window wait.
func owner(window uintptr) []zenity.Option {
	if window == 0 {
		return nil
	}
	return []zenity.Option{zenity.Attach(window)}
}

// apartment readies the thread for a file dialog: Windows wants it in an apartment of its own (STA). Zenity leaves such a
// thread as it finds it; another it would share (MTA), and the dialog would then live in one that COM makes, behind a proxy.
func apartment() (leave func()) {
	const already = syscall.Errno(windows.S_FALSE)
	runtime.LockOSThread()
	err := windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED|windows.COINIT_DISABLE_OLE1DDE)
	if err != nil && err != already {
		return runtime.UnlockOSThread // shared before: the dialog does with it
	}
	return func() {
		windows.CoUninitialize()
		runtime.UnlockOSThread()
	}
}
