//go:build journey

package main

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode"
)

// A screen is an invisible X display with a French keyboard, that a test types on like a person. It has no window
// manager: the only window holds the keyboard.
type screen struct {
	t       testing.TB
	display string // ":99"
	buffer  string // file that holds the picture, in the XWD format
	shots   string // folder of the pictures taken
}

// The budgets of a machine with two busy cores.
const (
	patience = 90 * time.Second       // for something that must come
	still    = 600 * time.Millisecond // a picture that stays so long has nothing more to draw
	keyPause = "25"                   // milliseconds between two keys
)

// newScreen starts the display, with these options of Xvfb besides its own; it ends with the test.
func newScreen(t testing.TB, options ...string) *screen {
	t.Helper()
	dir := t.TempDir()
	s := &screen{t: t, buffer: filepath.Join(dir, "Xvfb_screen0"), shots: os.Getenv("JOURNEY_PICTURES")}
	if s.shots == "" {
		s.shots = t.TempDir()
	}
	if err := os.MkdirAll(s.shots, 0o755); err != nil {
		t.Fatal(err)
	}
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	// Without -noreset the keyboard would be American again as soon as the first client leaves.
	x := exec.Command("Xvfb", append([]string{"-displayfd", "3", "-noreset", "-screen", "0", "1280x800x24", "-fbdir", dir,
		"-nolisten", "tcp"}, options...)...)
	x.ExtraFiles = []*os.File{write}
	if err := x.Start(); err != nil {
		t.Fatalf("start the invisible screen (install xvfb, or run « make journey »): %v", err)
	}
	t.Cleanup(func() {
		_ = x.Process.Kill()
		_ = x.Wait()
	})
	_ = write.Close()
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatalf("the invisible screen did not open: %v", err)
	}
	_ = read.Close()
	s.display = ":" + strings.TrimSpace(number)
	s.run("sh", "-c", `setxkbmap -layout fr -print | xkbcomp -w0 - "$DISPLAY"`)
	return s
}

// environ is the environment of a program shown on s: a French or a foreign system makes no difference to the window.
func (s *screen) environ() []string {
	return append(os.Environ(), "DISPLAY="+s.display, "WAYLAND_DISPLAY=", "LC_ALL=C.UTF-8", "LIBGL_ALWAYS_SOFTWARE=1")
}

// run executes a command on the display and returns what it prints.
func (s *screen) run(name string, args ...string) string {
	s.t.Helper()
	return s.execute(nil, name, args...)
}

