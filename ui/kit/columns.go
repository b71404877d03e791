package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

type columns struct {
	gap   float32
	least float32
	most  float32 // 0: as wide as they can
}

// count says how many columns of at least c.least fit in w.
func (c columns) count(w float32, objects int) int {
	n := int((w + c.gap) / (c.least + c.gap))
	return min(max(n, 1), max(objects, 1))
}

func (c columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	all := len(objects)
	if objects = visible(objects); len(objects) == 0 {
		return fyne.NewSize(0, 0)
	}
	n := c.count(c.width(objects), all)
	h := float32(0)
	for i := 0; i < len(objects); i += n {
		if i > 0 {
			h += c.gap
		}
		h += rowHeight(objects[i:min(i+n, len(objects))])
	}
	return fyne.NewSize(min(c.least, 120), h)
}

// width recovers from the objects a width that holds the columns they were last laid out in.
func (c columns) width(objects []fyne.CanvasObject) float32 {
	w, n := float32(0), 0
	for _, o := range objects {
		if o.Position().Y == objects[0].Position().Y {
			n++
		}
		w = max(w, o.Size().Width)
	}
	if w == 0 {
		return 0
	}
	return float32(n)*(max(w, c.least)+c.gap) - c.gap
}

func (c columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	n := c.count(size.Width, len(objects)) // what is hidden keeps its column: the others stay where they are
	objects = visible(objects)
	w := (size.Width - c.gap*float32(n-1)) / float32(n)
	if n > 1 && c.most > 0 {
		w = min(w, c.most)
	}
	y := float32(0)
	for i := 0; i < len(objects); i += n {
		row := objects[i:min(i+n, len(objects))]
		for _, o := range row {
			HeightFor(o, w)
		}
		h := rowHeight(row)
		for j, o := range row {
			o.Move(fyne.NewPos(float32(j)*(w+c.gap), y))
			o.Resize(fyne.NewSize(w, h))
		}
		y += h + c.gap
	}
}

func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	return slices.DeleteFunc(slices.Clone(objects), func(o fyne.CanvasObject) bool { return !o.Visible() })
}

func rowHeight(objects []fyne.CanvasObject) float32 {
	h := float32(0)
	for _, o := range objects {
		h = max(h, o.MinSize().Height)
	}
	return h
}

// Columns sets objects in as many equal columns of at least that width as fit, row after row.
func Columns(gap, least float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(columns{gap: gap, least: least}, objects...)
}

// NarrowColumns are Columns that grow no wider than most while several stand side by side.
func NarrowColumns(gap, least, most float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(columns{gap, least, most}, objects...)
}

type sandwich struct{}

func (sandwich) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := fyne.NewSize(0, 0)
	for _, o := range objects {
		s := o.MinSize()
		m = fyne.NewSize(max(m.Width, s.Width), m.Height+s.Height)
	}
	return m
}

func (sandwich) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top, middle, bottom := objects[0], objects[1], objects[2]
	above, below := HeightFor(top, size.Width), HeightFor(bottom, size.Width)
	top.Move(fyne.NewPos(0, 0))
	top.Resize(fyne.NewSize(size.Width, above))
	middle.Move(fyne.NewPos(0, above))
	middle.Resize(fyne.NewSize(size.Width, max(0, size.Height-above-below)))
	bottom.Move(fyne.NewPos(0, size.Height-below))
	bottom.Resize(fyne.NewSize(size.Width, below))
}

// Sandwich sets three objects under one another: the first and the last at their own height, the middle one in what is left.
func Sandwich(top, middle, bottom fyne.CanvasObject) *fyne.Container {
	return container.New(sandwich{}, top, middle, bottom)
}

type shares struct {
	gap   float32
	parts []float32
}

func (l shares) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(120, rowHeight(objects))
}

func (l shares) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	total := float32(0)
	for _, p := range l.parts {
		total += p
	}
	room, x := size.Width-l.gap*float32(len(objects)-1), float32(0)
	for i, o := range objects {
		w := room * l.parts[i] / total
		HeightFor(o, w)
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, size.Height))
		x += w + l.gap
	}
}

// Shares sets objects side by side and shares the width between them in these proportions.
func Shares(gap float32, parts []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(shares{gap, parts}, objects...)
}
