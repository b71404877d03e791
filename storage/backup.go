package storage

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"hash"
	"io"
	"os"
	"path/filepath"
	"time"
)

// A backup is backupMark, then records as the journal has them: where the dossiers are protected, one that holds their key,
// sealed under the phrase of that day; one that says what the backup holds; one for each value that stood; and one that says
// how many. It knows nothing of Badger.
const (
	backupMark = "SAUV1\n"
	backupKeys = "m/cle"        // key of the record that holds the key; no value of the base has it
	backupHead = "m/sauvegarde" // key of the record that holds the JSON of a Contents; the oldest backups lack it
)

// BackupExtension ends the name of a backup.
const BackupExtension = ".sauv"

// Contents is what a backup says of itself.
type Contents struct {
	Made     time.Time `json:"faite"` // by the clock of the computer; zero in the oldest ones
	Seq      uint64    `json:"sequence"`
	Dossiers int       `json:"dossiers"`
	Trashed  int       `json:"corbeille"`
	Purged   int       `json:"effaces,omitempty"` // dossiers erased for good since the base was made
}

// A still is what the journal holds after one change. Its files are only read, and stay as long as Store.keeping is held.
type still struct {
	journal *journal
	secret  *secret
	keys    *keyring
	head    Contents

	pieces []string // to be written too
	chunks int      // values that they make
}

// still takes the values as they stand; what is saved from then on goes to another file of the journal.
func (s *Store) still() (*still, error) {
	s.hold()
	defer s.mu.Unlock()
	if s.closed {
		return nil, &Error{Kind: KindClosed}
	}
	if s.pending != nil {
		return nil, failure(s.dir, s.pending.err)
	}
	if err := s.journal.close(); err != nil {
		return nil, err
	}
	j := s.journal.copied()
	return &still{j, s.secret, s.keys, Contents{Made: s.now().Truncate(time.Second), Seq: j.seq, Dossiers: len(s.live), Trashed: len(s.trash),
		Purged: s.purged}, nil, 0}, nil
}

// Backup writes every dossier, trash included, into the file path, in place of a former backup; a file of another kind is
// never replaced. The file is read again, and every dossier in it, before it takes that name. It is made from the journal,
// never from the base; saving goes on meanwhile.
func (s *Store) Backup(path string) error { return s.BackupProtected(path, "", nil) }

// BackupProtected is Backup for a file that opens only with phrase, written and read again under the eyes of w. That of a
// protected base needs no phrase of its own: it opens with that of the base, and phrase is not looked at. Stopped by w, it
// leaves no file, or the former one.
func (s *Store) BackupProtected(path, phrase string, w Watch) error {
	if err := replaceable(path, []byte(backupMark)); err != nil {
		return err
	}
	s.keeping.Lock()
	defer s.keeping.Unlock()
	st, err := s.still()
	if err != nil {
		return failure(path, err)
	}
	if s.keys != nil {
		phrase = ""
	}
	if err := s.withPieces(st); err != nil {
		return failure(path, err)
	}
	return writing(path, s.writeBackup(path, phrase, st, w))
}

// writeBackup writes a backup beside path, reads it again to the last dossier, and only then gives it its name.
func (s *Store) writeBackup(path, phrase string, st *still, watch Watch) error {
	f, err := os.CreateTemp(filepath.Dir(path), tempBackup+"*")
	if err != nil {
		return err
	}
	sum := sha256.New()
	w, err := protecting(f, phrase, s.cost)
	if err == nil {
		err = s.writeContents(io.MultiWriter(w, sum), st, watch)
	}
	if err == nil {
		err = w.Close()
	}
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = s.verifyBackup(f.Name(), phrase, st, sum, watch)
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

const tempBackup = ".sauvegarde-"

// values is how many the backup will hold.
func (st *still) values() int { return len(st.journal.index) + st.chunks }

// writeContents writes the values, which is the first half of the work that watch sees.
func (s *Store) writeContents(w io.Writer, st *still, watch Watch) error {
	if err := writeHead(w, st.keys, st.head); err != nil {
		return err
	}
	var done int64
	return writeValues(w, st.head.Seq, st.values(), func(visit func(string, []byte) error) error {
		patient := func(key string, value []byte) error {
			if s.leaving.Load() {
				return &Error{Kind: KindClosed}
			}
			done++
			if err := watch.tell(done, 2*int64(st.values())); err != nil {
				return err
			}
			return visit(key, value)
		}
		if err := st.journal.each(patient); err != nil {
			return err
		}
		return s.eachChunk(st, patient)
	})
}

// writeHead writes what stands before the values of a backup.
func writeHead(w io.Writer, keys *keyring, head Contents) error {
	start := []byte(backupMark)
	if keys != nil {
		b, err := json.Marshal(keys)
		if err != nil {
			return err
		}
		start = append(start, record{head.Seq, []change{{backupKeys, b}}}.pack()...)
	}
	b, err := json.Marshal(head)
	if err != nil {
		return err
	}
	_, err = w.Write(append(start, record{head.Seq, []change{{backupHead, b}}}.pack()...))
	return err
}

// verifyBackup checks that a file holds the bytes that were written in it, and that they make a good backup: the second half of
// the work that watch sees.
func (s *Store) verifyBackup(path, phrase string, st *still, written hash.Hash, watch Watch) error {
	second := Watch(func(done, all int64) error { return watch.tell(all+done, 2*all) })
	told, err := second.watching(path, 1)
	if err != nil {
		return err
	}
	sum := sha256.New()
	head, _, err := examine(path, phrase, io.MultiWriter(sum, told), func(*keyring) (*secret, error) { return st.secret, nil })
	if err != nil {
		return err
	}
	if !bytes.Equal(sum.Sum(nil), written.Sum(nil)) || head.Dossiers != st.head.Dossiers || head.Trashed != st.head.Trashed {
		return &Error{Kind: KindDamaged, Path: path, Err: errors.New("the backup is not what is in the journal")}
	}
	return told.end()
}

// What examine notes of a dossier.
const (
	isStored = 1 << iota
	isListed
	isTrashed
	isRemembered
)
