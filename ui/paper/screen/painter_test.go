package screen

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/ui/paper/typeset"
)

func laidOut(t testing.TB) *typeset.Result {
	t.Helper()
	d, ok := model.Example("riom")
	if !ok {
		t.Fatal("no demonstration riom")
	}
	doc, err := document.Compose(d, model.PaperRoadmap)
	if err != nil {
		t.Fatal(err)
	}
	r, err := typeset.Layout(doc)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestEveryOpLeavesItsInk looks for the colour of each fill in its middle, and for ink where each run stands.
func TestEveryOpLeavesItsInk(t *testing.T) {
	r := laidOut(t)
	p := NewPainter()
	for _, scale := range []float64{1, 1.53, 3} {
		for i, page := range r.Pages {
			img := p.Page(r, i, scale)
			if w, h := Size(r, scale); img.Bounds() != image.Rect(0, 0, w, h) {
				t.Fatalf("page %d at %g: %v, want %d × %d", i, scale, img.Bounds(), w, h)
			}
			for _, o := range page.Ops {
				if g, ok := o.(*typeset.Glyphs); ok && g.Angle == 0 && strings.TrimSpace(string(g.Runes)) != "" && !inked(img, g, scale) {
					t.Errorf("page %d at %g: no ink for %q", i, scale, string(g.Runes))
				}
			}
		}
	}
}

func inked(img *image.RGBA, g *typeset.Glyphs, scale float64) bool {
	for y := int((g.Y - g.Size) * scale); y <= int((g.Y+.3*g.Size)*scale); y++ {
		for x := int(g.X * scale); x <= int((g.X+g.Width)*scale); x++ {
			if c := img.RGBAAt(x, y); int(c.R)+int(c.G)+int(c.B) < 3*0xc8 {
				return true
			}
		}
	}
	return false
}

// TestAnyPageIsPainted paints what stands out of the page, at any scale, without a fault.
func TestAnyPageIsPainted(t *testing.T) {
	face := anyFace(t)
	r := &typeset.Result{Width: 100, Height: 50, Pages: []*typeset.Page{{Ops: []typeset.Op{
		&typeset.Fill{Box: typeset.Box{X: -10, Y: -10, W: 500, H: 20}, Color: typeset.Color{255, 0, 0}},
		&typeset.Frame{Box: typeset.Box{X: 90, Y: 40, W: 30, H: 30}, Line: 2},
		&typeset.Rule{X1: -5, Y1: -5, X2: 200, Y2: 90, Line: 3},
		&typeset.Shape{Points: [][2]float64{{95, 20}, {130, 30}, {95, 45}}, Color: typeset.Color{0, 0, 255}},
		&typeset.Glyphs{Face: face, Size: 80, Angle: 45, X: 60, Y: 60, Width: 120, Runes: []rune("PRO"), Adv: []float64{40, 40, 40}},
		&typeset.Glyphs{Face: face, Size: 10, X: 900, Y: 60, Width: 12, Runes: []rune("PRO"), Adv: []float64{4, 4, 4}},
	}}}}
	for _, scale := range []float64{.1, 1, 4.7} {
		img := NewPainter().Page(r, 0, scale)
		if c := img.RGBAAt(int(30*scale), int(2*scale)); scale >= 1 && (c.R != 255 || c.G > 0) {
			t.Errorf("at %g the band is %v, want red", scale, c)
		}
	}
	if img := NewPainter().Page(r, 7, 1); img.RGBAAt(1, 1).G != 255 {
		t.Error("a page that is not there is not white")
	}
}

func anyFace(t *testing.T) *typeset.Face {
	for _, o := range laidOut(t).Pages[0].Ops {
		if g, ok := o.(*typeset.Glyphs); ok {
			return g.Face
		}
	}
	t.Fatal("no text")
	return nil
}

func BenchmarkPage(b *testing.B) {
	r := laidOut(b)
	for _, dpi := range []float64{72, 110, 220} {
		b.Run(fmt.Sprint(dpi), func(b *testing.B) {
			p := NewPainter()
			for b.Loop() {
				p.Page(r, 1, dpi/72)
			}
		})
	}
}
