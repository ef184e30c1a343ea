package cmd

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// looksLikeFile tells a file from an id or a country: a file has a dot or a slash.
func looksLikeFile(arg string) bool { return strings.ContainsAny(arg, "./\\*") || arg == "-" }

// noArguments refuses arguments.
func noArguments(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return usage("cmd/usage.arguments.none", messages.Args{"command": c.CommandPath(), "found": args[0]})
}

// someArguments asks for at least one.
func someArguments(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return nil
	}
	return usage("cmd/usage.arguments.some", messages.Args{"command": c.CommandPath()})
}
