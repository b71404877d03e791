package storage

import (
	"archive/zip"
	"bytes"
	"errors"
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

// What a file may hold, under sums that are right, is refused or merged with what the base has; never a crash.
func FuzzWhatTravels(f *testing.F) {
	ours := dossier("a1", "2026-001", "Riom")
	theirs := dossier("a1", "2026-004", "Riom")
	raw, err := Encode(theirs)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw, []byte{}, []byte{})
	f.Add(raw, []byte(`{"n":1,"debut":"2026-03-12T09:00:00Z","fin":"2026-03-12T09:00:00Z","sorte":"creation","schema":1,"empreinte":""}`+"\n"), []byte(`[]`))
	f.Add(raw, []byte(`{"n":1,"debut":"2026-03-12T09:00:00Z","fin":"2026-03-12T09:00:00Z","sorte":"travail","schema":1,"pas":[{"quand":"2026-03-12T09:00:00Z",`+
		`"patch":[{"lieu":"/town/name","avant":"\"Thiers\"","apres":"\"Riom\""}]}],"empreinte":""}`+"\n"), []byte(`[]`))
	f.Fuzz(func(t *testing.T, d, revisions, list []byte) {
		entries := []smallEntry{{dossierEntry, d}}
		if len(revisions) > 0 {
			entries = append(entries, smallEntry{revisionsEntry, revisions})
		}
		if len(list) > 0 {
			entries = append(entries, smallEntry{piecesEntry, list})
		}
		b := travelling(t, "a1", entries)
		p, err := readContainer(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || e.Sentence() == "" {
				t.Fatalf("refused without a sentence: %v", err)
			}
			return
		}
		now, err := treeFor(ours)
		if err != nil {
			t.Fatal(err)
		}
		came, err := treeFor(p.dossier)
		if err != nil {
			t.Fatal(err)
		}
		g, err := grafted(p.revisions[:len(p.revisions)/2], p.revisions, now, came)
		if err != nil {
			t.Fatalf("what was accepted does not join: %v", err)
		}
		for _, base := range []object{nil, g.state} {
			var from *model.Dossier
			if base != nil {
				if from, err = dossierOf(base, schema); err != nil {
					return // an earlier state may be anything
				}
			}
			if _, _, err := merged(from, ours, p.dossier, nil); err != nil {
				t.Fatalf("what was accepted does not merge: %v", err)
			}
		}
	})
}

// travelling is a portable file of version 2 that holds these entries, whatever they say.
func travelling(t *testing.T, id string, entries []smallEntry) []byte {
	t.Helper()
	m := manifest{Format: fileFormat, Version: travelVersion, MinReader: travelVersion, DossierID: id}
	for _, e := range entries {
		m.Entries = append(m.Entries, manifestLine{e.name, int64(len(e.b)), hexSum(e.b)})
	}
	head, err := plainJSON(m)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	err = writeMime(z)
	for _, e := range append([]smallEntry{{manifestEntry, head}}, entries...) {
		if err == nil {
			err = addEntry(z, e.name, e.b)
		}
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
