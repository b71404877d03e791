package kit

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// An Item is one line of the list of a Combo.
type Item struct {
	Value string
	Label string
	Note  string // smaller, after the label
	Badge string // a short word on a tint, or empty
	Group string // heading above the first item of the group, or empty
}

// A Combo is a field one searches in: what is typed filters a list, shown under the field, from which one item is picked.
type Combo struct {
	widget.BaseWidget
	Entry    *Entry
	Search   func(typed string) []Item // the items to offer for what is typed; empty for all
	OnPicked func(value string)
	OnTyped  func(text string) // the text left in the field when it matches no item; empty when it was erased
	OnResize func()            // the list opened or closed; may be nil
	Most     int               // items shown at most; more are announced

	label  string // of the item chosen
	items  []Item
	rows   []*comboRow
	at     int // the highlighted item
	dirty  bool
	list   *fyne.Container
	column *fyne.Container
	scroll *container.Scroll
	panel  fyne.CanvasObject
}

// NewCombo returns a field that searches with search.
func NewCombo(search func(string) []Item) *Combo {
	c := &Combo{Entry: NewEntry(1), Search: search, Most: 60}
	c.Entry.Label = "Chercher dans la liste"
	c.list = VStack(0)
	c.scroll = NewScroll(c.list)
	ground := NewSurface(ColorSurface, container.New(atMostTall{c.list, 288}, c.scroll))
	ground.Stroke, ground.Radius = theme.ColorNameInputBorder, 8
	c.panel = ground.Padded(4, 4, 4, 4)
	c.panel.Hide()
	open := NewSmallButton("", theme.MenuDropDownIcon(), c.toggle)
	open.Compact, open.Said = true, "Voir toute la liste"
	c.Entry.ActionItem = &mouseOnly{button: open}
	c.column = VStack(4, c.Entry.Framed(), c.panel)
	c.Entry.OnChanged = func(s string) { c.dirty = true; c.open(s) }
	c.Entry.OnKey = c.key
	c.ExtendBaseWidget(c)
	return c
}

// SetLabel shows the label of the item chosen; empty when none is.
func (c *Combo) SetLabel(label string) {
	c.label, c.dirty = label, false
	c.Entry.Write(label)
}

// Opened reports whether the list is shown.
func (c *Combo) Opened() bool { return c.panel.Visible() }

// Open shows every item.
func (c *Combo) Open() { c.open("") }

// Offered lists the items shown.
func (c *Combo) Offered() []Item { return c.items }

// Close hides the list and settles what was typed: an item whose label it is, or nothing.
func (c *Combo) Close() {
	c.hide()
	if !c.dirty {
		return
	}
	c.dirty = false
	typed := c.Entry.Text
	for _, item := range c.items {
		if typed != "" && item.Label == typed {
			c.pick(item)
			return
		}
	}
	if c.OnTyped != nil {
		c.OnTyped(typed)
	}
}

// Pick chooses the item of rank n among those offered.
func (c *Combo) Pick(n int) {
	if n >= 0 && n < len(c.items) {
		c.pick(c.items[n])
	}
}

func (c *Combo) pick(item Item) {
	c.SetLabel(item.Label)
	c.hide()
	if c.OnPicked != nil {
		c.OnPicked(item.Value)
	}
}

func (c *Combo) toggle() {
	if c.Opened() {
		c.Close()
		return
	}
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(c); canvas != nil {
		canvas.Focus(c.Entry)
	}
	c.open("")
}

func (c *Combo) hide() {
	if !c.Opened() {
		return
	}
	c.panel.Hide()
	c.resized()
}

func (c *Combo) resized() {
	if c.OnResize != nil {
		c.OnResize()
	}
}

func (c *Combo) open(typed string) {
	c.items = c.Search(typed)
	c.at = 0
	if typed == "" {
		c.at = -1
	}
	c.rows = nil
	c.list.RemoveAll()
	group := ""
	for i, item := range c.items {
		if i == c.Most {
			more := fmt.Sprintf("et %d autres : précisez votre recherche", len(c.items)-c.Most)
			c.list.Add(Pad(6, 10, 6, 10, NewParagraph(more, SizeSmall, ColorMuted)))
			c.items = c.items[:c.Most]
			break
		}
		if item.Group != group {
			group = item.Group
			c.list.Add(Pad(8, 10, 4, 10, NewHeading(group, SizeCaption, ColorMuted)))
		}
		row := newComboRow(item, func() { c.pick(item) })
		c.rows = append(c.rows, row)
		c.list.Add(row)
	}
	if len(c.items) == 0 {
		c.list.Add(Pad(8, 10, 8, 10, NewParagraph("Rien ne correspond à cette recherche. Essayez un autre mot, ou seulement son début.", SizeSmall, ColorMuted)))
	}
	c.scroll.Offset = fyne.Position{}
	c.panel.Show()
	c.highlight(c.at)
	c.resized()
}

func (c *Combo) highlight(n int) {
	for i, row := range c.rows {
		row.setActive(i == n)
	}
	c.at = n
	if n >= 0 && n < len(c.rows) {
		Reveal(c.scroll, c.rows[n])
	}
}

// key moves in the list while it is open.
func (c *Combo) key(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyDown:
		if !c.Opened() {
			c.open("")
			return true
		}
		c.highlight(min(c.at+1, len(c.items)-1))
		return true
	case fyne.KeyUp:
		if c.Opened() {
			c.highlight(max(c.at-1, 0))
		}
		return true
	case fyne.KeyReturn, fyne.KeyEnter:
		if c.Opened() && c.at >= 0 {
			c.Pick(c.at)
		} else {
			c.Close()
		}
		return true
	case fyne.KeyEscape:
		if !c.Opened() {
			return false
		}
		c.SetLabel(c.label)
		c.hide()
		return true
	}
	return false
}

// AccessibilityRole is asked for by the system's screen reader.
func (c *Combo) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// AccessibilityLabel is empty: the field and its list speak for themselves.
func (c *Combo) AccessibilityLabel() string { return "" }

// CreateRenderer is called by Fyne.
func (c *Combo) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.column) }
