// Package document says what each paper contains. A document is plain data: ui/paper lays it out, tests read it as text.
// It knows the typed dossier and French drafting, and nothing of fonts, pages or files.
package document

import (
	"fmt"
	"strings"

	"appuitechnique/model"
)

// A Document is one paper, ready to be laid out.
type Document struct {
	ID           model.Paper
	Title        string
	Subtitle     string
	Short        string // running head of the pages after the first
	Reference    string // "2026-003"
	Version      string // "projet" or "v1"
	Organisation string // author: the collectivité
	Day          model.Day
	Draft        bool   // prints PROJET across the pages
	Specimen     bool   // prints SPÉCIMEN in the head
	Initials     int    // paraphe boxes at the foot of every page; 0 for none
	Paraphes     bool   // an empty field to sign lies over each of these boxes
	Bare         bool   // no table of contents, however long
	SignTag      string // printed in each signature block, for a parapheur that looks for it ("#signature#"); empty for none
	Blocks       []Block
}

// A Block is one piece of a document, in reading order.
type Block interface{ block() }

// The blocks. Article, Annex, Section and Label are headings; all text is spans.
type (
	// Label is a small heading that introduces what follows: « Entre », « Vu », « Considérant ».
	Label struct{ Text string }

	// Article is a numbered heading of a convention. It is a bookmark.
	Article struct {
		Number int
		Title  string
	}

	// Section is an unnumbered or self-numbered heading of a paper that has no articles. It is a bookmark.
	Section struct {
		Number string // "1", "2.3" or empty
		Title  string
	}

	// Annex starts a new page with its heading. It is a bookmark. Name, where it is given, stands in place of « Annexe 1 »:
	// « Extrait du registre ».
	Annex struct {
		Number int
		Title  string
		Name   string
	}

	// Paragraph is text; Number hangs in the margin ("3.1") or is empty. Right sets it flush right (« ci-après … »).
	Paragraph struct {
		Number string
		Text   Spans
		Right  bool
	}

	// List is a list with dashes.
	List struct{ Items []Spans }

	// Facts is a two-column list of labels and values, without rules: « Durée », « 18 mois ».
	Facts struct{ Rows []Fact }

	// Table has a repeated head and, optionally, total rows at its foot.
	Table struct {
		Caption string
		Columns []Column
		Rows    [][]Spans
		Totals  [][]Spans
	}

	// Gantt is a drawn schedule over the months of the mission.
	Gantt struct {
		Caption string
		Alt     string   // what the drawing shows, in words
		Months  []string // heads of the columns: "janv.", "févr."
		Years   []Year
		Groups  []string // names of the phases, for the legend; a bar's Group counts in it
		Rows    []Bar
		Marks   []Mark
	}

	// Picture is a photograph or a drawing that came as a file: a JPEG, or a PNG without transparency, of Width × Height
	// pixels.
	Picture struct {
		Caption       string
		Alt           string // what it shows, in words
		Data          []byte
		Width, Height int
	}

	// Note is a framed remark that is not part of the act: « Projet à faire relire ».
	Note struct{ Text Spans }

	// Signatures closes a paper; it is never alone on its page.
	Signatures struct {
		Place   Spans // « Fait à Riom, en deux exemplaires, le … »
		Parties []Signatory
	}
)

func (Label) block()      {}
func (Article) block()    {}
func (Section) block()    {}
func (Annex) block()      {}
func (Paragraph) block()  {}
func (List) block()       {}
func (Facts) block()      {}
func (Table) block()      {}
func (Gantt) block()      {}
func (Picture) block()    {}
func (Note) block()       {}
func (Signatures) block() {}

// Called says what a is: « Annexe 1 », or its own name.
func (a Annex) Called() string {
	switch {
	case a.Name != "":
		return a.Name
	case a.Number == 0:
		return "Annexe"
	}
	return fmt.Sprintf("Annexe %d", a.Number)
}

// A Fact is one row of Facts.
type Fact struct {
	Label string
	Value Spans
}

// A Column is one column of a table.
type Column struct {
	Title string
	Width float64 // share of the table's width; the shares of a table sum to 1
	Right bool    // figures are set flush right
}

// A Year covers some consecutive months of a Gantt.
type Year struct {
	Label  string
	Months int
}

// A Bar is one row of a Gantt: a task from the start of month First to the end of month Last, both counted from 1.
type Bar struct {
	Label       string
	Group       int // the phase, counted in Groups, for its colour and its legend
	First, Last int
	From        []string
}

// A Mark is a milestone on a Gantt; At is its place in months from the start: 0 is the first day, 1.5 the middle of the
// second month.
type Mark struct {
	Label string
	At    float64
	From  []string
}

// A Signatory is one block to sign in.
type Signatory struct {
	Key     string // names the signature field: "maire", "cdc", "groupement"
	For     Spans  // « Pour la commune de Riom »
	Name    Spans
	Quality Spans
	Basis   Spans // délibération or delegation
	Role    string
}

// Spans is a run of text in pieces.
type Spans []Span

// A Span is a piece of text in one style, with the IDs of the questions it came from.
type Span struct {
	Text    string
	Style   Style
	From    []string
	Missing bool // a required answer is lacking: Text says which
	Change  Edit // in the comparison of two versions
}

// Edit says what became of a text between two versions.
type Edit int

// What may become of a text.
const (
	Kept    Edit = iota
	Removed      // set struck through
	Added        // set underlined
)

// Style is how a span is set.
type Style int

// The styles of a span.
const (
	Regular Style = iota
	Bold
	Italic
)

// String returns the text of s without its styles.
func (s Spans) String() string {
	var b strings.Builder
	for _, p := range s {
		b.WriteString(p.Text)
	}
	return b.String()
}
