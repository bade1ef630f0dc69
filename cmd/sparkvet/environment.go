package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// environmentPrefix begins the names of the variables that stand for flags.
const environmentPrefix = "SPARKVET_"

// variableOf is the environment variable of a flag.
func variableOf(flag string) string {
	return environmentPrefix + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

// readEnvironment gives flags that are not on the command line the value of
// their variable. An empty variable is as good as none. A variable that stands
// for no flag of any command is a mistake worth saying.
func readEnvironment(c *cobra.Command, environment []string) error {
	values := map[string]string{}
	for _, entry := range environment {
		name, value, _ := strings.Cut(entry, "=")
		if strings.HasPrefix(name, environmentPrefix) && value != "" {
			values[name] = value
		}
	}
	if len(values) == 0 {
		return nil
	}
	known := variables(c.Root())
	for name := range values {
		if !known[name] {
			return unusable(c, "%s stands for no flag%s", name, suggestion(name, keysOf(known)))
		}
	}
	var fault error
	c.Flags().VisitAll(func(f *pflag.Flag) {
		value, written := values[variableOf(f.Name)]
		if f.Changed || !written || fault != nil || f.Name == "help" {
			return
		}
		if err := set(f, value); err != nil {
			fault = unusable(c, "%s %q: %s", variableOf(f.Name), value, reasonOf(err))
		}
	})
	return fault
}

// set gives a flag the value of a variable; one that may be repeated takes a
// value from each line.
func set(f *pflag.Flag, value string) error {
	lines := []string{value}
	if _, repeated := f.Value.(pflag.SliceValue); repeated {
		lines = strings.Split(strings.TrimRight(value, "\n"), "\n")
	}
	for _, line := range lines {
		if err := f.Value.Set(line); err != nil {
			return fmt.Errorf("%w", err)
		}
	}
	f.Changed = true
	return nil
}

// variables returns the names that stand for some flag of some command.
func variables(c *cobra.Command) map[string]bool {
	known := map[string]bool{}
	c.Flags().VisitAll(func(f *pflag.Flag) { known[variableOf(f.Name)] = true })
	for _, sub := range c.Commands() {
		for name := range variables(sub) {
			known[name] = true
		}
	}
	return known
}
