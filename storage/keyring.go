package storage

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"
	"golang.org/x/text/unicode/norm"
)

// A keyring holds the data key of a folder, sealed under the phrase of the person and under the code of the printed sheet.
// It stands in the header, and in every backup.
type keyring struct {
	ID     []byte    `json:"id"` // of the data key: the same after another phrase
	Phrase lockedKey `json:"phrase"`
	Rescue lockedKey `json:"secours"`
}

// A lockedKey is the data key sealed by XChaCha20-Poly1305 under what argon2id draws from words; the fields before Key are
// its associated data.
type lockedKey struct {
	V      int    `json:"v"`
	KDF    string `json:"kdf"`
	Time   uint32 `json:"t"`
	Memory uint32 `json:"m"` // KiB
	Lanes  uint8  `json:"p"`
	Salt   []byte `json:"sel"`
	Nonce  []byte `json:"nonce"`
	Key    []byte `json:"cle_scellee,omitempty"`
}

// A cost is what it takes to try one phrase.
type cost struct {
	time, memory uint32
	file         int // of a file that leaves the data folder: logarithm of the work of scrypt
}

// usualCost takes 0.2 s here, and two to four times as long on an old laptop (storage decision, §4).
func usualCost() cost { return cost{3, 64 << 10, 18} }

const (
	kdfName   = "argon2id"
	keySize   = chacha20poly1305.KeySize
	saltSize  = 16
	maxTime   = 16
	maxMemory = 1 << 20 // KiB: a header from elsewhere must not take all the memory
)

func lockKey(key []byte, words string, c cost) (lockedKey, error) {
	l := lockedKey{V: 1, KDF: kdfName, Time: c.time, Memory: c.memory, Lanes: 2,
		Salt: make([]byte, saltSize), Nonce: make([]byte, chacha20poly1305.NonceSizeX)}
	_, _ = rand.Read(l.Salt)
	_, _ = rand.Read(l.Nonce)
	aead, data, err := l.lock(words)
	if err != nil {
		return l, err
	}
	l.Key = aead.aead.Seal(nil, l.Nonce, key, data)
	return l, nil
}

// open returns the data key; errSecret when words are not those it was sealed under.
func (l lockedKey) open(words string) ([]byte, error) {
	if l.V != 1 || l.KDF != kdfName || l.Time < 1 || l.Time > maxTime || l.Memory < 8 || l.Memory > maxMemory || l.Lanes < 1 ||
		len(l.Nonce) != chacha20poly1305.NonceSizeX {
		return nil, errors.New("unknown way of sealing the key")
	}
	aead, data, err := l.lock(words)
	if err != nil {
		return nil, err
	}
	key, err := aead.aead.Open(nil, l.Nonce, l.Key, data)
	if err != nil || len(key) != keySize {
		return nil, errSecret
	}
	return key, nil
}

func (l lockedKey) lock(words string) (*secret, []byte, error) {
	l.Key = nil
	data, err := json.Marshal(l)
	if err != nil {
		return nil, nil, err
	}
	k, err := newSecret(argon2.IDKey([]byte(words), l.Salt, l.Time, l.Memory, l.Lanes, keySize))
	return k, data, err
}

// newKeyring makes a data key, and the code that opens it without the phrase.
func newKeyring(phrase string, c cost) (r *keyring, key []byte, code string, err error) {
	key = make([]byte, keySize)
	_, _ = rand.Read(key)
	id := sha256.Sum256(append([]byte(headerFormat), key...))
	r = &keyring{ID: id[:8]}
	if err = r.relock(key, phrase, c); err != nil {
		return nil, nil, "", err
	}
	code, err = r.renew(key, c)
	return r, key, code, err
}

// relock seals the key under another phrase.
func (r *keyring) relock(key []byte, phrase string, c cost) (err error) {
	r.Phrase, err = lockKey(key, plainPhrase(phrase), c)
	return err
}

// renew seals the key under another code, which it returns; the former one opens nothing any more.
func (r *keyring) renew(key []byte, c cost) (code string, err error) {
	code = newCode()
	plain, _ := plainCode(code)
	r.Rescue, err = lockKey(key, plain, c)
	return code, err
}

// open returns the data key for a phrase, or for the code of the printed sheet.
func (r *keyring) open(words string) ([]byte, error) {
	if code, ok := plainCode(words); ok {
		if key, err := r.Rescue.open(code); err == nil {
			return key, nil
		}
	}
	return r.Phrase.open(plainPhrase(words))
}

// plainPhrase is phrase whatever keyboard it was typed on: é may be one character or two, and spaces slip in.
func plainPhrase(phrase string) string {
	return strings.Join(strings.Fields(norm.NFC.String(phrase)), " ")
}

// minPhrase is the fewest characters of a phrase.
const minPhrase = 12

// WeakPhrase says in French why phrase is not good enough to protect anything; empty when it is.
func WeakPhrase(phrase string) string {
	plain := plainPhrase(phrase)
	seen := map[rune]bool{}
	for _, r := range plain {
		seen[r] = true
	}
	switch {
	case utf8.RuneCountInString(plain) < minPhrase:
		return "Choisissez au moins douze caractères, par exemple quatre mots sans rapport entre eux."
	case len(seen) < 5:
		return "Cette phrase se devine trop vite : employez des mots différents."
	}
	return ""
}

// The code of the printed sheet is 32 letters and digits that are not mistaken for one another, 128 bits of chance and 32 of
// check, in eight groups: « K7MP-4T2X-… ».
const (
	codeAlphabet = "ABCDEFGHJKMNPQRSTVWXYZ0123456789"
	codeBytes    = 16
	codeCheck    = 4
	codeGroup    = 4
)

func codeEncoding() *base32.Encoding {
	return base32.NewEncoding(codeAlphabet).WithPadding(base32.NoPadding)
}

func newCode() string {
	b := make([]byte, codeBytes)
	_, _ = rand.Read(b)
	plain := codeEncoding().EncodeToString(append(b, codeSum(b)...))
	var groups []string
	for i := 0; i < len(plain); i += codeGroup {
		groups = append(groups, plain[i:min(i+codeGroup, len(plain))])
	}
	return strings.Join(groups, "-")
}

func codeSum(b []byte) []byte {
	sum := sha256.Sum256(b)
	return sum[:codeCheck]
}

// plainCode reads a code as it was typed; ok tells that it is one, without a slip.
func plainCode(typed string) (plain string, ok bool) {
	plain = strings.Map(func(r rune) rune {
		switch r {
		case ' ', '-', '\t', '\u00a0', '\u202f', '–', '.', '\n', '\r':
			return -1
		case 'O':
			return '0'
		case 'I', 'L':
			return '1'
		case 'U':
			return 'V'
		}
		return r
	}, strings.ToUpper(typed))
	b, err := codeEncoding().DecodeString(plain)
	if err != nil || len(b) != codeBytes+codeCheck || string(codeSum(b[:codeBytes])) != string(b[codeBytes:]) {
		return "", false
	}
	return plain, true
}
