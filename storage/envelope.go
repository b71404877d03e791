package storage

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"errors"
	"io"
	"sync"
)

// A sealed value is 0xE1, one byte of flags, the payload, then the first 16 bytes of the sha256 of the key and of all that
// precedes: a flip, a cut and a value filed under another key are all seen. Where the data folder has a secret, the payload
// is sealed under it too; the check is outside, so that copies are verified without the secret.
const (
	sealMark   = 0xE1
	sealPacked = 1 // flag: the payload is deflated
	sealSecret = 2 // flag: it is then sealed under the secret of the folder
	sealSum    = 16
)

var errSeal = errors.New("broken seal")

// packers spares the megabyte that a new writer takes at each save.
var packers = sync.Pool{New: func() any {
	w, err := flate.NewWriter(io.Discard, flate.BestSpeed)
	if err != nil {
		return nil // never: the level is a known one
	}
	return w
}}

// seal wraps payload, deflated when that is worth it and sealed under k, for key.
func seal(k *secret, key string, payload []byte) ([]byte, error) {
	out := bytes.NewBuffer([]byte{sealMark, 0})
	if len(payload) < 512 {
		out.Write(payload)
	} else {
		out.Bytes()[1] = sealPacked
		w, ok := packers.Get().(*flate.Writer)
		if !ok {
			return nil, errors.New("no room to pack")
		}
		defer packers.Put(w)
		w.Reset(out)
		if _, err := w.Write(payload); err != nil {
			return nil, err
		}
		if err := w.Close(); err != nil {
			return nil, err
		}
	}
	return shut(k, key, out.Bytes()), nil
}

// sealPlain is seal for a payload that is not to wait for its packing.
func sealPlain(k *secret, key string, payload []byte) []byte {
	return shut(k, key, append([]byte{sealMark, 0}, payload...))
}

// shut seals b, which begins with its mark and its flags, under k, and adds its sum.
func shut(k *secret, key string, b []byte) []byte {
	if k != nil {
		b = append([]byte{sealMark, b[1] | sealSecret}, k.seal(key, b[2:])...)
	}
	return append(b, sum(key, b)...)
}

// sound reports whether value is as it was sealed for key; it needs no secret.
func sound(key string, value []byte) bool {
	n := len(value) - sealSum
	return n >= 2 && value[0] == sealMark && bytes.Equal(sum(key, value[:n]), value[n:])
}

// isSecret reports whether a sound value needs a secret.
func isSecret(value []byte) bool { return value[1]&sealSecret != 0 }

// unseal returns the payload of a value sealed under k for key. One that is in clear where there is a secret is refused: it
// was put there by someone else.
func unseal(k *secret, key string, value []byte) ([]byte, error) {
	if !sound(key, value) || isSecret(value) != (k != nil) {
		return nil, errSeal
	}
	payload, err := k.open(key, value[2:len(value)-sealSum])
	if err != nil {
		return nil, err
	}
	switch value[1] &^ sealSecret {
	case 0:
		return payload, nil
	case sealPacked:
		payload, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(payload)), maxJSON+1))
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
