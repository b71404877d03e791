package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// Where the disk is almost full, the dossiers are opened to be read: nothing is written, neither by us nor by Badger, which
// dies of a full disk. All is then read from the journal.

// ReadOnly returns why nothing can be saved, an *Error; nil when all can.
func (s *Store) ReadOnly() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.readOnly == nil {
		return nil
	}
	return s.readOnly
}

// Retry opens for good a store that could only be read; its failure says what still lacks, and the store can then be read
// as before.
func (s *Store) Retry() error {
	s.keeping.Lock()
	defer s.keeping.Unlock()
	s.hold()
	defer s.mu.Unlock()
	if s.closed {
		return &Error{Kind: KindClosed}
	}
	if s.readOnly == nil {
		return nil
	}
	if e := s.cramped(); e != nil {
		e.Saved = s.readOnly.Saved
		s.readOnly = e
		return e
	}
	was := s.readOnly
	s.readOnly, s.behind = nil, false
	s.forget()
	if err := s.open(); err != nil {
		s.readOnly, s.behind = was, true
		return failure(s.dir, err)
	}
	s.adopt()
	return nil
}

// writable returns why nothing may be written, nil when all may.
func (s *Store) writable() error {
	if s.closed {
		return &Error{Kind: KindClosed}
	}
	if s.readOnly != nil {
		return s.readOnly
	}
	if s.pending != nil {
		return failure(s.dir, s.pending.err)
	}
	return nil
}

// cramped returns the failure of a disk that has not the room to work safely: the base may have to be made again beside
// what is there.
func (s *Store) cramped() *Error {
	need := s.minFree
	if s.careful {
		need = max(need, 2*folderSize(s.path(baseName)))
	}
	free, err := freeSpace(s.dir)
	if err != nil || free >= need {
		return nil
	}
	return &Error{Kind: KindDiskFull, Path: s.dir, Free: free}
}

func folderSize(dir string) int64 {
	all, err := os.ReadDir(dir)
	if err != nil {
		return 0
	}
	size := int64(0)
	for _, e := range all {
		if i, err := e.Info(); err == nil {
			size += i.Size()
		}
	}
	return size
}

// openReadOnly reads the journal. Where it does not hold everything, the base would have to be looked into, which is to
// write in it: the disk is then too full to open at all.
func (s *Store) openReadOnly() error {
	if _, err := os.Stat(s.path(headName)); err != nil {
		return s.readOnly
	}
	if err := s.checkHeader(); err != nil {
		return err
	}
	m, _, err := readMark(s.path(markName), s.path(baseName))
	if err != nil {
		return err
	}
	if s.journal, err = openJournal(s.path(journalName)); err != nil {
		return err
	}
	if s.journal.seq == 0 || !s.journal.whole || m != nil && s.journal.seq < m.Seq {
		return s.readOnly
	}
	s.findBackups()
	s.behind = true
	lost := 0
	for key := range s.journal.index {
		if err := s.see(key, func() ([]byte, error) { return s.journal.read(key) }); err != nil {
			s.log.Error("read journal", "key", key, "err", err)
			lost++
		}
	}
	if lost > 0 {
		s.notice = fmt.Sprintf("Un fichier était abîmé : %s n’ont pas pu être relus. Rien n’a été effacé.", plural(lost, "élément"))
	}
	s.readOnly.Saved = s.lastSaved()
	return nil
}

// lastSaved is when a dossier was last saved, by the clock of the computer; zero when none was.
func (s *Store) lastSaved() time.Time {
	last := time.Time{}
	for _, sm := range s.live {
		if sm.Saved.After(last) {
			last = sm.Saved
		}
	}
	return last
}

// clockNotice says that the clock went back since the last save: dates mislead, but nothing is decided by them.
func (s *Store) clockNotice() string {
	last := s.lastSaved()
	if !last.After(s.now().Add(10 * time.Minute)) {
		return ""
	}
	return "L’horloge de l’ordinateur retarde : le dernier enregistrement est daté du " + last.Format("02/01/2006 à 15 h 04") +
		". Vérifiez la date et l’heure de l’ordinateur ; vos dossiers, eux, sont intacts."
}

// restAfter is how long the base stays open after the last save: to open it again takes ten to twenty milliseconds, once the
// next save is acknowledged.
const restAfter = 30 * time.Second

// rest closes the base when nothing was saved for a while: Badger wakes the processor
// several times a second, two hundred while it is filled. The mark
// of a clean close is left meanwhile; what is read comes from the journal.
func (s *Store) rest() {
	s.hold()
	defer s.mu.Unlock()
	if s.closed || s.base == nil || s.behind {
		return
	}
	err := errors.Join(s.journal.flush(), s.base.close())
	if err == nil {
		err = leaveMark(s.path(markName), s.path(baseName), mark{Seq: s.journal.seq})
	}
	if err == nil {
		s.leaveDigest()
	}
	if err != nil {
		s.log.Error("rest", "err", err)
		s.behind = true // made again at the next opening
	}
	s.base, s.resting = nil, err == nil
}

// wake opens again a base that was closed by rest, if it is as it was.
func (s *Store) wake() {
	if s.timer != nil {
		s.timer.Reset(s.idle)
	}
	s.stir()
	if !s.resting {
		return
	}
	m := s.left
	s.resting, s.left = false, nil
	var err error
	if m.Behind || !m.fits(s.path(baseName)) {
		err = fmt.Errorf("%s is not as it was closed", filepath.Base(s.dir))
	}
	if err == nil {
		s.base, err = openBase(s.path(baseName), s.minFree, s.log)
	}
	if err != nil {
		s.log.Error("wake", "err", err)
		s.base, s.behind = nil, true
	}
}

// stir removes the mark of a base at rest before anything changes; wake, which may take longer, opens it afterwards.
func (s *Store) stir() {
	if !s.resting || s.left != nil {
		return
	}
	m, err := peekMark(s.path(markName))
	if err == nil && m.Seq != s.journal.seq {
		err = fmt.Errorf("mark of %d, journal of %d", m.Seq, s.journal.seq)
	}
	if e := s.unmark(); err == nil {
		err = e
	}
	if err != nil {
		s.log.Error("mark of the base at rest", "err", err)
		m = &mark{Behind: true}
	}
	s.left = m
}
