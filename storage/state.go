package storage

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
)

// condense writes the values that stand into one state, reads it again, and only then drops the files before it.
func (j *journal) condense() error {
	if err := j.close(); err != nil {
		return err
	}
	return j.restate(j.seq, len(j.index), j.each)
}

// restate makes count values, given by each, the state after change seq, and starts anew from there.
func (j *journal) restate(seq uint64, count int, each func(func(string, []byte) error) error) error {
	name := segmentName(seq, stateExt)
	path := filepath.Join(j.dir, name)
	if err := writeState(path+".tmp", seq, count, each); err != nil {
		return err
	}
	read := &journal{dir: j.dir, index: map[string]place{}}
	if err := read.loadState(name+".tmp", seq); err != nil {
		return err
	}
	if !read.whole || len(read.index) != count {
		return errors.New("the state written is not what is read back")
	}
	if err := rename(path+".tmp", path); err != nil {
		return err
	}
	if err := syncDir(j.dir); err != nil {
		return err
	}
	return j.dropBefore(name)
}

func writeState(path string, seq uint64, count int, each func(func(string, []byte) error) error) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	err = writeValues(f, seq, count, each)
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}

// writeValues writes one record a value, then one that says how many there are.
func writeValues(f io.Writer, seq uint64, count int, each func(func(string, []byte) error) error) error {
	w := bufio.NewWriterSize(f, 1<<16)
	err := each(func(key string, value []byte) error {
		_, err := w.Write(record{seq, []change{{key, value}}}.pack())
		return err
	})
	if err != nil {
		return err
	}
	if _, err := w.Write(record{seq, []change{{stateEnd, []byte(strconv.Itoa(count))}}}.pack()); err != nil {
		return err
	}
	return w.Flush()
}

// dropBefore removes the files that the state of that name replaces, and reads the journal again.
func (j *journal) dropBefore(name string) error {
	for _, ext := range []string{changesExt, stateExt} {
		names, err := segments(j.dir, ext)
		if err != nil {
			return err
		}
		for _, n := range names {
			if n == name {
				continue
			}
			if err := os.Remove(filepath.Join(j.dir, n)); err != nil {
				return err
			}
		}
	}
	again, err := openJournal(j.dir)
	if err != nil {
		return err
	}
	*j = *again
	return nil
}
