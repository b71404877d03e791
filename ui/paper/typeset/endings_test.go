package typeset

import (
	"strings"
	"testing"
)

// TestParagraphsEndWell lengthens a text word by word, in the widths of the papers, and looks at its last line each time: no
// end of a word, no word alone unless it is a long one.
func TestParagraphsEndWell(t *testing.T) {
	l := testLook(t)
	words := strings.Fields(strings.Repeat("la participation financière de la collectivité à la mise à disposition de l’expert, "+
		"n° 2026-031, est versée en deux fois par la Caisse des dépôts au comptable de la commune ; ", 4))
	for _, st := range []*style{l.body, l.fact, l.note} {
		for _, width := range []float64{textWidth, textWidth - 14, 95 * mm} {
			for n := range len(words) {
				ls := st.text(strings.Join(words[:n+1], " "), width)
				if len(ls) < 2 {
					continue
				}
				last := ls[len(ls)-1]
				text := strings.TrimSpace(written(ls[len(ls)-1:]))
				if ls[len(ls)-2].divided() {
					t.Errorf("%d words: the last line is the end of a word, %q", n+1, text)
				}
				if !strings.Contains(text, " ") && last.width < lonelyOne*width {
					t.Errorf("%d words over %.0f points: the last line is %q", n+1, width, text)
				}
			}
		}
	}
}

// A sentence just longer than a line leaves a little of the first one blank rather than end with a word alone.
func TestAShortSentenceDoesNotEndWithAWord(t *testing.T) {
	l := testLook(t)
	for _, text := range []string{
		"À défaut d’accord amiable, le litige est porté devant le tribunal administratif de Bastia.",
		"La Commune communique au Groupement les éléments nécessaires à cette comparaison.",
		"l’état récapitulatif des factures du Groupement, visé par le comptable assignataire ;",
		"il exerce le pouvoir disciplinaire, gère les congés et conduit les entretiens professionnels ;",
	} {
		for width := 200.0; width < textWidth; width += 3 {
			ls := l.body.text(text, width)
			last := ls[len(ls)-1]
			words := strings.TrimSpace(written(ls[len(ls)-1:]))
			if len(ls) > 1 && !strings.Contains(strings.TrimSuffix(words, "\u202f;"), " ") && last.width < lonelyOne*width {
				t.Errorf("over %.0f points the last line is %q", width, words)
			}
		}
	}
}

// A line is never torn apart: what it would take more than the widest blank is left at its end.
func TestNoRivers(t *testing.T) {
	l := testLook(t)
	for _, text := range []string{
		"Communauté d’agglomération de Bastia : compétente pour l’habitat et les mobilités ;", strings.Repeat("anticonstitutionnellement ", 9),
		"voir https://www.exemple.fr/un/chemin/vraiment/tres/long?avec=beaucoup&de=parametres et la suite de la phrase",
	} {
		for width := 60.0; width < textWidth; width += 7 {
			for _, ln := range l.body.text(text, width) {
				for _, f := range ln.fragments {
					for i, r := range f.runes {
						if most := .26 * (1 + .6*mostStretch) * l.body.size; r == ' ' && f.adv[i] > most {
							t.Errorf("%.30q over %.0f points: a blank of %.1f points, at most %.1f", text, width, f.adv[i], most)
						}
					}
				}
			}
		}
	}
}

// TestNearlyEmptyLastPagesAreSpared lengthens a part of a paper strip by strip: its last page is spared where the spaces can
// give it, all cut alike, and else nothing is touched.
func TestNearlyEmptyLastPagesAreSpared(t *testing.T) {
	b := &builder{}
	spared := 0
	for n := 1; n < 200; n++ {
		part := make([]*strip, n)
		for i := range part {
			part[i] = &strip{height: 14, before: 10}
		}
		pages, used := b.extent(part, false)
		b.tightenPart(part, false)
		after, _ := b.extent(part, false)
		share := 1 - part[0].before/10
		for _, s := range part {
			if s.before != part[0].before {
				t.Fatalf("%d strips: spaces of %.2f and %.2f", n, part[0].before, s.before)
			}
		}
		switch {
		case after > pages, after == pages && share != 0, share > tightenings[len(tightenings)-1]+1e-9:
			t.Errorf("%d strips: %d pages, then %d with spaces cut by %.2f", n, pages, after, share)
		case share > 0 && used > sparedShare:
			t.Errorf("%d strips: spaces are cut for a page of which %.2f is used", n, used)
		case after < pages:
			spared++
		}
	}
	if spared == 0 {
		t.Error("no page was ever spared")
	}
}
