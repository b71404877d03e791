package assets

import (
	"bytes"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
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

// Who gives the program to others gives these licences with it; « make packages » wants their versions to agree too.
func TestNoticesNameEveryModuleAndEveryFont(t *testing.T) {
	unpacked, err := Unpack(Notices)
	if err != nil {
		t.Fatal(err)
	}
	notices := string(unpacked)
	mod, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	modules := 0
	for line := range strings.Lines(string(mod)) {
		line, _, _ = strings.Cut(line, "//")
		words := strings.Fields(strings.TrimPrefix(line, "require "))
		if len(words) != 2 || !strings.HasPrefix(words[1], "v") {
			continue
		}
		modules++
		if !strings.Contains(notices, "\n=== "+words[0]+"\t") {
			t.Errorf("notices.txt.gz lacks %s %s: run « make generate »", words[0], words[1])
		}
	}
	if modules < 10 {
		t.Errorf("go.mod was read as %d modules", modules)
	}
	folded := strings.Join(strings.Fields(notices), " ")
	err = filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasPrefix(d.Name(), "LICENSE") {
			return err
		}
		words, err := os.ReadFile(path)
		if err == nil && !strings.Contains(folded, strings.Join(strings.Fields(string(words)), " ")) {
			t.Errorf("notices.txt.gz lacks %s: run « make generate »", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestWhatIsNotPackedIsRefused(t *testing.T) {
	for _, packed := range [][]byte{nil, Icon, InterRegular[:len(InterRegular)/2]} {
		if b, err := Unpack(packed); err == nil {
			t.Errorf("%d bytes were unpacked as %d", len(packed), len(b))
		}
	}
	if b, err := Unpack(InterRegular); err != nil || !bytes.HasPrefix(b, []byte{0, 1, 0, 0}) {
		t.Errorf("the font of the window: %d bytes, %v", len(b), err)
	}
}
