//go:build !windows

package system

import (
	"context"
	"fmt"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

// A program that cannot show a file says so soon. One that is still there after a while shows it: where there is no desktop,
// xdg-open stays until the reader is closed.
const (
	soon  = 4 * time.Second
	pause = 20 * time.Millisecond
)

// open leaves the reader in a session of its own, without our output: it may outlive the window.
func open(path string) error {
	cmd := exec.Command(opener, path)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	if err := cmd.Start(); err != nil {
		return err
	}
	for end := time.Now().Add(soon); time.Now().Before(end); time.Sleep(pause) {
		var status syscall.WaitStatus
		pid, err := syscall.Wait4(cmd.Process.Pid, &status, syscall.WNOHANG, nil)
		switch {
		case err != nil:
			return err
		case pid != 0 && status.ExitStatus() != 0:
			return fmt.Errorf("%s ended with status %d", opener, status.ExitStatus())
		case pid != 0:
			return nil
		}
	}
	return nil
}

// longest is how long a printer may take to accept a file.
const longest = time.Minute

func print(path string) error {
	ctx, stop := context.WithTimeout(context.Background(), longest)
	defer stop()
	out, err := exec.CommandContext(ctx, "lp", "--", path).CombinedOutput()
	if said := strings.TrimSpace(string(out)); err != nil && said != "" {
		return fmt.Errorf("%w: %s", err, said)
	}
	return err
}
