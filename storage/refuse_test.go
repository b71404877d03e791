package storage

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	badger "github.com/dgraph-io/badger/v4"
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
	dir := fast(t)
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
	for k := KindOther; k <= KindClear; k++ {
		e := &Error{Kind: k, Path: "/tmp/été.acv"}
		s := e.Sentence()
		if seen[s] || !strings.HasSuffix(s, ".") || strings.ContainsAny(s, "'\"") || e.Error() == "" {
			t.Errorf("kind %d: %q", k, s)
		}
		seen[s] = true
	}
}

func TestABaseThatIsNotFilledHasNoCompactors(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir, "")
	if n := s.base.db.Opts().NumCompactors; n != 2 {
		t.Errorf("filled by %d", n)
	}
	save(t, s, dossier("a1", "2026-001", "Riom"))
	s.Close()
	s = mustOpen(t, dir, "")
	if n := s.base.db.Opts().NumCompactors; n != 0 {
		t.Errorf("opened with %d", n)
	}
	s.rest()
	s.hold()
	s.wake()
	s.mu.Unlock()
	if n := s.base.db.Opts().NumCompactors; n != 0 {
		t.Errorf("woken with %d", n)
	}
	s.Close()
	if !crowded([]badger.LevelInfo{{Score: 0.5}, {Level: 5, Score: 1.2}}) || crowded([]badger.LevelInfo{{Score: 0.5}, {Level: 5}}) {
		t.Error("a crowded level")
	}
}

// Tables gather beyond what used to stop Badger, and all is there after the close.
func TestWithoutCompactorsMuchWorkStopsNothing(t *testing.T) {
	b, err := openBase(fast(t), 1, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	dir, value := b.dir, make([]byte, 900<<10)
	if _, err := rand.Read(value); err != nil {
		t.Fatal(err)
	}
	const rows = 100
	for i := range rows {
		if err := b.put(uint64(i), []change{{fmt.Sprintf("d/%03d", i), value}}); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		if err := b.close(); err != nil {
			t.Fatal(err)
		}
		if b, err = openBase(dir, 1, slog.New(slog.DiscardHandler)); err != nil {
			t.Fatal(err)
		}
		count := 0
		seq, err := b.each(func(_ string, read func() ([]byte, error)) error {
			got, err := read()
			if bytes.Equal(got, value) {
				count++
			}
			return err
		})
		if err != nil || seq != rows-1 || count != rows {
			t.Errorf("change %d, %d rows, %v", seq, count, err)
		}
	}
	if err := b.close(); err != nil {
		t.Fatal(err)
	}
}

// What stands where a file or a folder of ours should is set aside, and what it hides is made again.
func TestAStrangerInThePlaceOfOursLosesNothing(t *testing.T) {
	for name, folder := range map[string]bool{headName: true, markName: true, journalName: false, baseName: false, piecesName: false,
		backupsName: false} {
		dir := t.TempDir()
		s := mustOpen(t, dir, "")
		want := told(t, s, 2)
		if err := s.BackUp(); err != nil {
			t.Fatal(err)
		}
		s.Close()
		path := filepath.Join(dir, name)
		remove(t, path)
		if folder {
			if err := os.Mkdir(path, 0o700); err != nil {
				t.Fatal(err)
			}
		} else {
			write(t, path, []byte("autre chose"))
		}
		s = mustOpen(t, dir, "")
		holds(t, s, want)
		if kept, err := filepath.Glob(path + ".etranger-*"); err != nil || len(kept) != 1 {
			t.Errorf("%s: %v, %v", name, kept, err)
		}
		if err := s.BackUp(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := s.Protect(aPhrase); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		s.Close()
	}
}
