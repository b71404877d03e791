package typeset_test

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"

	"appuitechnique/ui/paper/pdf"
	"appuitechnique/ui/paper/typeset"
)

// TestAnyPaperIsPainted paints papers made at random and reads the files back, itself and with pdftotext: all runes are
// there, in the order they were painted, and the tables of the file agree with what they point to. With PAPER_SAMPLES=DIR the
// files are left in DIR, for validators that are not ours; PAPER_LAYOUTS=N makes N papers instead of a sample.
func TestAnyPaperIsPainted(t *testing.T) {
	dir := os.Getenv("PAPER_SAMPLES")
	papers := 24
	if n, err := strconv.Atoi(os.Getenv("PAPER_LAYOUTS")); err == nil {
		papers = n
	}
	for seed := range uint64(papers) {
		r, err := typeset.Layout(typeset.RandomDocument(seed))
		if err != nil {
			t.Fatal(err)
		}
		file, err := pdf.Paint(r)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if dir != "" {
			if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("hasard-%02d.pdf", seed)), file, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		objects := read(t, file)
		if got, want := shown(t, objects), painted(r); got != want {
			t.Errorf("seed %d: the file shows %d runes, want %d", seed, len(got), len(want))
		}
		if lost := difference(painted(r), extracted(t, file)); lost != "" {
			t.Errorf("seed %d: pdftotext reads other characters: %s", seed, lost)
		}
		checkObjects(t, r, objects)
		if err := strictly(file); err != nil {
			t.Errorf("seed %d: pdfcpu: %v", seed, err)
		}
	}
}

// read returns the objects of a file by number, following its table.
func read(t *testing.T, file []byte) map[string]string {
	t.Helper()
	var at int
	_, tail, ok := bytes.Cut(file[len(file)-40:], []byte("startxref\n"))
	if _, err := fmt.Sscan(string(tail), &at); !ok || err != nil || !bytes.HasPrefix(file[at:], []byte("xref\n")) {
		t.Fatal("no table of objects where the file says")
	}
	objects := map[string]string{}
	for i, line := range strings.Split(string(file[at:]), "\n")[3:] {
		var offset int
		if n, _ := fmt.Sscanf(line, "%d 00000 n", &offset); n != 1 {
			break
		}
		head := fmt.Sprintf("%d 0 obj\n", i+1)
		body, ok := strings.CutPrefix(string(file[offset:at]), head)
		if !ok {
			t.Fatalf("object %d is not where the table says", i+1)
		}
		end := strings.Index(body, "\nendobj\n")
		if s := strings.Index(body, "stream\n"); s >= 0 && s < end {
			end = s + strings.Index(body[s:], "\nendstream\nendobj\n")
		}
		objects[fmt.Sprint(i+1)] = body[:end]
	}
	return objects
}

var (
	contents = regexp.MustCompile(`/Type /Page\n(?s:.*)/Contents (\d+) 0 R`)
	kids     = regexp.MustCompile(`/Kids \[([^\]]*)\]`)
	number   = regexp.MustCompile(`(\d+) 0 R`)

	fontNames  = regexp.MustCompile(`/(F\d+) (\d+) 0 R`)
	toUnicode  = regexp.MustCompile(`/ToUnicode (\d+) 0 R`)
	character  = regexp.MustCompile(`<([0-9A-F]{4})> <([0-9A-F]+)>`)
	fontChosen = regexp.MustCompile(`^/(F\d+) [\d.]+ Tf`)
)

// shown decodes the text operators of all pages by the tables of characters of their fonts.
func shown(t *testing.T, objects map[string]string) string {
	t.Helper()
	fonts := map[string]map[string]string{}
	for _, f := range fontNames.FindAllStringSubmatch(objects["2"], -1) {
		fonts[f[1]] = characters(unpacked(t, objects[toUnicode.FindStringSubmatch(objects[f[2]])[1]]))
	}
	var out strings.Builder
	for _, p := range number.FindAllStringSubmatch(kids.FindStringSubmatch(objects["1"])[1], -1) {
		decode(&out, unpacked(t, objects[contents.FindStringSubmatch(objects[p[1]])[1]]), fonts)
	}
	return out.String()
}

