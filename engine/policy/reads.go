package policy

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Read is a path into the input document that a rule's answer depends on:
// {"conf", "spark.executor.cores"}, {"facts", "executor", "slots"}. A path that
// stops early stands for everything below it.
type Read []string

// String renders the path as policies write it.
func (r Read) String() string { return "input." + strings.Join(r, ".") }

// moduleReads returns what a module itself reads of the input document, and
// which other packages it refers to.
func moduleReads(m *ast.Module) (reads []Read, packages []string) {
	ast.WalkRefs(m, func(ref ast.Ref) bool {
		switch {
		case len(ref) == 0:
		case ref[0].Equal(ast.InputRootDocument):
			reads = append(reads, groundPath(ref))
		case ref[0].Equal(ast.DefaultRootDocument):
			packages = append(packages, strings.Join(append([]string{"data"}, groundPath(ref)...), "."))
		}
		return false // an index may read more
	})
	return reads, packages
}

// groundPath returns the string elements of a reference up to the first that
// is not one.
func groundPath(ref ast.Ref) []string {
	path := []string{}
	for _, term := range ref[1:] {
		s, ok := term.Value.(ast.String)
		if !ok {
			break
		}
		path = append(path, string(s))
	}
	return path
}

// trim cuts a path at how deep a path into each part of the input is worth telling apart;
// what is deeper belongs to one value.
func trim(r Read) Read {
	limit := 2
	if len(r) > 0 && (r[0] == "facts" || r[0] == "resource") {
		limit = 3
	}
	return r[:min(len(r), limit)]
}

// unique sorts reads and drops repetitions. A read of all keys does not cover
// that of one: only a name tells of a key that no catalogue lists.
func unique(reads []Read) []Read {
	slices.SortFunc(reads, slices.Compare)
	return slices.CompactFunc(reads, slices.Equal)
}
