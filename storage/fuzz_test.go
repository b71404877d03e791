package storage

import (
	"bytes"
	"strings"
	"testing"

	"appuitechnique/model"
)

func FuzzReadContainer(f *testing.F) {
	whole := portable(f, dossier("a1", "2026-001", "Riom"))
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Fuzz(func(t *testing.T, b []byte) {
		if p, err := readContainer(bytes.NewReader(b), int64(len(b))); err == nil {
			mustEncode(t, p.dossier)
		}
	})
}

// What Decode accepts can be written, and is then read as the same.
func FuzzDecode(f *testing.F) {
	raw, err := Encode(dossier("a1", "2026-001", "Riom"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Add([]byte(`{"schema":1,"dossier":{"id":"x","town":{"name":"\u00e9"},"mission":{"tasks":[{"key":"a"}]}}}`))
	f.Add([]byte(`{"schema":2}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		if d, err := Decode(b); err == nil {
			mustEncode(t, d)
		}
	})
}

// Whatever is typed or pasted is read back, without the characters that nobody sees.
func FuzzPastedText(f *testing.F) {
	for _, s := range []string{"Riom", "a\u202eb\x07\x00c", `\u0007 \\ " \b`, "\x7f\u0085\xff", "l'été\tœ\r\n𝄞"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := dossier("a1", "2026-001", s)
		raw, err := Encode(d)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Decode(raw)
		if len(raw) > maxJSON {
			return
		}
		if err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		want := strings.Map(func(r rune) rune {
			if hidden(r) {
				return -1
			}
			return r
		}, strings.ToValidUTF8(s, "\ufffd"))
		if strings.ReplaceAll(got.Town.Name, "\ufffd", "") != strings.ReplaceAll(want, "\ufffd", "") {
			t.Errorf("got %q, want %q", got.Town.Name, want)
		}
	})
}

func mustEncode(t *testing.T, d *model.Dossier) {
	t.Helper()
	raw, err := Encode(d)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Decode(raw)
	if err != nil {
		t.Fatal(err)
	}
	if twice, err := Encode(again); err != nil || !bytes.Equal(raw, twice) {
		t.Fatalf("written twice, differs: %v", err)
	}
}
