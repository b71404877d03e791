package screen

import (
	"strings"
	"unicode"

	"appuitechnique/ui/paper/typeset"
)

// Find looks for words in the text of a paper, furniture of the pages left out, and returns the places of each occurrence: one
// for each run it goes through. fold says which letters are taken for equal, as model.Fold does; runs of blanks are one space,
// and a word cut at the end of a line is whole.
func Find(r *typeset.Result, words string, fold func(string) string) [][]typeset.Spot {
	var typed strings.Builder
	for _, r := range words {
		if as, ok := drawn[r]; ok {
			typed.WriteString(as)
		} else {
			typed.WriteRune(r)
		}
	}
	wanted := []rune(fold(typed.String()))
	if len(wanted) == 0 {
		return nil
	}
	f := &finder{fold: fold, letters: map[rune][]rune{}}
	for page, p := range r.Pages {
		f.read(page, p)
	}
	var found [][]typeset.Spot
	for i := 0; i+len(wanted) <= len(f.text); i++ {
		if f.matches(i, wanted) {
			found = append(found, f.spots(i, i+len(wanted)))
			i += len(wanted) - 1
		}
	}
	return found
}

// A finder is the folded text of a paper, each letter with its place.
type finder struct {
	fold    func(string) string
	letters map[rune][]rune // as folded

	text []rune
	at   []placed
}

// placed is where a letter stands: from one edge to the other of a rune of a run.
type placed struct {
	page     int
	run      *typeset.Glyphs // nil for the space between two runs
	from, to float64         // from the start of the run
}

func (f *finder) read(page int, p *typeset.Page) {
	real := false
	for _, o := range p.Ops {
		switch o := o.(type) {
		case *typeset.Begin:
			real = o.Elem != nil
		case *typeset.Glyphs:
			if real {
				f.run(page, o)
			}
		}
	}
}

func (f *finder) run(page int, g *typeset.Glyphs) {
	x := 0.0
	for i, r := range g.Runes {
		at := placed{page, g, x, x + g.Adv[i]}
		x += g.Adv[i]
		if unicode.IsSpace(r) || r == '-' || r == '‑' {
			f.space(at)
			continue
		}
		for _, letter := range f.folded(r) {
			f.text, f.at = append(f.text, letter), append(f.at, at)
		}
	}
}

// space adds a blank, unless there is one already. A hyphen is one, as model.Fold has it.
func (f *finder) space(at placed) {
	if n := len(f.text); n > 0 && f.text[n-1] != ' ' {
		f.text, f.at = append(f.text, ' '), append(f.at, at)
	}
}

// drawn are the runes that stand on paper for what people type.
var drawn = map[rune]string{'\u00ad': "", 'ﬁ': "fi", 'ﬂ': "fl", 'ᵉ': "e", 'ʳ': "r", 'ᵈ': "d"}

func (f *finder) folded(r rune) []rune {
	out, ok := f.letters[r]
	if !ok {
		typed, known := drawn[r]
		if !known {
			typed = string(r)
		}
		out = []rune(f.fold(typed))
		f.letters[r] = out
	}
	return out
}

func (f *finder) matches(i int, wanted []rune) bool {
	for k, r := range wanted {
		if f.text[i+k] != r {
			return false
		}
	}
	return true
}

// spots joins the letters of each run.
func (f *finder) spots(from, to int) []typeset.Spot {
	var out []typeset.Spot
	var run *typeset.Glyphs
	for _, at := range f.at[from:to] {
		g := at.run
		if g != run {
			run = g
			out = append(out, typeset.Spot{Page: at.page, Box: typeset.Box{X: g.X + at.from, Y: g.Y - .92*g.Size, H: 1.24 * g.Size}})
		}
		last := &out[len(out)-1]
		last.W = g.X + at.to - last.X
	}
	return out
}
