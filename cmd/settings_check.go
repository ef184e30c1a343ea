package cmd

import (
	"errors"
	"maps"
	"slices"

	"github.com/spf13/pflag"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/config"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// complaint is something wrong with the configuration or the environment, with its place in the file.
type complaint struct {
	file    string
	span    document.Span
	message messages.Message
}

// refuse prints complaints, each with what to write instead, and ends the command if there are any.
func (a *app) refuse(list []complaint) error {
	if len(list) == 0 {
		return nil
	}
	for _, c := range list {
		if c.file == "" {
			a.complainWithHelp(c.message.Code, c.message.Args)
		} else {
			a.complainAt(c.file, document.Problem{Message: c.message, Span: c.span})
		}
	}
	return silent(eifcheck.ExitUsage)
}

// checkFile says everything that is wrong with a configuration file: with its form, and with each
// value as the flag of its name would read it.
func (a *app) checkFile(file *config.File) []complaint {
	var list []complaint
	for _, p := range file.Problems {
		list = append(list, complaint{file: file.Path, span: p.Span, message: p.Message})
	}
	before, commands := len(list), a.sound()
	for i := range file.Entries {
		list = append(list, a.checkEntry(commands, file, &file.Entries[i])...)
	}
	if len(list) == before {
		list = append(list, a.checkTogether(commands, file)...)
	}
	slices.SortStableFunc(list, func(x, y complaint) int { return x.span.Start.Compare(y.span.Start) })
	return list
}

// sound are the commands that take their own defaults. A mistake that is there without the file, in
// SOURCE_DATE_EPOCH for instance, is said by the run and blames no line of the file.
func (a *app) sound() []func() settable {
	var commands []func() settable
	for _, fresh := range a.settables {
		if fresh().check() == nil {
			commands = append(commands, fresh)
		}
	}
	return commands
}

// checkEntry gives the values of a key to every command that knows it, until one refuses them.
func (a *app) checkEntry(commands []func() settable, file *config.File, entry *config.Entry) []complaint {
	for _, fresh := range commands {
		if fresh().has(entry.Key.Name) == nil {
			continue
		}
		if list := a.tryEntry(fresh, file, entry); len(list) > 0 {
			return list
		}
	}
	return nil
}

// tryEntry tries the values of a key on one command: each alone, so that each mistake has its place,
// then together.
func (a *app) tryEntry(fresh func() settable, file *config.File, entry *config.Entry) []complaint {
	var list []complaint
	for _, value := range entry.Values {
		if err := try(fresh(), file, entry, value); err != nil {
			list = append(list, complaint{file: file.Path, span: value.Span, message: a.ofKey(err, entry, value)})
		}
	}
	if len(list) > 0 || len(entry.Values) < 2 {
		return list
	}
	if err := try(fresh(), file, entry, entry.Values...); err != nil {
		message := a.ofKey(err, entry, config.Value{})
		list = append(list, complaint{file: file.Path, span: entry.Span, message: message})
	}
	return list
}

// try sets a flag as the file says and lets the command read all its flags.
func try(s settable, file *config.File, entry *config.Entry, list ...config.Value) error {
	flag := s.flags.Lookup(entry.Key.Name)
	for _, value := range list {
		if err := s.flags.Set(flag.Name, fromFileOf(file, flag, value.Text)); err != nil {
			return notUnderstood(flag, value.Text)
		}
	}
	return s.check()
}

// checkTogether sets all keys: what is right alone can contradict what stands above it.
func (a *app) checkTogether(commands []func() settable, file *config.File) []complaint {
	for _, fresh := range commands {
		s := fresh()
		fillFrom(s, file)
		if s.check() != nil {
			return a.contradiction(fresh(), file)
		}
	}
	return nil
}

// fillFrom sets every flag of a command as the file says.
func fillFrom(s settable, file *config.File) {
	for i := range file.Entries {
		if flag := s.has(file.Entries[i].Key.Name); flag != nil {
			setAll(s.flags, flag.Name, values(flag, file, &file.Entries[i]))
		}
	}
}

// contradiction finds the first key that does not go together with those above it.
func (a *app) contradiction(s settable, file *config.File) []complaint {
	for i := range file.Entries {
		entry := &file.Entries[i]
		if s.has(entry.Key.Name) == nil {
			continue
		}
		if err := try(s, file, entry, entry.Values...); err != nil {
			message := a.ofKey(err, entry, config.Value{})
			return []complaint{{file: file.Path, span: entry.Span, message: message}}
		}
	}
	return nil
}

// notUnderstood is a value that a flag cannot hold at all. In the file only a switch has such, and
// there its kind is checked before.
func notUnderstood(flag *pflag.Flag, found string) error {
	return usage("cmd/usage.switch", messages.Args{"flag": "--" + flag.Name, "found": found})
}

// ofKey words what a command says of a flag for the reader of a file.
func (a *app) ofKey(err error, entry *config.Entry, value config.Value) messages.Message {
	m := renamed(err, entry.Key.Name+":")
	if m.Args["found"] == value.Text && value.Text != "" {
		m.Args["found"] = value.Written
	}
	if code := m.Code + ".key"; a.wording.Has(code) {
		m.Code = code
	}
	return m
}

// renamed calls a flag by the name that its value was given under.
func renamed(err error, name string) messages.Message {
	f, ok := errors.AsType[failure](err)
	if !ok {
		return messages.New("cmd/failed", messages.Args{"detail": err.Error()})
	}
	args := messages.Args{}
	maps.Copy(args, f.message.Args)
	args["flag"] = name
	return messages.New(f.message.Code, args)
}
