package storage

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
)

func aSecret(t *testing.T) *secret {
	t.Helper()
	k, err := newSecret(bytes.Repeat([]byte{7}, keySize))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestWhatIsSealedOpensOnlyUnderItsNameAndUnaltered(t *testing.T) {
	k := aSecret(t)
	clear := []byte("Riom, 12 rue des Lilas")
	value := k.seal("d/1", clear)
	if bytes.Contains(value, clear) || bytes.Equal(value, k.seal("d/1", clear)) {
		t.Fatal("clear, or twice the same")
	}
	if got, err := k.open("d/1", value); err != nil || !bytes.Equal(got, clear) {
		t.Fatalf("%q, %v", got, err)
	}
	if _, err := k.open("d/2", value); !errors.Is(err, errSecret) {
		t.Errorf("under another name: %v", err)
	}
	for i := range value {
		b := bytes.Clone(value)
		b[i] ^= 1
		if _, err := k.open("d/1", b); !errors.Is(err, errSecret) {
			t.Fatalf("byte %d altered: %v", i, err)
		}
		if _, err := k.open("d/1", value[:i]); !errors.Is(err, errSecret) {
			t.Fatalf("cut at %d: %v", i, err)
		}
	}
}

func sealStream(t *testing.T, k *secret, name string, clear []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := k.writer(name, &b)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(clear); i += 10007 {
		if _, err := w.Write(clear[i:min(i+10007, len(clear))]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func openStream(k *secret, name string, b []byte) ([]byte, error) {
	r, err := k.reader(name, bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func TestAStreamOpensOnlyWholeAndInOrder(t *testing.T) {
	k := aSecret(t)
	for _, size := range []int{0, 1, streamChunk - 1, streamChunk, streamChunk + 1, 3*streamChunk + 5} {
		clear := bytes.Repeat([]byte("délibération "), size/13+1)[:size]
		b := sealStream(t, k, "pieces/a", clear)
		if got, err := openStream(k, "pieces/a", b); err != nil || !bytes.Equal(got, clear) {
			t.Fatalf("%d bytes: %d, %v", size, len(got), err)
		}
		if _, err := openStream(k, "pieces/b", b); !errors.Is(err, errSecret) {
			t.Errorf("%d bytes under another name: %v", size, err)
		}
		for at := 0; at < len(b); at += max(1, len(b)/50) {
			c := bytes.Clone(b)
			c[at] ^= 0x80
			if _, err := openStream(k, "pieces/a", c); !errors.Is(err, errSecret) {
				t.Fatalf("%d bytes, byte %d altered: %v", size, at, err)
			}
			if _, err := openStream(k, "pieces/a", b[:at]); !errors.Is(err, errSecret) {
				t.Fatalf("%d bytes cut at %d: %v", size, at, err)
			}
		}
	}
	clear := bytes.Repeat([]byte("x"), 3*streamChunk)
	b := sealStream(t, k, "p", clear)
	head, chunk := len(streamMark)+streamPrefix, streamChunk+k.aead.Overhead()
	for what, c := range map[string][]byte{
		"cut between two chunks": b[:head+chunk],
		"a chunk repeated":       append(bytes.Clone(b[:head+chunk]), b[head:]...),
		"two chunks exchanged":   append(append(bytes.Clone(b[:head]), b[head+chunk:head+2*chunk]...), b[head:]...),
		"something after":        append(bytes.Clone(b), 0),
	} {
		if _, err := openStream(k, "p", c); !errors.Is(err, errSecret) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if got, err := openStream(nil, "p", sealStream(t, nil, "p", clear)); err != nil || !bytes.Equal(got, clear) {
		t.Errorf("without a secret: %d bytes, %v", len(got), err)
	}
}

// quick is a cost that lets a test try many phrases.
var quick = cost{1, 8, 4}

func TestAKeyOpensByItsPhraseAndByItsCodeHoweverTheyAreTyped(t *testing.T) {
	r, key, code, err := newKeyring("Été à  Riom, douze lilas", quick)
	if err != nil {
		t.Fatal(err)
	}
	for words, opens := range map[string]bool{
		"Été à Riom, douze lilas":                      true,
		" E\u0301te\u0301 a\u0300 Riom,\tdouze lilas ": true,
		"été à riom, douze lilas":                      false,
		"":                                             false,
		code:                                           true,
		strings.ToLower(strings.ReplaceAll(code, "-", " ")):            true,
		strings.NewReplacer("0", "O", "1", "l", "-", "").Replace(code): true,
		code[:len(code)-1] + string(rune(code[len(code)-1])^1):         false,
		strings.Repeat("A", 32):                                        false,
	} {
		got, err := r.open(words)
		if opens && (err != nil || !bytes.Equal(got, key)) || !opens && !errors.Is(err, errSecret) {
			t.Errorf("%q: %v", words, err)
		}
	}
	again, err := r.renew(key, quick)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.open(code); !errors.Is(err, errSecret) {
		t.Errorf("the former code: %v", err)
	}
	if got, err := r.open(again); err != nil || !bytes.Equal(got, key) {
		t.Errorf("the new code: %v", err)
	}
	r.Phrase.Memory = maxMemory * 2
	if _, err := r.open("Été à Riom, douze lilas"); err == nil || errors.Is(err, errSecret) {
		t.Errorf("an absurd cost: %v", err)
	}
}

func TestAPhraseEasyToGuessIsNamed(t *testing.T) {
	for phrase, weak := range map[string]bool{"": true, "riom": true, "aaaaaaaaaaaaaaa": true, "abc abc abc abc abc": true,
		"lilas vapeur carton douze": false, "éàüïôçÉÀÜÏÔÇ": false} {
		if got := WeakPhrase(phrase) != ""; got != weak {
			t.Errorf("%q: weak %v", phrase, got)
		}
	}
}

func TestAProtectedFileOpensOnlyByItsPhrase(t *testing.T) {
	clear := []byte("Riom, 12 rue des Lilas")
	var sealed bytes.Buffer
	w, err := protecting(&sealed, "lilas vapeur carton douze", quick)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(clear); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	b := sealed.Bytes()
	if bytes.Contains(b, clear) || !isProtected(b) {
		t.Fatal("in clear")
	}
	for _, tt := range []struct {
		name, phrase string
		b            []byte
		limit        int64
		want         Kind
	}{
		{"the phrase", "lilas  vapeur carton douze", b, 100, -1},
		{"none", "", b, 100, KindLocked},
		{"another", "lilas vapeur carton treize", b, 100, KindPhrase},
		{"cut short", "lilas vapeur carton douze", b[:len(b)-1], 100, KindAltered},
		{"too long", "lilas vapeur carton douze", b, 10, KindTooBig},
		{"a work of hours", "lilas vapeur carton douze", bytes.Replace(b, []byte(" 4\n"), []byte(" 40\n"), 1), 100, KindAltered},
	} {
		got, err := unprotected(bytes.NewReader(tt.b), tt.phrase, tt.limit)
		var e *Error
		if tt.want < 0 {
			if err != nil || !bytes.Equal(got, clear) {
				t.Errorf("%s: %v", tt.name, err)
			}
		} else if !errors.As(err, &e) || e.Kind != tt.want {
			t.Errorf("%s: got %v, want kind %d", tt.name, err, tt.want)
		}
	}
}
