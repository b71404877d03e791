//go:build unix && !darwin

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
)

var display = regexp.MustCompile(`^([^:]*):(\d+)(\.\d+)?$`)

// findScreen returns a refusal when there is no screen, as far as can be seen without speaking to it: a screen elsewhere, or
// one that does not answer, is found out by findOpenGL.
func findScreen() error {
	if name := os.Getenv("WAYLAND_DISPLAY"); name != "" {
		if !filepath.IsAbs(name) {
			name = filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), name)
		}
		if _, err := os.Stat(name); err == nil {
			return nil
		}
	}
	m := display.FindStringSubmatch(os.Getenv("DISPLAY"))
	if m == nil {
		return noScreen
	}
	if host := m[1]; host != "" && host != "unix" {
		return nil
	}
	socket := "/tmp/.X11-unix/X" + m[2]
	if _, err := os.Stat(socket); err == nil {
		return nil
	}
	// Linux lists there the sockets that have a name and no file.
	named, err := os.ReadFile("/proc/net/unix")
	if err == nil && regexp.MustCompile("(?m)@"+regexp.QuoteMeta(socket)+"$").Match(named) {
		return nil
	}
	return noScreen
}

// tell shows why the window does not open, to who started the program from an icon, by the first of the programs that
// systems have for it.
func tell(sentence string) {
	if read() || findScreen() != nil {
		return
	}
	for _, words := range [][]string{
		{"zenity", "--error", "--no-markup", "--width=420", "--title=" + metadata().Name, "--text=" + sentence},
		{"kdialog", "--title", metadata().Name, "--error", sentence},
		{"xmessage", "-xrm", "*international: true", "-buttons", "D’accord:0", "-center", "-title", metadata().Name, sentence},
	} {
		path, err := exec.LookPath(words[0])
		if err != nil {
			continue
		}
		box := exec.Command(path, words[1:]...)
		if words[0] == "xmessage" {
			box.Env = append(os.Environ(), "LC_ALL=C.UTF-8") // or our accents are lost
		}
		if box.Run() == nil {
			return
		}
	}
}
