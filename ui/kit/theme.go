// Package kit is the look of the window: its theme, and the widgets the screens are built from. It knows Fyne and French
// typography, and nothing of dossiers, questions or papers.
package kit

import (
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/assets"
)

// The sizes of text beyond those Fyne names.
const (
	SizeTitle   fyne.ThemeSizeName = "appui-title"
	SizeSection fyne.ThemeSizeName = "appui-section"
	SizeLead    fyne.ThemeSizeName = "appui-lead"
	SizeBody    fyne.ThemeSizeName = "appui-body"
	SizeSmall   fyne.ThemeSizeName = "appui-small"
	SizeCaption fyne.ThemeSizeName = "appui-caption"
	SizeTiny    fyne.ThemeSizeName = "appui-tiny"
)

// A Tone is the choice between a light and a dark window.
type Tone string

// The tones, as they are kept in the settings and typed on the command line.
const (
	ToneSystem Tone = "systeme"
	ToneLight  Tone = "clair"
	ToneDark   Tone = "sombre"
)

// A Theme is the look of the whole window.
type Theme struct {
	Tone    Tone // ToneSystem or empty follows the system
	Percent int  // size of text: 90 to 150; 0 means 100
}

// The smallest and the largest text, in percent.
const (
	MinPercent = 90
	MaxPercent = 150
)

// Color returns the colour that name has in t, v being the variant the system asks for.
func (t *Theme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	switch t.Tone {
	case ToneLight:
		v = theme.VariantLight
	case ToneDark:
		v = theme.VariantDark
	}
	if c, ok := colors(v)[name]; ok {
		return c
	}
	return theme.DefaultTheme().Color(name, v)
}

// Font returns the face for s: Inter, which the program carries.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Monospace, s.Symbol:
		return theme.DefaultTheme().Font(s)
	case s.Bold:
		return interBold()
	case s.Italic:
		return interItalic()
	}
	return interRegular()
}

// Icon returns Fyne's own icon of that name.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size returns the size that name has in t: lines keep theirs, all else grows with the text.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	s, ok := sizes[name]
	if !ok {
		s = theme.DefaultTheme().Size(name)
	}
	switch name {
	case theme.SizeNameInputBorder, theme.SizeNameSeparatorThickness:
		return s
	}
	return s * t.scale()
}

func (t *Theme) scale() float32 {
	if t.Percent == 0 {
		return 1
	}
	return float32(min(max(t.Percent, MinPercent), MaxPercent)) / 100
}

var (
	interRegular = face("Inter-Regular.ttf", assets.InterRegular)
	interBold    = face("Inter-SemiBold.ttf", assets.InterBold)
	interItalic  = face("Inter-Italic.ttf", assets.InterItalic)
)

// face returns what gives a packed face, unpacked at its first use; Fyne's own where that cannot be.
func face(name string, packed []byte) func() fyne.Resource {
	return sync.OnceValue(func() fyne.Resource {
		b, err := assets.Unpack(packed)
		if err != nil {
			return theme.DefaultTextFont()
		}
		return fyne.NewStaticResource(name, b)
	})
}

var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNamePadding:            4,
	theme.SizeNameInnerPadding:       10,
	theme.SizeNameText:               14,
	theme.SizeNameCaptionText:        12,
	theme.SizeNameHeadingText:        26,
	theme.SizeNameSubHeadingText:     17,
	theme.SizeNameInlineIcon:         18,
	theme.SizeNameLineSpacing:        5,
	theme.SizeNameInputBorder:        1.2,
	theme.SizeNameInputRadius:        8,
	theme.SizeNameSelectionRadius:    6,
	theme.SizeNameScrollBar:          10,
	theme.SizeNameScrollBarSmall:     4,
	theme.SizeNameScrollBarRadius:    5,
	theme.SizeNameSeparatorThickness: 1,
	SizeTitle:                        26,
	SizeSection:                      16.5,
	SizeLead:                         15,
	SizeBody:                         14,
	SizeSmall:                        12.5,
	SizeCaption:                      12,
	SizeTiny:                         10.5,
}

// Scaled returns n units of the screen, grown with the text of the current theme. Widths that hold words go through it.
func Scaled(n float32) float32 {
	if t, ok := fyne.CurrentApp().Settings().Theme().(*Theme); ok {
		return n * t.scale()
	}
	return n
}
