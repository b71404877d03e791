package storage

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A backup is backupMark and then the records of a state: one for each value, in the order of the journal, and the count
// of them; where the dossiers are protected, a record before them holds their key, sealed under the phrase of that day. It
// knows nothing of Badger.
const (
	backupMark = "SAUV1\n"
	maxBackup  = 1 << 30
	backupKeys = "m/cle" // key of the record that holds the key; no value of the base has it
)

// Backup writes every dossier, trash included, into the file path, in place of a former backup; a file of another kind is
// never replaced. The file is read again, and
// every dossier in it, before it takes that name. It is made from the journal, never from the base.
func (s *Store) Backup(path string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return &Error{Kind: KindClosed}
	}
	if err := replaceable(path, []byte(backupMark)); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".sauvegarde-*")
	if err != nil {
		return writing(path, err)
	}
	_, err = f.WriteString(backupMark)
	if err == nil {
		err = writeKeys(f, s.keys)
	}
	if err == nil {
		err = writeValues(f, s.journal.seq, len(s.journal.index), s.journal.each)
	}
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = s.verifyBackup(f.Name())
	}
	if err == nil {
		err = rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
		return failure(path, err)
	}
	return failure(path, syncDir(filepath.Dir(path)))
}

func (s *Store) verifyBackup(path string) error {
	written, err := readBackup(path, func(*keyring) (*secret, error) { return s.secret, nil })
	if err != nil {
		return err
	}
	for key := range s.journal.index {
		value, err := s.journal.read(key)
		if err != nil {
			return err
		}
		if !bytes.Equal(written.values[key], value) {
			return &Error{Kind: KindDamaged, Path: path, Err: errors.New("the backup is not what is in the journal")}
		}
	}
	return nil
}

// writeKeys writes the record of the key, if there is one.
func writeKeys(w io.Writer, keys *keyring) error {
	if keys == nil {
		return nil
	}
	b, err := json.Marshal(keys)
	if err != nil {
		return err
	}
	_, err = w.Write(record{0, []change{{backupKeys, b}}}.pack())
	return err
}

// A backupRead is what a backup held, and the secret that it is sealed under.
type backupRead struct {
	values map[string][]byte
	secret *secret
}

// readBackup reads a backup and checks everything in it: seals, dossiers, and that each of these is listed once. open gives
// the secret of a protected one.
func readBackup(path string, open func(*keyring) (*secret, error)) (*backupRead, error) {
	i, err := os.Stat(path)
	if err != nil {
		return nil, reading(path, err)
	}
	if !i.Mode().IsRegular() {
		return nil, &Error{Kind: KindNotFile, Path: path}
	}
	if i.Size() > maxBackup {
		return nil, &Error{Kind: KindNoBackup, Path: path}
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, reading(path, err)
	}
	b, ok := bytes.CutPrefix(b, []byte(backupMark))
	if !ok {
		return nil, &Error{Kind: KindNoBackup, Path: path}
	}
	values, count := map[string][]byte{}, ""
	var keys *keyring
	damaged := false
	tail := scan(b, func(_ int, r record) {
		for _, c := range r.changes {
			switch c.key {
			case stateEnd:
				count = string(c.value)
			case backupKeys:
				keys = &keyring{}
				damaged = json.Unmarshal(c.value, keys) != nil
			default:
				values[c.key] = c.value
			}
		}
	})
	if damaged || tail != len(b) || count != strconv.Itoa(len(values)) {
		return nil, &Error{Kind: KindAltered, Path: path, Err: errors.New("count of the values")}
	}
	var k *secret
	if keys != nil {
		if k, err = open(keys); err != nil {
			return nil, at(path, err)
		}
	}
	for key, value := range values {
		if err := checkValue(k, values, key, value); err != nil {
			var e *Error
			if errors.As(err, &e) && e.Kind == KindTooRecent {
				e.Path = path
				return nil, e
			}
			return nil, &Error{Kind: KindAltered, Path: path, Err: err}
		}
	}
	return &backupRead{values, k}, nil
}

func checkValue(k *secret, all map[string][]byte, key string, value []byte) error {
	raw, err := unseal(k, key, value)
	if err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	id, isDossier := strings.CutPrefix(key, "d/")
	switch {
	case isDossier:
		d, err := Decode(raw)
		if err != nil {
			return err
		}
		if _, listed := all["s/"+id]; d.ID != id || listed == (all["c/"+id] != nil) {
			return fmt.Errorf("%s: listed elsewhere or not at all", key)
		}
	case strings.HasPrefix(key, "s/"), strings.HasPrefix(key, "c/"):
		if all["d/"+key[2:]] == nil {
			return fmt.Errorf("%s: no such dossier", key)
		}
	case key != madeKey:
		return fmt.Errorf("%.40q: unknown key", key)
	}
	return nil
}

// RestoreBackup puts the dossiers of a backup in place of those of the base. The former ones are kept in the folder it
// returns, and nothing is changed unless the backup is good to the last dossier.
//
// phrase opens a backup that was protected under another key than that of the base; it may be the code of the printed
// sheet of that day. It is asked for by a failure of KindLocked.
func (s *Store) RestoreBackup(path, phrase string) (kept string, err error) {
	read, err := readBackup(path, func(keys *keyring) (*secret, error) { return s.unlockOwn(keys, phrase) })
	if err != nil {
		return "", err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return "", &Error{Kind: KindClosed}
	}
	values, err := resealed(read.values, read.secret, s.secret)
	if err != nil {
		return "", failure(path, err)
	}
	if err := s.journal.close(); err != nil {
		return "", failure(s.dir, err)
	}
	kept, err = s.anew(s.journal.seq+1, len(values), func(visit func(string, []byte) error) error {
		for _, key := range sortedKeys(values) {
			if err := visit(key, values[key]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return "", failure(s.dir, err)
	}
	if s.base != nil {
		if err := s.base.close(); err != nil {
			s.log.Error("close base", "err", err)
		}
		s.base = nil
	}
	s.forget()
	s.behind = false
	return kept, failure(s.dir, s.rebuild(late))
}

// unlockOwn opens the key of a backup, without a phrase when it is that of the base.
func (s *Store) unlockOwn(keys *keyring, phrase string) (*secret, error) {
	if s.keys != nil && phrase == "" && bytes.Equal(s.keys.ID, keys.ID) {
		return s.secret, nil
	}
	return unlock(keys, phrase)
}

// resealed opens values under one secret and seals them under another.
func resealed(values map[string][]byte, from, to *secret) (map[string][]byte, error) {
	if from == to {
		return values, nil
	}
	out := make(map[string][]byte, len(values))
	for key, value := range values {
		b, err := reseal(key, value, from, to)
		if err != nil {
			return nil, err
		}
		out[key] = b
	}
	return out, nil
}

func reseal(key string, value []byte, from, to *secret) ([]byte, error) {
	payload, err := unseal(from, key, value)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", key, err)
	}
	return seal(to, key, payload)
}

func sortedKeys(m map[string][]byte) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
