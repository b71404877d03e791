// Package pdf writes a laid-out paper as a PDF file. It is the only importer of gofpdf, which serves as a writer of
// pages and objects; every place was chosen by typeset. It never reads a clock: the dates of the file are those of
// the document, so the same paper gives the same bytes.
package pdf

import (
	"bytes"
	"fmt"
	"time"

	"github.com/jung-kurt/gofpdf"

	"appuitechnique/ui/paper/typeset"
)

// Program is what the file names as its author program.
const Program = "Appui technique"

// Paint writes r as a PDF file that is both PDF/A-2a and PDF/UA-1.
func Paint(r *typeset.Result) ([]byte, error) {
	faces := used(r)
	raw, err := draw(r, faces)
	if err != nil {
		return nil, fmt.Errorf("paint %s: %w", r.Document.ID, err)
	}
	out, err := finish(raw, r, faces)
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

// draw paints the pages with gofpdf, which is not told of the fonts: finish adds them.
func draw(r *typeset.Result, faces []*usage) ([]byte, error) {
	known := map[*typeset.Face]*usage{}
	for _, u := range faces {
		known[u.face] = u
	}
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
	names := named(pictures(r))
	for i, p := range r.Pages {
		if i > 0 {
			file.AddPage()
		}
		s := &stream{height: r.Height, faces: known, images: names}
		file.RawWriteStr(string(s.page(p)))
	}
	var out bytes.Buffer
	if err := file.Output(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
