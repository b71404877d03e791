//go:build unix && !darwin

package main

import (
	"fmt"
	"net"
	"os"
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

// tell has nothing more to do where standard error is read.
func tell(string) {}
