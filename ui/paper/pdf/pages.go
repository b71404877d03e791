package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
)

// mostTree bounds what is unpacked of one stream of a file.
const mostTree = 8 << 20

var pageCount = regexp.MustCompile(`/Type ?/Pages\b[^>]*/Count (\d+)|/Count (\d+)[^>]*/Type ?/Pages\b`)

// Pages counts the pages of a file of ours; 0 for a file whose page tree it can't read.
func Pages(file []byte) int {
	n := countIn(file)
	for rest := file; n == 0; {
		start := bytes.Index(rest, []byte("stream\n"))
		if start < 0 {
			break
		}
		rest = rest[start+len("stream\n"):]
		if r, err := zlib.NewReader(bytes.NewReader(rest)); err == nil {
			tree, _ := io.ReadAll(io.LimitReader(r, mostTree)) // what could be unpacked of it
			n = countIn(tree)
		}
	}
	return n
}

func countIn(b []byte) int {
	found := pageCount.FindSubmatch(b)
	if found == nil {
		return 0
	}
	n, err := strconv.Atoi(string(append(found[1], found[2]...)))
	if err != nil {
		return 0
	}
	return n
}
