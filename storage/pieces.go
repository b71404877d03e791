package storage

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// The bytes of an attachment stand in a file of their own, named by their sum, whatever the number of dossiers that refer to
// them: pieces/<2 hex>/<sha256>. They are never held whole in memory. A reference is the value of a/<dossier>/<attachment>;
// it is written once the file is on the disk, and the file is removed long after the last reference.
const (
	piecesName = "pieces"
	tempPiece  = ".ajout-"
	// MaxAttachment is how many bytes an attachment may have.
	MaxAttachment = 20 << 20
)

// An Attachment is a file kept with a dossier: a picture or a PDF.
type Attachment struct {
	ID     string    `json:"id"`
	SHA256 string    `json:"sha256"`
	Size   int64     `json:"taille"`
	Type   string    `json:"type"`              // "image/jpeg", "image/png" or "application/pdf", by what it holds
	Name   string    `json:"nom,omitempty"`     // of the file it came from: a label, never a path
	Title  string    `json:"legende,omitempty"` // given by the person
	Added  time.Time `json:"ajoute"`
	Author

	Frozen     *Frozen `json:"fige,omitempty"` // it is a frozen paper; nil for what a person attached
	SignedCopy bool    `json:"-"`              // it is what came back of a frozen paper; told by Attachments
}

// IsPicture reports whether a is a photograph or a drawing of the project, which its papers may print.
func (a *Attachment) IsPicture() bool {
	return a.Frozen == nil && !a.SignedCopy && strings.HasPrefix(a.Type, "image/")
}

// typeOf tells the type of a file by its first bytes; empty for what may not be attached.
func typeOf(start []byte) string {
	for _, x := range []struct{ mark, kind string }{
		{"\xff\xd8\xff", "image/jpeg"}, {"\x89PNG\r\n\x1a\n", "image/png"}, {"%PDF-", "application/pdf"},
	} {
		if bytes.HasPrefix(start, []byte(x.mark)) {
			return x.kind
		}
	}
	return ""
}

// Attach keeps what r reads with a dossier, under a name and a title that are only shown. It returns once all is on the disk.
// What is neither JPEG, PNG nor PDF is refused by an *Error of KindNotAttachable, what is too large by one of KindTooBig.
func (s *Store) Attach(id, name, title string, r io.Reader) (Attachment, error) {
	return s.attach(id, name, title, r, nil)
}

// attach is Attach for what may be a frozen paper, then kept as soon as its bytes are.
func (s *Store) attach(id, name, title string, r io.Reader, frozen *Frozen) (Attachment, error) {
	s.keeping.Lock() // nobody takes away a piece that nothing refers to yet
	defer s.keeping.Unlock()
	a := Attachment{ID: NewID(), Name: label(filepath.Base(name)), Title: label(title), Frozen: frozen}
	secret, err := s.mayAttach(id)
	if err != nil {
		return a, err
	}
	if a.SHA256, a.Size, a.Type, err = keepPiece(s.path(piecesName), secret, r, true); err != nil {
		return a, failure(name, err)
	}
	s.hold()
	defer s.mu.Unlock()
	a.Added, a.Author = s.now().Truncate(time.Second), s.author
	changes, err := s.sealedJSON(attachmentKey(id, a.ID), a)
	if err != nil {
		return a, err
	}
	if err := s.apply(changes); err != nil {
		return a, fmt.Errorf("attach to %s: %w", id, err)
	}
	return a, nil
}

func (s *Store) mayAttach(id string) (*secret, error) {
	s.hold()
	defer s.mu.Unlock()
	if s.closed {
		return nil, &Error{Kind: KindClosed}
	}
	if _, ok := s.journal.index["d/"+id]; !ok {
		return nil, &Error{Kind: KindNotFound, Path: id, Err: ErrNotFound}
	}
	if free, err := freeSpace(s.dir); err == nil && free < s.minFree+MaxAttachment {
		return nil, &Error{Kind: KindDiskFull, Path: s.dir, Free: free}
	}
	return s.secret, s.writable()
}

