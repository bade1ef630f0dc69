package main

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/report"
)

func newRules() *cobra.Command {
	var b bundles
	var out outputs
	c := &cobra.Command{
		Use: "rules", Short: "List the rules", Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			rules, err := b.rules()
			if err != nil {
				return err
			}
			return out.write(c, func(w io.Writer, format string, s screen) error {
				if format == "json" {
					return report.RulesJSON(w, rules)
				}
				return report.RulesText(w, rules, s.color)
			})
		},
	}
	b.register(c)
	out.register(c, "text", "json")
	return c
}

// rules returns all rules: those of policies, and the findings of loaders.
func (b *bundles) rules() ([]*engine.Rule, error) {
	program, err := b.compile()
	if err != nil {
		return nil, err
	}
	return append(engine.LoadRules(), program.Rules...), nil
}
