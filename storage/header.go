package storage

import (
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
)

// The header says what the folder is; where the dossiers are protected, it holds their key. It is then kept twice, and in
// every backup: without it nothing can be read.
type header struct {
	Format string   `json:"format"`
	Schema int      `json:"schema"`
	Keys   *keyring `json:"secret,omitempty"`
	Sum    uint32   `json:"crc32c"` // of the others
}

const (
	headerFormat = "appui-technique.base"
	headCopyName = "entete.copie.json"
)

// checkHeader refuses the folder of a newer program, opens the key of a protected one, and writes the header of a new
// folder. A damaged header is kept aside.
func (s *Store) checkHeader() error {
	h, err := readHeader(s.path(headName))
	if err != nil {
		return err
	}
	healthy := h != nil
	if h == nil {
		if h, err = s.findHeader(); err != nil {
			return err
		}
	}
	if h.Schema > schema {
		return &Error{Kind: KindTooRecent, Path: s.dir, Err: fmt.Errorf("schema %d", h.Schema)}
	}
	if h.Keys != nil && s.secret == nil {
		if s.secret, err = unlock(h.Keys, s.phrase); err != nil {
			return at(s.dir, err)
		}
		s.keys = h.Keys
	}
	s.phrase = ""
	if s.readOnly != nil {
		return nil
	}
	if healthy {
		s.older = h.Schema < schema
		return s.copyHeader()
	}
	return s.writeHeader(h.Keys)
}

// findHeader stands in for a header that is damaged or missing: its copy, that of a backup, or a new one where nothing was
// protected.
func (s *Store) findHeader() (*header, error) {
	h, err := readHeader(s.path(headCopyName))
	if err != nil || h != nil {
		return h, err
	}
	j, err := openJournal(s.path(journalName))
	if err != nil {
		return nil, err
	}
	for key := range j.index {
		value, err := j.read(key)
		if err != nil {
			return nil, err
		}
		if !sound(key, value) {
			continue
		}
		if isSecret(value) {
			if h := s.headerOfBackups(); h != nil {
				return h, nil
			}
			return nil, &Error{Kind: KindKey, Path: s.dir}
		}
		break
	}
	return &header{Schema: schema}, nil
}

// headerOfBackups makes a header of the key kept in the last backup that is protected; nil when there is none.
func (s *Store) headerOfBackups() *header {
	all, err := listBackups(s.path(backupsName))
	if err != nil {
		s.log.Error("list backups", "err", err)
	}
	for _, b := range all {
		keys, err := keysOf(b.Path)
		if err == nil && keys != nil {
			return &header{Schema: schema, Keys: keys}
		}
		if err != nil {
			s.log.Error("read backup", "err", err)
		}
	}
	return nil
}

// unlock opens the key that keys holds; its failure is an *Error without a path.
func unlock(keys *keyring, words string) (*secret, error) {
	if words == "" {
		return nil, &Error{Kind: KindLocked}
	}
	key, err := keys.open(words)
	if errors.Is(err, errSecret) {
		return nil, &Error{Kind: KindPhrase}
	}
	if err != nil {
		return nil, &Error{Kind: KindKey, Err: err}
	}
	return newSecret(key)
}

// at gives an *Error its path.
func at(path string, err error) error {
	var e *Error
	if errors.As(err, &e) && e.Path == "" {
		e.Path = path
	}
	return err
}

// readHeader reads a header; nil when there is none or it is damaged.
func readHeader(path string) (*header, error) {
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	h := &header{}
	if json.Unmarshal(b, h) != nil || h.Format != headerFormat || h.Sum != h.sum() {
		return nil, nil
	}
	return h, nil
}

// writeHeader writes the header with these keys, nil for none, then its copy. The former header is good until then, or kept
// aside when it is damaged.
func (s *Store) writeHeader(keys *keyring) error {
	path := s.path(headName)
	if h, err := readHeader(path); err != nil {
		return err
	} else if h == nil {
		if _, err := aside(path, s.now()); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := saveHeader(path, keys); err != nil {
		return err
	}
	return s.copyHeader()
}

func saveHeader(path string, keys *keyring) error {
	h := header{Format: headerFormat, Schema: schema, Keys: keys}
	h.Sum = h.sum()
	b, err := json.Marshal(h)
	if err != nil {
		return err
	}
	return replaceFile(path, b, 0o600)
}

// copyHeader keeps the copy like the header; there is none where nothing is protected.
func (s *Store) copyHeader() error {
	path := s.path(headCopyName)
	if s.keys == nil {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	b, err := os.ReadFile(s.path(headName))
	if err != nil {
		return err
	}
	if was, err := os.ReadFile(path); err == nil && string(was) == string(b) {
		return nil
	}
	return replaceFile(path, b, 0o600)
}

func (h header) sum() uint32 {
	b := fmt.Append(nil, h.Format, " ", h.Schema)
	if h.Keys != nil {
		keys, err := json.Marshal(h.Keys)
		if err != nil {
			return 0
		}
		b = append(b, keys...)
	}
	return crc32.Checksum(b, crc32.MakeTable(crc32.Castagnoli))
}