// label keeps of a text what may be shown on one line.
func label(text string) string {
	text = strings.Map(func(r rune) rune {
		if hidden(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))
	return short(strings.Join(strings.Fields(text), " "), 200)
}

func attachmentKey(id, attachment string) string { return "a/" + id + "/" + attachment }

// keepPiece writes what r reads in the folder of the pieces, under its sum. sniffed refuses what is no attachment.
func keepPiece(dir string, k *secret, r io.Reader, sniffed bool) (sum string, size int64, kind string, err error) {
	start := make([]byte, 16)
	n, err := io.ReadFull(r, start)
	if err != nil && err != io.EOF && !errors.Is(err, io.ErrUnexpectedEOF) {
		return "", 0, "", err
	}
	if kind = typeOf(start[:n]); kind == "" && sniffed {
		return "", 0, "", &Error{Kind: KindNotAttachable}
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", 0, "", err
	}
	f, err := os.CreateTemp(dir, tempPiece+"*")
	if err != nil {
		return "", 0, "", err
	}
	defer os.Remove(f.Name())
	hash := sha256.New()
	clear := io.TeeReader(io.LimitReader(io.MultiReader(bytes.NewReader(start[:n]), r), MaxAttachment+1), hash)
	if k == nil {
		size, err = io.Copy(f, clear)
	} else {
		size, err = sealPiece(f, k, clear, hash.Sum) // its name is known at the end only
	}
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil && size > MaxAttachment {
		err = &Error{Kind: KindTooBig}
	}
	if err != nil {
		return "", size, "", err
	}
	sum = hex.EncodeToString(hash.Sum(nil))
	return sum, size, kind, placePiece(dir, k, f.Name(), sum)
}

// sealPiece seals what r reads. A stream is sealed under its name, which is its sum: it is read a first time for that, from
// a copy sealed under a key that nobody keeps.
func sealPiece(f *os.File, k *secret, r io.Reader, sum func([]byte) []byte) (int64, error) {
	once, err := newSecret(randomKey())
	if err != nil {
		return 0, err
	}
	t, err := os.CreateTemp(filepath.Dir(f.Name()), tempPiece+"*")
	if err != nil {
		return 0, err
	}
	defer os.Remove(t.Name())
	defer t.Close()
	w, err := once.writer("", t)
	if err != nil {
		return 0, err
	}
	size, err := io.Copy(w, r)
	if err != nil {
		return size, err
	}
	if err := w.Close(); err != nil {
		return size, err
	}
	if _, err := t.Seek(0, io.SeekStart); err != nil {
		return size, err
	}
	again, err := once.reader("", t)
	if err != nil {
		return size, err
	}
	if w, err = k.writer(hex.EncodeToString(sum(nil)), f); err != nil {
		return size, err
	}
	if _, err := io.Copy(w, again); err != nil {
		return size, err
	}
	return size, w.Close()
}

// placePiece gives a file that is on the disk its name, unless a sound one has it already.
func placePiece(dir string, k *secret, temp, sum string) error {
	path := piecePath(dir, sum)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	if f, err := openPiece(dir, k, sum); err == nil {
		return f.Close()
	}
	if err := rename(temp, path); err != nil {
		return err
	}
	if err := syncDir(filepath.Dir(path)); err != nil {
		return err
	}
	return syncDir(dir)
}

func piecePath(dir, sum string) string { return filepath.Join(dir, sum[:2], sum) }

// isSum reports whether s names a piece.
func isSum(s string) bool {
	b, err := hex.DecodeString(s)
	return err == nil && len(b) == sha256.Size && strings.ToLower(s) == s
}

// A piece reads the bytes of an attachment in clear.
type piece struct {
	io.Reader
	io.Closer
}

// openPiece opens a piece, once all of it was read and its sum found right.
func openPiece(dir string, k *secret, sum string) (io.ReadCloser, error) {
	if !isSum(sum) {
		return nil, fs.ErrNotExist
	}
	f, err := os.Open(piecePath(dir, sum))
	if err != nil {
		return nil, err
	}
	r, err := k.reader(sum, f)
	hash := sha256.New()
	if err == nil {
		_, err = io.Copy(hash, io.LimitReader(r, MaxAttachment+1))
	}
	if err == nil && hex.EncodeToString(hash.Sum(nil)) != sum {
		err = errSeal
	}
	if err == nil {
		_, err = f.Seek(0, io.SeekStart)
	}
	if err == nil {
		r, err = k.reader(sum, f)
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return piece{r, f}, nil
}

// Attachments lists what was attached to a dossier, the first added first; its frozen papers are told by Papers.
func (s *Store) Attachments(id string) ([]Attachment, error) {
	s.hold()
	defer s.mu.Unlock()
	if s.closed {
		return nil, &Error{Kind: KindClosed}
	}
	all, err := s.attachments("a/" + id + "/")
	copies := map[string]bool{}
	for _, a := range all {
		if a.Frozen != nil {
			copies[a.Frozen.Copy] = true
		}
	}
	for i := range all {
		all[i].SignedCopy = copies[all[i].ID]
	}
	return slices.DeleteFunc(all, func(a Attachment) bool { return a.Frozen != nil }), err
}

func (s *Store) attachments(prefix string) ([]Attachment, error) {
	var out []Attachment
	for key := range s.journal.index {
		if !strings.HasPrefix(key, prefix) {
			continue
		}
		var a Attachment
		if err := s.readJSON(key, &a); err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	slices.SortFunc(out, func(a, b Attachment) int {
		return cmp.Or(a.Added.Compare(b.Added), strings.Compare(a.ID, b.ID))
	})
	return out, nil
}

// OpenAttachment gives the bytes of an attachment, found right before the first is handed over. The caller closes it.
func (s *Store) OpenAttachment(id, attachment string) (io.ReadCloser, error) {
	s.hold()
	k := s.secret
	var a Attachment
	err := s.readJSON(attachmentKey(id, attachment), &a)
	s.mu.Unlock()
	if err != nil {
		return nil, err
	}
	r, err := openPiece(s.path(piecesName), k, a.SHA256)
	if err != nil {
		return nil, &Error{Kind: KindPiece, Path: a.Name, Err: err}
	}
	return r, nil
}

// Caption changes the title of an attachment.
func (s *Store) Caption(id, attachment, title string) error {
	s.hold()
	defer s.mu.Unlock()
	var a Attachment
	key := attachmentKey(id, attachment)
	if err := s.readJSON(key, &a); err != nil {
		return err
	}
	a.Title = label(title)
	changes, err := s.sealedJSON(key, a)
	if err != nil {
		return err
	}
	return s.apply(changes)
}

// Detach takes an attachment away from a dossier; a frozen paper stays. Its bytes stay for thirty days, and as long as another refers to them.
func (s *Store) Detach(id, attachment string) error {
	s.hold()
	defer s.mu.Unlock()
	key := attachmentKey(id, attachment)
	var a Attachment
	if err := s.readJSON(key, &a); err != nil {
		return err
	}
	if a.Frozen != nil {
		return &Error{Kind: KindFrozen, Path: a.Name}
	}
	return s.apply([]change{{key: key}})
}
