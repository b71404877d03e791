package storage

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// To protect a data folder, or to stop, is to write all of it again under another secret. All is first written beside the
// former, in convertName, and read back; then readyName is put there, and from that moment the new takes the place of the
// former, whatever happens: an opening that finds readyName goes on, one that does not find it throws the beginning away.
const (
	convertName = "neuf"
	readyName   = "pret"
	formerName  = "ancien"
)

// Protected reports whether the dossiers can only be read with a phrase.
func (s *Store) Protected() bool {
	s.hold()
	defer s.mu.Unlock()
	return s.secret != nil
}

// Protect seals everything in the data folder under phrase, and returns the code that opens it without the phrase: it is
// written nowhere, and must be printed. Either all is done or nothing is changed.
func (s *Store) Protect(phrase string) (code string, err error) {
	s.keeping.Lock()
	defer s.keeping.Unlock()
	s.hold()
	defer s.mu.Unlock()
	if err := s.writable(); err != nil {
		return "", err
	}
	if WeakPhrase(phrase) != "" {
		return "", &Error{Kind: KindWeak}
	}
	if s.secret != nil {
		return "", &Error{Kind: KindOther, Path: s.dir, Err: errors.New("already protected")}
	}
	keys, key, code, err := newKeyring(phrase, s.cost)
	if err != nil {
		return "", err
	}
	to, err := newSecret(key)
	if err != nil {
		return "", err
	}
	return code, failure(s.dir, s.convert(to, keys, nil))
}

// Unprotect writes everything in clear again, after phrase proved right.
func (s *Store) Unprotect(phrase string) error {
	s.keeping.Lock()
	defer s.keeping.Unlock()
	s.hold()
	defer s.mu.Unlock()
	if _, err := s.prove(phrase); err != nil {
		return err
	}
	return failure(s.dir, s.convert(nil, nil, nil))
}

// ChangePhrase makes now the phrase, after was proved right. It writes the header only: a backup made before still opens by
// the phrase of its day.
func (s *Store) ChangePhrase(was, now string) error {
	return s.changeKeys(was, func(keys *keyring, key []byte) error {
		if WeakPhrase(now) != "" {
			return &Error{Kind: KindWeak}
		}
		return keys.relock(key, now, s.cost)
	})
}

// RenewCode returns another code for the printed sheet, after phrase proved right; the former opens nothing any more, but
// the backups made before.
func (s *Store) RenewCode(phrase string) (code string, err error) {
	err = s.changeKeys(phrase, func(keys *keyring, key []byte) (err error) {
		code, err = keys.renew(key, s.cost)
		return err
	})
	return code, err
}

func (s *Store) changeKeys(phrase string, change func(*keyring, []byte) error) error {
	s.hold()
	defer s.mu.Unlock()
	key, err := s.prove(phrase)
	if err != nil {
		return err
	}
	keys := *s.keys
	if err := change(&keys, key); err != nil {
		return err
	}
	if err := saveHeader(s.path(headName), &keys); err != nil {
		return failure(s.dir, err)
	}
	s.keys = &keys
	return failure(s.dir, s.copyHeader())
}

// prove returns the data key of an open and protected store, if phrase is right.
func (s *Store) prove(phrase string) ([]byte, error) {
	if err := s.writable(); err != nil {
		return nil, err
	}
	if s.keys == nil {
		return nil, &Error{Kind: KindOther, Path: s.dir, Err: errors.New("not protected")}
	}
	if _, err := unlock(s.keys, phrase); err != nil {
		return nil, at(s.dir, err)
	}
	return s.secret.key, nil
}

// convert writes the folder again under another secret, then goes on from there. After a failure nothing is changed, or the
// store is closed and the next opening finishes.
func (s *Store) convert(to *secret, keys *keyring, change alteration) error {
	if err := s.writable(); err != nil {
		return err
	}
	s.wake()
	if err := s.prepare(to, keys, change); err != nil {
		_ = os.RemoveAll(s.path(convertName))
		return err
	}
	if err := s.journal.close(); err != nil {
		s.log.Error("close journal", "err", err)
	}
	if s.base != nil {
		if err := s.base.close(); err != nil {
			s.log.Error("close base", "err", err)
		}
		s.base = nil
	}
	err := finishConversion(s.dir)
	if err == nil {
		s.secret, s.keys = to, keys
		err = s.copyHeader()
	}
	if err == nil {
		s.journal, err = openJournal(s.path(journalName))
	}
	if err == nil {
		s.findBackups()
		s.forget()
		s.behind = false
		err = s.rebuild(late)
	}
	if err != nil {
		s.closed = true
		_ = s.lock.Close()
	}
	return err
}

