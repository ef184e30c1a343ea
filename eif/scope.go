package eif

// scopeNames are the words of the file format, in the order of the constants.
func scopeNames() [4]string { return [4]string{"country", "region", "organisation", "service"} }

// String is the word of the file format: country, region, organisation, service.
func (s Scope) String() string {
	for i, name := range scopeNames() {
		if s == 1<<i {
			return name
		}
	}
	return ""
}

// ParseScope reads the word of the file format.
func ParseScope(word string) (Scope, bool) {
	for i, name := range scopeNames() {
		if word == name {
			return 1 << i, true
		}
	}
	return 0, false
}
