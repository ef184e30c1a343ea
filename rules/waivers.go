package rules

import (
	"path"
	"strconv"
	"strings"
	"sync/atomic"

	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/schemas"
)

// Waivers are the entries of a waiver file. Each accepts the findings of one rule in one file, or,
// with a pointer, those at one place of it.
type Waivers struct {
	document *document.Document
	// path of their file from the root of the repository.
	path    string
	entries []entry
}

type entry struct {
	terms
	place
	// at is the JSON Pointer of the entry in the waiver file.
	at string
}

// place is what an entry accepts: the findings of a rule in a file, at a JSON Pointer or below it.
type place struct{ rule, path, pointer string }

// waiver is an entry in use.
type waiver struct {
	entry
	used atomic.Bool
}

// ReadWaivers reads a waiver file, which has a path from the root of the repository. Problems are mistakes of its
// form; without any it can be used. What is wrong with single entries is found when it is used.
func ReadWaivers(d *document.Document, filed string) (*Waivers, []document.Problem) {
	problems := append(append([]document.Problem{}, d.Problems...), schemas.CheckWaivers(d)...)
	if len(problems) > 0 || d.Root == nil {
		return nil, problems
	}
	w := &Waivers{document: d, path: filed}
	if list := d.Root.Get("waivers"); list != nil {
		for i, item := range list.Items {
			w.entries = append(w.entries, entry{
				terms: terms{
					owner: textOf(item, "owner"), until: textOf(item, "until"), reason: textOf(item, "reason"),
				},
				place: place{
					rule: textOf(item, "rule"), path: path.Clean(textOf(item, "file")),
					pointer: textOf(item, "pointer"),
				},
				at: document.Pointer("waivers", strconv.Itoa(i)),
			})
		}
	}
	return w, nil
}

// textOf is the text of a key, "" where it is not there or empty.
func textOf(n *document.Node, key string) string {
	if value := n.Get(key); value != nil && value.Kind != document.Null {
		return strings.TrimSpace(value.Text)
	}
	return ""
}

// open takes the entries of a waiver file and finds what is wrong with them; those accept nothing.
func (a *Acceptances) open(w *Waivers) {
	a.file, a.placed = w, map[place][]*waiver{}
	out, ids := newReporter(w.document, w.path), speller{words: a.all().ids()}
	for _, entry := range w.entries {
		e := &waiver{entry: entry}
		a.judge(&e.terms, []string{e.rule}, &ids, func(code string, args messages.Args) {
			m := say(code, args)
			a.report(&out, code).at(e.wrong(code), m, detail{outcome: code, help: helpOf(messages.English(), m)})
		})
		a.waivers = append(a.waivers, e)
		if !e.void {
			a.placed[e.place] = append(a.placed[e.place], e)
		}
	}
	a.troubles = out.findings
}

// wrong is the key that a mistake is about.
func (e *waiver) wrong(code string) string {
	switch messages.New(code, nil).Rule() {
	case "waiver/unknown-rule", "waiver/not-waivable":
		return e.at + "/rule"
	case "waiver/expired":
		return e.at + "/until"
	}
	if code == "waiver/incomplete.day" {
		return e.at + "/until"
	}
	return e.at + "/rule"
}

// waived returns the acceptance of a finding in the file of a path, that of the nearest place, nil without one.
func (a *Acceptances) waived(path string, f *Finding) *Acceptance {
	var accepted *Acceptance
	for at := (place{f.Rule, path, f.Pointer}); ; {
		for _, e := range a.placed[at] {
			e.used.Store(true)
			if accepted == nil {
				accepted = e.acceptance(WaiverFile)
			}
		}
		if at.pointer == "" {
			return accepted
		}
		at.pointer = at.pointer[:max(0, strings.LastIndexByte(at.pointer, '/'))]
	}
}

// unusedWaivers reports the entries about files of this run that accepted nothing.
func (a *Acceptances) unusedWaivers() []Finding {
	if len(a.waivers) == 0 {
		return nil
	}
	out := newReporter(a.file.document, a.file.path)
	a.report(&out, "waiver/unused")
	for _, e := range a.waivers {
		if !e.void && !e.used.Load() && a.judgeable(e.rule, e.path) {
			args := messages.Args{"rule": e.rule, "file": e.path}
			out.at(e.at+"/rule", say("waiver/unused.file", args), detail{
				help: []messages.Message{say("waiver/unused.file.help", args)},
			})
		}
	}
	return out.findings
}
