//go:build unix && !darwin

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWithoutAScreenTheWindowSaysSoAndTouchesNothing(t *testing.T) {
	base := filepath.Join(t.TempDir(), "base")
	for _, display := range []string{"", ":4242", "n’importe quoi"} {
		t.Setenv("DISPLAY", display)
		t.Setenv("WAYLAND_DISPLAY", "")
		code, out, errs := ran("-base", base)
		if code != exitRefused || out != "" || !strings.Contains(errs, "pas d’écran") || strings.Count(errs, "\n") != 1 {
			t.Errorf("%q: exit %d, %q, %q", display, code, out, errs)
		}
	}
	if _, err := os.Stat(base); !os.IsNotExist(err) {
		t.Errorf("the base was opened: %v", err)
	}
}
