package html

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"slices"
	"strings"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// Logo is a picture of the organisation's own, checked. The zero value is none.
type Logo struct {
	// address holds the whole picture: data:image/png;base64,…
	address string
}

const (
	// maxLogo is the size of a logo in bytes, maxSide its width and height in pixels.
	maxLogo = 200 << 10
	maxSide = 8000
)

// ReadLogo checks a picture: a PNG that can be decoded, or an SVG that only draws. What is wrong comes back
// as a message whose argument "path" the caller adds.
func ReadLogo(picture []byte) (Logo, *messages.Message) {
	if len(picture) > maxLogo {
		return Logo{}, problem("html/logo.large", messages.Args{"limit": maxLogo >> 10})
	}
	if bytes.HasPrefix(picture, []byte("\x89PNG\r\n\x1a\n")) {
		return readPNG(picture)
	}
	found, err := onlyDraws(picture)
	switch {
	case err != nil:
		return Logo{}, problem("html/logo.kind", messages.Args{})
	case found != "":
		return Logo{}, problem("html/logo.active", messages.Args{"found": found})
	}
	return Logo{address: "data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(picture)}, nil
}

// readPNG decodes a picture, after looking at its size: a small file can be a huge picture.
func readPNG(picture []byte) (Logo, *messages.Message) {
	config, err := png.DecodeConfig(bytes.NewReader(picture))
	if err == nil && config.Width <= maxSide && config.Height <= maxSide && config.Width*config.Height <= 4_000_000 {
		_, err = png.Decode(bytes.NewReader(picture))
	} else if err == nil {
		return Logo{}, problem("html/logo.pixels", messages.Args{"limit": 4})
	}
	if err != nil {
		return Logo{}, problem("html/logo.kind", messages.Args{})
	}
	return Logo{address: "data:image/png;base64," + base64.StdEncoding.EncodeToString(picture)}, nil
}

const namespaceSVG = "http://www.w3.org/2000/svg"

// drawing are the elements that only draw.
func drawing() []string {
	return []string{
		"svg", "g", "defs", "symbol", "use", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline",
		"polygon", "text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "style",
		"metadata", "switch", "marker",
	}
}

// errNoSVG is a file that is not an SVG at all.
var errNoSVG = errors.New("not an SVG")

// onlyDraws names what an SVG does besides drawing, "" for nothing.
func onlyDraws(picture []byte) (found string, err error) {
	decoder := xml.NewDecoder(bytes.NewReader(picture))
	seen, styled := false, false
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) && seen {
			return "", nil
		}
		if err != nil {
			return "", errNoSVG
		}
		if element, ok := token.(xml.StartElement); ok && !seen {
			if seen = isSVG(element); !seen {
				return "", errNoSVG
			}
		}
		if found := besides(token, styled); found != "" {
			return found, nil
		}
		styled = inStyle(token, styled)
	}
}

// inStyle tells whether what follows a part of an SVG stands in a style sheet.
func inStyle(token xml.Token, before bool) bool {
	switch token := token.(type) {
	case xml.StartElement:
		return token.Name.Local == "style"
	case xml.EndElement:
		return false
	}
	return before
}

func isSVG(element xml.StartElement) bool {
	return element.Name == xml.Name{Space: namespaceSVG, Local: "svg"}
}

// besides names what a part of an SVG does besides drawing; styled tells that it stands in a style sheet.
func besides(token xml.Token, styled bool) string {
	switch token := token.(type) {
	case xml.StartElement:
		return active(token)
	case xml.CharData:
		if styled {
			return loads(string(token))
		}
	case xml.Directive:
		return "<!" + string(token[:min(len(token), 10)])
	case xml.ProcInst:
		if token.Target != "xml" {
			return "<?" + token.Target
		}
	}
	return ""
}

// active names what an element does besides drawing.
func active(element xml.StartElement) string {
	if element.Name.Space != namespaceSVG || !slices.Contains(drawing(), element.Name.Local) {
		return "<" + element.Name.Local + ">"
	}
	for _, attribute := range element.Attr {
		name := strings.ToLower(attribute.Name.Local)
		value := strings.ToLower(strings.TrimSpace(attribute.Value))
		switch {
		case strings.HasPrefix(name, "on"), name == "base" && attribute.Name.Space != "":
			return name
		case name == "href" && !strings.HasPrefix(value, "#"):
			return name
		case name == "xmlns" || attribute.Name.Space == "xmlns":
		case strings.Contains(value, "javascript:"), strings.Contains(value, "data:"):
			return name
		case fetches(value):
			return name
		}
	}
	return ""
}

// fetches tells that a value refers to something outside the picture.
func fetches(value string) bool {
	value = unescape(value)
	for _, at := range cssAddress.FindAllStringIndex(value, -1) {
		if !strings.HasPrefix(value[at[1]:], "#") {
			return true
		}
	}
	return cssLoads.MatchString(value)
}
