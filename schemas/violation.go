package schemas

import (
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// violation is one thing the library found, without its words: which keyword of which schema
// refused which value.
type violation struct {
	place
	// keyword is the refusing keyword, with the key that asks where there are several
	// ("dependentRequired/done").
	keyword string
	// schema is the part of the schema that holds the keyword.
	schema map[string]any
	// onKey tells that the key is refused, not the value.
	onKey bool
	// foreign tells that the schema is not that of assessment files.
	foreign bool
}

// violations takes the library's tree of errors apart. Groups (a reference, a condition, several
// errors of one value) only hold others; of a choice between forms the choice itself is reported,
// never what each form says against the value, because all but one of those are beside the point.
func violations(tree *jsonschema.ValidationError, raw map[string]any, f *finder) []violation {
	var list []violation
	var walk func(*jsonschema.ValidationError)
	walk = func(e *jsonschema.ValidationError) {
		v, ok := read(e, raw, f)
		if !ok || len(e.Causes) > 0 && v.keyword != "oneOf" && v.keyword != "anyOf" {
			for _, cause := range e.Causes {
				walk(cause)
			}
			return
		}
		list = append(list, v)
	}
	walk(tree)
	return list
}

// read finds out what an error is about. The absolute location is taken because the other one runs
// through references; the English text is never looked at.
func read(e *jsonschema.ValidationError, raw map[string]any, f *finder) (violation, bool) {
	_, fragment, _ := strings.Cut(e.AbsoluteKeywordLocation, "#")
	schema, keyword, onKey := lookUp(raw, fragment)
	if schema == nil {
		return violation{}, false
	}
	location := e.InstanceLocation
	if keyword == "dependentSchemas" { // the place is that of the key that may not be there
		location = location[:max(0, strings.LastIndexByte(location, '/'))]
	}
	at, ok := f.find(location)
	return violation{place: at, keyword: keyword, schema: schema, onKey: onKey}, ok
}

// lookUp follows a location in the schema as far as the keyword. It returns no schema where the
// location names a whole schema, as that of a group may.
func lookUp(raw map[string]any, fragment string) (schema map[string]any, keyword string, onKey bool) {
	tokens := strings.Split(strings.TrimPrefix(fragment, "/"), "/")
	var at any = raw
	for i, token := range tokens {
		key, _ := unescape(token)
		here, isMap := at.(map[string]any)
		switch {
		case isMap && here[key] == nil:
			return nil, "", false
		case isMap && key == "dependentRequired" && i == len(tokens)-3:
			asking, _ := unescape(tokens[i+1])
			return here, key + "/" + asking, onKey
		case isMap && key == "dependentSchemas" && i == len(tokens)-4:
			return here, key, onKey
		case isMap && i == len(tokens)-1:
			return here, key, onKey
		}
		onKey = key == "propertyNames"
		at = into(at, key)
	}
	return nil, "", false
}

func into(at any, key string) any {
	switch v := at.(type) {
	case map[string]any:
		return v[key]
	case []any:
		if i, err := strconv.Atoi(key); err == nil && i >= 0 && i < len(v) {
			return v[i]
		}
	}
	return nil
}
