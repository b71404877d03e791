package storage

import (
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
)

type header struct {
	Format string `json:"format"`
	Schema int    `json:"schema"`
	Sum    uint32 `json:"crc32c"` // of the two others
}

const headerFormat = "appui-technique.base"

// checkHeader refuses the folder of a newer program, and writes the header of a new one. A damaged header is kept aside.
func (s *Store) checkHeader() error {
	path := s.path(headName)
	b, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	var h header
	if json.Unmarshal(b, &h) == nil && h.Format == headerFormat && h.Sum == h.sum() {
		if h.Schema > schema {
			return &Error{Kind: KindTooRecent, Path: s.dir, Err: fmt.Errorf("schema %d", h.Schema)}
		}
		return nil
	}
	if len(b) > 0 {
		if _, err := aside(path, s.now()); err != nil {
			return err
		}
	}
	h = header{Format: headerFormat, Schema: schema}
	h.Sum = h.sum()
	if b, err = json.Marshal(h); err != nil {
		return err
	}
	return replaceFile(path, b, 0o600)
}

func (h header) sum() uint32 {
	return crc32.Checksum(fmt.Append(nil, h.Format, " ", h.Schema), crc32.MakeTable(crc32.Castagnoli))
}
