//go:build poppler

package screen

import (
	"fmt"
	"image"
	_ "image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"appuitechnique/ui/paper/pdf"
)

// The preview and what poppler draws of the PDF differ in more than a quarter of the range of grey on so few pixels, at
// 110 dots an inch: the edges of letters, and hairlines, that poppler thickens to a pixel.
const (
	agreeDPI   = 110
	agreeShare = 0.035
)

// TestPreviewAgreesWithPoppler compares each page with the drawing of a program that is not ours.
func TestPreviewAgreesWithPoppler(t *testing.T) {
	r := laidOut(t)
	file, err := pdf.Paint(r)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "p.pdf"), file, 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("pdftoppm", "-r", fmt.Sprint(agreeDPI), "-png", "p.pdf", "p")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("pdftoppm: %v: %s", err, out)
	}
	p := NewPainter()
	for i := range r.Pages {
		want := read(t, filepath.Join(dir, fmt.Sprintf("p-%d.png", i+1)))
		got := p.page(r, i, want.Bounds().Dx(), want.Bounds().Dy(), agreeDPI/72.0)
		share := differing(got, want)
		t.Logf("page %d: %.2f %% of the pixels differ", i+1, 100*share)
		if share > agreeShare {
			t.Errorf("page %d: %.2f %% of the pixels differ, at most %.2f %% may", i+1, 100*share, 100*agreeShare)
		}
	}
}

func read(t *testing.T, name string) image.Image {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, _, err := image.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func differing(a, b image.Image) float64 {
	bounds := b.Bounds()
	n := 0
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			if math.Abs(grey(a, x, y)-grey(b, x, y)) > .25 {
				n++
			}
		}
	}
	return float64(n) / float64(bounds.Dx()*bounds.Dy())
}

func grey(img image.Image, x, y int) float64 {
	r, g, b, _ := img.At(x, y).RGBA()
	return float64(r+g+b) / (3 * 0xffff)
}
