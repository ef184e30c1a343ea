package reports

import (
	"encoding/xml"
	"io"
)

// xmlElements writes a document of XML an element below its root at a time. The encoder escapes what has a meaning in
// XML, and replaces the characters that XML forbids.
type xmlElements struct {
	w io.Writer
	// name and attributes of the root; fixed text.
	name, attributes string
	begun            bool
}

func (x *xmlElements) begin() error {
	if x.begun {
		return nil
	}
	x.begun = true
	_, err := io.WriteString(x.w, xml.Header+"<"+x.name+x.attributes+">\n")
	return err
}

// element writes the next element below the root.
func (x *xmlElements) element(v any) error {
	if err := x.begin(); err != nil {
		return err
	}
	text, err := xml.MarshalIndent(v, indent, indent)
	if err != nil {
		return err
	}
	_, err = x.w.Write(append(text, '\n'))
	return err
}

// end ends the document.
func (x *xmlElements) end() error {
	if err := x.begin(); err != nil {
		return err
	}
	_, err := io.WriteString(x.w, "</"+x.name+">\n")
	return err
}
