//go:build linux

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/observatory"
)

// realFile is the assessment that is measured: the longest of the real ones.
const realFile = "testdata/real/fr.yaml"

// startFigures are what assessing one file takes, from nothing to the exit.
type startFigures struct {
	Empty, Floor, Eifcheck, Conftest figures
	// Below are the areas that both eifcheck and conftest find below the EU average, NoData those without data.
	Below, NoData []string
}

// All are the programs in the page's order.
func (f startFigures) All() []figures { return []figures{f.Empty, f.Floor, f.Eifcheck, f.Conftest} }

func (b *bench) measureStart(ctx context.Context, rounds int) (startFigures, error) {
	conftest, err := b.conftestArgs()
	if err != nil {
		return startFigures{}, err
	}
	f, err := b.measure(ctx, rounds, []command{
		{name: "a Go program that does nothing", args: []string{b.empty}},
		{name: "the floor", args: []string{b.floor}},
		{name: "eifcheck", args: []string{b.eifcheck, "assess", realFile}},
		{name: "conftest", args: conftest},
	})
	if err != nil {
		return startFigures{}, err
	}
	figures := startFigures{Empty: f[0], Floor: f[1], Eifcheck: f[2], Conftest: f[3]}
	figures.Below, figures.NoData, err = b.agree(ctx, conftest)
	return figures, err
}

// conftestArgs writes the framework and the averages as the data that the policy looks things up in.
func (b *bench) conftestArgs() ([]string, error) {
	type area struct {
		Recommendations []eif.RecommendationID `json:"recommendations"`
	}
	areas := map[eif.AreaID]area{}
	averages := map[string]map[eif.AreaID]eif.Hundredths{}
	for _, year := range observatory.AverageYears() {
		averages[strconv.Itoa(year)] = map[eif.AreaID]eif.Hundredths{}
	}
	for _, a := range eif.Areas() {
		areas[a.ID] = area{a.Recommendations}
		for _, year := range observatory.AverageYears() {
			if average, ok := observatory.AverageOf(year, a.Scoreboard, a.ID); ok {
				averages[strconv.Itoa(year)][a.ID] = average.Value
			}
		}
	}
	var countries []string
	for _, country := range eif.Countries() {
		countries = append(countries, country.Code)
	}
	source, err := json.Marshal(map[string]any{"areas": areas, "averages": averages, "countries": countries})
	if err != nil {
		return nil, err
	}
	data := filepath.Join(b.directory, "data.json")
	return []string{
		b.conftest, "test", "--policy", "scripts/performance/policy", "--data", data, realFile,
	}, os.WriteFile(data, source, 0o644)
}

// agree makes sure that eifcheck and the policy do the same work: both have to find the same.
func (b *bench) agree(ctx context.Context, conftest []string) (below, noData []string, err error) {
	below, noData, err = b.eifcheckFinds(ctx)
	if err != nil {
		return nil, nil, err
	}
	policyBelow, policyNoData, err := policyFinds(ctx, conftest)
	if err != nil {
		return nil, nil, err
	}
	if !slices.Equal(below, policyBelow) || !slices.Equal(noData, policyNoData) {
		return nil, nil, fmt.Errorf("eifcheck finds %v below the average and %v without data, the policy %v and %v",
			below, noData, policyBelow, policyNoData)
	}
	return below, noData, nil
}

func (b *bench) eifcheckFinds(ctx context.Context) (below, noData []string, err error) {
	var result struct {
		Assessments []struct {
			Scoreboards []struct {
				Areas []struct{ ID, Status, Relation string }
			}
		}
	}
	if err := readJSON(ctx, &result, b.eifcheck, "assess", realFile, "-f", "json"); err != nil {
		return nil, nil, err
	}
	if len(result.Assessments) != 1 {
		return nil, nil, errors.New("eifcheck prints no assessment")
	}
	for _, board := range result.Assessments[0].Scoreboards {
		for _, area := range board.Areas {
			if area.Relation == "below" {
				below = append(below, area.ID)
			}
			if area.Status == "no_data" {
				noData = append(noData, area.ID)
			}
		}
	}
	slices.Sort(below)
	slices.Sort(noData)
	return below, noData, nil
}

func policyFinds(ctx context.Context, conftest []string) (below, noData []string, err error) {
	var result []struct {
		Warnings []struct{ Msg string }
	}
	if err := readJSON(ctx, &result, append(conftest, "--output", "json")...); err != nil {
		return nil, nil, err
	}
	for _, file := range result {
		for _, warning := range file.Warnings {
			if area, _, ok := strings.Cut(warning.Msg, " is below the EU average"); ok {
				below = append(below, area)
			}
			if area, ok := strings.CutSuffix(warning.Msg, " has no data"); ok {
				noData = append(noData, area)
			}
		}
	}
	slices.Sort(below)
	slices.Sort(noData)
	return below, noData, nil
}

// readJSON runs a program and decodes what it prints.
func readJSON(ctx context.Context, into any, args ...string) error {
	out, err := exec.CommandContext(ctx, args[0], args[1:]...).Output()
	if err != nil {
		return fmt.Errorf("%v: %w", args, err)
	}
	return json.Unmarshal(out, into)
}
