package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"appuitechnique/storage"
)

func touch(t *testing.T, path string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, nil, 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTheDataStandBesideAPortableProgram(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "Clé de Prénom Été")
	exe := filepath.Join(dir, "appui-technique.exe")
	if got := portableFolder(exe); got != "" {
		t.Errorf("without the mark, the data are in %q", got)
	}
	touch(t, filepath.Join(dir, "portable"))
	want := filepath.Join(dir, "AppuiTechnique")
	if got := portableFolder(exe); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := portableFolder(filepath.Join(dir, "secours", "appui-technique.exe")); got != want {
		t.Errorf("from the rescue, got %q, want %q", got, want)
	}
}

func TestAFolderNamedPortableIsNoMark(t *testing.T) {
	dir := t.TempDir()
	touch(t, filepath.Join(dir, "portable", "x"))
	if got := portableFolder(filepath.Join(dir, "appui-technique")); got != "" {
		t.Errorf("got %q", got)
	}
}

func TestTheRescueIsACopyAndHasNone(t *testing.T) {
	dir := t.TempDir()
	exe := touch(t, filepath.Join(dir, "appui-technique"))
	if got := rescueOf(exe); got != "" {
		t.Errorf("without a copy, got %q", got)
	}
	copied := touch(t, filepath.Join(dir, "secours", "appui-technique"))
	if got := rescueOf(exe); got != copied {
		t.Errorf("got %q, want %q", got, copied)
	}
	touch(t, filepath.Join(dir, "secours", "secours", "appui-technique"))
	if got := rescueOf(copied); got != "" {
		t.Errorf("the copy would start %q in its turn", got)
	}
	if isRescue(exe) || !isRescue(copied) {
		t.Errorf("the program is taken for the rescue: %t, the rescue for itself: %t", isRescue(exe), isRescue(copied))
	}
}

func TestASecondStartHandsItsFileToTheFirst(t *testing.T) {
	dir := t.TempDir()
	first := listen(dir, "de l’icône.acv")
	defer first.hangUp()
	for _, path := range []string{"/dossiers/Été.acv", ""} {
		if !call(dir, path, callPatience) {
			t.Fatalf("nobody answered for %q", path)
		}
	}
	for _, want := range []string{"de l’icône.acv", "/dossiers/Été.acv", ""} {
		if got := <-first.calls; got != want {
			t.Errorf("asked to open %q, want %q", got, want)
		}
	}
	left, err := os.ReadDir(filepath.Join(dir, callsFolder))
	if err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestAForgottenCallOpensNothing(t *testing.T) {
	dir := t.TempDir()
	old := touch(t, filepath.Join(dir, callsFolder, "ancien"+callEnding))
	then := time.Now().Add(-2 * callForgot)
	if err := os.Chtimes(old, then, then); err != nil {
		t.Fatal(err)
	}
	first := listen(dir, "")
	defer first.hangUp()
	if !call(dir, "nouveau.acv", callPatience) {
		t.Fatal("nobody answered")
	}
	if got := <-first.calls; got != "nouveau.acv" {
		t.Errorf("asked to open %q", got)
	}
	if _, err := os.Stat(old); !os.IsNotExist(err) {
		t.Errorf("the old call is still there: %v", err)
	}
}

func TestWithoutAFirstWindowTheCallIsTakenBack(t *testing.T) {
	dir := t.TempDir()
	if call(dir, "x.acv", callPause) {
		t.Error("somebody answered")
	}
	left, err := os.ReadDir(filepath.Join(dir, callsFolder))
	if err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// The window of the first is gone, and the base still held for what is being written: the second start waits for its turn, and
// does not take silence, or the end of the first, for an answer.
func TestAStartWhileTheFirstEndsOpensItsOwnWindow(t *testing.T) {
	dir := t.TempDir()
	store, err := storage.Open(dir, storage.Options{MinFree: 1})
	if err != nil {
		t.Fatal(err)
	}
	first := listen(dir, "")
	if !summon(dir, "avant.acv") {
		t.Fatal("nobody answered")
	}
	first.hangUp()
	first.hangUp()
	closed := make(chan error)
	time.AfterFunc(2*callPause, func() { closed <- store.Close() })
	began := time.Now()
	if summon(dir, "après.acv") {
		t.Error("the first answered though its window is gone")
	}
	if err := <-closed; err != nil {
		t.Fatal(err)
	}
	if took := time.Since(began); took >= callPatience {
		t.Errorf("the second waited %s for a base that was free", took)
	}
	if left, err := os.ReadDir(filepath.Join(dir, callsFolder)); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
