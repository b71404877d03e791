package storage

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A backup that leaves the data folder holds the pieces its dossiers refer to, cut into the values p/<sha256>/<n>. Those that
// stay in it do not: the pieces are beside them, and beside the copies in the second place.
const (
	pieceChunk  = 1 << 20
	orphansKey  = "m/orphelines" // since when nothing refers to which pieces
	orphansStay = 30 * 24 * time.Hour
)

func randomKey() []byte {
	key := make([]byte, keySize)
	_, _ = rand.Read(key) // never fails: it ends the program instead
	return key
}

// referred lists the pieces that the values of a journal refer to, with their sizes.
func referred(j *journal, k *secret) (map[string]int64, error) {
	out := map[string]int64{}
	for key := range j.index {
		if !strings.HasPrefix(key, "a/") {
			continue
		}
		value, err := j.read(key)
		if err != nil {
			return nil, err
		}
		a, err := attachmentIn(k, key, value)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", key, err)
		}
		out[a.SHA256] = a.Size
	}
	return out, nil
}

func attachmentIn(k *secret, key string, value []byte) (a Attachment, err error) {
	raw, err := unseal(k, key, value)
	if err == nil {
		err = json.Unmarshal(raw, &a)
	}
	if err == nil && !isSum(a.SHA256) {
		err = errSeal
	}
	return a, err
}

// withPieces makes the backup of st hold the pieces, those that are lost left out.
func (s *Store) withPieces(st *still) error {
	all, err := referred(st.journal, st.secret)
	if err != nil {
		return err
	}
	for _, sum := range slices.Sorted(maps.Keys(all)) {
		r, err := openPiece(s.path(piecesName), st.secret, sum)
		if err != nil {
			s.log.Error("back up piece", "sha256", sum, "err", err)
			continue
		}
		r.Close()
		st.pieces = append(st.pieces, sum)
		st.chunks += int(max(all[sum]+pieceChunk-1, 1) / pieceChunk)
	}
	return nil
}

// eachChunk calls visit with the values that hold the pieces of st.
func (s *Store) eachChunk(st *still, visit func(string, []byte) error) error {
	buffer := make([]byte, pieceChunk)
	for _, sum := range st.pieces {
		r, err := openPiece(s.path(piecesName), st.secret, sum)
		if err != nil {
			return err
		}
		err = chunks(r, buffer, func(n int, b []byte) error {
			key := fmt.Sprintf("p/%s/%06d", sum, n)
			value, err := seal(st.secret, key, b)
			if err != nil {
				return err
			}
			return visit(key, value)
		})
		r.Close()
		if err != nil {
			return err
		}
	}
	return nil
}

