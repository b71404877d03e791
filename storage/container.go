package storage

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// The bounds of a portable file. Nothing is kept of a file that goes beyond one of them.
const (
	maxContainer = 512 << 20
	maxEntries   = 2000
	maxTotal     = 1 << 30
	maxRatio     = 300 // of an entry's size to its compressed size
)

// entryName is what an entry may be called: no folder but pieces, no drive letter, no way up.
var entryName = pattern(`^([a-z]{1,40}(\.jsonl?)?|pieces/[0-9a-f]{64})$`)

// readContainer reads all of a portable file. It returns it only after everything was checked, and writes nothing
// on the disk.
func readContainer(r io.ReaderAt, size int64) (*parcel, error) {
	if size > maxContainer {
		return nil, &Error{Kind: KindTooBig}
	}
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, &Error{Kind: KindAltered, Err: err}
	}
	if len(z.File) == 0 || z.File[0].Name != mimeEntry {
		return nil, &Error{Kind: KindForeign, Err: errors.New("no mimetype")}
	}
	if b, err := entryBytes(z.File[0], 100); err != nil || string(b) != mimeType {
		return nil, &Error{Kind: KindForeign, Err: errors.New("another mimetype")}
	}
	if z.File[0].Method != zip.Store {
		return nil, &Error{Kind: KindSuspect, Err: errors.New("compressed mimetype")}
	}
	entries, err := checkEntries(z.File)
	if err != nil {
		return nil, err
	}
	m, err := readManifest(entries[manifestEntry])
	if err != nil {
		return nil, err
	}
	return readListed(m, entries)
}

// checkEntries looks at every entry as the zip declares it, before reading any.
func checkEntries(files []*zip.File) (map[string]*zip.File, error) {
	if len(files) > maxEntries {
		return nil, &Error{Kind: KindSuspect, Err: fmt.Errorf("%d entries", len(files))}
	}
	out := map[string]*zip.File{}
	var total uint64
	for _, f := range files {
		why := ""
		switch {
		case !entryName().MatchString(f.Name):
			why = "name"
		case out[f.Name] != nil:
			why = "repeated name"
		case f.Method != zip.Store && f.Method != zip.Deflate:
			why = "compression method"
		case f.Flags&1 != 0 || !f.Mode().IsRegular():
			why = "no regular entry"
		case f.UncompressedSize64 > 1<<20 && f.UncompressedSize64/max(f.CompressedSize64, 1) > maxRatio:
			why = "compression ratio"
		}
		if why != "" {
			return nil, &Error{Kind: KindSuspect, Err: errors.New(why)}
		}
		total += min(f.UncompressedSize64, maxTotal+1)
		if total > maxTotal {
			return nil, &Error{Kind: KindTooBig}
		}
		out[f.Name] = f
	}
	return out, nil
}

func readManifest(f *zip.File) (*manifest, error) {
	b, err := entryBytes(f, maxJSON)
	if err != nil {
		return nil, err
	}
	if err := strict(b); err != nil {
		return nil, err
	}
	m := &manifest{}
	if err := json.Unmarshal(b, m); err != nil {
		return nil, &Error{Kind: KindAltered, Err: err}
	}
	switch {
	case m.Format != fileFormat:
		return nil, &Error{Kind: KindForeign, Err: errors.New("format of the manifest")}
	case m.MinReader > travelVersion:
		return nil, &Error{Kind: KindTooRecent, Err: fmt.Errorf("version %d of the file", m.MinReader)}
	case m.Version < 1 || m.MinReader < 1:
		return nil, &Error{Kind: KindSuspect, Err: errors.New("version of the manifest")}
	}
	return m, nil
}

// readListed reads what the manifest lists, which must be all that the file holds.
func readListed(m *manifest, entries map[string]*zip.File) (*parcel, error) {
	if len(m.Entries) != len(entries)-2 {
		return nil, &Error{Kind: KindAltered, Err: errors.New("list of entries")}
	}
	small, pieces := map[string][]byte{}, map[string]*zip.File{}
	for _, line := range m.Entries {
		limit := int64(maxJSON)
		switch {
		case line.Path == dossierEntry, line.Path == piecesEntry && m.Version >= travelVersion:
		case line.Path == revisionsEntry && m.Version >= travelVersion:
			limit = maxHistory
		case strings.HasPrefix(line.Path, pieceEntry) && m.Version >= travelVersion:
			if err := checkPiece(entries[line.Path], line); err != nil {
				return nil, err
			}
			pieces[line.SHA256] = entries[line.Path]
			delete(entries, line.Path)
			continue
		default:
			return nil, &Error{Kind: KindSuspect, Err: errors.New("entry of no known use")}
		}
		b, err := entryBytes(entries[line.Path], limit)
		if err != nil {
			return nil, err
		}
		if int64(len(b)) != line.Size || hexSum(b) != line.SHA256 {
			return nil, &Error{Kind: KindAltered, Err: errors.New("checksum of " + line.Path)}
		}
		small[line.Path] = b
		delete(entries, line.Path) // listed twice, it is missing the second time
	}
	if small[dossierEntry] == nil {
		return nil, &Error{Kind: KindForeign, Err: errors.New("no dossier")}
	}
	d, err := Decode(small[dossierEntry])
	if err != nil {
		return nil, err
	}
	if d.ID != m.DossierID {
		return nil, &Error{Kind: KindAltered, Err: errors.New("id of the dossier")}
	}
	p := &parcel{dossier: d, pieces: pieces}
	if b := small[revisionsEntry]; b != nil {
		if p.revisions, err = revisionsIn(b, d); err != nil {
			return nil, err
		}
	}
	if b := small[piecesEntry]; b != nil || len(pieces) > 0 {
		p.attached, err = attachmentsIn(b, pieces)
	}
	return p, err
}

// entryBytes reads at most limit bytes of an entry, whatever size it declares.
func entryBytes(f *zip.File, limit int64) ([]byte, error) {
	if f == nil {
		return nil, &Error{Kind: KindAltered, Err: errors.New("missing entry")}
	}
	if f.UncompressedSize64 > uint64(limit) {
		return nil, &Error{Kind: KindTooBig}
	}
	r, err := f.Open()
	if err != nil {
		return nil, &Error{Kind: KindAltered, Err: err}
	}
	defer r.Close()
	var b bytes.Buffer
	n, err := io.Copy(&b, io.LimitReader(r, limit+1))
	if err != nil {
		return nil, &Error{Kind: KindAltered, Err: err}
	}
	if n > limit {
		return nil, &Error{Kind: KindTooBig}
	}
	return b.Bytes(), nil
}
