package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"appuitechnique/model"
)

// scene is red in its upper left quarter, blue elsewhere.
func scene(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{0, 0, 200, 255}
			if x < w/2 && y < h/2 {
				c = color.RGBA{200, 0, 0, 255}
			}
			img.SetRGBA(x, y, c)
		}
	}
	return img
}

// photo is a JPEG of the scene, taken with the camera held so, at a place that Exif tells.
func photo(t *testing.T, w, h int, turn byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, scene(w, h), nil); err != nil {
		t.Fatal(err)
	}
	tiff := []byte("MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(rune(turn)) + "\x00\x00\x00\x00\x00\x00 48.85 N")
	whole := append([]byte("Exif\x00\x00"), tiff...)
	head := append([]byte{0xff, markStart, 0xff, markApp1, 0, byte(len(whole) + 2)}, whole...)
	return append(head, b.Bytes()[2:]...)
}

func decode(t *testing.T, p model.Picture) image.Image {
	t.Helper()
	img, _, err := image.Decode(bytes.NewReader(p.Data))
	if err != nil {
		t.Fatal(err)
	}
	if s := img.Bounds().Size(); s.X != p.Width || s.Y != p.Height {
		t.Errorf("a picture said to be %d × %d is %v", p.Width, p.Height, s)
	}
	return img
}

func isRed(c color.Color) bool {
	r, _, b, _ := c.RGBA()
	return r > b
}

// TestAPhotographStandsUprightAndTellsNothingElse takes it with the camera held in each of the eight ways.
func TestAPhotographStandsUprightAndTellsNothingElse(t *testing.T) {
	for turn, red := range map[byte]image.Point{
		1: {5, 5}, 2: {35, 5}, 3: {35, 15}, 4: {5, 15}, 5: {5, 5}, 6: {15, 5}, 7: {15, 35}, 8: {5, 35},
	} {
		p, err := Read(bytes.NewReader(photo(t, 40, 20, turn)))
		if err != nil {
			t.Fatal(err)
		}
		img := decode(t, p)
		if wide := p.Width > p.Height; wide != (turn < 5) {
			t.Errorf("held as %d, the picture is %d × %d", turn, p.Width, p.Height)
		}
		if !isRed(img.At(red.X, red.Y)) || isRed(img.At(p.Width-1-red.X, p.Height-1-red.Y)) {
			t.Errorf("held as %d, the red quarter is not at %v", turn, red)
		}
		if bytes.Contains(p.Data, []byte("48.85")) {
			t.Errorf("held as %d, the picture still tells where it was taken", turn)
		}
	}
}

func TestASmallJPEGGoesAsItIs(t *testing.T) {
	raw := photo(t, 40, 20, 1)
	p, err := Read(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(decode(t, p).(*image.YCbCr).Y, decode(t, model.Picture{Data: raw, Width: 40, Height: 20}).(*image.YCbCr).Y) {
		t.Error("its pixels were computed again")
	}
}

func TestALargePictureIsBroughtToThePage(t *testing.T) {
	p, err := Read(bytes.NewReader(photo(t, 2000, 1000, 6)))
	if err != nil {
		t.Fatal(err)
	}
	decode(t, p)
	if p.Width != longest/2 || p.Height != longest {
		t.Errorf("got %d × %d, want %d × %d", p.Width, p.Height, longest/2, longest)
	}
}

func TestADrawingLiesOnWhite(t *testing.T) {
	img := scene(40, 20)
	img.SetRGBA(30, 15, color.RGBA{})
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	p, err := Read(&b)
	if err != nil {
		t.Fatal(err)
	}
	out := decode(t, p)
	if r, g, b, a := out.At(30, 15).RGBA(); r != 0xffff || g != 0xffff || b != 0xffff || a != 0xffff {
		t.Errorf("what was clear is %v, want white", out.At(30, 15))
	}
	small, err := Thumbnail(p, 10)
	if err != nil || small.Bounds().Size() != image.Pt(10, 5) {
		t.Errorf("a thumbnail of 10 pixels is %v, %v", small.Bounds().Size(), err)
	}
}

// huge is the head of a PNG of 65 535 × 65 535 points.
func huge() []byte {
	head := []byte("IHDR\x00\x00\xff\xff\x00\x00\xff\xff\x08\x02\x00\x00\x00")
	return binary.BigEndian.AppendUint32(append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\r"), head...), crc32.ChecksumIEEE(head))
}

// TestWhatIsNoPictureIsRefused also cuts one short, and asks for more points than a computer holds.
func TestWhatIsNoPictureIsRefused(t *testing.T) {
	whole := photo(t, 40, 20, 1)
	for name, tt := range map[string]struct {
		raw  []byte
		want error
	}{
		"empty": {nil, errUnreadable}, "words": {[]byte("%PDF-1.7"), errUnreadable}, "cut": {whole[:len(whole)-200], errUnreadable},
		"huge": {huge(), errHuge},
	} {
		if _, err := Read(bytes.NewReader(tt.raw)); !errors.Is(err, tt.want) {
			t.Errorf("%s: got %v, want %v", name, err, tt.want)
		}
	}
}

// FuzzRead asks that no file, however odd, does worse than being refused.
func FuzzRead(f *testing.F) {
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x10Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		stripped(raw)
		if turn := orientation(raw); turn < 1 || turn > 8 {
			t.Errorf("a camera held as %d", turn)
		}
	})
}
