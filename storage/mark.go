package storage

import (
	"encoding/json"
	"errors"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"slices"
)

// A mark says that the base was closed well, and what its files then were. It stands in the data folder between a clean
// close and the next opening, and at no other time. Badger is never given files that differ from it: it would die of them,
// or lose dossiers without a word.
type mark struct {
	Seq    uint64     `json:"sequence"`
	Behind bool       `json:"en_retard,omitempty"` // the base lacked changes: it is to be made again
	Files  []markLine `json:"fichiers"`
}

type markLine struct {
	Name string `json:"nom"`
	Size int64  `json:"taille"`
	Sum  uint32 `json:"crc32c"` // 0 beyond markBudget
}

// markBudget is how many bytes of the base are read to judge it, so that a very large one still opens at once.
const markBudget = 64 << 20

// listFiles describes the files of a base.
func listFiles(dir string) ([]markLine, error) {
	all, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var out []markLine
	budget := int64(markBudget)
	for _, e := range all {
		i, err := e.Info()
		if err != nil {
			return nil, err
		}
		if !i.Mode().IsRegular() {
			return nil, errors.New("no regular file in the base")
		}
		line := markLine{Name: e.Name(), Size: i.Size()}
		if budget -= i.Size(); budget >= 0 {
			if line.Sum, err = fileSum(filepath.Join(dir, e.Name())); err != nil {
				return nil, err
			}
		}
		out = append(out, line)
	}
	return out, nil
}

func fileSum(path string) (uint32, error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	h := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	_, err = io.Copy(h, f)
	return h.Sum32(), err
}

// leaveMark writes the mark of a base that was just closed.
func leaveMark(path, base string, m mark) error {
	var err error
	if !m.Behind {
		if m.Files, err = listFiles(base); err != nil {
			return err
		}
	}
	b, err := json.Marshal(m)
	if err != nil {
		return err
	}
	return replaceFile(path, b, 0o600)
}

// readMark reads the mark. found tells that there is one; the mark is nil when it is not what the base looks like now.
func readMark(path, base string) (m *mark, found bool, err error) {
	b, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	m = &mark{}
	if json.Unmarshal(b, m) != nil {
		return nil, true, nil
	}
	if m.Behind {
		return m, true, nil
	}
	if !m.fits(base) {
		return nil, true, nil
	}
	return m, true, nil
}

// fits reports whether the files of the base are what m says.
func (m *mark) fits(base string) bool {
	files, err := listFiles(base)
	return err == nil && len(files) > 0 && slices.Equal(files, m.Files)
}

// peekMark reads the mark without looking at the base.
func peekMark(path string) (*mark, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	m := &mark{}
	return m, json.Unmarshal(b, m)
}

// dropMark removes the mark, for good before anything else changes.
func dropMark(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return syncDir(filepath.Dir(path))
}
