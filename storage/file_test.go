package storage

import (
	"archive/zip"
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"appuitechnique/model"
)

func portable(t testing.TB, d *model.Dossier) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteTo(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// kindOf writes b in a file, reads it, and returns what it was refused for; -1 when it was read.
func kindOf(t *testing.T, b []byte) (Kind, *model.Dossier) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "reçu.acv")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	d, err := ReadFile(path)
	if err == nil {
		return -1, d
	}
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("not our error: %v", err)
	}
	if !strings.Contains(e.Sentence(), "reçu.acv") || strings.ContainsAny(e.Sentence(), "'%") {
		t.Errorf("sentence: %s", e.Sentence())
	}
	return e.Kind, nil
}

func TestAPortableFileGivesTheDossierBack(t *testing.T) {
	d := dossier("a1", "2026-001", "Saint-Étienne-de-l’Œuvre")
	d.Mission.Tasks = []*model.Task{{Title: "Suivre les études\n— & les <travaux>"}}
	path := filepath.Join(t.TempDir(), "été.acv")
	for range 2 { // the second replaces the first
		if err := WriteFile(path, d); err != nil {
			t.Fatal(err)
		}
	}
	got, err := ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, d) {
		t.Errorf("got %+v, want %+v", got, d)
	}
	if b, err := os.ReadFile(path); err != nil || !bytes.Equal(b, portable(t, d)) {
		t.Error("the same dossier gives other bytes")
	}
	if b := portable(t, d); string(b[30:30+len(mimeEntry+mimeType)]) != mimeEntry+mimeType {
		t.Errorf("the first bytes do not tell the type: %q", b[:100])
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestBareJSONIsReadToo(t *testing.T) {
	d := dossier("a1", "2026-001", "Riom")
	raw, err := Encode(d)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range []string{string(raw), "\ufeff \r\n" + string(raw) + "\n"} {
		if kind, got := kindOf(t, []byte(b)); kind != -1 || !reflect.DeepEqual(got, d) {
			t.Errorf("%.12q: refused as %v", b, kind)
		}
	}
}

// entry is one entry of a hostile file.
type entry struct{ name, body string }

func zipped(t *testing.T, method uint16, entries ...entry) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range entries {
		f, err := z.CreateHeader(&zip.FileHeader{Name: e.name, Method: method})
		if err == nil {
			_, err = f.Write([]byte(e.body))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// container is a file whose manifest tells the truth about a dossier.json of these bytes.
func container(t *testing.T, id, body string, change func(*manifest), more ...entry) []byte {
	t.Helper()
	m := manifest{Format: fileFormat, Version: 1, MinReader: 1, DossierID: id}
	m.Entries = []manifestLine{{dossierEntry, int64(len(body)), hexSum([]byte(body))}}
	if change != nil {
		change(&m)
	}
	head, err := plainJSON(m)
	if err != nil {
		t.Fatal(err)
	}
	all := append([]entry{{mimeEntry, mimeType}, {manifestEntry, string(head)}, {dossierEntry, body}}, more...)
	return zipped(t, zip.Store, all...)
}

func TestHostileFilesAreRefusedForWhatTheyAre(t *testing.T) {
	raw, err := Encode(dossier("a1", "2026-001", "Riom"))
	if err != nil {
		t.Fatal(err)
	}
	good := string(raw)
	with := func(old, new string) string { return strings.Replace(good, old, new, 1) }
	in := func(body string) []byte { return container(t, "a1", body, nil) }
	full := portable(t, dossier("a1", "2026-001", "Riom"))
	for _, tt := range []struct {
		name string
		file []byte
		want Kind
	}{
		{"a good one", in(good), -1},
		{"empty", nil, KindForeign},
		{"a picture", []byte("\x89PNG\r\n\x1a\n"), KindForeign},
		{"a PDF", []byte("%PDF-1.7\n"), KindForeign},
		{"some JSON", []byte(`{"name":"x"}`), KindForeign},
		{"a list", []byte(`[1]`), KindForeign},
		{"half", full[:len(full)/2], KindAltered},
		{"half of the JSON", raw[:len(raw)/2], KindAltered},
		{"another zip", zipped(t, zip.Store, entry{"a.txt", "x"}), KindForeign},
		{"a text document", zipped(t, zip.Store, entry{mimeEntry, "application/vnd.oasis.opendocument.text"}), KindForeign},
		{"compressed mimetype", zipped(t, zip.Deflate, entry{mimeEntry, mimeType}), KindSuspect},
		{"no manifest", zipped(t, zip.Store, entry{mimeEntry, mimeType}), KindAltered},
		{"newer schema", in(with(`"schema":1`, `"schema":2`)), KindTooRecent},
		{"newer bare JSON", []byte(with(`"schema":1`, `"schema":99`)), KindTooRecent},
		{"newer container", container(t, "a1", good, func(m *manifest) { m.Version, m.MinReader = 3, 3 }), KindTooRecent},
		{"another format", container(t, "a1", good, func(m *manifest) { m.Format = "x" }), KindForeign},
		{"another id", container(t, "b2", good, nil), KindAltered},
		{"wrong checksum", container(t, "a1", good, func(m *manifest) { m.Entries[0].SHA256 = hexSum(nil) }), KindAltered},
		{"wrong size", container(t, "a1", good, func(m *manifest) { m.Entries[0].Size++ }), KindAltered},
		{"unlisted entry", container(t, "a1", good, nil, entry{"extra.json", "{}"}), KindAltered},
		{"repeated entry", container(t, "a1", good, nil, entry{dossierEntry, "{}"}), KindSuspect},
		{"listed twice", container(t, "a1", good, func(m *manifest) { m.Entries = append(m.Entries, m.Entries[0]) },
			entry{"x", ""}), KindAltered},
		{"way up", container(t, "a1", good, nil, entry{"../../x", ""}), KindSuspect},
		{"drive", container(t, "a1", good, nil, entry{`C:\x`, ""}), KindSuspect},
		{"folder", container(t, "a1", good, nil, entry{"pieces/", ""}), KindSuspect},
		{"unknown answer", in(with(`"town":{`, `"town":{"mayor":"x",`)), KindAltered},
		{"repeated name", in(with(`"town":{`, `"town":{"name":"x",`)), KindSuspect},
		{"repeated name in capitals", in(with(`"town":{`, `"town":{"NAME":"x",`)), KindSuspect},
		{"hole in a list", in(with(`"tasks":null`, `"tasks":[null]`)), KindSuspect},
		{"wrong type", in(with(`"months":0`, `"months":"six"`)), KindAltered},
		{"no number", in(with(`"months":0`, `"months":1e99`)), KindAltered},
		{"no day", in(with(`"changed":"2026-03-12"`, `"changed":"2026-02-30"`)), KindAltered},
		{"text backwards", in(with("Riom", "Ri\u202eom")), KindSuspect},
		{"escaped control", in(with("Riom", `Ri\u0007om`)), KindSuspect},
		{"bad UTF-8", in(with("Riom", "Ri\xffom")), KindAltered},
		{"deep", in(with(`"town":{`, `"town":{"x":`+strings.Repeat("[", 5000)+strings.Repeat("]", 5000)+",")), KindSuspect},
		{"two values", in(good + "{}"), KindAltered},
		{"no id", in(with(`"id":"a1"`, `"id":""`)), KindSuspect},
		{"id like a path", in(with(`"id":"a1"`, `"id":"../a1"`)), KindSuspect},
		{"too long", in(with("Riom", strings.Repeat("a", maxJSON))), KindTooBig},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, _ := kindOf(t, tt.file)
			if got != tt.want {
				t.Errorf("got kind %v, want %v", got, tt.want)
			}
		})
	}
}

func TestABombIsRefusedBeforeItIsRead(t *testing.T) {
	bomb := zipped(t, zip.Deflate, entry{"bombe.json", strings.Repeat("0", 2<<20)})
	head := container(t, "a1", "{}", nil)
	z, err := zip.NewReader(bytes.NewReader(bomb), int64(len(bomb)))
	if err != nil {
		t.Fatal(err)
	}
	first, err := zip.NewReader(bytes.NewReader(head), int64(len(head)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range append(first.File, z.File...) {
		if err := w.Copy(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	var e *Error
	if _, err := readContainer(bytes.NewReader(b.Bytes()), int64(b.Len())); !errors.As(err, &e) || e.Kind != KindSuspect || !strings.Contains(err.Error(), "compression ratio") {
		t.Errorf("got %v", err)
	}
}

// A flip or a cut is refused, or harmless; it never gives another dossier.
func TestNoFlippedByteGivesAnotherDossier(t *testing.T) {
	d := dossier("a1", "2026-001", "Riom")
	want := portable(t, d)
	read := func(b []byte) (*model.Dossier, error) {
		p, err := readContainer(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			return nil, err
		}
		return p.dossier, nil
	}
	refused := 0
	stride := 1
	if raced {
		stride = 5 // « make test » takes them all without the race detector
	}
	tried := 0
	for i := 0; i < len(want); i += stride {
		tried++
		for _, mask := range []byte{0x01, 0xff} {
			b := bytes.Clone(want)
			b[i] ^= mask
			got, err := read(b)
			if err != nil {
				refused++
			} else if !reflect.DeepEqual(got, d) {
				t.Fatalf("byte %d ^ %#x: another dossier", i, mask)
			}
		}
		if _, err := read(want[:i]); err == nil {
			t.Fatalf("cut at %d: read", i)
		}
	}
	if refused < tried {
		t.Errorf("only %d of %d flips were refused", refused, 2*tried)
	}
}

func TestFilesThatCannotBeReadOrWrittenSayWhy(t *testing.T) {
	dir := t.TempDir()
	d := dossier("a1", "2026-001", "Riom")
	for _, tt := range []struct {
		name string
		err  error
		want Kind
	}{
		{"read nothing", second(ReadFile(filepath.Join(dir, "absent.acv"))), KindNoFile},
		{"read a folder", second(ReadFile(dir)), KindNotFile},
		{"write nowhere", WriteFile(filepath.Join(dir, "absent", "x.acv"), d), KindNoFolder},
		{"write a name too long", WriteFile(filepath.Join(dir, strings.Repeat("é", 200)+".acv"), d), KindPath},
		{"read without the right", reading("x", fs.ErrPermission), KindUnreadable},
		{"write without the right", writing("x", fs.ErrPermission), KindReadOnly},
	} {
		var e *Error
		if !errors.As(tt.err, &e) || e.Kind != tt.want {
			t.Errorf("%s: got %v, want kind %v", tt.name, tt.err, tt.want)
		}
	}
}

func second(_ *model.Dossier, err error) error { return err }
