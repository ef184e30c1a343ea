package cmd

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/config"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/reports"
	"github.com/eifcheck/eifcheck/schemas"
)

var update = flag.Bool("update", false, "write ../schemas/config.schema.json anew")

// schemas/config.schema.json is made of the flags, their help, and the rules.
func TestConfigSchemaIsCurrent(t *testing.T) {
	t.Parallel()
	want := schemaOf(t, commands(t))
	if *update {
		if err := os.WriteFile("../schemas/config.schema.json", want, 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got, _ := schemas.Source(schemas.Config); !bytes.Equal(got, want) {
		t.Error("config.schema.json is not what the flags and the rules give: run make generate")
	}
}

type node = map[string]any

// schemaOf makes the schema of configuration files.
func schemaOf(t *testing.T, a *app) []byte {
	t.Helper()
	about := a.flagHelp()
	properties := node{
		config.VersionKey: node{"const": config.Format, "description": "The version of this form."},
		config.RequiredKey: node{
			"type": "string", "pattern": `^\s*(>=)?\s*v?[0-9]{1,6}(\.[0-9]{1,6}){0,2}\s*$`,
			"description": sentence(a.say("config/init.required")), "examples": []any{">=1.2", "1.2.3"},
		},
	}
	for _, key := range a.keys() {
		property := shapeOf(key)
		property["description"] = sentence(about[key.Name])
		if value := defaultOf(a, key.Name); value != "" && key.Kind == config.Text {
			property["default"] = value
		}
		properties[key.Name] = property
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(node{
		"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": configSchema,
		"title": "An eifcheck configuration, version 1", "description": a.say("config/schema"),
		"type": "object", "required": []any{config.VersionKey}, "properties": properties, "additionalProperties": false,
		"$defs": node{"rule": node{
			"anyOf": []any{node{"enum": list(selectable())}, node{"type": "string", "pattern": `[*?\[]`}},
		}},
	}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func defaultOf(a *app, key string) string {
	for _, fresh := range a.settables {
		if flag := fresh().has(key); flag != nil {
			return flag.DefValue
		}
	}
	return ""
}

// shapeOf is what may stand under a key.
func shapeOf(key config.Key) node {
	shape := shapes()[key.Name]
	if shape == nil {
		shape = node{"type": "string", "minLength": 1}
	}
	switch key.Kind {
	case config.Switch:
		return node{"type": "boolean"}
	case config.List:
		return node{"anyOf": []any{shape, node{"type": "array", "items": shape}}}
	case config.Pairs, config.Text:
	}
	return shape
}

// shapes are the values of keys that do not take just any text. What the check of a value refuses, an
// editor marks.
func shapes() map[string]node {
	score := node{"enum": []any{1, 2, 3, 4}}
	areas := node{}
	for _, area := range eif.Areas() {
		areas[string(area.ID)] = score
	}
	severity := node{"enum": []any{"error", "warning", "info"}}
	return map[string]node{
		"by":             {"enum": list([]string{byRespondent})},
		"color":          {"enum": list(colorWords())},
		"compare":        countryShape(),
		"disable":        ruleShape(),
		"enable":         ruleShape(),
		"fail-on":        {"enum": list(failOnWords())},
		"format":         formatShape(),
		"lang":           {"enum": []any{"en"}},
		"max-regression": {"type": "integer", "minimum": 0, "maximum": 3},
		"max-gap":        {"type": "number", "minimum": 0, "maximum": 3},
		"min-area":       {"type": "object", "properties": areas, "additionalProperties": false},
		"min-coverage":   {"type": "integer", "minimum": 0, "maximum": 100},
		"min-score":      score,
		"only":           ruleShape(),
		"severity":       {"type": "object", "propertyNames": ruleShape(), "additionalProperties": severity},
		"width":          {"type": "integer", "minimum": 1},
	}
}

// countryShape is a country by its code.
func countryShape() node {
	var codes []string
	for _, country := range eif.Countries() {
		codes = append(codes, country.Code)
	}
	return node{"enum": list(codes)}
}

// ruleShape is a rule that can be chosen, or a pattern.
func ruleShape() node { return node{"$ref": "#/$defs/rule"} }

func formatShape() node {
	var names []string
	for _, format := range reports.Formats() {
		names = append(names, format.Name)
	}
	return node{"anyOf": []any{
		node{"enum": list(names)}, node{"type": "string", "pattern": "^(" + strings.Join(names, "|") + ")=."},
	}}
}

func list(words []string) []any {
	values := make([]any, len(words))
	for i, word := range words {
		values[i] = word
	}
	return values
}

// The schema and the reader have one verdict, save on what no schema can say: that a pattern matches
// nothing, or that two keys contradict each other.
//
//nolint:paralleltest // it changes the working directory
func TestConfigSchemaAgreesWithTheReader(t *testing.T) {
	source, _ := schemas.Source(schemas.Config)
	schema, err := jsonschema.CompileString("config.schema.json", string(source))
	if err != nil {
		t.Fatal(err)
	}
	a := commands(t)
	cases := []string{
		"version: 1", "version: 2", "version: '1'", "{}", "version: 1\nversions: 1",
		"version: 1\nrequired-version: '>=1.2'", "version: 1\nrequired-version: 'v1.4.0'", "version: 1\nrequired-version: new",
		"version: 1\ndisable: coverage/nodata", "version: 1\ndisable: [input/syntax]", "version: 1\ndisable: []",
		"version: 1\ndisable: [1]", "version: 1\nseverity: {input/syntax: info}", "version: 1\nseverity: {eif/R01: note}",
		"version: 1\nmin-area: {P3: 5}", "version: 1\nmin-area: [P3=1]", "version: 1\nmin-score: 0", "version: 1\nmin-coverage: -1",
		"version: 1\nmax-gap: 3.5", "version: 1\nmax-gap: 0.5", "version: 1\nformat: json=", "version: 1\nformat: text=a=b",
		"version: 1\nquiet: 1", "version: 1\nfail-on:", "version: 1\nwidth: 0", "version: 1\ntoday: 2026-01-01",
	}
	for _, key := range a.keys() {
		cases = append(cases, "version: 1\n"+key.Name+": "+key.Example)
		if wrong := mistakes()[key.Name]; !strings.Contains(wrong, "*") {
			cases = append(cases, "version: 1\n"+key.Name+": "+wrong)
		}
	}
	accepted := 0
	for _, text := range cases {
		files(t, map[string]string{".eifcheck.yaml": text + "\n"})
		c := call{args: []string{"config", "verify"}}
		reads := c.run(t) == 0
		d := document.Parse("x.yaml", []byte(text))
		if d.Root == nil {
			t.Fatalf("%q is no YAML", text)
		}
		accepts := schema.Validate(plain(d.Root)) == nil
		if reads != accepts {
			t.Errorf("%q: the reader says %t, the schema %t\n%s", text, reads, accepts, c.stderr.String())
		}
		if accepts {
			accepted++
		}
	}
	if accepted < 10 || len(cases)-accepted < 10 {
		t.Errorf("%d of %d accepted: too lopsided to show anything", accepted, len(cases))
	}
}

// plain is a tree as the schema library takes it.
func plain(n *document.Node) any {
	switch n.Kind {
	case document.Mapping:
		object := node{}
		for _, m := range n.Members {
			object[m.Key] = plain(m.Value)
		}
		return object
	case document.Sequence:
		items := []any{}
		for _, item := range n.Items {
			items = append(items, plain(item))
		}
		return items
	case document.Bool:
		return n.Text == "true"
	case document.Number:
		return json.Number(n.Text)
	case document.Null:
		return nil
	case document.String:
	}
	return n.Text
}
