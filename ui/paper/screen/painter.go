// Package screen paints a laid-out paper on the screen. It follows the same display list as the PDF, place for place, so
// what is seen is what is printed. It knows pixels and nothing of the dossier.
package screen

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"

	"appuitechnique/ui/paper/typeset"
)

// A Painter paints pages and remembers the outlines of the glyphs it has met. It serves one goroutine at a time.
type Painter struct {
	outlines map[glyph][]typeset.Segment
	pictures map[scaled]*image.RGBA
	raster   *vector.Rasterizer
}

type glyph struct {
	face *typeset.Face
	r    rune
}

// NewPainter returns a painter that has met no glyph yet.
func NewPainter() *Painter {
	return &Painter{outlines: map[glyph][]typeset.Segment{}, pictures: map[scaled]*image.RGBA{}, raster: vector.NewRasterizer(1, 1)}
}

// Size returns the width and the height of a page in pixels, at scale pixels a point.
func Size(r *typeset.Result, scale float64) (w, h int) {
	return int(math.Ceil(r.Width * scale)), int(math.Ceil(r.Height * scale))
}

// Page paints a page, white and opaque, at scale pixels a point: 1 is 72 dots an inch. Pages count from 0; one that is not
// there is white.
func (p *Painter) Page(r *typeset.Result, page int, scale float64) *image.RGBA {
	w, h := Size(r, scale)
	return p.page(r, page, w, h, scale)
}

func (p *Painter) page(r *typeset.Result, page, w, h int, scale float64) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = 0xff
	}
	if page < 0 || page >= len(r.Pages) {
		return img
	}
	s := &sheet{Painter: p, img: img, scale: scale}
	for _, o := range r.Pages[page].Ops {
		switch o := o.(type) {
		case *typeset.Fill:
			s.rect(o.X, o.Y, o.W, o.H, o.Color)
		case *typeset.Frame:
			l := o.Line
			s.rect(o.X-l/2, o.Y-l/2, o.W+l, l, o.Color)
			s.rect(o.X-l/2, o.Y+o.H-l/2, o.W+l, l, o.Color)
			s.rect(o.X-l/2, o.Y+l/2, l, o.H-l, o.Color)
			s.rect(o.X+o.W-l/2, o.Y+l/2, l, o.H-l, o.Color)
		case *typeset.Rule:
			s.rule(o)
		case *typeset.Shape:
			s.polygon(o.Points, o.Color)
		case *typeset.Glyphs:
			s.glyphs(o)
		case *typeset.Image:
			s.image(o)
		}
	}
	return img
}

// A sheet is one page being painted.
type sheet struct {
	*Painter
	img   *image.RGBA
	scale float64
}

// rect fills a rectangle given in points; its edges shade the pixels they cross by what they cover of them.
func (s *sheet) rect(x, y, w, h float64, c typeset.Color) {
	x0, y0, x1, y1 := x*s.scale, y*s.scale, (x+w)*s.scale, (y+h)*s.scale
	b := s.img.Bounds()
	for py := max(int(math.Floor(y0)), 0); py < min(int(math.Ceil(y1)), b.Max.Y); py++ {
		cover := min(y1, float64(py+1)) - max(y0, float64(py))
		for px := max(int(math.Floor(x0)), 0); px < min(int(math.Ceil(x1)), b.Max.X); px++ {
			a := cover * (min(x1, float64(px+1)) - max(x0, float64(px)))
			pix := s.img.Pix[s.img.PixOffset(px, py):]
			for k := range c {
				pix[k] = uint8(math.Round(float64(pix[k])*(1-a) + float64(c[k])*a))
			}
		}
	}
}

func (s *sheet) rule(o *typeset.Rule) {
	l := o.Line / 2
	switch {
	case o.Y1 == o.Y2:
		s.rect(min(o.X1, o.X2), o.Y1-l, math.Abs(o.X2-o.X1), 2*l, o.Color)
	case o.X1 == o.X2:
		s.rect(o.X1-l, min(o.Y1, o.Y2), 2*l, math.Abs(o.Y2-o.Y1), o.Color)
	default:
		n := math.Hypot(o.X2-o.X1, o.Y2-o.Y1)
		dx, dy := l*(o.Y2-o.Y1)/n, -l*(o.X2-o.X1)/n
		s.polygon([][2]float64{{o.X1 + dx, o.Y1 + dy}, {o.X2 + dx, o.Y2 + dy}, {o.X2 - dx, o.Y2 - dy}, {o.X1 - dx, o.Y1 - dy}}, o.Color)
	}
}

