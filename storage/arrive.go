package storage

import (
	"archive/zip"
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"appuitechnique/model"
)

// revisionsIn reads the history of d, and walks it back: what does not lead to d is refused.
func revisionsIn(b []byte, d *model.Dossier) ([]*Revision, error) {
	tree, err := treeFor(d)
	if err != nil {
		return nil, err
	}
	var out []*Revision
	lines := bufio.NewScanner(bytes.NewReader(b))
	lines.Buffer(nil, maxHistory)
	for lines.Scan() {
		if err := strict(lines.Bytes()); err != nil {
			return nil, err
		}
		r := &Revision{}
		dec := json.NewDecoder(bytes.NewReader(lines.Bytes()))
		dec.DisallowUnknownFields()
		if err := dec.Decode(r); err != nil {
			return nil, &Error{Kind: KindAltered, Err: err}
		}
		if r.N != len(out)+1 || r.N > maxRevisions || r.Schema < 1 || r.Schema > schema || len(r.Steps) > maxSteps ||
			label(r.Name) != r.Name || label(r.Author.Name) != r.Author.Name || label(r.Workstation) != r.Workstation {
			return nil, &Error{Kind: KindSuspect, Err: fmt.Errorf("revision %d", len(out)+1)}
		}
		out = append(out, r)
	}
	if err := lines.Err(); err != nil {
		return nil, &Error{Kind: KindAltered, Err: err}
	}
	work, sum := labour{size: sizeOf(tree)}, ""
	for _, r := range slices.Backward(out) {
		if r.Kind == RevisionFound || r.Schema != schema {
			break // what led to it was not kept
		}
		if r.Sum != "" && sum == "" && !work.over() {
			sum = treeSum(tree)
		}
		if r.Sum != "" && sum != "" && r.Sum != sum {
			return nil, &Error{Kind: KindSuspect, Err: fmt.Errorf("sum of revision %d", r.N)}
		}
		if len(r.Steps) > 0 {
			sum = "" // that of another state
		}
		for _, s := range slices.Backward(r.Steps) {
			if err := s.Changes.back().apply(tree); err != nil {
				return nil, &Error{Kind: KindSuspect, Err: fmt.Errorf("revision %d: %w", r.N, err)}
			}
		}
	}
	return out, nil
}

// A labour bounds how often a whole dossier is gone through for one file: some hold a hundred thousand revisions.
type labour struct{ size, done int }

const maxLabour = 1 << 30 // bytes of dossiers

// over reports whether going once more through the dossier is too much; if not, it counts.
func (l *labour) over() bool {
	l.done += l.size
	return l.done > maxLabour
}

func sizeOf(tree map[string]any) int {
	raw, err := plainJSON(tree)
	if err != nil {
		return maxJSON
	}
	return len(raw)
}

// attachmentsIn reads the list of what is attached, and holds it against the pieces of the file.
func attachmentsIn(b []byte, pieces map[string]*zip.File) ([]Attachment, error) {
	if err := strict(b); err != nil {
		return nil, err
	}
	var out []Attachment
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&out); err != nil {
		return nil, &Error{Kind: KindAltered, Err: err}
	}
	used := map[string]bool{}
	for _, a := range out {
		f := pieces[a.SHA256]
		if f == nil || !dossierID().MatchString(a.ID) || used["/"+a.ID] || label(a.Name) != a.Name || label(a.Title) != a.Title ||
			int64(f.UncompressedSize64) != a.Size {
			return nil, &Error{Kind: KindSuspect, Err: errors.New("attachment")}
		}
		if err := frozenIn(a); err != nil {
			return nil, err
		}
		used[a.SHA256], used["/"+a.ID] = true, true
		start := make([]byte, 16)
		r, err := f.Open()
		if err != nil {
			return nil, &Error{Kind: KindAltered, Err: err}
		}
		n, _ := io.ReadFull(r, start) // the whole was read before
		r.Close()
		if kind := typeOf(start[:n]); kind == "" || kind != a.Type {
			return nil, &Error{Kind: KindSuspect, Err: errors.New("type of an attachment")}
		}
	}
	for sum := range pieces {
		if !used[sum] {
			return nil, &Error{Kind: KindSuspect, Err: errors.New("piece of no attachment")}
		}
	}
	return out, nil
}

// checkPiece reads a piece through, in bounded memory.
func checkPiece(f *zip.File, line manifestLine) error {
	if f == nil {
		return &Error{Kind: KindAltered, Err: errors.New("missing entry")}
	}
	if f.UncompressedSize64 > MaxAttachment {
		return &Error{Kind: KindTooBig}
	}
	r, err := f.Open()
	if err != nil {
		return &Error{Kind: KindAltered, Err: err}
	}
	defer r.Close()
	hash := sha256.New()
	n, err := io.Copy(hash, io.LimitReader(r, MaxAttachment+1))
	if err != nil || n != line.Size || hex.EncodeToString(hash.Sum(nil)) != line.SHA256 || pieceEntry+line.SHA256 != line.Path {
		return &Error{Kind: KindAltered, Err: fmt.Errorf("checksum of %s: %w", line.Path, errors.Join(err, errSeal))}
	}
	return nil
}
