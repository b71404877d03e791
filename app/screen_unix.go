//go:build unix && !darwin

package main

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"time"
)

const noScreen = refusal("Il n’y a pas d’écran ici : la fenêtre ne peut pas s’ouvrir. Les commandes qui s’en passent : " +
	"appui-technique -help.")

var display = regexp.MustCompile(`^([^:]*):(\d+)(\.\d+)?$`)

// findScreen returns a refusal when no screen answers: Fyne would end in a stack trace.
func findScreen() error {
	if name := os.Getenv("WAYLAND_DISPLAY"); name != "" {
		if !filepath.IsAbs(name) {
			name = filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), name)
		}
		if answers("unix", name) {
			return nil
		}
	}
	m := display.FindStringSubmatch(os.Getenv("DISPLAY"))
	if m == nil {
		return noScreen
	}
	host, number := m[1], m[2]
	socket := "/tmp/.X11-unix/X" + number
	if local := host == "" || host == "unix"; local && (answers("unix", socket) || answers("unix", "@"+socket)) {
		return nil
	}
	var n int
	if _, err := fmt.Sscan(number, &n); err == nil && host != "unix" && answers("tcp", net.JoinHostPort(host, fmt.Sprint(6000+n))) {
		return nil
	}
	return noScreen
}

func answers(network, address string) bool {
	conn, err := net.DialTimeout(network, address, 3*time.Second)
	if err != nil {
		return false
	}
	return conn.Close() == nil
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
		{"xmessage", "-center", "-title", metadata().Name, sentence},
	} {
		if path, err := exec.LookPath(words[0]); err == nil && exec.Command(path, words[1:]...).Run() == nil {
			return
		}
	}
}
