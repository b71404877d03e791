package storage

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"appuitechnique/model"
)

// filled makes a data folder of n dossiers, one in the trash besides, closed well, and returns what it holds.
func filled(t testing.TB, dir string, n int) map[string]*model.Dossier {
	t.Helper()
	s, err := Open(dir, Options{MinFree: 1})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]*model.Dossier{}
	for i := range n {
		d := dossier(fmt.Sprintf("d%d", i), fmt.Sprintf("2026-%03d", i+1), "Riom")
		for _, title := range []string{"brouillon", "titre définitif"} {
			d.Project.Title = title
			if err := s.Save(d); err != nil {
				t.Fatal(err)
			}
		}
		want[d.ID] = d
	}
	gone := dossier("jeté", "2026-999", "Riom")
	gone.ID = "gone"
	if err := errors.Join(s.Save(gone), s.Delete("gone"), s.Close()); err != nil {
		t.Fatal(err)
	}
	return want
}

// holds fails unless s lists and gives back exactly want, and the one in the trash.
func holds(t *testing.T, s *Store, want map[string]*model.Dossier) {
	t.Helper()
	list, err := s.List()
	if err != nil || len(list) != len(want) {
		t.Fatalf("list of %d, want %d: %v", len(list), len(want), err)
	}
	for _, sm := range list {
		got, err := s.Load(sm.ID)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want[sm.ID]) || sm.Title != short(got.Project.Title, 72) {
			t.Fatalf("%s: got %+v, want %+v", sm.ID, got, want[sm.ID])
		}
	}
	if trash := s.Trash(); len(trash) != 1 || trash[0].ID != "gone" {
		t.Fatalf("trash: %+v", trash)
	}
}

// first returns the first file of dir that matches.
func first(t *testing.T, dir, pattern string) string {
	t.Helper()
	all, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil || len(all) == 0 {
		t.Fatalf("no %s in %s: %v", pattern, dir, err)
	}
	return all[0]
}

func flip(t *testing.T, path string, at int) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b[at] ^= 0x10
	write(t, path, b)
}

func write(t *testing.T, path string, b []byte) {
	t.Helper()
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
}

func TestADamagedFolderLosesNothing(t *testing.T) {
	const repaired = "rien n’a été perdu"
	for _, tt := range []struct {
		name   string
		damage func(t *testing.T, dir string)
		notice string // empty: none
	}{
		{"none", func(*testing.T, string) {}, ""},
		{"no clean close", func(t *testing.T, dir string) { remove(t, filepath.Join(dir, markName)) }, "Tout est là : 5 dossiers"},
		{"unreadable mark", func(t *testing.T, dir string) { write(t, filepath.Join(dir, markName), []byte("{")) }, repaired},
		{"no base", func(t *testing.T, dir string) { remove(t, filepath.Join(dir, baseName)) }, repaired},
		{"no MANIFEST", func(t *testing.T, dir string) { remove(t, first(t, dir, "base/MANIFEST")) }, repaired},
		{"altered MANIFEST", func(t *testing.T, dir string) { flip(t, first(t, dir, "base/MANIFEST"), 20) }, repaired},
		{"no table", func(t *testing.T, dir string) { remove(t, first(t, dir, "base/*.sst")) }, repaired},
		{"empty table", func(t *testing.T, dir string) { write(t, first(t, dir, "base/*.sst"), nil) }, repaired},
		{"altered table", func(t *testing.T, dir string) { flip(t, first(t, dir, "base/*.sst"), 100) }, repaired},
		{"zeroed table", func(t *testing.T, dir string) {
			path := first(t, dir, "base/*.sst")
			i, err := os.Stat(path)
			if err != nil {
				t.Fatal(err)
			}
			write(t, path, make([]byte, i.Size()))
		}, repaired},
		{"altered table, no mark", func(t *testing.T, dir string) {
			flip(t, first(t, dir, "base/*.sst"), 100)
			remove(t, filepath.Join(dir, markName))
		}, "Tout est là"},
		{"empty logs", func(t *testing.T, dir string) {
			write(t, filepath.Join(dir, "base", "00007.mem"), nil)
			write(t, filepath.Join(dir, "base", "000009.vlog"), nil)
		}, repaired},
		{"stranger in the base", func(t *testing.T, dir string) { write(t, filepath.Join(dir, "base", "desktop.ini"), []byte("x")) }, repaired},
		{"no journal", func(t *testing.T, dir string) { remove(t, filepath.Join(dir, journalName)) }, repaired},
		{"no segment", func(t *testing.T, dir string) { remove(t, first(t, dir, "journal/*.jrn")) }, repaired},
		{"altered journal", func(t *testing.T, dir string) { flip(t, first(t, dir, "journal/*.jrn"), 2000) }, repaired},
		{"journal cut short", func(t *testing.T, dir string) {
			path := first(t, dir, "journal/*.jrn")
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			write(t, path, b[:len(b)-1])
		}, repaired},
		{"bytes after the journal", func(t *testing.T, dir string) {
			path := first(t, dir, "journal/*.jrn")
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			write(t, path, append(b, "ATJ1 and then nothing that makes sense"...))
		}, ""},
		{"repair stopped between its two moves", func(t *testing.T, dir string) {
			from := filepath.Join(dir, journalName)
			if err := os.Rename(from, from+freshExt); err != nil {
				t.Fatal(err)
			}
		}, ""},
		{"altered header", func(t *testing.T, dir string) {
			write(t, filepath.Join(dir, headName), []byte(`{"format":"appui-technique.base","schema":9,"crc32c":1}`))
		}, ""},
		{"no header", func(t *testing.T, dir string) { remove(t, filepath.Join(dir, headName)) }, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := fast(t)
			want := filled(t, dir, 5)
			tt.damage(t, dir)
			s := openedStore(t, dir)
			if got := s.Notice(); tt.notice == "" && got != "" || !strings.Contains(got, tt.notice) {
				t.Errorf("notice %q, want %q", got, tt.notice)
			}
			holds(t, s, want)
			want["d2"].Town.Name = "Issoire"
			save(t, s, want["d2"])
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			s = openedStore(t, dir)
			if s.Notice() != "" {
				t.Errorf("repaired twice: %q", s.Notice())
			}
			holds(t, s, want)
		})
	}
}

