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
