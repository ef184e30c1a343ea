package schemas_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/schemas"
)

// entries lists the codes of this package's part of the catalogue.
func entries(t *testing.T) []string {
	t.Helper()
	source, err := os.ReadFile(filepath.Join("..", "internal", "messages", "en", "input.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, match := range regexp.MustCompile(`(?m)^(input/[a-z./-]+):`).FindAllSubmatch(source, -1) {
		codes = append(codes, string(match[1]))
	}
	return codes
}

// allProblems are the findings of every fixture, and of files too odd to be one.
func allProblems(t *testing.T) []document.Problem {
	t.Helper()
	var all []document.Problem
	for _, name := range fixtures(t, "err/input-*.yaml") {
		all = append(all, schemas.Check(parseFile(t, name))...)
	}
	for _, source := range []string{
		strings.Repeat("k", 300) + ": 1\n\"\": 1\n",
		"recommendations:\n" + manyLines(202, "  q"),
		"claims: [" + strings.Repeat("{}, ", 201) + "]\n",
	} {
		all = append(all, schemas.Check(document.Parse("odd.yaml", []byte(source)))...)
	}
	return all
}

func manyLines(n int, prefix string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(prefix + strconv.Itoa(i) + ": {}\n")
	}
	return b.String()
}

func TestEveryMessageIsUsedAndWorded(t *testing.T) {
	t.Parallel()
	catalogue := messages.English()
	used := map[string]bool{}
	for _, p := range allProblems(t) {
		m := p.Message
		used[m.Code] = true
		for _, code := range []string{m.Code, m.Code + ".help", m.Rule() + ".title"} {
			if !catalogue.Has(code) {
				t.Errorf("there is no text for %s", code)
			}
			text := catalogue.Text(messages.New(code, m.Args))
			if left := regexp.MustCompile(`\{[a-z]+\}`).FindString(text); left != "" {
				t.Errorf("%s: nothing for %s in %q", code, left, text)
			}
		}
		if text := catalogue.Text(m); strings.Contains(text, "  ") || strings.HasPrefix(text, " ") {
			t.Errorf("%s: an argument is empty in %q", m.Code, text)
		}
	}
	used["input/type.form"] = true // for what nobody foresaw
	for _, code := range entries(t) {
		if !used[code] && !ofAnother(code) {
			t.Errorf("no fixture leads to %s", code)
		}
	}
}

// ofAnother tells whether an entry is a part of another one, or of its rule.
func ofAnother(code string) bool {
	return strings.HasSuffix(code, ".help") || strings.HasSuffix(code, ".title") || strings.HasSuffix(code, ".why")
}

// The list of rules is read off the titles, and eifcheck explain shows why each is there.
func TestEveryInputRuleHasATitleAndAReason(t *testing.T) {
	t.Parallel()
	catalogue := messages.English()
	for _, code := range catalogue.Codes() {
		rule := messages.New(code, nil).Rule()
		if !strings.HasPrefix(rule, "input/") {
			continue
		}
		for _, part := range []string{".title", ".why"} {
			if !catalogue.Has(rule + part) {
				t.Errorf("%s belongs to a rule without %s", code, rule+part)
			}
		}
	}
}

// The readers are civil servants: no word of ours may be one of a programmer's.
func TestMessagesAreInPlainWords(t *testing.T) {
	t.Parallel()
	refused := regexp.MustCompile(`(?i)\b(object|property|properties|schema|regex|enum|integer|instance|pointer|array|boolean|string|null|node|token|valid)\b`)
	catalogue := messages.English()
	for _, code := range entries(t) {
		if word := refused.FindString(catalogue.Say(code, nil)); word != "" {
			t.Errorf("%s says %q", code, word)
		}
	}
}

func TestNoMoreThan200Alike(t *testing.T) {
	t.Parallel()
	problems := schemas.Check(document.Parse("many.yaml", []byte("eifcheck: 1\ncountry: FR\nyear: 2020\nwrong: 1\n"+manyLines(300, "q"))))
	if len(problems) != 201 {
		t.Fatalf("got %d findings, want 201", len(problems))
	}
	last := problems[200]
	if last.Message.Code != "input/more" || last.Message.Args["count"] != 101 || last.Message.Args["like"] != "input/unknown-key" {
		t.Errorf("got %v", last.Message)
	}
	if last.Span.Start.Line != 204 {
		t.Errorf("the rest begins on line %d, want 204", last.Span.Start.Line)
	}
}

func TestCheckOfWhatCouldNotBeParsed(t *testing.T) {
	t.Parallel()
	if got := schemas.Check(document.Parse("broken.yaml", []byte("a: [1"))); got != nil {
		t.Errorf("got %v, want none", got)
	}
}

// JSON goes the same way as YAML.
func TestCheckOfJSON(t *testing.T) {
	t.Parallel()
	source := `{"eifcheck": 1, "country": "FR", "year": 2020, "areas": {"P1": 1e0, "P2": 3}, "title": null}`
	var got []string
	for _, p := range schemas.Check(document.Parse("a.json", []byte(source))) {
		got = append(got, p.Message.Code+" "+p.Pointer)
	}
	if want := []string{"input/score.word /areas/P1"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
