package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/lang"
)

func TestFyneSpeaksFrenchUnderEverySystemLanguage(t *testing.T) {
	for _, system := range []string{"fr_FR.UTF-8", "en_US.UTF-8", "de_DE.UTF-8", "pt_BR.UTF-8", "zh_CN.UTF-8", "nl_NL.UTF-8", "C"} {
		t.Setenv("LANGUAGE", "")
		t.Setenv("LC_ALL", system)
		t.Setenv("LANG", system)
		if err := SpeakFrench(); err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{"Cancel", "Save", "Show Hidden Files"} {
			if got := lang.L(word); got != fyneWords[word] {
				t.Errorf("%s: %q is %q, want %q", system, word, got, fyneWords[word])
			}
		}
		if got := lang.X("file.name", "Name"); got != "Nom" {
			t.Errorf("%s: the column of names is %q, want « Nom »", system, got)
		}
	}
}

func TestFrenchWordsCarryNoStraightApostrophe(t *testing.T) {
	for word, french := range fyneWords {
		if strings.Contains(french, "'") {
			t.Errorf("%q is %q: want a typographic apostrophe", word, french)
		}
	}
}

func TestGluedForbidsBreaksBeforeFrenchPunctuation(t *testing.T) {
	for _, tt := range []struct{ typed, want string }{
		{"« oui » : 50 % ?", "«\u00a0oui\u00a0»\u00a0: 50\u202f%\u202f?"},
		{"sans rien", "sans rien"},
		{"quoi ?", "quoi\u202f?"},
		{"01 99 00 63 01, 3 500 habitants", "01\u00a099\u00a000\u00a063\u00a001, 3\u00a0500 habitants"},
	} {
		if got := glued(tt.typed); got != tt.want {
			t.Errorf("glued(%q) = %q, want %q", tt.typed, got, tt.want)
		}
	}
}
