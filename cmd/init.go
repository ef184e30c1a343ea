package cmd

import (
	"context"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/forms"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/observatory"
	"github.com/eifcheck/eifcheck/schemas"
)

// initFlags are the flags of init, as written.
type initFlags struct {
	country   string
	year      string
	published bool
	from      string
	only      []string
	output    string
	force     bool
	minimal   bool
}

func newInitCommand(a *app) *cobra.Command {
	f := &initFlags{}
	c := &cobra.Command{
		Use: "init --country CODE --year YEAR", Short: a.say("cmd/init.short"), Long: a.say("cmd/init.long"),
		Example: a.say("cmd/init.example"), Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error { return a.init(c.Context(), f) },
	}
	flags := c.Flags()
	flags.StringVar(&f.country, "country", "", a.say("flag/country"))
	flags.StringVar(&f.year, "year", "", a.say("flag/year"))
	flags.BoolVar(&f.published, "published", false, a.say("flag/published"))
	flags.StringVar(&f.from, "from", "", a.say("flag/from"))
	flags.StringSliceVar(&f.only, "only", nil, a.say("flag/only"))
	flags.StringVarP(&f.output, "output", "o", "", a.say("flag/output"))
	flags.BoolVar(&f.minimal, "minimal", false, a.say("flag/minimal"))
	flags.BoolVar(&f.force, "force", false, a.say("flag/force"))
	return c
}

func (a *app) init(ctx context.Context, f *initFlags) error {
	form := forms.Form{Minimal: f.minimal, Catalogue: a.wording.Catalogue, Texts: a.wording.Texts}
	var err error
	if form.Country, err = a.initCountry(f.country); err != nil {
		return err
	}
	if form.Year, err = initYear(f.year); err != nil {
		return err
	}
	if form.Published, err = a.initPublished(f.published, form.Country, form.Year); err != nil {
		return err
	}
	if form.Previous, err = a.initPrevious(ctx, f.from, form.Country); err != nil {
		return err
	}
	if form.Only, err = initOnly(f.only); err != nil {
		return err
	}
	return a.writeForm(f, form.Write())
}

// writeForm never replaces a file that somebody may have filled in, unless told to.
func (a *app) writeForm(f *initFlags, form []byte) error {
	toFile := f.output != "" && f.output != "-"
	if info, err := os.Stat(f.output); toFile && err == nil && info.Mode().IsRegular() && !f.force {
		return usage("cmd/output.exists", messages.Args{"path": f.output})
	}
	if err := a.print(f.output, form); err != nil || !toFile {
		return err
	}
	a.complain("cmd/init.done", messages.Args{"path": f.output})
	return nil
}

func (a *app) initCountry(written string) (string, error) {
	if written == "" {
		return "", usage("cmd/init.country", nil)
	}
	code := eif.CanonicalCountry(strings.ToUpper(written))
	if eif.CountryByCode(code) != nil {
		return code, nil
	}
	if meant := schemas.LikelyCountry(written); meant != "" {
		return "", usage("cmd/init.country.near", messages.Args{"found": written, "suggestion": meant})
	}
	return "", usage("cmd/init.country.unknown", messages.Args{"found": written})
}

func initYear(written string) (int, error) {
	year, err := strconv.Atoi(written)
	switch {
	case written == "" || err != nil:
		return 0, usage("cmd/init.year", nil)
	case eif.MethodologyOf(year) == nil:
		return 0, usage("cmd/init.year.range", messages.Args{"found": written})
	case year > eif.LastYear:
		return 0, usage("cmd/init.year.late", messages.Args{"found": written})
	}
	return year, nil
}

// initPublished finds what was published, and says which years there are when that one is not.
func (a *app) initPublished(wanted bool, country string, year int) (*observatory.CountryYear, error) {
	if !wanted {
		return nil, nil //nolint:nilnil // nothing asked for, nothing wrong
	}
	if published, ok := observatory.Published(country, year); ok {
		return &published, nil
	}
	args := messages.Args{"country": a.wording.Texts.Country(country), "year": strconv.Itoa(year)}
	years := observatory.Years(country)
	if len(years) == 0 {
		return nil, usage("cmd/init.published.country", args)
	}
	words := make([]string, len(years))
	for i, year := range years {
		words[i] = strconv.Itoa(year)
	}
	args["years"] = words
	return nil, usage("cmd/init.published.none", args)
}

// initPrevious reads last year's file, which must be one that can be assessed.
func (a *app) initPrevious(ctx context.Context, path, country string) (*assessment.Assessment, error) {
	if path == "" {
		return nil, nil //nolint:nilnil // nothing asked for, nothing wrong
	}
	d := document.Read(ctx, path)
	if len(d.Source) == 0 && len(d.Problems) > 0 { // it could not be read at all
		return nil, usage(d.Problems[0].Message.Code, d.Problems[0].Message.Args)
	}
	if len(d.Problems) > 0 || len(schemas.Check(d)) > 0 {
		return nil, usage("cmd/init.from", messages.Args{"path": path})
	}
	previous := assessment.Decode(d.Root)
	if previous.Country != country {
		name := a.wording.Texts.Country
		return nil, usage("cmd/init.from.country", messages.Args{
			"path": path, "found": name(previous.Country), "country": name(country),
		})
	}
	return previous, nil
}

// initOnly reads ids of recommendations and areas.
func initOnly(words []string) ([]eif.RecommendationID, error) {
	var ids []eif.RecommendationID
	for _, word := range words {
		word = strings.ToUpper(strings.TrimSpace(word))
		if area := eif.AreaByID(eif.AreaID(word)); area != nil {
			ids = append(ids, area.Recommendations...)
			continue
		}
		if eif.RecommendationByID(eif.RecommendationID(word)) == nil {
			return nil, usage("cmd/init.only", messages.Args{"found": word})
		}
		ids = append(ids, eif.RecommendationID(word))
	}
	return ids, nil
}