// prepare writes and verifies the new folder, and marks it ready.
func (s *Store) prepare(to *secret, keys *keyring, change alteration) error {
	fresh := s.path(convertName)
	if err := os.RemoveAll(fresh); err != nil {
		return err
	}
	if err := os.Mkdir(fresh, 0o700); err != nil {
		return err
	}
	c := conversion{from: s.secret, to: to, keys: keys, change: change}
	if err := c.journal(s.journal, filepath.Join(fresh, journalName), s.journal.seq); err != nil {
		return err
	}
	kept, err := formerJournals(s.dir)
	if err != nil {
		return err
	}
	for _, name := range kept {
		j, err := openJournal(s.path(name))
		if err != nil {
			return err
		}
		c.lenient = true // what cannot be read of a journal set aside was lost before
		if err := os.MkdirAll(filepath.Dir(filepath.Join(fresh, name)), 0o700); err != nil {
			return err
		}
		if err := c.journal(j, filepath.Join(fresh, name), j.seq); err != nil {
			return err
		}
	}
	for _, folder := range s.folders() {
		if err := c.tree(s.path(folder.name), filepath.Join(fresh, folder.name), folder.convert); err != nil {
			return err
		}
	}
	if err := saveHeader(filepath.Join(fresh, headName), keys); err != nil {
		return err
	}
	return replaceFile(filepath.Join(fresh, readyName), []byte("1"), 0o600)
}

// formerJournals names the journals that were set aside, damaged or replaced by a restoration.
func formerJournals(dir string) ([]string, error) {
	var out []string
	for _, pattern := range []string{journalName + ".ecarte-*", formerPrefix + "*/" + journalName} {
		all, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			return nil, err
		}
		for _, path := range all {
			name, err := filepath.Rel(dir, path)
			if err != nil {
				return nil, err
			}
			out = append(out, name)
		}
	}
	return out, nil
}

// A conversion carries files from one secret to another.
type conversion struct {
	from, to *secret
	keys     *keyring // of to
	lenient  bool     // leave out what does not open
	change   alteration
}

// An alteration returns what the payload of a key becomes; nil leaves all as it is.
type alteration func(key string, payload []byte) ([]byte, error)

// payload is what was held under the former secret, as it is to be held under the new.
func (c *conversion) payload(key string, value []byte) ([]byte, error) {
	raw, err := unseal(c.from, key, value)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", key, err)
	}
	if c.change == nil {
		return raw, nil
	}
	return c.change(key, raw)
}

func (c *conversion) reseal(key string, value []byte) ([]byte, error) {
	raw, err := c.payload(key, value)
	if err != nil {
		return nil, err
	}
	return seal(c.to, key, raw)
}

// journal writes what j holds as a journal in dir, and reads it back.
func (c *conversion) journal(j *journal, dir string, seq uint64) error {
	fresh, err := openJournal(dir)
	if err != nil {
		return err
	}
	values := map[string]place{}
	for _, key := range j.keys() {
		if value, err := j.read(key); err != nil || c.opens(key, value) != nil {
			if c.lenient {
				continue
			}
			return &Error{Kind: KindDamaged, Path: key, Err: errors.Join(err, errSeal)}
		}
		values[key] = j.index[key]
	}
	err = fresh.restate(max(seq, 1), len(values), func(visit func(string, []byte) error) error {
		return j.each(func(key string, value []byte) error {
			if _, good := values[key]; !good {
				return nil
			}
			b, err := c.reseal(key, value)
			if err != nil {
				return err
			}
			return visit(key, b)
		})
	})
	if err != nil {
		return err
	}
	return fresh.each(func(key string, value []byte) error {
		was, err := j.read(key)
		if err != nil {
			return err
		}
		return c.equal(key, was, value)
	})
}

func (c *conversion) opens(key string, value []byte) error {
	_, err := unseal(c.from, key, value)
	return err
}

// equal checks that now holds, under the new secret, what was held under the former.
func (c *conversion) equal(key string, was, now []byte) error {
	a, err := c.payload(key, was)
	if err != nil {
		return err
	}
	b, err := unseal(c.to, key, now)
	if err != nil {
		return err
	}
	if !bytes.Equal(a, b) {
		return fmt.Errorf("%s: what was written is not what is read back", key)
	}
	return nil
}

// tree converts every file below from into to; nothing where from does not exist.
func (c *conversion) tree(from, to string, file func(c *conversion, from, to string) error) error {
	err := filepath.WalkDir(from, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, name)
		if e.IsDir() {
			return os.Mkdir(target, 0o700)
		}
		if !e.Type().IsRegular() || strings.HasPrefix(e.Name(), ".") {
			return nil // a beginning that a crash left
		}
		if err := file(c, path, target); err != nil {
			return fmt.Errorf("convert %s: %w", name, err)
		}
		return syncDir(filepath.Dir(target))
	})
	if errors.Is(err, fs.ErrNotExist) {
		if _, missing := os.Stat(from); errors.Is(missing, fs.ErrNotExist) {
			return nil
		}
	}
	return err
}

