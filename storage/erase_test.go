package storage

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"appuitechnique/model"
)

// said searches for words in every file below dir, as it stands and as what the program reads in it.
func said(t *testing.T, s *Store, dir string, words ...string) []string {
	t.Helper()
	var out []string
	look := func(where string, b []byte) {
		b = bytes.ToLower(bytes.TrimRight(b, "\x00")) // the files of Badger end in megabytes of nothing
		for _, w := range words {
			if bytes.Contains(b, []byte(strings.ToLower(w))) {
				out = append(out, where+": "+w)
			}
		}
	}
	decoded := func(where string) func(string, []byte) error {
		return func(key string, value []byte) error {
			raw, err := unseal(s.secret, key, value)
			if err == nil {
				look(where+" "+key, raw)
			}
			return nil
		}
	}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		look(path, b)
		switch filepath.Ext(path) {
		case changesExt, stateExt:
			scan(b, func(_ int, r record) {
				for _, c := range r.changes {
					_ = decoded(path)(c.key, c.value)
				}
			})
		case BackupExtension:
			return readBackup(path, "", io.Discard, decoded(path))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if s.base != nil {
		if _, err := s.base.each(func(key string, read func() ([]byte, error)) error {
			value, err := read()
			if err == nil {
				err = decoded("base")(key, value)
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// withPeople makes a base in which an expert and a contact were named, changed, undone, backed up and restored over.
func withPeople(t *testing.T, dir, usb string, c *clock) (*Store, *model.Dossier) {
	t.Helper()
	s := timedStore(t, dir, c)
	d := dossier("a1", "2026-001", "Riom")
	d.Contacts.People = []*model.Contact{{Row: model.Row{Key: "k1"}, FirstName: "Léa", LastName: "Quatrebarbes", Email: "lea@riom.example",
		Phone: "04 73 00 00 01"}, {Row: model.Row{Key: "k2"}, FirstName: "Ann", LastName: "Roux"}}
	save(t, s, d)
	step := func() { c.pass(time.Minute); save(t, s, d) }
	d.Expert.FirstName, d.Expert.LastName, d.Expert.Diploma = "Ysaline", "Brochepelle", "Diplôme de Brochepelle-École"
	step()
	d.Marks.Note("mission.months", "Voir la durée avec Ysaline Brochepelle et Léa Quatrebarbes.")
	d.Mission.Purpose = "Confier à Mme Brochepelle, c’est-à-dire YSALINE  BROCHEPELLE, l’îlot ; joindre Léa Quatrebarbes (lea@riom.example)."
	d.Project.Title = "Îlot de Léa Quatrebarbes"
	d.Study.Visitors = "Brochepelle"
	d.Study.Stakes = "Mme Brochepellerin"
	step()
	d.Expert.Diploma = "Autre"
	step()
	other := dossier("b2", "2026-002", "Thiers")
	other.Mission.Purpose = "Comme Ysaline Brochepelle l’a fait à Riom."
	save(t, s, other)
	if err := errors.Join(s.SetElsewhere(usb), s.KeepVersion("a1", "Avec Ysaline Brochepelle"), s.BackUp()); err != nil {
		t.Fatal(err)
	}
	all, err := s.Backups()
	if err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	if _, err := s.RestoreBackup(all[0].Path, "", nil); err != nil { // leaves a former journal aside
		t.Fatal(err)
	}
	if _, _, err := s.Undo("a1"); err != nil {
		t.Fatal(err)
	}
	return s, d
}

func TestNothingIsLeftOfSomeoneWhoWasErased(t *testing.T) {
	for _, secret := range []string{"", "une phrase bien assez longue"} {
		c := morning()
		dir, usb := fast(t), fast(t)
		s, d := withPeople(t, dir, usb, c)
		if secret != "" {
			s.cost = quick
			if _, err := s.Protect(secret); err != nil {
				t.Fatal(err)
			}
		}
		attach(t, s, "a1", "cv Ysaline Brochepelle.pdf", []byte("%PDF-1.7"))
		people := model.People(d)
		if len(people) != 3 || people[0].Name != "Ysaline Brochepelle" || people[1].Name != "Léa Quatrebarbes" {
			t.Fatalf("people: %+v", people)
		}
		if len(said(t, s, dir, "Ysaline", "Quatrebarbes")) == 0 {
			t.Fatal("the search finds nobody")
		}
		done, err := s.ErasePerson("a1", people[0])
		if err != nil {
			t.Fatal(err)
		}
		if done.Backups == 0 || done.Elsewhere != "" || len(done.Attached) != 1 || len(done.Named) != 1 || done.Named[0] != "/study/visitors" {
			t.Errorf("%+v", done)
		}
		if _, err := s.ErasePerson("a1", people[1]); err != nil {
			t.Fatal(err)
		}
		c.pass(time.Minute)
		for _, where := range []string{dir, usb} {
			if left := said(t, s, where, "Ysaline", "Quatrebarbes", "lea@riom", "04 73 00 00 01", "Diplôme de"); len(left) > 0 {
				t.Errorf("left: %s", strings.Join(left, "\n"))
			}
		}
		got, err := s.Load("a1")
		if err != nil || got.Expert.LastName != "" || got.Contacts.People[1].LastName != "Roux" || got.Contacts.People[0].Role != d.Contacts.People[0].Role ||
			got.Mission.Purpose != "Confier à [effacé], c’est-à-dire [effacé], l’îlot ; joindre [effacé] ([effacé])." || got.Study.Visitors != "Brochepelle" || got.Study.Stakes != "Mme Brochepellerin" {
			t.Errorf("%+v, %q, %v", got.Expert, got.Mission.Purpose, err)
		}
		if note := got.Marks.Notes["mission.months"]; note != "Voir la durée avec [effacé] et [effacé]." {
			t.Errorf("the note says %q", note)
		}
		// What is left of the history still holds together.
		all := history(t, s, "a1")
		for _, r := range all {
			if d, err := s.At("a1", r.N); err != nil || d.Expert.LastName != "" {
				t.Errorf("revision %d: %v", r.N, err)
			}
		}
		if all[0].Kind != RevisionErased {
			t.Errorf("the last revision is %s", all[0].Kind)
		}
		for range 10 {
			if _, _, err := s.Undo("a1"); err != nil {
				t.Fatal(err)
			}
		}
		if d, err := s.Load("a1"); err != nil || d.Mission.Purpose != "" {
			t.Errorf("what remains is not undone: %q, %v", d.Mission.Purpose, err)
		}
		s.Close()
		remove(t, filepath.Join(dir, markName))
		again, err := Open(dir, Options{MinFree: 1, Phrase: secret})
		if err != nil {
			t.Fatal(err)
		}
		backups, err := again.Backups()
		if err != nil || len(backups) == 0 {
			t.Fatal(backups, err)
		}
		for _, b := range backups {
			if _, err := again.ReadBackup(b.Path, "", nil); err != nil {
				t.Errorf("%s: %v", b.Path, err)
			}
		}
		again.Close()
	}
}

func TestASecondPlaceOutOfReachIsSaid(t *testing.T) {
	c := morning()
	usb := filepath.Join(t.TempDir(), "clé")
	if err := os.Mkdir(usb, 0o700); err != nil {
		t.Fatal(err)
	}
	s, d := withPeople(t, t.TempDir(), usb, c)
	if err := os.Rename(usb, usb+" retirée"); err != nil {
		t.Fatal(err)
	}
	done, err := s.ErasePerson("a1", model.People(d)[0])
	if err != nil || done.Elsewhere != usb {
		t.Errorf("%+v, %v", done, err)
	}
}

func TestADossierOfTheTrashIsErasedByHandOnly(t *testing.T) {
	c := morning()
	dir := t.TempDir()
	s := timedStore(t, dir, c)
	for _, id := range []string{"a1", "a11", "b2"} {
		save(t, s, dossier(id, "2026-"+id, "Riom"))
	}
	if err := s.Erase("a1"); !errors.Is(err, ErrNotFound) {
		t.Errorf("a dossier of the list was erased: %v", err)
	}
	if err := errors.Join(s.Delete("a1"), s.Delete("b2"), s.Erase("a1")); err != nil {
		t.Fatal(err)
	}
	s.Close()
	s = timedStore(t, dir, c)
	if _, err := s.Load("a1"); !errors.Is(err, ErrNotFound) {
		t.Errorf("erased and there: %v", err)
	}
	for key := range s.journal.index {
		if strings.Contains(key, "/a1/") || strings.HasSuffix(key, "/a1") {
			t.Errorf("%s is left", key)
		}
	}
	if trash := s.Trash(); len(trash) != 1 || trash[0].ID != "b2" {
		t.Errorf("trash: %+v", trash)
	}
	if got := history(t, s, "a11"); len(got) != 1 {
		t.Errorf("the history of another: %+v", got)
	}
}
