//go:build journey

package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"appuitechnique/model"
	"appuitechnique/storage"
)

// A contender is a program that shows a window, and what was measured of it.
type contender struct {
	name, title string
	command     []string
	focus       []string // the keys that put the caret in a field
	ready       uint32   // the colour of what can be used on its first page, 0xRRGGBB
	first       []float64
	memory      []float64
	idle        []float64
}

// How long a window is watched at rest, and how often each is started.
const (
	restFor     = 5 * time.Second
	windowRuns  = 5
	manyInABase = 10_000
)

// BenchmarkWindow sets the window over ten thousand dossiers against an empty window of Fyne, by turns: the time to its first
// usable picture (at most 1.25 times), its memory once at rest (1.5 times) and what it costs with a focused field that
// nobody types in (no more). Both are built with the tags of what is given to people.
func BenchmarkWindow(b *testing.B) {
	dir := b.TempDir()
	empty := &contender{name: "empty", title: "Fenêtre vide", ready: 0xF3F3F3, // the ground of its field
		command: []string{built(b, dir, "empty", "./testdata/empty")}}
	ours := &contender{name: "ours", title: "Appui technique", focus: []string{"ctrl+n"}, ready: 0x0B5F68, // « Nouveau dossier »
		command: []string{built(b, dir, "appui-technique", "."), "-base", crowded(b, filepath.Join(dir, "base"))}}
	s := newScreen(b)
	for b.Loop() {
		for range windowRuns {
			for _, r := range []*contender{empty, ours} {
				r.measure(b, s)
			}
		}
	}
	for _, what := range []struct {
		unit       string
		ours, base []float64
	}{{"first-frame-ratio", ours.first, empty.first}, {"memory-ratio", ours.memory, empty.memory}, {"idle-cpu-ratio", ours.idle, empty.idle}} {
		b.ReportMetric(median(what.ours)/median(what.base), what.unit)
	}
	for _, r := range []*contender{empty, ours} {
		b.ReportMetric(median(r.first), r.name+"-ms")
		b.ReportMetric(median(r.memory), r.name+"-MB")
		b.ReportMetric(median(r.idle), r.name+"-cpu-%")
	}
	b.ReportMetric(0, "ns/op")
}

// built builds a package as it is given to people, and returns the program.
func built(b *testing.B, dir, name, pkg string) string {
	b.Helper()
	program := filepath.Join(dir, name)
	build := exec.Command("go", "build", "-trimpath", "-tags", "release,no_animations,no_emoji", "-o", program, pkg)
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("build %s: %v\n%s", pkg, err, out)
	}
	return program
}

// crowded fills a base with the examples, over and over, and returns its folder.
func crowded(b *testing.B, dir string) string {
	b.Helper()
	s, err := storage.Open(dir, storage.Options{})
	if err != nil {
		b.Fatal(err)
	}
	names := model.ExampleNames()
	for i := range manyInABase {
		d, _ := model.Example(names[i%len(names)])
		d.ID, d.Reference = storage.NewID(), fmt.Sprintf("2026-%05d", i)
		if err := s.Save(d); err != nil {
			b.Fatal(err)
		}
	}
	if err := s.BackUp(); err != nil { // or the window would make that of the day while it is watched
		b.Fatal(err)
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	return dir
}

// measure starts the program on s, watches it come to rest, and ends it.
func (r *contender) measure(b *testing.B, s *screen) {
	b.Helper()
	s.settle()
	home := b.TempDir()
	cmd := exec.Command(r.command[0], r.command[1:]...)
	cmd.Env = append(s.environ(), "PATH="+home, "HOME="+home, "XDG_CONFIG_HOME=", "FYNE_THEME=light")
	began := time.Now()
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	r.first = append(r.first, float64(s.usable(r.ready).Sub(began).Milliseconds()))
	s.await(r.title)
	rest(b, cmd.Process.Pid)
	r.memory = append(r.memory, resident(b, cmd.Process.Pid))
	if len(r.focus) > 0 {
		s.press(r.focus...)
		rest(b, cmd.Process.Pid)
	}
	before := ticks(b, cmd.Process.Pid)
	time.Sleep(restFor)
	r.idle = append(r.idle, float64(ticks(b, cmd.Process.Pid)-before)/restFor.Seconds())
	_ = cmd.Process.Signal(syscall.SIGTERM)                              // the base is closed: what is measured is no rescue of it
	stuck := time.AfterFunc(patience, func() { _ = cmd.Process.Kill() }) // an empty window of Fyne may not heed it
	_ = cmd.Wait()
	stuck.Stop()
	s.settle() // and the screen is blank again
}

// usable waits for the first picture that holds what is drawn in that colour, and says when it came.
func (s *screen) usable(ready uint32) time.Time {
	s.t.Helper()
	const enough = 5000 // pixels: a button or a field, and no antialiased edge
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(4 * time.Millisecond) {
		data, err := os.ReadFile(s.buffer)
		if err != nil {
			s.t.Fatal(err)
		}
		found, now := 0, time.Now()
		for i := 0; i+4 <= len(data); i += 4 {
			if binary.LittleEndian.Uint32(data[i:])&0xFFFFFF == ready {
				found++
			}
		}
		if found >= enough {
			return now
		}
	}
	s.t.Fatalf("nothing to use came on the screen after %s", patience)
	return time.Time{}
}

// rest waits until the process has nothing more to do: no more than an idle window, for as long as restFor.
func rest(b *testing.B, pid int) {
	b.Helper()
	const idle = 0.05 // of a processor
	for end := time.Now().Add(patience); time.Now().Before(end); {
		before := ticks(b, pid)
		time.Sleep(restFor)
		if float64(ticks(b, pid)-before) <= 100*idle*restFor.Seconds() {
			return
		}
	}
	b.Fatalf("the program still works after %s", patience)
}

// ticks are the hundredths of a second of processor that the process has used.
func ticks(b *testing.B, pid int) int {
	b.Helper()
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		b.Fatal(err)
	}
	fields := strings.Fields(string(raw[bytes.LastIndexByte(raw, ')')+1:])) // from the third on: proc_pid_stat(5)
	user, errUser := strconv.Atoi(fields[11])
	system, errSystem := strconv.Atoi(fields[12])
	if errUser != nil || errSystem != nil {
		b.Fatalf("read %s", raw)
	}
	return user + system
}

// resident is the memory that the process holds, in MB.
func resident(b *testing.B, pid int) float64 {
	b.Helper()
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		b.Fatal(err)
	}
	_, after, _ := strings.Cut(string(raw), "VmRSS:")
	kilobytes, err := strconv.Atoi(strings.Fields(after)[0])
	if err != nil {
		b.Fatal(err)
	}
	return float64(kilobytes) / 1024
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}
