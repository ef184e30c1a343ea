//go:build unix

package browser

import (
	"os/exec"
	"syscall"
)

// together gives the browser a group of its own with all the processes it starts, which end with it.
func together(c *exec.Cmd) {
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	c.Cancel = func() error { return syscall.Kill(-c.Process.Pid, syscall.SIGKILL) }
}

// end kills what is left of the group. It is nothing, most of the time.
func end(c *exec.Cmd) {
	if c.Process != nil {
		_ = syscall.Kill(-c.Process.Pid, syscall.SIGKILL)
	}
}
