//go:build journey

package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"appuitechnique/model"
	"appuitechnique/model/document"
)

// A person opens the program for the first time, answers with the keyboard alone, loses the power, comes back, finds every
// answer, goes on, and gets the papers out of them.
func TestJourneyFromAnEmptyFolderToAPaper(t *testing.T) {
	j := newJourney(t)
	const (
		title   = "Îlot Grenier : rénover une façade, à l'été"
		purpose = "Où bâtir, à quel coût ? L'expert pilote l'étude (12,50 € le m²), ça et là."
	)

	j.open()
	j.shoot("1-accueil")
	j.press("ctrl+n")
	j.answer(&j.asked.Town.Code, "riom")
	j.answer(&j.asked.Project.Title, title)
	j.answer(&j.asked.Mission.Months, "18")
	j.answer(&j.asked.Mission.Start, "1er mars 2026")
	j.answer(&j.asked.Mission.Purpose, purpose)
	j.shoot("2-saisie")
	time.Sleep(lastKeySaved)
	j.kill()

	j.open()
	j.shoot("3-reprise")
	j.resume("Riom")
	j.goTo(&j.asked.Mission.Purpose)
	j.shoot("4-retour")
	j.answer(&j.asked.Study.Visitors, "Mme Lefèvre, élue ; M. Noël, maître d'ouvrage")
	papers := j.export()
	j.shoot("5-export")
	j.press("Return")
	j.quit() // at once: what was just typed is saved on the way out

	d := j.saved()
	for _, tt := range []struct{ what, got, want string }{
		{"the commune", d.Town.Code, "63300"},
		{"its name", d.Town.Name, "Riom"},
		{"its tribunal", d.Town.Court, "Clermont-Ferrand"},
		{"the project", d.Project.Title, title},
		{"the months", strconv.Itoa(d.Mission.Months), "18"},
		{"the start", string(d.Mission.Start), "2026-03-01"},
		{"the purpose", d.Mission.Purpose, purpose},
		{"the visitors", d.Study.Visitors, "Mme Lefèvre, élue ; M. Noël, maître d'ouvrage"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s is %q, want %q", tt.what, tt.got, tt.want)
		}
	}
	j.read(papers)
}

// lastKeySaved is more than the pause after which an answer is on the disk.
const lastKeySaved = 1500 * time.Millisecond

// A journey is one person, one computer, one data folder.
type journey struct {
	*screen
	program, base string
	home          string // of the person: its preferences are not ours
	asked         *model.Dossier
	running       *exec.Cmd
	said          *bytes.Buffer        // what the running program wrote
	network       *syscall.SysProcAttr // none: see alone; nil where this system can't take it away
}

func newJourney(t *testing.T) *journey {
	t.Helper()
	dir := t.TempDir()
	j := &journey{
		screen: newScreen(t), program: filepath.Join(dir, "appui-technique"), base: filepath.Join(dir, "base"),
		home: t.TempDir(), asked: model.New("", "", ""), network: alone(t),
	}
	// The program of a package, where JOURNEY_PROGRAM says which: as it is given to people.
	if packed := os.Getenv("JOURNEY_PROGRAM"); packed != "" {
		j.program = packed
		return j
	}
	// With the race detector, so that the C parts are those that « go test -race » has compiled; and a caret that does not
	// blink, so that a picture comes to rest.
	build := exec.Command("go", "build", "-race", "-tags", "no_animations", "-o", j.program, ".")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build the program: %v\n%s", err, out)
	}
	return j
}

// open starts the program and waits for its first page: the dossiers stand beside their menu.
func (j *journey) open() {
	j.t.Helper()
	j.start()
	j.await("Appui technique")
	j.until("page d’accueil", onHome)
	j.settle()
}

// start starts the program with these words, on a computer without any network.
func (j *journey) start(words ...string) {
	j.t.Helper()
	j.said = &bytes.Buffer{}
	j.running = exec.Command(j.program, append([]string{"-base", j.base}, words...)...)
	j.running.SysProcAttr = j.network
	// No other program: neither the reader of the system nor its file dialogs, which ours replaces.
	j.running.Env = append(j.environ(), "PATH="+j.home, "HOME="+j.home, "XDG_CONFIG_HOME=", "FYNE_THEME=light")
	j.running.Stdout, j.running.Stderr = j.said, j.said
	if err := j.running.Start(); err != nil {
		j.t.Fatal(err)
	}
	process := j.running.Process
	j.t.Cleanup(func() { _ = process.Kill() })
}

