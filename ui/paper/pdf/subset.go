package pdf

import (
	"encoding/binary"
	"errors"
	"slices"
)

var errFont = errors.New("not a font of TrueType outlines")

// A font is a TrueType file seen as what a subset is cut from.
type font struct {
	tables  map[string][]byte
	glyphs  int // how many it holds
	metrics int // how many have an advance of their own: the rest have that of the last of these
	long    bool
}

// The sizes of the tables, up to the last entry read, in bytes.
var least = map[string]int{"head": 54, "hhea": 36, "maxp": 6, "OS/2": 90, "post": 8}

func readFont(data []byte) (*font, error) {
	be := binary.BigEndian
	if len(data) < 12 || be.Uint32(data) != 0x00010000 || len(data) < 12+16*int(be.Uint16(data[4:])) {
		return nil, errFont
	}
	f := &font{tables: map[string][]byte{}}
	for i := range int(be.Uint16(data[4:])) {
		e := data[12+16*i:]
		from, size := int64(be.Uint32(e[8:])), int64(be.Uint32(e[12:]))
		if from+size > int64(len(data)) {
			return nil, errFont
		}
		f.tables[string(e[:4])] = data[from : from+size]
	}
	for tag, size := range least {
		if len(f.tables[tag]) < size {
			return nil, errFont
		}
	}
	f.glyphs, f.metrics = int(be.Uint16(f.tables["maxp"][4:])), int(be.Uint16(f.tables["hhea"][34:]))
	f.long = be.Uint16(f.tables["head"][50:]) != 0
	entry := 2
	if f.long {
		entry = 4
	}
	if f.metrics < 1 || f.metrics > f.glyphs || len(f.tables["loca"]) < entry*(f.glyphs+1) ||
		len(f.tables["hmtx"]) < 4*f.metrics+2*(f.glyphs-f.metrics) {
		return nil, errFont
	}
	return f, nil
}

// outline returns what draws a glyph, empty for a blank.
func (f *font) outline(glyph int) []byte {
	if glyph >= f.glyphs {
		return nil
	}
	be, loca, glyf := binary.BigEndian, f.tables["loca"], f.tables["glyf"]
	var from, to int
	if f.long {
		from, to = int(be.Uint32(loca[4*glyph:])), int(be.Uint32(loca[4*glyph+4:]))
	} else {
		from, to = 2*int(be.Uint16(loca[2*glyph:])), 2*int(be.Uint16(loca[2*glyph+2:]))
	}
	if from > to || to > len(glyf) {
		return nil
	}
	return glyf[from:to]
}

// metric returns the advance of a glyph and its left side, as four bytes.
func (f *font) metric(glyph int) []byte {
	hmtx := f.tables["hmtx"]
	switch {
	case glyph >= f.glyphs:
		return make([]byte, 4)
	case glyph < f.metrics:
		return hmtx[4*glyph : 4*glyph+4]
	}
	side := 4*f.metrics + 2*(glyph-f.metrics)
	return slices.Concat(hmtx[4*f.metrics-4:4*f.metrics-2], hmtx[side:side+2])
}

// advance returns the advance of a glyph in thousandths of an em.
func (f *font) advance(glyph int) float64 {
	return f.scaled(float64(binary.BigEndian.Uint16(f.metric(glyph))))
}

// scaled brings a length to thousandths of an em.
func (f *font) scaled(v float64) float64 {
	return v * 1000 / float64(binary.BigEndian.Uint16(f.tables["head"][18:]))
}

// The marks of a part of a compound glyph (OpenType, table glyf).
const (
	wordArguments = 1 << 0
	oneScale      = 1 << 3
	moreParts     = 1 << 5
	twoScales     = 1 << 6
	fourScales    = 1 << 7
)

// parts lists where, in a compound outline, stand the numbers of the glyphs it is made of.
func parts(outline []byte) []int {
	be := binary.BigEndian
	if len(outline) < 10 || int16(be.Uint16(outline)) >= 0 {
		return nil
	}
	var at []int
	for i := 10; i+4 <= len(outline); {
		at = append(at, i+2)
		marks := be.Uint16(outline[i:])
		if marks&moreParts == 0 {
			break
		}
		i += 6
		if marks&wordArguments != 0 {
			i += 2
		}
		switch {
		case marks&oneScale != 0:
			i += 2
		case marks&twoScales != 0:
			i += 4
		case marks&fourScales != 0:
			i += 8
		}
	}
	return at
}

// cut returns a font of the glyphs listed, numbered in that order, and of those they are made of. It holds only what a PDF
// asks of a font whose glyphs are reached by their numbers.
func (f *font) cut(glyphs []int) []byte {
	be := binary.BigEndian
	order, place := slices.Clone(glyphs), map[int]int{}
	for i, g := range slices.Backward(order) {
		place[g] = i
	}
	var glyf, hmtx, loca []byte
	for i := 0; i < len(order); i++ { // order grows with the parts met
		start := len(glyf)
		loca = be.AppendUint32(loca, uint32(start))
		hmtx = append(hmtx, f.metric(order[i])...)
		glyf = append(glyf, f.outline(order[i])...)
		for _, at := range parts(glyf[start:]) {
			part := int(be.Uint16(glyf[start+at:]))
			if _, ok := place[part]; !ok {
				place[part] = len(order)
				order = append(order, part)
			}
			be.PutUint16(glyf[start+at:], uint16(place[part]))
		}
		glyf = padded(glyf)
	}
	loca = be.AppendUint32(loca, uint32(len(glyf)))
	head, hhea, maxp := slices.Clone(f.tables["head"]), slices.Clone(f.tables["hhea"]), slices.Clone(f.tables["maxp"])
	be.PutUint32(head[8:], 0)
	be.PutUint16(head[50:], 1)
	be.PutUint16(hhea[34:], uint16(len(order)))
	be.PutUint16(maxp[4:], uint16(len(order)))
	return assemble([]table{{"cvt ", f.tables["cvt "]}, {"fpgm", f.tables["fpgm"]}, {"glyf", glyf}, {"head", head}, {"hhea", hhea},
		{"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}, {"prep", f.tables["prep"]}})
}

// A table is one of a font, by its tag.
type table struct {
	tag  string
	data []byte
}

// assemble writes a font of those tables, sorted by tag, that are not empty.
func assemble(tables []table) []byte {
	be := binary.BigEndian
	tables = slices.DeleteFunc(tables, func(t table) bool { return len(t.data) == 0 })
	power := 0
	for 2<<power <= len(tables) {
		power++
	}
	out := be.AppendUint32(nil, 0x00010000)
	for _, v := range []int{len(tables), 16 << power, power, 16*len(tables) - 16<<power} {
		out = be.AppendUint16(out, uint16(v))
	}
	at, head := len(out)+16*len(tables), 0
	for _, t := range tables {
		if t.tag == "head" {
			head = at
		}
		out = append(out, t.tag...)
		out = be.AppendUint32(out, checksum(t.data))
		out = be.AppendUint32(out, uint32(at))
		out = be.AppendUint32(out, uint32(len(t.data)))
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		out = padded(append(out, t.data...))
	}
	if head > 0 {
		be.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	}
	return out
}

// padded fills b up to a whole number of words.
func padded(b []byte) []byte {
	for len(b)%4 != 0 {
		b = append(b, 0)
	}
	return b
}

func checksum(b []byte) uint32 {
	var sum uint32
	for ; len(b) >= 4; b = b[4:] {
		sum += binary.BigEndian.Uint32(b)
	}
	var last [4]byte
	copy(last[:], b)
	return sum + binary.BigEndian.Uint32(last[:])
}
