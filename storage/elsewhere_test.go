package storage

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestWhatTheSecondPlaceHeldInClearIsSealedWithTheRest(t *testing.T) {
	dir, usb := t.TempDir(), filepath.Join(t.TempDir(), "clé")
	if err := os.Mkdir(usb, 0o700); err != nil {
		t.Fatal(err)
	}
	c := morning()
	s := timedStore(t, dir, c)
	s.cost = quick
	want := told(t, s, 2)
	attach(t, s, "d1", "plan.pdf", append([]byte("%PDF-1.7\n"), bytes.Repeat([]byte(tell+"\n"), 200)...))
	if err := errors.Join(s.SetElsewhere(usb), s.BackUp()); err != nil {
		t.Fatal(err)
	}
	if n, err := s.ClearElsewhere(); n != 0 || err != nil || len(inClear(t, usb)) == 0 {
		t.Errorf("not protected: %d, %v", n, err)
	}
	// The key is not there on the day of the phrase.
	away := usb + " au tiroir"
	if err := os.Rename(usb, away); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Protect(aPhrase); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(away, usb); err != nil {
		t.Fatal(err)
	}
	if n, err := s.ClearElsewhere(); n != 2 || err != nil {
		t.Errorf("in clear, %d, %v", n, err)
	}
	if err := s.SealElsewhere(); err != nil {
		t.Fatal(err)
	}
	if found := inClear(t, usb); len(found) > 0 {
		t.Errorf("in clear: %v", found)
	}
	all, err := listBackups(filepath.Join(usb, elsewhereFolder))
	if err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	other := mustOpen(t, t.TempDir(), "")
	if _, err := other.RestoreBackup(all[0].Path, "", nil); refusal(err) != KindLocked {
		t.Errorf("without a phrase: %v", err)
	}
	if _, err := other.RestoreBackup(all[0].Path, aPhrase, nil); err != nil {
		t.Fatal(err)
	}
	holds(t, other, want)
	if pieces, err := other.Attachments("d1"); err != nil || !bytes.Contains(attached(t, other, "d1", pieces[0].ID), []byte(tell)) {
		t.Errorf("the piece: %v", err)
	}
}

func TestAPhraseSealsTheSecondPlaceToo(t *testing.T) {
	usb := t.TempDir()
	s := mustOpen(t, t.TempDir(), "")
	told(t, s, 2)
	if err := errors.Join(s.SetElsewhere(usb), s.BackUp()); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Protect(aPhrase); err != nil {
		t.Fatal(err)
	}
	if found := inClear(t, usb); len(found) > 0 {
		t.Errorf("in clear: %v", found)
	}
	// A copy that cannot be read any more cannot be sealed either: it is told, and may be removed.
	torn := filepath.Join(usb, elsewhereFolder, "appui-technique-20260312-143205-00000000000000000001.sauv")
	write(t, torn, []byte(backupMark+tell))
	if n, err := s.ClearElsewhere(); n != 1 || err != nil {
		t.Errorf("in clear, %d, %v", n, err)
	}
	if err := s.SealElsewhere(); refusal(err) != KindClear {
		t.Errorf("a torn copy: %v", err)
	}
	if err := s.DropClearElsewhere(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(torn); !errors.Is(err, fs.ErrNotExist) {
		t.Error("it is still there")
	}
	if all, err := listBackups(filepath.Join(usb, elsewhereFolder)); err != nil || len(all) != 1 {
		t.Errorf("the sealed ones: %v, %v", all, err)
	}
	if n, err := s.ClearElsewhere(); n != 0 || err != nil {
		t.Errorf("in clear, %d, %v", n, err)
	}
}
