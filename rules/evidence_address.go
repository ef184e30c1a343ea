package rules

import (
	"net/url"
	"slices"
	"strings"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// address is one place of the file where a web address should stand.
type address struct{ text, pointer string }

// addresses lists those that are such, in the order of the file.
func addresses(s *Subject, such func(text string) bool) []address {
	type placed struct {
		address
		at document.Position
	}
	var list []placed
	add := func(written assessment.Word, pointer string) {
		if text := strings.TrimSpace(string(written)); written != "" && such(text) {
			list = append(list, placed{address{text, pointer}, s.Document.Locate(pointer).Nearest.Start})
		}
	}
	add(s.Assessment.Organisation.URL, "/organisation/url")
	for i := range s.Assessment.Sources {
		add(s.Assessment.Sources[i].URL, s.Assessment.Sources[i].Pointer+"/url")
	}
	eachEvidence(s, func(e *assessment.Evidence) { add(e.URL, e.Pointer+"/url") })
	slices.SortStableFunc(list, func(a, b placed) int { return a.at.Compare(b.at) })
	found := make([]address, len(list))
	for i := range list {
		found[i] = list[i].address
	}
	return found
}

// webAddress reads an absolute address of the web, nil for anything else.
func webAddress(text string) *url.URL {
	if strings.ContainsFunc(text, func(r rune) bool { return r <= ' ' || r == '\\' || r == '<' || r == '>' }) {
		return nil
	}
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil {
		return nil
	}
	return u
}

// insecureURL: an address that anybody on the way can change. The same address in several places
// is said once, at the first.
func insecureURL(s *Subject, out *reporter) {
	places := map[string]int{}
	var first []address
	insecure := func(text string) bool {
		u := webAddress(text)
		return u != nil && u.Scheme == "http"
	}
	for _, a := range addresses(s, insecure) {
		if places[a.text]++; places[a.text] == 1 {
			first = append(first, a)
		}
	}
	for _, a := range first {
		args := messages.Args{"url": a.text, "count": places[a.text]}
		out.at(a.pointer, say("evidence/insecure-url", args), detail{
			outcome: a.text, help: []messages.Message{say("evidence/insecure-url.help", args)},
		})
	}
}

// notAURL: something else than an address that a reader can follow. It is never shown as a link.
func notAURL(s *Subject, out *reporter) {
	for _, a := range addresses(s, func(text string) bool { return webAddress(text) == nil }) {
		code, args := "evidence/not-a-url", messages.Args{"url": a.text}
		if whole := "https://" + a.text; likelyAddress(a.text) && webAddress(whole) != nil {
			code, args["suggestion"] = "evidence/not-a-url.scheme", whole
		}
		out.at(a.pointer, say(code, args), detail{
			outcome: a.text, help: []messages.Message{say(code+".help", args)},
		})
	}
}

// likelyAddress tells whether only the beginning of an address is missing: "www.example.org/page".
func likelyAddress(text string) bool {
	host, _, _ := strings.Cut(text, "/")
	dot := strings.LastIndexByte(host, '.')
	return dot > 0 && !strings.ContainsAny(host, ":@") && !strings.Contains(host, "..") &&
		len(host)-dot > 2 && strings.Trim(host[dot+1:], "abcdefghijklmnopqrstuvwxyz") == "" &&
		(strings.HasPrefix(host, "www.") || !isFileName(host[dot+1:]))
}

// isFileName tells whether an ending is that of a document on somebody's disk.
func isFileName(ending string) bool {
	endings := []string{"csv", "doc", "docx", "htm", "html", "ods", "odt", "pdf", "ppt", "pptx", "txt", "xls", "xlsx"}
	return slices.Contains(endings, ending)
}
