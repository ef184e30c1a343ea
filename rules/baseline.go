package rules

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"sync"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// Baseline holds the findings that were there on a day. It accepts those that are no worse: the same
// score and gap, or better ones. [Acceptances.Accept] marks what it accepts; a recording one accepts,
// and keeps, every finding that can be waived and that nothing else accepts.
type Baseline struct {
	document *document.Document
	// path of its file from the root of the repository.
	path string
	asOf string
	// kept are the findings by file and place.
	kept map[string]map[string][]*kept
	// recorded are those of this run, by file; nil when nothing is recorded.
	recorded map[string][]*kept
	mu       sync.Mutex
}

// kept is one finding of a baseline, a line of its file.
type kept struct {
	// Rule, File and Pointer are for people who read the baseline; Place is what counts.
	Rule    string          `json:"rule"`
	File    string          `json:"file"`
	Pointer string          `json:"pointer"`
	Place   string          `json:"place"`
	Outcome string          `json:"outcome"`
	Score   *eif.Score      `json:"score"`
	Gap     *eif.Hundredths `json:"gap"`

	line int
	used bool
}

// baselineFormat is the version of the baseline's form.
const baselineFormat = 1

// maxBaseline is the largest baseline that is read, in bytes: some 400,000 findings.
const maxBaseline = 100 << 20

// NewBaseline starts one that records.
func NewBaseline(asOf string) *Baseline {
	return &Baseline{
		document: document.Parse("", nil), asOf: asOf,
		kept: map[string]map[string][]*kept{}, recorded: map[string][]*kept{},
	}
}

// ReadBaseline reads a baseline. What is not one, or has been cut off, is an error in words of the
// catalogue; nothing of it is used then. Messages show the name; the path is that from the root of the repository.
func ReadBaseline(name, path string, r io.Reader) (*Baseline, *messages.Message) {
	source, err := io.ReadAll(io.LimitReader(r, maxBaseline+1))
	if err != nil {
		return nil, refusal("baseline/unreadable", messages.Args{"file": name, "why": err.Error()})
	}
	if len(source) > maxBaseline {
		return nil, refusal("baseline/too-large", messages.Args{"file": name, "limit": "100 MiB"})
	}
	b := NewBaseline("")
	b.recorded, b.path = nil, path
	return b, b.decode(name, source)
}

func refusal(code string, args messages.Args) *messages.Message {
	return &messages.Message{Code: code, Args: args}
}

// decode reads the head, then an entry after the other, each with the line it stands on.
func (b *Baseline) decode(name string, source []byte) *messages.Message {
	var head struct {
		Baseline int               `json:"baseline"`
		AsOf     string            `json:"as_of"`
		Findings []json.RawMessage `json:"findings"`
	}
	if err := strict(source, &head); err != nil {
		return refusal("baseline/malformed", messages.Args{"file": name, "why": err.Error()})
	}
	if head.Baseline != baselineFormat {
		return refusal("baseline/format", messages.Args{"file": name, "found": strconv.Itoa(head.Baseline)})
	}
	b.asOf = head.AsOf
	from, line := 0, 1
	for _, raw := range head.Findings {
		k := &kept{}
		// The entries stand in the source in this order, so that each is looked for behind the last.
		at := from + bytes.Index(source[from:], raw)
		line += bytes.Count(source[from:at], []byte{'\n'})
		from, k.line = at, line
		if err := strict(raw, k); err != nil || k.Place == "" || k.File == "" || k.Rule == "" {
			return refusal("baseline/entry", messages.Args{"file": name, "line": strconv.Itoa(line)})
		}
		b.keep(k)
	}
	return nil
}

func strict(source []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(source))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		return errors.New("more than one value")
	}
	return nil
}

// keep takes an entry. One that says the same as another is the same: two items of a list that are alike have one
// place, and what accepts the one accepts the other.
func (b *Baseline) keep(k *kept) {
	if b.kept[k.File] == nil {
		b.kept[k.File] = map[string][]*kept{}
	}
	same := func(other *kept) bool { return k.says() == other.says() }
	if list := b.kept[k.File][k.Place]; !slices.ContainsFunc(list, same) {
		b.kept[k.File][k.Place] = append(list, k)
	}
}

// said is what counts of an entry.
type said struct {
	file, place, outcome string
	measured             bool
	measure              Measure
}

func (k *kept) says() said {
	s := said{file: k.File, place: k.Place, outcome: k.Outcome, measured: k.Score != nil && k.Gap != nil}
	if s.measured {
		s.measure = Measure{Score: *k.Score, Gap: *k.Gap}
	}
	return s
}

