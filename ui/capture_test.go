package ui

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"testing"

	"fyne.io/fyne/v2/test"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

func pictured(t *testing.T, v View) image.Image {
	t.Helper()
	var b bytes.Buffer
	if err := Capture(&b, test.NewTempApp(t), nil, Options{}, v); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func TestEveryPageIsDrawnWithoutAScreen(t *testing.T) {
	d, _ := model.Example("riom")
	for _, v := range []View{
		{}, {Page: "reglages", Width: 640, Height: 480}, {Page: "composants", Width: 640, Height: 480}, {Page: "corbeille", Width: 640, Height: 480},
		{Dossier: d, Width: 640, Height: 480}, {Dossier: d, Page: "relecture", Width: 640, Height: 480},
		{Dossier: d, Page: "documents", Width: 640, Height: 480}, {Dossier: d, Page: "calendrier", Width: 640, Height: 480},
		{Dossier: d, Page: "mission", Width: 640, Height: 480}, {Dossier: d, Page: "finances", Width: 640, Height: 480},
		{Dossier: d, Fiche: "4.1", Tab: "problemes", Tone: kit.ToneDark, Percent: 150, Width: 1024, Height: 700},
	} {
		img := pictured(t, v)
		want := image.Pt(1280, 800)
		if v.Width > 0 {
			want = image.Pt(v.Width, v.Height)
		}
		if got := img.Bounds().Size(); got != want {
			t.Errorf("%+v: the picture is %v, want %v", v, got, want)
		}
		if n := inks(img); n < 20 {
			t.Errorf("%+v: the picture has %d colours, want a drawn page", v, n)
		}
	}
}

func inks(img image.Image) int {
	seen := map[any]bool{}
	for y := 0; y < img.Bounds().Dy(); y += 8 {
		for x := 0; x < img.Bounds().Dx(); x += 8 {
			seen[img.At(x, y)] = true
		}
	}
	return len(seen)
}

func TestWhatDoesNotExistIsRefusedInASentence(t *testing.T) {
	d, _ := model.Example("riom")
	for _, v := range []View{{Page: "cuisine"}, {Page: "relecture"}, {Dossier: d, Fiche: "9.9"}, {Dossier: d, Tab: "météo"}} {
		var advice model.Advice
		if err := Capture(&bytes.Buffer{}, test.NewTempApp(t), nil, Options{}, v); !errors.As(err, &advice) {
			t.Errorf("%+v: %v, want an Advice", v, err)
		}
	}
}
