package storage

import (
	"bufio"
	"crypto/cipher"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"io"

	"golang.org/x/crypto/chacha20poly1305"
)

// A secret is the key under which a data folder keeps everything sealed: values (journal, base, backups) by seal and open,
// larger files by writer and reader. The nil secret leaves all in clear, so that no caller has two ways of writing.
//
// Every seal is XChaCha20-Poly1305 with a fresh nonce, and is bound to a name, which is that of the key or file it stands
// under: what is moved to another name, altered or cut short does not open.
type secret struct {
	key  []byte
	aead cipher.AEAD
}

var errSecret = errors.New("not sealed under this key and name")

func newSecret(key []byte) (*secret, error) {
	aead, err := chacha20poly1305.NewX(key)
	if err != nil {
		return nil, err
	}
	return &secret{key, aead}, nil
}

// seal returns a nonce, then b sealed for name; b itself under the nil secret.
func (k *secret) seal(name string, b []byte) []byte {
	if k == nil {
		return b
	}
	nonce := make([]byte, k.aead.NonceSize(), k.aead.NonceSize()+len(b)+k.aead.Overhead())
	_, _ = rand.Read(nonce) // never fails: it ends the program instead
	return k.aead.Seal(nonce, nonce, b, []byte(name))
}

// open returns what was sealed for name.
func (k *secret) open(name string, b []byte) ([]byte, error) {
	if k == nil {
		return b, nil
	}
	n := k.aead.NonceSize()
	if len(b) < n {
		return nil, errSecret
	}
	out, err := k.aead.Open(nil, b[:n], b[n:], []byte(name))
	if err != nil {
		return nil, errSecret
	}
	return out, nil
}

// A sealed stream is streamMark, 16 random bytes, then chunks of 64 kB. The nonce of a chunk is those bytes, its number and
// 1 for the last chunk, 0 for the others: a chunk that is missing, repeated or moved is seen.
const (
	streamMark   = "ATS1"
	streamPrefix = 16
	streamChunk  = 64 << 10
)

// writer seals for name what is written to it, and passes it on to w. Close ends the stream and leaves w open; without it
// the stream does not open.
func (k *secret) writer(name string, w io.Writer) (io.WriteCloser, error) {
	if k == nil {
		return nopCloser{w}, nil
	}
	s := &sealWriter{stream: k.stream(name), w: w}
	_, _ = rand.Read(s.nonce[:streamPrefix])
	if _, err := w.Write(append([]byte(streamMark), s.nonce[:streamPrefix]...)); err != nil {
		return nil, err
	}
	return s, nil
}

// reader gives in clear what writer sealed for name. What it gave is sound; io.EOF means that it was whole.
func (k *secret) reader(name string, r io.Reader) (io.Reader, error) {
	if k == nil {
		return r, nil
	}
	s := &sealReader{stream: k.stream(name), r: bufio.NewReaderSize(r, streamChunk)}
	head := make([]byte, len(streamMark)+streamPrefix)
	if _, err := io.ReadFull(s.r, head); err != nil || string(head[:len(streamMark)]) != streamMark {
		return nil, errSecret
	}
	copy(s.nonce[:], head[len(streamMark):])
	return s, nil
}

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }

type stream struct {
	*secret
	name  []byte
	nonce [chacha20poly1305.NonceSizeX]byte
	n     uint32
}

func (k *secret) stream(name string) stream { return stream{secret: k, name: []byte(name)} }

// turn sets the nonce of the next chunk.
func (s *stream) turn(last bool) {
	binary.BigEndian.PutUint32(s.nonce[streamPrefix:], s.n)
	s.nonce[len(s.nonce)-1] = 0
	if last {
		s.nonce[len(s.nonce)-1] = 1
	}
	s.n++
}

type sealWriter struct {
	stream
	w   io.Writer
	buf []byte
}

// Write is called by io.
func (s *sealWriter) Write(b []byte) (int, error) {
	s.buf = append(s.buf, b...)
	for len(s.buf) > streamChunk {
		if err := s.flush(s.buf[:streamChunk], false); err != nil {
			return 0, err
		}
		s.buf = append(s.buf[:0], s.buf[streamChunk:]...)
	}
	return len(b), nil
}

func (s *sealWriter) flush(b []byte, last bool) error {
	s.turn(last)
	_, err := s.w.Write(s.aead.Seal(nil, s.nonce[:], b, s.name))
	return err
}

// Close writes the last chunk.
func (s *sealWriter) Close() error { return s.flush(s.buf, true) }

type sealReader struct {
	stream
	r    *bufio.Reader
	left []byte
	done bool
}

// Read is called by io.
func (s *sealReader) Read(b []byte) (int, error) {
	for len(s.left) == 0 {
		if s.done {
			return 0, io.EOF
		}
		if err := s.next(); err != nil {
			return 0, err
		}
	}
	n := copy(b, s.left)
	s.left = s.left[n:]
	return n, nil
}

func (s *sealReader) next() error {
	chunk := make([]byte, streamChunk+s.aead.Overhead())
	n, err := io.ReadFull(s.r, chunk)
	if err != nil && err != io.ErrUnexpectedEOF {
		if err == io.EOF {
			err = errSecret // the last chunk is missing
		}
		return err
	}
	if _, err := s.r.Peek(1); err == io.EOF {
		s.done = true
	}
	s.turn(s.done)
	if s.left, err = s.aead.Open(chunk[:0], s.nonce[:], chunk[:n], s.name); err != nil {
		return errSecret
	}
	return nil
}
