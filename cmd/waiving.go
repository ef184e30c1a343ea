package cmd

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/rules"
)

// waivingFlags say which findings are accepted, as written.
type waivingFlags struct {
	waivers       string
	baseline      string
	writeBaseline bool
	noIgnores     bool
}

func (f *waivingFlags) register(c *cobra.Command, a *app) {
	flags := c.Flags()
	flags.StringVar(&f.waivers, "waivers", "", a.say("flag/waivers"))
	flags.StringVar(&f.baseline, "baseline", "", a.say("flag/baseline"))
	flags.BoolVar(&f.writeBaseline, "write-baseline", false, a.say("flag/write-baseline"))
	flags.BoolVar(&f.noIgnores, "no-ignores", false, a.say("flag/no-ignores"))
	_ = c.MarkFlagFilename("waivers", "yaml", "yml", "json")
	_ = c.MarkFlagFilename("baseline", "json")
}

// waiving is what accepts findings in one run.
type waiving struct {
	flags waivingFlags
	// recording is the baseline being made, nil without one, and earlier the one it replaces.
	recording, earlier *rules.Baseline
	// assessed are the files whose findings are in the recording, by path.
	assessed map[string]bool
	// off are the rules that do not run.
	off []string
}

// waive reads the waiver file and the baseline. A mistake in either ends the run: to go on without
// them would be another run than the one asked for.
func (a *app) waive(ctx context.Context, f waivingFlags, o *eifcheck.Options) (*waiving, error) {
	w := &waiving{flags: f, assessed: map[string]bool{}, off: o.Settings.RulesOff}
	switch {
	case f.writeBaseline && f.baseline == "":
		return nil, usage("cmd/usage.write-baseline", nil)
	case f.writeBaseline && f.noIgnores:
		return nil, usage("cmd/usage.no-ignores", nil)
	}
	o.Settings.IgnoresOff = f.noIgnores
	if f.noIgnores {
		return w, nil
	}
	var err error
	if o.Waivers, err = a.readWaivers(ctx, f.waivers); err != nil {
		return nil, err
	}
	o.Baseline, err = a.readBaseline(f.baseline, f.writeBaseline)
	if err == nil && f.writeBaseline {
		w.earlier, w.recording = o.Baseline, rules.NewBaseline(o.AsOf)
		o.Baseline = w.recording
	}
	return w, err
}

// readWaivers reads a waiver file, and says everything that is wrong with its form.
func (a *app) readWaivers(ctx context.Context, path string) (*rules.Waivers, error) {
	if path == "" {
		return nil, nil //nolint:nilnil // no file, no waivers
	}
	d := document.Read(ctx, path)
	waivers, problems := rules.ReadWaivers(d, a.inRepository(path))
	for _, p := range problems {
		a.complainAt(d.Name, p)
	}
	if len(problems) > 0 {
		return nil, silent(eifcheck.ExitUsage)
	}
	return waivers, nil
}

// readBaseline reads a baseline. One that is about to be written need not be there yet.
func (a *app) readBaseline(path string, write bool) (*rules.Baseline, error) {
	if path == "" {
		return nil, nil //nolint:nilnil // no file, no baseline
	}
	file, err := os.Open(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && write:
		return nil, nil //nolint:nilnil // the first one
	case errors.Is(err, fs.ErrNotExist):
		return nil, usage("cmd/usage.baseline-missing", messages.Args{"file": path})
	case err != nil:
		return nil, usage("baseline/unreadable", messages.Args{"file": path, "why": err.Error()})
	}
	defer file.Close()
	baseline, refused := rules.ReadBaseline(path, a.inRepository(path), file)
	if refused != nil {
		return nil, usage(refused.Code, refused.Args)
	}
	return baseline, nil
}

// files are the files that no report may replace.
func (w *waiving) files() []string {
	var files []string
	for _, path := range []string{w.flags.waivers, w.flags.baseline} {
		if path != "" {
			files = append(files, path)
		}
	}
	return files
}

func (w *waiving) saw(result *eifcheck.Assessment) {
	if result.Assessed {
		w.assessed[result.Input.Path] = true
	}
}

// writeBaseline writes what was recorded, and what the earlier baseline says of files that were not
// assessed this time and of rules that are off.
func (a *app) writeBaseline(w *waiving) error {
	if w.recording == nil {
		return nil
	}
	if w.earlier != nil {
		w.recording.Keep(w.earlier, func(rule, path string) bool {
			return w.assessed[path] && !slices.Contains(w.off, rule)
		})
	}
	out, err := a.open(w.flags.baseline)
	if err != nil {
		return err
	}
	count, err := w.recording.Write(out)
	if err = out.finish(err); err != nil {
		return err
	}
	a.complain("cmd/baseline.written", messages.Args{"count": count, "file": w.flags.baseline})
	return nil
}
