// Package assets holds the files that travel inside the program: fonts, icon, reference tables. It imports nothing and
// decides nothing.
package assets

import _ "embed"

// The faces of the papers, under the SIL Open Font License 1.1 (fonts/LICENSE-*.txt). Callers must not change the bytes.
var (
	//go:embed fonts/SourceSerif4_400Regular.ttf
	SerifRegular []byte
	//go:embed fonts/SourceSerif4_400Regular_Italic.ttf
	SerifItalic []byte
	//go:embed fonts/SourceSerif4_600SemiBold.ttf
	SerifBold []byte
	//go:embed fonts/SourceSans3_400Regular.ttf
	SansRegular []byte
	//go:embed fonts/SourceSans3_600SemiBold.ttf
	SansBold []byte
)

// The faces of the window, under the same licence.
var (
	//go:embed fonts/Inter_400Regular.ttf
	InterRegular []byte
	//go:embed fonts/Inter_600SemiBold.ttf
	InterBold []byte
	//go:embed fonts/Inter_400Regular_Italic.ttf
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

// Notices are the components of the program and the words of their licences, made by .ci/notices.go. A component begins with
// a line "=== name, version and kind of licence", with tabs between the three.
//
//go:embed notices.txt
var Notices string
