package system

import "github.com/ncruces/zenity"

// owner is nothing here: the dialog belongs to another process, and comes before all windows by itself.
func owner(uintptr) []zenity.Option { return nil }

// apartment has nothing to ready: it is a matter of Windows.
func apartment() (leave func()) { return func() {} }
