package cmd

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/reports"
)

// reportFlags are the flags of report: those of assess that say how to read, and what the document is.
type reportFlags struct {
	assessFlags

	document string
	history  []string
	compare  []string
	theme    string
	logo     string
}

func newReportCommand(a *app) *cobra.Command {
	f := newReportFlags()
	c := &cobra.Command{
		Use: "report FILE...", Short: a.say("cmd/report.short"), Long: a.say("cmd/report.long"),
		Example: a.say("cmd/report.example"), Args: someArguments,
		RunE: func(c *cobra.Command, args []string) error { return a.report(c.Context(), f, args) },
	}
	f.register(c, a)
	a.configurable(c, a.reportSettable)
	return c
}

func newReportFlags() *reportFlags {
	return &reportFlags{assessFlags: assessFlags{failOn: "never", color: "never"}}
}

func (f *reportFlags) register(c *cobra.Command, a *app) {
	flags := c.Flags()
	flags.StringVarP(&f.document, "format", "f", "",
		a.wording.Say("flag/document", messages.Args{"allowed": strings.Join(documentNames(), ", ")}))
	flags.StringVarP(&f.output, "output", "o", "", a.say("flag/output.report"))
	flags.StringArrayVar(&f.history, "history", nil, a.say("flag/history"))
	flags.StringSliceVar(&f.compare, "compare", nil, a.say("flag/compare"))
	flags.StringVar(&f.theme, "theme", "", a.say("flag/theme"))
	flags.StringVar(&f.logo, "logo", "", a.say("flag/logo"))
	flags.StringVar(&f.waiving.waivers, "waivers", "", a.say("flag/waivers"))
	flags.StringVar(&f.waiving.baseline, "baseline", "", a.say("flag/baseline"))
	flags.BoolVar(&f.waiving.noIgnores, "no-ignores", false, a.say("flag/no-ignores"))
	flags.StringVar(&f.lang, "lang", "en", a.say("flag/lang"))
	flags.StringVar(&f.today, "today", "", a.say("flag/today"))
	flags.StringVar(&f.stdinFilename, "stdin-filename", "-", a.say("flag/stdin-filename"))
	f.rules.register(c, a)
	_ = c.MarkFlagFilename("waivers", "yaml", "yml", "json")
	_ = c.MarkFlagFilename("baseline", "json")
	_ = c.MarkFlagFilename("history", "yaml", "yml", "json")
	_ = c.MarkFlagFilename("theme", "css")
	_ = c.MarkFlagFilename("logo", "png", "svg")
	complete(c, "format", documentNames())
}

// reportSettable is report as the configuration sees it. Its format is another one than that of assess.
func (a *app) reportSettable() settable {
	f, c := newReportFlags(), &cobra.Command{}
	f.register(c, a)
	return settable{flags: c.Flags(), own: []string{"format"}, check: func() error {
		_, err := a.reportOptions(f)
		return err
	}}
}

func documentNames() []string {
	var names []string
	for _, d := range reports.Documents() {
		names = append(names, d.Name)
	}
	return names
}

// chosen is the document asked for: by its name, else by the ending of the file, else the first.
func (f *reportFlags) chosen() (reports.Document, error) {
	all := reports.Documents()
	if f.document != "" {
		if i := slices.IndexFunc(all, func(d reports.Document) bool { return d.Name == f.document }); i >= 0 {
			return all[i], nil
		}
		return reports.Document{}, usage("cmd/usage.format", messages.Args{
			"found": f.document, "allowed": documentNames(),
		})
	}
	if filepath.Ext(f.output) == "" || isFolder(f.output) {
		return all[0], nil
	}
	// The longest ending counts: .factsheet.md is one of its own beside .md.
	found, name := -1, strings.ToLower(filepath.Base(f.output))
	for i, d := range all {
		if strings.HasSuffix(name, d.Extension) && (found < 0 || len(d.Extension) > len(all[found].Extension)) {
			found = i
		}
	}
	if found >= 0 {
		return all[found], nil
	}
	return reports.Document{}, usage("cmd/usage.ending", messages.Args{"path": f.output, "allowed": documentNames()})
}

// isFolder tells that an output is a folder: it is there as one, or written with a slash at its end.
func isFolder(path string) bool {
	info, err := os.Stat(path)
	separator := string(filepath.Separator)
	return err == nil && info.IsDir() || strings.HasSuffix(path, "/") || strings.HasSuffix(path, separator)
}

func (a *app) reportOptions(f *reportFlags) (eifcheck.Options, error) {
	o, err := a.assessOptions(&f.assessFlags)
	if err != nil {
		return o, err
	}
	o.Beside = eifcheck.Beside{History: true, Earlier: f.history}
	for _, word := range f.compare {
		country := eif.CanonicalCountry(strings.ToUpper(strings.TrimSpace(word)))
		if eif.CountryByCode(country) == nil {
			return o, usage("cmd/usage.compare", messages.Args{"flag": "--compare", "found": word})
		}
		o.Beside.Peers = append(o.Beside.Peers, country)
	}
	return o, nil
}

