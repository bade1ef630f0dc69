package engine

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/agext/levenshtein"
)

// The words that stand for a group of rules, in --select and --ignore.
const (
	// defaultRules are the rules that run when none is selected.
	defaultRules = "default"
	// adviceRules are those that run only when asked for.
	adviceRules = "advice"
	allRules    = "all"
)

// caseMark stands between a rule's id and one of its cases.
const caseMark = "#"

// choice is which rules a run asks, and which of their cases it wants to hear.
type choice struct {
	rules          []int
	selects, drops []string
}

// choose applies --select and --ignore. A name that chooses nothing is an
// error: a rule that is silently not run is worse than none.
func choose(rules []*Rule, o Options) (choice, error) {
	c := choice{selects: o.Select, drops: o.Ignore}
	if len(c.selects) == 0 {
		c.selects = []string{defaultRules}
	}
	for _, pattern := range append(append([]string{}, o.Select...), o.Ignore...) {
		if err := known(pattern, rules); err != nil {
			return choice{}, err
		}
	}
	for _, pattern := range o.Select {
		if err := chooses(pattern, rules); err != nil {
			return choice{}, err
		}
	}
	for i, r := range rules {
		if c.takes(r) {
			c.rules = append(c.rules, i)
		}
	}
	return c, nil
}

// takes reports whether a rule is asked.
func (c choice) takes(r *Rule) bool {
	for _, p := range c.selects {
		if rule, _, _ := strings.Cut(p, caseMark); selects(rule, r) {
			return !anyMatch(c.drops, r)
		}
	}
	return false
}

// takesCase reports whether one case of a rule that is asked is wanted; name is
// empty for a finding of a rule without cases.
func (c choice) takesCase(r *Rule, name string) bool {
	matches := func(pattern string, whole func(string, *Rule) bool) bool {
		rule, only, narrowed := strings.Cut(pattern, caseMark)
		return narrowed && rule == r.ID && only == name || !narrowed && whole(rule, r)
	}
	for _, p := range c.drops {
		if matches(p, groups) {
			return false
		}
	}
	for _, p := range c.selects {
		if matches(p, selects) {
			return true
		}
	}
	return false
}

// loader says whether a loader's finding is shown: text that cannot be read is
// not narrowed away by --select, only by --ignore.
func (c choice) loader(r *Rule) bool { return !anyMatch(c.drops, r) }

func anyMatch(patterns []string, r *Rule) bool {
	for _, p := range patterns {
		if groups(p, r) {
			return true
		}
	}
	return false
}

// selects reports whether a pattern of --select asks a rule. A category or a
// glob does not ask the rules of advice in it.
func selects(pattern string, r *Rule) bool {
	return groups(pattern, r) && (!r.Advice || pattern == r.ID || pattern == adviceRules || pattern == allRules)
}

// groups holds a rule against a rule id, a category, a glob or a word.
func groups(pattern string, r *Rule) bool {
	switch pattern {
	case allRules:
		return true
	case adviceRules:
		return r.Advice
	case defaultRules:
		return !r.Advice
	}
	if pattern == r.ID || strings.HasPrefix(r.ID, strings.TrimSuffix(pattern, "/")+"/") {
		return true
	}
	ok, err := path.Match(pattern, r.ID)
	return err == nil && ok
}

// chooses refuses a pattern of --select that names rules and asks none.
func chooses(pattern string, rules []*Rule) error {
	if pattern == adviceRules || pattern == defaultRules || pattern == allRules {
		return nil
	}
	rule, _, _ := strings.Cut(pattern, caseMark)
	for _, r := range append(append([]*Rule{}, loadRules...), rules...) {
		if selects(rule, r) {
			return nil
		}
	}
	return fmt.Errorf("%q holds nothing but advice; select advice, or a rule by its id", pattern)
}

// known refuses a name that is neither a word nor matches any rule.
func known(pattern string, rules []*Rule) error {
	if pattern == adviceRules || pattern == defaultRules || pattern == allRules {
		return nil
	}
	name, only, narrowed := strings.Cut(pattern, caseMark)
	names := []string{defaultRules, adviceRules, allRules}
	for _, r := range append(append([]*Rule{}, loadRules...), rules...) {
		switch {
		case narrowed && r.ID == name:
			return knownCase(r, only)
		case !narrowed && groups(pattern, r):
			return nil
		}
		names = append(names, r.ID, r.Category())
	}
	if near := closest(name, names); near != "" {
		return fmt.Errorf("no rule or category is named %q; did you mean %q?", pattern, near)
	}
	return fmt.Errorf("no rule or category is named %q; sparkvet rules lists them", pattern)
}

// knownCase refuses a case that a rule does not have.
func knownCase(r *Rule, name string) error {
	if len(r.Cases) == 0 {
		return fmt.Errorf("%s has no cases to choose from", r.ID)
	}
	var names []string
	for _, c := range r.Cases {
		if c.Name == name {
			return nil
		}
		names = append(names, c.Name)
	}
	text := fmt.Sprintf("%s has no case %q", r.ID, name)
	if near := closest(name, names); near != "" {
		text += fmt.Sprintf("; did you mean %q?", r.ID+caseMark+near)
	}
	return errors.New(text)
}

// closest returns the name that a mistyped one most resembles; empty when none
// is near.
func closest(name string, names []string) string {
	nearest, best := "", 4
	for _, n := range names {
		if d := levenshtein.Distance(name, n, nil); d < best {
			nearest, best = n, d
		}
	}
	return nearest
}
