// The official schemas of the formats for machines, and what validates with them. They are tests' business alone, so
// they are pinned here and none of their dependencies reaches the program's go.mod.
//
// gosec and kubeconform are here for a file each holds, and no package of theirs is imported: `go mod tidy` would
// throw them out.
module github.com/eifcheck/eifcheck/internal/formats

go 1.26.0

require (
	// report/sarif/testdata/sarif-schema-2.1.0.json: the schema of the standard, as OASIS publishes it.
	github.com/securego/gosec/v2 v2.29.0
	// fixtures/junit.xsd: the schema of Jenkins.
	github.com/yannh/kubeconform v0.8.0
	github.com/santhosh-tekuri/jsonschema/v5 v5.3.1
)