// report writes a document for each file. It judges nothing: a country with gaps has a report, and only
// a file that cannot be assessed has none.
func (a *app) report(ctx context.Context, f *reportFlags, args []string) error {
	document, err := f.chosen()
	if err != nil {
		return err
	}
	o, err := a.reportOptions(f)
	if err != nil {
		return err
	}
	waiving, err := a.waive(ctx, f.waiving, &o)
	if err != nil {
		return err
	}
	found := a.files(args)
	if len(found.Files) == 0 {
		return silent(eifcheck.ExitUsage)
	}
	kept := slices.Concat(waiving.files(), a.settings.files(), f.history, found.Files)
	w, err := a.newDocuments(f, document, o, found.Files, kept)
	if err != nil {
		return err
	}
	w.options.Print = a.printer(ctx)
	code := eifcheck.ExitPass
	if len(found.Problems) > 0 {
		code = eifcheck.ExitUsage
	}
	watch := a.newProgress(len(found.Files), false, false)
	closing, err := eifcheck.Assess(ctx, found.Files, o, func(result *eifcheck.Assessment) error {
		watch.next()
		if !result.Assessed {
			code = eifcheck.ExitUsage
			return a.sayNotAssessed(o, result)
		}
		return w.write(result)
	})
	watch.close()
	if earlier, ok := errors.AsType[eifcheck.EarlierError](err); ok {
		for _, p := range earlier.Problems {
			a.complainAt(earlier.File, p)
		}
		return silent(eifcheck.ExitUsage)
	}
	if err != nil {
		return err
	}
	return silent(max(code, waiverCode(closing)))
}

// waiverCode is the exit code for what is wrong with the waiver file: a report that silently left a
// finding out would be worse than none.
func waiverCode(closing eifcheck.Closing) int {
	for i := range closing.Findings {
		if closing.Findings[i].Severity == "error" {
			return eifcheck.ExitGate
		}
	}
	return eifcheck.ExitPass
}

// sayNotAssessed says on standard error what is wrong with a file that has no document.
func (a *app) sayNotAssessed(o eifcheck.Options, result *eifcheck.Assessment) error {
	format, _ := reports.Find("text")
	lines := format.New(a.env.Stderr, reports.Options{Header: o.Header(), Wording: o.Wording, Quiet: true})
	return lines.Assessment(result)
}

// documents writes the documents of a run to where they belong.
type documents struct {
	app      *app
	document reports.Document
	options  reports.DocumentOptions
	// folder holds a document a file; "" for a single document at path, or on standard output.
	folder, path string
	kept         []string
}

// newDocuments finds out where the documents go. Several need a folder, and a name each.
func (a *app) newDocuments(
	f *reportFlags, d reports.Document, o eifcheck.Options, files, kept []string,
) (*documents, error) {
	look, err := readLook(f)
	if err != nil {
		return nil, err
	}
	look.Header, look.Wording = o.Header(), o.Wording
	w := &documents{app: a, document: d, kept: kept, options: look}
	switch {
	case isFolder(f.output):
		w.folder = f.output
		return w, w.distinctNames(files)
	case len(files) > 1:
		return nil, usage("cmd/usage.folder", messages.Args{"count": len(files)})
	case len(d.Parts) > 0 && (f.output == "" || f.output == "-"):
		return nil, usage("cmd/usage.parts", messages.Args{"format": d.Name, "ending": d.Extension})
	}
	w.path = f.output
	return w, nil
}

// distinctNames refuses two files whose documents would have one name.
func (w *documents) distinctNames(files []string) error {
	taken := map[string]string{}
	for _, file := range files {
		name := w.nameOf(file)
		if other, twice := taken[name]; twice {
			return usage("cmd/usage.same-name", messages.Args{"file": file, "other": other, "path": name})
		}
		taken[name] = file
	}
	return nil
}

// nameOf is where the document of a file goes.
func (w *documents) nameOf(file string) string {
	if w.folder == "" {
		return w.path
	}
	base := filepath.Base(file)
	return filepath.Join(w.folder, strings.TrimSuffix(base, filepath.Ext(base))+w.document.Extension)
}

// write writes the document of one assessment, all its files or none.
func (w *documents) write(result *eifcheck.Assessment) error {
	path := w.nameOf(result.Input.File)
	if w.folder != "" {
		if err := os.MkdirAll(w.folder, 0o755); err != nil {
			return cannotWrite(w.folder, err)
		}
	}
	var outputs []*output
	options := w.options
	options.File = filepath.Base(path)
	err := w.document.Write(func(part string) (io.Writer, error) {
		name := path
		if part != "" {
			name = strings.TrimSuffix(path, filepath.Ext(path)) + part
		}
		if err := distinct([]target{{path: name}}, w.kept); err != nil {
			return nil, err
		}
		out, err := w.app.open(name)
		if err != nil {
			return nil, err
		}
		outputs = append(outputs, out)
		return out, nil
	}, result, options)
	for _, out := range outputs {
		err = errors.Join(err, out.finish(err))
	}
	return err
}
