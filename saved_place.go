package eifcheck

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// misfit refuses a result that has the version of this one and another shape.
func (s *Saved) misfit(p piece, pointer []string, rest map[string]json.RawMessage) error {
	tokens := []string{p.pointer}
	for _, token := range pointer {
		tokens = append(tokens, strings.NewReplacer("~", "~0", "/", "~1").Replace(token))
	}
	path := strings.Join(tokens, "/")
	within := strings.Split(path, "/")[1:]
	line, column := s.place(p.start + offsetOf(s.data[p.start:], within))
	args := messages.Args{"line": line, "column": column, "pointer": path, "version": s.Header.Tool.Version}
	var tool Tool
	if json.Unmarshal(rest["tool"], &tool) == nil {
		args["version"] = tool.Version
	}
	if path == "" {
		args["pointer"] = "/"
	}
	if args["version"] == "" {
		return refuse("convert/misfit", args)
	}
	return refuse("convert/misfit.version", args)
}

// place turns an offset into a line and a column, both from 1, in code points.
func (s *Saved) place(offset int) (line, column int) {
	before := s.data[:max(0, min(offset, len(s.data)))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return 1 + bytes.Count(before, []byte("\n")), 1 + utf8.RuneCount(before[start:])
}

// offsetOf finds where the value of a pointer begins, or as far as the pointer leads.
func offsetOf(data []byte, pointer []string) int {
	d := json.NewDecoder(bytes.NewReader(data))
	for depth := 0; ; depth++ {
		at := skipSpace(data, int(d.InputOffset()))
		open, err := d.Token()
		if err != nil || depth == len(pointer) || !enter(d, open, pointer[depth]) {
			return at
		}
	}
}

// enter moves a decoder that stands behind an opening bracket to the value of a key or an index.
func enter(d *json.Decoder, open json.Token, token string) bool {
	for i := 0; d.More(); i++ {
		name := strconv.Itoa(i)
		if open == json.Delim('{') {
			key, err := d.Token()
			if err != nil {
				return false
			}
			name = fmt.Sprint(key)
		}
		if name == token {
			return true
		}
		var skipped json.RawMessage
		if d.Decode(&skipped) != nil {
			return false
		}
	}
	return false
}

// skipSpace moves an offset over what stands between two values.
func skipSpace(data []byte, at int) int {
	for at < len(data) && strings.IndexByte(" \t\r\n:,", data[at]) >= 0 {
		at++
	}
	return at
}
