package main

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/sparkvet/sparkvet/loader"
	"github.com/sparkvet/sparkvet/report"
	"github.com/sparkvet/sparkvet/source"
)

const factsHelp = `Facts shows each job as Spark would run it: the settings that count, where they stand and what they beat; what Spark
drops without a word; and every number that follows, with its formula. On a terminal it draws how an executor's
container divides.`

func newFacts() *cobra.Command {
	var in inputs
	var out outputs
	var verbose bool
	bar := newChoice("auto", "auto", "always", "never")
	c := &cobra.Command{
		Use: "facts [PATH…]", Short: "Show each job as Spark would run it", Long: factsHelp,
		RunE: func(c *cobra.Command, paths []string) error {
			loaded, err := in.load(c, paths)
			if err != nil {
				return err
			}
			err = out.write(c, func(w io.Writer, format string, s screen) error {
				if format == "json" {
					return report.FactsJSON(w, loaded.Jobs)
				}
				draw := bar.word == "always" || bar.word == "auto" && (s.terminal || s.color)
				return report.FactsText(w, loaded.Jobs, report.FactsOptions{Color: s.color, Bar: draw, Width: s.width, Verbose: verbose})
			})
			if err != nil {
				return err
			}
			return complain(c, &in, &out, loaded, paths)
		},
	}
	in.register(c)
	out.register(c, "text", "json")
	bar.register(c, "bar", "draw how an executor's container divides; auto draws on a terminal")
	c.Flags().BoolVarP(&verbose, "verbose", "v", false, "also the settings behind every fact")
	return c
}

// complain says on standard error what could not be read, for commands that do
// not report findings, and returns the run's outcome.
func complain(c *cobra.Command, in *inputs, out *outputs, loaded *loader.Result, paths []string) error {
	s := out.screen(c.ErrOrStderr())
	if err := report.DiagnosticsText(c.ErrOrStderr(), loaded.Diagnostics, loaded.Jobs, s.color); err != nil {
		return err
	}
	if err := in.found(loaded, paths); err != nil {
		return err
	}
	for _, d := range loaded.Diagnostics {
		if d.Severity == source.Error {
			return errFindings
		}
	}
	return nil
}
