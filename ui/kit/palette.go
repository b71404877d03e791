package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The colours of the window beyond those Fyne names. Their values stand in the two palettes below.
const (
	ColorSurface     fyne.ThemeColorName = "appui-surface"      // cards, bars
	ColorSurfaceAlt  fyne.ThemeColorName = "appui-surface-alt"  // a card in a card
	ColorBorder      fyne.ThemeColorName = "appui-border"       // hairlines that separate and carry no meaning
	ColorMuted       fyne.ThemeColorName = "appui-muted"        // hints, captions
	ColorTint        fyne.ThemeColorName = "appui-tint"         // what is chosen; the help panel
	ColorSuccessText fyne.ThemeColorName = "appui-success-text" // words on ColorSuccessTint
	ColorSuccessTint fyne.ThemeColorName = "appui-success-tint"
	ColorWarnText    fyne.ThemeColorName = "appui-warn-text" // words on ColorWarnTint
	ColorWarnTint    fyne.ThemeColorName = "appui-warn-tint"
	ColorErrorTint   fyne.ThemeColorName = "appui-error-tint"
	ColorSide        fyne.ThemeColorName = "appui-side" // the task list
	ColorSideText    fyne.ThemeColorName = "appui-side-text"
	ColorSideMuted   fyne.ThemeColorName = "appui-side-muted"
	ColorSideActive  fyne.ThemeColorName = "appui-side-active"
	ColorSideHover   fyne.ThemeColorName = "appui-side-hover"
	ColorSideLine    fyne.ThemeColorName = "appui-side-line"
	ColorSideDone    fyne.ThemeColorName = "appui-side-done"
	ColorSideWarn    fyne.ThemeColorName = "appui-side-warn"
	ColorSideError   fyne.ThemeColorName = "appui-side-error"
	ColorRing        fyne.ThemeColorName = "appui-ring" // halo of the input that has the keyboard
)

type palette map[fyne.ThemeColorName]color.NRGBA

func hex(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}
}

func alpha(c color.NRGBA, a uint8) color.NRGBA {
	c.A = a
	return c
}

// colors returns the palette of a variant of the theme.
func colors(v fyne.ThemeVariant) palette {
	if v == theme.VariantDark {
		return dark
	}
	return light
}

var light = palette{
	theme.ColorNameBackground:          hex(0xF5F4EF),
	theme.ColorNameForeground:          hex(0x1B2A2E),
	theme.ColorNamePrimary:             hex(0x0B5F68),
	theme.ColorNameForegroundOnPrimary: hex(0xFFFFFF),
	theme.ColorNameHyperlink:           hex(0x0B5F68),
	theme.ColorNameSuccess:             hex(0x1B7A49),
	theme.ColorNameForegroundOnSuccess: hex(0xFFFFFF),
	theme.ColorNameWarning:             hex(0x9A5B00),
	theme.ColorNameForegroundOnWarning: hex(0xFFFFFF),
	theme.ColorNameError:               hex(0xB3261E),
	theme.ColorNameForegroundOnError:   hex(0xFFFFFF),
	theme.ColorNameInputBackground:     hex(0xFFFFFF),
	theme.ColorNameInputBorder:         hex(0x7F8785),
	theme.ColorNamePlaceHolder:         hex(0x667276),
	theme.ColorNameDisabled:            hex(0x7B8588),
	theme.ColorNameButton:              hex(0xFFFFFF),
	theme.ColorNameDisabledButton:      hex(0xECEAE4),
	theme.ColorNameHover:               alpha(hex(0x0B5F68), 18),
	theme.ColorNamePressed:             alpha(hex(0x0B5F68), 44),
	theme.ColorNameFocus:               alpha(hex(0x0B5F68), 60),
	theme.ColorNameSelection:           alpha(hex(0x0B5F68), 50),
	theme.ColorNameSeparator:           hex(0xE2DFD6),
	theme.ColorNameScrollBar:           alpha(hex(0x1B2A2E), 110),
	theme.ColorNameScrollBarBackground: alpha(hex(0x1B2A2E), 10),
	theme.ColorNameShadow:              alpha(hex(0x10262A), 40),
	theme.ColorNameMenuBackground:      hex(0xFFFFFF),
	theme.ColorNameOverlayBackground:   hex(0xFFFFFF),
	theme.ColorNameHeaderBackground:    hex(0xFAF9F6),
	ColorSurface:                       hex(0xFFFFFF),
	ColorSurfaceAlt:                    hex(0xFAF9F6),
	ColorBorder:                        hex(0xE2DFD6),
	ColorMuted:                         hex(0x536166),
	ColorTint:                          hex(0xE4F1F1),
	ColorSuccessText:                   hex(0x16653C),
	ColorSuccessTint:                   hex(0xE4F4EA),
	ColorWarnText:                      hex(0x7A4700),
	ColorWarnTint:                      hex(0xFDF1DA),
	ColorErrorTint:                     hex(0xFCEBE9),
	ColorSide:                          hex(0x10343A),
	ColorSideText:                      hex(0xF0F6F5),
	ColorSideMuted:                     hex(0xA8C4C4),
	ColorSideActive:                    hex(0x1E4C53),
	ColorSideHover:                     hex(0x173F46),
	ColorSideLine:                      hex(0x3A6368),
	ColorSideDone:                      hex(0x7BD3A6),
	ColorSideWarn:                      hex(0xF2B95C),
	ColorSideError:                     hex(0xFFA79E),
	ColorRing:                          alpha(hex(0x0B5F68), 70),
}

