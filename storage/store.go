// Package storage keeps dossiers on the disk: in the base of this computer, and in the portable file that travels. It
// knows Badger and files, and nothing of what a dossier means.
//
// A newcomer needs four names: Open and Store.Save for the base, WriteFile and ReadFile for the portable file.
package storage

import (
	"encoding/json"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	badger "github.com/dgraph-io/badger/v4"
)

// Options are what Open may be told; the zero value is right for the program.
type Options struct {
	Log     *slog.Logger     // where the engine's words go; nil: nowhere
	Now     func() time.Time // the clock; nil: time.Now
	MinFree int64            // bytes that must be free on the disk; 0: 300 MB
}

// A Store is the base of one data folder. Its methods may be called from any goroutine; each returns once its work is
// done.
type Store struct {
	dir  string
	log  *slog.Logger
	now  func() time.Time
	lock *os.File

	mu     sync.Mutex
	db     *badger.DB
	live   map[string]Summary
	trash  map[string]Trashed
	notice string
	closed bool
}

// Open opens the base in the folder dir, which it makes if only dir itself is missing. Every failure is an *Error. The
// base is held until Close: a second Open of the same folder, from here or from another process, fails.
func Open(dir string, o Options) (*Store, error) {
	s := &Store{dir: dir, log: o.Log, now: o.Now, live: map[string]Summary{}, trash: map[string]Trashed{}}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	if s.now == nil {
		s.now = time.Now
	}
	if o.MinFree == 0 {
		o.MinFree = 300 << 20
	}
	if err := s.take(o.MinFree); err != nil {
		return nil, err
	}
	if err := s.open(); err != nil {
		s.lock.Close()
		return nil, failure(dir, err)
	}
	return s, nil
}

// take makes the folder, locks it and checks that there is room.
func (s *Store) take(minFree int64) error {
	if err := os.Mkdir(s.dir, 0o700); err != nil && !os.IsExist(err) {
		return failure(s.dir, err)
	}
	if i, err := os.Stat(s.dir); err != nil || !i.IsDir() {
		return &Error{Kind: KindPath, Path: s.dir, Err: err}
	}
	f, err := os.OpenFile(filepath.Join(s.dir, "verrou"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return failure(s.dir, err)
	}
	held, err := lockFile(f)
	free, ferr := freeSpace(s.dir)
	switch {
	case held:
		err = &Error{Kind: KindAlreadyOpen, Path: s.dir}
	case err != nil:
		err = failure(s.dir, err)
	case ferr == nil && free < minFree:
		err = &Error{Kind: KindDiskFull, Path: s.dir, Free: free}
	}
	if err != nil {
		f.Close()
		return err
	}
	s.lock = f
	return nil
}

func (s *Store) open() error {
	db, err := badger.Open(tuned(filepath.Join(s.dir, "base"), s.log).WithSyncWrites(true))
	if err != nil {
		return &Error{Kind: KindDamaged, Path: s.dir, Err: err}
	}
	s.db = db
	if err := s.index(); err != nil {
		db.Close()
		return err
	}
	return nil
}

// index reads the summaries of the base into memory.
func (s *Store) index() error {
	return eachValue(s.db, "", func(key string, value []byte) error {
		into, ok := any(nil), false
		switch prefix, id, _ := strings.Cut(key, "/"); prefix {
		case "s":
			into, ok = &Summary{}, id != ""
		case "c":
			into, ok = &Trashed{}, id != ""
		}
		if !ok {
			return nil
		}
		raw, err := unseal(key, value)
		if err == nil {
			err = json.Unmarshal(raw, into)
		}
		if err != nil {
			return &Error{Kind: KindDamaged, Path: key, Err: err}
		}
		switch v := into.(type) {
		case *Summary:
			s.live[v.ID] = *v
		case *Trashed:
			s.trash[v.ID] = *v
		}
		return nil
	})
}

// read returns the payload of key.
func (s *Store) read(key string) ([]byte, error) {
	if s.closed {
		return nil, &Error{Kind: KindClosed}
	}
	value, err := valueOf(s.db, key)
	if err != nil {
		return nil, &Error{Kind: KindDamaged, Path: key, Err: err}
	}
	if value == nil {
		return nil, &Error{Kind: KindNotFound, Path: key[2:], Err: ErrNotFound}
	}
	raw, err := unseal(key, value)
	if err != nil {
		return nil, &Error{Kind: KindDamaged, Path: key, Err: err}
	}
	return raw, nil
}

// apply makes changes durable, all or none.
func (s *Store) apply(changes []change) error {
	if s.closed {
		return &Error{Kind: KindClosed}
	}
	return failure(s.dir, putAll(s.db, changes))
}

// Notice says in French what opening had to repair, for the person to read once; empty when all was as it had been left.
func (s *Store) Notice() string { return s.notice }

// Close writes what is pending and lets the folder go. A second Close does nothing.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	err := s.db.Close()
	if e := s.lock.Close(); err == nil {
		err = e
	}
	return failure(s.dir, err)
}