// stream converts a file that was written by writer under its own base name, and reads it back.
func (c *conversion) stream(from, to string) error {
	name := filepath.Base(from)
	was := sha256.New()
	err := pass(c.from, name, from, func(r io.Reader) error {
		f, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if err != nil {
			return err
		}
		w, err := c.to.writer(name, f)
		if err == nil {
			_, err = io.Copy(io.MultiWriter(w, was), r)
		}
		if err == nil {
			err = w.Close()
		}
		if err == nil {
			err = f.Sync()
		}
		return errors.Join(err, f.Close())
	})
	if err != nil {
		return err
	}
	now := sha256.New()
	err = pass(c.to, name, to, func(r io.Reader) error {
		_, err := io.Copy(now, r)
		return err
	})
	if err == nil && !bytes.Equal(was.Sum(nil), now.Sum(nil)) {
		err = errors.New("what was written is not what is read back")
	}
	return err
}

// pass gives do what stands in the file path under k.
func pass(k *secret, name, path string, do func(io.Reader) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	r, err := k.reader(name, f)
	if err != nil {
		return err
	}
	return do(r)
}

// finishConversion goes on with a conversion that is ready, or throws away one that is not. It needs no secret, and may be
// stopped and called again at any point.
func finishConversion(dir string) error {
	for _, step := range conversionSteps(dir) {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func conversionSteps(dir string) []func() error {
	fresh, former := filepath.Join(dir, convertName), filepath.Join(dir, formerName)
	if _, err := os.Stat(filepath.Join(fresh, readyName)); err != nil {
		return []func() error{func() error { return os.RemoveAll(fresh) }, func() error { return os.RemoveAll(former) }}
	}
	steps := []func() error{
		func() error { return dropMark(filepath.Join(dir, markName)) },
		func() error {
			if err := os.Mkdir(former, 0o700); err != nil && !os.IsExist(err) {
				return err
			}
			return nil
		},
	}
	entries, err := os.ReadDir(fresh)
	if err != nil {
		return []func() error{func() error { return err }}
	}
	for _, e := range entries {
		name := e.Name()
		if name == readyName {
			continue
		}
		to := filepath.Join(dir, name)
		steps = append(steps,
			func() error { return moved(to, filepath.Join(former, name)) },
			func() error { return moved(filepath.Join(fresh, name), to) })
	}
	return append(steps,
		func() error { return syncDir(dir) },
		func() error { return dropLeftovers(dir) },
		func() error { return os.RemoveAll(former) },
		func() error { return os.Remove(filepath.Join(fresh, readyName)) },
		func() error { return os.RemoveAll(fresh) },
		func() error { return syncDir(dir) })
}

// moved renames from to to; nothing where from is there no more, or to already stands.
func moved(from, to string) error {
	if _, err := os.Lstat(to); err == nil {
		return nil
	}
	if err := rename(from, to); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// dropLeftovers removes what the conversion does not carry over and that could hold dossiers under the former secret: the
// base, which is made again, and the damaged files that were set aside.
func dropLeftovers(dir string) error {
	all, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range all {
		name := e.Name()
		ours := slices.ContainsFunc([]string{baseName + ".", headName + ".", headCopyName, digestName}, func(start string) bool {
			return strings.HasPrefix(name, start)
		})
		begun := strings.HasPrefix(name, ".ecriture-") || strings.HasPrefix(name, ".sauvegarde-")
		if name == baseName || ours || begun || name == journalName+freshExt {
			if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
				return err
			}
		}
	}
	return nil
}

// A folder is a part of the data folder that a conversion carries over, beside the journal.
type folder struct {
	name    string
	convert func(c *conversion, from, to string) error
}

func (s *Store) folders() []folder {
	return []folder{{"pieces", (*conversion).stream}, {backupsName, (*conversion).backup}}
}

// backup converts a backup. One that is damaged is left out: it could not be restored either.
func (c *conversion) backup(from, to string) error {
	if filepath.Base(from) == elsewhereName {
		_, err := copyFile(to, from)
		return err
	}
	head, count, err := c.readBackup(from)
	var e *Error
	if errors.As(err, &e) && (e.Kind == KindAltered || e.Kind == KindNoBackup) {
		return nil
	}
	if err != nil {
		return err
	}
	f, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	err = writeHead(f, c.keys, head)
	if err == nil {
		err = writeValues(f, head.Seq, count, func(visit func(string, []byte) error) error {
			return readBackup(from, "", io.Discard, func(key string, value []byte) error {
				if key == backupHead || key == backupKeys {
					return nil
				}
				b, err := c.reseal(key, value)
				if err != nil {
					return err
				}
				return visit(key, b)
			})
		})
	}
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	_, _, err = examine(to, "", io.Discard, func(*keyring) (*secret, error) { return c.to, nil })
	return err
}

// readBackup checks a backup, and returns what it says of itself and how many values it has.
func (c *conversion) readBackup(path string) (head Contents, count int, err error) {
	if head, _, err = examine(path, "", io.Discard, func(*keyring) (*secret, error) { return c.from, nil }); err != nil {
		return head, 0, err
	}
	err = readBackup(path, "", io.Discard, func(key string, _ []byte) error {
		if key != backupHead && key != backupKeys {
			count++
		}
		return nil
	})
	return head, count, err
}
