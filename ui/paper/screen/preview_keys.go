package screen

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

var _ fyne.Focusable = (*Preview)(nil)

func (p *Preview) tapped(page int, x, y float64) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		c.Focus(p)
	}
	if ids := p.pages.result.At(page, x, y); len(ids) > 0 && p.OnTapped != nil {
		p.OnTapped(ids)
	}
}

// TypedKey scrolls, and hands the other keys over.
func (p *Preview) TypedKey(e *fyne.KeyEvent) {
	line, page, all := float32(40), p.scroll.Size().Height*.9, p.pages.MinSize().Height
	move, ok := map[fyne.KeyName]float32{
		fyne.KeyUp: -line, fyne.KeyDown: line, fyne.KeyPageUp: -page, fyne.KeyPageDown: page, fyne.KeySpace: page,
		fyne.KeyHome: -all, fyne.KeyEnd: all,
	}[e.Name]
	switch {
	case ok:
		p.scrollTo(p.scroll.Offset.Y + move)
	case e.Name == fyne.KeyLeft || e.Name == fyne.KeyRight:
		side := line
		if e.Name == fyne.KeyLeft {
			side = -line
		}
		room := max(p.pages.MinSize().Width-p.scroll.Size().Width, 0)
		p.scroll.Offset.X = min(max(p.scroll.Offset.X+side, 0), room)
		p.scroll.Refresh()
	case p.OnKey != nil:
		p.OnKey(e)
	}
}

// TypedRune zooms.
func (p *Preview) TypedRune(r rune) {
	switch r {
	case '+':
		p.ZoomIn()
	case '-':
		p.ZoomOut()
	case '0':
		p.FitWidth()
	}
}

// FocusGained shows that the keyboard is here.
func (p *Preview) FocusGained() { p.focused(theme.Color(theme.ColorNamePrimary), 2) }

// FocusLost implements fyne.Focusable.
func (p *Preview) FocusLost() { p.focused(color.Transparent, 0) }

func (p *Preview) focused(c color.Color, width float32) {
	p.ring.StrokeColor, p.ring.StrokeWidth = c, width
	p.ring.Refresh()
}

// AccessibilityRole implements fyne.Accessible.
func (p *Preview) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// AccessibilityLabel implements fyne.Accessible.
func (p *Preview) AccessibilityLabel() string {
	if p.pages.result == nil {
		return "Aperçu"
	}
	return "Aperçu\u00a0: " + p.pages.result.Title
}
