package storage

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// sent writes a dossier with a history and two attachments as a file.
func sent(t *testing.T, phrase string) (path string, photo []byte) {
	t.Helper()
	c := morning()
	s := timedStore(t, fast(t), c)
	s.cost = quick
	s.SetAuthor(Author{Name: "Claire Petit", Workstation: "MAIRIE-12"})
	d := dossier("a1", "2026-001", "Riom")
	save(t, s, d)
	for _, months := range []int{6, 12, 18} {
		c.pass(time.Hour)
		d.Mission.Months = months
		save(t, s, d)
	}
	if err := s.KeepVersion("a1", "Envoyée à la DR"); err != nil {
		t.Fatal(err)
	}
	photo = picture(100000)
	attach(t, s, "a1", "façade.jpg", photo)
	attach(t, s, "a1", "la même.jpg", photo)
	path = filepath.Join(t.TempDir(), "riom.acv")
	for range 2 { // the second replaces the first
		if err := s.WritePackage(path, d, phrase); err != nil {
			t.Fatal(err)
		}
	}
	return path, photo
}

func TestADossierTravelsWithItsHistoryAndItsPieces(t *testing.T) {
	for _, phrase := range []string{"", "une phrase bien assez longue"} {
		path, photo := sent(t, phrase)
		d, err := ReadProtected(path, phrase)
		if err != nil || d.Mission.Months != 18 {
			t.Fatal(err)
		}
		c := morning()
		dir := fast(t)
		s := timedStore(t, dir, c)
		taken := dossier("a1", "2026-009", "Thiers")
		if phrase != "" { // the same id with other answers: it comes as a copy
			save(t, s, taken)
		}
		d, done, err := s.ImportFile(path, phrase)
		if err != nil || (done == ImportCopied) != (phrase != "") {
			t.Fatal(done, err)
		}
		s.Close()
		s = timedStore(t, dir, c)
		all := history(t, s, d.ID)
		if len(all) != 5 || all[0].Kind != RevisionAdded || all[1].Name != "Envoyée à la DR" || all[1].Author.Name != "Claire Petit" {
			t.Fatalf("history %+v", all)
		}
		for n, months := range []int{0, 6, 12, 18, 18} {
			if got, err := s.At(d.ID, n+1); err != nil || got.Mission.Months != months || got.ID != d.ID {
				t.Errorf("revision %d: %v, %v", n+1, got, err)
			}
		}
		if got, _, err := s.GoBack(d.ID, 2); err != nil || got.Mission.Months != 6 || got.Reference != d.Reference {
			t.Errorf("gone back: %v", err)
		}
		list, err := s.Attachments(d.ID)
		if err != nil || len(list) != 2 {
			t.Fatal(list, err)
		}
		for _, a := range list {
			if !bytes.Equal(attached(t, s, d.ID, a.ID), photo) {
				t.Errorf("%s is another file", a.Name)
			}
		}
	}
}

// rezipped writes path again, each entry as change returns it.
func rezipped(t *testing.T, path string, change func(name, text string) string) []byte {
	t.Helper()
	in, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	text, order := map[string]string{}, []string{}
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		text[f.Name] = string(b)
		order = append(order, f.Name)
	}
	for _, name := range order[2:] {
		now := change(name, text[name])
		was, sum := text[name], hexSum([]byte(now))
		text[manifestEntry] = strings.Replace(text[manifestEntry], hexSum([]byte(was)), sum, 1) // as one who means harm would
		if len(was) != len(now) {
			t.Fatalf("%s: the length changes", name)
		}
		text[name] = now
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range order {
		if name == mimeEntry {
			err = writeMime(z)
		} else {
			err = addEntry(z, name, []byte(text[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestAHistoryOrAPieceThatIsNotRightIsRefused(t *testing.T) {
	path, _ := sent(t, "")
	bad := filepath.Join(t.TempDir(), "x.acv")
	swap := func(entry, from, to string) []byte {
		return rezipped(t, path, func(name, text string) string {
			if strings.HasPrefix(name, entry) {
				if !strings.Contains(text, from) {
					t.Fatalf("%s: no %q", name, from)
				}
				return strings.Replace(text, from, to, 1)
			}
			return text
		})
	}
	write(t, bad, swap("zzz", "", ""))
	if _, err := ReadFile(bad); err != nil {
		t.Fatalf("what is right is refused: %v", err)
	}
	for name, b := range map[string][]byte{
		"a step that does not lead there": swap(revisionsEntry, `"apres":18`, `"apres":19`),
		"a revision that is missing":      swap(revisionsEntry, `"n":2`, `"n":3`),
		"an unknown name":                 swap(revisionsEntry, `"sorte"`, `"sorti"`),
		"a hidden character":              swap(revisionsEntry, `Claire Petit`, "Claire\u202etit"),
		"another type":                    swap(piecesEntry, `image/jpeg`, `image/gifs`),
		"another size":                    swap(piecesEntry, `"taille":100004`, `"taille":100003`),
		"a piece that is no picture":      swap(pieceEntry, "\xff\xd8\xff", "MZ\x00"),
	} {
		write(t, bad, b)
		_, err := ReadFile(bad)
		var e *Error
		if !errors.As(err, &e) || e.Kind != KindSuspect && e.Kind != KindAltered {
			t.Errorf("%s: %v", name, err)
		}
	}
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	want, err := ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for range 150 {
		b := bytes.Clone(good)
		b[r.IntN(len(b))] ^= 1 << r.IntN(8)
		write(t, bad, b)
		if d, err := ReadFile(bad); err == nil && !same(d, want) {
			t.Fatal("another dossier was read")
		}
	}
}
