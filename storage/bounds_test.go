package storage

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// A hostile file is refused in one sentence, in little memory, and the base is as it was.
func TestAHostileFileIsRefusedWithoutAWrite(t *testing.T) {
	s := openedStore(t, t.TempDir())
	save(t, s, dossier("a1", "2026-001", "Riom"))
	settled(s)
	raw, err := Encode(dossier("a1", "2026-001", "Thiers"))
	if err != nil {
		t.Fatal(err)
	}
	good := portable(t, dossier("a1", "2026-001", "Thiers"))
	dir := t.TempDir()
	sparse := func(name string, start []byte, size int64) string {
		path := filepath.Join(dir, name)
		write(t, path, start)
		if err := os.Truncate(path, size); err != nil {
			t.Fatal(err)
		}
		return path
	}
	file := func(name string, b []byte) string {
		path := filepath.Join(dir, name)
		write(t, path, b)
		return path
	}
	swollen := append(bytes.TrimSuffix(bytes.Clone(raw), []byte("}")), bytes.Repeat([]byte(" "), 40<<20)...)
	for _, tt := range []struct {
		path string
		want Kind
	}{
		{sparse("json de 200 Mo.json", []byte("{"), 200<<20), KindTooBig},
		{sparse("zip de 600 Mo.acv", []byte("PK\x03\x04"), 600<<20), KindTooBig},
		{file("json gonflé.acv", travelling(t, "a1", []smallEntry{{dossierEntry, append(swollen, '}')}})), KindSuspect},
		{file("coupé.acv", good[:len(good)-30]), KindAltered},
		{file("photo.acv", []byte("\xff\xd8\xff")), KindForeign},
		{file("octets faux.acv", travelling(t, "a1", []smallEntry{{dossierEntry, bytes.Replace(raw, []byte("Thiers"), []byte("Th\xff\xfers"), 1)}})), KindAltered},
		{file("monter.acv", travelling(t, "a1", []smallEntry{{dossierEntry, raw}, {"../../x", nil}})), KindSuspect},
	} {
		s.hold()
		before := s.journal.seq
		s.mu.Unlock()
		var was, is runtime.MemStats
		runtime.ReadMemStats(&was)
		_, meet := s.Meet(tt.path, "")
		_, _, added := s.ImportFile(tt.path, "")
		runtime.ReadMemStats(&is)
		for _, err := range []error{meet, added} {
			var e *Error
			if !errors.As(err, &e) || e.Kind != tt.want || strings.Count(e.Sentence(), "\n") > 0 {
				t.Errorf("%s: %v", tt.path, err)
			}
		}
		if n := (is.TotalAlloc - was.TotalAlloc) >> 20; n > 32 {
			t.Errorf("%s: %d MB were used", tt.path, n)
		}
		s.hold()
		if s.journal.seq != before {
			t.Errorf("%s: something was written", tt.path)
		}
		s.mu.Unlock()
	}
}

// A hundred thousand revisions that change nothing are not a hundred thousand times the work of one.
func TestManyRevisionsOfALongDossierAreReadInBoundedWork(t *testing.T) {
	d := dossier("a1", "2026-001", "Riom")
	d.Project.Summary = strings.Repeat("é", 1<<20)
	sum := stateSum(t, clone(t, d))
	var lines bytes.Buffer
	for n := 1; n <= 20000; n++ {
		fmt.Fprintf(&lines, `{"n":%d,"debut":"2026-03-12T09:00:00Z","fin":"2026-03-12T09:00:00Z","sorte":"travail","schema":1,"empreinte":%q}`+"\n", n, sum)
	}
	all, err := revisionsIn(lines.Bytes(), d)
	if err != nil || len(all) != 20000 {
		t.Fatal(err)
	}
	theirs, err := treeFor(d)
	if err != nil {
		t.Fatal(err)
	}
	l := labour{size: sizeOf(theirs)}
	for !l.over() {
	}
	if l.done < maxLabour || l.done > maxLabour+l.size {
		t.Errorf("the work stops at %d", l.done)
	}
	g, err := grafted(nil, all, theirs, theirs)
	if err != nil || len(g.added) != 20000 {
		t.Errorf("%d revisions added, %v", len(g.added), err)
	}
}

func TestEveryKindOfFailureHasItsNameAndItsSentence(t *testing.T) {
	seen := map[string]Kind{}
	for k := KindOther; k <= KindMoved; k++ {
		e := &Error{Kind: k, Path: "/x/riom.acv"}
		if was, twice := seen[k.name()]; twice || k.name() == "" || !strings.HasSuffix(e.Sentence(), ".") && !strings.HasSuffix(e.Sentence(), "?") {
			t.Errorf("kind %d: %q (also %d), %q", k, k.name(), was, e.Sentence())
		}
		seen[k.name()] = k
	}
}
