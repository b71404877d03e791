//go:build journey && linux

package main

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

// alone returns how to start a program without any network: in a network namespace of its own, that has no interface but
// one that is down. Where this system gives none, that is said loudly and the journey goes on with the network of everybody.
func alone(t *testing.T) *syscall.SysProcAttr {
	t.Helper()
	own := &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNET,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: os.Getuid(), HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: os.Getgid(), HostID: os.Getgid(), Size: 1}},
	}
	var refused error
	for _, attr := range []*syscall.SysProcAttr{{Cloneflags: syscall.CLONE_NEWNET}, own} {
		try := exec.Command("true")
		try.SysProcAttr = attr
		if refused = try.Run(); refused == nil {
			return attr
		}
	}
	fmt.Fprintf(os.Stderr, "\n*** NO NETWORK NAMESPACE HERE (%v): that the program never speaks to a network is NOT checked. ***\n\n", refused)
	return nil
}

// attempts are the counters of a namespace that any attempt to speak would move, even in vain. What a namespace itself sends
// when it is born is not among them.
var attempts = map[string][]string{
	"Ip:":  {"OutRequests", "OutNoRoutes", "OutDiscards"},
	"Tcp:": {"ActiveOpens", "PassiveOpens", "AttemptFails", "CurrEstab", "OutSegs"},
	"Udp:": {"OutDatagrams", "SndbufErrors"},
}

// quiet fails the test when the running program tried to speak to a network, or holds a socket through which it could.
func (j *journey) quiet() {
	j.t.Helper()
	if j.network == nil {
		return
	}
	proc := fmt.Sprintf("/proc/%d/net/", j.running.Process.Pid)
	for _, table := range []string{"tcp", "tcp6", "udp", "udp6", "raw", "raw6"} {
		text, err := os.ReadFile(proc + table)
		if err != nil {
			if os.IsNotExist(err) {
				continue // this kernel has no such sockets
			}
			j.t.Fatal(err)
		}
		if lines := strings.Split(strings.TrimSpace(string(text)), "\n"); len(lines) > 1 {
			j.t.Errorf("the program holds sockets (%s):\n%s", table, strings.Join(lines[1:], "\n"))
		}
	}
	text, err := os.ReadFile(proc + "snmp")
	if err != nil {
		j.t.Fatal(err)
	}
	seen := 0
	lines := strings.Split(string(text), "\n")
	for i := 0; i+1 < len(lines); i += 2 {
		names, values := strings.Fields(lines[i]), strings.Fields(lines[i+1])
		for k := 1; k < len(names); k++ {
			for _, counter := range attempts[names[0]] {
				if names[k] != counter {
					continue
				}
				seen++
				if values[k] != "0" {
					j.t.Errorf("the program tried to speak to a network: %s %s is %s", names[0], counter, values[k])
				}
			}
		}
	}
	if seen < 8 {
		j.t.Errorf("only %d counters of the network were found in:\n%s", seen, text)
	}
}
