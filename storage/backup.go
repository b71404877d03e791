package storage

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
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
func (s *Store) Backup(path string) error { return s.BackupProtected(path, "") }

// BackupProtected is Backup for a file that opens only with phrase. That of a protected base needs no phrase of its own: it
// opens with that of the base, and phrase is not looked at.
func (s *Store) BackupProtected(path, phrase string) error {
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
	return writing(path, s.writeBackup(path, phrase, st))
}

// writeBackup writes a backup beside path, reads it again to the last dossier, and only then gives it its name.
func (s *Store) writeBackup(path, phrase string, st *still) error {
	f, err := os.CreateTemp(filepath.Dir(path), tempBackup+"*")
	if err != nil {
		return err
	}
	sum := sha256.New()
	w, err := protecting(f, phrase)
	if err == nil {
		err = s.writeContents(io.MultiWriter(w, sum), st)
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
		err = s.verifyBackup(f.Name(), phrase, st, sum)
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

func (s *Store) writeContents(w io.Writer, st *still) error {
	if err := writeHead(w, st.keys, st.head); err != nil {
		return err
	}
	return writeValues(w, st.head.Seq, len(st.journal.index)+st.chunks, func(visit func(string, []byte) error) error {
		patient := func(key string, value []byte) error {
			if s.leaving.Load() {
				return &Error{Kind: KindClosed}
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

// verifyBackup checks that a file holds the bytes that were written in it, and that they make a good backup.
func (s *Store) verifyBackup(path, phrase string, st *still, written hash.Hash) error {
	sum := sha256.New()
	head, _, err := examine(path, phrase, sum, func(*keyring) (*secret, error) { return st.secret, nil })
	if err != nil {
		return err
	}
	if !bytes.Equal(sum.Sum(nil), written.Sum(nil)) || head.Dossiers != st.head.Dossiers || head.Trashed != st.head.Trashed {
		return &Error{Kind: KindDamaged, Path: path, Err: errors.New("the backup is not what is in the journal")}
	}
	return nil
}

// ReadBackup checks a backup to its last dossier and returns what it holds; phrase is that of RestoreBackup. Its failure is an
// *Error.
func (s *Store) ReadBackup(path, phrase string) (Contents, error) {
	head, _, err := examine(path, phrase, io.Discard, func(keys *keyring) (*secret, error) { return s.unlockOwn(keys, phrase) })
	return head, err
}

// examine checks everything in a backup: sums, seals, dossiers, and that each of these is listed once. open gives the secret
// of a protected one, which is returned. It hands every byte that it reads to sum.
func examine(path, phrase string, sum io.Writer, open func(*keyring) (*secret, error)) (head Contents, k *secret, err error) {
	in, pieces := map[string]int{}, checkedPieces() // in: by id
	err = readBackup(path, phrase, sum, func(key string, value []byte) error {
		switch {
		case key == backupHead:
			return json.Unmarshal(value, &head)
		case key == backupKeys:
			keys := &keyring{}
			if err := json.Unmarshal(value, keys); err != nil {
				return err
			}
			k, err = open(keys)
			return err
		case strings.HasPrefix(key, "p/"):
			pieces.secret = k
			return pieces.chunk(key, value)
		}
		return checkValue(k, in, key, value)
	})
	if e := pieces.end(); err == nil && e != nil {
		err = &Error{Kind: KindAltered, Path: path, Err: e}
	}
	if err != nil {
		return head, nil, err
	}
	head.Dossiers, head.Trashed = 0, 0
	for id, what := range in {
		switch what &^ isRemembered {
		case 0: // the history of a dossier that was lost
		case isStored | isListed:
			head.Dossiers++
		case isStored | isTrashed:
			head.Trashed++
		default:
			return head, nil, &Error{Kind: KindAltered, Path: path, Err: fmt.Errorf("%s: listed elsewhere or not at all", id)}
		}
	}
	return head, k, nil
}

// readBackup calls visit with every value of a backup, and tells at the end whether that was all: nothing may be used before
// it has returned nil. A value does not outlive the call.
func readBackup(path, phrase string, sum io.Writer, visit func(key string, value []byte) error) error {
	i, err := os.Stat(path)
	if err != nil {
		return reading(path, err)
	}
	if !i.Mode().IsRegular() {
		return &Error{Kind: KindNotFile, Path: path}
	}
	f, err := os.Open(path)
	if err != nil {
		return reading(path, err)
	}
	defer f.Close()
	clear, err := unprotecting(f, phrase)
	if err != nil {
		return at(path, err)
	}
	r := bufio.NewReaderSize(io.TeeReader(clear, sum), 1<<16)
	start := make([]byte, len(backupMark))
	if _, err := io.ReadFull(r, start); err != nil || string(start) != backupMark {
		return &Error{Kind: KindNoBackup, Path: path}
	}
	if err := readValues(r, visit); err != nil {
		var e *Error
		if errors.As(err, &e) {
			switch e.Kind {
			case KindTooRecent, KindClosed, KindLocked, KindPhrase, KindKey:
				e.Path = path
				return e
			}
		}
		if errors.Is(err, errEnough) {
			return err
		}
		return &Error{Kind: KindAltered, Path: path, Err: err}
	}
	return nil
}

func readValues(r io.Reader, visit func(key string, value []byte) error) error {
	seen, buffer := map[string]bool{}, []byte(nil)
	for {
		var rec record
		var err error
		if rec, buffer, err = nextRecord(r, buffer); err != nil {
			return err
		}
		for _, c := range rec.changes {
			if c.key == stateEnd {
				delete(seen, backupHead)
				delete(seen, backupKeys)
				if string(c.value) != strconv.Itoa(len(seen)) {
					return errors.New("count of the values")
				}
				if n, err := io.Copy(io.Discard, r); n > 0 || err != nil {
					return fmt.Errorf("%d bytes after the end: %w", n, err)
				}
				return nil
			}
			if seen[c.key] || c.value == nil {
				return fmt.Errorf("%.40q: repeated or empty", c.key)
			}
			seen[c.key] = true
			if err := visit(c.key, c.value); err != nil {
				return err
			}
		}
	}
}

// nextRecord reads one record from a stream, in buffer where it is long enough.
func nextRecord(r io.Reader, buffer []byte) (record, []byte, error) {
	head := [recordHead]byte{}
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return record{}, buffer, err
	}
	n := int(binary.BigEndian.Uint32(head[4:]))
	if n > maxRecord {
		return record{}, buffer, errSeal
	}
	if cap(buffer) < recordHead+n {
		buffer = make([]byte, recordHead+n)
	}
	buffer = buffer[:recordHead+n]
	copy(buffer, head[:])
	if _, err := io.ReadFull(r, buffer[recordHead:]); err != nil {
		return record{}, buffer, err
	}
	rec, size := unpack(buffer)
	if size != len(buffer) {
		return record{}, buffer, errSeal
	}
	return rec, buffer, nil
}

// What examine notes of a dossier.
const (
	isStored = 1 << iota
	isListed
	isTrashed
	isRemembered
)

// checkValue checks one value, sealed under k, and notes in in what it is.
func checkValue(k *secret, in map[string]int, key string, value []byte) error {
	raw, err := unseal(k, key, value)
	if err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	kind, id, _ := strings.Cut(key, "/")
	switch kind {
	case "d":
		d, err := Decode(raw)
		if err != nil {
			return err
		}
		if d.ID != id {
			return fmt.Errorf("%s: another dossier", key)
		}
		in[id] |= isStored
	case "s":
		in[id] |= isListed
	case "c":
		in[id] |= isTrashed
	case "r", "u", "v":
		id, _, _ = strings.Cut(id, "/")
		in[id] |= isRemembered
		if err := checkHistory(kind, raw); err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
	case "a":
		id, _, _ = strings.Cut(id, "/")
		in[id] |= isRemembered
		if _, err := attachmentIn(k, key, value); err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
	case "m":
	default:
		return fmt.Errorf("%.40q: unknown key", key)
	}
	return nil
}

// errEnough ends a reading before the end.
var errEnough = errors.New("enough")

// headOf returns what a backup says of itself, without checking the rest.
func headOf(path string) (head Contents, err error) {
	err = readBackup(path, "", io.Discard, func(key string, value []byte) error {
		switch key {
		case backupKeys:
			return nil
		case backupHead:
			if err := json.Unmarshal(value, &head); err != nil {
				return err
			}
			return errEnough
		}
		return errors.New("the backup does not say what it holds")
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return head, err
}

// keysOf reads what opens a backup; nil when it is in clear.
func keysOf(path string) (keys *keyring, err error) {
	err = readBackup(path, "", io.Discard, func(key string, value []byte) error {
		if key == backupKeys {
			keys = &keyring{}
			if err := json.Unmarshal(value, keys); err != nil {
				return err
			}
		}
		return errEnough // it stands first
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return keys, err
}
