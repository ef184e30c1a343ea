package cmd

import "strconv"

// source is a kind of place that a setting can come from. The higher, the more it counts.
type source uint8

const (
	fromDefault source = iota
	fromFile
	fromEnvironment
	fromFlag
)

// word names the source in JSON, where it never changes with the language.
func (s source) word() string {
	switch s {
	case fromFile:
		return "file"
	case fromEnvironment:
		return "environment"
	case fromFlag:
		return "flag"
	case fromDefault:
	}
	return "default"
}

// origin is where a setting was written.
type origin struct {
	Source source
	// Name of the flag, the variable or the file; "" for a default.
	Name string
	// Line in the file, else 0.
	Line int
}

// String is the place as a reader finds it: --disable, EIFCHECK_DISABLE, .eifcheck.yaml:4.
func (o origin) String() string {
	if o.Line > 0 {
		return o.Name + ":" + strconv.Itoa(o.Line)
	}
	return o.Name
}
