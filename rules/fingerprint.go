package rules

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck/internal/document"
)

// fingerprints identifies the findings of one document across runs: rule, file, place and outcome.
// Lines do not count, so that a finding stays the same when others are mended; an item of a list is
// named by a digest of what it holds, so that it stays the same when the list is reordered.
type fingerprints struct {
	document *document.Document
	// path is what the file is known by.
	path string
	// digests of list items, kept because many findings can stand in one list.
	digests map[*document.Node]string
}

func newFingerprints(d *document.Document, path string) fingerprints {
	return fingerprints{document: d, path: path, digests: map[*document.Node]string{}}
}

// of names a finding by its rule, its stable place and its outcome, and its place alone.
func (f fingerprints) of(rule, place, outcome string) (id, fingerprint string) {
	h := sha256.New()
	for _, part := range []string{rule, f.path, place} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	id = hex.EncodeToString(h.Sum(nil)[:16])
	h.Write([]byte(outcome))
	h.Write([]byte{0})
	return id, hex.EncodeToString(h.Sum(nil)[:16])
}

// stable replaces the index of each list item in a pointer by a digest of the item.
func (f fingerprints) stable(pointer string) string {
	if !strings.ContainsAny(pointer, "0123456789") {
		return pointer
	}
	parts := strings.Split(pointer, "/")
	at := ""
	for i := 1; i < len(parts); i++ {
		parent := f.document.Locate(at).Node
		at += "/" + parts[i]
		if parent == nil || parent.Kind != document.Sequence {
			continue
		}
		if item := f.document.Locate(at).Node; item != nil {
			parts[i] = f.digest(item)
		}
	}
	return strings.Join(parts, "/")
}

// digest names a value by what it holds. The digest of a list or a map is made of those of its
// parts, each made once, so that lists in lists cost no more than one pass over the file.
func (f fingerprints) digest(n *document.Node) string {
	if known, ok := f.digests[n]; ok {
		return known
	}
	h := sha256.New()
	h.Write(strconv.AppendQuote(strconv.AppendInt(nil, int64(n.Kind), 10), n.Text))
	for _, m := range n.Members {
		h.Write([]byte(strconv.Quote(m.Key) + f.digest(m.Value)))
	}
	for _, item := range n.Items {
		h.Write([]byte(f.digest(item)))
	}
	f.digests[n] = hex.EncodeToString(h.Sum(nil)[:8])
	return f.digests[n]
}
