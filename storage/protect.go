package storage

import (
	"bufio"
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

// protecting seals under phrase, at that cost, what is written to it, and passes it on to w, which Close leaves open. Without a phrase it
// passes it on as it is.
func protecting(w io.Writer, phrase string, work cost) (io.WriteCloser, error) {
	if phrase == "" {
		return nopCloser{w}, nil
	}
	to, err := age.NewScryptRecipient(plainPhrase(phrase))
	if err != nil {
		return nil, err
	}
	to.SetWorkFactor(work.file)
	return age.Encrypt(w, to)
}

// isProtected reports whether a file that starts so needs a phrase.
func isProtected(start []byte) bool { return strings.HasPrefix(string(start), ageMark) }

// unprotecting gives in clear what protecting sealed, and what was never protected as it is.
func unprotecting(r io.Reader, phrase string) (io.Reader, error) {
	b := bufio.NewReader(r)
	start, err := b.Peek(len(ageMark))
	if !isProtected(start) {
		if err != nil && err != io.EOF {
			return nil, err
		}
		return b, nil
	}
	if phrase == "" {
		return nil, &Error{Kind: KindLocked}
	}
	id, err := age.NewScryptIdentity(plainPhrase(phrase))
	if err != nil {
		return nil, err
	}
	id.SetMaxWorkFactor(maxWorkFactor)
	clear, err := age.Decrypt(b, id)
	var wrong *age.NoIdentityMatchError
	if errors.As(err, &wrong) {
		return nil, &Error{Kind: KindPhrase, Err: err}
	}
	if err != nil {
		return nil, &Error{Kind: KindAltered, Err: err}
	}
	return clear, nil
}

// unprotected reads, up to limit bytes, what was sealed under phrase.
func unprotected(r io.Reader, phrase string, limit int64) ([]byte, error) {
	clear, err := unprotecting(r, phrase)
	if err != nil {
		return nil, err
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
