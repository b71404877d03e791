package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// asked runs a command line to which these lines are given.
func asked(lines string, args ...string) (code int, out, errs string) {
	var o, e bytes.Buffer
	c := &command{out: &o, err: &e, in: strings.NewReader(lines), now: time.Now()}
	code = exitCode(c.do(args), &e)
	if c.store != nil {
		code = max(code, exitCode(c.store.Close(), &e))
	}
	return code, o.String(), e.String()
}

func TestAProtectedBaseOpensWithAPhraseFromAFileOrFromTheInput(t *testing.T) {
	dir := t.TempDir()
	base, file := filepath.Join(dir, "base"), filepath.Join(dir, "phrase")
	if err := os.WriteFile(file, []byte("lilas vapeur carton douze\r\nbetterave océan sept images\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	must(t, "-base", base, "importer", written(t, riom()))
	if code, out, errs := asked("riom\n", "-base", base, "proteger"); code != exitRefused || out != "" || !strings.Contains(errs, "douze caractères") {
		t.Errorf("a weak phrase: %d, %q, %q", code, out, errs)
	}
	out := must(t, "-base", base, "-phrase", file, "proteger")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	code := lines[len(lines)-1]
	for _, tt := range []struct {
		name, lines string
		args        []string
		exit        int
		says        string
	}{
		{"none", "", nil, exitRefused, "protégé par une phrase secrète"},
		{"a wrong one", "lilas\n", nil, exitRefused, "Phrase secrète incorrecte."},
		{"typed", "lilas vapeur carton douze\n", nil, exitDone, "Riom"},
		{"the code", strings.ToLower(code) + "\n", nil, exitDone, "Riom"},
		{"in a file", "", []string{"-phrase", file}, exitDone, "Riom"},
		{"in no file", "", []string{"-phrase", file + "x"}, exitRefused, "ne peut pas être lu"},
	} {
		exit, out, errs := asked(tt.lines, append(append([]string{"-base", base}, tt.args...), "liste")...)
		if exit != tt.exit || !strings.Contains(out+errs, tt.says) {
			t.Errorf("%s: exit %d, %q, %q", tt.name, exit, out, errs)
		}
	}
	portable := filepath.Join(dir, "riom.acv")
	must(t, "-base", base, "-phrase", file, "enregistrer", "-proteger", "-vers", portable, "2026-001")
	if exit, _, errs := asked("lilas vapeur carton douze\n", "verifier", portable); exit != exitRefused || !strings.Contains(errs, "incorrecte") {
		t.Errorf("the phrase of the base opens the file: %d, %q", exit, errs)
	}
	if _, out, errs := asked("betterave océan sept images\n", "enregistrer", "-json", portable); !strings.Contains(out, "Riom") {
		t.Errorf("the file does not open: %q", errs)
	}
	if out := must(t, "-base", base, "-phrase", file, "deproteger"); !strings.Contains(out, "en clair") {
		t.Error(out)
	}
	backup := filepath.Join(dir, "base.sauv")
	must(t, "-base", base, "-phrase", file, "sauvegarder", "-proteger", backup)
	if exit, _, errs := asked("", "-base", filepath.Join(dir, "autre"), "restaurer", backup); exit != exitRefused || !strings.Contains(errs, "phrase secrète") {
		t.Errorf("restored without a phrase: %d, %q", exit, errs)
	}
	must(t, "-base", filepath.Join(dir, "autre"), "-phrase", file, "restaurer", backup)
	if out := must(t, "-base", filepath.Join(dir, "autre"), "liste"); !strings.Contains(out, "Riom") {
		t.Error(out)
	}
}

func TestAnotherDataFolderIsRemembered(t *testing.T) {
	dir := t.TempDir()
	usual, other := filepath.Join(dir, "partage", "AppuiTechnique"), filepath.Join(dir, "été")
	if got, err := placed(usual); err != nil || got != usual {
		t.Fatalf("at first %q, %v", got, err)
	}
	got, err := relocate(usual, other)
	want := filepath.Join(other, "AppuiTechnique")
	if now, e := placed(usual); err != nil || e != nil || got != want || now != want {
		t.Fatalf("got %q, then %q: %v, %v", got, now, err, e)
	}
	must(t, "-base", other, "importer", written(t, riom())) // a data folder already
	if got, err := relocate(usual, other); err != nil || got != other {
		t.Errorf("a data folder: %q, %v", got, err)
	}
	if _, err := relocate(usual, filepath.Dir(usual)); err != nil {
		t.Fatal(err)
	}
	if got, err := placed(usual); err != nil || got != usual {
		t.Errorf("back: %q, %v", got, err)
	}
}
