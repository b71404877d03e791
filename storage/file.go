package storage

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"appuitechnique/model"
)

// The portable file is a zip in the manner of OpenDocument: an uncompressed "mimetype" first, so that systems can tell it
// by its first bytes, then a manifest with the size and sha256 of every other entry, then the dossier.
const (
	// Extension ends the name of a portable file.
	Extension = ".acv"

	mimeType      = "application/vnd.appui-technique.dossier+zip"
	fileFormat    = "appui-technique.dossier"
	fileVersion   = 1
	mimeEntry     = "mimetype"
	manifestEntry = "manifest.json"
	dossierEntry  = "dossier.json"
)

type manifest struct {
	Format    string         `json:"format"`
	Version   int            `json:"version"`
	MinReader int            `json:"lecteur_minimum"` // lowest version of a program that can read the file
	DossierID string         `json:"dossier_id"`
	Changed   model.Day      `json:"modifie_le,omitempty"`
	Entries   []manifestLine `json:"fichiers"`
}

type manifestLine struct {
	Path   string `json:"path"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// WriteTo writes d to w as a portable file. The same dossier gives the same bytes.
func WriteTo(w io.Writer, d *model.Dossier) error {
	raw, err := Encode(d)
	if err != nil {
		return err
	}
	m := manifest{Format: fileFormat, Version: fileVersion, MinReader: 1, DossierID: d.ID, Changed: d.Changed}
	m.Entries = []manifestLine{{dossierEntry, int64(len(raw)), hexSum(raw)}}
	head, err := plainJSON(m)
	if err != nil {
		return err
	}
	z := zip.NewWriter(w)
	if err := writeMime(z); err != nil {
		return err
	}
	if err := addEntry(z, manifestEntry, head); err != nil {
		return err
	}
	if err := addEntry(z, dossierEntry, raw); err != nil {
		return err
	}
	return z.Close()
}

func writeMime(z *zip.Writer) error {
	mime := []byte(mimeType)
	size := uint64(len(mime))
	h := &zip.FileHeader{Name: mimeEntry, CRC32: crc32.ChecksumIEEE(mime), CompressedSize64: size, UncompressedSize64: size}
	f, err := z.CreateRaw(h) // raw: nothing may stand between its name and its bytes
	if err != nil {
		return err
	}
	_, err = f.Write(mime)
	return err
}

func addEntry(z *zip.Writer, name string, b []byte) error {
	f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	return err
}

func hexSum(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// WriteFile writes d as the portable file path, in place of a former one; a file of another kind is never replaced. It
// returns once the file is on the disk; a failure, an *Error, leaves the former one as it was.
func WriteFile(path string, d *model.Dossier) error { return WriteProtected(path, d, "") }

// WriteProtected is WriteFile for a file that opens only with phrase; with an empty one, for anybody.
func WriteProtected(path string, d *model.Dossier, phrase string) error {
	return writeSealed(path, d, phrase, usualCost())
}

func writeSealed(path string, d *model.Dossier, phrase string, work cost) error {
	var b bytes.Buffer
	if err := WriteTo(&b, d); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	// Every portable file begins alike, up to the sizes of its second entry.
	if err := replaceable(path, b.Bytes()[:bytes.Index(b.Bytes(), []byte(mimeType))+len(mimeType)]); err != nil {
		return err
	}
	var out bytes.Buffer
	w, err := protecting(&out, phrase, work)
	if err == nil {
		_, err = w.Write(b.Bytes())
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return fmt.Errorf("protect %s: %w", path, err)
	}
	return Replace(path, out.Bytes())
}

// replaceable refuses to put a file in place of one that does not begin as it does: it would lose what is not ours. An
// empty file is nobody's, a protected one is ours unless its name says that it is of another program.
func replaceable(path string, start []byte) error {
	f, _, err := openRegular(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return turned(err, KindUnreadable, KindReadOnly)
	}
	defer f.Close()
	was := make([]byte, max(len(start), len(ageMark)))
	n, err := io.ReadFull(f, was)
	was = was[:n]
	if n == 0 && err == io.EOF {
		return nil
	}
	if filepath.Ext(path) != ageExt && isProtected(was) {
		return nil
	}
	if err != nil && err != io.ErrUnexpectedEOF || !bytes.HasPrefix(was, start) {
		return &Error{Kind: KindTaken, Path: path, Err: err}
	}
	return nil
}

// openRegular opens a file of the person's to be read, and returns its size. A folder, a device or a pipe is refused before it is
// opened: to open a named pipe is to wait for whoever writes in it. Its failure is an *Error.
func openRegular(path string) (*os.File, int64, error) {
	i, err := os.Stat(path)
	if err != nil {
		return nil, 0, reading(path, err)
	}
	if !i.Mode().IsRegular() {
		return nil, 0, &Error{Kind: KindNotFile, Path: path}
	}
	f, err := os.Open(path)
	return f, i.Size(), reading(path, err)
}

// Replace writes b as the file path, in place of any former one, all or nothing, and returns once it is on the disk. Its
// failure is an *Error.
func Replace(path string, b []byte) error {
	if i, err := os.Stat(path); err == nil && !i.Mode().IsRegular() {
		return &Error{Kind: KindNotFile, Path: path}
	}
	return writing(path, replaceFile(path, b, 0o644))
}

// ReplaceWith is Replace for a file that is written piece by piece; what write refuses is returned as it is.
func ReplaceWith(path string, write func(io.Writer) error) error {
	if i, err := os.Stat(path); err == nil && !i.Mode().IsRegular() {
		return &Error{Kind: KindNotFile, Path: path}
	}
	return writing(path, replaceWith(path, 0o644, write))
}

// replaceFile puts b in place of path, all or nothing, and makes it durable.
func replaceFile(path string, b []byte, mode fs.FileMode) error {
	return replaceWith(path, mode, func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	})
}

func replaceWith(path string, mode fs.FileMode, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".ecriture-*")
	if err != nil {
		return err
	}
	err = write(f)
	if err == nil {
		err = f.Chmod(mode)
	}
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
		return err
	}
	return syncDir(filepath.Dir(path))
}

// rename insists for half a second on Windows, where an antivirus may hold a new file for a moment.
func rename(from, to string) error {
	err := os.Rename(from, to)
	for i := 0; err != nil && runtime.GOOS == "windows" && i < 10; i++ {
		time.Sleep(50 * time.Millisecond)
		err = os.Rename(from, to)
	}
	return err
}

// ReadFile reads a dossier from a portable file, or from the bare JSON of its answers. Nothing in the file is trusted;
// every refusal is an *Error, of KindLocked when the file opens only with a phrase.
func ReadFile(path string) (*model.Dossier, error) { return ReadProtected(path, "") }

// ReadProtected is ReadFile for a file that may open only with phrase.
func ReadProtected(path, phrase string) (d *model.Dossier, err error) {
	err = withParcel(path, phrase, func(p *parcel) error { d = p.dossier; return nil })
	return d, err
}

// withParcel gives use all that a file holds, while the file is open.
func withParcel(path, phrase string, use func(*parcel) error) error {
	f, size, err := openRegular(path)
	if err != nil {
		return err
	}
	defer f.Close()
	p, err := readFrom(f, size, phrase)
	var e *Error
	if errors.As(err, &e) {
		e.Path = path
	}
	if err != nil {
		return reading(path, err)
	}
	return use(p)
}

func readFrom(f io.ReaderAt, size int64, phrase string) (*parcel, error) {
	start := make([]byte, len(ageMark))
	n, err := f.ReadAt(start, 0)
	switch {
	case err != nil && err != io.EOF:
		return nil, err
	case strings.HasPrefix(string(start[:n]), "PK\x03\x04"):
		return readContainer(f, size)
	case isProtected(start[:n]):
		b, err := unprotected(io.NewSectionReader(f, 0, size), phrase, maxContainer)
		if err != nil {
			return nil, err
		}
		if isProtected(b) {
			return nil, &Error{Kind: KindSuspect, Err: errors.New("protected twice")}
		}
		return readFrom(bytes.NewReader(b), int64(len(b)), "")
	}
	if size > maxJSON {
		return nil, &Error{Kind: KindTooBig, Err: errors.New("neither a zip nor short enough for JSON")}
	}
	b, err := io.ReadAll(io.NewSectionReader(f, 0, maxJSON))
	if err != nil {
		return nil, err
	}
	if trimmed := bytes.TrimLeft(bytes.TrimPrefix(b, []byte("\ufeff")), " \t\r\n"); len(trimmed) == 0 || trimmed[0] != '{' {
		return nil, &Error{Kind: KindForeign, Err: errors.New("neither a zip nor JSON")}
	}
	d, err := Decode(b)
	return &parcel{dossier: d}, err
}
