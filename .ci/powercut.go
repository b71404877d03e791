//go:build linux

// Powercut cuts the power of the store: « go run .ci/powercut.go [-cuts 60] », from the root of the sources, as root.
//
// A process saves in a data folder on an ext4 of its own. At a random moment it is frozen and the image of that disk is
// copied: what is in the copy is what had reached the disk. Some of what had not is pushed there first, at random, as a
// system does. The copy is then mounted, the store opened, and every save that was acknowledged looked for. All that twice:
// with the program as it is, and with a Badger whose flush does nothing, as on Windows (a copy of its module in a temporary
// folder, and -modfile: nothing of it is kept).
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/sys/unix"
)

func main() {
	log.SetFlags(0)
	cuts := flag.Int("cuts", 60, "power cuts for each build")
	flag.Parse()
	if os.Geteuid() != 0 {
		log.Fatal("powercut: NOT DONE: only root may mount the disk whose power is cut.")
	}
	work, err := os.MkdirTemp("", "powercut-")
	if err != nil {
		log.Fatal(err)
	}
	failed := false
	for _, build := range []func(string) (string, error){plain, unsynced} {
		program, err := build(work)
		if err == nil {
			err = torture(work, program, *cuts)
		}
		if err != nil {
			log.Print("powercut: ", err)
			failed = true
		}
	}
	if err := os.RemoveAll(work); err != nil {
		log.Print(err)
	}
	if failed {
		os.Exit(1)
	}
}

// plain builds the test program of the store.
func plain(work string) (string, error) {
	out := filepath.Join(work, "linux")
	return out, run("go", "test", "-c", "-tags", "ci", "-o", out, "./storage")
}

// unsynced builds it with a Badger that flushes nothing.
func unsynced(work string) (string, error) {
	const module = "github.com/dgraph-io/ristretto/v2"
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", module).Output()
	if err != nil {
		return "", err
	}
	replaced := filepath.Join(work, "ristretto")
	if err := os.CopyFS(replaced, os.DirFS(strings.TrimSpace(string(dir)))); err != nil {
		return "", err
	}
	source := filepath.Join(replaced, "z", "mmap_linux.go")
	b, err := os.ReadFile(source)
	if err != nil {
		return "", err
	}
	const flush = "return unix.Msync(b, unix.MS_SYNC)"
	if strings.Count(string(b), flush) != 1 {
		return "", errors.New("the flush of Badger is not where it was")
	}
	if err := os.Chmod(source, 0o600); err != nil {
		return "", err
	}
	if err := os.WriteFile(source, []byte(strings.Replace(string(b), flush, "return nil", 1)), 0o600); err != nil {
		return "", err
	}
	modfile := filepath.Join(work, "go.mod")
	for _, name := range []string{"go.mod", "go.sum"} {
		b, err := os.ReadFile(name)
		if err == nil {
			err = os.WriteFile(filepath.Join(work, name), b, 0o600)
		}
		if err != nil {
			return "", err
		}
	}
	if err := run("go", "mod", "edit", "-replace", module+"="+replaced, modfile); err != nil {
		return "", err
	}
	out := filepath.Join(work, "windows-model")
	return out, run("go", "test", "-c", "-mod=mod", "-modfile", modfile, "-tags", "ci", "-o", out, "./storage")
}

func run(name string, words ...string) error {
	if out, err := exec.Command(name, words...).CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w: %s", name, strings.Join(words, " "), err, out)
	}
	return nil
}

// torture cuts the power so many times and says what was lost.
func torture(work, program string, cuts int) error {
	name := filepath.Base(program)
	disk := filepath.Join(work, name+".img")
	if err := format(disk); err != nil {
		return err
	}
	saved := map[string]int64{}
	total, lost := 0, 0
	for n := range cuts {
		if n > 0 && n%10 == 0 { // a new disk now and then
			saved = map[string]int64{}
			if err := format(disk); err != nil {
				return err
			}
		}
		said, err := cut(work, program, disk)
		if err != nil {
			return fmt.Errorf("%s, cut %d: %w", name, n, err)
		}
		for _, s := range said {
			total++
			saved[s.id] = max(saved[s.id], s.number)
		}
		left, err := look(work, program, disk)
		if err != nil {
			return fmt.Errorf("%s, cut %d: %w", name, n, err)
		}
		for id, number := range saved {
			if left[id] < number {
				log.Printf("%s, cut %d: %s: %d was acknowledged, %d is there", name, n, id, number, left[id])
				saved[id] = left[id]
				lost++
			}
		}
	}
	log.Printf("powercut: %s: %d cuts, %d saves acknowledged, %d dossiers lost their last save", name, cuts, total, lost)
	if lost > 0 || total == 0 {
		return fmt.Errorf("%s: %d of %d lost", name, lost, total)
	}
	return os.Remove(disk)
}

