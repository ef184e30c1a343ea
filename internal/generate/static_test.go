package main

import (
	"os/exec"
	"path"
	"strconv"
	"strings"
	"testing"
)

// emptyInitTask is the size in bytes of a package's initialisation task that names no function: the
// compiler adds eight bytes for each function that has to run before main.
const emptyInitTask = 8

// The tables must cost nothing when the program starts. The compiler lays a table out as data only
// as long as every value in it is a constant, the address of one, or a literal of these; a single
// map or call makes it build the table in an init function. So the compiled packages are asked.
func TestTablesAreStaticData(t *testing.T) {
	t.Parallel()

	if testing.Short() {
		t.Skip("compiles packages; left out with -short")
	}
	for _, room := range []string{"eif", "internal/messages", "observatory"} {
		t.Run(room, func(t *testing.T) {
			t.Parallel()

			archive := goTool(t, "list", "-export", "-f", "{{.Export}}", "./"+room)
			task := path.Join("github.com/eifcheck/eifcheck", room) + "..inittask"
			size, found := symbolSize(goTool(t, "tool", "nm", "-size", archive), task)
			if found && size > emptyInitTask {
				t.Errorf("%s runs code at start (an init task of %d bytes): a table is not static data", room, size)
			}
		})
	}
}

// symbolSize finds a defined symbol in the output of nm: address, size, type, name.
func symbolSize(symbols, name string) (int, bool) {
	for line := range strings.Lines(symbols) {
		fields := strings.Fields(line)
		if len(fields) == 4 && fields[3] == name {
			size, err := strconv.Atoi(fields[1])
			return size, err == nil
		}
	}
	return 0, false
}

// goTool runs the go command in the module and returns what it printed.
func goTool(t *testing.T, args ...string) string {
	t.Helper()

	cmd := exec.CommandContext(t.Context(), "go", args...)
	cmd.Dir = moduleFolder
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go %s: %v", strings.Join(args, " "), err)
	}
	return strings.TrimSpace(string(out))
}
