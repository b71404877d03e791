package storage

import (
	"bytes"
	"encoding/binary"
	"encoding/gob"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
)

// A digest is where every value of the journal stands, and the lists, as they were at a clean close: a large folder is opened
// from it without reading the rest. It is kept beside the mark, and says nothing once something was saved. Its sum and the
// sizes of the files are checked at once; Verify then checks all the rest while the person works.
type digest struct {
	Seq    uint64
	Purged int
	Files  []string // of the journal
	Sizes  []int64
	Keys   []string
	In     []uint16 // rank in Files, by key
	At     []int64
	Size   []int32
	Live   []Summary
	Trash  []Trashed
}

const (
	digestName = "sommaire"
	digestKey  = "m/sommaire" // what it is sealed for
	// quickFrom is the size of a journal from which on it is opened by its digest; a smaller one is read whole in no time.
	quickFrom = 16 << 20
)

// leaveDigest writes the digest of a store that was just closed well. Without it the next opening is but slower.
func (s *Store) leaveDigest() {
	if s.journal.bytes < s.quick {
		return
	}
	d, err := s.digest()
	var b bytes.Buffer
	if err == nil {
		err = gob.NewEncoder(&b).Encode(d)
	}
	if err == nil {
		out := s.secret.seal(digestKey, b.Bytes())
		err = replaceFile(s.path(digestName), binary.BigEndian.AppendUint32(out, crc32.Checksum(out, crc32.MakeTable(crc32.Castagnoli))), 0o600)
	}
	if err != nil {
		s.log.Error("leave digest", "err", err)
	}
}

func (s *Store) digest() (*digest, error) {
	j := s.journal
	d := &digest{Seq: j.seq, Purged: s.purged}
	all, err := os.ReadDir(j.dir)
	if err != nil {
		return nil, err
	}
	rank := map[string]uint16{}
	for _, e := range all {
		i, err := e.Info()
		if err != nil {
			return nil, err
		}
		if e.Name() != seenName {
			rank[e.Name()] = uint16(len(d.Files))
			d.Files, d.Sizes = append(d.Files, e.Name()), append(d.Sizes, i.Size())
		}
	}
	for key, p := range j.index {
		n, ok := rank[p.file]
		if !ok {
			return nil, fmt.Errorf("%s is not in the journal", p.file)
		}
		d.Keys, d.In, d.At, d.Size = append(d.Keys, key), append(d.In, n), append(d.At, p.at), append(d.Size, int32(p.size))
	}
	for _, x := range s.live {
		d.Live = append(d.Live, x)
	}
	for _, x := range s.trash {
		d.Trash = append(d.Trash, x)
	}
	return d, nil
}

// openQuick opens a folder that was closed well from its digest, and reports whether it could. The base rests until the next
// save, when it is checked; the mark stays until then.
func (s *Store) openQuick() bool {
	d, err := s.readDigest()
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			s.log.Error("read digest", "err", err)
		}
		return false
	}
	j := &journal{dir: s.path(journalName), seq: d.Seq, whole: true, index: make(map[string]place, len(d.Keys)), files: len(d.Files)}
	for i, key := range d.Keys {
		j.index[key] = place{d.Files[d.In[i]], d.At[i], int(d.Size[i])}
	}
	for _, size := range d.Sizes {
		j.bytes += size
	}
	if j.heavy() {
		return false // it is to be condensed
	}
	s.journal, s.purged, s.resting, s.trusting = j, d.Purged, true, true
	for _, x := range d.Live {
		s.live[x.ID] = x
	}
	for _, x := range d.Trash {
		s.trash[x.ID] = x
	}
	s.findBackups()
	return true
}

