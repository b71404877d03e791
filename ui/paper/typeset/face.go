package typeset

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"

	"appuitechnique/assets"
)

// A Face is one style of one family. Its methods may be called from several goroutines.
type Face struct {
	Name   string // PostScript name: "SourceSerif4-Regular"
	Family string // "serif" or "sans"
	Style  string // "", "B" or "I"
	Data   []byte // the font file; callers must not change it

	other *Face // of the same weight in the other family, for what this one lacks
	upem  float64
	// advances holds 1 + the unkerned advance of each rune that the face draws, in units of the font; no letter of a paper
	// lies beyond 16 bits.
	advances []int16

	outlines func() (*font.Face, error) // reads the font again, with what draws its glyphs, once

	mu    sync.Mutex // guards what follows
	face  *font.Face // without what draws its glyphs
	hb    *harfbuzz.Font
	buf   *harfbuzz.Buffer
	words map[string]shaped
}

// shaped is a word as it will be painted: runes and their kerned advances in em.
type shaped struct {
	runes []rune
	adv   []float64
	width float64
}

// keptWords bounds the cache of shaped words; a paper has about two thousand of them.
const keptWords = 20000

// faces are the five styles of the papers.
type faces struct{ serif, serifBold, serifItalic, sans, sansBold *Face }

// loadFaces parses the embedded fonts, once for the process: a face is immutable but for its cache of shaped words.
var loadFaces = sync.OnceValues(func() (*faces, error) {
	var fs faces
	for _, f := range []struct {
		to                  **Face
		name, family, style string
		packed              []byte
	}{
		{&fs.serif, "SourceSerif4-Regular", "serif", "", assets.SerifRegular},
		{&fs.serifBold, "SourceSerif4-Semibold", "serif", "B", assets.SerifBold},
		{&fs.serifItalic, "SourceSerif4-It", "serif", "I", assets.SerifItalic},
		{&fs.sans, "SourceSans3-Regular", "sans", "", assets.SansRegular},
		{&fs.sansBold, "SourceSans3-Semibold", "sans", "B", assets.SansBold},
	} {
		data, err := assets.Unpack(f.packed)
		if err != nil {
			return nil, fmt.Errorf("read font %s: %w", f.name, err)
		}
		face, err := parseFace(data)
		if err != nil {
			return nil, fmt.Errorf("read font %s: %w", f.name, err)
		}
		face.Name, face.Family, face.Style = f.name, f.family, f.style
		*f.to = face
	}
	fs.serif.other, fs.serifItalic.other, fs.serifBold.other = fs.sans, fs.sans, fs.sansBold
	fs.sans.other, fs.sansBold.other = fs.serif, fs.serifBold
	return &fs, nil
})

func parseFace(data []byte) (*Face, error) {
	f, err := font.ParseTTF(without(data, "glyf", "loca", "GSUB", "post", "name", "STAT", "BASE"))
	if err != nil {
		return nil, err
	}
	hb := harfbuzz.NewFont(f)
	hb.XScale, hb.YScale = int32(f.Upem()), int32(f.Upem())
	face := &Face{
		Data: data, upem: float64(f.Upem()), face: f, advances: make([]int16, 0x10000),
		hb: hb, buf: harfbuzz.NewBuffer(), words: map[string]shaped{},
		outlines: sync.OnceValues(func() (*font.Face, error) { return font.ParseTTF(bytes.NewReader(data)) }),
	}
	for it := f.Cmap.Iter(); it.Next(); {
		if r, g := it.Char(); r >= 0 && int(r) < len(face.advances) && g != 0 {
			face.advances[r] = 1 + int16(f.HorizontalAdvance(g))
		}
	}
	return face, nil
}

// without returns a font that hides some of its tables, which take long to read and say nothing of the width of a text.
func without(data []byte, tags ...string) font.Resource {
	shown := hidden{bytes.NewReader(data), nil}
	const entry = 16 // bytes of a table in the list that begins the file
	for at := 12; at+entry <= len(data) && at < 12+entry*int(binary.BigEndian.Uint16(data[4:])); at += entry {
		if slices.Contains(tags, string(data[at:at+4])) {
			shown.at = append(shown.at, int64(at))
		}
	}
	return io.NewSectionReader(shown, 0, int64(len(data)))
}

// hidden is a file where some tables have no name.
type hidden struct {
	file *bytes.Reader
	at   []int64 // where the names were
}

