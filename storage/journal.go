package storage

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A journal is what makes a save durable: files that only grow, each change flushed to the disk before it is
// acknowledged. <n>.jrn holds the changes from the nth on; <n>.etat holds the values that stand after the nth, and makes
// the files before it useless.
type journal struct {
	dir   string
	seq   uint64 // of the last change
	whole bool   // no change is missing between the first and the last
	index map[string]place
	bytes int64 // of all the files
	files int

	w     *os.File // the file that grows; nil until the next change
	name  string   // of w
	size  int64    // of what is sound in w
	loose bool     // something in w was not flushed yet: what can be derived again
	seen  *os.File // where the last acknowledged change is noted
}

// A place is where the value of a key stands.
type place struct {
	file string
	at   int64
	size int
}

const (
	changesExt  = ".jrn"
	stateExt    = ".etat"
	maxSegment  = 4 << 20
	maxFiles    = 50
	condenseMin = 8 << 20 // below this many bytes the journal is left alone
	stateEnd    = "m/fin" // key of the last record of a state
)

func segmentName(n uint64, ext string) string { return fmt.Sprintf("%020d%s", n, ext) }

// segments lists the files of dir that have this extension, in the order of their numbers.
func segments(dir, ext string) ([]string, error) {
	all, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, e := range all {
		if n := strings.TrimSuffix(e.Name(), ext); len(n) == 20 && n != e.Name() {
			out = append(out, e.Name())
		}
	}
	slices.Sort(out)
	return out, nil
}

// openJournal reads the journal in dir, which it makes. It changes nothing else.
func openJournal(dir string) (*journal, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	j := &journal{dir: dir, whole: true, index: map[string]place{}}
	states, err := segments(dir, stateExt)
	if err != nil {
		return nil, err
	}
	from := uint64(0)
	if len(states) > 0 {
		last := states[len(states)-1]
		if from, err = strconv.ParseUint(strings.TrimSuffix(last, stateExt), 10, 64); err != nil {
			return nil, err
		}
		if err := j.loadState(last, from); err != nil {
			return nil, err
		}
	}
	changes, err := segments(dir, changesExt)
	if err != nil {
		return nil, err
	}
	for _, name := range changes {
		if name >= segmentName(from+1, changesExt) {
			err = j.loadChanges(name)
		}
		if err != nil {
			return nil, err
		}
	}
	return j, nil
}

// loadState reads a state, which is whole when it ends with the count of its keys.
func (j *journal) loadState(name string, seq uint64) error {
	b, err := os.ReadFile(filepath.Join(j.dir, name))
	if err != nil {
		return err
	}
	count := ""
	tail := scan(b, func(at int, r record) {
		if len(r.changes) == 1 && r.changes[0].key == stateEnd {
			count = string(r.changes[0].value)
			return
		}
		j.enter(name, at, r)
	})
	j.seq, j.bytes, j.files = seq, int64(len(b)), 1
	j.whole = tail == len(b) && count == strconv.Itoa(len(j.index))
	return nil
}

// loadChanges reads a segment, and notices when changes are missing before one of its own. What was written and not
// acknowledged may stand at the end of a segment, and its number be given again in the next.
func (j *journal) loadChanges(name string) error {
	b, err := os.ReadFile(filepath.Join(j.dir, name))
	if err != nil {
		return err
	}
	scan(b, func(at int, r record) {
		if r.seq < j.seq {
			return
		}
		if r.seq > j.seq+1 {
			j.whole = false
		}
		j.seq = r.seq
		j.enter(name, at, r)
	})
	j.bytes += int64(len(b))
	j.files++
	return nil
}

// enter files the values of a record found at that place.
func (j *journal) enter(name string, at int, r record) {
	offset := at + recordHead + 8
	for _, c := range r.changes {
		offset += varintLen(uint64(len(c.key))) + len(c.key)
		if c.value == nil {
			offset++
			delete(j.index, c.key)
			continue
		}
		offset += varintLen(uint64(len(c.value)) + 1)
		j.index[c.key] = place{name, int64(offset), len(c.value)}
		offset += len(c.value)
	}
}

func varintLen(n uint64) int {
	size := 1
	for ; n >= 0x80; n >>= 7 {
		size++
	}
	return size
}

