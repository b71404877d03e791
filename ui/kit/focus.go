package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Stops lists what takes the keyboard in o, in the order of Tab.
func Stops(o fyne.CanvasObject) []fyne.Focusable {
	if o == nil || !o.Visible() {
		return nil
	}
	var stops []fyne.Focusable
	if at, ok := o.(fyne.Focusable); ok {
		if off, ok := o.(fyne.Disableable); !ok || !off.Disabled() {
			stops = append(stops, at)
		}
	}
	var inside []fyne.CanvasObject
	switch x := o.(type) {
	case *fyne.Container:
		inside = x.Objects
	case *container.Scroll:
		inside = []fyne.CanvasObject{x.Content}
	case holder:
		inside = x.held()
	}
	for _, x := range inside {
		stops = append(stops, Stops(x)...)
	}
	return stops
}

// Rank is which of the stops of o has the keyboard of c; -1 when none has.
func Rank(c fyne.Canvas, o fyne.CanvasObject) int {
	for i, at := range Stops(o) {
		if at == c.Focused() {
			return i
		}
	}
	return -1
}

// FocusRank gives the keyboard to the stop of that rank in o, or to the last before it; false where there is none. What is
// drawn again so keeps the keyboard where it was.
func FocusRank(c fyne.Canvas, o fyne.CanvasObject, rank int) bool {
	stops := Stops(o)
	if rank < 0 || len(stops) == 0 {
		return false
	}
	c.Focus(stops[min(rank, len(stops)-1)])
	return true
}