func format(disk string) error {
	f, err := os.Create(disk)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Truncate(400<<20), f.Close()); err != nil {
		return err
	}
	return run("mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0", disk)
}

// mounted gives do the folder where the disk is mounted; the system writes back nothing by itself for five minutes.
func mounted(work, disk string, do func(dir string) error) error {
	dir := filepath.Join(work, "disque")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	if err := run("mount", "-o", "loop,commit=300", disk, dir); err != nil {
		return err
	}
	err := do(filepath.Join(dir, "base"))
	return errors.Join(err, run("umount", dir))
}

type said struct {
	id     string
	number int64
}

func parse(line string) (said, bool) {
	id, number, ok := strings.Cut(line, " ")
	n, err := strconv.ParseInt(number, 10, 64)
	return said{id, n}, ok && err == nil
}

// cut lets the program save for a while, then cuts: disk is what had reached the disk. It returns what was acknowledged.
func cut(work, program, disk string) (all []said, err error) {
	copied := disk + ".copie"
	err = mounted(work, disk, func(dir string) error {
		cmd := exec.Command(program)
		cmd.Env = append(os.Environ(), "STORAGE_TEST_VICTIM="+dir)
		out, err := cmd.StdoutPipe()
		if err != nil {
			return err
		}
		if err := cmd.Start(); err != nil {
			return err
		}
		opened, done := make(chan struct{}), make(chan struct{})
		var once sync.Once
		go func() {
			defer close(done)
			for lines := bufio.NewScanner(out); lines.Scan(); {
				if s, ok := parse(lines.Text()); ok {
					all = append(all, s)
				}
				once.Do(func() { close(opened) })
			}
		}()
		select {
		case <-opened:
		case <-done:
			return errors.New("the program did not open its folder")
		}
		time.Sleep(time.Duration(50+rand.IntN(1000)) * time.Millisecond)
		writeBack(dir)
		if err := cmd.Process.Signal(unix.SIGSTOP); err != nil {
			return err
		}
		time.Sleep(50 * time.Millisecond)
		err = run("cp", "--sparse=always", disk, copied)
		_ = cmd.Process.Kill()
		<-done
		_ = cmd.Wait()
		return err
	})
	if err != nil {
		return nil, err
	}
	return all, os.Rename(copied, disk)
}

// writeBack pushes pieces of the files of dir to the disk at random, as a system does when it pleases.
func writeBack(dir string) {
	_ = filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return nil
		}
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			return nil // it went away meanwhile
		}
		defer f.Close()
		i, err := f.Stat()
		if err != nil || i.Size() == 0 {
			return nil
		}
		for range rand.IntN(4) {
			at := rand.Int64N(min(i.Size(), 4<<20)) &^ 4095
			_ = unix.SyncFileRange(int(f.Fd()), at, 4096*int64(1+rand.IntN(32)), 7)
		}
		return nil
	})
}

// look opens the store on the disk after a cut, and returns what it holds.
func look(work, program, disk string) (left map[string]int64, err error) {
	left = map[string]int64{}
	err = mounted(work, disk, func(dir string) error {
		cmd := exec.Command(program)
		cmd.Env = append(os.Environ(), "STORAGE_TEST_WITNESS="+dir)
		out, err := cmd.CombinedOutput()
		if err != nil {
			return fmt.Errorf("%w: %.2000s", err, out)
		}
		for line := range strings.Lines(string(out)) {
			if s, ok := parse(strings.TrimSpace(line)); ok {
				left[s.id] = s.number
			}
		}
		return nil
	})
	return left, err
}
