// Package storage keeps dossiers on the disk: in the base of this computer, and in the portable file that travels. It
// knows Badger and files, and nothing of what a dossier means.
//
// A newcomer needs four names: Open and Store.Save for the base, WriteFile and ReadFile for the portable file.
package storage

import (
	"cmp"
	"fmt"
	"log/slog"
	"os"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Options are what Open may be told; the zero value is right for the program.
type Options struct {
	Log     *slog.Logger     // where the engine's words go; nil: nowhere
	Now     func() time.Time // the clock; nil: time.Now
	MinFree int64            // bytes that must be free on the disk; 0: 300 MB
	Phrase  string           // opens a protected base: its phrase, or the code of the printed sheet
	Idle    time.Duration    // without a save, after which the base rests until the next; 0: half a minute, negative: never

	// Progress is told how many of the dossiers are read again while the base is made again from its journal, which may take
	// seconds. It is called by Open, Verify and whatever restores, on their goroutine, and must be quick; nil: nobody is told.
	Progress func(done, all int)

	cost  cost  // of a phrase; the zero value: usualCost
	quick int64 // size of a journal from which on it is opened by its digest; 0: quickFrom
}

// A Store is the base of one data folder. Its methods may be called from any goroutine; each returns once its work is
// done.
type Store struct {
	dir  string
	log  *slog.Logger
	now  func() time.Time
	lock *os.File

	minFree int64
	quick   int64
	careful bool // twice the size of the base must be free as well
	phrase  string
	cost    cost

	progress func(done, all int)

	leaving atomic.Bool // Close was called: what may take long gives up
	keeping sync.Mutex  // held by what needs the files of the journal to stay; taken before mu

	trusting bool // opened by the digest, and not verified yet; under keeping

	mu      sync.Mutex
	secret  *secret  // nil: all is in clear
	keys    *keyring // of the secret; nil with it
	journal *journal
	base    *base
	behind  bool // the base lacks changes that the journal has
	resting bool // the base was closed, well, for want of changes
	timer   *time.Timer
	idle    time.Duration
	live    map[string]Summary
	trash   map[string]Trashed
	purged  int              // dossiers erased for good since the base was made
	heads   map[string]*head // of the dossiers last saved
	words   *lexicon
	author  Author
	notice  string
	closed  bool

	pending  *draft // acknowledged, and not settled yet
	settling *draft // what is being settled
	left     *mark  // of a base at rest, once the journal went beyond it

	older        bool      // the folder is of an older schema
	readOnly     *Error    // why nothing may be written; nil: all may
	salvagedFrom time.Time // when the backup was made that repaired the journal

	backedUp  BackupFile // the last verified one
	grown     int64      // bytes of the journal since then
	elsewhere string     // second place of the backups; empty: none
	copied    string     // path of the backup last copied there
	restoring string     // name of the backup that is being restored; empty: none
	copyErr   error      // why the last copy failed
}

// Open opens the base in the folder dir, which it makes if only dir itself is missing. Every failure is an *Error. The
// base is held until Close: a second Open of the same folder, from here or from another process, fails.
func Open(dir string, o Options) (*Store, error) {
	s := &Store{dir: dir, log: o.Log, now: o.Now, minFree: o.MinFree, phrase: o.Phrase, cost: o.cost, idle: o.Idle, progress: o.Progress, quick: cmp.Or(o.quick, quickFrom)}
	s.forget()
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	if s.now == nil {
		s.now = time.Now
	}
	if s.minFree == 0 {
		s.minFree, s.careful = 300<<20, true
	}
	if s.cost == (cost{}) {
		s.cost = usualCost()
	}
	if err := s.take(); err != nil {
		return nil, err
	}
	if err := s.open(); err != nil {
		s.abandon()
		return nil, failure(dir, err)
	}
	s.adopt()
	if s.idle == 0 {
		s.idle = restAfter
	}
	if s.idle > 0 {
		s.timer = time.AfterFunc(s.idle, s.rest)
	}
	return s, nil
}

// abandon lets go of what a failed Open holds.
func (s *Store) abandon() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	if s.base != nil {
		_ = s.base.close()
	}
	if s.journal != nil {
		_ = s.journal.close()
	}
	_ = s.lock.Close()
}

