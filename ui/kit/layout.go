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

func (e ended) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if !objects[1].Visible() {
		return objects[0].MinSize()
	}
	return beside(e).MinSize(objects)
}

func (e ended) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	body, end := objects[0], objects[1]
	if !end.Visible() {
		body.Move(fyne.NewPos(0, 0))
		body.Resize(size)
		return
	}
	m := end.MinSize()
	end.Resize(m)
	end.Move(fyne.NewPos(size.Width-m.Width, 0))
	w := size.Width - m.Width - e.gap
	HeightFor(body, w)
	body.Resize(fyne.NewSize(w, size.Height))
	body.Move(fyne.NewPos(0, 0))
}

// Ended gives body the width that end, set at its own size on the right, leaves; a hidden end leaves it all.
func Ended(gap float32, body, end fyne.CanvasObject) *fyne.Container {
	return container.New(ended{gap}, body, end)
}

// roomy is a width that leaves words their ease beside something else.
const roomy = 240

// turned is ended, or end under body where that takes less height.
type turned struct {
	gap   float32
	width float32 // last laid out for
}

// beside reports whether end stands beside body, and the height of both; it leaves body as wide as it then is.
func (t *turned) beside(objects []fyne.CanvasObject) (yes bool, height float32) {
	body, end := objects[0], objects[1].MinSize()
	left := t.width - end.Width - t.gap
	if end.Width == 0 || left >= Scaled(roomy) {
		return true, max(HeightFor(body, left), end.Height)
	}
	under := HeightFor(body, t.width) + t.gap/2 + end.Height
	if height = max(HeightFor(body, left), end.Height); height <= under {
		return true, height
	}
	HeightFor(body, t.width)
	return false, under
}

// MinSize is called by Fyne.
func (t *turned) MinSize(objects []fyne.CanvasObject) fyne.Size {
	_, height := t.beside(objects)
	return fyne.NewSize(max(objects[0].MinSize().Width, objects[1].MinSize().Width), height)
}

// Layout is called by Fyne.
func (t *turned) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	t.width = size.Width
	if yes, _ := t.beside(objects); yes {
		ended{t.gap}.Layout(objects, size)
		return
	}
	body, end := objects[0], objects[1]
	height := HeightFor(body, size.Width)
	body.Move(fyne.NewPos(0, 0))
	body.Resize(fyne.NewSize(size.Width, height))
	end.Resize(end.MinSize())
	end.Move(fyne.NewPos(0, height+t.gap/2))
}

// Turned sets end on the right of body as Ended does, or under it where body would be squeezed into more height than that.
func Turned(gap float32, body, end fyne.CanvasObject) *fyne.Container {
	return container.New(&turned{gap: gap, width: 1e6}, body, end)
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
