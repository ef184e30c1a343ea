package reports

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"unicode"
	"unicode/utf16"

	"github.com/eifcheck/eifcheck"
)

// errNotAssessed is a mistake of the caller: a file that could not be assessed has no document.
var errNotAssessed = errors.New("a file that was not assessed has no linked data")

// JSONLD says an assessment as linked data in the Commission's vocabularies, compact, on one line and without
// a line break at its end; docs/linked-data.md describes the graph. It can stand in a script element of a
// page: what could end the element is escaped. Sentences are English.
func JSONLD(a *eifcheck.Assessment, h eifcheck.Header) ([]byte, error) {
	w, _ := eifcheck.NewWording("en")
	return linkedData(a, h, w)
}

// jsonldDocument is the format jsonld of the command report.
func jsonldDocument() Document {
	return Document{
		Name: "jsonld", Extension: ".jsonld", About: "document/jsonld",
		Write: func(files Files, a *eifcheck.Assessment, o DocumentOptions) error {
			text, err := linkedData(a, o.Header, o.Wording)
			if err != nil {
				return err
			}
			out, err := files("")
			if err != nil {
				return err
			}
			_, err = out.Write(append(text, '\n'))
			return err
		},
	}
}

func linkedData(a *eifcheck.Assessment, h eifcheck.Header, w eifcheck.Wording) ([]byte, error) {
	if !a.Assessed {
		return nil, errNotAssessed
	}
	g := newGraph(a, h, w)
	graph, err := json.Marshal(g.nodes())
	if err != nil {
		return nil, fmt.Errorf("write linked data: %w", err)
	}
	var text bytes.Buffer
	prefixes := fmt.Sprintf(`{"@context":{"a":"urn:uuid:%s#","ec":%q,`, nameOf(graph), ownTerms)
	whole := prefixes + linkedDataContext + `},"@graph":` + string(graph) + "}"
	if err := json.Compact(&text, []byte(whole)); err != nil {
		return nil, fmt.Errorf("write linked data: %w", err)
	}
	return escapeUnseen(text.Bytes()), nil
}

// escapeUnseen writes characters that nobody sees, and that could turn the direction of what stands beside
// them, as JSON escapes: the text stays the same, and the source shows what it holds.
func escapeUnseen(text []byte) []byte {
	if !bytes.ContainsFunc(text, unseen) {
		return text
	}
	var b bytes.Buffer
	for _, r := range string(text) {
		switch {
		case !unseen(r):
			b.WriteRune(r)
		case r > 0xFFFF:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.Bytes()
}

func unseen(r rune) bool {
	return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp)
}

// nameOf names a graph after what it says, as a UUID of version 8 (RFC 9562): the same assessment always has
// the same name, and two that differ anywhere never mix when somebody puts them into one store.
func nameOf(graph []byte) string {
	sum := sha256.Sum256(graph)
	id := sum[:16]
	id[6] = id[6]&0x0f | 0x80
	id[8] = id[8]&0x3f | 0x80
	x := hex.EncodeToString(id)
	return x[:8] + "-" + x[8:12] + "-" + x[12:16] + "-" + x[16:20] + "-" + x[20:]
}
