package storage

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func picture(size int) []byte {
	b := bytes.Repeat([]byte{0x17, 0x99, 0x03}, size/3+1)
	return append([]byte("\xff\xd8\xff\xe0"), b[:size]...)
}

func attach(t *testing.T, s *Store, id, name string, b []byte) Attachment {
	t.Helper()
	a, err := s.Attach(id, name, "Façade, rue de l’Horloge", bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func attached(t *testing.T, s *Store, id, attachment string) []byte {
	t.Helper()
	r, err := s.OpenAttachment(id, attachment)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestAPieceIsKeptVerifiedAndSharedByItsSum(t *testing.T) {
	for _, secret := range []string{"", "une phrase bien assez longue"} {
		c := morning()
		dir := t.TempDir()
		s := timedStore(t, dir, c)
		s.cost = quick
		save(t, s, dossier("a1", "2026-001", "Riom"))
		save(t, s, dossier("b2", "2026-002", "Thiers"))
		if secret != "" {
			if _, err := s.Protect(secret); err != nil {
				t.Fatal(err)
			}
		}
		photo := picture(3 << 20)
		a := attach(t, s, "a1", `C:\photos\façade`+"\u202e.jpg", photo)
		again := attach(t, s, "b2", "copie.jpg", photo)
		pdf := attach(t, s, "a1", "avis.pdf", []byte("%PDF-1.7\n%%EOF"))
		if a.SHA256 != again.SHA256 || a.Type != "image/jpeg" || pdf.Type != "application/pdf" || strings.Contains(a.Name, "\u202e") ||
			a.Size != int64(len(photo)) {
			t.Errorf("%+v, %+v", a, pdf)
		}
		all, err := s.Attachments("a1")
		if err != nil || len(all) != 2 || !bytes.Equal(attached(t, s, "a1", a.ID), photo) {
			t.Errorf("%+v, %v", all, err)
		}
		path := piecePath(filepath.Join(dir, piecesName), a.SHA256)
		b, err := os.ReadFile(path)
		if err != nil || bytes.Contains(b, photo[:64]) != (secret == "") {
			t.Errorf("in clear: %v", err)
		}
		b[len(b)/2] ^= 1
		write(t, path, b)
		var e *Error
		if _, err := s.OpenAttachment("a1", a.ID); !errors.As(err, &e) || e.Kind != KindPiece {
			t.Errorf("an altered piece: %v", err)
		}
		attach(t, s, "a1", "façade.jpg", photo) // joined again, it is whole again
		if !bytes.Equal(attached(t, s, "a1", a.ID), photo) {
			t.Error("the piece is not healed")
		}
		s.Close()
	}
}

func TestWhatIsNoPictureAndNoPDFIsNotAttached(t *testing.T) {
	dir := t.TempDir()
	s := openedStore(t, dir)
	save(t, s, dossier("a1", "2026-001", "Riom"))
	for _, tt := range []struct {
		name string
		id   string
		from io.Reader
		want Kind
	}{
		{"program", "a1", strings.NewReader("MZ\x90\x00"), KindNotAttachable},
		{"page", "a1", strings.NewReader("<html>"), KindNotAttachable},
		{"nothing", "a1", strings.NewReader(""), KindNotAttachable},
		{"too large", "a1", io.MultiReader(bytes.NewReader(picture(0)), io.LimitReader(endless{}, MaxAttachment)), KindTooBig},
		{"no dossier", "zz", bytes.NewReader(picture(9)), KindNotFound},
	} {
		_, err := s.Attach(tt.id, tt.name, "", tt.from)
		var e *Error
		if !errors.As(err, &e) || e.Kind != tt.want {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	if _, err := s.Attach("a1", "x", "", io.MultiReader(bytes.NewReader(picture(9)), broken{})); err == nil {
		t.Error("half a file was attached")
	}
	if left, err := s.Attachments("a1"); err != nil || len(left) != 0 {
		t.Errorf("%+v, %v", left, err)
	}
	if files, _ := filepath.Glob(filepath.Join(dir, piecesName, "*")); len(files) != 0 {
		t.Errorf("left behind: %v", files)
	}
}

type endless struct{}

func (endless) Read(b []byte) (int, error) { return len(b), nil }

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("the key was pulled out") }

func TestPiecesFollowTheBackups(t *testing.T) {
	c := morning()
	dir, usb := t.TempDir(), t.TempDir()
	s := timedStore(t, dir, c)
	save(t, s, dossier("a1", "2026-001", "Riom"))
	photo := picture(2<<20 + 5)
	a := attach(t, s, "a1", "façade.jpg", photo)
	whole := filepath.Join(t.TempDir(), "x.sauv")
	if err := errors.Join(s.SetElsewhere(usb), s.BackUp(), s.Backup(whole)); err != nil {
		t.Fatal(err)
	}
	copies, err := listBackups(filepath.Join(usb, elsewhereFolder))
	if err != nil || len(copies) != 1 {
		t.Fatal(copies, err)
	}
	for _, from := range []string{whole, copies[0].Path} {
		other := openedStore(t, t.TempDir())
		if _, err := other.RestoreBackup(from, "", nil); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(attached(t, other, "a1", a.ID), photo) {
			t.Error("another file came back")
		}
	}
	good, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	for at := len(good) / 2; at < len(good); at += 199999 {
		b := bytes.Clone(good)
		b[at] ^= 1
		write(t, whole, b)
		if _, err := s.ReadBackup(whole, "", nil); err == nil {
			t.Fatalf("a flip at %d was not seen", at)
		}
	}
}

func TestAPieceThatNothingRefersToGoesLate(t *testing.T) {
	c := morning()
	dir := t.TempDir()
	s := timedStore(t, dir, c)
	save(t, s, dossier("a1", "2026-001", "Riom"))
	a := attach(t, s, "a1", "façade.jpg", picture(99))
	kept := attach(t, s, "a1", "plan.png", []byte("\x89PNG\r\n\x1a\nplan"))
	if err := errors.Join(s.Detach("a1", a.ID), s.BackUp()); err != nil {
		t.Fatal(err)
	}
	path := piecePath(filepath.Join(dir, piecesName), a.SHA256)
	for _, tt := range []struct {
		days  int
		there bool
	}{{29, true}, {2, false}} {
		c.pass(time.Duration(tt.days) * 24 * time.Hour)
		save(t, s, dossier("a1", "2026-001", "Riom"))
		if err := s.BackUp(); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(path); (err == nil) != tt.there {
			t.Errorf("after %d more days: %v", tt.days, err)
		}
	}
	attached(t, s, "a1", kept.ID)
}
