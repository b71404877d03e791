package typeset

import (
	"appuitechnique/model/document"
)

const (
	tallest  = 96 * mm   // two pictures stand on a page with their captions
	coarsest = 72 / 110. // points a pixel: larger, and the pixels show
)

// picture sets a picture under its caption, as large as the column, its height and its pixels allow.
func (b *builder) picture(p document.Picture) {
	if len(p.Data) == 0 || p.Width <= 0 || p.Height <= 0 {
		return
	}
	start := len(b.strips)
	fig := b.figure(p.Caption, p.Alt, "Image. ")
	scale := min(fullWidth/float64(p.Width), tallest/float64(p.Height), coarsest)
	w, h := float64(p.Width)*scale, float64(p.Height)*scale
	b.add(&strip{height: h, draw: func(c *canvas, y float64, _ bool) {
		fig.Box = Box{leftEdge, y, w, h}
		c.in(fig, func() { c.paint(&Image{fig.Box, p.Data}) })
	}})
	b.keepSmall(start, bottomEdge-topEdge)
	b.gap = 12
}
