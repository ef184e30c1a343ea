package html

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// words says what a page says, in its language.
type words struct {
	wording eifcheck.Wording
	// own is the language of the file's free text, decimals tells that averages have some.
	own      string
	decimals bool
}

// Say says an entry of the catalogue, for templates.
func (w *words) Say(code string) string { return w.wording.Say(code, nil) }

func (w *words) say(code string, args messages.Args) string { return w.wording.Say(code, args) }

// free is text of the file: shown as it is, in its own language and direction.
type free struct {
	Text string
	// Lang is "" where the text is in the language of the page.
	Lang string
}

// text chooses a text in the reader's language, else in the file's, else as there is.
func (w *words) text(t assessment.Text) free {
	if t.Empty() {
		return free{}
	}
	lang := w.own
	if len(t.Translations) > 0 {
		lang = t.Translations[0].Language
		for _, wanted := range []string{w.own, w.wording.Language()} {
			for _, tr := range t.Translations {
				if tr.Language == wanted {
					lang = wanted
				}
			}
		}
	}
	return free{Text: lines(t.In(w.wording.Language(), w.own)), Lang: w.foreign(lang)}
}

// word is a short text of the file. Names and codes belong to no language.
func word[S ~string](s S) free { return free{Text: lines(string(s))} }

// foreign is a language tag where it differs from that of the page, and is one.
func (w *words) foreign(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	if base == w.wording.Language() || len(base) < 2 || len(base) > 3 || len(tag) > 35 {
		return ""
	}
	for _, r := range tag {
		if r != '-' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') {
			return ""
		}
	}
	return tag
}

// lines makes text safe and keeps its line breaks.
func lines(s string) string {
	if !strings.ContainsAny(s, "\r\n") {
		return messages.CleanLine(s)
	}
	var kept []string
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			kept = append(kept, messages.CleanLine(line))
		}
	}
	return strings.Join(kept, "\n")
}

// address is a link of the file that a reader may follow: http or https with a host and nobody's password.
func address[S ~string](s S) string {
	u, err := url.Parse(string(s))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		return ""
	}
	return u.String()
}

// number prints an average.
func (w *words) number(h eif.Hundredths) string {
	if w.decimals {
		return h.Fixed()
	}
	return h.String()
}

// signed prints a gap, with the minus that typography has for it.
func (w *words) signed(h eif.Hundredths) string {
	text := strings.Replace(w.number(h), "-", "−", 1)
	if h > 0 {
		return "+" + text
	}
	return text
}

func year(y int) string { return strconv.Itoa(y) }

// subject names what was assessed.
func (w *words) subject(a *eifcheck.Assessment) string {
	args := messages.Args{"country": w.wording.Texts.Country(*a.Country), "year": year(*a.Year)}
	if a.Document.Subject == nil || a.Document.Subject.Name == "" {
		return w.say("text/subject.country", args)
	}
	args["subject"] = string(a.Document.Subject.Name)
	return w.say("text/subject", args)
}

// hasDecimals tells that some average has decimals: then all are shown with them.
func hasDecimals(a *eifcheck.Assessment) bool {
	for _, board := range a.Scoreboards {
		for i := range board.Areas {
			if average := board.Areas[i].Average; average != nil && *average%100 != 0 {
				return true
			}
		}
	}
	return false
}