// take makes the folder, locks it and looks whether there is room.
func (s *Store) take() error {
	if err := os.Mkdir(s.dir, 0o700); err != nil && !os.IsExist(err) {
		return writing(s.dir, err)
	}
	if i, err := os.Stat(s.dir); err != nil || !i.IsDir() {
		return &Error{Kind: KindPath, Path: s.dir, Err: err}
	}
	f, err := os.OpenFile(s.path(lockName), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return failure(s.dir, err)
	}
	held, err := lockFile(f)
	switch {
	case held:
		err = &Error{Kind: KindAlreadyOpen, Path: s.dir}
	case err != nil:
		err = failure(s.dir, err)
	}
	if err != nil {
		f.Close()
		return err
	}
	s.lock, s.readOnly = f, s.cramped()
	return nil
}

// read returns the payload of key, from the base or, where the base fails, from the journal.
func (s *Store) read(key string) ([]byte, error) {
	if s.closed {
		return nil, &Error{Kind: KindClosed}
	}
	if _, ok := s.journal.index[key]; !ok {
		return nil, &Error{Kind: KindNotFound, Path: key[2:], Err: ErrNotFound}
	}
	if !s.behind && !s.resting {
		raw, err := s.opened(key, s.base.value)
		if err == nil {
			return raw, nil
		}
		s.log.Error("read base", "key", key, "err", err)
		s.behind = true
	}
	raw, err := s.opened(key, s.journal.read)
	if err != nil {
		return nil, &Error{Kind: KindDamaged, Path: key, Err: err}
	}
	return raw, nil
}

// opened returns the payload of key that read gives sealed.
func (s *Store) opened(key string, read func(string) ([]byte, error)) ([]byte, error) {
	value, err := read(key)
	if err != nil {
		return nil, err
	}
	return unseal(s.secret, key, value)
}

// apply makes changes durable, all or none: they are acknowledged by the journal. The base follows; where it cannot, it
// stays behind until it is made again at the next opening.
func (s *Store) apply(changes []change) error {
	if err := s.writable(); err != nil {
		return err
	}
	purged := s.purged
	for _, c := range changes {
		if _, there := s.journal.index[c.key]; there && c.value == nil && strings.HasPrefix(c.key, "d/") {
			purged++
		}
	}
	if purged > s.purged {
		number, err := s.sealed(purgedKey, []byte(strconv.Itoa(purged)))
		if err != nil {
			return err
		}
		changes = append(changes, number...)
	}
	s.wake()
	was := s.journal.bytes
	if err := s.journal.append(changes, s.settling == nil); err != nil {
		return failure(s.dir, err)
	}
	s.purged = purged
	s.grown += s.journal.bytes - was
	if s.behind {
		return nil
	}
	// Badger dies of a full disk: it must not be asked to write on one.
	free, err := freeSpace(s.dir)
	if err == nil && free < s.minFree {
		err = fmt.Errorf("%d bytes free", free)
	}
	if err == nil {
		err = s.base.put(s.journal.seq, changes)
	}
	if err != nil {
		s.log.Error("write base", "err", err)
		s.behind = true
	}
	return nil
}

// Notice says in French what opening had to repair, for the person to read once; empty when all was as it had been left.
func (s *Store) Notice() string { return s.notice }

// Close writes what is pending and lets the folder go. A second Close does nothing.
func (s *Store) Close() error {
	s.leaving.Store(true)
	s.keeping.Lock()
	defer s.keeping.Unlock()
	s.hold()
	defer s.mu.Unlock()
	if s.closed {
		return nil
	}
	if s.pending != nil { // the next opening settles it
		s.behind = true
	}
	if s.resting && s.left != nil {
		s.resting, s.behind = false, true
	}
	s.closed = true
	if s.timer != nil {
		s.timer.Stop()
	}
	err := s.journal.close()
	if s.base == nil {
		s.behind = !s.resting
	} else if e := s.base.close(); e != nil {
		s.log.Error("close base", "err", e) // made again at the next opening
		s.behind = true
	}
	if err == nil && s.readOnly == nil && !s.resting {
		err = leaveMark(s.path(markName), s.path(baseName), mark{Seq: s.journal.seq, Behind: s.behind})
		if err == nil && !s.behind {
			s.leaveDigest()
		}
	}
	if e := s.lock.Close(); err == nil {
		err = e
	}
	return failure(s.dir, err)
}
