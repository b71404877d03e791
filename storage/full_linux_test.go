package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"appuitechnique/model"
)

// On a disk that fills up, the program neither ends nor loses anything: it says so in French, and goes on once there is room.
func TestAFullDiskStopsNothingForGood(t *testing.T) {
	disk := t.TempDir()
	if err := unix.Mount("tmpfs", disk, "tmpfs", 0, "size=96m"); err != nil {
		t.Logf("NOT DONE: a small disk cannot be mounted here: %v", err)
		return
	}
	t.Cleanup(func() {
		if err := unix.Unmount(disk, unix.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	dir := filepath.Join(disk, "base")
	open := func() *Store {
		t.Helper()
		s, err := Open(dir, Options{MinFree: 40 << 20})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	s := open()
	want := map[string]*model.Dossier{}
	kept := func(s *Store) {
		t.Helper()
		for id, d := range want {
			if got, err := s.Load(id); err != nil || got.Project.Title != d.Project.Title {
				t.Fatalf("%s: %+v, %v, want %s", id, got, err, d.Project.Title)
			}
		}
	}
	once := dossier("d0", "2026-000", "Riom")
	save(t, s, once)
	want["d0"] = once
	ballast := filepath.Join(disk, "autre chose")
	fill(t, ballast)
	refused := 0
	for n := range 200 {
		d := dossier(fmt.Sprint("d", n%5), fmt.Sprintf("2026-%03d", n%5), "Riom")
		d.Project.Title = fmt.Sprint("titre ", n)
		d.Project.Summary = strings.Repeat(fmt.Sprint(n), 3000)
		err := s.Save(d)
		if err == nil {
			want[d.ID] = d
			continue
		}
		refused++
		var e *Error
		if !errors.As(err, &e) || e.Kind != KindDiskFull || !strings.Contains(e.Sentence(), "Libérez de la place") {
			t.Fatalf("got %v, want a full disk", err)
		}
	}
	if refused == 0 {
		t.Fatal("the disk was never full")
	}
	kept(s)
	if err := s.BackUp(); err == nil {
		t.Error("a backup was made on a full disk")
	}
	remove(t, ballast)
	d := dossier("d9", "2026-009", "Riom")
	d.Project.Title = "il y a de la place"
	save(t, s, d)
	want["d9"] = d
	kept(s)
	fill(t, ballast)
	_ = s.Close() // the mark may have no room: the next opening makes the base again
	remove(t, ballast)
	s = open()
	kept(s)
	if strings.Contains(s.Notice(), sayLost) || strings.Contains(s.Notice(), sayGone) {
		t.Error(s.Notice())
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

// fill takes all the room that is left on a disk.
func fill(t *testing.T, path string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for size := 1 << 20; size >= 1; size /= 16 {
		for err = nil; err == nil; {
			_, err = f.Write(make([]byte, size))
		}
	}
}