var dark = palette{
	theme.ColorNameBackground:          hex(0x12191B),
	theme.ColorNameForeground:          hex(0xE9EFEF),
	theme.ColorNamePrimary:             hex(0x63C5C6),
	theme.ColorNameForegroundOnPrimary: hex(0x062A2D),
	theme.ColorNameHyperlink:           hex(0x7AD2D2),
	theme.ColorNameSuccess:             hex(0x7BD3A6),
	theme.ColorNameForegroundOnSuccess: hex(0x06281A),
	theme.ColorNameWarning:             hex(0xF2B95C),
	theme.ColorNameForegroundOnWarning: hex(0x2B1D02),
	theme.ColorNameError:               hex(0xFF9A91),
	theme.ColorNameForegroundOnError:   hex(0x3A0906),
	theme.ColorNameInputBackground:     hex(0x151D20),
	theme.ColorNameInputBorder:         hex(0x73858A),
	theme.ColorNamePlaceHolder:         hex(0x95A4A7),
	theme.ColorNameDisabled:            hex(0x7E8D90),
	theme.ColorNameButton:              hex(0x263236),
	theme.ColorNameDisabledButton:      hex(0x222C2F),
	theme.ColorNameHover:               alpha(hex(0xFFFFFF), 18),
	theme.ColorNamePressed:             alpha(hex(0xFFFFFF), 40),
	theme.ColorNameFocus:               alpha(hex(0x63C5C6), 70),
	theme.ColorNameSelection:           alpha(hex(0x63C5C6), 70),
	theme.ColorNameSeparator:           hex(0x2F3B3F),
	theme.ColorNameScrollBar:           alpha(hex(0xFFFFFF), 90),
	theme.ColorNameScrollBarBackground: alpha(hex(0xFFFFFF), 10),
	theme.ColorNameShadow:              alpha(hex(0x000000), 120),
	theme.ColorNameMenuBackground:      hex(0x202B2E),
	theme.ColorNameOverlayBackground:   hex(0x1B2427),
	theme.ColorNameHeaderBackground:    hex(0x202B2E),
	ColorSurface:                       hex(0x1B2427),
	ColorSurfaceAlt:                    hex(0x202B2E),
	ColorBorder:                        hex(0x2F3B3F),
	ColorMuted:                         hex(0xA5B3B5),
	ColorTint:                          hex(0x183539),
	ColorSuccessText:                   hex(0x8FDDB5),
	ColorSuccessTint:                   hex(0x17352A),
	ColorWarnText:                      hex(0xF4C678),
	ColorWarnTint:                      hex(0x3A2D14),
	ColorErrorTint:                     hex(0x3C2120),
	ColorSide:                          hex(0x0C1214),
	ColorSideText:                      hex(0xF0F6F5),
	ColorSideMuted:                     hex(0x9FB4B5),
	ColorSideActive:                    hex(0x1B3236),
	ColorSideHover:                     hex(0x15262A),
	ColorSideLine:                      hex(0x324649),
	ColorSideDone:                      hex(0x7BD3A6),
	ColorSideWarn:                      hex(0xF2B95C),
	ColorSideError:                     hex(0xFF9A91),
	ColorRing:                          alpha(hex(0x63C5C6), 90),
}
