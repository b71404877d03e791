package storage

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// asNobody runs f on a thread that has no right to write in other people's folders, even when the tests run as root.
func asNobody(t *testing.T, f func()) {
	t.Helper()
	if os.Geteuid() != 0 {
		f()
		return
	}
	done := make(chan error)
	go func() {
		runtime.LockOSThread() // and never unlocked: the thread dies with its rights
		err := syscall.Setfsuid(65534)
		if err == nil {
			f()
		}
		done <- err
	}()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}

func TestAFolderWithoutTheRightToWriteSaysSo(t *testing.T) {
	dir := t.TempDir()
	filled(t, filepath.Join(dir, "base"), 1)
	if err := os.Chmod(filepath.Join(dir, "base"), 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(filepath.Join(dir, "base"), 0o700)
	asNobody(t, func() {
		_, opened := Open(filepath.Join(dir, "base"), Options{MinFree: 1})
		for _, err := range []error{opened, WriteFile(filepath.Join(dir, "base", "x.acv"), dossier("a1", "", ""))} {
			var e *Error
			if !errors.As(err, &e) || e.Kind != KindReadOnly || !strings.Contains(e.Sentence(), "droits insuffisants") {
				t.Errorf("got %v, want no right to write", err)
			}
		}
	})
}