// kill ends the program as a power cut does.
func (j *journey) kill() {
	j.t.Helper()
	j.quiet()
	if err := j.running.Process.Signal(syscall.SIGKILL); err != nil {
		j.t.Fatal(err)
	}
	var ended *exec.ExitError
	if err := j.running.Wait(); !errors.As(err, &ended) {
		j.t.Fatalf("the program ended by itself: %v", err)
	}
	j.listen()
}

// quit closes the window by the keyboard and waits for the program to end.
func (j *journey) quit() {
	j.t.Helper()
	j.quiet()
	j.run("xdotool", "key", "ctrl+q")
	if err := j.running.Wait(); err != nil {
		j.t.Errorf("the program ended with %v", err)
	}
	j.listen()
}

// listen fails the test on what the program must never say.
func (j *journey) listen() {
	j.t.Helper()
	for _, wrong := range []string{"DATA RACE", "Error in Fyne call thread", "panic:", "goroutine "} {
		if strings.Contains(j.said.String(), wrong) {
			j.t.Errorf("the program said %q:\n%s", wrong, j.said)
		}
	}
}

// goTo brings the keyboard to the question bound to p, an answer of j.asked, by « Aller à… » and the words of its label.
func (j *journey) goTo(p any) {
	j.t.Helper()
	f, ok := model.FieldAt(model.Form(j.asked), p)
	if !ok {
		j.t.Fatal("no question asks this answer")
	}
	j.press("ctrl+k")
	j.write(strings.ReplaceAll(f.Label, "’", "'"))
	j.press("Return")
}

// answer types the answer of a question, and Tab.
func (j *journey) answer(p any, text string) {
	j.t.Helper()
	j.goTo(p)
	j.write(text)
	if p == &j.asked.Town.Code {
		j.press("Return") // the first of the list
	}
	j.press("Tab")
}

// resume opens the last dossier by the keyboard, from the first screen.
func (j *journey) resume(town string) {
	j.t.Helper()
	j.press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Return") // past the five pages of the menu
	if name := j.run("xdotool", "getwindowfocus", "getwindowname"); !strings.HasPrefix(name, town) {
		j.shoot("sans-reprise")
		j.t.Fatalf("the window is called « %s », want %s first", name, town)
	}
}

// reference is the one of the only dossier of the base.
func (j *journey) reference() string {
	j.t.Helper()
	lines := strings.Split(j.verb("liste"), "\n")
	if len(lines) != 2 {
		j.t.Fatalf("the base lists %q, want one dossier", lines)
	}
	return strings.Fields(lines[1])[0]
}

// saved reads the dossier back from the base.
func (j *journey) saved() *model.Dossier {
	j.t.Helper()
	var file struct{ Dossier *model.Dossier }
	if err := json.Unmarshal([]byte(j.verb("enregistrer", "-json", j.reference())), &file); err != nil {
		j.t.Fatal(err)
	}
	if file.Dossier == nil {
		j.t.Fatal("the file holds no dossier")
	}
	return file.Dossier
}

// export writes all the papers by the keyboard into an empty folder, and returns them.
func (j *journey) export() (files []string) {
	j.t.Helper()
	dir := j.t.TempDir()
	j.press("ctrl+e", "ctrl+a")
	j.write(dir)
	j.press("Return")
	for end := time.Now().Add(patience); len(files) < len(document.All()); time.Sleep(100 * time.Millisecond) {
		if time.Now().After(end) {
			j.shoot("sans-documents")
			j.t.Fatalf("%d papers were written, want %d", len(files), len(document.All()))
		}
		var err error
		if files, err = filepath.Glob(filepath.Join(dir, "*.pdf")); err != nil {
			j.t.Fatal(err)
		}
	}
	j.settle()
	return files
}

// read looks in each paper for what a reader would.
func (j *journey) read(papers []string) {
	j.t.Helper()
	for _, file := range papers {
		text := strings.Join(strings.Fields(j.run("pdftotext", "-layout", file, "-")), " ")
		text = strings.ReplaceAll(text, "\u00ad ", "") // a word cut at the end of a line
		wanted := []string{"Riom", "Îlot Grenier"}
		if strings.Contains(file, "convention") {
			wanted = append(wanted, "18") // months
		}
		for _, want := range wanted {
			if !strings.Contains(text, want) {
				j.t.Errorf("%s does not say « %s »", filepath.Base(file), want)
			}
		}
		for _, never := range []string{"%!", "<nil>", "{{", "NaN", "« »"} {
			if strings.Contains(text, never) {
				j.t.Errorf("%s says « %s »", filepath.Base(file), never)
			}
		}
	}
}

// verb runs one verb of the command line on the base and returns what it prints.
func (j *journey) verb(args ...string) string {
	j.t.Helper()
	return j.execute(j.network, j.program, append([]string{"-base", j.base}, args...)...)
}
