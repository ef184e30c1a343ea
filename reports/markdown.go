package reports

import (
	"io"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/messages"
)

const (
	// markdownLimit is what GitHub takes as one comment, in characters; counted in bytes, it holds
	// whatever a character is there.
	markdownLimit = 65_536
	// markdownMarker is the first line of a comment. Whoever posts it finds their earlier one by it.
	markdownMarker = "<!-- eifcheck -->\n"
)

// markdownReport writes a comment for a pull request: verdict, what lags, what changed, findings to
// unfold. Files that failed stand first. It holds no more than fits: whole entries are left out, and
// the page says how many.
type markdownReport struct {
	markdownWords
	w      io.Writer
	marker string
	limit  int
	// rows of the table of files, failed and passed their sections, each kept as far as it can fit.
	rows, failed, passed pile
}

// pile holds pieces of a page, at most as many as can fit, and how many there were.
type pile struct {
	sections []section
	size     int
	count    int
}

func (p *pile) add(s section, limit int) {
	p.count++
	if size := s.size(); p.size+size <= limit {
		p.size += size
		p.sections = append(p.sections, s)
		return
	}
	p.size = limit // a later one that would fit is left out too: the page has one end
}

// section is the part of one file: what is always shown, and lists to unfold.
type section struct {
	head  string
	folds []fold
	// published tells that something in it is the European Commission's, scored that it has scores,
	// derived that some of them are calculated from answers.
	published, scored, derived bool
}

// fold is a list to unfold under a line that says what it is. Its count may be more than its entries.
type fold struct {
	title   string
	entries []string
	count   int
	// size of the entries in bytes.
	size int
}

func (s *section) size() int {
	n := len(s.head)
	for _, f := range s.folds {
		n += len(f.title)
		for _, entry := range f.entries {
			n += len(entry)
		}
	}
	return n
}

func newMarkdown(w io.Writer, o Options) Report {
	return newMarkdownPage(w, o, markdownMarker, markdownLimit)
}

// newMarkdownPage writes a page of at most limit bytes that begins with a marker.
func newMarkdownPage(w io.Writer, o Options, marker string, limit int) *markdownReport {
	return &markdownReport{markdownWords: newMarkdownWords(o), w: w, marker: marker, limit: limit}
}

// Assessment keeps the part of a file.
func (r *markdownReport) Assessment(a *eifcheck.Assessment) error {
	r.rows.add(section{head: r.row(a)}, r.limit)
	list := &r.failed
	if a.Gate.Passed {
		list = &r.passed
	}
	list.add(r.section(a, r.limit), r.limit)
	return nil
}

// Close puts the page together and writes it.
func (r *markdownReport) Close(c eifcheck.Closing) error {
	_, err := io.WriteString(r.w, r.page(c))
	return err
}

// page puts everything together. What every page has comes first, then as much of the rest as fits.
func (r *markdownReport) page(c eifcheck.Closing) string {
	sections := append(append([]section{}, r.failed.sections...), r.passed.sections...)
	single := c.Totals.Files == 1 && len(sections) == 1
	head := r.marker + r.verdict(c, single)
	foot := r.foot(sections)
	var b strings.Builder
	b.WriteString(head)
	room := max(0, r.limit-len(head)-len(foot)-roomForNotes)
	if c.Totals.Files > 1 {
		overview := r.overview(room / 3)
		room -= len(overview)
		b.WriteString(overview)
	}
	run := fold{title: r.say("markdown/run", nil)}
	for i := range c.Findings {
		run.add(r.finding(&c.Findings[i], c.Findings[i].Location.File), r.limit)
	}
	if run.count > 0 {
		text := r.unfold(run, room/3)
		room -= len(text)
		b.WriteString(text)
	}
	r.writeSections(&b, sections, room, r.failed.count+r.passed.count)
	b.WriteString(foot)
	return b.String()
}

// roomForNotes is kept for the sentences that say what was left out.
const roomForNotes = 1024

// writeSections writes as many files as fit, and shares what room is left among their lists.
func (r *markdownReport) writeSections(b *strings.Builder, sections []section, room, count int) {
	shown := 0
	for i := range sections {
		if len(sections[i].head) > room {
			break
		}
		room -= len(sections[i].head)
		shown++
	}
	for i := range sections[:shown] {
		s := &sections[i]
		b.WriteString(s.head)
		share := room / (shown - i)
		for j, f := range s.folds {
			text := r.unfold(f, share/(len(s.folds)-j))
			share -= len(text)
			room -= len(text)
			b.WriteString(text)
		}
	}
	if left := count - shown; left > 0 {
		b.WriteString("\n" + escapeMarkdown(r.say("markdown/left.files", messages.Args{"count": left})) + "\n")
	}
}

// overview is a table with a line for each file.
func (r *markdownReport) overview(room int) string {
	var b strings.Builder
	b.WriteString("\n" + r.tableHead("file", "verdict", "scored", "below", "errors", "warnings"))
	shown := 0
	for _, row := range r.rows.sections {
		if b.Len()+len(row.head) > room {
			break
		}
		b.WriteString(row.head)
		shown++
	}
	if left := r.rows.count - shown; left > 0 {
		b.WriteString("\n" + escapeMarkdown(r.say("markdown/left.rows", messages.Args{"count": left})) + "\n")
	}
	return b.String()
}

// foldWrapping is what unfold writes around the entries of a list, besides its title and what is left out.
const foldWrapping = 300

// unfold writes a list that is shut until it is asked for; entries that do not fit are counted.
func (r *markdownReport) unfold(f fold, room int) string {
	if f.count == 0 || room < foldWrapping+len(f.title) {
		return ""
	}
	var b strings.Builder
	// A title is HTML, not Markdown: it is made of the catalogue and of numbers alone.
	b.WriteString("\n<details>\n<summary>" + f.title + "</summary>\n\n")
	shown := 0
	for _, entry := range f.entries {
		if b.Len()+len(entry)+foldWrapping > room {
			break
		}
		b.WriteString(entry)
		shown++
	}
	if left := f.count - shown; left > 0 {
		b.WriteString("\n" + escapeMarkdown(r.say("markdown/left.entries", messages.Args{"count": left})) + "\n")
	}
	b.WriteString("\n</details>\n")
	return b.String()
}

// add keeps an entry while there is room for it at all.
func (f *fold) add(entry string, limit int) {
	f.count++
	if f.size+len(entry) > limit {
		f.size = limit // a later one that would fit is left out too: the list has one end
		return
	}
	f.size += len(entry)
	f.entries = append(f.entries, entry)
}
