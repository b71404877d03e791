package storage

import (
	"bytes"
	"crypto/rand"
	"errors"
	"strings"

	"appuitechnique/model"
)

// NewID returns an identifier that no other dossier has, here or on another computer.
func NewID() string { return strings.ToLower(rand.Text()) }

// Imported says what Import did with a dossier.
type Imported int

// What Import may do.
const (
	ImportAdded    Imported = iota // it was new
	ImportPresent                  // the base had it, answer for answer
	ImportRestored                 // the trash had it, answer for answer: it is back in the list
	ImportCopied                   // the base had it with other answers: both are kept, this one under a new reference
)

// Import adds a dossier that comes from a file. It never writes over another one: d, when it has the id of a dossier with
// other answers, is added as a copy. d is changed to what the base then holds. What changed since the last backup is backed up
// first, where that can be done.
func (s *Store) Import(d *model.Dossier) (Imported, error) { return s.receive(&parcel{dossier: d}) }

// ImportFile is Import for the dossier of a file, which opens with phrase, with its history and what is attached to it where
// the dossier is new to the base, or kept as a copy. It returns the dossier as the base then holds it.
func (s *Store) ImportFile(path, phrase string) (d *model.Dossier, done Imported, err error) {
	err = withParcel(path, phrase, func(p *parcel) (err error) {
		d = p.dossier
		done, err = s.receive(p)
		return err
	})
	return d, done, err
}

func (s *Store) receive(p *parcel) (Imported, error) {
	d := p.dossier
	came, err := treeFor(d)
	if err != nil {
		return ImportAdded, err
	}
	s.backupBefore("import")
	ours, err := s.Load(d.ID)
	done := ImportAdded
	switch {
	case errors.Is(err, ErrNotFound):
	case err != nil:
		return done, err
	case same(ours, d):
		d.Reference = ours.Reference
		if err := s.complete(d.ID, p); err != nil {
			return done, err
		}
		if err := s.Restore(d.ID); err == nil {
			return ImportRestored, nil
		} else if !errors.Is(err, ErrNotFound) {
			return done, err
		}
		return ImportPresent, nil
	default:
		d.ID, d.Reference, done = NewID(), "", ImportCopied
	}
	if !callable().MatchString(d.Reference) {
		d.Reference = ""
	}
	if _, err := s.ByReference(d.Reference); err == nil || d.Reference == "" {
		d.Reference = s.NextReference(s.now().Year())
	} else if !errors.Is(err, ErrNotFound) {
		return done, err
	}
	s.keeping.Lock() // nobody takes away a piece that nothing refers to yet
	defer s.keeping.Unlock()
	if err := s.unpack(p); err != nil {
		return done, err
	}
	return done, s.saveAs(d, deed{kind: RevisionAdded, brought: &brought{p.revisions, p.attached, came}})
}

// callable is a reference by which a dossier can be named without being taken for a file.
var callable = pattern(`^[\p{L}\p{N}][\p{L}\p{M}\p{N} _-]*$`)

// same reports whether a and b hold the same answers, whatever reference each base gave.
func same(a, b *model.Dossier) bool {
	c := *b
	c.Reference = a.Reference
	x, errX := Encode(a)
	y, errY := Encode(&c)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}