func (h hidden) ReadAt(p []byte, from int64) (int, error) {
	n, err := h.file.ReadAt(p, from)
	for _, at := range h.at {
		for i := max(at, from); i < min(at+4, from+int64(n)); i++ {
			p[i-from] = 0
		}
	}
	return n, err
}

// plain turns off whatever replaces glyphs: a paper is painted by its runes.
var plain = func() []harfbuzz.Feature {
	var fs []harfbuzz.Feature
	for _, tag := range []string{"liga", "clig", "calt", "ccmp", "locl", "rlig"} {
		fs = append(fs, harfbuzz.Feature{Tag: ot.MustNewTag(tag), End: harfbuzz.FeatureGlobalEnd})
	}
	return fs
}()

// Has reports whether f draws r.
func (f *Face) Has(r rune) bool { return r >= 0 && int(r) < len(f.advances) && f.advances[r] > 0 }

// Advance returns the unkerned advance of r in em, 0 if f lacks it.
func (f *Face) Advance(r rune) float64 {
	if !f.Has(r) {
		return 0
	}
	return float64(f.advances[r]-1) / f.upem
}

// Glyph returns the number of the glyph of r in the font, 0 if f lacks it.
func (f *Face) Glyph(r rune) int {
	if !f.Has(r) {
		return 0
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	g, _ := f.face.NominalGlyph(r)
	return int(g)
}

// ligatures are those a hyphen never falls into.
var ligatures = strings.NewReplacer("fi", "ﬁ", "fl", "ﬂ")

// shape returns s with ligatures and kerning. The caller must not change what it gets.
func (f *Face) shape(s string) shaped {
	f.mu.Lock()
	defer f.mu.Unlock()
	if w, ok := f.words[s]; ok {
		return w
	}
	w := shaped{runes: []rune(s)}
	if f.Family == "serif" {
		w.runes = []rune(ligatures.Replace(s))
	}
	w.adv = make([]float64, len(w.runes))
	f.buf.Clear()
	f.buf.AddRunes(w.runes, 0, -1)
	f.buf.GuessSegmentProperties()
	f.buf.Shape(f.hb, plain)
	for i, g := range f.buf.Info {
		w.adv[g.Cluster] += float64(f.buf.Pos[i].XAdvance) / f.upem
	}
	for i, a := range w.adv {
		if w.runes[i] == fineSpace { // too fine in these fonts for the thousands to stand apart
			a = max(a, .75*f.Advance(' '))
			w.adv[i] = a
		}
		w.width += a
	}
	if len(f.words) >= keptWords {
		clear(f.words)
	}
	f.words[s] = w
	return w
}

// width returns the width of s on one line, in points.
func (f *Face) width(s string, size float64) float64 { return f.shape(s).width * size }

// A Segment of an outline moves to, or draws a line, a quadratic or a cubic curve to, the last of its Points: 1 for Move
// and Line, 2 for Quad, 3 for Cube.
type Segment struct {
	Kind   SegmentKind
	Points [3]Point
}

// A Point of an outline is in em, from the start of the baseline, upwards.
type Point struct{ X, Y float32 }

// SegmentKind is what a segment draws.
type SegmentKind byte

// The kinds of segments.
const (
	Move SegmentKind = iota
	Line
	Quad
	Cube
)

// Outline returns the closed contours of r as f draws it; nil when it leaves no ink.
func (f *Face) Outline(r rune) []Segment {
	face, err := f.outlines()
	if err != nil {
		return nil // cannot be: it was read before
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	g, ok := face.NominalGlyph(r)
	if !ok {
		return nil
	}
	data, ok := face.GlyphData(g).(font.GlyphOutline)
	if !ok {
		return nil
	}
	out := make([]Segment, len(data.Segments))
	for i, s := range data.Segments {
		out[i].Kind = segmentKinds[s.Op]
		for k, a := range s.ArgsSlice() {
			out[i].Points[k] = Point{a.X / float32(f.upem), a.Y / float32(f.upem)}
		}
	}
	return out
}

var segmentKinds = map[ot.SegmentOp]SegmentKind{
	ot.SegmentOpMoveTo: Move, ot.SegmentOpLineTo: Line, ot.SegmentOpQuadTo: Quad, ot.SegmentOpCubeTo: Cube,
}
