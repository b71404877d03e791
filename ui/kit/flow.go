package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// flow sets objects side by side, in as many rows as it takes.
type flow struct {
	gap   float32
	width float32 // last laid out for
}

// rows calls place for every object with its place and size, and returns the height of all.
func (f *flow) rows(objects []fyne.CanvasObject, width float32, place func(o fyne.CanvasObject, x, y float32, m fyne.Size)) float32 {
	objects = visible(objects)
	y := float32(0)
	for len(objects) > 0 {
		n, w, h := 0, float32(0), float32(0)
		for n < len(objects) {
			m := objects[n].MinSize()
			if n > 0 && w+f.gap+m.Width > width {
				break
			}
			if n > 0 {
				w += f.gap
			}
			w, h, n = w+m.Width, max(h, m.Height), n+1
		}
		x := float32(0)
		for _, o := range objects[:n] {
			m := o.MinSize()
			place(o, x, y+(h-m.Height)/2, m)
			x += m.Width + f.gap
		}
		objects = objects[n:]
		y += h + f.gap
	}
	return max(y-f.gap, 0)
}

// MinSize is called by Fyne.
func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := float32(0)
	for _, o := range visible(objects) {
		least = max(least, o.MinSize().Width)
	}
	return fyne.NewSize(least, f.rows(objects, f.width, func(fyne.CanvasObject, float32, float32, fyne.Size) {}))
}

// Layout is called by Fyne.
func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.rows(objects, size.Width, func(o fyne.CanvasObject, x, y float32, m fyne.Size) {
		o.Resize(m)
		o.Move(fyne.NewPos(x, y))
	})
}

// Flow sets objects side by side at their own size, gap apart, and goes on in another row where there is no room left.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{gap: gap, width: 1e6}, objects...)
}
