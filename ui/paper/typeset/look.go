package typeset

const mm = 72 / 25.4

// The sheet and its margins, the left one wide enough to bind.
const (
	pageWidth    = 210 * mm
	pageHeight   = 297 * mm
	leftEdge     = 28 * mm
	rightEdge    = pageWidth - 24*mm
	topEdge      = 30 * mm
	bottomEdge   = pageHeight - 30*mm
	fullWidth    = rightEdge - leftEdge
	hang         = 13 * mm // column of the numbers
	textEdge     = leftEdge + hang
	textWidth    = rightEdge - textEdge
	stampBand    = 20 * mm // left free at the top of page 1 for the stamp of the préfecture
	firstTopEdge = 40 * mm
)

// The colours. Greys that carry text keep a contrast of 4.5 to 1 on white, on the bands and over the watermark.
var (
	ink         = Color{0x1b, 0x1b, 0x1f}
	accent      = Color{0x1f, 0x3a, 0x68}
	soft        = Color{0x5a, 0x5f, 0x6a}
	hair        = Color{0xc4, 0xc9, 0xd2}
	band        = Color{0xee, 0xf1, 0xf6}
	missingBand = Color{0xff, 0xf0, 0xc2}
	warning     = Color{0x8f, 0x2d, 0x1f}
	struck      = Color{0x9b, 0x1c, 0x1c} // taken away since the version before
	added       = Color{0x12, 0x5c, 0x2e} // added since
	ghost       = Color{0xee, 0xee, 0xf1} // watermark
	phases      = [5]Color{{0x1f, 0x3a, 0x68}, {0x2f, 0x7f, 0x8c}, {0x8a, 0xa0, 0x3f}, {0xb8, 0x6b, 0x2a}, {0x7b, 0x7f, 0x8a}}
)

// look holds the styles of a paper.
type look struct {
	title, subtitle, body, rightward *style
	label, number, dash              *style
	heading, headingNumber           *style
	annex, annexNumber               *style
	cell, cellHead, cellTotal        *style
	factLabel, fact, note            *style
	caption, small, smallCentred     *style
	noted                            *style // on a drawing
	party, person, quality, sign     *style
	running, runningRight, folio     *style
	organisation, specimen           *style
	tocEntry, tocPage                *style
}

func newLook(f *faces) *look {
	serif := style{regular: f.serif, bold: f.serifBold, italic: f.serifItalic, size: 10.4, lead: 14.4, color: ink}
	sans := style{regular: f.sans, bold: f.sansBold, italic: f.sans, size: 8.8, lead: 11.4, align: left, color: ink}
	strong := sans
	strong.regular, strong.italic = f.sansBold, f.sansBold
	of := func(st style, size, lead float64, a align, c Color) *style {
		st.size, st.lead, st.align, st.color = size, lead, a, c
		return &st
	}
	serifBold, serifItalic := serif, serif
	serifBold.regular, serifBold.italic = f.serifBold, f.serifBold
	serifItalic.regular = f.serifItalic
	l := &look{
		title:         of(serifBold, 23, 28, centred, accent),
		subtitle:      of(serifItalic, 12.5, 17, centred, ink),
		body:          of(serif, 10.4, 14.4, justified, ink),
		rightward:     of(serifItalic, 10.4, 14.4, right, ink),
		label:         of(strong, 9, 13, left, accent),
		number:        of(strong, 9.2, 14.4, left, accent),
		dash:          of(serif, 10.4, 14.4, left, accent),
		heading:       of(strong, 11.6, 15, left, ink),
		headingNumber: of(strong, 11.6, 15, left, accent),
		annex:         of(serifBold, 18, 23, left, ink),
		annexNumber:   of(strong, 9.4, 14, left, accent),
		cell:          of(sans, 8.8, 11.4, left, ink),
		cellHead:      of(strong, 8.6, 11.4, left, accent),
		cellTotal:     of(strong, 8.8, 11.4, left, ink),
		factLabel:     of(sans, 9.2, 14.8, left, soft), // same baseline as the value
		fact:          of(serif, 10.4, 14, left, ink),
		note:          of(sans, 9, 12.6, left, ink),
		caption:       of(strong, 9, 13, left, ink),
		small:         of(sans, 7.4, 9.6, left, soft),
		smallCentred:  of(sans, 7.4, 9.6, centred, soft),
		noted:         of(strong, 7.8, 10, left, ink),
		party:         of(strong, 9.2, 12, left, accent),
		person:        of(serifBold, 9.6, 12.6, left, ink),
		quality:       of(serif, 9.2, 12, left, ink),
		sign:          of(sans, 6.8, 9, left, soft),
		running:       of(sans, 8, 10, left, soft),
		runningRight:  of(sans, 8, 10, right, soft),
		folio:         of(sans, 8, 10, centred, soft),
		organisation:  of(strong, 10.5, 13, left, accent),
		specimen:      of(strong, 8, 10, left, warning),
		tocEntry:      of(sans, 9, 13.4, left, ink),
		tocPage:       of(sans, 9, 13.4, right, ink),
	}
	l.body.divided = true
	l.label.tracking = .06
	l.annexNumber.tracking = .08
	return l
}