func unpacked(t *testing.T, object string) string {
	t.Helper()
	_, packed, _ := strings.Cut(object, "stream\n")
	z, err := zlib.NewReader(strings.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// characters reads the text that each code of a font stands for, as UTF-16.
func characters(table string) map[string]string {
	out := map[string]string{}
	for _, m := range character.FindAllStringSubmatch(table, -1) {
		code, _ := hex.DecodeString(m[1])
		text, _ := hex.DecodeString(m[2])
		var units []uint16
		for k := 0; k+1 < len(text); k += 2 {
			units = append(units, uint16(text[k])<<8|uint16(text[k+1]))
		}
		out[string(code)] = string(utf16.Decode(units))
	}
	return out
}

// decode appends the text of the strings in parentheses, two bytes a code of the font chosen last.
func decode(out *strings.Builder, page string, fonts map[string]map[string]string) {
	var code []byte
	var font map[string]string
	inside := false
	for i := 0; i < len(page); i++ {
		switch c := page[i]; {
		case !inside:
			inside = c == '('
			if m := fontChosen.FindStringSubmatch(page[i:min(len(page), i+20)]); m != nil {
				font = fonts[m[1]]
			}
		case c == ')':
			inside = false
			for k := 0; k+1 < len(code); k += 2 {
				out.WriteString(font[string(code[k:k+2])])
			}
			code = code[:0]
		case c == '\\':
			i++
			c = page[i]
			if c == 'r' {
				c = '\r'
			}
			code = append(code, c)
		default:
			code = append(code, c)
		}
	}
}

// painted is the text of the pages, a letter for each rune: a file says what its ligatures stand for.
func painted(r *typeset.Result) string {
	var out strings.Builder
	for _, p := range r.Pages {
		for _, o := range p.Ops {
			if g, ok := o.(*typeset.Glyphs); ok {
				out.WriteString(string(g.Runes))
			}
		}
	}
	return strings.NewReplacer("ﬁ", "fi", "ﬂ", "fl").Replace(out.String())
}

// extracted is what pdftotext reads in a file.
func extracted(t *testing.T, file []byte) string {
	t.Helper()
	cmd := exec.Command("pdftotext", "-enc", "UTF-8", "-", "-")
	cmd.Stdin = bytes.NewReader(file)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("pdftotext, of poppler-utils: %v", err)
	}
	return string(out)
}

// difference counts the characters that only one of two texts has, or has more of, whatever their order: blanks, hyphens at
// the ends of lines and ligatures apart, which a reader of PDF renders as it likes.
func difference(painted, read string) string {
	count := map[rune]int{}
	for sign, s := range map[int]string{1: painted, -1: read} {
		for _, r := range norm.NFKC.String(s) {
			if !unicode.IsSpace(r) && !strings.ContainsRune("-\u00ad\u200b", r) {
				count[r] += sign
			}
		}
	}
	var out []string
	for _, r := range slices.Sorted(maps.Keys(count)) {
		if n := count[r]; n != 0 {
			out = append(out, fmt.Sprintf("%q painted %+d times", r, n))
		}
	}
	return strings.Join(out, ", ")
}

// checkObjects verifies what veraPDF does not forgive, without it: fields and links that print and are known to the
// structure, and nothing that points nowhere.
func checkObjects(t *testing.T, r *typeset.Result, objects map[string]string) {
	t.Helper()
	var sigs, links, elems int
	for n, o := range objects {
		dict, _, _ := strings.Cut(o, "stream\n")
		for _, ref := range number.FindAllStringSubmatch(dict, -1) {
			if _, ok := objects[ref[1]]; !ok {
				t.Errorf("object %s points to %s, which is not there", n, ref[1])
			}
		}
		if strings.Contains(dict, "/Type /Annot") && (!strings.Contains(dict, "/F 4") || !strings.Contains(dict, "/StructParent ")) {
			t.Errorf("annotation %s does not print or is unknown to the structure", n)
		}
		sigs += strings.Count(dict, "/FT /Sig")
		links += strings.Count(dict, "/Subtype /Link")
		elems += strings.Count(dict, "/Type /StructElem")
	}
	if sigs != len(r.Fields) || links != len(r.Links) {
		t.Errorf("%d fields and %d links in the file, want %d and %d", sigs, links, len(r.Fields), len(r.Links))
	}
	if elems == 0 {
		t.Error("no structure")
	}
	for _, o := range objects {
		if !strings.HasPrefix(o, "<</Type /Catalog") {
			continue
		}
		for _, key := range []string{"/StructTreeRoot", "/Metadata", "/OutputIntents", "/MarkInfo", "/Lang (fr-FR)"} {
			if !strings.Contains(o, key) {
				t.Errorf("the catalog lacks %s", key)
			}
		}
	}
}
