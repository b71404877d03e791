package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// Every page of a full and of an empty dossier, in small and in large text: no word leaves its place, and each is French.
func TestEveryPageIsWhole(t *testing.T) {
	full, _ := model.Example("riom")
	for _, tt := range []struct {
		percent       int
		width, height float32
		dossier       *model.Dossier
	}{
		{150, 1024, 700, full},
		{100, 1024, 700, model.New("vide", "2026-001", "2026-11-23")},
	} {
		s := offscreen(t, tt.percent, fyne.NewSize(tt.width, tt.height))
		name := fmt.Sprintf("%d %%, %v × %v", tt.percent, tt.width, tt.height)
		e := s.open(tt.dossier)
		for _, f := range model.Fiches(e.parts) {
			e.showFiche(f.Key)
			check(t, s, name+", "+f.Number)
			if f.Number == "1.1" || f.Number == "2.1" || f.Number == "6.1" {
				e.panel.show(tabProblems)
				check(t, s, name+", problèmes de "+f.Number)
				e.panel.show(tabPreview)
				check(t, s, name+", aperçu de "+f.Number)
				e.panel.show(tabWhy)
			}
		}
		for _, p := range pages() {
			p.show(e)
			check(t, s, name+", "+p.title)
		}
		for _, id := range []model.Paper{model.PaperRoadmap, model.PaperSupport} {
			e.openReading(id)
			e.reading.nextMissing()
			check(t, s, name+", lecture")
		}
		for _, page := range []func(){s.home, s.goSettings, s.goGallery, s.goTrash, s.goBackups} {
			s.editor = nil
			page()
			check(t, s, name)
		}
	}
}

// offscreen is the window without a screen, as Capture has it.
func offscreen(t *testing.T, percent int, size fyne.Size) *Shell {
	t.Helper()
	s := newShell(test.NewTempApp(t), nil, Options{SaveDelay: -1, Folder: "/home/une-personne/.local/share/AppuiTechnique"})
	s.theme.Tone, s.theme.Percent = kit.ToneLight, percent
	s.app.Settings().SetTheme(s.theme)
	c := software.NewCanvas()
	c.SetPadded(false)
	s.canvas = c
	s.root = container.NewStack(kit.NewSurface(theme.ColorNameBackground, nil))
	c.SetContent(s.root)
	c.Resize(size)
	return s
}

// check looks at every word of the screen.
func check(t *testing.T, s *Shell, page string) {
	t.Helper()
	walk(s.canvas.Content(), 0, 0, s.canvas.Size().Width, func(x *canvas.Text, left, from, to float32) {
		if right := left + x.MinSize().Width; left < from-1 || right > to+1 {
			t.Errorf("%s: « %s » stands from %.0f to %.0f, its place is %.0f to %.0f", page, x.Text, left, right, from, to)
		}
		if strings.ContainsAny(x.Text, "'") || strings.Contains(x.Text, "%!") || strings.Contains(x.Text, "<nil>") {
			t.Errorf("%s: « %s » is not written as it should be", page, x.Text)
		}
	})
}

// walk calls visit for every text drawn under o, which lies at x, with its left edge and the bounds all around it leave.
func walk(o fyne.CanvasObject, x, from, to float32, visit func(o *canvas.Text, left, from, to float32)) {
	if !o.Visible() {
		return
	}
	left := x + o.Position().X
	switch o := o.(type) {
	case *canvas.Text:
		if o.Text != "" {
			visit(o, left, from, to)
		}
	case *kit.Entry:
		return // it scrolls what it holds
	case *fyne.Container:
		for _, child := range o.Objects {
			walk(child, left, max(from, left), min(to, left+o.Size().Width), visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			walk(child, left, max(from, left), min(to, left+o.Size().Width), visit)
		}
	}
}
