package rules

// docsRoot is where the pages of the repository can be read.
const docsRoot = "https://github.com/eifcheck/eifcheck/blob/main/"

// DocsPath is the page about a rule, from the root of the repository. The rules of a family that
// differ in nothing but the id they are about share one.
func DocsPath(id string) string {
	if family := Family(id); alike(family) {
		return "docs/rules/" + family + ".md"
	}
	return "docs/rules/" + id + ".md"
}

// DocsURL is the address of that page, for formats that link a finding to its help.
func DocsURL(id string) string { return docsRoot + DocsPath(id) }

// alike tells whether the rules of a family differ in nothing but the id they are about.
func alike(family string) bool { return family == "eif" || family == "gap" }
