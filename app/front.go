//go:build !windows

package main

import "fyne.io/fyne/v2"

// allowFront has nothing to hand over: here a program may come to the front when it is asked to.
func allowFront() {}

// front brings the window before the others.
func front(w fyne.Window) { w.RequestFocus() }

// fit has nothing to do: here the program is told the size that its window was given.
func fit(fyne.Window) {}
