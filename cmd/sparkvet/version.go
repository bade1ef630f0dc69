package main

import (
	"io"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/sparkvet/sparkvet/conf/catalog"
	"github.com/sparkvet/sparkvet/report"
)

// version of sparkvet.
const version = "0.1.0"

func newVersion() *cobra.Command {
	var o outputs
	c := &cobra.Command{
		Use: "version", Short: "Show the version, and the Spark releases it knows", Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			v := report.Version{Version: version, Revision: revision(), Go: runtime.Version(), SparkReleases: catalog.Releases()}
			return o.write(c, func(w io.Writer, format string, _ screen) error {
				if format == "json" {
					return v.JSON(w)
				}
				return v.Text(w)
			})
		},
	}
	o.register(c, "text", "json")
	return c
}

// revision is the commit that the command was built from; empty when it is not
// known.
func revision() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return s.Value
		}
	}
	return ""
}

func noArguments(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return unusable(c, "%s takes no arguments, got %q", c.Name(), args[0])
	}
	return nil
}

// needs asks for a first argument, by what it is.
func needs(what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return unusable(c, "%s needs %s", c.Name(), what)
		}
		return nil
	}
}
