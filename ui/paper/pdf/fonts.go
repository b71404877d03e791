package pdf

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"

	"appuitechnique/ui/paper/typeset"
)

// A usage is a face and what a paper draws with it. The text of a page reaches a glyph by its place in the subset.
type usage struct {
	face  *typeset.Face
	name  string   // in the resources of the pages
	runes []rune   // sorted; the first is glyph 1, since 0 stands for what is missing
	codes []uint16 // by rune: the glyph of the subset
}

// used returns the faces of a paper in a fixed order.
func used(r *typeset.Result) []*usage {
	var out []*usage
	found := map[*typeset.Face]*usage{}
	for _, p := range r.Pages {
		for _, o := range p.Ops {
			g, ok := o.(*typeset.Glyphs)
			if !ok || len(g.Runes) == 0 {
				continue
			}
			u := found[g.Face]
			if u == nil {
				u = &usage{face: g.Face, codes: make([]uint16, 0x10000)}
				found[g.Face], out = u, append(out, u)
			}
			for _, c := range g.Runes {
				if int(c) < len(u.codes) && u.codes[c] == 0 {
					u.codes[c] = 1
					u.runes = append(u.runes, c)
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b *usage) int { return cmp.Compare(a.face.Name, b.face.Name) })
	for i, u := range out {
		u.name = fmt.Sprintf("F%d", i+1)
		slices.Sort(u.runes)
		for k, c := range u.runes {
			u.codes[c] = uint16(k + 1)
		}
	}
	return out
}

// fonts embeds the faces, each as a subset under a name of its own, says which text its glyphs stand for, and names them in
// the resources, where gofpdf has left a place for fonts.
func (a *archive) fonts(faces []*usage) error {
	const none = "/Font <<\n>>"
	before, after, ok := bytes.Cut(a.objects[1], []byte(none))
	if !ok {
		return fmt.Errorf("find the fonts of the pages: %w", errShape)
	}
	list := "/Font <<"
	for i, u := range faces {
		n, err := a.font(fmt.Sprintf("/AAAAA%c+%s", 'A'+i, u.face.Name), u)
		if err != nil {
			return fmt.Errorf("embed %s: %w", u.face.Name, err)
		}
		list += fmt.Sprintf("\n/%s %d 0 R", u.name, n)
	}
	a.set(2, string(before)+list+"\n>>"+string(after))
	return nil
}

// font adds the objects of a face and returns the number of the one that pages name.
func (a *archive) font(name string, u *usage) (int, error) {
	f, err := readFont(u.face.Data)
	if err != nil {
		return 0, err
	}
	glyphs := []int{0}
	for _, r := range u.runes {
		glyphs = append(glyphs, u.face.Glyph(r))
	}
	file, codes := a.reserve(), a.reserve()
	data := f.cut(glyphs)
	if err := a.setStream(file, fmt.Sprintf("/Length1 %d", len(data)), data, true); err != nil {
		return 0, err
	}
	if err := a.setStream(codes, "", unicodeMap(u.runes), true); err != nil {
		return 0, err
	}
	var widths []byte
	for _, g := range glyphs {
		widths = append(number(widths, f.advance(g), 1), ' ')
	}
	cid := a.add(fmt.Sprintf("<</Type /Font /Subtype /CIDFontType2 /BaseFont %s"+
		" /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor %d 0 R /W [0 [%s]] /CIDToGIDMap /Identity>>",
		name, a.add(f.descriptor(name, file)), bytes.TrimSpace(widths)))
	return a.add(fmt.Sprintf("<</Type /Font /Subtype /Type0 /BaseFont %s /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R>>",
		name, cid, codes)), nil
}

// descriptor says what a reader needs to know of a face whose file is an object of that number. No font file holds the width
// of its stems: it follows from the weight, as everyone who writes PDF does.
func (f *font) descriptor(name string, file int) string {
	be := binary.BigEndian
	length := func(tag string, at int) int { return int(f.scaled(float64(int16(be.Uint16(f.tables[tag][at:]))))) }
	weight, lean := int(be.Uint16(f.tables["OS/2"][4:])), int(int16(be.Uint16(f.tables["post"][4:])))
	flags := 4 // symbolic: the codes are its own
	if lean != 0 {
		flags |= 1 << 6
	}
	if weight >= 600 {
		flags |= 1 << 18
	}
	return fmt.Sprintf("<</Type /FontDescriptor /FontName %s /Flags %d /FontBBox [%d %d %d %d] /ItalicAngle %d /Ascent %d /Descent %d"+
		" /CapHeight %d /StemV %d /FontFile2 %d 0 R>>", name, flags,
		length("head", 36), length("head", 38), length("head", 40), length("head", 42), lean,
		length("hhea", 4), length("hhea", 6), length("OS/2", 88), 50+weight*weight/(65*65), file)
}

// opened are the glyphs that stand for several letters.
var opened = map[rune]string{'ﬁ': "fi", 'ﬂ': "fl", 'ﬀ': "ff", 'ﬃ': "ffi", 'ﬄ': "ffl"}

// unicodeMap writes the CMap from the codes of a face, which follow the order of its runes, to text.
func unicodeMap(runes []rune) []byte {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	code := 0
	for part := range slices.Chunk(runes, 100) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for _, r := range part {
			s := string(r)
			if o, ok := opened[r]; ok {
				s = o
			}
			code++
			fmt.Fprintf(&b, "<%04X> <", code)
			for _, u := range utf16.Encode([]rune(s)) {
				fmt.Fprintf(&b, "%04X", u)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return []byte(b.String())
}
