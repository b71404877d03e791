package document

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// visible writes the unbreakable spaces so that a failure can be read: ~ for the wide one, _ for the narrow one.
func visible(s string) string { return strings.NewReplacer(wide, "~", narrow, "_").Replace(s) }

func TestFrenchSetsFrenchType(t *testing.T) {
	for _, tt := range []struct{ typed, want string }{
		{"Pourquoi ? Vraiment ! Oui ; non : peut-être.", "Pourquoi_? Vraiment_! Oui_; non~: peut-être."},
		{"Pourquoi? Oui; non: voilà", "Pourquoi_? Oui_; non~: voilà"},
		{"l'accord d'Anne", "l’accord d’Anne"},
		{`le "projet" pilote`, "le «~projet~» pilote"},
		{"« la Commune »", "«~la Commune~»"},
		{"«la Commune»", "«~la Commune~»"},
		{"trop  d’espaces   ici", "trop d’espaces ici"},
		{"un , deux .", "un, deux."},
		{"et cetera...", "et cetera…"},
		{"1er avril, 2e session, 1re promesse, XXe siècle", "1ᵉʳ~avril, 2ᵉ session, 1ʳᵉ promesse, XXᵉ siècle"},
		{"Le pré, Ce lieu", "Le pré, Ce lieu"},
		{"n° 12, N°3", "n°~12, N°~3"},
		{"l’article 3 et les articles L. 1253-1", "l’article~3 et les articles~L.~1253-1"},
		{"art. L.2121-29, R. 334-1", "art.~L.~2121-29, R.~334-1"},
		{"annexe 2, annexes 1", "annexe~2, annexes~1"},
		{"SIREN 216303008", "SIREN 216_303_008"},
		{"SIRET 216 303 008 00019", "SIRET 216_303_008_00019"},
		{"le 12 février 2026", "le 12~février~2026"},
		{"le 1er avril", "le 1ᵉʳ~avril"},
		{"M. Durand et Mme Petit, MM. Noir", "M.~Durand et Mme~Petit, MM.~Noir"},
		{"18 mois, dix-huit (18) mois", "18~mois, dix-huit~(18)~mois"},
		{"1 234 567,50 €", "1_234_567,50~€"},
		{"50%, 8,5 %", "50_%, 8,5_%"},
		{"1600 m2, 3 m²", "1600~m², 3~m²"},
		{"14h32 et 9 h", "14~h~32 et 9~h"},
		{"04 73 33 79 00", "04~73~33~79~00"},
		{"en 2026 120 logements", "en 2026 120~logements"},
		{"63200 Riom", "63200 Riom"},
		{"à Bastia, 3 cours du Spécimen", "à Bastia, 3~cours du Spécimen"},
		{"un mot — un autre", "un mot~— un autre"},
		{"un mot – un autre", "un mot~– un autre"},
		{"2023-2026", "2023-2026"},
		{"voir https://exemple.fr/a?b=1;c=d'e puis", "voir https://exemple.fr/a?b=1;c=d'e puis"},
		{"o'brien@exemple.fr ; suite", "o'brien@exemple.fr_; suite"},
		{"IBAN FR76 3000 1007 9412 3456 7890 185", "IBAN FR76 3000 1007 9412 3456 7890 185"},
		{"[à compléter : nom]", "[à compléter~: nom]"},
		{"12:30", "12:30"},
		{"quoi ?!", "quoi_?!"},
		{"", ""},
	} {
		if got := visible(frenchText(tt.typed)); got != tt.want {
			t.Errorf("%q is set %q, want %q", tt.typed, got, tt.want)
		}
	}
}

func TestFrenchWorksAcrossSpansAndKeepsTheirStyles(t *testing.T) {
	got := french(Spans{{Text: "la durée est de "}, {Text: "18", Style: Bold, From: []string{"mission.months"}}, {Text: " mois ; "},
		{Text: "« "}, {Text: "fin", Style: Italic}, {Text: " » ?"}})
	if s := visible(got.String()); s != "la durée est de 18~mois_; «~fin~»_?" {
		t.Errorf("got %q", s)
	}
	for _, s := range got {
		switch {
		case s.Style == Bold && (s.Text != "18" || s.From[0] != "mission.months"):
			t.Errorf("the bold span became %+v", s)
		case s.Style == Italic && s.Text != "fin":
			t.Errorf("the italic span became %+v", s)
		}
	}
}

// Whatever people type, setting it twice changes nothing more, and no letter and no figure is lost.
func FuzzFrench(f *testing.F) {
	for _, s := range []string{"l'«accord» : 12 mois ; n° 3 — 50%", "1er, 2e, IVe ... 1 000 000 €", "a@b.fr ;https://x.fr/?a;b",
		"IBAN FR7630001007941234567890185", "\"\"\" ' ;;; :: ?!", "« « a » »", "M. L. 12 h 30 le 1er mai 2026", "0A0—0 , . ."} {
		f.Add(s, 3)
	}
	f.Fuzz(func(t *testing.T, s string, cut int) {
		if !utf8.ValidString(s) || len(s) > 2_000 {
			return
		}
		cut = max(0, min(cut, len(s)))
		for cut < len(s) && !utf8.RuneStart(s[cut]) {
			cut++
		}
		once := french(Spans{{Text: s[:cut]}, {Text: s[cut:], Style: Bold}})
		if twice := french(once); twice.String() != once.String() {
			t.Errorf("%q is set %q, then %q", s, once, twice)
		}
		if got, want := signs(once.String()), signs(s); got != want {
			t.Errorf("%q keeps %q, want %q", s, got, want)
		}
		if whole := frenchText(s); whole != once.String() {
			t.Errorf("%q is set %q in one piece and %q in two", s, whole, once)
		}
	})
}

// signs keeps the letters and the figures of s, superior letters brought down.
func signs(s string) string {
	s = strings.NewReplacer("ᵉ", "e", "ʳ", "r", "²", "2").Replace(s)
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

func TestLowerFirstKeepsAcronyms(t *testing.T) {
	for _, tt := range []struct{ label, want string }{
		{"Nom du maire", "nom du maire"}, {"IBAN du groupement", "IBAN du groupement"}, {"Écart", "écart"}, {"", ""},
		{"À compléter", "à compléter"}, {"N° de dossier", "n° de dossier"}, {"SIREN", "SIREN"}, {"A", "a"},
	} {
		if got := lowerFirst(tt.label); got != tt.want {
			t.Errorf("lowerFirst(%q) is %q, want %q", tt.label, got, tt.want)
		}
	}
}

// TestWhatWasSetBeforeMakesNoDifference sets texts that differ only in where their spans end, one after the other.
func TestWhatWasSetBeforeMakesNoDifference(t *testing.T) {
	for range 2 {
		for _, tt := range []struct {
			in   Spans
			want int
		}{
			{nil, 0}, {Spans{{}}, 0}, {Spans{{Text: "12 mois"}}, 1}, {Spans{{Text: "12 "}, {Text: "mois"}}, 2},
			{Spans{{Text: "1"}, {Text: "2 mois"}}, 2}, {Spans{{Text: "12 mois"}, {}}, 1},
		} {
			got := french(tt.in)
			if len(got) != tt.want || tt.want > 0 && got.String() != "12\u00a0mois" {
				t.Errorf("french(%v) = %q in %d spans, want %d", tt.in, got.String(), len(got), tt.want)
			}
		}
	}
}
