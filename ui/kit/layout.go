package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// Text wraps, so the height of most things follows from their width: every layout here first gives its objects their
// width, then asks for their height.

// HeightFor gives o the width w and returns the height it then asks for.
func HeightFor(o fyne.CanvasObject, w float32) float32 {
	if o.Size().Width != w {
		o.Resize(fyne.NewSize(w, o.Size().Height))
	}
	return o.MinSize().Height
}

type insets struct{ top, right, bottom, left float32 }

func (p insets) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := fyne.NewSize(0, 0)
	for _, o := range objects {
		if o.Visible() {
			m = m.Max(o.MinSize())
		}
	}
	return m.AddWidthHeight(p.left+p.right, p.top+p.bottom)
}

func (p insets) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(p.left, p.top))
		o.Resize(size.SubtractWidthHeight(p.left+p.right, p.top+p.bottom))
	}
}

// Pad leaves room around o: above, right, below, left.
func Pad(top, right, bottom, left float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(insets{top, right, bottom, left}, o)
}

type vstack struct{ gap float32 }

func (v vstack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m, n := fyne.NewSize(0, 0), 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		s := o.MinSize()
		m.Width = max(m.Width, s.Width)
		m.Height += s.Height
		n++
	}
	return m.AddWidthHeight(0, v.gap*float32(max(n-1, 0)))
}

func (v vstack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		h := HeightFor(o, size.Width)
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h + v.gap
	}
}

// VStack sets objects under one another, gap apart, all as wide as the stack. What is hidden takes no room.
func VStack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(vstack{gap}, objects...)
}

type hstack struct{ gap float32 }

func (h hstack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m, n := fyne.NewSize(0, 0), 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		s := o.MinSize()
		m.Height = max(m.Height, s.Height)
		m.Width += s.Width
		n++
	}
	return m.AddWidthHeight(h.gap*float32(max(n-1, 0)), 0)
}

func (h hstack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	spacers := 0
	for _, o := range objects {
		if isSpacer(o) && o.Visible() {
			spacers++
		}
	}
	spare := float32(0)
	if spacers > 0 {
		spare = max(0, (size.Width-h.MinSize(objects).Width)/float32(spacers))
	}
	x := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if isSpacer(o) {
			x += spare + h.gap
			continue
		}
		o.Resize(m)
		o.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
		x += m.Width + h.gap
	}
}

func isSpacer(o fyne.CanvasObject) bool {
	_, ok := o.(layout.SpacerObject)
	return ok
}

// HStack sets objects side by side at their own width, gap apart and centred; a Spacer takes what is left.
func HStack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(hstack{gap}, objects...)
}

// Spacer pushes apart what stands before and after it in an HStack.
func Spacer() fyne.CanvasObject { return layout.NewSpacer() }

type beside struct{ gap float32 }

func (b beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	l, r := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(l.Width+b.gap+r.Width, max(l.Height, r.Height))
}

func (b beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, right := objects[0], objects[1]
	m := left.MinSize()
	left.Resize(m)
	left.Move(fyne.NewPos(0, 0))
	w := size.Width - m.Width - b.gap
	HeightFor(right, w)
	right.Resize(fyne.NewSize(w, size.Height))
	right.Move(fyne.NewPos(m.Width+b.gap, 0))
}

// Beside sets lead at its own size and gives body the width that is left.
func Beside(gap float32, lead, body fyne.CanvasObject) *fyne.Container {
	return container.New(beside{gap}, lead, body)
}

type ended struct{ gap float32 }

func (e ended) MinSize(objects []fyne.CanvasObject) fyne.Size { return beside(e).MinSize(objects) }

func (e ended) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	body, end := objects[0], objects[1]
	m := end.MinSize()
	end.Resize(m)
	end.Move(fyne.NewPos(size.Width-m.Width, 0))
	w := size.Width - m.Width - e.gap
	HeightFor(body, w)
	body.Resize(fyne.NewSize(w, size.Height))
	body.Move(fyne.NewPos(0, 0))
}

// Ended gives body the width that end, set at its own size on the right, leaves.
func Ended(gap float32, body, end fyne.CanvasObject) *fyne.Container {
	return container.New(ended{gap}, body, end)
}

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
	if len(objects) == 0 {
		return fyne.NewSize(0, 0)
	}
	n := c.count(c.width(objects), len(objects))
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
	n := c.count(size.Width, len(objects))
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

type sized struct{ width, height, most float32 }

func (l sized) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := fyne.NewSize(0, 0)
	for _, o := range objects {
		m = m.Max(o.MinSize())
	}
	if l.width > 0 {
		m.Width = l.width
	}
	return fyne.NewSize(m.Width, max(m.Height, l.height))
}

func (l sized) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if l.most > 0 {
		size.Width = min(size.Width, l.most)
	}
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

// Wide gives o the width w, whatever it asks for.
func Wide(w float32, o fyne.CanvasObject) *fyne.Container { return container.New(sized{width: w}, o) }

// AtMost lets o grow no wider than w, so that lines stay readable; it stands on the left.
func AtMost(w float32, o fyne.CanvasObject) *fyne.Container { return container.New(sized{most: w}, o) }

// Tall gives o at least the height h.
func Tall(h float32, o fyne.CanvasObject) *fyne.Container { return container.New(sized{height: h}, o) }

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
