package cmd

import (
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/schemas"
)

// variablePrefix begins the name of every variable that sets a flag.
const variablePrefix = "EIFCHECK_"

// variable is the environment variable that stands for a flag: fail-on is EIFCHECK_FAIL_ON.
func variable(flag string) string {
	return variablePrefix + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

// fromVariable are the values that the environment gives a flag: of a repeatable one with commas between.
func (a *app) fromVariable(flag *pflag.Flag) []string {
	written := a.env.Getenv(variable(flag.Name))
	if _, repeatable := flag.Value.(pflag.SliceValue); !repeatable {
		return []string{written}
	}
	var values []string
	for value := range strings.SplitSeq(written, ",") {
		if value = strings.TrimSpace(value); value != "" {
			values = append(values, value)
		}
	}
	return values
}

// checkVariables says what is wrong with the variables of commands, each variable once.
func (a *app) checkVariables(commands ...func() settable) []complaint {
	var list []complaint
	seen := map[string]bool{}
	for _, fresh := range commands {
		known := fresh()
		known.flags.VisitAll(func(flag *pflag.Flag) {
			set := known.has(flag.Name) != nil && a.env.Getenv(variable(flag.Name)) != ""
			if seen[flag.Name] || !set {
				return
			}
			s := fresh() // made for what is set alone: to make all flags anew for each of them is most of a start
			if s.check() != nil {
				return
			}
			if err := a.tryVariable(s, flag); err != nil {
				seen[flag.Name] = true
				list = append(list, complaint{message: renamed(err, variable(flag.Name))})
			}
		})
	}
	return append(list, a.strayVariables()...)
}

// tryVariable sets a flag as the environment says and lets the command read all its flags.
func (a *app) tryVariable(s settable, flag *pflag.Flag) error {
	for _, value := range a.fromVariable(flag) {
		if s.flags.Set(flag.Name, value) != nil {
			return notUnderstood(flag, value)
		}
	}
	return s.check()
}

// strayVariables finds variables that look as if they should set a flag and set none. Names that are
// like no flag belong to somebody else, an installer for instance.
func (a *app) strayVariables() []complaint {
	if a.env.Environ == nil {
		return nil
	}
	var list []complaint
	for _, entry := range a.env.Environ() {
		name, value, _ := strings.Cut(entry, "=")
		if value != "" && strings.HasPrefix(name, variablePrefix) {
			list = append(list, a.stray(name)...)
		}
	}
	return list
}

func (a *app) stray(name string) []complaint {
	known := []string{"CONFIG", strings.TrimPrefix(browserVariable, variablePrefix)}
	for _, key := range a.keys() {
		known = append(known, strings.TrimPrefix(variable(key.Name), variablePrefix))
	}
	suffix := strings.TrimPrefix(name, variablePrefix)
	if slices.Contains(known, suffix) {
		return nil
	}
	for flag := range elsewhere() {
		if variable(flag) == name {
			args := messages.Args{"found": name, "flag": "--" + flag}
			return []complaint{{message: messages.New("config/variable.none", args)}}
		}
	}
	if near := schemas.Nearest(suffix, known); near != "" {
		return []complaint{{message: messages.New("config/variable.near", messages.Args{
			"found": name, "suggestion": variablePrefix + near,
		})}}
	}
	return nil
}
