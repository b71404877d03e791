package paper

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"path"
	"strings"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/ui/paper/pdf"
	"appuitechnique/ui/paper/sheet"
)

// manifestName is the file that holds the sum of every other, as sha256sum -c reads it.
const manifestName = "manifeste-sha256.txt"

// A Kept is a file that stands in a dossier complet as it is kept: a frozen paper, or a piece that somebody attached. What
// is enclosed says all of it but its pages and its name there.
type Kept struct {
	document.Enclosed
	Ending string // of its name: ".pdf"
	Open   func() (io.ReadCloser, error)
}

// A Tell is told how much is done of how much, and stops the work by returning an error.
type Tell func(done, all int) error

func (t Tell) say(done, all int) error {
	if t == nil {
		return nil
	}
	return t(done, all)
}

// Complete gives put, one after the other, the files of the dossier complet of d under their names there: the bordereau, every
// paper in the order of the road, its frozen version where kept has one and else its draft, then the pieces of kept, and the
// manifest. It may be called away from the goroutine that owns the dossier, on a copy of it. tell is told how many papers are
// set, and stops the whole by an error; nil: nobody asks.
func Complete(d *model.Dossier, kept []Kept, tell Tell, put func(name string, r io.Reader) error) error {
	files, enclosed, err := printed(d, kept, tell)
	if err != nil {
		return err
	}
	files, enclosed, err = tabled(d, files, enclosed)
	if err != nil {
		return err
	}
	var pieces []Kept
	for _, k := range kept {
		if k.Paper == "" {
			k.File = fmt.Sprintf("pieces/%02d_%s%s", len(pieces)+1, or(clipped(slug(k.Title)), "piece"), k.Ending)
			pieces, enclosed = append(pieces, k), append(enclosed, k.Enclosed)
		}
	}
	inventory := document.Inventory(d, enclosed)
	list, err := PDF(inventory)
	if err != nil {
		return fmt.Errorf("print the bordereau: %w", err)
	}
	b := binder{put: put}
	b.add("00_"+FileName(inventory, d.Town.Name), bytes.NewReader(list))
	for i, file := range files {
		b.add(enclosed[i].File, bytes.NewReader(file))
	}
	for _, k := range pieces {
		b.copy(k)
	}
	manifest := b.sums.String()
	b.add(manifestName, strings.NewReader(manifest))
	return b.err
}

// CompleteZip writes the dossier complet of d as one zip. The same dossier and the same files kept give the same bytes.
func CompleteZip(w io.Writer, d *model.Dossier, kept []Kept, tell Tell) error {
	z := zip.NewWriter(w)
	err := Complete(d, kept, tell, func(name string, r io.Reader) error {
		entry, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: d.Changed.Time()})
		if err == nil {
			_, err = io.Copy(entry, r)
		}
		return err
	})
	if err != nil {
		return err
	}
	return z.Close()
}

// CompleteName is the name of the dossier complet of d, without an ending: 20260312_dossier-complet_riom.
func CompleteName(d *model.Dossier) string {
	return strings.TrimSuffix(FileName(document.Document{ID: "dossier-complet", Day: d.Changed}, d.Town.Name), ".pdf")
}

// printed returns every paper as a file, and what the bordereau says of it.
func printed(d *model.Dossier, kept []Kept, tell Tell) (files [][]byte, enclosed []document.Enclosed, err error) {
	for i, id := range document.All() {
		if err := tell.say(i, len(document.All())); err != nil {
			return nil, nil, err
		}
		e, file, err := final(kept, id)
		if err == nil && file == nil {
			e, file, err = draft(d, id)
		}
		if err != nil {
			return nil, nil, fmt.Errorf("print %s: %w", id, err)
		}
		e.File = fmt.Sprintf("%02d_", i+1) + FileName(document.Document{ID: id, Version: e.Version, Day: e.Day}, d.Town.Name)
		files, enclosed = append(files, file), append(enclosed, e)
	}
	return files, enclosed, nil
}

// tabled adds the échéancier as a spreadsheet, once it can be computed.
func tabled(d *model.Dossier, files [][]byte, enclosed []document.Enclosed) ([][]byte, []document.Enclosed, error) {
	file, ok, err := sheet.Schedule(d)
	if err != nil || !ok {
		return files, enclosed, err
	}
	name := fmt.Sprintf("%02d_", len(files)+1) + SheetName(d)
	return append(files, file), append(enclosed, document.Enclosed{Title: "Échéancier, pour tableur", Day: d.Changed, File: name}), nil
}

// SheetName is the name of the échéancier of d as a spreadsheet: 20260312_echeancier_riom.xlsx.
func SheetName(d *model.Dossier) string {
	return strings.TrimSuffix(FileName(document.Document{ID: "echeancier", Day: d.Changed}, d.Town.Name), ".pdf") + ".xlsx"
}

// final returns the kept version of a paper; a nil file when there is none.
func final(kept []Kept, id model.Paper) (document.Enclosed, []byte, error) {
	for _, k := range kept {
		if k.Paper != id {
			continue
		}
		r, err := k.Open()
		if err != nil {
			return k.Enclosed, nil, err
		}
		defer r.Close()
		file, err := io.ReadAll(r)
		k.Pages = pdf.Pages(file)
		return k.Enclosed, file, err
	}
	return document.Enclosed{}, nil, nil
}

func draft(d *model.Dossier, id model.Paper) (document.Enclosed, []byte, error) {
	doc, err := document.Compose(d, id)
	if err != nil {
		return document.Enclosed{}, nil, err
	}
	file, err := PDF(doc)
	return document.Enclosed{Paper: id, Version: doc.Version, Day: doc.Day, Pages: pdf.Pages(file)}, file, err
}

// A binder puts files one after the other, and keeps their sums; after an error it puts no more.
type binder struct {
	put  func(name string, r io.Reader) error
	sums strings.Builder
	err  error
}

func (b *binder) add(name string, r io.Reader) {
	if b.err != nil {
		return
	}
	sum := sha256.New()
	if b.err = b.put(name, io.TeeReader(r, sum)); b.err == nil {
		fmt.Fprintf(&b.sums, "%s  %s\n", hex.EncodeToString(sum.Sum(nil)), path.Clean(name))
	}
}

func (b *binder) copy(k Kept) {
	if b.err != nil {
		return
	}
	r, err := k.Open()
	if err != nil {
		b.err = err
		return
	}
	defer r.Close()
	b.add(k.File, r)
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}
