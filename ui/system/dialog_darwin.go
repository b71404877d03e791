package system

import "github.com/ncruces/zenity"

// owner is nothing here: the dialog belongs to another process, and comes before all windows by itself.
func owner(uintptr) []zenity.Option { return nil }
