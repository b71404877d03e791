package storage

import (
	"archive/tar"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"appuitechnique/model"
)

// testdata/v1 is what the first version of the program left on a disk: a data folder closed well, a backup, a portable file,
// and the JSON of the dossiers that they hold. None is ever edited: what left this program opens for ever. A format that is
// released gets a folder of its own beside it.
func TestEveryReleasedFormatOpensForEver(t *testing.T) {
	folders, err := filepath.Glob("testdata/v*/base.tar.gz")
	if err != nil || len(folders) == 0 {
		t.Fatalf("%v, %v", folders, err)
	}
	for _, archive := range folders {
		golden := filepath.Dir(archive)
		t.Run(filepath.Base(golden), func(t *testing.T) {
			file := filepath.Join(golden, "dossier"+Extension)
			d, err := ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			promised(t, filepath.Join(golden, "complet.json"), d)
			for _, how := range []string{"as it was closed", "base lost", "journal lost", "stopped"} {
				dir := filepath.Join(t.TempDir(), "base")
				unarchive(t, archive, filepath.Dir(dir))
				switch how {
				case "base lost":
					remove(t, filepath.Join(dir, baseName))
				case "journal lost":
					remove(t, filepath.Join(dir, journalName))
				case "stopped":
					remove(t, filepath.Join(dir, markName))
				}
				s := openedStore(t, dir)
				if strings.Contains(s.Notice(), sayLost) || how == "as it was closed" && s.Notice() != "" {
					t.Errorf("%s: %s", how, s.Notice())
				}
				holdsGolden(t, s, golden)
			}
			s := openedStore(t, t.TempDir())
			if _, err := s.RestoreBackup(filepath.Join(golden, "sauvegarde"+BackupExtension), "", nil); err != nil {
				t.Fatal(err)
			}
			holdsGolden(t, s, golden)
		})
	}
}

// holdsGolden fails unless s holds the three dossiers of a golden folder, one of them in the trash.
func holdsGolden(t *testing.T, s *Store, golden string) {
	t.Helper()
	list, err := s.List()
	if trash := s.Trash(); err != nil || len(list) != 2 || len(trash) != 1 || trash[0].ID != "jete" {
		t.Fatalf("%+v, %+v, %v", list, trash, err)
	}
	for _, id := range []string{"complet", "court", "jete"} {
		d, err := s.Load(id)
		if err != nil {
			t.Fatal(err)
		}
		promised(t, filepath.Join(golden, id+".json"), d)
	}
}

// promised fails unless d holds every answer of a golden JSON.
func promised(t *testing.T, path string, d *model.Dossier) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Encode(d)
	if err != nil {
		t.Fatal(err)
	}
	var was, is any
	if err := errors.Join(json.Unmarshal(raw, &was), json.Unmarshal(again, &is)); err != nil {
		t.Fatal(err)
	}
	if p := lacking(was, is, "$"); p != "" {
		t.Errorf("%s: what stood at %s is not there any more", path, p)
	}
}

// unarchive writes the files of an archive into dir.
func unarchive(t *testing.T, archive, dir string) {
	t.Helper()
	f, err := os.Open(archive)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, filepath.FromSlash(h.Name))
		if h.Typeflag == tar.TypeDir {
			if err := os.MkdirAll(path, 0o700); err != nil {
				t.Fatal(err)
			}
			continue
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		write(t, path, b)
	}
}

// A folder of an older schema is backed up, its dossiers are brought to the schema of today, and only then is it said to be
// of today; one dossier that cannot be, and nothing is changed.
func TestAnOlderFolderIsBroughtToTheSchemaOfToday(t *testing.T) {
	older := func(dir string) {
		h := header{Format: headerFormat, Schema: schema - 1}
		h.Sum = h.sum()
		b, err := json.Marshal(h)
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, headName), b)
	}
	dir := t.TempDir()
	want := filled(t, dir, 3)
	older(dir)
	s := openedStore(t, dir)
	holds(t, s, want)
	if all, err := s.Backups(); err != nil || len(all) != 1 {
		t.Errorf("backups before: %+v, %v", all, err)
	}
	if h, err := readHeader(s.path(headName)); err != nil || h == nil || h.Schema != schema {
		t.Errorf("%+v, %v", h, err)
	}

	put(t, s, "d/d1", []byte(`{"schema":1,"dossier":{"id":"d1","inconnu":1}}`))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	older(dir)
	var e *Error
	if _, err := Open(dir, Options{MinFree: 1}); !errors.As(err, &e) || e.Kind != KindMigration {
		t.Errorf("got %v, want a refusal to migrate", err)
	}
	if h, err := readHeader(filepath.Join(dir, headName)); err != nil || h == nil || h.Schema != schema-1 {
		t.Errorf("after a refusal: %+v, %v", h, err)
	}
}
