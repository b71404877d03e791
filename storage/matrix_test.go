package storage

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// The damages of the storage decision (§3.3), each after a clean close and after a sudden stop.
func TestTheDamageMatrix(t *testing.T) {
	clean := filepath.Join(fast(t), "modèle")
	want := lived(t, clean)
	bytesOf := func(t *testing.T, path string) []byte {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	change := func(pattern string, to func([]byte) []byte) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			path := first(t, dir, pattern)
			write(t, path, to(bytesOf(t, path)))
		}
	}
	drop := func(pattern string) func(*testing.T, string) {
		return func(t *testing.T, dir string) { remove(t, first(t, dir, pattern)) }
	}
	add := func(name string, b []byte) func(*testing.T, string) {
		return func(t *testing.T, dir string) { write(t, filepath.Join(dir, "base", name), b) }
	}
	half := func(b []byte) []byte { return b[:len(b)/2] }
	none := func([]byte) []byte { return nil }
	zero := func(b []byte) []byte { return make([]byte, len(b)) }
	foot := func(b []byte) []byte { b[len(b)-3] ^= 0xff; return b }
	for name, damage := range map[string]func(*testing.T, string){
		"MANIFEST deleted": drop("base/MANIFEST"), "MANIFEST empty": change("base/MANIFEST", none),
		"MANIFEST half": change("base/MANIFEST", half), "MANIFEST bytes": change("base/MANIFEST", foot),
		"table deleted": drop("base/*.sst"), "table empty": change("base/*.sst", none), "table cut": change("base/*.sst", half),
		"table zeroed": change("base/*.sst", zero), "table footer": change("base/*.sst", foot),
		"value log deleted": drop("base/*.vlog"), "value log cut": change("base/*.vlog", half),
		"DISCARD deleted": drop("base/DISCARD"), "DISCARD zeroed": change("base/DISCARD", zero),
		"stale LOCK": add("LOCK", []byte("1")), "desktop.ini": add("desktop.ini", []byte("[x]")),
		"conflict copy": add("00001-PC-MARIE.mem", []byte("x")), "empty .mem": add("00009.mem", nil),
		"base and no journal": drop(journalName), "no base": drop(baseName),
		"conflict copy of a segment": func(t *testing.T, dir string) {
			path := first(t, dir, "journal/*.jrn")
			write(t, strings.TrimSuffix(path, changesExt)+"-PC-MARIE"+changesExt, bytesOf(t, path))
		},
		"journal segment deleted": drop("journal/*.jrn"), "state deleted": drop("journal/*.etat"),
		"state zeroed": change("journal/*.etat", zero), "header deleted": drop(headName), "header zeroed": change(headName, zero),
		"backups deleted": drop(backupsName), "backup zeroed": change("sauvegardes/*.sauv", zero),
		"all but the backups": func(t *testing.T, dir string) {
			for _, name := range []string{journalName, baseName, headName} {
				remove(t, filepath.Join(dir, name))
			}
		},
	} {
		for _, stopped := range []bool{false, true} {
			dir := filepath.Join(filepath.Dir(clean), "essai")
			if err := os.CopyFS(dir, os.DirFS(clean)); err != nil {
				t.Fatal(err)
			}
			damage(t, dir)
			if stopped {
				remove(t, filepath.Join(dir, markName))
			}
			t.Log(name, stopped, outcome(t, dir, name, stopped || name == "all but the backups", want))
			remove(t, dir)
		}
	}
}

// A compaction that cannot create its table loses rows of Badger without an error (F2 of the storage decision). It is seen,
// and nothing is lost.
func TestACompactionThatCannotCreateItsTableLosesNothing(t *testing.T) {
	for _, read := range []bool{false, true} {
		dir := fast(t)
		want := filled(t, dir, 3)
		for i := range 4 { // several tables at the first level
			s := openedStore(t, dir)
			for n := range 40 {
				d := dossier(fmt.Sprintf("e%d-%d", i, n), fmt.Sprintf("2025-%d%02d", i, n), "Riom")
				save(t, s, d)
				want[d.ID] = d
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		}
		s := openedStore(t, dir)
		tables, err := filepath.Glob(filepath.Join(dir, "base", "*.sst"))
		if err != nil {
			t.Fatal(err)
		}
		last := 0
		for _, path := range tables {
			n, err := strconv.Atoi(strings.TrimSuffix(filepath.Base(path), ".sst"))
			if err != nil {
				t.Fatal(err)
			}
			last = max(last, n)
		}
		for n := range 30 { // whichever number the next tables get
			if err := os.Mkdir(filepath.Join(dir, "base", fmt.Sprintf("%06d.sst", last+1+n)), 0o700); err != nil {
				t.Fatal(err)
			}
		}
		_ = s.base.db.Flatten(1)
		for n := range 30 {
			remove(t, filepath.Join(dir, "base", fmt.Sprintf("%06d.sst", last+1+n)))
		}
		if read {
			holds(t, s, want)
		}
		s.Close()
		s = openedStore(t, dir)
		holds(t, s, want)
		s.Close()
	}
}
