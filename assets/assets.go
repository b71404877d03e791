// Package assets holds the files that travel inside the program: fonts, icon, reference tables. It imports nothing of ours
// and decides nothing.
package assets

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
)

// The faces of the papers, under the SIL Open Font License 1.1 (fonts/LICENSE-*.txt), each packed: see Unpack.
var (
	//go:embed fonts/SourceSerif4_400Regular.ttf.gz
	SerifRegular []byte
	//go:embed fonts/SourceSerif4_400Regular_Italic.ttf.gz
	SerifItalic []byte
	//go:embed fonts/SourceSerif4_600SemiBold.ttf.gz
	SerifBold []byte
	//go:embed fonts/SourceSans3_400Regular.ttf.gz
	SansRegular []byte
	//go:embed fonts/SourceSans3_600SemiBold.ttf.gz
	SansBold []byte
)

// The faces of the window, under the same licence, packed too.
var (
	//go:embed fonts/Inter_400Regular.ttf.gz
	InterRegular []byte
	//go:embed fonts/Inter_600SemiBold.ttf.gz
	InterBold []byte
	//go:embed fonts/Inter_400Regular_Italic.ttf.gz
	InterItalic []byte
)

// Icon is the program's mark, a PNG of 512 pixels drawn from icon.svg.
//
//go:embed icon.png
var Icon []byte

// FrenchPatterns are the hyphenation patterns of French, one a line, in the notation of Liang (hyphenation/LICENSE-hyph-fr.txt).
//
//go:embed hyphenation/hyph-fr.pat.txt
var FrenchPatterns string

// Notices are the components of the program and the words of their licences, made by .ci/notices.go, packed: see Unpack. A
// component begins with a line "=== name, version and kind of licence", with tabs between the three.
//
//go:embed notices.txt.gz
var Notices []byte

// Unpack returns the bytes of a file that is held here as a gzip, or an error where packed is not one of these.
func Unpack(packed []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("unpack: %w", err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("unpack: %w", err)
	}
	return b, nil
}
