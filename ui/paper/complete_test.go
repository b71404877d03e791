package paper

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/ui/paper/pdf"
)

// kept is a frozen paper and a piece.
func kept(frozen []byte) []Kept {
	opens := func(b []byte) func() (io.ReadCloser, error) {
		return func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(b)), nil }
	}
	return []Kept{
		{document.Enclosed{Paper: model.PaperJob, Version: "v2", Day: "2026-03-12"}, ".pdf", opens(frozen)},
		{document.Enclosed{Title: "Façade, rue de l’Horloge", Day: "2026-03-13"}, ".jpg", opens([]byte("\xff\xd8\xff"))},
	}
}

// All the files come in order, each under one name, and the manifest sums up every other.
func TestTheCompleteDossierHoldsEveryPaperAndItsSums(t *testing.T) {
	d, ok := model.Example("riom")
	if !ok {
		t.Fatal("no demonstration riom")
	}
	frozen, err := PDF(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	files := map[string][]byte{}
	err = Complete(d, kept(frozen), nil, func(name string, r io.Reader) error {
		b, err := io.ReadAll(r)
		names, files[name] = append(names, name), b
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != len(document.All())+4 || len(names) != len(files) {
		t.Fatalf("%d files under %d names: %v", len(names), len(files), names)
	}
	manifest := string(files[manifestName])
	for i, name := range names[:len(names)-1] {
		if i <= len(document.All())+1 && !strings.HasPrefix(name, fmt.Sprintf("%02d_", i)) {
			t.Errorf("file %d is called %s", i, name)
		}
		if want := fmt.Sprintf("%x  %s\n", sha256.Sum256(files[name]), name); strings.Count(manifest, want) != 1 {
			t.Errorf("the manifest lacks %s", want)
		}
	}
	if n := strings.Count(manifest, "\n"); n != len(names)-1 {
		t.Errorf("the manifest holds %d lines for %d files", n, len(names)-1)
	}
	if got := files["05_20260312_fiche-de-poste_riom_v2.pdf"]; !bytes.Equal(got, frozen) {
		t.Errorf("the frozen paper is not as it was frozen: %d bytes", len(got))
	}
	if got := files["pieces/01_facade-rue-de-l-horloge.jpg"]; string(got) != "\xff\xd8\xff" {
		t.Errorf("the piece is %q", got)
	}
}

func TestNothingComesAfterAFileThatCouldNotBePut(t *testing.T) {
	d := model.New("x", "2026-001", "2026-11-23")
	full, calls := errors.New("no space left"), 0
	err := Complete(d, nil, nil, func(string, io.Reader) error {
		if calls++; calls == 3 {
			return full
		}
		return nil
	})
	if !errors.Is(err, full) || calls != 3 {
		t.Errorf("%d files were put, then %v", calls, err)
	}
}

func TestPagesOfAPaper(t *testing.T) {
	doc := sample(t)
	r, err := Layout(doc)
	if err != nil {
		t.Fatal(err)
	}
	file, err := PDF(doc)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := pdf.Pages(file), len(r.Pages); got != want {
		t.Errorf("%d pages are counted, there are %d", got, want)
	}
	if got := pdf.Pages([]byte("%PDF-1.4 stream\nno page")); got != 0 {
		t.Errorf("%d pages are counted in a file that has none", got)
	}
}
