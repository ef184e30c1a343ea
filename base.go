package eifcheck

import (
	"context"

	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// Base is the earlier version of a file.
type Base struct {
	// Document as read, under the name of what it is: "old.yaml", or a revision and a path,
	// "main:fr.yaml". Its problems say why there is nothing to compare with.
	Document *document.Document
	// Path is its name from the root of the repository.
	Path string
}

// The reasons why a file cannot be compared with its earlier version. They are mistakes of the command
// or of the earlier version, and never a pass.
const (
	baseUnreadable = "gate/base"
	baseCountry    = "gate/base.country"
)

// compare notes what changed since the earlier version, if there is one. It returns why nothing could
// be compared, nothing when all is well.
func (r run) compare(ctx context.Context, a *Assessment) []messages.Message {
	if r.Base == nil {
		return nil
	}
	base := r.Base(ctx, a.Input.File)
	if base == nil {
		return nil
	}
	earlier := base.assess(ctx, a.Input.File, r)
	switch {
	case !earlier.Assessed:
		first := earlier.Findings[0]
		args := messages.Args{"base": earlier.Input.File, "count": len(earlier.Findings)}
		return []messages.Message{messages.New(baseUnreadable, args), messages.New(first.Code, first.Args)}
	case *earlier.Country != *a.Country:
		return []messages.Message{messages.New(baseCountry, messages.Args{
			"base":   earlier.Input.File,
			"before": r.Wording.Texts.Country(*earlier.Country), "after": r.Wording.Texts.Country(*a.Country),
		})}
	}
	a.Changes = changesBetween(earlier, a, r.Wording)
	return nil
}

// assess assesses an earlier version as if it stood in the place of the file, because the fingerprints
// of findings hold their file; what it is called afterwards is what it is.
func (b *Base) assess(ctx context.Context, name string, r run) *Assessment {
	r.Base, r.WhatIf, r.Gate, r.acceptances = nil, nil, GateOptions{}, r.earlier
	d := *b.Document
	label := d.Name
	d.Name = name
	earlier := r.document(ctx, &d)
	earlier.Input.File, earlier.Input.Path = label, b.Path
	for i := range earlier.Findings {
		earlier.Findings[i].Location.File = label
	}
	return earlier
}

// regression fails on each area that fell by more than the limit or lost its score.
func (g *gateReasons) regression(c *Changes, limit *int) {
	if c == nil || limit == nil {
		return
	}
	for i := range c.Areas {
		area := &c.Areas[i]
		was, is := area.Before.low(), area.After.low()
		if area.national() == "" || !was.Known() {
			continue
		}
		args := messages.Args{
			"area": area.national(), "before": int(was), "after": int(is), "base": c.Base.File, "limit": *limit,
		}
		switch {
		case !is.Known():
			args["status"] = g.wording.Say("status."+string(area.After.Status), nil)
			g.add("gate/max-regression.lost", args)
		case int(was)-int(is) <= *limit:
		case area.After.Status == scoring.Partial:
			g.add("gate/max-regression.partial", args)
		default:
			g.add("gate/max-regression", args)
		}
	}
}