func chunks(r io.Reader, buffer []byte, visit func(int, []byte) error) error {
	for n := 0; ; n++ {
		size, err := io.ReadFull(r, buffer)
		if size > 0 || n == 0 {
			if err := visit(n, buffer[:size]); err != nil {
				return err
			}
		}
		if err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// A pieceReader puts the pieces of a backup together again, in the order of their chunks. done sees each; w may be nil.
type pieceReader struct {
	secret *secret
	begin  func() (io.WriteCloser, error) // where the next one goes
	done   func(sum string) error

	sum  string
	n    int
	size int64
	hash hash.Hash
	w    io.WriteCloser
}

// chunk takes the next value.
func (p *pieceReader) chunk(key string, value []byte) error {
	sum, number, ok := strings.Cut(strings.TrimPrefix(key, "p/"), "/")
	raw, err := unseal(p.secret, key, value)
	if err != nil || !ok || !isSum(sum) {
		return fmt.Errorf("%.80q: %w", key, errSeal)
	}
	if sum != p.sum {
		if err := p.end(); err != nil {
			return err
		}
		if p.w, err = p.begin(); err != nil {
			return err
		}
		p.sum, p.hash = sum, sha256.New()
	}
	if number != fmt.Sprintf("%06d", p.n) || p.size+int64(len(raw)) > MaxAttachment {
		return fmt.Errorf("%.80q: %w", key, errSeal)
	}
	p.n++
	p.size += int64(len(raw))
	p.hash.Write(raw)
	_, err = p.w.Write(raw)
	return err
}

// end closes the piece that was being read.
func (p *pieceReader) end() error {
	if p.sum == "" {
		return nil
	}
	sum := p.sum
	err := p.w.Close()
	if err == nil && hex.EncodeToString(p.hash.Sum(nil)) != sum {
		err = fmt.Errorf("piece %s: %w", sum, errSeal)
	}
	p.sum, p.n, p.size = "", 0, 0
	if err == nil && p.done != nil {
		err = p.done(sum)
	}
	return err
}

// checkedPieces only checks the pieces of a backup.
func checkedPieces() *pieceReader {
	return &pieceReader{begin: func() (io.WriteCloser, error) { return nopCloser{io.Discard}, nil }}
}

// restorePieces puts in the data folder the pieces of a backup, or those that stand beside it. What is missing is missing:
// nothing else depends on it. What is read is told.
func (s *Store) restorePieces(path, phrase string, from *secret, told io.Writer) error {
	dir := s.path(piecesName)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	var t *os.File
	in := &pieceReader{secret: from}
	in.begin = func() (w io.WriteCloser, err error) {
		t, err = os.CreateTemp(dir, tempPiece+"*")
		return t, err
	}
	in.done = func(string) error {
		defer os.Remove(t.Name())
		f, err := os.Open(t.Name())
		if err != nil {
			return err
		}
		defer f.Close()
		_, _, _, err = keepPiece(dir, s.secret, f, false)
		return err
	}
	var wanted []string
	err := readBackup(path, phrase, told, func(key string, value []byte) error {
		switch {
		case strings.HasPrefix(key, "p/"):
			return in.chunk(key, value)
		case strings.HasPrefix(key, "a/"):
			a, err := attachmentIn(from, key, value)
			wanted = append(wanted, a.SHA256)
			return err
		}
		return nil
	})
	if err == nil {
		err = in.end()
	} else if t != nil {
		t.Close()
		os.Remove(t.Name())
	}
	if err != nil {
		return err
	}
	for _, sum := range wanted {
		if r, err := openPiece(dir, s.secret, sum); err == nil {
			r.Close()
			continue
		}
		if err := takePiece(dir, s.secret, filepath.Join(filepath.Dir(path), piecesName), from, sum); err != nil {
			s.log.Error("restore piece", "sha256", sum, "err", err)
		}
	}
	return nil
}

// takePiece copies a piece from one folder to another, each under its secret.
func takePiece(dir string, k *secret, fromDir string, from *secret, sum string) error {
	r, err := openPiece(fromDir, from, sum)
	if err != nil {
		return err
	}
	defer r.Close()
	_, _, _, err = keepPiece(dir, k, r, false)
	return err
}

// copyPieces puts beside the backups of the second place the pieces that are not there yet, as they are.
func (s *Store) copyPieces(dir string) error {
	s.hold()
	all, err := referred(s.journal, s.secret)
	s.mu.Unlock()
	if err != nil {
		return err
	}
	for _, sum := range slices.Sorted(maps.Keys(all)) {
		from, to := piecePath(s.path(piecesName), sum), piecePath(filepath.Join(dir, piecesName), sum)
		was, err := os.Stat(from)
		if err != nil {
			s.log.Error("copy piece", "sha256", sum, "err", err)
			continue
		}
		if i, err := os.Stat(to); err == nil && i.Size() == was.Size() {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		temp := filepath.Join(filepath.Dir(to), tempPiece+sum)
		written, err := copyFile(temp, from)
		if err == nil {
			var read []byte
			if read, err = sumOf(temp); err == nil && string(read) != string(written) {
				err = errors.New("the copy is not what was written")
			}
		}
		if err == nil {
			err = rename(temp, to)
		}
		if err != nil {
			os.Remove(temp)
			return err
		}
	}
	return nil
}
