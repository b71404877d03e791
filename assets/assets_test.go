package assets

import (
	"bytes"
	"image/png"
	"testing"
)

// Windows and macOS shrink the icon: they want it square, large and see-through at its corners.
func TestIconIsALargeSquareWithClearCorners(t *testing.T) {
	img, err := png.Decode(bytes.NewReader(Icon))
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != 512 || b.Dy() != 512 {
		t.Errorf("the icon is %d × %d, want 512 × 512", b.Dx(), b.Dy())
	}
	if _, _, _, a := img.At(0, 0).RGBA(); a != 0 {
		t.Errorf("the corner of the icon has the opacity %d, want 0", a)
	}
	if _, _, _, a := img.At(256, 256).RGBA(); a != 0xffff {
		t.Errorf("the middle of the icon has the opacity %d, want 65535", a)
	}
}
