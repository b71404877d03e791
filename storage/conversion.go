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
	"strings"
)

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
