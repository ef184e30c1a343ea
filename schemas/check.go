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
	c.checkForm(shape())
	c.checkFacts()
	return c.problems()
}

// CheckWaivers reports everything that is wrong with the form of a waiver file. What its entries say
// of rules, days and owners is judged by package rules.
func CheckWaivers(d *document.Document) []document.Problem {
	if d.Root == nil {
		return nil
	}
	c := &checker{root: place{node: d.Root}, foreign: true}
	c.checkForm(compile(waiversSource))
	return c.problems()
}

// checker collects what is wrong with one file.
type checker struct {
	root place
	// foreign tells that the file is no assessment: its keys are not looked for elsewhere in the format.
	foreign bool
	findings
}

// checkForm holds the file against its schema.
func (c *checker) checkForm(form *rules, err error) {
	if err != nil {
		c.atValue(c.root, "input/type.form", nil)
		return
	}
	for _, v := range c.validate(form) {
		v.foreign = c.foreign
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
