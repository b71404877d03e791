package kit

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// What is read stands out from its ground at 4.5, what must be seen at 3 (WCAG 2.2, criteria 1.4.3 and 1.4.11).
func TestEveryPairOfColoursIsReadable(t *testing.T) {
	type pair struct {
		over, under fyne.ThemeColorName
		least       float64
	}
	var pairs []pair
	read := func(under fyne.ThemeColorName, overs ...fyne.ThemeColorName) {
		for _, over := range overs {
			pairs = append(pairs, pair{over, under, 4.5})
		}
	}
	seen := func(under fyne.ThemeColorName, overs ...fyne.ThemeColorName) {
		for _, over := range overs {
			pairs = append(pairs, pair{over, under, 3})
		}
	}
	const fg, primary, bad = theme.ColorNameForeground, theme.ColorNamePrimary, theme.ColorNameError
	for _, ground := range []fyne.ThemeColorName{theme.ColorNameBackground, ColorSurface, ColorSurfaceAlt, ColorTint} {
		read(ground, fg, ColorMuted, primary)
		seen(ground, theme.ColorNameInputBorder, theme.ColorNameDisabled)
	}
	read(ColorSurface, bad, ColorWarnText, ColorSuccessText)
	read(ColorSurfaceAlt, bad)
	read(theme.ColorNameBackground, bad)
	read(theme.ColorNameInputBackground, fg, theme.ColorNamePlaceHolder)
	seen(theme.ColorNameInputBackground, theme.ColorNameInputBorder, primary, bad)
	read(primary, theme.ColorNameForegroundOnPrimary)
	read(bad, theme.ColorNameForegroundOnError)
	read(theme.ColorNameWarning, theme.ColorNameForegroundOnWarning)
	read(theme.ColorNameSuccess, theme.ColorNameForegroundOnSuccess)
	read(ColorWarnTint, ColorWarnText, fg)
	read(ColorSuccessTint, ColorSuccessText, fg)
	read(ColorErrorTint, bad, fg)
	for _, ground := range []fyne.ThemeColorName{ColorSide, ColorSideActive, ColorSideHover} {
		read(ground, ColorSideText, ColorSideMuted, ColorSideDone, ColorSideWarn, ColorSideError)
	}
	for tone, p := range map[Tone]palette{ToneLight: light, ToneDark: dark} {
		for _, x := range pairs {
			if r := contrast(p[x.over], p[x.under]); r < x.least {
				t.Errorf("%s: %s on %s has a contrast of %.2f, want %.1f", tone, x.over, x.under, r, x.least)
			}
		}
	}
}

func TestBothTonesNameTheSameColours(t *testing.T) {
	for name := range light {
		if _, ok := dark[name]; !ok {
			t.Errorf("%s has no dark value", name)
		}
	}
	if len(light) != len(dark) {
		t.Errorf("light names %d colours, dark %d", len(light), len(dark))
	}
}

// contrast is the ratio of WCAG 2.
func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.03928 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
