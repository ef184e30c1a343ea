package cmd

import (
	"errors"
	"io/fs"
	"os"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/reports"
	"github.com/eifcheck/eifcheck/reports/html"
)

// readLook reads the theme and the logo that the flags name.
func readLook(f *reportFlags) (reports.DocumentOptions, error) {
	theme, err := readPart("--theme", f.theme, html.ReadTheme)
	if err != nil {
		return reports.DocumentOptions{}, err
	}
	logo, err := readPart("--logo", f.logo, html.ReadLogo)
	return reports.DocumentOptions{Theme: theme, Logo: logo}, err
}

// readPart reads and checks the file that a flag names; "" names none.
func readPart[T any](flag, path string, check func([]byte) (T, *messages.Message)) (T, error) {
	var part T
	if path == "" {
		return part, nil
	}
	b, err := os.ReadFile(path)
	if err != nil {
		detail := err
		if wrapped, ok := errors.AsType[*fs.PathError](err); ok {
			detail = wrapped.Err
		}
		return part, usage("cmd/look.unreadable", messages.Args{"flag": flag, "path": path, "detail": detail.Error()})
	}
	part, wrong := check(b)
	if wrong != nil {
		wrong.Args["flag"], wrong.Args["path"] = flag, path
		return part, failure{code: eifcheck.ExitUsage, message: *wrong}
	}
	return part, nil
}
