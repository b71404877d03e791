package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// press is what everything one can press shares: mouse, focus, Space and Enter. The widget that embeds it calls
// ExtendBaseWidget with itself.
type press struct {
	widget.BaseWidget
	OnTapped func() // may be nil
	OnFocus  func() // called when the keyboard comes here; may be nil

	hovered, focused, disabled bool
	self                       fyne.CanvasObject
}

func (p *press) extend(self fyne.Widget) {
	p.self = self
	p.ExtendBaseWidget(self)
}

// AccessibilityRole is asked for by the system's screen reader, where Fyne knows one.
func (p *press) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Tapped is called by Fyne for a click.
func (p *press) Tapped(*fyne.PointEvent) {
	if p.OnTapped != nil && !p.disabled {
		p.OnTapped()
	}
}

// MouseIn is called by Fyne.
func (p *press) MouseIn(*desktop.MouseEvent) { p.hovered = true; p.Refresh() }

// MouseMoved is called by Fyne.
func (p *press) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (p *press) MouseOut() { p.hovered = false; p.Refresh() }

// Cursor is called by Fyne.
func (p *press) Cursor() desktop.Cursor {
	if p.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// FocusGained is called by Fyne.
func (p *press) FocusGained() {
	p.focused = true
	p.Refresh()
	if p.OnFocus != nil {
		p.OnFocus()
	}
}

// FocusLost is called by Fyne.
func (p *press) FocusLost() { p.focused = false; p.Refresh() }

// TypedRune is called by Fyne.
func (p *press) TypedRune(rune) {}

// TypedKey presses on Space and Enter and lets the window have the other keys.
func (p *press) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.Tapped(nil)
	default:
		forwardKey(p.self, k)
	}
}

// TypedShortcut lets the window have the shortcuts that reach a widget.
func (p *press) TypedShortcut(s fyne.Shortcut) { forwardShortcut(p.self, s) }

// forwardKey hands a key that o has no use for to the window.
func forwardKey(o fyne.CanvasObject, k *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return
	}
	if typed := c.OnTypedKey(); typed != nil {
		typed(k)
	}
}

// forwardShortcut hands a shortcut that o has no use for to the window.
func forwardShortcut(o fyne.CanvasObject, s fyne.Shortcut) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if typed, ok := c.(fyne.Shortcutable); ok {
		typed.TypedShortcut(s)
	}
}
