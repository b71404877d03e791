package paper

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"testing"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/ui/paper/pdf"
	"appuitechnique/ui/paper/typeset"
)

// sample is a real paper: the longest one of a demonstration.
func sample(t testing.TB) document.Document {
	t.Helper()
	d, ok := model.Example("riom")
	if !ok {
		t.Fatal("no demonstration riom")
	}
	doc, err := document.Compose(d, model.PaperSupport)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func sum(t testing.TB) string {
	b, err := PDF(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%x", sha256.Sum256(b))
}

const printSum = "APPUI_PRINT_SUM"

// TestSameBytesEverywhere paints a paper here, again, and in other processes under other zones and languages.
func TestSameBytesEverywhere(t *testing.T) {
	got := sum(t)
	if os.Getenv(printSum) != "" {
		fmt.Println("sum " + got)
		return
	}
	if again := sum(t); again != got {
		t.Errorf("painted twice: %s, then %s", got, again)
	}
	for _, env := range [][]string{{"TZ=Pacific/Kiritimati", "LANG=C", "LC_ALL=C"}, {"TZ=America/Los_Angeles", "LANG=fr_FR.UTF-8"}} {
		c := exec.Command(os.Args[0], "-test.run=^TestSameBytesEverywhere$", "-test.v")
		c.Env = append(append(os.Environ(), printSum+"=1"), env...)
		out, err := c.Output()
		if err != nil {
			t.Fatalf("run again under %v: %v", env, err)
		}
		var other string
		for _, line := range splitLines(out) {
			if _, err := fmt.Sscanf(line, "sum %s", &other); err == nil {
				break
			}
		}
		if other != got {
			t.Errorf("under %v: %q, want %q", env, other, got)
		}
	}
}

func splitLines(b []byte) []string {
	var out []string
	start := 0
	for i, c := range b {
		if c == '\n' {
			out = append(out, string(b[start:i]))
			start = i + 1
		}
	}
	return out
}

func TestFileName(t *testing.T) {
	for _, tt := range []struct {
		doc  document.Document
		town string
		want string
	}{
		{document.Document{ID: "convention-soutien", Day: "2026-03-12", Version: "projet"}, "Riom",
			"20260312_convention-soutien_riom_projet.pdf"},
		{document.Document{ID: "feuille-de-route", Day: "2026-03-12", Version: "v2"}, "Saint-Ouen-l’Aumône",
			"20260312_feuille-de-route_saint-ouen-l-aumone_v2.pdf"},
		{document.Document{ID: "fiche-de-poste", Version: "projet"}, "L’Haÿ-les-Roses / Œting", "fiche-de-poste_l-hay-les-roses-oeting_projet.pdf"},
		{document.Document{ID: "fiche-de-poste"}, "../../etc", "fiche-de-poste_etc.pdf"},
		{document.Document{}, "", "document.pdf"},
	} {
		if got := FileName(tt.doc, tt.town); got != tt.want {
			t.Errorf("FileName(%s, %q) = %q, want %q", tt.doc.ID, tt.town, got, tt.want)
		}
	}
}

func BenchmarkLayout(b *testing.B) {
	doc := sample(b)
	for b.Loop() {
		if _, err := typeset.Layout(doc); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPDF(b *testing.B) {
	doc := sample(b)
	for b.Loop() {
		if _, err := PDF(doc); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLength makes the same paper longer and longer, to about a thousand pages: what a page costs must not grow.
func BenchmarkLength(b *testing.B) {
	for _, times := range []int{1, 5, 45} {
		doc := sample(b)
		blocks := doc.Blocks
		for range times - 1 {
			doc.Blocks = append(doc.Blocks[:len(doc.Blocks):len(doc.Blocks)], blocks...)
		}
		b.Run(fmt.Sprint(times), func(b *testing.B) {
			pages := 0
			for b.Loop() {
				r, err := Layout(doc)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := pdf.Paint(r); err != nil {
					b.Fatal(err)
				}
				pages = len(r.Pages)
			}
			b.ReportMetric(float64(pages), "pages")
			b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N*pages), "ms/page")
		})
	}
}

// TestPapersAreMadeSideBySide makes papers in several goroutines; the race detector watches.
func TestPapersAreMadeSideBySide(t *testing.T) {
	doc := sample(t)
	want, err := PDF(doc)
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if got, err := PDF(doc); err != nil || !bytes.Equal(got, want) {
				t.Errorf("made beside others: other bytes, or %v", err)
			}
		})
	}
	all.Wait()
}