// accept returns the acceptance of a finding that is no worse than it was, nil for any other; a
// recording baseline accepts what nothing else does.
func (b *Baseline) accept(path string, f *Finding) *Acceptance {
	if b == nil {
		return nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.recorded != nil {
		return b.record(path, f)
	}
	for _, k := range b.kept[path][f.Place] {
		if k.covers(f) {
			k.used = true
			return &Acceptance{By: InBaseline}
		}
	}
	return nil
}

// covers tells whether a finding is the one that was kept, or a better one.
func (k *kept) covers(f *Finding) bool {
	if k.Score == nil || k.Gap == nil || f.Measure == nil {
		return k.Outcome == f.Outcome
	}
	return !f.Measure.worse(&Measure{Score: *k.Score, Gap: *k.Gap})
}

func (b *Baseline) record(path string, f *Finding) *Acceptance {
	if f.Waived != nil {
		return nil
	}
	k := &kept{Rule: f.Rule, File: path, Pointer: f.Pointer, Place: f.Place, Outcome: f.Outcome}
	if f.Measure != nil {
		k.Score, k.Gap = &f.Measure.Score, &f.Measure.Gap
	}
	b.recorded[path] = append(b.recorded[path], k)
	return &Acceptance{By: InBaseline}
}

// Keep takes over, from an earlier baseline, the findings that this run did not look for: of files that were
// not assessed, and of rules that are switched off.
func (b *Baseline) Keep(earlier *Baseline, lookedAt func(rule, path string) bool) {
	for path, places := range earlier.kept {
		for _, list := range places {
			for _, k := range list {
				if !lookedAt(k.Rule, path) {
					b.recorded[path] = append(b.recorded[path], k)
				}
			}
		}
	}
}

// Write writes what was recorded, a finding a line in the order of files, rules and places, so that
// two baselines can be compared line by line.
func (b *Baseline) Write(w io.Writer) (findings int, err error) {
	var all []*kept
	seen := map[said]bool{}
	for _, path := range slices.Sorted(maps.Keys(b.recorded)) {
		for _, k := range b.recorded[path] {
			if !seen[k.says()] {
				seen[k.says()] = true
				all = append(all, k)
			}
		}
	}
	slices.SortStableFunc(all, func(x, y *kept) int {
		return slices.Compare(
			[]string{x.File, x.Rule, x.Pointer, x.Outcome, x.Place},
			[]string{y.File, y.Rule, y.Pointer, y.Outcome, y.Place},
		)
	})
	var buf bytes.Buffer
	fmt.Fprintf(&buf, "{\n  \"baseline\": %d,\n  \"as_of\": %q,\n  \"findings\": [", baselineFormat, b.asOf)
	for i, k := range all {
		line, err := json.Marshal(k)
		if err != nil {
			return 0, fmt.Errorf("write baseline: %w", err)
		}
		if i > 0 {
			buf.WriteByte(',')
		}
		buf.WriteString("\n    ")
		buf.Write(line)
	}
	buf.WriteString("\n  ]\n}\n")
	_, err = w.Write(buf.Bytes())
	return len(all), err
}

// unusedEntries reports, once a file of this run, the entries that accept nothing any more.
func (a *Acceptances) unusedEntries() []Finding {
	if a.baseline.recorded != nil {
		return nil
	}
	out := newReporter(a.baseline.document, a.baseline.path)
	a.report(&out, "waiver/unused")
	for _, path := range slices.Sorted(maps.Keys(a.baseline.kept)) {
		unused := a.unusedIn(path)
		if len(unused) == 0 {
			continue
		}
		var rules []string
		for _, k := range unused {
			rules = append(rules, k.Rule)
		}
		slices.Sort(rules)
		at := document.Position{Line: unused[0].line, Column: 1}
		m := say("waiver/unused.baseline", messages.Args{
			"file": path, "rules": slices.Compact(rules), "count": len(unused),
		})
		out.on(document.Span{Start: at, End: at}, path, m.Code, m)
	}
	return out.findings
}

// unusedIn lists the unused entries of one file, in the order of their lines.
func (a *Acceptances) unusedIn(path string) []*kept {
	var unused []*kept
	for _, list := range a.baseline.kept[path] {
		for _, k := range list {
			if !k.used && a.judgeable(k.Rule, path) {
				unused = append(unused, k)
			}
		}
	}
	slices.SortFunc(unused, func(x, y *kept) int { return cmp.Compare(x.line, y.line) })
	return unused
}
