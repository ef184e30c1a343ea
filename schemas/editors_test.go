package schemas_test

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/schemas"
)

var update = flag.Bool("update", false, "write assessment.schema.json anew")

func TestEditorsSchemaIsCurrent(t *testing.T) {
	t.Parallel()
	want, err := schemas.Editors(eif.English())
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("assessment.schema.json", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got, _ := schemas.Source(schemas.Assessment); !bytes.Equal(got, want) {
		t.Error("assessment.schema.json is not what the shape and the tables give: run go generate ./schemas")
	}
}

func TestEditorsIsAlwaysTheSame(t *testing.T) {
	t.Parallel()
	want, err := schemas.Editors(eif.English())
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		if got, _ := schemas.Editors(eif.English()); !bytes.Equal(got, want) {
			t.Fatal("two runs differ")
		}
	}
}
