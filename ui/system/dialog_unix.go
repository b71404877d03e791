//go:build !windows && !darwin

package system

import "github.com/ncruces/zenity"

// owner has the dialog stand before a window.
func owner(window uintptr) []zenity.Option {
	if window == 0 {
		return nil
	}
	return []zenity.Option{zenity.Attach(int(window))}
}

// apartment has nothing to ready: it is a matter of Windows.
func apartment() (leave func()) { return func() {} }
