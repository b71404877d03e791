package storage

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"
)

const (
	victimEnv  = "STORAGE_TEST_VICTIM"
	witnessEnv = "STORAGE_TEST_WITNESS"
)

// TestMain lets the test binary be the process that is killed, and the one that looks at what is left.
func TestMain(m *testing.M) {
	if dir := os.Getenv(victimEnv); dir != "" {
		fmt.Println(victim(dir))
		os.Exit(3)
	}
	if dir := os.Getenv(witnessEnv); dir != "" {
		if err := witness(dir); err != nil {
			fmt.Println(err)
			os.Exit(3)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// witness says « id number » for each dossier of a folder, and fails if one is torn.
func witness(dir string) error {
	s, err := Open(dir, Options{MinFree: 1})
	if err != nil {
		return err
	}
	list, err := s.List()
	if err != nil {
		return err
	}
	for _, sm := range list {
		d, err := s.Load(sm.ID)
		if err != nil {
			return err
		}
		if d.Project.Title != sm.Title {
			return fmt.Errorf("%s: torn: %s in the list, %s in the dossier", sm.ID, sm.Title, d.Project.Title)
		}
		fmt.Println(d.ID, d.Project.Title)
	}
	return s.Close()
}

// victim saves for ever, and says « id number » on its output after each save that was acknowledged. Now and then it
// closes and opens again.
func victim(dir string) error {
	for n := time.Now().UnixNano(); ; {
		s, err := Open(dir, Options{MinFree: 1})
		if err != nil {
			return err
		}
		fmt.Println("open")
		for range 1 + rand.IntN(60) {
			n++
			d := dossier(fmt.Sprintf("d%d", n%5), "2026-001", strings.Repeat("x", rand.IntN(20000)))
			d.Project.Title = strconv.FormatInt(n, 10)
			if err := s.Save(d); err != nil {
				return err
			}
			fmt.Println(d.ID, n)
		}
		if err := s.Close(); err != nil {
			return err
		}
	}
}

func TestAKillLosesNothingThatWasAcknowledged(t *testing.T) {
	dir := fast(t)
	acknowledged := map[string]int64{}
	for range times(50, 1000) {
		for id, n := range killed(t, dir) {
			acknowledged[id] = max(acknowledged[id], n)
		}
		s := openedStore(t, dir)
		for id, n := range acknowledged {
			d, err := s.Load(id)
			if err != nil {
				t.Fatal(err)
			}
			if got, err := strconv.ParseInt(d.Project.Title, 10, 64); err != nil || got < n {
				t.Fatalf("%s: acknowledged %d, holds %s", id, n, d.Project.Title)
			}
			if s.live[id].Title != d.Project.Title {
				t.Fatalf("%s: torn: %s in the list, %s in the dossier", id, s.live[id].Title, d.Project.Title)
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if len(acknowledged) != 5 {
		t.Fatalf("the victim did not work: %v", acknowledged)
	}
}

// killed runs a victim, kills it at a random moment and returns what it said to be saved.
func killed(t *testing.T, dir string) map[string]int64 {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), victimEnv+"="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(out)
	delay := time.Duration(rand.IntN(200)) * time.Millisecond
	if rand.IntN(4) > 0 { // else killed while it opens
		if line, err := lines.ReadString('\n'); err != nil || line != "open\n" {
			t.Fatalf("victim: %q, %v", line, err)
		}
	} else {
		delay = time.Duration(rand.IntN(60)) * time.Millisecond
	}
	time.AfterFunc(delay, func() { _ = cmd.Process.Kill() })
	said, err := io.ReadAll(lines)
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err == nil || cmd.ProcessState.ExitCode() == 3 {
		t.Fatalf("the victim failed before it was killed: %.500s", said)
	}
	last := map[string]int64{}
	for line := range strings.Lines(string(said)) {
		id, number, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if n, err := strconv.ParseInt(number, 10, 64); ok && err == nil && strings.HasSuffix(line, "\n") {
			last[id] = n
		}
	}
	return last
}
