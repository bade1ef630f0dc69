package main

import (
	"errors"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

const rootHelp = `sparkvet reads Spark settings where people write them (spark-defaults.conf, spark-submit lines in scripts,
HCL job files), works out what Spark will really do with them, and holds that against rules.

Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 the run could not be done as asked; 3 a defect of sparkvet.
Every flag has an environment variable: --fail-on is SPARKVET_FAIL_ON. A flag on the command line wins.`

// newRoot builds the command with all its sub-commands.
func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use: "sparkvet", Short: "Lint Apache Spark configuration", Long: rootHelp,
		SilenceErrors: true, SilenceUsage: true,
		Args: unknownCommand,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
		PersistentPreRunE: func(c *cobra.Command, _ []string) error {
			return readEnvironment(c, os.Environ())
		},
	}
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(newCheck(), newFix(), newFacts(), newExplain(), newRules(), newInput(), newVersion())
	root.InitDefaultCompletionCmd()
	root.InitDefaultHelpCmd()
	return root
}

// unknownCommand refuses words that are no sub-command.
func unknownCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if _, err := os.Stat(args[0]); err == nil {
		return unusable(c, "unknown command %q; did you mean \"sparkvet check %s\"?", args[0], args[0])
	}
	var names []string
	for _, sub := range c.Commands() {
		names = append(names, sub.Name())
	}
	return unusable(c, "unknown command %q%s", args[0], suggestion(args[0], names))
}

// flagError says what is wrong with a flag in words of our own.
func flagError(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() == "":
		var names []string
		c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
		name := "--" + unknown.GetSpecifiedName()
		return unusable(c, "unknown flag %s%s", name, suggestion(name, names))
	case errors.As(err, &invalid):
		return unusable(c, "--%s %q: %s", invalid.GetFlag().Name, invalid.GetValue(), reasonOf(invalid.Unwrap()))
	}
	return unusable(c, "%s", err)
}

// reasonOf is why a value is refused, without the words of Go's parsers.
func reasonOf(err error) string {
	var number *strconv.NumError
	if errors.As(err, &number) {
		if number.Func == "ParseBool" {
			return "want true or false"
		}
		return "want a whole number, 0 or more"
	}
	return strings.TrimSpace(err.Error())
}
