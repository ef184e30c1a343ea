package reports

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/rules"
)

// entry is one thing that the formats for machines list: a finding, or a floor of the gate that did not hold.
// All of them make exactly one entry of each, so that their totals agree.
type entry struct {
	rule     string
	severity rules.Severity
	// message and help are one line each and safe to show; help can be "".
	message, help string
	// path is that of the file, with slashes, from the root of the repository.
	path string
	// place starts at line 1 or later; its file is not to be used.
	place       eifcheck.Location
	fingerprint string
	waived      *eifcheck.Waiver
	since       *eifcheck.Since
	// pointer is the place as a JSON Pointer, excerpt the line of the file.
	pointer, excerpt string
}

// entriesOf lists the findings of a file in their order, and after them what its gate asked for beyond findings. A
// gate that fails is thus always seen, even where nothing was found.
func entriesOf(a *eifcheck.Assessment) []entry {
	file, list := slashed(a.Input.Path), findingsOf(a)
	for _, reason := range a.Gate.Reasons {
		if reason.AboutFindings() && len(a.Findings) > 0 {
			continue
		}
		rule := messages.New(reason.Code, nil).Rule()
		list = append(list, entry{
			rule: rule, severity: rules.Error, message: oneLine(reason.Message), path: file,
			place: startOfFile(), fingerprint: digest(rule, file, fmt.Sprint(reason.Args["area"])),
		})
	}
	return list
}

// findingsOf lists the findings of a file in their order.
func findingsOf(a *eifcheck.Assessment) []entry {
	list := make([]entry, 0, len(a.Findings)+len(a.Gate.Reasons))
	for i := range a.Findings {
		list = append(list, entryOf(&a.Findings[i], slashed(a.Input.Path)))
	}
	return list
}

// runEntries lists the findings about the run itself. They stand in files of their own.
func runEntries(c eifcheck.Closing) []entry {
	list := make([]entry, 0, len(c.Findings))
	for i := range c.Findings {
		list = append(list, entryOf(&c.Findings[i], slashed(c.Findings[i].Location.File)))
	}
	return list
}

func entryOf(f *eifcheck.Finding, file string) entry {
	e := entry{
		rule: f.Rule, severity: f.Severity, message: oneLine(f.Message), help: oneLine(f.Help), path: file,
		place: f.Location, fingerprint: f.Fingerprint, waived: f.Waived, since: f.Since,
		pointer: f.Pointer, excerpt: f.Excerpt,
	}
	if e.place.Line < 1 {
		e.place = startOfFile()
	}
	if e.fingerprint == "" {
		e.fingerprint = digest(e.rule, file, e.message)
	}
	return e
}

// startOfFile is where stands what is about a file as a whole: no format takes a finding without a line.
func startOfFile() eifcheck.Location { return eifcheck.Location{Line: 1} }

// name is the path as a text to show: that of a file is chosen by whoever named the file.
func (e *entry) name() string { return clean(e.path) }

// slashed is a path with slashes and without "./" at its start, as every platform compares paths.
func slashed(name string) string { return path.Clean(filepath.ToSlash(name)) }

// uri is a path as a reference that no platform misreads: relative ones stay relative to the root of the repository.
func uri(name string) string {
	if len(name) > 2 && name[1] == ':' && name[2] == '/' { // a drive of Windows
		name = "/" + name
	}
	if strings.HasPrefix(name, "/") {
		return (&url.URL{Scheme: "file", Path: name}).String()
	}
	// A colon before the first slash would end the name of a scheme.
	return strings.ReplaceAll((&url.URL{Path: name}).EscapedPath(), ":", "%3A")
}

// digest names something across runs.
func digest(parts ...string) string {
	h := sha256.New()
	for _, part := range parts {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// fingerprints makes those of one output differ: of two equal ones platforms show the first only.
type fingerprints map[string]int

// next is a fingerprint, with a number from its second time on.
func (seen fingerprints) next(fingerprint string) string {
	seen[fingerprint]++
	if n := seen[fingerprint]; n > 1 {
		return fingerprint + "-" + strconv.Itoa(n)
	}
	return fingerprint
}

// justification says what accepted a finding, until when, who answers for that, and why.
func justification(w eifcheck.Wording, waived *eifcheck.Waiver) string {
	words := w.Say("text/waived", nil)
	if code := "text/waived." + waived.By; w.Has(code) {
		words = w.Say(code, nil)
	}
	if waived.Until != "" {
		words += "; " + w.Say("accepted/until", messages.Args{"day": string(waived.Until)})
	}
	if waived.Owner != "" {
		words += "; " + w.Say("accepted/owner", messages.Args{"owner": string(waived.Owner)})
	}
	if waived.Reason != "" {
		words += "; " + w.Say("accepted/reason", nil) + " " + oneLine(string(waived.Reason))
	}
	return words
}

// sentence is the message of an entry and what to do. One that is accepted says so first, for formats that have no
// place for it, and asks for nothing.
func (e *entry) sentence(w eifcheck.Wording) string {
	if e.waived != nil {
		return "[" + justification(w, e.waived) + "] " + e.message
	}
	return strings.TrimSpace(e.message + " " + e.help)
}
