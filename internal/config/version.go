package config

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/pattern"
)

// requirement is a version of eifcheck, or the oldest one, that a file asks for.
type requirement struct {
	least bool
	want  [3]int
}

// parseRequirement reads ">=1.2" or "1.2.3". What is left out is 0.
func parseRequirement(n *document.Node) (requirement, bool) {
	if n.Kind != document.String && n.Kind != document.Number {
		return requirement{}, false
	}
	text, least := strings.CutPrefix(strings.TrimSpace(n.Text), ">=")
	want, beta, ok := parseVersion(strings.TrimSpace(text))
	return requirement{least: least, want: want}, ok && !beta
}

// holds tells whether a version is one that the file asks for. A trial version comes before the
// version whose number it has.
func (r requirement) holds(version string) bool {
	have, beta, ok := parseVersion(version)
	if !ok {
		return false
	}
	order := cmp.Or(cmp.Compare(have[0], r.want[0]), cmp.Compare(have[1], r.want[1]), cmp.Compare(have[2], r.want[2]))
	if beta && order == 0 {
		order = -1
	}
	return order == 0 || r.least && order > 0
}

var (
	numbered = pattern.Lazy(`^v?([0-9]{1,6})(?:\.([0-9]{1,6}))?(?:\.([0-9]{1,6}))?(-[0-9A-Za-z.-]+)?$`)
	// pseudo is how Go calls a build of a commit that has no version.
	pseudo = pattern.Lazy(`[-.][0-9]{14}-[0-9a-f]{12}$`)
)

// parseVersion reads 1.2.3; beta tells that something such as -rc.1 follows.
func parseVersion(text string) (version [3]int, beta, ok bool) {
	parts := numbered().FindStringSubmatch(text)
	if parts == nil {
		return version, false, false
	}
	for i := range version {
		version[i], _ = strconv.Atoi(parts[i+1]) // at most six digits, or nothing
	}
	return version, parts[4] != "", true
}

// isDevelopment tells that nobody knows which version a build is: built from a commit, or from
// changed files.
func isDevelopment(version string) bool {
	if _, _, ok := parseVersion(version); !ok {
		return true
	}
	return pseudo().MatchString(version)
}
