package document

import (
	"errors"

	"go.yaml.in/yaml/v4"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// explain puts what the library said about the first mistake in plain words.
func (d *Document) explain(err error) {
	var failure *yaml.LoadError
	if !errors.As(err, &failure) {
		d.report("input/syntax", messages.Args{"detail": err.Error()})
		return
	}
	d.report("input/syntax", messages.Args{"detail": failure.Message})
}
