//go:build unix

package storage

import (
	"errors"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

func TestANamedPipeIsRefusedWithoutWaiting(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "tuyau.acv")
	if err := unix.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	s := openedStore(t, t.TempDir())
	_, read := ReadFile(pipe)
	_, restore := s.RestoreBackup(pipe, "", nil)
	for name, err := range map[string]error{
		"read": read, "restore": restore, "write": WriteFile(pipe, dossier("a1", "", "Riom")), "backup": s.Backup(pipe),
		"replace": Replace(pipe, []byte("x")),
	} {
		var e *Error
		if !errors.As(err, &e) || e.Kind != KindNotFile {
			t.Errorf("%s: got %v, want not a file", name, err)
		}
	}
}
