package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// A file is the objects of a PDF: objects[n-1] is what stands between « n 0 obj » and « endobj ».
type file struct {
	objects    [][]byte
	root, info int

	packer *zlib.Writer // made once: it is dear
	packed bytes.Buffer
}

var errShape = errors.New("not shaped as gofpdf writes it")

var trailer = regexp.MustCompile(`(?s)/Root (\d+) 0 R\s+/Info (\d+) 0 R`)

// parse reads a file that gofpdf has just written: one table of objects, in no other order than their own.
func parse(b []byte) (*file, error) {
	at := bytes.LastIndex(b, []byte("\nxref\n"))
	if at < 0 {
		return nil, fmt.Errorf("find the table of objects: %w", errShape)
	}
	m := trailer.FindSubmatch(b[at:])
	if m == nil {
		return nil, fmt.Errorf("find the trailer: %w", errShape)
	}
	f := &file{root: atoi(m[1]), info: atoi(m[2])}
	lines := strings.Split(string(b[at+len("\nxref\n"):]), "\n")
	_, count, _ := strings.Cut(lines[0], " ")
	n := atoi([]byte(count)) - 1
	if n < 1 || len(lines) < n+2 {
		return nil, fmt.Errorf("read the table of objects: %w", errShape)
	}
	offsets := make([]int, n, n+1)
	for i := range n {
		offsets[i] = atoi([]byte(lines[i+2][:10]))
	}
	ends := slices.Sorted(slices.Values(append(offsets, at+1)))
	for i, from := range offsets {
		k, _ := slices.BinarySearch(ends, from+1)
		if k >= len(ends) || ends[k] > len(b) {
			return nil, fmt.Errorf("find object %d: %w", i+1, errShape)
		}
		_, body, opened := bytes.Cut(b[from:ends[k]], []byte(" 0 obj\n"))
		end := bytes.LastIndex(body, []byte("endobj"))
		if !opened || end < 0 {
			return nil, fmt.Errorf("read object %d: %w", i+1, errShape)
		}
		f.objects = append(f.objects, bytes.TrimRight(body[:end], "\n"))
	}
	return f, nil
}

// atoi reads digits that a pattern or the table has vouched for, leading zeros included.
func atoi(b []byte) int {
	n, _ := strconv.Atoi(string(b))
	return n
}

// reserve makes room for an object and returns its number.
func (f *file) reserve() int {
	f.objects = append(f.objects, nil)
	return len(f.objects)
}

func (f *file) set(n int, body string) { f.objects[n-1] = []byte(body) }

func (f *file) add(body string) int {
	n := f.reserve()
	f.set(n, body)
	return n
}

// setStream writes a stream object; dict holds the entries other than its length and filter.
func (f *file) setStream(n int, dict string, data []byte, packed bool) error {
	if packed {
		var err error
		if data, err = f.pack(data); err != nil {
			return fmt.Errorf("pack object %d: %w", n, err)
		}
		dict += " /Filter /FlateDecode"
	}
	f.set(n, fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", dict, len(data), data))
	return nil
}

// pack deflates data; the result is good until the next call.
func (f *file) pack(data []byte) ([]byte, error) {
	f.packed.Reset()
	if f.packer == nil {
		f.packer = zlib.NewWriter(&f.packed)
	}
	f.packer.Reset(&f.packed)
	if _, err := f.packer.Write(data); err != nil {
		return nil, err
	}
	if err := f.packer.Close(); err != nil {
		return nil, err
	}
	return f.packed.Bytes(), nil
}

// extend adds entries at the end of the dictionary of object n.
func (f *file) extend(n int, entries string) {
	b := f.objects[n-1]
	i := bytes.LastIndex(b, []byte(">>"))
	f.objects[n-1] = slices.Concat(b[:i], []byte(entries), b[i:])
}

// ref returns the first object that the entry key of object n refers to, 0 if none.
func (f *file) ref(n int, key string) int {
	_, rest, ok := bytes.Cut(f.objects[n-1], []byte(key+" "))
	if !ok {
		return 0
	}
	number, _, ok := bytes.Cut(rest, []byte(" 0 R"))
	if !ok {
		return 0
	}
	return atoi(bytes.TrimLeft(number, "["))
}

// bytes writes the file. Its identifier is drawn from what it holds.
func (f *file) bytes() []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	offsets := make([]int, len(f.objects))
	for i, body := range f.objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	sum := sha256.Sum256(b.Bytes())
	id := fmt.Sprintf("%x", sum[:16])
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R /ID [<%s> <%s>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(offsets)+1, f.root, f.info, id, id, table)
	return b.Bytes()
}

// text writes s as a text string: in ASCII where that says all, else in UTF-16.
func text(s string) string {
	plain := true
	for _, r := range s {
		plain = plain && r >= ' ' && r <= '~' && !strings.ContainsRune(`()\`, r)
	}
	if plain {
		return "(" + s + ")"
	}
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	b.WriteByte('>')
	return b.String()
}
