package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// atMostTall lets a list grow with what it holds, up to a height beyond which it scrolls.
type atMostTall struct {
	list fyne.CanvasObject
	most float32
}

func (a atMostTall) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, min(a.list.MinSize().Height, Scaled(a.most)))
}

func (a atMostTall) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	HeightFor(a.list, size.Width)
	objects[0].Resize(size)
	objects[0].Move(fyne.NewPos(0, 0))
}

// mouseOnly keeps Tab from stopping at a button that repeats a key of the field it stands in.
type mouseOnly struct {
	widget.BaseWidget
	button *Button
}

// Tapped is called by Fyne.
func (m *mouseOnly) Tapped(e *fyne.PointEvent) { m.button.Tapped(e) }

// Cursor is called by Fyne.
func (m *mouseOnly) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MinSize is called by Fyne.
func (m *mouseOnly) MinSize() fyne.Size {
	m.ExtendBaseWidget(m)
	return m.BaseWidget.MinSize()
}

// AccessibilityRole is asked for by the system's screen reader.
func (m *mouseOnly) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is read aloud by a screen reader.
func (m *mouseOnly) AccessibilityLabel() string { return m.button.AccessibilityLabel() }

// CreateRenderer is called by Fyne.
func (m *mouseOnly) CreateRenderer() fyne.WidgetRenderer {
	m.ExtendBaseWidget(m)
	icon := canvas.NewImageFromResource(theme.NewColoredResource(m.button.Icon, ColorMuted))
	icon.FillMode = canvas.ImageFillContain
	icon.SetMinSize(fyne.NewSquareSize(Scaled(20)))
	return widget.NewSimpleRenderer(Pad(0, 8, 0, 8, icon))
}

// comboRow is one item of the list; it never takes the keyboard, which stays in the field.
type comboRow struct {
	widget.BaseWidget
	content *fyne.Container
	ground  *canvas.Rectangle
	tapped  func()
	active  bool
	hovered bool
}

func newComboRow(item Item, tapped func()) *comboRow {
	r := &comboRow{tapped: tapped, ground: canvas.NewRectangle(color.Transparent)}
	words := VStack(0, NewParagraph(item.Label, SizeBody, theme.ColorNameForeground))
	if item.Note != "" {
		words.Add(NewParagraph(item.Note, SizeSmall, ColorMuted))
	}
	content := fyne.CanvasObject(words)
	if item.Badge != "" {
		content = Ended(8, words, NewPill(item.Badge, ColorSuccessText, ColorSuccessTint))
	}
	r.content = container.NewStack(r.ground, Pad(7, 10, 7, 10, content))
	r.ExtendBaseWidget(r)
	return r
}

func (r *comboRow) setActive(on bool) { r.active = on; r.paint() }

func (r *comboRow) paint() {
	dress(r.ground, "", "", 6)
	switch {
	case r.active:
		r.ground.FillColor = theme.Color(ColorTint)
	case r.hovered:
		r.ground.FillColor = theme.Color(theme.ColorNameHover)
	}
	r.ground.Refresh()
}

// Tapped is called by Fyne.
func (r *comboRow) Tapped(*fyne.PointEvent) { r.tapped() }

// MouseIn is called by Fyne.
func (r *comboRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.paint() }

// MouseMoved is called by Fyne.
func (r *comboRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (r *comboRow) MouseOut() { r.hovered = false; r.paint() }

// AccessibilityRole is asked for by the system's screen reader.
func (r *comboRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is read aloud by a screen reader.
func (r *comboRow) AccessibilityLabel() string { return Spoken(r.content) }

// CreateRenderer is called by Fyne.
func (r *comboRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.content) }
