package screen

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Thumbnails are the pages of a preview, small, in a column beside it. A tap goes to the page; the page in sight has a
// stronger frame.
type Thumbnails struct {
	widget.BaseWidget
	pages  *column
	scroll *container.Scroll
}

const smallGap = 8

// NewThumbnails returns the small pages of p, which they follow from then on.
func NewThumbnails(p *Preview) *Thumbnails {
	t := &Thumbnails{}
	t.pages = newColumn(p.pages.painter, smallGap, func(page int, _, _ float64) { p.GoTo(page) })
	t.scroll = container.NewVScroll(t.pages)
	t.scroll.OnScrolled = func(fyne.Position) { t.pages.sight(t.scroll.Offset.Y, t.scroll.Size().Height) }
	t.pages.current = p.shown
	t.pages.show(p.pages.result)
	t.ExtendBaseWidget(t)
	p.small = append(p.small, t)
	return t
}

// AccessibilityRole is asked for by the system's screen reader.
func (t *Thumbnails) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// AccessibilityLabel is empty: its pages speak for themselves.
func (t *Thumbnails) AccessibilityLabel() string { return "" }

// follow marks the page that the preview shows and keeps it in sight.
func (t *Thumbnails) follow(page int) {
	t.pages.current = page
	t.pages.Refresh()
	if t.pages.result == nil || page >= len(t.pages.sheets) {
		return
	}
	pos, size := t.pages.box(page)
	top, height := t.scroll.Offset.Y, t.scroll.Size().Height
	if pos.Y < top || pos.Y+size.Height > top+height {
		room := max(t.pages.MinSize().Height-height, 0)
		t.scroll.Offset.Y = min(max(pos.Y-height/3, 0), room)
		t.scroll.Refresh()
	}
	t.pages.sight(t.scroll.Offset.Y, height)
}

// fit makes the pages as wide as the column.
func (t *Thumbnails) fit() {
	if w := t.scroll.Size().Width; t.pages.result != nil && w > 4*smallGap {
		scale := (w - 2*smallGap) / float32(t.pages.result.Width)
		if scale != t.pages.scale {
			t.pages.scale = scale
			for _, s := range t.pages.sheets {
				s.Hide()
			}
		}
	}
	t.pages.Refresh()
	t.scroll.Refresh()
	t.pages.sight(t.scroll.Offset.Y, t.scroll.Size().Height)
}

// Resize implements fyne.CanvasObject.
func (t *Thumbnails) Resize(s fyne.Size) {
	t.BaseWidget.Resize(s)
	t.fit()
}

// MinSize implements fyne.CanvasObject.
func (t *Thumbnails) MinSize() fyne.Size { return fyne.NewSize(96, 120) }

// CreateRenderer implements fyne.Widget.
func (t *Thumbnails) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.scroll) }
