//go:build journey

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"appuitechnique/model"
	"appuitechnique/storage"
)

// A person double-clicks on a file, then on another: one window, that opens both.
func TestJourneyOfAFileThatIsDoubleClicked(t *testing.T) {
	j := newJourney(t)
	dir := filepath.Join(t.TempDir(), "Pièces de Prénom Été")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, town := range []string{"riom", "bastia"} {
		d, ok := model.Example(town)
		if !ok {
			t.Fatal("no example " + town)
		}
		if err := storage.WriteFile(filepath.Join(dir, town+".acv"), d); err != nil {
			t.Fatal(err)
		}
	}
	j.start(filepath.Join(dir, "riom.acv"))
	j.await("Riom")
	j.shoot("5-double-clic")
	j.run(j.program, "-base", j.base, filepath.Join(dir, "bastia.acv"))
	j.await("Bastia")
	j.press("F1") // answered once the page is drawn, which comes after its title
	j.shoot("6-second-double-clic")
	j.quit()
	if list := j.verb("liste"); !strings.Contains(list, "Riom") || !strings.Contains(list, "Bastia") {
		t.Errorf("the base lists:\n%s", list)
	}
	j.withoutOpenGL()
}

// withoutOpenGL starts the program on a screen that has no OpenGL: it says so, ends, and has held nothing.
func (j *journey) withoutOpenGL() {
	j.t.Helper()
	t, base := j.t, filepath.Join(j.t.TempDir(), "base")
	blind := newScreen(t, "-extension", "GLX")
	cmd, out := exec.Command(j.program, "-base", base), &bytes.Buffer{}
	cmd.Env = append(blind.environ(), "HOME="+j.home, "XDG_CONFIG_HOME=")
	cmd.Stdout, cmd.Stderr = out, out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	if err := blind.closeBox(ended); err == nil || cmd.ProcessState.ExitCode() != exitRefused || !strings.Contains(out.String(), "OpenGL 2.1") {
		t.Errorf("ended with %v, saying:\n%s", err, out)
	}
	if _, err := os.Stat(base); !os.IsNotExist(err) {
		t.Errorf("the base was opened: %v", err)
	}
}

// closeBox returns how the program ended. Where nobody reads what it writes, as that of Windows under Wine believes, it says
// why in a box first, which waits for a key: one box, and one key.
func (s *screen) closeBox(ended <-chan error) error {
	s.t.Helper()
	closed := false
	for end := time.Now().Add(patience); time.Now().Before(end); {
		select {
		case err := <-ended:
			return err
		case <-time.After(100 * time.Millisecond):
		}
		if !closed && s.find("Appui technique") != "" {
			s.await("Appui technique")
			s.shoot("14-sans-opengl")
			s.run("xdotool", "key", "Return")
			closed = true
		}
	}
	s.shoot("jamais-fini")
	s.t.Fatalf("the program has not ended after %s", patience)
	return nil
}
