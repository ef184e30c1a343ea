package eifcheck_test

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// storeys are the rooms of the house, lowest first, as ARCHITECTURE.md explains them. A room imports only rooms
// of lower storeys. "reports/..." stands for reports and the rooms in it, which may import each other; the mains
// on top are imported by nobody.
func storeys() [][]string {
	return [][]string{
		{"internal/messages", "internal/pattern", "internal/repository", "eif"},
		{"internal/browser", "internal/document", "internal/revision"},
		{"schemas", "assessment", "observatory"},
		{"scoring"},
		{"rules"},
		{"internal/config"},
		{"."},
		{"comparison", "forms", "imports", "reports/..."},
		{"cmd"},
		{"cmd/eifcheck", "internal/generate", "scripts/..."},
	}
}

func TestArrowsPointOneWay(t *testing.T) {
	t.Parallel()

	rooms := readRooms(t)
	if len(rooms) == 0 {
		t.Fatal("no Go file found")
	}
	for _, room := range rooms {
		if objection := unfitName(room); objection != "" {
			t.Error(objection)
		}
		for _, imported := range room.imports {
			if objection := wrongArrow(room.path, imported); objection != "" {
				t.Error(objection)
			}
		}
	}
}

// room is a package of this module: its path in the repository, "." for the root, its name and the rooms it imports.
type room struct {
	path, name string
	imports    []string
}

// Nothing leaves the machine: what could is not in the program at all, be it by way of a library.
func TestNoNetworkInTheProgram(t *testing.T) {
	t.Parallel()
	out, err := exec.CommandContext(t.Context(), "go", "list", "-deps", "./cmd/eifcheck").Output()
	if err != nil {
		t.Fatalf("list the packages of the program: %v", err)
	}
	packages := strings.Fields(string(out))
	if !slices.Contains(packages, "github.com/eifcheck/eifcheck/cmd") {
		t.Fatalf("these are not the packages of the program: %v", packages)
	}
	for _, unwanted := range []string{"net/http", "net/smtp", "net/rpc", "crypto/tls"} {
		if slices.Contains(packages, unwanted) {
			t.Errorf("the program links %s; go mod why %s", unwanted, unwanted)
		}
	}
}

// unfitName says what is wrong with where a room is or what it is called, or nothing.
func unfitName(r room) string {
	if storey, _ := place(r.path); storey < 0 {
		return fmt.Sprintf("%s is in no storey: add it to ARCHITECTURE.md and to storeys in architecture_test.go", r.path)
	}
	for _, name := range []string{r.name, path.Base(r.path)} {
		if slices.Contains([]string{"util", "utils", "common", "helper", "helpers"}, name) {
			return fmt.Sprintf("%s is a drawer for anything: name it after what it does", r.path)
		}
	}
	return ""
}

// wrongArrow says what is wrong with one room importing another, or nothing.
func wrongArrow(from, to string) string {
	lower, family := place(to)
	upper, importer := place(from)
	if lower < upper || family == importer && strings.HasSuffix(family, "/...") {
		return ""
	}
	return fmt.Sprintf("%s imports %s, which is not below it: see ARCHITECTURE.md", from, to)
}

// place finds a room: the number of its storey and its entry there, or -1.
func place(room string) (storey int, entry string) {
	for i, entries := range storeys() {
		for _, entry := range entries {
			parent, open := strings.CutSuffix(entry, "/...")
			if room == parent || open && strings.HasPrefix(room, parent+"/") {
				return i, entry
			}
		}
	}
	return -1, ""
}

// readRooms reads the package clause and the imports of every Go file of the module that is no test.
func readRooms(t *testing.T) []room {
	t.Helper()

	var rooms []room
	err := filepath.WalkDir(".", func(file string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && isForeign(file):
			return filepath.SkipDir
		case entry.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go"):
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		found := room{path: path.Dir(filepath.ToSlash(file)), name: parsed.Name.Name}
		for _, spec := range parsed.Imports {
			const module = "github.com/eifcheck/eifcheck"
			if imported := strings.Trim(spec.Path.Value, "`\""); imported == module {
				found.imports = append(found.imports, ".")
			} else if inside, ok := strings.CutPrefix(imported, module+"/"); ok {
				found.imports = append(found.imports, inside)
			}
		}
		rooms = append(rooms, found)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return rooms
}

// isForeign tells whether a directory belongs to no package of this module, as the go command sees it.
func isForeign(directory string) bool {
	if directory == "." {
		return false
	}
	name := filepath.Base(directory)
	_, err := os.Stat(filepath.Join(directory, "go.mod"))
	return err == nil || name == "testdata" || name == "vendor" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_")
}

func TestWrongArrow(t *testing.T) {
	t.Parallel()

	tests := []struct {
		from, to string
		allowed  bool
	}{
		{from: "rules", to: "scoring", allowed: true},
		{from: "cmd/eifcheck", to: "eif", allowed: true},
		{from: ".", to: "internal/config", allowed: true},
		{from: "reports", to: "reports/html", allowed: true},
		{from: "reports/html", to: "reports", allowed: true},
		{from: "reports/html", to: "reports/charts", allowed: true},
		{from: "scoring", to: "rules"},
		{from: "rules", to: "."},
		{from: "assessment", to: "schemas"},
		{from: "eif", to: "internal/messages"},
		{from: "comparison", to: "reports/html"},
		{from: "cmd", to: "cmd/eifcheck"},
		{from: "cmd", to: "internal/generate"},
	}
	for _, test := range tests {
		t.Run(test.from+" to "+test.to, func(t *testing.T) {
			t.Parallel()

			if got := wrongArrow(test.from, test.to); (got == "") != test.allowed {
				t.Errorf("wrongArrow(%q, %q) = %q, want allowed: %t", test.from, test.to, got, test.allowed)
			}
		})
	}
}

func TestUnfitName(t *testing.T) {
	t.Parallel()

	tests := []struct {
		room room
		want string
	}{
		{room: room{path: "rules", name: "rules"}},
		{room: room{path: "scripts/bench", name: "main"}},
		{room: room{path: "attic", name: "attic"}, want: "in no storey"},
		{room: room{path: "rulesets", name: "rulesets"}, want: "in no storey"},
		{room: room{path: "reports/util", name: "util"}, want: "a drawer"},
		{room: room{path: "reports/text", name: "helpers"}, want: "a drawer"},
	}
	for _, test := range tests {
		t.Run(test.room.path, func(t *testing.T) {
			t.Parallel()

			if got := unfitName(test.room); !strings.Contains(got, test.want) || (got == "") != (test.want == "") {
				t.Errorf("unfitName(%+v) = %q, want %q in it", test.room, got, test.want)
			}
		})
	}
}
