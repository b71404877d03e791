package typeset

import (
	"math"
	"testing"

	"appuitechnique/model/document"
)

var (
	testScale = []document.Tick{{Value: -10, Label: "−10\u00a0€"}, {Value: 0, Label: "0\u00a0€"}, {Value: 10, Label: "10\u00a0€"}}
	testCurve = document.Curve{
		Caption: "Solde", Alt: "Le solde descend.", Heads: []string{"janv.", "févr."}, Years: []document.Year{{Label: "2027", Months: 2}},
		Scale: testScale, Steps: []document.Step{{At: .5, Value: 10, From: []string{"a"}}, {At: 1.5, Value: -8, Label: "−8\u00a0€", From: []string{"b"}}},
	}
	testBars = document.Bars{
		Caption: "Charge", Heads: []string{"1", "2"}, Scale: testScale,
		Series: []document.Series{
			{Name: "Un", Values: []document.Measure{{Value: 5, Label: "5", From: []string{"c"}}, {Value: -5, Label: "−5"}}},
			{Name: "Deux", Values: []document.Measure{{Value: 3, From: []string{"d"}}}},
		},
		Limit: document.Series{Name: "Limite", Values: []document.Measure{{Value: 8}, {Value: 4, From: []string{"e"}}}},
	}
)

// A chart is one figure, said in words, whose parts lead to their questions, whatever the space left on the page.
func TestChartsAreFiguresThatLeadToTheirQuestions(t *testing.T) {
	for _, lines := range []int{1, 20, 38, 60} {
		r, err := Layout(document.Document{ID: "essai", Title: "Note", Day: "2026-11-23", Blocks: []document.Block{
			filler(lines), testCurve, testBars,
		}})
		if err != nil {
			t.Fatal(err)
		}
		figs := figures(r.Root)
		if len(figs) != 2 || figs[0].Alt != "Le solde descend." || figs[1].Alt != "Diagramme en barres. Charge" {
			t.Fatalf("%d lines before: the drawings are not said in words", lines)
		}
		for _, f := range figs {
			for _, k := range f.Kids {
				if k.Page != f.Kids[0].Page {
					t.Errorf("%d lines before: a drawing is cut by a page", lines)
				}
			}
		}
		for _, id := range []string{"a", "b", "c", "d", "e"} {
			if len(r.Places(id)) != 1 {
				t.Errorf("%d lines before: question %s is drawn at %d places, want 1", lines, id, len(r.Places(id)))
			}
		}
	}
}

func filler(lines int) document.List {
	var l document.List
	for range lines {
		l.Items = append(l.Items, plainText("un point"))
	}
	return l
}

// The bars of two series, and a limit over a bar, are told apart by their greys alone: the contrast of neighbours is 3 to 1.
func TestChartsAreReadInBlackAndWhite(t *testing.T) {
	white := Color{0xff, 0xff, 0xff}
	for _, tt := range []struct {
		name string
		a, b Color
	}{
		{"first and second series", tones[0], tones[1]}, {"first and third", tones[0], tones[2]},
		{"frame of the second and the page", accent, white}, {"limit and the page", warning, white}, {"curve and its shade", accent, band},
		{"shade of a diamond and the curve's ground", warning, band},
	} {
		if c := contrast(tt.a, tt.b); c < 3 {
			t.Errorf("%s: contrast %.1f to 1", tt.name, c)
		}
	}
}

// contrast is that of WCAG 2: the luminances of two colours, each .05 lighter, one over the other.
func contrast(a, b Color) float64 {
	la, lb := luminance(a)+.05, luminance(b)+.05
	return max(la, lb) / min(la, lb)
}

func luminance(c Color) float64 {
	l := 0.0
	for i, share := range [3]float64{.2126, .7152, .0722} {
		v := float64(c[i]) / 255
		if v <= .04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+.055)/1.055, 2.4)
		}
		l += share * v
	}
	return l
}

// Whatever carries text keeps 4.5 to 1 on what it is printed upon.
func TestTextStandsOutFromWhatItIsPrintedOn(t *testing.T) {
	for _, text := range []Color{ink, accent, soft, warning} {
		for _, ground := range []Color{{0xff, 0xff, 0xff}, band, missingBand, ghost} {
			if c := contrast(text, ground); c < 4.5 {
				t.Errorf("%v on %v: contrast %.2f to 1", text, ground, c)
			}
		}
	}
}
