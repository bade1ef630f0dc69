package policy

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// findCases works out which cases each rule's answers may have: the texts of
// "case" in the objects that its packages write.
func (p *Program) findCases(modules []*module) {
	direct := map[string][]Case{}
	for _, m := range modules {
		direct[m.outline.Package] = m.outline.Cases
	}
	for _, r := range p.Rules {
		for name := range r.packages {
			r.Cases = append(r.Cases, direct[name]...)
		}
		slices.SortFunc(r.Cases, func(a, b Case) int { return strings.Compare(a.Name, b.Name) })
		r.Cases = slices.CompactFunc(r.Cases, func(a, b Case) bool { return a.Name == b.Name })
	}
}

// moduleCases returns the cases that a module writes, with the comment above
// the first row of each.
func moduleCases(m *ast.Module) []Case {
	comments := map[int]string{}
	for _, c := range m.Comments {
		comments[c.Location.Row] = strings.TrimSpace(string(c.Text))
	}
	var cases []Case
	for _, rule := range m.Rules {
		ast.WalkTerms(rule.Head, func(t *ast.Term) bool {
			object, ok := t.Value.(ast.Object)
			if !ok {
				return false
			}
			if name := object.Get(ast.StringTerm("case")); name != nil {
				if text, ok := name.Value.(ast.String); ok && !slices.ContainsFunc(cases, func(c Case) bool { return c.Name == string(text) }) {
					cases = append(cases, Case{Name: string(text), Doc: above(comments, rule.Loc().Row)})
				}
			}
			return false
		})
	}
	return cases
}

// above joins the comment lines that end right above a line.
func above(comments map[int]string, row int) string {
	var lines []string
	for row--; comments[row] != ""; row-- {
		lines = append(lines, comments[row])
	}
	slices.Reverse(lines)
	return strings.Join(lines, " ")
}

// hasCase reports whether an answer may be of a case: one of the rule's, and
// none for a rule without.
func (r *Rule) hasCase(name string) bool {
	if name == "" {
		return len(r.Cases) == 0
	}
	return slices.ContainsFunc(r.Cases, func(c Case) bool { return c.Name == name })
}
