//go:build !windows

package system

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// command puts a program of that name, and no other, on the PATH: it writes down what it is asked and ends with status.
func command(t *testing.T, name, status string) (asked func() string) {
	t.Helper()
	dir := t.TempDir()
	log := filepath.Join(dir, "asked")
	script := "#!/bin/sh\nfor a; do printf '%s\\n' \"$a\"; done >'" + log + "'\necho 'no default destination' >&2\nexit " + status + "\n"
	if err := os.WriteFile(filepath.Join(dir, name), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir)
	return func() string {
		b, err := os.ReadFile(log)
		if err != nil {
			t.Fatalf("%s was not called: %v", name, err)
		}
		return strings.TrimSpace(string(b))
	}
}

const paper = "/tmp/Été à Riom/-fiche.pdf"

func TestAFileIsHandedToTheSystem(t *testing.T) {
	for _, tt := range []struct {
		name string
		hand func(string) error
		want string
	}{{opener, Open, paper}, {"lp", Print, "--\n" + paper}} {
		asked := command(t, tt.name, "0")
		if err := tt.hand(paper); err != nil || asked() != tt.want {
			t.Errorf("%s: %v, was asked %q, want %q", tt.name, err, asked(), tt.want)
		}
	}
}

func TestARefusalIsReported(t *testing.T) {
	command(t, "lp", "1")
	if err := Print(paper); err == nil || !strings.Contains(err.Error(), "no default destination") {
		t.Errorf("%v, want what lp said", err)
	}
	if err := Open(paper); err == nil {
		t.Error("a file was opened though no program opens it")
	}
	command(t, opener, "3")
	if err := Open(paper); err == nil {
		t.Error("a file was opened though the program refused it")
	}
}

func TestOldFoldersAreRemoved(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	now := time.Now()
	first, err := Folder(now)
	if err != nil {
		t.Fatal(err)
	}
	second, err := Folder(now.Add(keptFor - time.Minute))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(first); err != nil || first == second {
		t.Errorf("%s, %s: the folder of today is gone: %v", first, second, err)
	}
	if _, err := Folder(now.Add(keptFor + time.Minute)); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(first); !os.IsNotExist(err) {
		t.Errorf("the folder of yesterday is still there: %v", err)
	}
}
