package messages_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// moduleFolder is the repository, seen from here.
const moduleFolder = "../.."

// sources is what the program's own Go files, tests and generated tables left out, say in string literals.
type sources struct {
	// literals are all string literals with the first place each stands at.
	literals map[string]string
	// stems are those that something is appended to: "gate/" in "gate/" + severity.
	stems map[string]bool
	// said are those passed for a parameter named code, of any function.
	said map[string]string
}

// readSources parses the repository's Go files and looks into its JSON Schemas, which name codes too.
func readSources(t *testing.T) sources {
	t.Helper()

	files := token.NewFileSet()
	var parsed []*ast.File
	s := sources{literals: map[string]string{}, stems: map[string]bool{}, said: map[string]string{}}
	err := filepath.WalkDir(moduleFolder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		switch {
		case entry.IsDir() && (name == "testdata" || name == "generate" || name[0] == '.' && path != moduleFolder):
			return filepath.SkipDir
		case strings.HasSuffix(name, ".schema.json"):
			return s.readSchema(path)
		case !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "zz_"):
			return nil
		}
		file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		parsed = append(parsed, file)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	speakers := map[string]int{"messages.New": 0}
	for _, file := range parsed {
		findSpeakers(file, speakers)
	}
	for _, file := range parsed {
		s.read(files, file, speakers)
	}
	return s
}

// quoted finds the strings of a JSON file.
var quoted = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)

func (s *sources) readSchema(path string) error {
	b, err := os.ReadFile(path)
	for _, text := range quoted.FindAllString(string(b), -1) {
		s.literals[strings.Trim(text, `"`)] = path
	}
	return err
}

// findSpeakers notes each function with a parameter "code string" and the place of that parameter.
// By this convention of the project a new function that says something is found without a list.
// A function is known by its package and its name; methods called Say are known everywhere.
func findSpeakers(file *ast.File, speakers map[string]int) {
	for _, decl := range file.Decls {
		f, ok := decl.(*ast.FuncDecl)
		if !ok {
			continue
		}
		place := 0
		for _, field := range f.Type.Params.List {
			kind, _ := field.Type.(*ast.Ident)
			for _, name := range field.Names {
				if name.Name == "code" && kind != nil && kind.Name == "string" {
					speakers[speaker(file, f.Name.Name)] = place
				}
				place++
			}
		}
	}
}

// read collects the literals of a file.
func (s *sources) read(files *token.FileSet, file *ast.File, speakers map[string]int) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.BasicLit:
			if text, ok := literal(n); ok {
				s.literals[text] = files.Position(n.Pos()).String()
			}
		case *ast.BinaryExpr:
			if text, ok := literal(n.X); ok && n.Op == token.ADD {
				s.stems[text] = true
			}
		case *ast.CallExpr:
			if place, ok := speakers[called(file, n)]; ok && place < len(n.Args) {
				if text, ok := literal(n.Args[place]); ok {
					s.said[text] = files.Position(n.Pos()).String()
				}
			}
		}
		return true
	})
}

// called is the function that a call calls, as findSpeakers knows it.
func called(file *ast.File, call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return speaker(file, f.Name)
	case *ast.SelectorExpr:
		if of, ok := f.X.(*ast.Ident); ok && of.Name == "messages" {
			return of.Name + "." + f.Sel.Name
		}
		return speaker(file, f.Sel.Name)
	}
	return ""
}

// speaker is how a function of a file's package is known.
func speaker(file *ast.File, name string) string {
	if name == "Say" {
		return "messages.Say"
	}
	return file.Name.Name + "." + name
}

// literal is the value of a string literal.
func literal(n ast.Expr) (string, bool) {
	lit, ok := n.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}