// append writes changes and returns once they are on the disk, or, where flush is false, at once: they then reach the disk
// with what comes next. After an error the journal is as it was.
func (j *journal) append(changes []change, flush bool) error {
	if j.w == nil || j.size > maxSegment {
		if err := j.grow(); err != nil {
			return err
		}
	}
	r := record{j.seq + 1, changes}
	b := r.pack()
	if len(b) > maxRecord {
		return errors.New("record too long")
	}
	_, err := j.w.WriteAt(b, j.size)
	if err == nil && flush {
		err = j.w.Sync()
	}
	if err != nil {
		// What a failed flush left on the disk is unknown: never write after it, start another file.
		_ = j.w.Truncate(j.size)
		_ = j.close()
		return err
	}
	j.enter(j.name, int(j.size), r)
	j.seq++
	j.loose = !flush
	if flush {
		j.see(j.seq)
	}
	j.size += int64(len(b))
	j.bytes += int64(len(b))
	return nil
}

// grow starts the file of the next changes. A file of that name holds none that was acknowledged.
func (j *journal) grow() error {
	if err := j.close(); err != nil {
		return err
	}
	name := segmentName(j.seq+1, changesExt)
	f, err := os.OpenFile(filepath.Join(j.dir, name), os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if err := syncDir(j.dir); err != nil {
		f.Close()
		return err
	}
	j.w, j.name, j.size = f, name, 0
	j.files++
	return nil
}

// read returns the sealed value of key; the caller has seen it in the index.
func (j *journal) read(key string) ([]byte, error) {
	p := j.index[key]
	f, err := os.Open(filepath.Join(j.dir, p.file))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b := make([]byte, p.size)
	_, err = f.ReadAt(b, p.at)
	return b, err
}

// each calls visit with every value, in the order they were written.
func (j *journal) each(visit func(key string, value []byte) error) error {
	var f *os.File
	defer func() { f.Close() }()
	for _, key := range j.keys() {
		p := j.index[key]
		path := filepath.Join(j.dir, p.file)
		if f == nil || f.Name() != path {
			f.Close() // nothing happens to the nil file
			var err error
			if f, err = os.Open(path); err != nil {
				return err
			}
		}
		value := make([]byte, p.size)
		if _, err := f.ReadAt(value, p.at); err != nil {
			return err
		}
		if err := visit(key, value); err != nil {
			return err
		}
	}
	return nil
}

// copied is the journal as it stands, for reading; its files must stay.
func (j *journal) copied() *journal {
	return &journal{dir: j.dir, seq: j.seq, whole: j.whole, index: maps.Clone(j.index)}
}

// after is the size of what was written after change seq, up to the length of one file more.
func (j *journal) after(seq uint64) int64 {
	names, err := segments(j.dir, changesExt)
	if err != nil {
		return 0
	}
	total := int64(0)
	for _, name := range names {
		if i, err := os.Stat(filepath.Join(j.dir, name)); err == nil && name > segmentName(seq, changesExt) {
			total += i.Size()
		}
	}
	return total
}

func (j *journal) keys() []string {
	keys := make([]string, 0, len(j.index))
	for k := range j.index {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int {
		x, y := j.index[a], j.index[b]
		if x.file != y.file {
			return strings.Compare(x.file, y.file)
		}
		return int(x.at - y.at)
	})
	return keys
}

// heavy reports whether most of the journal is of no use any more.
func (j *journal) heavy() bool {
	live := int64(0)
	for _, p := range j.index {
		live += int64(p.size)
	}
	return j.files > maxFiles || j.bytes > condenseMin && j.bytes > 3*live
}

// flush makes sure of what was written without waiting for the disk.
func (j *journal) flush() error {
	if j.w == nil || !j.loose {
		return nil
	}
	err := j.w.Sync()
	j.loose = err != nil
	return err
}

// close closes the file that grows.
func (j *journal) close() error {
	if j.seen != nil {
		_ = j.seen.Close()
		j.seen = nil
	}
	if j.w == nil {
		return nil
	}
	err := j.flush()
	if e := j.w.Close(); err == nil {
		err = e
	}
	j.w, j.loose = nil, false
	return err
}

// aside renames a file or folder that is damaged, and returns its new name, so that nothing of it is lost.
func aside(path string, now time.Time) (string, error) {
	to := path + ".ecarte-" + now.Format("20060102-150405.000000000")
	return to, os.Rename(path, to)
}
