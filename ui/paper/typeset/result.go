// Package typeset turns a document into pages: a display list of placed runs, lines and shapes, with the structure that
// a screen reader needs, the bookmarks, the fields to sign and the way back from a word to its question. The PDF and the
// preview are two painters of that one list. It knows fonts and French, and nothing of files or windows.
//
// A newcomer needs one function, Layout, and one type, Result. Every length is in points (1/72 inch), and every place is
// counted from the top left corner of its page, downwards.
package typeset

import "appuitechnique/model/document"

// A Color is red, green and blue in sRGB.
type Color [3]uint8

// A Box is a rectangle: its top left corner and its size.
type Box struct{ X, Y, W, H float64 }

// Holds reports whether the point lies in b, edges included.
func (b Box) Holds(x, y float64) bool {
	return x >= b.X && x <= b.X+b.W && y >= b.Y && y <= b.Y+b.H
}

// An Op is one thing to paint. Painters follow a page's list in order: what comes later lies above.
type Op interface{ op() }

// The things to paint.
type (
	// Glyphs is a run of one face on one baseline. Adv holds the advance of each rune in points, kerning and
	// justification included. The painter turns the run by Angle degrees, anticlockwise around its start.
	Glyphs struct {
		Face  *Face
		Size  float64
		Color Color
		X, Y  float64 // start of the baseline
		Width float64 // of what is seen: a blank at the end of a line is not
		Angle float64
		Runes []rune
		Adv   []float64
	}

	// Fill is a filled rectangle.
	Fill struct {
		Box
		Color Color
	}

	// Frame is the outline of a rectangle, half of its Line outside and half inside.
	Frame struct {
		Box
		Line  float64
		Color Color
	}

	// Rule is a straight line.
	Rule struct {
		X1, Y1, X2, Y2 float64
		Line           float64
		Color          Color
	}

	// Shape is a filled polygon.
	Shape struct {
		Points [][2]float64
		Color  Color
	}

	// Image is a picture that fills its box: a JPEG, or a PNG without transparency.
	Image struct {
		Box
		Data []byte
	}

	// Begin opens the content of a structure element, or, when Elem is nil, of what is no part of the text (rules, page
	// numbers). ID counts the openings of real content on the page. Begin and End never nest.
	Begin struct {
		Elem *Elem
		ID   int
	}

	// End closes the last Begin.
	End struct{}
)

func (*Glyphs) op() {}
func (*Fill) op()   {}
func (*Frame) op()  {}
func (*Rule) op()   {}
func (*Shape) op()  {}
func (*Image) op()  {}
func (*Begin) op()  {}
func (*End) op()    {}

// A Page is one sheet and what is painted on it.
type Page struct {
	Ops   []Op
	marks int // openings of real content so far
}

// A Bookmark is an entry of the outline; Level counts from 0.
type Bookmark struct {
	Title string
	Level int
	Page  int
	Y     float64
}

// A Field is an empty signature field over its printed block, or over a box to initial at the foot of a page.
type Field struct {
	Page int
	Box
	Name    string // unique in the document
	Tip     string // read aloud and shown by readers
	Elem    *Elem
	Paraphe bool // to initial one page, not to sign
}

// A Link leads from a box to a place of the document.
type Link struct {
	Page int
	Box
	ToPage int
	ToY    float64
	Tip    string
	Elem   *Elem
}

// A Spot is a box of a page and the IDs of the questions that what is printed there comes from.
type Spot struct {
	Page int
	Box
	From    []string
	Missing bool // what is printed there says that the answer lacks
	Block   int  // rank of the block of the document it stands in; -1 for none
}

// A Place is a height of a page.
type Place struct {
	Page int
	Y    float64
}

// A Result is a paper laid out.
type Result struct {
	Width, Height float64 // of every page
	Pages         []*Page
	Root          *Elem // the structure tree
	Bookmarks     []Bookmark
	Links         []Link
	Fields        []Field
	Spots         []Spot
	Blocks        []Place // where each block of the document begins

	Title, Author, Subject string
	Document               document.Document
}

// At returns the IDs of the questions behind the place (x, y) of a page, or nil. Pages count from 0.
func (r *Result) At(page int, x, y float64) []string {
	s, _ := r.SpotAt(page, x, y)
	return s.From
}

// SpotAt returns the spot under the place (x, y) of a page; false where there is none.
func (r *Result) SpotAt(page int, x, y float64) (Spot, bool) {
	for _, s := range r.Spots {
		if s.Page == page && s.Holds(x, y) {
			return s, true
		}
	}
	return Spot{}, false
}

// Places returns where the answer to the question id is printed, in reading order; of a list, where its rows are.
func (r *Result) Places(id string) []Spot {
	var out []Spot
	for _, s := range r.Spots {
		for _, f := range s.From {
			if f == id || len(f) > len(id) && f[len(id)] == '[' && f[:len(id)] == id {
				out = append(out, s)
				break
			}
		}
	}
	return out
}

// Missing returns the places that say that an answer lacks, in reading order, each as its spots: one a line.
func (r *Result) Missing() [][]Spot {
	var out [][]Spot
	var last *string // the first ID of the last place: its lines share it
	for _, s := range r.Spots {
		if !s.Missing {
			continue
		}
		if &s.From[0] == last {
			out[len(out)-1] = append(out[len(out)-1], s)
			continue
		}
		last = &s.From[0]
		out = append(out, []Spot{s})
	}
	return out
}
