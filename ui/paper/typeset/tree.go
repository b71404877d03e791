package typeset

import "slices"

// A Tag is a standard structure type of PDF 1.7 (ISO 32000-1, 14.8.4).
type Tag string

// The tags in use.
const (
	TagDocument Tag = "Document"
	TagSect     Tag = "Sect"
	TagH1       Tag = "H1"
	TagH2       Tag = "H2"
	TagH3       Tag = "H3"
	TagP        Tag = "P"
	TagL        Tag = "L"
	TagLI       Tag = "LI"
	TagLbl      Tag = "Lbl"
	TagLBody    Tag = "LBody"
	TagTable    Tag = "Table"
	TagTR       Tag = "TR"
	TagTH       Tag = "TH"
	TagTD       Tag = "TD"
	TagCaption  Tag = "Caption"
	TagFigure   Tag = "Figure"
	TagForm     Tag = "Form"
	TagLink     Tag = "Link"
	TagTOC      Tag = "TOC"
	TagTOCI     Tag = "TOCI"
)

// Scope says which cells a TH is the head of.
type Scope string

// The scopes of a head cell.
const (
	ScopeColumn Scope = "Column"
	ScopeRow    Scope = "Row"
)

// An Elem is an element of the structure tree: a paragraph, a cell, a drawing.
type Elem struct {
	Tag    Tag
	Parent *Elem
	Kids   []Kid  // in reading order
	Alt    string // what a drawing shows
	Scope  Scope  // of a TH
	Box    Box    // of a Figure, on the page of its first mark
}

// A Kid of an element is a child element (Elem), a piece of a page (Page and ID, as in Begin), or the widget of a field or
// of a link (1 + its index in the Result).
type Kid struct {
	Elem        *Elem
	Page, ID    int
	Field, Link int
}

func (e *Elem) add(tag Tag) *Elem {
	k := &Elem{Tag: tag, Parent: e}
	e.Kids = append(e.Kids, Kid{Elem: k})
	return k
}

// insert adds a child right after another.
func (e *Elem) insert(after *Elem, tag Tag) *Elem {
	k := &Elem{Tag: tag, Parent: e}
	for i := range e.Kids {
		if e.Kids[i].Elem == after {
			e.Kids = slices.Insert(e.Kids, i+1, Kid{Elem: k})
			return k
		}
	}
	e.Kids = append(e.Kids, Kid{Elem: k})
	return k
}