// execute is run, with what the system is asked of the process.
func (s *screen) execute(attr *syscall.SysProcAttr, name string, args ...string) string {
	s.t.Helper()
	cmd := exec.Command(name, args...)
	cmd.SysProcAttr = attr
	cmd.Env = s.environ()
	out, err := cmd.CombinedOutput()
	if err != nil {
		s.t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

// await gives the keyboard to the window of that title, once it is shown.
func (s *screen) await(title string) {
	s.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		if id := s.find(title); id != "" {
			s.run("xdotool", "windowfocus", "--sync", id)
			s.settle()
			return
		}
	}
	s.shoot("sans-fenetre")
	s.t.Fatalf("no window is called « %s » after %s", title, patience)
}

// find returns the window of that title, if one is shown.
func (s *screen) find(title string) (id string) {
	find := exec.Command("xdotool", "search", "--onlyvisible", "--name", title)
	find.Env = s.environ()
	out, err := find.Output()
	if err != nil {
		return "" // xdotool fails where nothing is found
	}
	id, _, _ = strings.Cut(strings.TrimSpace(string(out)), "\n")
	return id
}

// press hits keys one after the other, each named as xdotool does: "Tab", "ctrl+s", or a keycode; then waits for the
// window to have drawn what follows.
func (s *screen) press(keys ...string) {
	s.t.Helper()
	s.run("xdotool", append([]string{"key", "--delay", keyPause}, keys...)...)
	s.settle()
}

// write types text as on a French keyboard: by the place of the keys, dead circumflex and AltGr included.
func (s *screen) write(text string) {
	s.t.Helper()
	var keys []string
	for _, r := range text {
		k, ok := azerty(r)
		if !ok {
			s.t.Fatalf("no key of the French keyboard writes %q", r)
		}
		keys = append(keys, k...)
	}
	s.press(keys...)
}

// The keys of the French keyboard by keycode: alone, then with the shift key.
var rows = []struct {
	first        int
	alone, shift string
}{
	{10, "&é\"'(-è_çà)=", "1234567890°+"},
	{24, "azertyuiop", "AZERTYUIOP"},
	{38, "qsdfghjklmù", "QSDFGHJKLM%"},
	{52, "wxcvbn,;:!", "WXCVBN?./§"},
	{65, " ", ""},
}

// azerty returns the keys that write r.
func azerty(r rune) ([]string, bool) {
	for _, row := range rows {
		for i, c := range []rune(row.alone) {
			if c == r {
				return []string{fmt.Sprint(row.first + i)}, true
			}
		}
		for i, c := range []rune(row.shift) {
			if c == r {
				return []string{fmt.Sprintf("shift+%d", row.first+i)}, true
			}
		}
	}
	switch r {
	case '€':
		return []string{"ISO_Level3_Shift+26"}, true
	case '²':
		return []string{"49"}, true
	case '@':
		return []string{"ISO_Level3_Shift+19"}, true
	}
	// The dead key stands right of the p: alone it is ^, with the shift key ¨.
	for dead, pairs := range map[string]string{"34": "âaêeîiôoûu", "shift+34": "äaëeïiöoüu"} {
		letters := []rune(pairs)
		for i := 0; i < len(letters); i += 2 {
			if letters[i] == unicode.ToLower(r) {
				base := letters[i+1]
				if unicode.IsUpper(r) {
					base = unicode.ToUpper(base)
				}
				after, ok := azerty(base)
				return append([]string{dead}, after...), ok
			}
		}
	}
	return nil, false
}

// settle waits until the picture stays the same for a while.
func (s *screen) settle() {
	s.t.Helper()
	var last uint64
	since := time.Now()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if sum := s.sum(); sum != last {
			last, since = sum, time.Now()
		} else if time.Since(since) >= still {
			return
		}
	}
	s.shoot("jamais-fixe")
	s.t.Fatalf("the window still draws after %s", patience)
}

// sum is the same for the same picture.
func (s *screen) sum() uint64 {
	s.t.Helper()
	data, err := os.ReadFile(s.buffer)
	if err != nil {
		s.t.Fatal(err)
	}
	h := fnv.New64a()
	_, _ = h.Write(data)
	return h.Sum64()
}

// picture decodes what the screen shows: 32 bits a pixel, little-endian, as the header of the file says.
func (s *screen) picture() *image.RGBA {
	s.t.Helper()
	data, err := os.ReadFile(s.buffer)
	if err != nil {
		s.t.Fatal(err)
	}
	word := func(i int) int { return int(binary.BigEndian.Uint32(data[4*i:])) }
	header, width, height, perLine, colors := word(0), word(4), word(5), word(12), word(19)
	if bits := word(11); bits != 32 {
		s.t.Fatalf("the screen has %d bits a pixel, want 32", bits)
	}
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	pixels := data[header+12*colors:]
	for y := range height {
		for x := range width {
			p := pixels[y*perLine+4*x:]
			img.SetRGBA(x, y, color.RGBA{R: p[2], G: p[1], B: p[0], A: 255})
		}
	}
	return img
}

// shoot keeps a picture of the screen under that name, for people, and fails the test when nothing is drawn on it.
func (s *screen) shoot(name string) {
	s.t.Helper()
	img := s.picture()
	if plain(img) {
		s.t.Errorf("nothing is drawn on the screen at %s", name)
	}
	f, err := os.Create(filepath.Join(s.shots, name+".png"))
	if err != nil {
		s.t.Fatal(err)
	}
	if err := png.Encode(f, img); err != nil {
		s.t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		s.t.Fatal(err)
	}
	s.t.Logf("picture: %s", f.Name())
}

// plain reports whether img holds fewer colours than any text drawn on any ground.
func plain(img *image.RGBA) bool {
	colors := map[color.RGBA]bool{}
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			colors[img.RGBAAt(x, y)] = true
		}
	}
	return len(colors) < 50
}
