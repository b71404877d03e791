package ui

import (
	"fmt"
	"image/png"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/storage"
	"appuitechnique/ui/kit"
)

// A View says what Capture draws. The zero value is the home page, light, in ordinary text, 1280 × 800.
type View struct {
	Page    string // its name on the command line: of a page of the dossier (see pages), else of a frame; with a Dossier, empty is a fiche
	Fiche   string // its number, "4.1"; empty is the first that is not complete
	Tab     string // of the panel: "pourquoi", "apercu" or "problemes"
	Tone    kit.Tone
	Percent int // size of text, 90 to 150
	Width   int
	Height  int
	Dossier *model.Dossier // nil: no dossier is open
	File    string         // of the page « fusion »: what it says of a dossier of the base; empty elsewhere
}

// Capture draws the window as v says and writes it to w as a PNG. No screen is needed and nothing is saved; store may be
// nil, and the lists are then empty. What v asks for and does not exist is refused with an Advice.
func Capture(w io.Writer, a fyne.App, store *storage.Store, o Options, v View) error {
	o.SaveDelay = -1
	s := newShell(a, store, o)
	s.theme.Tone, s.theme.Percent = v.Tone, v.Percent
	if v.Tone == "" {
		s.theme.Tone = kit.ToneLight
	}
	a.Settings().SetTheme(s.theme)
	if v.Width == 0 || v.Height == 0 {
		v.Width, v.Height = 1280, 800
	}
	c := software.NewCanvas()
	c.SetPadded(false)
	s.canvas = c
	s.root = container.NewStack(kit.NewSurface(theme.ColorNameBackground, nil))
	c.SetContent(s.root)
	size := fyne.NewSize(float32(v.Width), float32(v.Height))
	c.Resize(size)
	if err := s.turnTo(v); err != nil {
		return err
	}
	s.settle() // the pictures
	if err := png.Encode(w, c.Capture()); err != nil {
		return fmt.Errorf("write picture: %w", err)
	}
	return nil
}

// turnTo shows what v asks for.
func (s *Shell) turnTo(v View) error {
	if v.Page == frameMerge {
		return s.showMeeting(v.File)
	}
	if v.Dossier == nil {
		return s.turnToPage(v.Page)
	}
	e := s.openAt(v.Dossier, v.Fiche)
	if v.Fiche != "" && e.keyOf(v.Fiche) == "" {
		return model.Advice("Il n’y a pas de fiche « " + v.Fiche + " ».")
	}
	if p, ok := pageNamed(v.Page); ok {
		p.show(e)
		return nil
	}
	if v.Page != "" && v.Page != pageFiche {
		s.editor = nil
		return s.turnToPage(v.Page)
	}
	switch v.Tab {
	case "":
	case tabWhy, tabPreview, tabProblems:
		e.panel.show(v.Tab)
		e.panes.showPanel()
	default:
		return model.Advice("Il n’y a pas d’onglet « " + v.Tab + " ».")
	}
	return nil
}

func (s *Shell) turnToPage(page string) error {
	switch page {
	case "", frameDossiers:
		s.home()
	case framePortfolio:
		s.goPortfolio()
	case frameTrash:
		s.goTrash()
	case frameBackups:
		s.goBackups()
	case frameSettings:
		s.goSettings()
	case "phrase":
		(&gate{shell: s}).ask()
	case frameGallery:
		s.goGallery()
	default:
		if p, ok := pageNamed(page); ok {
			return model.Advice("Indiquez le dossier dont il faut montrer la page « " + p.name + " ».")
		}
		return model.Advice("Il n’y a pas de page « " + page + " ».")
	}
	return nil
}

// keyOf returns the key of the fiche of that number; empty when there is none.
func (e *editor) keyOf(number string) string {
	for _, f := range model.Fiches(e.parts) {
		if f.Number == number {
			return f.Key
		}
	}
	return ""
}
