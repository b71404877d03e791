package storage

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestAnAlmostFullDiskOpensToBeReadAndThenForGood(t *testing.T) {
	for _, phrase := range []string{"", aPhrase} {
		dir := t.TempDir()
		want := filled(t, dir, 2)
		if phrase != "" {
			s := mustOpen(t, dir, "")
			if _, err := s.Protect(phrase); err != nil {
				t.Fatal(err)
			}
			s.Close()
		}
		was := snapshot(t, dir)
		s, err := Open(dir, Options{MinFree: 1 << 60, Phrase: phrase, cost: quick})
		if err != nil {
			t.Fatal(err)
		}
		holds(t, s, want)
		var e *Error
		if err := s.ReadOnly(); !errors.As(err, &e) || e.Kind != KindDiskFull || !strings.Contains(e.Sentence(), "enregistré jusqu’au") {
			t.Errorf("why it is read only: %v", err)
		}
		d := *want["d1"]
		d.Town.Name = "Thiers"
		_, protect := s.Protect("une phrase bien longue")
		_, restore := s.RestoreBackup(filepath.Join(dir, "absente"), "", nil)
		for what, err := range map[string]error{"save": s.Save(&d), "delete": s.Delete("d1"), "protect": protect,
			"retry": s.Retry(), "stop": s.Unprotect(phrase)} {
			if refusal(err) != KindDiskFull {
				t.Errorf("%s: %v", what, err)
			}
		}
		if restore == nil {
			t.Error("restored")
		}
		holds(t, s, want)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if now := snapshot(t, dir); now != was {
			t.Errorf("files changed:\n%s\nwere\n%s", now, was)
		}
		s, err = Open(dir, Options{MinFree: 1 << 60, Phrase: phrase, cost: quick})
		if err != nil {
			t.Fatal(err)
		}
		s.minFree = 1 // room was made
		if err := s.Retry(); err != nil || s.ReadOnly() != nil {
			t.Fatal(err)
		}
		want["d1"] = &d
		save(t, s, &d)
		s.Close()
		holds(t, mustOpen(t, dir, phrase), want)
	}
}

