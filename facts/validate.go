package facts

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/sparkvet/sparkvet/conf/catalog"
)

// signature is the kind and unit of what a formula gives.
type signature struct {
	kind Kind
	unit string
}

// checker walks formulas and collects what is wrong with them.
type checker struct {
	registry *registry
	releases []*catalog.Catalog
	name     string // the fact being checked
	problems []error
}

func (c *checker) report(format string, args ...any) {
	c.problems = append(c.problems, fmt.Errorf("fact %s: %w", c.name, fmt.Errorf(format, args...)))
}

// Validate checks the table: names are well formed, unique and say their unit;
// there are no cycles; every key is one that some Spark release knows, and
// reads as the formula expects; kinds and units agree.
func Validate() error { return validate(linked()) }

func validate(r *registry) error {
	c := &checker{registry: r}
	for _, line := range catalog.Releases() {
		release, err := catalog.Open(line)
		if err != nil {
			return err
		}
		c.releases = append(c.releases, release)
	}
	if err := acyclic(r); err != nil {
		return err
	}
	for i := range r.table {
		d := &r.table[i]
		c.name = d.Name
		if i > 0 && r.table[i-1].Name == d.Name {
			c.report("the name is taken twice")
		}
		c.definition(d)
	}
	return errors.Join(c.problems...)
}

var wellFormed = regexp.MustCompile(`^[a-z][a-z_]*\.[a-z][a-z0-9_]*$`)

// suffixes are the units that a name says; sizes and durations always do.
var suffixes = []struct {
	suffix, unit string
	required     bool
}{
	{"_mib", MiB, true}, {"_bytes", Bytes, true}, {"_ms", Millis, true}, {"_ratio", Ratio, false}, {"_count", Count, false},
}

func (c *checker) definition(d *Definition) {
	if !wellFormed.MatchString(d.Name) {
		c.report("the name is not group.name")
	}
	for _, u := range suffixes {
		if said := strings.HasSuffix(d.Name, u.suffix); said != (d.Unit == u.unit) && (said || u.required) {
			c.report("the name and the unit %q do not agree", d.Unit)
		}
	}
	if d.Doc == "" || d.Source == "" {
		c.report("doc or source is missing")
	}
	if got := d.Expr.check(c); got.kind != d.Kind || got.unit != d.Unit {
		c.report("the formula gives %s in %q, the definition says %s in %q", got.kind, got.unit, d.Kind, d.Unit)
	}
}

// acyclic follows the references between facts.
func acyclic(r *registry) error {
	const visiting, visited = 1, 2
	state := map[string]int{}
	var visit func(name string) error
	visit = func(name string) error {
		switch state[name] {
		case visited:
			return nil
		case visiting:
			return fmt.Errorf("fact %s: the formula leads back to itself", name)
		}
		state[name] = visiting
		i, ok := r.byName[name]
		if !ok {
			return fmt.Errorf("fact %s: there is no such fact", name)
		}
		for _, other := range references(r.table[i].Expr) {
			if err := visit(other); err != nil {
				return err
			}
		}
		state[name] = visited
		return nil
	}
	for i := range r.table {
		if err := visit(r.table[i].Name); err != nil {
			return err
		}
	}
	return nil
}

// references lists the facts that a formula names on any branch.
func references(x Expr) []string {
	var names []string
	walk(x, func(part Expr) {
		if r, ok := part.(*reference); ok {
			names = append(names, r.name)
		}
	}, func(condition) {})
	return names
}

// key checks that some release knows a key, and that those that do read it as
// the formula expects.
func (c *checker) key(name string, kind Kind, unit string) {
	found := false
	for _, release := range c.releases {
		key := release.Key(name)
		if key == nil {
			continue
		}
		found = true
		if kind != "" && !readable(key, kind, unit) {
			c.report("%s is %s in %q in Spark %s, not %s in %q", name, key.Type, key.Unit, release.Release, kind, unit)
		}
	}
	if !found && catalog.FamilyOf(name) == nil {
		c.report("no Spark release knows %s", name)
	}
}

