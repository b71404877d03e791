package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"appuitechnique/ui/kit"
)

// panes lays out the task list, the page and the panel. Where the window is too narrow for the three, the panel goes
// first; asked for by F1, it takes the place of the task list.
type panes struct {
	editor *editor
	object *fyne.Container
	main   fyne.CanvasObject

	asked bool // the panel was asked for where there is no room for it
	quiet bool // the panel was put away although there is room
}

const (
	panelWidth = 300
	mainWidth  = 430 // below this a page is no longer pleasant

	paperWidth  = 640 // the panel, at most, while it shows a paper
	besidePaper = 500 // the page beside it, at least, where there is room

	narrowWidth = 470 // below this the foot of a fiche is shortened
)

func newPanes(e *editor) *panes {
	p := &panes{editor: e}
	p.main = kit.Sandwich(e.banner, e.body, kit.VStack(0))
	p.object = container.New(p, e.side.object, p.main, e.panel.object)
	return p
}

// widths shares w between the three panes; 0 hides one.
func (p *panes) widths(w float32) (side, main, panel float32) {
	side, panel = min(kit.Scaled(sideWidth), max(w*0.36, sideWidth)), kit.Scaled(panelWidth)
	least := kit.Scaled(mainWidth)
	if p.editor.folded {
		side = 0
	}
	if p.editor.panel.tab == tabPreview {
		panel = max(panel, min(w-side-kit.Scaled(besidePaper), kit.Scaled(paperWidth)))
	}
	switch {
	case p.editor.page == pageReading:
		side, panel = 0, 0
	case p.editor.page != pageFiche:
		panel = 0
	case p.quiet:
		panel = 0
	case w-side-panel >= least:
	case p.asked:
		side = 0
	default:
		panel = 0
	}
	if w-side-panel < least*0.7 {
		side = 0
	}
	return side, w - side - panel, panel
}

// panelShown reports whether the panel is on screen.
func (p *panes) panelShown() bool {
	_, _, panel := p.widths(p.object.Size().Width)
	return panel > 0
}

// togglePanel shows the panel or puts it away.
func (p *panes) togglePanel() {
	if p.panelShown() {
		p.asked, p.quiet = false, true
	} else {
		p.asked, p.quiet = true, false
	}
	p.arrange()
	p.editor.panel.refresh()
}

// showPanel brings the panel on screen.
func (p *panes) showPanel() {
	if !p.panelShown() {
		p.togglePanel()
	}
}

// arrange lays the panes out again.
func (p *panes) arrange() { p.Layout(p.object.Objects, p.object.Size()) }

// offer shows or hides the button that brings the panel, and shortens the foot of a narrow fiche.
func (p *panes) offer(panel, narrow bool) {
	e := p.editor
	if e.foot == nil {
		return
	}
	before, why := wordBefore, wordWhy
	if narrow {
		before, why = "", ""
	}
	if e.why.Visible() == panel && e.before.Text == before {
		return
	}
	e.why.Hidden = !panel
	e.before.Text, e.why.Text = before, why
	e.foot.Refresh()
}

// MinSize is called by Fyne.
func (p *panes) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 480) }

// Layout is called by Fyne.
func (p *panes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	side, main, panel := p.widths(size.Width)
	p.offer(panel == 0, main < kit.Scaled(narrowWidth))
	x := float32(0)
	for i, w := range []float32{side, main, panel} {
		o := objects[i]
		if w == 0 {
			o.Hide()
			continue
		}
		o.Show()
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, size.Height))
		x += w
	}
}