// One file damaged anywhere, at random, is always repaired from the others.
func TestRandomDamageToOneFileLosesNothing(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	model := t.TempDir()
	want := filled(t, model, 4)
	for range 25 {
		dir := filepath.Join(t.TempDir(), "base")
		if err := os.CopyFS(dir, os.DirFS(model)); err != nil {
			t.Fatal(err)
		}
		var files []string
		for _, pattern := range []string{"*", "base/*", "journal/*"} {
			all, err := filepath.Glob(filepath.Join(dir, pattern))
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, all...)
		}
		path := files[r.IntN(len(files))]
		b, err := os.ReadFile(path)
		if err != nil || len(b) == 0 {
			continue // a folder, or the lock
		}
		at := r.IntN(len(b))
		what := fmt.Sprintf("%s at %d", filepath.Base(path), at)
		if r.IntN(3) == 0 {
			b = b[:at]
		} else {
			b[at] ^= 1 << r.IntN(8)
		}
		write(t, path, b)
		s, err := Open(dir, Options{MinFree: 1})
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		t.Log(what, s.Notice())
		holds(t, s, want)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWhenBothCopiesAreDamagedNothingIsErased(t *testing.T) {
	dir := t.TempDir()
	filled(t, dir, 3)
	flip(t, first(t, dir, "journal/*.jrn"), 2000)
	remove(t, filepath.Join(dir, markName))
	s := openedStore(t, dir)
	if list, _ := s.List(); len(list) != 3 || !strings.Contains(s.Notice(), "vérifiez vos dernières réponses") {
		t.Errorf("list %+v, notice %q", list, s.Notice())
	}
	first(t, dir, "base.ecarte-*")
	s.Close()

	dir = t.TempDir()
	filled(t, dir, 3)
	remove(t, filepath.Join(dir, journalName))
	table := first(t, dir, "base/*.sst")
	remove(t, first(t, dir, "base/MANIFEST"))
	for i := range 3 {
		if i == 2 {
			remove(t, filepath.Join(dir, markName))
		}
		_, err := Open(dir, Options{MinFree: 1})
		var e *Error
		if !errors.As(err, &e) || e.Kind != KindDamaged {
			t.Fatalf("got %v, want damaged", err)
		}
		if _, err := os.Stat(table); err != nil {
			t.Error(err)
		}
	}
}

func TestABaseThatFailsLeavesTheJournalToServe(t *testing.T) {
	dir := t.TempDir()
	want := filled(t, dir, 3)
	s := openedStore(t, dir)
	if err := s.base.db.Close(); err != nil { // as after an error of the disk
		t.Fatal(err)
	}
	holds(t, s, want)
	want["d1"].Town.Name = "Thiers"
	save(t, s, want["d1"])
	holds(t, s, want)
	s.Close()
	holds(t, openedStore(t, dir), want)
}

func TestFilesThatVanishedAreNotPassedOver(t *testing.T) {
	dir := t.TempDir()
	filled(t, dir, 2)
	remove(t, filepath.Join(dir, journalName))
	remove(t, filepath.Join(dir, baseName))
	if s := openedStore(t, dir); !strings.Contains(s.Notice(), "ont disparu") {
		t.Errorf("notice %q", s.Notice())
	}
}

func TestLosingAllWithABackupThatIsDamagedIsSaid(t *testing.T) {
	dir := t.TempDir()
	filled(t, dir, 2)
	s := openedStore(t, dir)
	if err := s.BackUp(); err != nil {
		t.Fatal(err)
	}
	made, err := s.Backups()
	if err != nil || len(made) != 1 {
		t.Fatalf("%v, %v, want a backup", made, err)
	}
	s.Close()
	for _, name := range []string{journalName, baseName, markName} {
		remove(t, filepath.Join(dir, name))
	}
	write(t, made[0].Path, []byte("autre chose"))
	if s := openedStore(t, dir); !strings.Contains(s.Notice(), "ne sont plus lisibles") {
		t.Errorf("notice %q", s.Notice())
	}
}

// Random work, stopped well or not at random, always gives back what an ordinary map would.
func TestRandomWorkAndStopsAgreeWithAMap(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	dir := fast(t)
	want := filled(t, dir, 3)
	s := openedStore(t, dir)
	for range 400 {
		id := fmt.Sprintf("d%d", r.IntN(8))
		switch op := r.IntN(20); {
		case op < 2:
			s.Close()
			if op == 0 {
				remove(t, filepath.Join(dir, markName))
			}
			s = openedStore(t, dir)
			holds(t, s, want)
		case op < 4 && want[id] != nil:
			if err := errors.Join(s.Delete(id), s.Restore(id)); err != nil {
				t.Fatal(err)
			}
		default:
			d := dossier(id, "2026-"+id, strings.Repeat("é", r.IntN(3000)))
			save(t, s, d)
			want[id] = d
		}
	}
	holds(t, s, want)
}
