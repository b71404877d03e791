package storage

import (
	"encoding/binary"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"time"

	badger "github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/options"
	"github.com/dgraph-io/badger/v4/table"
)

// A change sets key to value, or deletes it where value is nil. The keys are
//
//	d/<id>  the dossier            s/<id>  its summary, while it is in the list
//	c/<id>  its summary, while it is in the trash
//	r/ u/ v/  its history: see revision.go
//	a/<id>/<attachment>  what is attached to it: see pieces.go
//	p/<id>  the dossier as it was acknowledged, until the rest is made: see draft.go
//	m/cree  when the base was made
//	m/effaces  how many dossiers were erased for good
//	m/seq   number of the last change, in the base only
type change struct {
	key   string
	value []byte // sealed
}

// tuned are the options measured for a desktop: 81 MB of files instead of 2 177 for an empty base, see the storage
// decision. The journal, not Badger, makes a save durable.
func tuned(dir string, log *slog.Logger) badger.Options {
	return badger.DefaultOptions(dir).
		WithSyncWrites(false).
		WithMemTableSize(8 << 20).
		WithNumMemtables(2).
		WithValueLogFileSize(32 << 20).
		WithBlockCacheSize(16 << 20).
		WithIndexCacheSize(0).
		WithNumCompactors(2).
		WithNumLevelZeroTables(2).
		WithNumLevelZeroTablesStall(6).
		WithBaseTableSize(2 << 20).
		WithCompression(options.Snappy).
		WithCompactL0OnClose(true).
		WithNumVersionsToKeep(1).
		WithMetricsEnabled(false).
		WithNumGoroutines(2).
		WithVerifyValueChecksum(true).
		WithChecksumVerificationMode(options.OnBlockRead).
		WithDetectConflicts(true).
		WithExternalMagic(schema).
		WithLogger(engineLog{log})
}

// A base is the live copy of what the journal holds, in Badger. It can be made again from the journal at any time; it is
// never on the road of a save.
type base struct {
	dir  string
	db   *badger.DB
	room int64 // bytes that must be free on the disk: without them Badger dies, and is not called
}

const (
	seqKey  = "m/seq"
	madeKey = "m/cree"

	purgedKey = "m/effaces" // how many dossiers were erased for good
)

// quiet are the options of a base that is not being filled: the two compactors look for work forty times a second, and wake
// the processor some two hundred times. Without them tables gather until the base is closed, which is to stop nothing.
func quiet(dir string, log *slog.Logger) badger.Options {
	return tuned(dir, log).WithNumCompactors(0).WithNumLevelZeroTablesStall(1 << 16)
}

// openBase opens the base of a folder that is as it was closed: Badger dies of a damaged one. Its compactors run only where
// they have work.
func openBase(dir string, room int64, log *slog.Logger) (*base, error) {
	db, err := badger.Open(quiet(dir, log))
	if err != nil {
		return nil, err
	}
	if !crowded(db.Levels()) {
		return &base{dir, db, room}, nil
	}
	if err := db.Close(); err != nil {
		return nil, err
	}
	return makeBase(dir, room, log)
}

// makeBase opens the base of an empty folder, to be filled.
func makeBase(dir string, room int64, log *slog.Logger) (*base, error) {
	db, err := badger.Open(tuned(dir, log))
	if err != nil {
		return nil, err
	}
	return &base{dir, db, room}, nil
}

// crowded reports whether there is work for the compactors.
func crowded(levels []badger.LevelInfo) bool {
	return slices.ContainsFunc(levels, func(l badger.LevelInfo) bool { return l.Score >= 1 })
}

// probeTable reads a whole table of a base, and says what Badger would find wrong in it.
func probeTable(path string) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("table: %v", r)
		}
	}()
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	o := table.Options{ChkMode: options.OnTableRead, BlockSize: 4 << 10, Compression: options.Snappy}
	t, err := table.OpenInMemoryTable(b, 1, &o)
	if err != nil {
		return err
	}
	return t.VerifyChecksum()
}

