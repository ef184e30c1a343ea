package main

import (
	"debug/elf"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// The commands of the Dockerfile, run in a copy of what it copies: the binary needs no other file, and the image no
// user of its own.
func TestDockerfile(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("an image holds a program for Linux")
	}
	t.Chdir("../..")
	file, directory := content(t, "Dockerfile"), t.TempDir()
	copyTree(t, strings.Fields(content(t, ".dockerignore")), directory)
	program := filepath.Join(directory, "program")
	for _, run := range regexp.MustCompile(`(?m)^RUN (.*)$`).FindAllStringSubmatch(file, -1) {
		command := exec.Command("bash", "-e", "-c", strings.ReplaceAll(run[1], "-o /eifcheck ", `-o "$PROGRAM" `))
		command.Dir, command.Env = directory, append(os.Environ(), "PROGRAM="+program)
		if out, err := command.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", run[1], err, out)
		}
	}
	binary, err := elf.Open(program)
	if err != nil {
		t.Fatal(err)
	}
	defer binary.Close()
	for _, part := range binary.Progs {
		if part.Type == elf.PT_INTERP || part.Type == elf.PT_DYNAMIC {
			t.Errorf("the program is linked with others: %v", part.Type)
		}
	}
	_, image, _ := strings.Cut(file, "\nFROM scratch\n")
	for _, line := range []string{`^COPY --from=build /eifcheck /eifcheck$`, `^USER [1-9]\d*:[1-9]\d*$`, `^ENTRYPOINT \["/eifcheck"\]$`} {
		if !regexp.MustCompile("(?m)" + line).MatchString(image) {
			t.Errorf("the image has no line %s:\n%s", line, image)
		}
	}
	if out, err := exec.Command(program, "assess", "-q", "testdata/real/fr.yaml").CombinedOutput(); err != nil {
		t.Errorf("%v:\n%s", err, out)
	}
}

// copyTree copies the working directory but for some names in it, and for what others have fetched.
func copyTree(t *testing.T, without []string, to string) {
	t.Helper()
	left := map[string]bool{"node_modules": true}
	for _, name := range without {
		left[name] = true
	}
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case left[path] || left[entry.Name()] && entry.IsDir():
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry.IsDir():
			return os.MkdirAll(filepath.Join(to, path), 0o750)
		case !entry.Type().IsRegular():
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, path), text, 0o600)
	})
	if err != nil {
		t.Fatal(err)
	}
}
