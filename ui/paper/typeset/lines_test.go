package typeset

import (
	"strings"
	"testing"

	"appuitechnique/model/document"
)

func testLook(t testing.TB) *look {
	t.Helper()
	fs, err := loadFaces()
	if err != nil {
		t.Fatal(err)
	}
	return newLook(fs)
}

// written returns lines as they read, a hyphen where a word is divided.
func written(ls []line) string {
	var out []string
	for _, l := range ls {
		s := ""
		for _, f := range l.fragments {
			s += string(f.runes)
		}
		out = append(out, strings.ReplaceAll(unligature.Replace(s), string(softHyphen), "-"))
	}
	return strings.Join(out, " | ")
}

func TestLinesEndWhereTheyMay(t *testing.T) {
	l := testLook(t)
	for _, tt := range []struct {
		name  string
		st    *style
		text  string
		width float64
		want  string
	}{
		{"never at an unbreakable space", l.cell, "le montant de 1\u202f234,50\u00a0€ dû", 75, "le montant de | 1\u202f234,50\u00a0€ dû"},
		{"unless the whole is wider than the line", l.cell, "n°\u00a0216\u00a0303\u00a0008", 30, "n°\u00a0216 | 303\u00a0008"},
		{"at the ends of line of the text", l.cell, "un\ndeux\n\n\ntrois", 200, "un | deux | trois"},
		{"after a hyphen between letters", l.cell, "Hôtel-de-Ville", 45, "Hôtel-de- | Ville"},
		{"not after one between figures", l.cell, "la 2026-031", 40, "la | 2026-031"},
		{"by the patterns when a word is too wide", l.cell, "anticonstitutionnellement", 60, "anticonstitu- | tionnellement"},
		{"anywhere when nothing else does", l.cell, "WWWWWWWW", 30, "WWWW | WWWW"},
		{"inside an address after a mark", l.cell, "presse@exemple.fr", 45, "presse@ | exemple.fr"},
		{"nothing", l.cell, " \n \u200b", 45, ""},
	} {
		if got := written(tt.st.text(tt.text, tt.width)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestMissingRunesAreReplaced(t *testing.T) {
	l := testLook(t)
	for _, tt := range []struct{ in, want string }{
		{"cafe\u0301", "café"}, {"☒", "☑"}, {"a\u2011b", "a\u2011b"}, {"日", "[U+65E5]"}, {"🏗\ufe0f", "[U+1F3D7]"}, {"𝔄", "A"}, {"\x07\xff", "?"}, {"a\tb", "a b"},
	} {
		if got := written(l.cell.text(tt.in, 400)); got != tt.want {
			t.Errorf("%q is set as %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestFrenchHyphens(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"collectivité", "col-lec-ti-vité"}, {"convention", "conven-tion"}, {"Banque", "Banque"}, {"OPAH", "OPAH"}, {"l’expérimentation", "l’expé-ri-men-ta-tion"},
		{"aménagement", "amé-na-ge-ment"}, {"prenom.nom@collectivite.fr", "prenom.nom@collectivite.fr"}, {"mission", "mis-sion"},
		{"5\u00a0janvier\u00a02027", "5\u00a0janvier\u00a02027"}, {"n°\u00a0convention", "n°\u00a0conven-tion"},
	} {
		runes, got := []rune(tt.in), ""
		last := 0
		for _, c := range french().cuts(tt.in) {
			got += string(runes[last:c]) + "-"
			last = c
		}
		if got += string(runes[last:]); got != tt.want {
			t.Errorf("%s is divided %s, want %s", tt.in, got, tt.want)
		}
	}
}

// FuzzLines sets any text in any column: no line may be wider, no rune without a glyph, no letter lost.
func FuzzLines(f *testing.F) {
	for _, s := range odd {
		f.Add(s, uint8(40))
	}
	f.Add(strings.Join(usual, " "), uint8(120))
	l := testLook(f)
	f.Fuzz(func(t *testing.T, text string, w uint8) {
		width := 20 + 2*float64(w)
		for _, st := range []*style{l.body, l.cell, l.rightward} {
			got := ""
			for _, ln := range st.text(text, width) {
				if ln.width > width+.01 {
					t.Errorf("a line is %.2f wide in a column of %.2f", ln.width, width)
				}
				for _, fr := range ln.fragments {
					for _, r := range fr.runes {
						if !fr.face.Has(r) {
							t.Errorf("no glyph for %U in %s", r, fr.face.Name)
						}
					}
					got += bare(string(fr.runes))
				}
			}
			rd := reader{look: l}
			rd.say(st, document.Spans{{Text: text}})
			if want := strings.Join(rd.out, ""); got != want {
				t.Errorf("text differs: %s", around(got, want))
			}
		}
	})
}
