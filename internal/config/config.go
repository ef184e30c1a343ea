// Package config finds and reads the configuration file of a repository, .eifcheck.yaml.
//
// A key of the file is the long name of a flag, and its value is what the flag would be given: one
// word a concept. This package knows the form of the file and nothing of the flags: it is told the
// keys there are, hands the values on as text with their places, and leaves it to the reader of the flag to
// say whether they make sense, so that the two cannot differ. What is wrong is collected, never thrown.
package config

import (
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// Format is the version of the file's form, which it names in its first key.
const Format = 1

// The keys that are no flags.
const (
	// VersionKey holds [Format].
	VersionKey = "version"
	// RequiredKey names the versions of eifcheck that a team agreed on.
	RequiredKey = "required-version"
)

// Kind says what is written under a key.
type Kind uint8

// The kinds.
const (
	// Text is one value: a word or a number.
	Text Kind = iota
	// Switch is true or false.
	Switch
	// List is any number of values; one alone needs no brackets.
	List
	// Pairs are names with a value each; a flag takes them as NAME=VALUE.
	Pairs
)

// Key is a key that a file may have.
type Key struct {
	Name string
	Kind Kind
	// Example is a value as it is written in the file.
	Example string
}

// Rules of the form: what the file may hold.
type Rules struct {
	// Keys in the order of the documentation.
	Keys []Key
	// Elsewhere are names that look like keys and are none, with the code of the message that says why.
	Elsewhere map[string]string
	// Version of this eifcheck.
	Version string
}

// File is a configuration file, read.
type File struct {
	// Path is its name as messages show it.
	Path string
	// Entries are its keys, save the two that are no flags, in the order of the file.
	Entries []Entry
	// Problems are everything that is wrong with it as a file.
	Problems []document.Problem
	// Unchecked is what the file asks of the version of eifcheck, where that of this build is not known.
	Unchecked string
}

// Entry is a key with what is written under it.
type Entry struct {
	Key  Key
	Span document.Span
	// Values are as the flag takes them, one each time it is given.
	Values []Value
}

// Value is one value with its place. That of a pair is the place of its name.
type Value struct {
	Text string
	// Written is the value as it stands in the file.
	Written string
	Span    document.Span
}

// Entry finds a key, or nil.
func (f *File) Entry(name string) *Entry {
	if f == nil {
		return nil
	}
	for i := range f.Entries {
		if f.Entries[i].Key.Name == name {
			return &f.Entries[i]
		}
	}
	return nil
}

func (f *File) report(span document.Span, code string, args messages.Args) {
	f.Problems = append(f.Problems, document.Problem{Message: messages.New(code, args), Span: span})
}
