package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// choice is a flag that takes one of a few words.
type choice struct {
	word    string
	allowed []string
}

// newChoice returns a choice that is word until set.
func newChoice(word string, allowed ...string) choice { return choice{word, allowed} }

// String returns the word chosen.
func (c *choice) String() string { return c.word }

// Type is what help shows in the place of the value.
func (c *choice) Type() string { return "word" }

// Set takes one of the allowed words.
func (c *choice) Set(word string) error {
	if !slices.Contains(c.allowed, word) {
		return fmt.Errorf("want %s%s", either(c.allowed), suggestion(word, c.allowed))
	}
	c.word = word
	return nil
}

// register adds the flag to a command, with completion.
func (c *choice) register(command *cobra.Command, name, usage string) {
	command.Flags().Var(c, name, usage+", `"+strings.Join(c.allowed, "|")+"`")
	complete := func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return c.allowed, cobra.ShellCompDirectiveNoFileComp
	}
	if err := command.RegisterFlagCompletionFunc(name, complete); err != nil {
		panic(err) // only for a flag that does not exist
	}
}
