// Package schemas says what is wrong with an assessment file as an assessment file.
//
// The form of a file is written down once, in shape.schema.json. [Check] holds a parsed file against
// it, then holds every id and answer against the generated tables of package eif, and reports each
// mistake once, at its own place, all at once. The schema for editors, assessment.schema.json, is
// made from the shape and those tables by [Editors], so that an editor and eifcheck say the same.
//
// This is the one package that knows which library validates JSON Schema.
package schemas

import (
	_ "embed"
)

//go:generate go test -run ^TestEditorsSchemaIsCurrent$ -update .

//go:embed shape.schema.json
var shapeSource []byte

//go:embed assessment.schema.json
var assessmentSource []byte

//go:embed config.schema.json
var configSource []byte

//go:embed result.schema.json
var resultSource []byte

//go:embed waivers.schema.json
var waiversSource []byte

// The names of the schemas.
const (
	// Assessment is the schema of assessment files for editors, with every id and question.
	Assessment = "assessment"
	// Config is the schema of configuration files, .eifcheck.yaml, for editors. A test of cmd makes it
	// of the flags and the rules.
	Config = "config"
	// Result is the schema of the result that eifcheck prints as JSON.
	Result = "result"
	// Shape is the schema of assessment files without ids and questions, the one used at run time.
	Shape = "shape"
	// Waivers is the schema of waiver files.
	Waivers = "waivers"
)

// Names lists the schemas, in order.
func Names() []string { return []string{Assessment, Config, Result, Shape, Waivers} }

// Source returns the text of a schema. The bytes are shared: read only.
func Source(name string) ([]byte, bool) {
	switch name {
	case Assessment:
		return assessmentSource, true
	case Config:
		return configSource, true
	case Result:
		return resultSource, true
	case Shape:
		return shapeSource, true
	case Waivers:
		return waiversSource, true
	}
	return nil, false
}
