// Package pdf writes a laid-out paper as a PDF file. It is the only importer of gofpdf, which serves as a writer of
// objects and fonts; every place was chosen by typeset. It never reads a clock: the dates of the file are those of
// the document, so the same paper gives the same bytes.
package pdf

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/jung-kurt/gofpdf"

	"appuitechnique/ui/paper/typeset"
)

// Program is what the file names as its author program.
const Program = "Appui technique"

// Paint writes r as a PDF file that is both PDF/A-2a and PDF/UA-1.
func Paint(r *typeset.Result) ([]byte, error) {
	raw, err := draw(r)
	if err != nil {
		return nil, fmt.Errorf("paint %s: %w", r.Document.ID, err)
	}
	out, err := finish(raw, r)
	if err != nil {
		return nil, fmt.Errorf("paint %s: %w", r.Document.ID, err)
	}
	return out, nil
}

// epoch dates a document that has no day.
var epoch = time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)

func date(r *typeset.Result) time.Time {
	if t := r.Document.Day.Time(); !t.IsZero() {
		return t
	}
	return epoch
}

// draw paints the pages with gofpdf.
func draw(r *typeset.Result) ([]byte, error) {
	file := gofpdf.NewCustom(&gofpdf.InitType{
		OrientationStr: "P", UnitStr: "pt", Size: gofpdf.SizeType{Wd: r.Width, Ht: r.Height},
	})
	file.SetCatalogSort(true)
	file.SetCompression(false) // finish packs the pages, with one packer for all
	file.SetCreationDate(date(r))
	file.SetModificationDate(date(r))
	file.SetMargins(0, 0, 0)
	file.SetAutoPageBreak(false, 0)
	file.AddPage()
	embed(file, used(r))
	names := named(pictures(r))
	for i, p := range r.Pages {
		if i > 0 {
			file.AddPage()
		}
		s := &stream{height: r.Height, images: names, face: func(f *typeset.Face, size float64, flush func()) {
			flush()
			file.SetFont(f.Family, f.Style, size)
		}, write: func(b []byte) { file.RawWriteStr(string(b)) }}
		s.page(p)
	}
	var out bytes.Buffer
	if err := file.Output(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// usage is a face and the runes that a paper draws with it.
type usage struct {
	face  *typeset.Face
	runes map[rune]bool
}

// used returns the faces of a paper in a fixed order.
func used(r *typeset.Result) []usage {
	found := map[*typeset.Face]map[rune]bool{}
	for _, p := range r.Pages {
		for _, o := range p.Ops {
			g, ok := o.(*typeset.Glyphs)
			if !ok {
				continue
			}
			if found[g.Face] == nil {
				found[g.Face] = map[rune]bool{}
			}
			for _, c := range g.Runes {
				found[g.Face][c] = true
			}
		}
	}
	var out []usage
	for f, runes := range found {
		out = append(out, usage{f, runes})
	}
	slices.SortFunc(out, func(a, b usage) int { return bytes.Compare([]byte(a.face.Name), []byte(b.face.Name)) })
	return out
}

// embed adds the faces. gofpdf keeps in a subset the runes that its Text has seen, so all are shown to it in a template
// that no page places; it also writes into the font it is given, hence the copy.
func embed(file *gofpdf.Fpdf, faces []usage) {
	for _, u := range faces {
		file.AddUTF8FontFromBytes(u.face.Family, u.face.Style, slices.Clone(u.face.Data))
	}
	file.CreateTemplate(func(t *gofpdf.Tpl) {
		for _, u := range faces {
			t.SetFont(u.face.Family, u.face.Style, 10)
			t.Text(0, 0, string(slices.Sorted(maps.Keys(u.runes))))
		}
	})
}
