//go:build linux

package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"strings"
	"text/template"
	"time"
)

//go:embed page.md.tmpl
var pageTemplate string

// page is docs/performance.md.
func (r *results) page() ([]byte, error) {
	t, err := template.New("page").Funcs(template.FuncMap{
		"cell": cell, "duration": duration, "list": list, "size": size,
		"plain": func(n float64) string { return fmt.Sprintf("%.2f", n) },
		"ratio": func(a, b time.Duration) string { return fmt.Sprintf("%.2f", ratio(a, b)) },
	}).Parse(pageTemplate)
	if err != nil {
		return nil, err
	}
	var w bytes.Buffer
	err = t.Execute(&w, r)
	return w.Bytes(), err
}

// cell makes a message fit for a table: on one line, not too long, and nothing that ends the cell or starts markup.
func cell(text string) string {
	const most = 160
	if text == "" {
		return "none"
	}
	if runes := []rune(text); len(runes) > most {
		text = string(runes[:most]) + "…"
	}
	return strings.NewReplacer("|", `\|`, "\n", " ", "<", `\<`, "*", `\*`, "`", "\\`").Replace(text)
}

// list names some things, or none.
func list(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}

// duration shows a time with three digits.
func duration(d time.Duration) string {
	switch {
	case d >= time.Second:
		return digits(d.Seconds()) + " s"
	case d >= time.Millisecond:
		return digits(d.Seconds()*1e3) + " ms"
	case d >= time.Microsecond:
		return digits(d.Seconds()*1e6) + " µs"
	}
	return fmt.Sprintf("%d ns", d.Nanoseconds())
}

// size shows a number of bytes in the unit it is easiest to read in.
func size(n int64) string {
	switch {
	case n >= 1<<30:
		return digits(float64(n)/(1<<30)) + " GiB"
	case n >= 1<<20:
		return digits(float64(n)/(1<<20)) + " MiB"
	case n >= 1<<10:
		return digits(float64(n)/(1<<10)) + " KiB"
	}
	return fmt.Sprintf("%d B", n)
}

// digits shows a number with the digits that mean something, three in most cases.
func digits(n float64) string {
	decimals := 2
	for m := n; m >= 10 && decimals > 0; m /= 10 {
		decimals--
	}
	text := fmt.Sprintf("%.*f", decimals, n)
	if decimals > 0 {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return text
}
