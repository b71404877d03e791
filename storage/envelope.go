package storage

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"errors"
	"io"
)

// A sealed value is 0xE1, one byte of flags, the payload, then the first 16 bytes of the sha256 of the key and of all that
// precedes: a flip, a cut and a value filed under another key are all seen.
const (
	sealMark   = 0xE1
	sealPacked = 1 // flag: the payload is deflated
	sealSum    = 16
)

var errSeal = errors.New("broken seal")

// seal wraps payload, deflated when that is worth it, for key.
func seal(key string, payload []byte) ([]byte, error) {
	out := bytes.NewBuffer([]byte{sealMark, 0})
	if len(payload) < 512 {
		out.Write(payload)
	} else {
		out.Bytes()[1] = sealPacked
		w, err := flate.NewWriter(out, flate.BestSpeed)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(payload); err != nil {
			return nil, err
		}
		if err := w.Close(); err != nil {
			return nil, err
		}
	}
	return append(out.Bytes(), sum(key, out.Bytes())...), nil
}

// unseal returns the payload of a value sealed for key.
func unseal(key string, value []byte) ([]byte, error) {
	n := len(value) - sealSum
	if n < 2 || value[0] != sealMark || !bytes.Equal(sum(key, value[:n]), value[n:]) {
		return nil, errSeal
	}
	switch value[1] {
	case 0:
		return value[2:n], nil
	case sealPacked:
		payload, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(value[2:n])), maxJSON+1))
		if err != nil || len(payload) > maxJSON {
			return nil, errSeal
		}
		return payload, nil
	}
	return nil, errSeal
}

func sum(key string, b []byte) []byte {
	h := sha256.New()
	h.Write([]byte(key))
	h.Write(b)
	return h.Sum(nil)[:sealSum]
}
