package schemas

import (
	"errors"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/eifcheck/eifcheck/internal/document"
)

// Check reports everything that is wrong with a parsed file as an assessment file, each mistake once
// and at its own place, in the order of the file. A file that could not be parsed (Root is nil) has
// its problems already and gets none here.
func Check(d *document.Document) []document.Problem {
	if d.Root == nil {
		return nil
	}
	c := &checker{root: place{node: d.Root}}
	c.checkShape()
	c.checkFacts()
	return c.problems()
}

// checker collects what is wrong with one file.
type checker struct {
	root place
	findings
}

// checkShape holds the file against the schema.
func (c *checker) checkShape() {
	form, err := shape()
	if err != nil {
		c.atValue(c.root, "input/type.form", nil)
		return
	}
	for _, v := range c.validate(form) {
		c.explain(v)
	}
}

// validate runs the library. A mistake that it reports in a way we do not know is one all the same.
func (c *checker) validate(form *rules) []violation {
	var tree converter
	err := form.compiled.Validate(tree.plain(c.root.node))
	if tree.oddKeys {
		c.oddKeys(c.root)
	}
	if tree.emptyKeys {
		c.emptyKeys(c.root, form.raw, form.raw)
	}
	if err == nil {
		return nil
	}
	var list []violation
	if invalid, ok := errors.AsType[*jsonschema.ValidationError](err); ok {
		f := &finder{root: c.root.node, keys: map[*document.Node]map[string]int{}}
		list = violations(invalid, form.raw, f)
	}
	if len(list) == 0 {
		c.atValue(c.root, "input/type.form", nil)
	}
	return list
}
