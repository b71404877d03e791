package storage

import (
	"bufio"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// A Watch is told how much of a file was read or written, of all there is to. It stops the work by returning context.Canceled,
// which whoever works then returns. A nil one watches nothing.
type Watch func(done, all int64) error

func (w Watch) tell(done, all int64) error {
	if w == nil {
		return nil
	}
	return w(done, all)
}

// watching returns the writer to which reading the file at path is told, for someone who has it read that many times.
func (w Watch) watching(path string, times int64) (*watched, error) {
	if w == nil {
		return &watched{watch: func(int64, int64) error { return nil }}, nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, at(path, err)
	}
	return &watched{watch: w, all: info.Size() * times}, nil
}

type watched struct {
	watch     Watch
	done, all int64
}

// Write is called by what reads the file.
func (w *watched) Write(read []byte) (int, error) {
	w.done = min(w.done+int64(len(read)), w.all)
	return len(read), w.watch(w.done, w.all)
}

// end tells that all is read: of a protected file, what is read is a little less than the file.
func (w *watched) end() error {
	w.done = w.all
	return w.watch(w.done, w.all)
}

// ReadBackup checks a backup to its last dossier, under the eyes of w, and returns what it holds; phrase is that of
// RestoreBackup. Its failure is an *Error, or context.Canceled.
func (s *Store) ReadBackup(path, phrase string, w Watch) (Contents, error) {
	told, err := w.watching(path, 1)
	if err != nil {
		return Contents{}, err
	}
	head, _, err := examine(path, phrase, told, func(keys *keyring) (*secret, error) { return s.unlockOwn(keys, phrase) })
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
	f, _, err := openRegular(path)
	if err != nil {
		return err
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
		if errors.Is(err, errEnough) || errors.Is(err, context.Canceled) {
			return err
		}
		return &Error{Kind: KindAltered, Path: path, Err: err}
	}
	return nil
}

// ended fails unless nothing more can be read.
func ended(r io.Reader) error {
	switch _, err := io.ReadFull(r, make([]byte, 1)); err {
	case io.EOF:
		return nil
	case nil:
		return errors.New("bytes after the end")
	default:
		return err
	}
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
				return ended(r)
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
