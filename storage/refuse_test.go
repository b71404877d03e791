package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAFolderThatCannotServeSaysWhy(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "fichier")
	write(t, file, nil)
	newer := filepath.Join(dir, "récente")
	if err := os.Mkdir(newer, 0o700); err != nil {
		t.Fatal(err)
	}
	h := header{Format: headerFormat, Schema: schema + 1}
	write(t, filepath.Join(newer, headName), fmt.Appendf(nil, `{"format":%q,"schema":%d,"crc32c":%d}`, h.Format, h.Schema, h.sum()))
	held := filepath.Join(dir, "été à Riom")
	openedStore(t, held)
	for _, tt := range []struct {
		name, dir string
		minFree   int64
		want      Kind
		sentence  string
	}{
		{"a file", file, 1, KindPath, "n’est pas un dossier de l’ordinateur"},
		{"below a file", filepath.Join(file, "base"), 1, KindPath, "n’est pas un dossier de l’ordinateur"},
		{"nowhere", filepath.Join(dir, "absent", "base"), 1, KindNoFolder, "absent » n’existe pas. Créez-le"},
		{"a name too long", filepath.Join(dir, strings.Repeat("a", 300)), 1, KindPath, "trop long"},
		{"a newer base", newer, 1, KindTooRecent, "version plus récente"},
		{"open elsewhere", held, 1, KindAlreadyOpen, "déjà ouvert"},
		{"a full disk", filepath.Join(dir, "pleine"), 1 << 60, KindDiskFull, "presque plein"},
	} {
		s, err := Open(tt.dir, Options{MinFree: tt.minFree})
		if err == nil {
			s.Close()
			t.Errorf("%s: opened", tt.name)
			continue
		}
		var e *Error
		if !errors.As(err, &e) || e.Kind != tt.want || !strings.Contains(e.Sentence(), tt.sentence) {
			t.Errorf("%s: got %v, want kind %d, %q", tt.name, err, tt.want, tt.sentence)
		}
	}
}

func TestAnAlmostFullDiskStillKeepsWhatIsTyped(t *testing.T) {
	dir := t.TempDir()
	want := filled(t, dir, 2)
	s := openedStore(t, dir)
	s.minFree = 1 << 60 // the disk filled up meanwhile: Badger would die of it
	want["d1"].Town.Name = "Thiers"
	save(t, s, want["d1"])
	holds(t, s, want)
	s.Close()
	s = openedStore(t, dir)
	holds(t, s, want)
	if s.Notice() != "" {
		t.Errorf("notice %q", s.Notice())
	}
}

func TestADossierTooBigIsRefusedAndTheFormerStays(t *testing.T) {
	dir := t.TempDir()
	want := filled(t, dir, 2)
	s := openedStore(t, dir)
	big := dossier("d1", "2026-002", "Riom")
	for _, size := range []int{maxJSON, maxJSON / 4} {
		big.Project.Summary = strings.Repeat("é", size)
		var e *Error
		if err := s.Save(big); size == maxJSON && (!errors.As(err, &e) || e.Kind != KindTooBig) {
			t.Fatalf("got %v, want too big", err)
		} else if size < maxJSON && err != nil {
			t.Fatal(err)
		} else if err == nil {
			want["d1"] = big
		}
		holds(t, s, want)
	}
}

func TestAClosedStoreSaysSo(t *testing.T) {
	s := openedStore(t, t.TempDir())
	if err := errors.Join(s.Close(), s.Close()); err != nil {
		t.Fatal(err)
	}
	_, load := s.Load("a1")
	_, list := s.List()
	for _, err := range []error{s.Save(dossier("a1", "", "")), load, list} {
		var e *Error
		if !errors.As(err, &e) || e.Kind != KindClosed {
			t.Errorf("got %v, want closed", err)
		}
	}
}

func TestEveryKindHasItsSentence(t *testing.T) {
	seen := map[string]bool{}
	for k := KindOther; k <= KindMigration; k++ {
		e := &Error{Kind: k, Path: "/tmp/été.acv"}
		s := e.Sentence()
		if seen[s] || !strings.HasSuffix(s, ".") || strings.ContainsAny(s, "'\"") || e.Error() == "" {
			t.Errorf("kind %d: %q", k, s)
		}
		seen[s] = true
	}
}