// put writes changes and the number of the last one in one transaction.
func (b *base) put(seq uint64, changes []change) error {
	return b.db.Update(func(tx *badger.Txn) error {
		for _, c := range changes {
			var err error
			if c.value == nil {
				err = tx.Delete([]byte(c.key))
			} else {
				err = tx.Set([]byte(c.key), c.value)
			}
			if err != nil {
				return err
			}
		}
		return tx.Set([]byte(seqKey), binary.BigEndian.AppendUint64(nil, seq))
	})
}

// fill writes the values of a whole journal.
func (b *base) fill(seq uint64, each func(func(string, []byte) error) error) error {
	w := b.db.NewWriteBatch()
	defer w.Cancel()
	if err := each(func(key string, value []byte) error { return w.Set([]byte(key), value) }); err != nil {
		return err
	}
	if err := w.Set([]byte(seqKey), binary.BigEndian.AppendUint64(nil, seq)); err != nil {
		return err
	}
	return w.Flush()
}

// each calls visit with every key but the number of the last change, which it returns, and with what reads its value.
func (b *base) each(visit func(key string, value func() ([]byte, error)) error) (seq uint64, err error) {
	err = b.db.View(func(tx *badger.Txn) error {
		o := badger.DefaultIteratorOptions
		o.PrefetchValues = false
		it := tx.NewIterator(o)
		defer it.Close()
		for it.Rewind(); it.Valid(); it.Next() {
			read := func() ([]byte, error) { return it.Item().ValueCopy(nil) }
			key := string(it.Item().Key())
			if key != seqKey {
				if err := visit(key, read); err != nil {
					return err
				}
				continue
			}
			value, err := read()
			if err == nil && len(value) != 8 {
				err = errSeal
			}
			if err != nil {
				return err
			}
			seq = binary.BigEndian.Uint64(value)
		}
		return nil
	})
	return seq, err
}

// value returns the sealed value of key.
func (b *base) value(key string) ([]byte, error) {
	var out []byte
	err := b.db.View(func(tx *badger.Txn) error {
		item, err := tx.Get([]byte(key))
		if err == nil {
			out, err = item.ValueCopy(nil)
		}
		return err
	})
	return out, err
}

// close closes Badger and flushes every file: where its own flush does nothing, this one does. A Badger that does not
// come back is left behind after ten seconds, and so is one on a full disk: the journal makes that safe.
func (b *base) close() error {
	if free, err := freeSpace(b.dir); err == nil && free < b.room {
		return fmt.Errorf("left open: %d bytes free", free)
	}
	done := make(chan error, 1)
	go func() { done <- b.db.Close() }()
	select {
	case err := <-done:
		if err != nil {
			return err
		}
	case <-time.After(10 * time.Second):
		return errors.New("badger does not close")
	}
	all, err := os.ReadDir(b.dir)
	if err != nil {
		return err
	}
	for _, e := range all {
		if err := syncFile(filepath.Join(b.dir, e.Name())); err != nil {
			return err
		}
	}
	return syncDir(b.dir)
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	err = f.Sync()
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}

// engineLog hands what Badger says to the log, cut short: some of its errors quote a value.
type engineLog struct{ log *slog.Logger }

func (l engineLog) Errorf(f string, a ...any)   { l.log.Error(cut(f, a)) }
func (l engineLog) Warningf(f string, a ...any) { l.log.Warn(cut(f, a)) }
func (l engineLog) Infof(f string, a ...any)    { l.log.Debug(cut(f, a)) }
func (l engineLog) Debugf(f string, a ...any)   { l.log.Debug(cut(f, a)) }

func cut(f string, a []any) string {
	return fmt.Sprintf("badger: %.200s", Unquoted(fmt.Sprintf(f, a...)))
}
