package pdf

import (
	"bytes"
	"testing"

	"appuitechnique/assets"
)

// sameShape reports whether a glyph of a subset is drawn as a glyph of its font: the same points, or the same parts.
func sameShape(t *testing.T, subset, whole *font, in, of int) bool {
	t.Helper()
	a, b := bytes.Clone(subset.outline(in)), bytes.Clone(whole.outline(of))
	a = a[:min(len(a), len(b))] // a subset ends each glyph at a whole number of words
	at := parts(b)
	for _, i := range at {
		x, y := int(a[i])<<8|int(a[i+1]), int(b[i])<<8|int(b[i+1])
		if !sameShape(t, subset, whole, x, y) {
			return false
		}
		a[i], a[i+1] = b[i], b[i+1]
	}
	return bytes.Equal(a, b)
}

// TestASubsetDrawsAsItsFont cuts every glyph of each font of the papers, in another order than its own, and a few of them.
func TestASubsetDrawsAsItsFont(t *testing.T) {
	for name, packed := range map[string][]byte{
		"SerifRegular": assets.SerifRegular, "SerifBold": assets.SerifBold, "SerifItalic": assets.SerifItalic,
		"SansRegular": assets.SansRegular, "SansBold": assets.SansBold,
	} {
		data, err := assets.Unpack(packed)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		whole, err := readFont(data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		all := []int{0}
		for g := whole.glyphs - 1; g > 0; g-- {
			all = append(all, g)
		}
		compound := 0
		for _, glyphs := range [][]int{all, {0, 40, 7, 40}, all[:90]} {
			file := whole.cut(glyphs)
			if sum := checksum(file); sum != 0xB1B0AFBA {
				t.Errorf("%s: the file sums to %X, want B1B0AFBA", name, sum)
			}
			subset, err := readFont(withMetrics(file, whole))
			if err != nil {
				t.Fatalf("%s: read a subset of %d glyphs: %v", name, len(glyphs), err)
			}
			if !subset.long || subset.glyphs < len(glyphs) {
				t.Errorf("%s: %d glyphs, want %d at least", name, subset.glyphs, len(glyphs))
			}
			for i, g := range glyphs {
				compound += len(parts(whole.outline(g)))
				if !sameShape(t, subset, whole, i, g) || !bytes.Equal(subset.metric(i), whole.metric(g)) {
					t.Errorf("%s: glyph %d of the subset is not glyph %d of the font", name, i, g)
				}
			}
		}
		if compound == 0 {
			t.Errorf("%s: no glyph is made of others: the test says less than it means to", name)
		}
	}
}

// withMetrics adds to a subset the two tables that readFont wants and a PDF does without.
func withMetrics(subset []byte, whole *font) []byte {
	f := &font{tables: map[string][]byte{}}
	for i := range int(subset[5]) {
		e := subset[12+16*i:]
		word := func(at int) int { return int(e[at])<<24 | int(e[at+1])<<16 | int(e[at+2])<<8 | int(e[at+3]) }
		f.tables[string(e[:4])] = subset[word(8) : word(8)+word(12)]
	}
	list := []table{{"OS/2", whole.tables["OS/2"]}}
	for _, tag := range []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		list = append(list, table{tag, f.tables[tag]})
	}
	return assemble(append(list, table{"post", whole.tables["post"]}))
}

// TestWhatIsNoFontIsRefused feeds the reader with what is cut short: an error, never a fall.
func TestWhatIsNoFontIsRefused(t *testing.T) {
	whole, err := assets.Unpack(assets.SerifItalic)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 4, 11, 12, 100, 300, len(whole) / 2, len(whole) - 8} {
		if _, err := readFont(whole[:n]); err == nil {
			t.Errorf("%d bytes of a font of %d are read as a font", n, len(whole))
		}
	}
}