// readDigest reads the digest, if it is that of the mark and of the files as they are.
func (s *Store) readDigest() (*digest, error) {
	m, err := peekMark(s.path(markName))
	if err != nil {
		return nil, err
	}
	b, err := os.ReadFile(s.path(digestName))
	if err != nil {
		return nil, err
	}
	n := len(b) - 4
	if n < 0 || crc32.Checksum(b[:n], crc32.MakeTable(crc32.Castagnoli)) != binary.BigEndian.Uint32(b[n:]) {
		return nil, errSeal
	}
	raw, err := s.secret.open(digestKey, b[:n])
	if err != nil {
		return nil, err
	}
	d := &digest{}
	if err := gob.NewDecoder(bytes.NewReader(raw)).Decode(d); err != nil {
		return nil, err
	}
	if d.Seq != m.Seq || m.Behind || len(d.Keys) == 0 || lastSeen(s.path(journalName)) > d.Seq {
		return nil, errors.New("not that of the last close")
	}
	for i, name := range d.Files {
		if f, err := os.Stat(filepath.Join(s.path(journalName), name)); err != nil || f.Size() != d.Sizes[i] {
			return nil, fmt.Errorf("%s is not as it was: %w", name, err)
		}
	}
	for _, line := range m.Files {
		if f, err := os.Stat(filepath.Join(s.path(baseName), line.Name)); err != nil || f.Size() != line.Size {
			return nil, fmt.Errorf("%s is not as it was: %w", line.Name, err)
		}
	}
	return d, nil
}

// unmark removes the mark of a clean close, and the digest with it, before anything changes.
func (s *Store) unmark() error {
	if err := os.Remove(s.path(digestName)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return dropMark(s.path(markName))
}

// Verify reads again everything that Open took on trust in a large folder, and repairs what is damaged; it may take seconds,
// and saving goes on meanwhile. It returns what there is to tell the person, in French; empty when all is sound.
func (s *Store) Verify() (words string, err error) {
	s.keeping.Lock()
	defer s.keeping.Unlock()
	if !s.trusting {
		return "", nil
	}
	st, err := s.still()
	if err != nil {
		return "", failure(s.dir, err)
	}
	s.trusting = false
	bad := s.unsound(st)
	if bad == nil {
		return "", nil
	}
	s.log.Error("verify", "err", bad)
	s.hold()
	defer s.mu.Unlock()
	if s.closed || s.readOnly != nil {
		return "", &Error{Kind: KindClosed}
	}
	s.wake()
	known := s.journal.seq
	m := &mark{Seq: known, Behind: s.behind}
	if err := errors.Join(s.journal.close(), s.closeBase()); err != nil {
		s.log.Error("close before a repair", "err", err)
		m.Behind = true
	}
	s.forget()
	if s.journal, err = openJournal(s.path(journalName)); err != nil {
		return "", failure(s.dir, err)
	}
	s.behind = false
	if err := s.repair(m, true, known, true); err != nil {
		return "", failure(s.dir, err)
	}
	words, s.notice = s.notice, ""
	return words, nil
}

// unsound reads the journal as it stood, and says what is not as it was written.
func (s *Store) unsound(st *still) error {
	names := map[string]bool{}
	for _, p := range st.journal.index {
		names[p.file] = true
	}
	for name := range names {
		if s.leaving.Load() {
			return nil
		}
		b, err := os.ReadFile(filepath.Join(st.journal.dir, name))
		if err != nil {
			return err
		}
		for at := 0; at < len(b); {
			_, size := unpack(b[at:])
			if size == 0 {
				if at < st.journal.end(name) {
					return fmt.Errorf("%s is damaged at %d", name, at)
				}
				break
			}
			at += size
		}
	}
	for key := range st.journal.index {
		if s.leaving.Load() {
			return nil
		}
		if value, err := st.journal.read(key); err != nil || !sound(key, value) {
			return fmt.Errorf("%s is damaged: %w", key, errors.Join(err, errSeal))
		}
	}
	return nil
}

// end is where the last value of a file that still stands ends.
func (j *journal) end(name string) int {
	end := 0
	for _, p := range j.index {
		if p.file == name {
			end = max(end, int(p.at)+p.size)
		}
	}
	return end
}
