//go:build unix

package main

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

const signalled = "APP_TEST_SIGNALLED"

// TestMain lets the test binary be the program that the system ends.
func TestMain(m *testing.M) {
	dir := os.Getenv(signalled)
	if dir == "" {
		os.Exit(m.Run())
	}
	c := &command{out: os.Stdout, err: os.Stderr, base: dir}
	defer c.closeOnSignal()()
	if _, err := c.open(); err != nil {
		os.Exit(exitUsage)
	}
	os.Stdout.WriteString("open\n")
	time.Sleep(time.Minute)
}

func TestAProgramThatTheSystemEndsClosesItsBase(t *testing.T) {
	base := filepath.Join(t.TempDir(), "base")
	must(t, "-base", base, "importer", written(t, riom()))
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	p, err := os.StartProcess(os.Args[0], os.Args[:1], &os.ProcAttr{Env: append(os.Environ(), signalled+"="+base), Files: []*os.File{nil, w, w}})
	if err != nil {
		t.Fatal(err)
	}
	said := make([]byte, 5)
	if n, err := r.Read(said); err != nil || string(said[:n]) != "open\n" {
		t.Fatalf("said %q, %v", said, err)
	}
	if _, err := os.Stat(filepath.Join(base, "propre")); err == nil {
		t.Fatal("an open base bears the mark of a clean close")
	}
	if err := p.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if state, err := p.Wait(); err != nil || state.ExitCode() != exitRefused {
		t.Fatalf("ended by %v, %v", state, err)
	}
	if _, err := os.Stat(filepath.Join(base, "propre")); err != nil {
		t.Errorf("the base was not closed: %v", err)
	}
}
