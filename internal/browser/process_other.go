//go:build !unix

package browser

import "os/exec"

// together and end have nothing to do where there are no groups of processes: those that a browser starts end
// when it does.
func together(*exec.Cmd) {}

func end(*exec.Cmd) {}