func (s *sheet) polygon(points [][2]float64, c typeset.Color) {
	if len(points) < 3 {
		return
	}
	b := bounds{}
	for _, p := range points {
		b.add(p[0]*s.scale, p[1]*s.scale)
	}
	at, ok := s.open(b)
	if !ok {
		return
	}
	for i, p := range points {
		x, y := float32(p[0]*s.scale)-float32(at.Min.X), float32(p[1]*s.scale)-float32(at.Min.Y)
		if i == 0 {
			s.raster.MoveTo(x, y)
		} else {
			s.raster.LineTo(x, y)
		}
	}
	s.close(at, c)
}

// glyphs paints a run, turned around its start if it is.
func (s *sheet) glyphs(o *typeset.Glyphs) {
	sin, cos := math.Sincos(o.Angle * math.Pi / 180)
	size := o.Size * s.scale
	b := bounds{}
	for _, end := range []float64{-.5 * size, o.Width*s.scale + .5*size} {
		for _, side := range []float64{-.4 * size, 1.1 * size} {
			b.add(o.X*s.scale+end*cos-side*sin, o.Y*s.scale-end*sin-side*cos)
		}
	}
	at, ok := s.open(b)
	if !ok {
		return
	}
	x := 0.0
	for i, r := range o.Runes {
		start := [2]float64{o.X*s.scale + x*cos - float64(at.Min.X), o.Y*s.scale - x*sin - float64(at.Min.Y)}
		s.outline(s.segments(o.Face, r), start, size*cos, size*sin)
		x += o.Adv[i] * s.scale
	}
	s.close(at, o.Color)
}

func (p *Painter) segments(face *typeset.Face, r rune) []typeset.Segment {
	g := glyph{face, r}
	segments, ok := p.outlines[g]
	if !ok {
		segments = face.Outline(r)
		p.outlines[g] = segments
	}
	return segments
}

// outline adds contours to the raster; cos and sin carry the size.
func (p *Painter) outline(segments []typeset.Segment, start [2]float64, cos, sin float64) {
	var q [3][2]float32
	for _, s := range segments {
		for k, pt := range s.Points {
			x, y := float64(pt.X), float64(pt.Y)
			q[k] = [2]float32{float32(start[0] + x*cos - y*sin), float32(start[1] - x*sin - y*cos)}
		}
		switch s.Kind {
		case typeset.Move:
			p.raster.ClosePath()
			p.raster.MoveTo(q[0][0], q[0][1])
		case typeset.Line:
			p.raster.LineTo(q[0][0], q[0][1])
		case typeset.Quad:
			p.raster.QuadTo(q[0][0], q[0][1], q[1][0], q[1][1])
		case typeset.Cube:
			p.raster.CubeTo(q[0][0], q[0][1], q[1][0], q[1][1], q[2][0], q[2][1])
		}
	}
}

// open readies the raster for what lies within b; false when none of it is on the page.
func (s *sheet) open(b bounds) (image.Rectangle, bool) {
	at := b.pixels()
	if at.Intersect(s.img.Bounds()).Empty() {
		return at, false
	}
	s.raster.Reset(at.Dx(), at.Dy())
	return at, true
}

// close paints the raster at its place. The rasterizer does not clip: what stands out goes through a copy.
func (s *sheet) close(at image.Rectangle, c typeset.Color) {
	s.raster.ClosePath()
	src := image.NewUniform(color.RGBA{c[0], c[1], c[2], 0xff})
	if at.In(s.img.Bounds()) {
		s.raster.Draw(s.img, at, src, image.Point{})
		return
	}
	part := image.NewRGBA(at)
	in := at.Intersect(s.img.Bounds())
	copyPixels(part, s.img, in)
	s.raster.Draw(part, at, src, image.Point{})
	copyPixels(s.img, part, in)
}

func copyPixels(dst, src *image.RGBA, r image.Rectangle) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		copy(dst.Pix[dst.PixOffset(r.Min.X, y):dst.PixOffset(r.Max.X-1, y)+4], src.Pix[src.PixOffset(r.Min.X, y):])
	}
}

// bounds grow around points.
type bounds struct {
	some           bool
	x0, y0, x1, y1 float64
}

func (b *bounds) add(x, y float64) {
	if !b.some {
		*b = bounds{true, x, y, x, y}
		return
	}
	b.x0, b.y0, b.x1, b.y1 = min(b.x0, x), min(b.y0, y), max(b.x1, x), max(b.y1, y)
}

// pixels returns the pixels that b touches, and one more on each side.
func (b *bounds) pixels() image.Rectangle {
	return image.Rect(int(math.Floor(b.x0))-1, int(math.Floor(b.y0))-1, int(math.Ceil(b.x1))+1, int(math.Ceil(b.y1))+1)
}