// snapshot lists the files below dir with their sizes and sums.
func snapshot(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() || e.Name() == lockName {
			return err
		}
		sum, err := fileSum(path)
		b.WriteString(path + " " + time.Duration(sum).String() + "\n")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestABaseThatRestsWakesAtTheNextSave(t *testing.T) {
	dir := t.TempDir()
	want := filled(t, dir, 2)
	s := openedStore(t, dir)
	s.rest()
	if s.base != nil || !s.resting {
		t.Fatal("it does not rest")
	}
	holds(t, s, want)
	if s.behind || s.base != nil {
		t.Fatal("to read wakes it")
	}
	want["d1"].Town.Name = "Thiers"
	save(t, s, want["d1"])
	if s.base == nil || s.behind {
		t.Fatal("it did not wake")
	}
	holds(t, s, want)
	s.rest()
	s.lock.Close() // killed while it rests: as clean a stop as any
	s = openedStore(t, dir)
	if s.Notice() != "" {
		t.Errorf("notice %q", s.Notice())
	}
	holds(t, s, want)
	s.rest()
	if err := os.Remove(filepath.Join(dir, baseName, "MANIFEST")); err != nil { // an antivirus
		t.Fatal(err)
	}
	want["d0"].Town.Name = "Thiers"
	save(t, s, want["d0"])
	holds(t, s, want)
	s.Close()
	holds(t, openedStore(t, dir), want)
	s, err := Open(t.TempDir(), Options{MinFree: 1, Idle: time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for resting := false; !resting; time.Sleep(time.Millisecond) {
		s.mu.Lock()
		resting = s.resting
		s.mu.Unlock()
	}
}

func TestAClockThatWentBackIsSaid(t *testing.T) {
	dir := t.TempDir()
	want := filled(t, dir, 1)
	for _, tt := range []struct {
		ahead time.Duration
		said  bool
	}{{-48 * time.Hour, true}, {-time.Minute, false}, {time.Hour, false}} {
		s, err := Open(dir, Options{MinFree: 1, Now: func() time.Time { return time.Now().Add(tt.ahead) }})
		if err != nil {
			t.Fatal(err)
		}
		if said := strings.Contains(s.Notice(), "horloge"); said != tt.said {
			t.Errorf("%v: notice %q", tt.ahead, s.Notice())
		}
		holds(t, s, want)
		s.Close()
	}
}

func TestAPlaceThatIsSynchronisedIsTold(t *testing.T) {
	root := t.TempDir()
	for _, tt := range []struct {
		path, mark string
		want       Kind
	}{
		{"AppuiTechnique", "", -1},
		{"OneDrive - Ville de Riom/Documents/Appui", "", KindSynced},
		{"OneDrive/x", "", KindSynced},
		{"Dropbox/x", "", KindSynced},
		{"Library/Mobile Documents/com~apple~CloudDocs/x", "", KindSynced},
		{"iCloudDrive/x", "", KindSynced},
		{"Library/CloudStorage/GoogleDrive-a@b.fr/x", "", KindSynced},
		{"Google Drive/x", "", KindSynced},
		{"Nextcloud/x", "", KindSynced},
		{"onedrivers/x", "", -1},
		{"boîte/x", ".dropbox.cache", KindSynced},
		{"pilote/x", ".tmp.driveupload", KindSynced},
	} {
		dir := filepath.Join(root, filepath.FromSlash(tt.path))
		if tt.mark != "" {
			if err := os.MkdirAll(filepath.Join(filepath.Dir(dir), tt.mark), 0o700); err != nil {
				t.Fatal(err)
			}
		}
		err := CheckPlace(dir)
		if got := refusal(err); got != tt.want {
			t.Errorf("%s: got %v, want %d", tt.path, err, tt.want)
		}
		if tt.mark != "" {
			os.RemoveAll(filepath.Dir(dir))
		}
	}
	if err := os.MkdirAll(filepath.Join(root, "Dropbox", "base"), 0o700); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(root, "lien")
	if err := os.Symlink(filepath.Join(root, "Dropbox"), link); err == nil && refusal(CheckPlace(filepath.Join(link, "base"))) != KindSynced {
		t.Error("behind a link, it is not seen")
	}
	if got := refusal(CheckPlace(`\\serveur\partage\base`)); got != KindNetwork {
		t.Errorf("a share: %d", got)
	}
}

func TestAMovedFolderHoldsEverything(t *testing.T) {
	root := t.TempDir()
	from, to := filepath.Join(root, "OneDrive"), filepath.Join(root, "là-bas")
	want := filled(t, from, 2)
	s := openedStore(t, from)
	if err := s.BackUp(); err != nil {
		t.Fatal(err)
	}
	if _, err := Move(from, to); refusal(err) != KindAlreadyOpen {
		t.Errorf("open: %v", err)
	}
	s.Close()
	write(t, to, nil)
	if err := os.Remove(to); err != nil {
		t.Fatal(err)
	}
	taken := filepath.Join(root, "pris")
	if err := errors.Join(os.Mkdir(taken, 0o700), os.WriteFile(filepath.Join(taken, "à moi"), nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	for there, kind := range map[string]Kind{taken: KindTaken, filepath.Join(from, "dedans"): KindPath,
		filepath.Join(root, "absent", "x"): KindNoFolder} {
		if _, err := Move(from, there); refusal(err) != kind {
			t.Errorf("to %s: %v", there, err)
		}
	}
	former, err := Move(from, to)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(from); err == nil {
		t.Error("the former folder still has its name")
	}
	s = openedStore(t, to)
	holds(t, s, want)
	if all, err := s.Backups(); err != nil || len(all) != 1 || s.Notice() != "" {
		t.Errorf("backups %v, %v, notice %q", all, err, s.Notice())
	}
	holds(t, openedStore(t, former), want)
}
