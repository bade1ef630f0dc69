package engine

import (
	"fmt"
	"path"
	"strings"

	"github.com/agext/levenshtein"
)

// choice is which rules a run asks.
type choice struct {
	rules          []int
	selects, drops []string
}

// choose applies --select and --ignore. A name that matches no rule is an
// error: a rule that is silently not run is worse than none.
func choose(rules []*Rule, o Options) (choice, error) {
	for _, pattern := range append(append([]string{}, o.Select...), o.Ignore...) {
		if err := known(pattern, rules); err != nil {
			return choice{}, err
		}
	}
	c := choice{selects: o.Select, drops: o.Ignore}
	for i, r := range rules {
		if c.takes(r.ID) {
			c.rules = append(c.rules, i)
		}
	}
	return c, nil
}

func (c choice) takes(id string) bool {
	return (len(c.selects) == 0 || anyMatch(c.selects, id)) && !anyMatch(c.drops, id)
}

// loader says whether a loader's finding is shown: text that cannot be read is
// not narrowed away by --select, only by --ignore.
func (c choice) loader(id string) bool { return !anyMatch(c.drops, id) }

func anyMatch(patterns []string, id string) bool {
	for _, p := range patterns {
		if matches(p, id) {
			return true
		}
	}
	return false
}

// matches holds an id against a rule id, a category or a glob.
func matches(pattern, id string) bool {
	if pattern == id || strings.HasPrefix(id, strings.TrimSuffix(pattern, "/")+"/") {
		return true
	}
	ok, err := path.Match(pattern, id)
	return err == nil && ok
}

func known(pattern string, rules []*Rule) error {
	nearest, best := "", 4
	consider := func(name string) {
		if d := levenshtein.Distance(pattern, name, nil); d < best {
			nearest, best = name, d
		}
	}
	for _, r := range append(append([]*Rule{}, loadRules...), rules...) {
		if matches(pattern, r.ID) {
			return nil
		}
		consider(r.ID)
		consider(r.Category())
	}
	if nearest != "" {
		return fmt.Errorf("no rule or category is named %q; did you mean %q?", pattern, nearest)
	}
	return fmt.Errorf("no rule or category is named %q; sparkvet rules lists them", pattern)
}
