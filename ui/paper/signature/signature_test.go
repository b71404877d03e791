package signature

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// The files of testdata were signed by pyHanko, with keys made for them and thrown away: deux.pdf by an RSA key (PAdES), then
// by one on an elliptic curve (the older form of Adobe); pss.pdf by an RSA key with the PSS padding.
func sample(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestSignaturesAreListedWithTheirSigner(t *testing.T) {
	at := time.Date(2026, 11, 24, 3, 55, 53, 0, time.UTC)
	town := Signature{Field: "signature_commune", Signer: "Camille Exemple-Durand", At: at, State: Whole}
	first := town
	first.Later = true
	fund := Signature{Field: "signature_cdc", Signer: "Thibault Exemple-Garnier", At: at, State: Whole}
	for name, want := range map[string][]Signature{"deux.pdf": {first, fund}, "pss.pdf": {town}} {
		got := List(sample(t, name))
		if len(got) != len(want) {
			t.Fatalf("%s: %d signatures, want %d", name, len(got), len(want))
		}
		for i := range want {
			if same := got[i].At.Equal(want[i].At); !same {
				t.Errorf("%s: signed at %s, want %s", name, got[i].At, want[i].At)
			}
			got[i].At = want[i].At
			if got[i] != want[i] {
				t.Errorf("%s: %+v, want %+v", name, got[i], want[i])
			}
		}
	}
	if got := List([]byte("%PDF-1.7\n")); got != nil {
		t.Errorf("a file without a signature has %v", got)
	}
}

// Every byte that was signed counts, and no other: a change after the first signature leaves it whole and breaks the second.
func TestAChangedByteBreaksTheSignature(t *testing.T) {
	file := sample(t, "deux.pdf")
	signed := [][4]int{{0, 1615, 6413, 475}, {0, 7495, 10679, 1023}}
	broken, kept := 0, 0
	for at := 9; at < len(file); at += 23 {
		changed := bytes.Clone(file)
		changed[at] ^= 0x20
		got := List(changed)
		for i, n := range signed {
			covered := at < n[1] || at >= n[2] && at < n[2]+n[3]
			switch {
			case len(got) != len(signed): // a /ByteRange is no longer one
			case covered && got[i].State == Whole:
				t.Errorf("byte %d changed: signature %d is whole", at, i+1)
			case covered:
				broken++
			case at >= n[2] && got[i].State != Whole:
				t.Errorf("byte %d changed, after it: signature %d is %s", at, i+1, got[i].State)
			case at >= n[2]:
				kept++
			}
		}
	}
	if broken == 0 || kept == 0 {
		t.Errorf("%d changes broke a signature, %d left it whole", broken, kept)
	}
}

// A file says anything of itself: whatever it is, it is read without a fault, and what is called whole was verified.
func FuzzList(f *testing.F) {
	f.Add(sample(f, "deux.pdf"))
	f.Add(sample(f, "pss.pdf"))
	f.Add([]byte("1 0 obj<</ByteRange [0 9 99 999999999999]/Contents <30>/M(D:20261124)>>endobj"))
	whole := map[string]bool{}
	for _, name := range []string{"deux.pdf", "pss.pdf"} {
		for _, s := range List(sample(f, name)) {
			whole[s.Signer] = true
		}
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		for _, s := range List(file) {
			if s.State == Whole && !whole[s.Signer] {
				t.Errorf("a signature of %q was made up", s.Signer)
			}
		}
	})
}
