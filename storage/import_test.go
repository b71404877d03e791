package storage

import (
	"cmp"
	"testing"

	"appuitechnique/model"
)

func TestImportNeverWritesOver(t *testing.T) {
	s := openedStore(t, t.TempDir())
	riom := dossier("a1", "2026-001", "Riom")
	year := s.now().Year()
	for _, tt := range []struct {
		name string
		d    *model.Dossier
		want Imported
		ref  string // empty: the next one
	}{
		{"new", riom, ImportAdded, "2026-001"},
		{"again", dossier("a1", "2026-001", "Riom"), ImportPresent, "2026-001"},
		{"another of the same reference", dossier("b2", "2026-001", "Grasse"), ImportAdded, ""},
		{"the same with other answers", dossier("a1", "2026-001", "Riom, autrement"), ImportCopied, ""},
	} {
		want := cmp.Or(tt.ref, s.NextReference(year))
		got, err := s.Import(tt.d)
		if err != nil || got != tt.want || tt.d.Reference != want {
			t.Errorf("%s: got %v, %s, %v; want %v, %s", tt.name, got, tt.d.Reference, err, tt.want, want)
		}
	}
	if err := s.Delete("a1"); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Import(riom); err != nil || got != ImportRestored {
		t.Errorf("from the trash: got %v, %v", got, err)
	}
	list, err := s.List()
	if err != nil || len(list) != 3 {
		t.Errorf("list: %+v, %v", list, err)
	}
	if got, err := s.Load("a1"); err != nil || got.Town.Name != "Riom" {
		t.Errorf("the first was written over: %+v, %v", got, err)
	}
}
