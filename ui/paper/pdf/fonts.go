package pdf

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf16"
)

// fonts gives each embedded face the name of a subset, and says which text its glyphs stand for.
func (a *archive) fonts(faces []usage) error {
	for i, u := range faces {
		old := "/utf8" + u.face.Family + u.face.Style
		name := fmt.Sprintf("/AAAAA%c+%s", 'A'+i, u.face.Name)
		found := false
		for n := 1; n <= len(a.objects); n++ {
			b := a.objects[n-1]
			if !bytes.Contains(b[:min(len(b), 500)], []byte(old)) || bytes.Contains(b, []byte("stream\n")) {
				continue
			}
			for _, end := range []string{"\n", " ", "/"} {
				b = bytes.ReplaceAll(b, []byte(old+end), []byte(name+end))
			}
			a.objects[n-1] = b
			if !bytes.Contains(b, []byte(name)) {
				continue // a name that only begins likewise
			}
			if c := a.ref(n, "/CIDSystemInfo"); c > 0 {
				a.set(c, "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>")
			}
			c := a.ref(n, "/ToUnicode")
			if c == 0 {
				continue
			}
			found = true
			if err := a.setStream(c, "", unicodeMap(slices.Sorted(maps.Keys(u.runes))), true); err != nil {
				return err
			}
		}
		if !found {
			return fmt.Errorf("find the font %s: %w", u.face.Name, errShape)
		}
	}
	return nil
}

// opened are the glyphs that stand for several letters.
var opened = map[rune]string{'ﬁ': "fi", 'ﬂ': "fl", 'ﬀ': "ff", 'ﬃ': "ffi", 'ﬄ': "ffl"}

// unicodeMap writes the CMap from the codes of a face, which are runes, to text.
func unicodeMap(runes []rune) []byte {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for part := range slices.Chunk(runes, 100) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for _, r := range part {
			s := string(r)
			if o, ok := opened[r]; ok {
				s = o
			}
			fmt.Fprintf(&b, "<%04X> <", r)
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
