package storage

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"

	"appuitechnique/model"
)

// What travels with a dossier in a portable file: its revisions, one a line, and what is attached to it. A file that holds
// any is of version 2: a program that knows only the first refuses it, rather than lose them.
const (
	travelVersion  = 2
	revisionsEntry = "revisions.jsonl"
	piecesEntry    = "pieces.json"
	pieceEntry     = "pieces/"
	maxHistory     = 64 << 20
	maxRevisions   = 100000
)

// A parcel is all that a portable file holds, every byte of it checked.
type parcel struct {
	dossier   *model.Dossier
	revisions []*Revision // numbered from 1, without a gap
	attached  []Attachment
	pieces    map[string]*zip.File // by sum
}

// WritePackage writes a dossier of the base as WriteProtected does, with its history and what is attached to it. One that is
// not in the base as it stands, and what of it cannot be read, goes without.
func (s *Store) WritePackage(path string, d *model.Dossier, phrase string) error {
	s.keeping.Lock() // the pieces stay
	defer s.keeping.Unlock()
	p, k, err := s.parcel(d)
	if err != nil {
		return err
	}
	if len(p.revisions) == 0 && len(p.attached) == 0 {
		return writeSealed(path, d, phrase, s.cost)
	}
	start, err := portableStart()
	if err != nil {
		return err
	}
	if err := replaceable(path, start); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".ecriture-*")
	if err != nil {
		return writing(path, err)
	}
	w, err := protecting(f, phrase, s.cost)
	if err == nil {
		err = p.write(w, s.path(piecesName), k)
	}
	if err == nil {
		err = w.Close()
	}
	if err == nil {
		err = f.Chmod(0o644)
	}
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if i, e := os.Stat(f.Name()); err == nil && e == nil && i.Size() > maxContainer {
		err = &Error{Kind: KindTooBig}
	}
	if err == nil {
		err = rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
		return writing(path, err)
	}
	return writing(path, syncDir(filepath.Dir(path)))
}

// parcel gathers what is to be written of a dossier, and the secret of its pieces.
func (s *Store) parcel(d *model.Dossier) (*parcel, *secret, error) {
	s.hold()
	defer s.mu.Unlock()
	p := &parcel{dossier: d}
	if s.closed {
		return p, nil, &Error{Kind: KindClosed}
	}
	h := s.head(d.ID)
	if h == nil || h.tree == nil {
		return p, s.secret, nil
	}
	h.open = false // what is changed next is no longer what the file has: the two are told apart when it comes back
	raw, err := Encode(d)
	if err != nil {
		return p, nil, err
	}
	if h.whole && bytes.Equal(raw, h.raw) {
		for n := 1; n <= h.cursor.Last; n++ {
			r, err := s.revision(d.ID, n)
			if err != nil { // with a gap, none is sure
				s.log.Error("read history", "id", d.ID, "revision", n, "err", err)
				p.revisions = nil
				break
			}
			p.revisions = append(p.revisions, r)
		}
	}
	all, err := s.attachments("a/" + d.ID + "/")
	if err != nil {
		return p, nil, err
	}
	for _, a := range all {
		r, err := openPiece(s.path(piecesName), s.secret, a.SHA256)
		if err != nil {
			s.log.Error("send piece", "sha256", a.SHA256, "err", err)
			continue
		}
		r.Close()
		p.attached = append(p.attached, a)
	}
	return p, s.secret, nil
}

// portableStart is how every portable file begins.
func portableStart() ([]byte, error) {
	var b bytes.Buffer
	if err := WriteTo(&b, &model.Dossier{ID: "x"}); err != nil {
		return nil, err
	}
	return b.Bytes()[:bytes.Index(b.Bytes(), []byte(mimeType))+len(mimeType)], nil
}

// write writes a portable file of version 2, its pieces read from dir.
func (p *parcel) write(w io.Writer, dir string, k *secret) error {
	raw, err := Encode(p.dossier)
	if err != nil {
		return err
	}
	var lines bytes.Buffer
	for _, r := range p.revisions {
		line, err := plainJSON(r)
		if err != nil {
			return err
		}
		lines.Write(append(line, '\n'))
	}
	list, err := plainJSON(p.attached)
	if err != nil {
		return err
	}
	small := []smallEntry{{dossierEntry, raw}}
	if len(p.revisions) > 0 {
		small = append(small, smallEntry{revisionsEntry, visible(lines.Bytes())})
	}
	m := manifest{Format: fileFormat, Version: travelVersion, MinReader: travelVersion, DossierID: p.dossier.ID, Changed: p.dossier.Changed}
	var sums []string
	if len(p.attached) > 0 {
		small = append(small, smallEntry{piecesEntry, list})
	}
	for _, e := range small {
		m.Entries = append(m.Entries, manifestLine{e.name, int64(len(e.b)), hexSum(e.b)})
	}
	for _, a := range p.attached {
		if !slices.Contains(sums, a.SHA256) {
			sums = append(sums, a.SHA256)
			m.Entries = append(m.Entries, manifestLine{pieceEntry + a.SHA256, a.Size, a.SHA256})
		}
	}
	head, err := plainJSON(m)
	if err != nil {
		return err
	}
	z := zip.NewWriter(w)
	if err := writeMime(z); err != nil {
		return err
	}
	for _, e := range append([]smallEntry{{manifestEntry, head}}, small...) {
		if err := addEntry(z, e.name, e.b); err != nil {
			return err
		}
	}
	for _, sum := range sums {
		if err := addPiece(z, dir, k, sum); err != nil {
			return err
		}
	}
	return z.Close()
}

type smallEntry struct {
	name string
	b    []byte
}

func addPiece(z *zip.Writer, dir string, k *secret, sum string) error {
	r, err := openPiece(dir, k, sum)
	if err != nil {
		return err
	}
	defer r.Close()
	f, err := z.CreateHeader(&zip.FileHeader{Name: pieceEntry + sum, Method: zip.Store}) // they are packed already
	if err != nil {
		return err
	}
	_, err = io.Copy(f, r)
	return err
}

// brought is what came with a dossier that is added.
type brought struct {
	revisions []*Revision
	attached  []Attachment
	came      map[string]any // the dossier as it came, before the base named it
}

// unpack writes the pieces of a parcel in the data folder.
func (s *Store) unpack(p *parcel) error {
	if len(p.pieces) == 0 {
		return nil
	}
	s.hold()
	k, err := s.secret, s.writable()
	s.mu.Unlock()
	for _, f := range p.pieces {
		if err != nil {
			return err
		}
		var r io.ReadCloser
		if r, err = f.Open(); err == nil {
			_, _, _, err = keepPiece(s.path(piecesName), k, r, true)
			r.Close()
		}
	}
	return failure(s.dir, err)
}

// fileBrought files what came with a dossier that is new to the base: h is the revision that says so.
func (s *Store) fileBrought(id string, h *head, b *brought) ([]change, error) {
	var out []change
	for _, r := range b.revisions {
		c, err := s.sealedJSON(revisionKey(id, r.N), r)
		if err != nil {
			return nil, err
		}
		out = append(out, c...)
	}
	for _, a := range b.attached {
		c, err := s.sealedJSON(attachmentKey(id, a.ID), a)
		if err != nil {
			return nil, err
		}
		out = append(out, c...)
	}
	if len(b.revisions) == 0 {
		return out, nil
	}
	changes, err := diff(b.came, h.tree)
	if len(changes) > 0 {
		h.last.Steps = []Step{{At: s.now(), Changes: changes}}
	}
	return out, err
}
