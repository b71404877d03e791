package storage

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"filippo.io/age"
)

// A file that leaves the data folder may be protected by a phrase of its own, in the age format: any program that reads age
// can open it. The work it takes to try one phrase is bounded when reading, or a hostile file would keep the computer busy
// for hours.
const (
	ageMark       = "age-encryption.org/v1\n"
	ageExt        = ".age" // of the files of other programs
	maxWorkFactor = 20
)

// protected seals b under phrase; b itself when there is none.
func protected(b []byte, phrase string) ([]byte, error) {
	if phrase == "" {
		return b, nil
	}
	to, err := age.NewScryptRecipient(plainPhrase(phrase))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	w, err := age.Encrypt(&out, to)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(b); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// isProtected reports whether a file that starts so needs a phrase.
func isProtected(start []byte) bool { return strings.HasPrefix(string(start), ageMark) }

// unprotected reads, up to limit bytes, what protected sealed under phrase.
func unprotected(r io.Reader, phrase string, limit int64) ([]byte, error) {
	if phrase == "" {
		return nil, &Error{Kind: KindLocked}
	}
	id, err := age.NewScryptIdentity(plainPhrase(phrase))
	if err != nil {
		return nil, err
	}
	id.SetMaxWorkFactor(maxWorkFactor)
	clear, err := age.Decrypt(r, id)
	var wrong *age.NoIdentityMatchError
	if errors.As(err, &wrong) {
		return nil, &Error{Kind: KindPhrase, Err: err}
	}
	if err != nil {
		return nil, &Error{Kind: KindAltered, Err: err}
	}
	b, err := io.ReadAll(io.LimitReader(clear, limit+1))
	if err != nil {
		return nil, &Error{Kind: KindAltered, Err: err}
	}
	if int64(len(b)) > limit {
		return nil, &Error{Kind: KindTooBig}
	}
	return b, nil
}
