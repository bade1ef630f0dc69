package main

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/sparkvet/sparkvet/report"
)

const inputHelp = `Input prints the document that policies see of a job, as JSON; of several jobs, one document after the other. Secrets
are masked.`

func newInput() *cobra.Command {
	var in inputs
	var out outputs
	c := &cobra.Command{
		Use: "input PATH…", Short: "Print the document that policies see", Long: inputHelp, Args: needs("a PATH"),
		RunE: func(c *cobra.Command, paths []string) error {
			loaded, err := in.load(c, paths)
			if err != nil {
				return err
			}
			err = out.write(c, func(w io.Writer, _ string, _ screen) error { return report.Input(w, loaded.Jobs) })
			if err != nil {
				return err
			}
			return complain(c, &in, &out, loaded, paths)
		},
	}
	in.register(c)
	out.register(c, "json")
	return c
}
