package document

import (
	"github.com/eifcheck/eifcheck/internal/messages"
)

// Limits that hold for every file, so that no file can stall or exhaust the machine.
const (
	// MaxBytes is the size of the largest file that is read.
	MaxBytes = 4 << 20
	// MaxStarts bounds the bytes that can start a node (newline , [ { : *), counted before parsing.
	MaxStarts = 250_000
	// MaxNodes bounds the nodes of the tree, aliases counted as often as they are used.
	MaxNodes = 100_000
	// MaxDepth bounds the nesting of the tree.
	MaxDepth = 64
	// MaxProblems bounds the problems of a file that are listed; how many more there are is said in one more.
	MaxProblems = 1000
)

// Document is one file, read.
type Document struct {
	// Name is the file's path as given and as shown in every message, with forward slashes; "-" is standard input.
	Name string
	// Source holds the bytes as read.
	Source []byte
	// SHA256 is the digest of Source in lower-case hexadecimal digits.
	SHA256 string
	// Root is the tree, nil when the file could not be made into one.
	Root *Node
	// Comments of a YAML file, in source order.
	Comments []Comment
	// Problems of the file as a file, in source order. Root may be there all the same (duplicate keys).
	Problems []Problem

	places index
	hidden int // problems over MaxProblems
}

// Comment is a YAML comment, from its # to the end of the line.
type Comment struct {
	Text string
	Span Span
	// Alone tells that nothing but white space stands before it on its line.
	Alone bool
}

// Problem is something wrong with a file: what to say, and where. Pointer is the JSON Pointer
// (RFC 6901) of the value concerned, "" for the whole file.
type Problem struct {
	Message messages.Message
	Pointer string
	Span    Span
}
