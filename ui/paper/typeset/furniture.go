package typeset

import (
	"fmt"
	"math"
	"strings"

	"appuitechnique/model/document"
)

const (
	headLine  = 17 * mm
	footLine  = pageHeight - 15*mm
	firstHead = 27 * mm
)

// openPage starts a page with what lies under its text: the watermark of a draft.
func (b *builder) openPage() {
	b.canvas.newPage()
	if !b.doc.Draft {
		return
	}
	const text, size, angle = "PROJET", 138.0, 52.0
	w := b.caption.regular.shape(text)
	adv := make([]float64, len(w.adv))
	for i, a := range w.adv {
		adv[i] = a * size
	}
	width := w.width * size
	sin, cos := math.Sincos(angle * math.Pi / 180)
	b.canvas.in(nil, func() {
		b.canvas.paint(&Glyphs{
			Face: b.caption.regular, Size: size, Color: ghost, Angle: angle, Width: width, Runes: w.runes, Adv: adv,
			X: pageWidth/2 - width/2*cos + .33*size*sin,
			Y: pageHeight/2 + width/2*sin + .33*size*cos,
		})
	})
}

// furniture adds head and foot to each page, once their number is known.
func (b *builder) furniture() {
	n := len(b.res.Pages)
	for i, p := range b.res.Pages {
		c := &canvas{res: b.res, page: p}
		c.in(nil, func() {
			if i == 0 {
				b.firstHead(c)
			} else {
				b.runningHead(c)
			}
			b.foot(c, i+1, n)
		})
	}
}

// firstHead leaves the top of page 1 to the stamp of the préfecture.
func (b *builder) firstHead(c *canvas) {
	ref := b.reference()
	_, w := b.runningRight.oneLine(clean(ref))
	w = min(w, fullWidth/2)
	c.label(b.organisation, leftEdge, fullWidth-w-6*mm, firstHead, b.doc.Organisation)
	c.label(b.runningRight, rightEdge-w-1, w+1, firstHead, ref)
	c.paint(&Rule{leftEdge, firstHead + 2.4*mm, rightEdge, firstHead + 2.4*mm, .8, accent})
	if b.doc.Specimen {
		c.label(b.specimen, leftEdge, fullWidth, firstHead+6.4*mm, specimen)
	}
}

const specimen = "SPÉCIMEN — démonstration, données inventées"

func (b *builder) runningHead(c *canvas) {
	short := b.doc.Short
	if short == "" {
		short = b.res.Title
	}
	_, w := b.runningRight.oneLine(clean(b.doc.Organisation))
	w = min(w, fullWidth*.45)
	c.label(b.running, leftEdge, fullWidth-w-6*mm, headLine, short)
	c.label(b.runningRight, rightEdge-w-1, w+1, headLine, b.doc.Organisation)
	c.paint(&Rule{leftEdge, headLine + 2.2*mm, rightEdge, headLine + 2.2*mm, .4, hair})
	if b.doc.Specimen {
		c.label(b.specimen, leftEdge, fullWidth, headLine-4.6*mm, specimen)
	}
}

func (b *builder) reference() string {
	if b.doc.Reference == "" {
		return ""
	}
	return "Réf.\u00a0" + b.doc.Reference
}

func (b *builder) foot(c *canvas, page, pages int) {
	const boxHeight, gap = 9 * mm, 1.5 * mm
	var ref []string
	for _, s := range []string{b.reference(), b.doc.Version} {
		if s != "" {
			ref = append(ref, s)
		}
	}
	folio := fmt.Sprintf("Page\u00a0%d\u00a0/\u00a0%d", page, pages)
	c.label(b.running, leftEdge, fullWidth/2-16*mm, footLine, strings.Join(ref, " · "))
	if b.doc.Initials <= 0 {
		c.label(b.runningRight, rightEdge-40*mm, 40*mm, footLine, folio)
		return
	}
	c.label(b.folio, pageWidth/2-14*mm, 28*mm, footLine, folio)
	n := float64(b.doc.Initials)
	room := rightEdge - pageWidth/2 - 15*mm
	w := min(13*mm, (room-gap*(n-1))/n)
	left := rightEdge - n*w - (n-1)*gap
	top := footLine - boxHeight + 2*mm
	for k := range b.doc.Initials {
		box := Box{left + float64(k)*(w+gap), top, w, boxHeight}
		c.paint(&Frame{box, .4, hair})
		if b.doc.Paraphes {
			b.paraphe(box, k, page)
		}
	}
	c.label(b.sign, left, rightEdge-left, top-1.2*mm, "Paraphes")
}

// paraphe lays an empty field over the box that the party of rank k, from 0, initials on a page, from 1.
func (b *builder) paraphe(box Box, k, page int) {
	tip := "Paraphe"
	if parties := b.parties(); k < len(parties) {
		tip = tipOf(tip, &parties[k])
	}
	if b.paraphes == nil {
		b.paraphes = b.res.Root.add(TagSect)
	}
	form := b.paraphes.add(TagForm)
	form.Kids = append(form.Kids, Kid{Field: len(b.res.Fields) + 1})
	b.res.Fields = append(b.res.Fields, Field{Page: page - 1, Box: box, Elem: form, Paraphe: true,
		Name: fmt.Sprintf("paraphe_%02d_p%02d", k+1, page), Tip: fmt.Sprintf("%s – page %d", tip, page)})
}

// parties lists who signs the paper, in the order of its first signatures.
func (b *builder) parties() []document.Signatory {
	for _, bl := range b.doc.Blocks {
		if s, ok := bl.(document.Signatures); ok {
			return s.Parties
		}
	}
	return nil
}
