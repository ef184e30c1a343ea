package rules

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck/internal/document"
)

// Fingerprint identifies a finding across runs: rule, file, place and outcome. Lines do not count,
// so that a finding stays the same when others are mended; an item of a list is named by a digest
// of what it holds, so that it stays the same when the list is reordered.
func Fingerprint(d *document.Document, rule, pointer, outcome string) string {
	h := sha256.New()
	for _, part := range []string{rule, d.Name, stable(d, pointer), outcome} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// stable replaces the index of each list item in a pointer by a digest of the item.
func stable(d *document.Document, pointer string) string {
	if !strings.ContainsAny(pointer, "0123456789") {
		return pointer
	}
	parts := strings.Split(pointer, "/")
	at := ""
	for i := 1; i < len(parts); i++ {
		parent := d.Locate(at).Node
		at += "/" + parts[i]
		if parent == nil || parent.Kind != document.Sequence {
			continue
		}
		if item := d.Locate(at).Node; item != nil {
			parts[i] = digest(item)
		}
	}
	return strings.Join(parts, "/")
}

func digest(n *document.Node) string {
	var b strings.Builder
	write(&b, n)
	sum := sha256.Sum256([]byte(b.String()))
	return hex.EncodeToString(sum[:8])
}

// write puts a value into one unambiguous string.
func write(b *strings.Builder, n *document.Node) {
	b.WriteString(strconv.Itoa(int(n.Kind)))
	b.WriteString(strconv.Quote(n.Text))
	for _, m := range n.Members {
		b.WriteString(strconv.Quote(m.Key))
		write(b, m.Value)
	}
	for _, item := range n.Items {
		write(b, item)
	}
	b.WriteByte(';')
}
