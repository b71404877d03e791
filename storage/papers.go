package storage

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"appuitechnique/model"
)

// A frozen paper is an attachment of its dossier: its bytes are a piece, so that it is verified, backed up, rebuilt and sent
// as one. What was frozen never changes; where it stands on its way to be signed does.

// A Frozen is one frozen version of a paper.
type Frozen struct {
	Paper   model.Paper     `json:"document"`
	Version int             `json:"version"` // from 1
	Day     model.Day       `json:"fige_le"`
	Program string          `json:"programme"` // version of the program that wrote it
	Answers json.RawMessage `json:"reponses"`  // as Encode writes them
	Sent    model.Day       `json:"envoye_le,omitempty"`
	Signed  model.Day       `json:"signe_le,omitempty"`
	Copy    string          `json:"copie_signee,omitempty"` // the attachment that is the signed copy

	Pictures string `json:"images,omitempty"` // what PicturesSum said of the pieces of the dossier, where the paper prints them
}

// PicturesSum tells the pictures among pieces, with their captions and in their order, from any others; empty for none.
func PicturesSum(pieces []Attachment) string {
	sum, any := sha256.New(), false
	for _, a := range pieces {
		if a.IsPicture() {
			fmt.Fprintf(sum, "%s %q\n", a.SHA256, a.Title)
			any = true
		}
	}
	if !any {
		return ""
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// Dossier reads the answers as they were on the day of the freeze.
func (f *Frozen) Dossier() (*model.Dossier, error) { return Decode(f.Answers) }

// Stage says where f stands, last being the last frozen version of its paper.
func (f *Frozen) Stage(last int) model.PaperStage {
	return model.StageOf(f.Version, last, f.Sent, f.Signed)
}

// Freeze keeps the exact bytes of a paper of the dossier d, with its answers. It returns once all is on the disk. version is
// the one printed, which must be the next of that paper.
func (s *Store) Freeze(d *model.Dossier, f Frozen, pdf []byte) (Attachment, error) {
	answers, err := Encode(d)
	if err != nil {
		return Attachment{}, err
	}
	f.Answers, f.Sent, f.Signed, f.Copy = answers, "", "", ""
	all, err := s.Papers(d.ID)
	if err != nil {
		return Attachment{}, err
	}
	if f.Version != NextVersion(all, f.Paper) {
		return Attachment{}, fmt.Errorf("freeze %s: version %d is not the next", f.Paper, f.Version)
	}
	return s.attach(d.ID, string(f.Paper)+".pdf", "", bytes.NewReader(pdf), &f)
}

// NextVersion is the version that a paper would take if it were frozen now, all being those of its dossier.
func NextVersion(all []Attachment, paper model.Paper) int {
	last := 0
	for _, a := range all {
		if a.Frozen.Paper == paper {
			last = max(last, a.Frozen.Version)
		}
	}
	return last + 1
}

// Papers lists the frozen papers of a dossier, the last version of each first.
func (s *Store) Papers(id string) ([]Attachment, error) {
	s.hold()
	defer s.mu.Unlock()
	if s.closed {
		return nil, &Error{Kind: KindClosed}
	}
	all, err := s.attachments("a/" + id + "/")
	all = slices.DeleteFunc(all, func(a Attachment) bool { return a.Frozen == nil })
	slices.SortFunc(all, func(a, b Attachment) int {
		return cmp.Or(strings.Compare(string(a.Frozen.Paper), string(b.Frozen.Paper)), b.Frozen.Version-a.Frozen.Version)
	})
	return all, err
}

// SendToSign notes the day on which a frozen paper left to be signed.
func (s *Store) SendToSign(id, attachment string, day model.Day) error {
	return s.advance(id, attachment, func(f *Frozen) { f.Sent = day })
}

// MarkSigned notes the day on which a frozen paper was signed; signed reads the copy that came back, kept beside it.
func (s *Store) MarkSigned(id, attachment string, day model.Day, name string, signed io.Reader) error {
	s.hold()
	_, err := s.frozen(id, attachment)
	s.mu.Unlock()
	if err != nil {
		return err
	}
	a, err := s.Attach(id, name, "Copie signée", signed)
	if err != nil {
		return err
	}
	return s.advance(id, attachment, func(f *Frozen) { f.Signed, f.Copy = day, a.ID })
}

// frozen reads a frozen paper; the store is held.
func (s *Store) frozen(id, attachment string) (a Attachment, err error) {
	if err = s.readJSON(attachmentKey(id, attachment), &a); err == nil && a.Frozen == nil {
		err = &Error{Kind: KindNotFound, Path: attachment, Err: ErrNotFound}
	}
	return a, err
}

func (s *Store) advance(id, attachment string, change func(*Frozen)) error {
	s.hold()
	defer s.mu.Unlock()
	a, err := s.frozen(id, attachment)
	if err != nil {
		return err
	}
	change(a.Frozen)
	changes, err := s.sealedJSON(attachmentKey(id, attachment), a)
	if err != nil {
		return err
	}
	return s.apply(changes)
}

// complete adds to a dossier of the base the frozen papers that came in a file and that it lacks, with their signed copies, and
// the steps that those it has have taken since.
func (s *Store) complete(id string, p *parcel) error {
	wanted := map[string]bool{}
	for _, a := range p.attached {
		if a.Frozen != nil {
			wanted[a.ID], wanted[a.Frozen.Copy] = true, true
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	s.keeping.Lock() // nobody takes away a piece that nothing refers to yet
	defer s.keeping.Unlock()
	if err := s.unpack(p); err != nil {
		return err
	}
	s.hold()
	defer s.mu.Unlock()
	var changes []change
	for _, a := range p.attached {
		if !wanted[a.ID] {
			continue
		}
		var ours Attachment
		err := s.readJSON(attachmentKey(id, a.ID), &ours)
		switch {
		case errors.Is(err, ErrNotFound):
			ours = a
		case err != nil:
			return err
		case a.Frozen == nil || !ours.Frozen.follow(a.Frozen):
			continue
		}
		c, err := s.sealedJSON(attachmentKey(id, a.ID), ours)
		if err != nil {
			return err
		}
		changes = append(changes, c...)
	}
	if len(changes) == 0 {
		return nil
	}
	return s.apply(changes)
}

// follow takes the steps of the same frozen paper elsewhere that f has not taken, and reports whether there are any.
func (f *Frozen) follow(theirs *Frozen) bool {
	if f == nil {
		return false
	}
	was := [3]string{string(f.Sent), string(f.Signed), f.Copy}
	if f.Sent == "" {
		f.Sent = theirs.Sent
	}
	if f.Signed == "" {
		f.Signed, f.Copy = theirs.Signed, theirs.Copy
	}
	return was != [3]string{string(f.Sent), string(f.Signed), f.Copy}
}

// Genuine is what a PDF is to the base.
type Genuine int

// What Recognise may find.
const (
	PaperUnknown  Genuine = iota // none of the frozen papers
	PaperGenuine                 // the very bytes of one
	PaperExtended                // the bytes of one, and something after them, as an electronic signature adds
	PaperAltered                 // made from one, and no longer its bytes
	PaperCopy                    // the signed copy that came back
)

// Recognise says which frozen paper of the base a PDF is, and what dossier it is of. Nothing is trusted of the file: a paper
// is genuine by its sum alone.
func (s *Store) Recognise(pdf []byte) (Genuine, Attachment, string, error) {
	s.hold()
	defer s.mu.Unlock()
	if s.closed {
		return PaperUnknown, Attachment{}, "", &Error{Kind: KindClosed}
	}
	sum := sha256.Sum256(pdf)
	best, of, id := PaperUnknown, Attachment{}, ""
	for key := range s.journal.index {
		if !strings.HasPrefix(key, "a/") {
			continue
		}
		var a Attachment
		if err := s.readJSON(key, &a); err != nil {
			return PaperUnknown, a, "", err
		}
		owner, _, _ := strings.Cut(key[2:], "/")
		if found := s.recognise(a, owner, pdf, hex.EncodeToString(sum[:])); found != PaperUnknown && (best == PaperUnknown || best == PaperAltered) {
			best, of, id = found, a, owner
		}
	}
	return best, of, id, nil
}

func (s *Store) recognise(a Attachment, owner string, pdf []byte, sum string) Genuine {
	if a.Frozen == nil {
		return PaperUnknown
	}
	if a.SHA256 == sum {
		return PaperGenuine
	}
	var signed Attachment
	if err := s.readJSON(attachmentKey(owner, a.Frozen.Copy), &signed); err == nil && signed.SHA256 == sum {
		return PaperCopy
	}
	if int64(len(pdf)) > a.Size && hexSum(pdf[:a.Size]) == a.SHA256 {
		return PaperExtended
	}
	r, err := openPiece(s.path(piecesName), s.secret, a.SHA256)
	if err != nil {
		return PaperUnknown // it can no longer be compared
	}
	defer r.Close()
	was, err := io.ReadAll(r)
	if err == nil && fileID(was) != "" && fileID(was) == fileID(pdf) {
		return PaperAltered
	}
	return PaperUnknown
}

// fileID is the identifier that a PDF of ours carries at its end, whatever was added after; empty for none.
func fileID(pdf []byte) string {
	at := bytes.LastIndex(pdf, []byte("/ID [<"))
	if at < 0 || len(pdf) < at+38 {
		return ""
	}
	return string(pdf[at+6 : at+38])
}

// frozenIn checks a frozen paper that came in a file.
func frozenIn(a Attachment) error {
	f := a.Frozen
	if f == nil {
		return nil
	}
	_, err := f.Dossier()
	if err != nil || f.Version < 1 || a.Type != "application/pdf" || f.Paper == "" || label(f.Program) != f.Program ||
		label(string(f.Paper)) != string(f.Paper) {
		return &Error{Kind: KindSuspect, Err: errors.Join(errors.New("frozen paper"), err)}
	}
	return nil
}
