//go:build !ci

package main

import "fyne.io/fyne/v2"

// settle has nothing to do for the driver of real windows.
func settle(fyne.App) {}
