package storage

import (
	"bytes"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// All that the store does under a phrase, then a search of every byte that is on the disk, the temporary files and the log
// included.
func TestNothingDoneUnderAPhraseIsInClearAnywhere(t *testing.T) {
	root := t.TempDir()
	dir, temp, outside := filepath.Join(root, "base"), filepath.Join(root, "temp"), filepath.Join(root, "dehors")
	if err := errors.Join(os.Mkdir(temp, 0o700), os.Mkdir(outside, 0o700)); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"TMPDIR", "TMP", "TEMP"} {
		t.Setenv(name, temp)
	}
	said, err := os.Create(filepath.Join(root, "technique.log"))
	if err != nil {
		t.Fatal(err)
	}
	defer said.Close()
	log := slog.New(slog.NewTextHandler(said, &slog.HandlerOptions{ReplaceAttr: LogAttr, Level: slog.LevelDebug}))
	open := func(words string) *Store {
		t.Helper()
		s, err := Open(dir, Options{MinFree: 1, Phrase: words, cost: quick, Log: log})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return s
	}
	s := open("")
	if _, err := s.Protect(aPhrase); err != nil {
		t.Fatal(err)
	}
	s.SetAuthor(Author{Name: tell, Workstation: tell})
	want := told(t, s, 3)
	for _, title := range []string{tell + " 1", tell + " 2", tell + " 3"} {
		want["d1"].Project.Title = title
		save(t, s, want["d1"])
	}
	if err := s.KeepVersion("d1", tell); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Undo("d1"); err != nil {
		t.Fatal(err)
	}
	d, _, err := s.Redo("d1")
	if err != nil {
		t.Fatal(err)
	}
	want["d1"] = d
	pdf := append([]byte("%PDF-1.7\n"), bytes.Repeat([]byte(tell+"\n"), 20000)...)
	a, err := s.Attach("d1", tell+".pdf", tell, bytes.NewReader(pdf))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(outside, "riom.acv")
	imported := dossier("e5", "2026-009", tell)
	if err := writeSealed(file, imported, aPhrase, quick); err != nil {
		t.Fatal(err)
	}
	if imported, err = ReadProtected(file, aPhrase); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Import(imported); err != nil {
		t.Fatal(err)
	}
	want["e5"] = imported
	if err := errors.Join(s.SetElsewhere(outside), s.BackUp(), s.Backup(filepath.Join(outside, "tout.sauv"))); err != nil {
		t.Fatal(err)
	}
	if _, err := s.RestoreBackup(filepath.Join(outside, "tout.sauv"), "", nil); err != nil {
		t.Fatal(err)
	}
	_, missing := s.ByReference(tell)
	_, unread := ReadFile(filepath.Join(outside, tell+".acv"))
	_, strange := Decode([]byte(`{"schema":1,"dossier":{"id":"x","town":{"name":31500},"' + "` + tell + `" + '":1}}`))
	for _, err := range []error{missing, unread, strange} {
		if err == nil {
			t.Fatal("no error to log")
		}
		log.Error("test", "err", err)
	}
	for range 2 {
		s.lock.Close() // as a kill would leave it
		if found := inClear(t, root); len(found) > 0 {
			t.Fatalf("in clear: %v", found)
		}
		s = open(aPhrase)
		holds(t, s, want)
	}
	if b := attached(t, s, "d1", a.ID); !bytes.Equal(b, pdf) {
		t.Errorf("the attachment has %d bytes", len(b))
	}
	if all, err := s.History("d1"); err != nil || len(all) == 0 {
		t.Errorf("history %v, %v", all, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if found := inClear(t, root); len(found) > 0 {
		t.Fatalf("in clear: %v", found)
	}
	if b, err := os.ReadFile(said.Name()); err != nil || !strings.Contains(string(b), "not found") {
		t.Errorf("the log says nothing: %v", err)
	}
}