// readable reports whether a key of the catalogue converts to a kind and unit.
func readable(key *catalog.Key, kind Kind, unit string) bool {
	switch key.Type {
	case catalog.Boolean:
		return kind == Bool
	case catalog.Int, catalog.Long:
		return (kind == Int || kind == Float) && unit != MiB && unit != Millis && (unit != Bytes || key.Type == catalog.Long)
	case catalog.Double:
		return kind == Float
	case catalog.Bytes:
		return kind == Int && (unit == MiB || unit == Bytes)
	case catalog.Duration:
		return kind == Int && unit == Millis
	case catalog.List:
		return kind == List
	}
	return kind == String
}

func (x *constant) check(*checker) signature { return signature{x.value.Kind, x.unit} }

func (x *setting) check(c *checker) signature {
	c.key(x.name, x.kind, x.unit)
	return signature{x.kind, x.unit}
}

func (x *reference) check(c *checker) signature {
	d := &c.registry.table[x.number]
	return signature{d.Kind, d.Unit}
}

// check gives outcomes a wildcard: they have no value.
func (x *outcome) check(*checker) signature { return signature{} }

func (x *property) check(c *checker) signature {
	if x.from != "" {
		c.key(x.from, "", None)
	}
	return signature{x.kind, None}
}

func (x *answer) check(c *checker) signature {
	x.condition.check(c)
	return signature{Bool, None}
}

func (x *branch) check(c *checker) signature {
	x.condition.check(c)
	then := x.then.check(c)
	if x.other == nil {
		return then
	}
	otherwise := x.other.check(c)
	switch {
	case then == signature{}:
		return otherwise
	case otherwise != then && otherwise != signature{}:
		c.report("one branch gives %s in %q, the other %s in %q", then.kind, then.unit, otherwise.kind, otherwise.unit)
	}
	return then
}

func (x *operation) check(c *checker) signature {
	operands := make([]signature, len(x.operands))
	for i, operand := range x.operands {
		operands[i] = operand.check(c)
	}
	result, problem := x.operator.check(operands)
	if problem != "" {
		c.report("%s: %s", strings.TrimSpace(x.name), problem)
	}
	return result
}

// sameUnit is the check of operators that only like things can go through.
func sameUnit(operands []signature) (signature, string) {
	for _, o := range operands[1:] {
		if o != operands[0] {
			return operands[0], fmt.Sprintf("%s in %q and %s in %q do not mix", operands[0].kind, operands[0].unit, o.kind, o.unit)
		}
	}
	if operands[0].kind != Int && operands[0].kind != Float {
		return operands[0], "works on numbers only"
	}
	return operands[0], ""
}

// bare units count or compare, and leave the unit of what they multiply alone.
var bare = []string{None, Ratio, Count}

func productUnit(operands []signature) (signature, string) {
	product := signature{Int, Ratio}
	for _, o := range operands {
		if o.kind == Float {
			product.kind = Float
		}
		switch {
		case !slices.Contains(bare, o.unit) && !slices.Contains(bare, product.unit):
			return product, fmt.Sprintf("%s times %s has no unit here", product.unit, o.unit)
		case !slices.Contains(bare, o.unit), o.unit == Count && product.unit == Ratio:
			product.unit = o.unit
		}
	}
	return product, ""
}

func quotientUnit(operands []signature) (signature, string) {
	a, b := operands[0], operands[1]
	switch {
	case a.unit == b.unit:
		return signature{Float, Ratio}, ""
	case slices.Contains(bare, b.unit):
		return signature{Float, a.unit}, ""
	}
	return signature{Float, Ratio}, fmt.Sprintf("%s per %s has no unit here", a.unit, b.unit)
}

// wholeUnit is the check of rounding: how often one goes into another is a count.
func wholeUnit(operands []signature) (signature, string) {
	if operands[0].kind != Float {
		return signature{Int, operands[0].unit}, "there is nothing to round"
	}
	if operands[0].unit == Ratio {
		return signature{Int, Count}, ""
	}
	return signature{Int, operands[0].unit}, ""
}

func onlyText(operands []signature) (signature, string) {
	for _, o := range operands {
		if o.kind != String {
			return signature{String, None}, "works on text only"
		}
	}
	return signature{String, None}, ""
}
