package model

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// presentation holds the fingerprints of the runs of each page of the presentation, by the fingerprint of its heading.
type presentation map[string][]string

func readPresentation(t *testing.T) presentation {
	t.Helper()
	b, err := os.ReadFile("testdata/presentation.hashes")
	if err != nil {
		t.Fatal(err)
	}
	p, page := presentation{}, ""
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		if h, ok := strings.CutPrefix(line, "page "); ok {
			page = h
			continue
		}
		p[page] = append(p[page], line)
	}
	return p
}

// check reports why quote does not stand, word for word, under heading.
func (p presentation) check(heading, quote string) error {
	runs, ok := p[Fingerprint(heading)]
	if !ok {
		return fmt.Errorf("no page is headed %q", heading)
	}
	asked := Fingerprints(quote)
	if len(asked) == 0 {
		return errors.New("shorter than four words")
	}
	for i, run := range asked {
		if !slices.Contains(runs, run) {
			return fmt.Errorf("%q is not under %q", strings.Join(quoteWords(quote)[i:i+quoteRun], " "), heading)
		}
	}
	return nil
}

// Every question says where it comes from: a passage of the presentation, quoted exactly, or an assumption.
func TestEveryQuestionHasASourceThatHolds(t *testing.T) {
	p := readPresentation(t)
	var d Dossier
	for _, fiche := range Fiches(Form(&d)) {
		for _, f := range fiche.Fields {
			if f.Kind == KindRows {
				f.Add("")
			}
		}
	}
	for _, fiche := range Fiches(Form(&d)) {
		fiche.Each(func(f Field) {
			b := f.Basis
			switch {
			case f.Kind == KindComputed:
			case b.Quote != "" && b.Assumed != "":
				t.Errorf("%s: both a quote and an assumption", f.ID)
			case b.Quote != "":
				if err := p.check(b.Heading, b.Quote); err != nil {
					t.Errorf("%s: %v", f.ID, err)
				}
			case b.Assumed == "":
				t.Errorf("%s: neither source nor assumption", f.ID)
			}
		})
	}
}

func TestAQuoteIsHeldWordForWord(t *testing.T) {
	p := readPresentation(t)
	for _, tt := range []struct {
		heading, quote string
		holds          bool
	}{
		{pageSecondment, "d’une durée de 6 mois à 24 mois", true},
		{pageSecondment, "d'une  durée de 6\u00a0mois à **24** mois", true},
		{pageSecondment, "d’une durée de 6 mois à 36 mois", false},
		{pageSecondment, "une durée de 6 mois à 24 mois", false},
		{pageTowns, "d’une durée de 6 mois à 24 mois", false},
		{pageSecondment, "de 6 mois", false},
		{"Une page qui n’existe pas", "d’une durée de 6 mois à 24 mois", false},
		{pageSteps, "en deux fois (50% au démarrage, 50% en fin de mission)", true},
	} {
		if err := p.check(tt.heading, tt.quote); (err == nil) != tt.holds {
			t.Errorf("%q under %q: %v, want holds = %v", tt.quote, tt.heading, err, tt.holds)
		}
	}
}

func TestEveryHeadingOpensAPage(t *testing.T) {
	p := readPresentation(t)
	if len(p) != len(Headings()) {
		t.Errorf("%d pages, want %d", len(p), len(Headings()))
	}
	for _, h := range Headings() {
		if len(p[Fingerprint(h)]) == 0 {
			t.Errorf("no run under %q", h)
		}
	}
}
