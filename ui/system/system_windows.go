package system

import (
	"errors"
	"runtime"

	"golang.org/x/sys/windows"
)

func open(path string) error { return shell("open", path, windows.SW_SHOWNORMAL) }

// The reader that prints shows itself, minimised, for as long as it needs.
func print(path string) error { return shell("print", path, windows.SW_SHOWMINNOACTIVE) }

// shell asks the Explorer to do what its menu calls verb. Some of the programs it asks in turn are COM servers, which want
// their caller on one thread.
func shell(verb, path string, show int32) error {
	v, err := windows.UTF16PtrFromString(verb)
	if err != nil {
		return err
	}
	p, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	const sFalse = windows.Errno(1) // the thread is ready already
	err = windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED|windows.COINIT_DISABLE_OLE1DDE)
	if err == nil || errors.Is(err, sFalse) {
		defer windows.CoUninitialize()
	}
	return windows.ShellExecute(0, v, p, nil, nil, show)
}
