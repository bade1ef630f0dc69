package facts

import (
	"slices"
	"strings"
	"sync"
)

// registry is the table, linked: every reference and every key in a formula
// knows its number, so that working a job out needs no look-up by name.
type registry struct {
	table  []Definition
	byName map[string]int
	keys   map[string]int
}

// linked is the one registry that everybody reads.
var linked = sync.OnceValue(func() *registry {
	return register(slices.Concat(
		jobFacts(), executorFacts(), memoryFacts(), driverFacts(), applicationMasterFacts(),
		countFacts(), jvmFacts(), kubernetesFacts(), packageFacts(), formatFacts(), releaseFacts(),
		nodeFacts(), packingFacts(), workloadFacts(), limitFacts(),
	))
})

// register sorts and links a table, whose formulas then belong to it.
func register(table []Definition) *registry {
	slices.SortStableFunc(table, func(a, b Definition) int { return strings.Compare(a.Name, b.Name) })
	r := &registry{table: table, byName: make(map[string]int, len(table)), keys: map[string]int{}}
	for i := range table {
		r.byName[table[i].Name] = i
	}
	for i := range table {
		walk(table[i].Expr, r.link, r.linkCondition)
	}
	return r
}

func (r *registry) link(x Expr) {
	switch x := x.(type) {
	case *reference:
		i, ok := r.byName[x.name]
		if !ok {
			i = -1
		}
		x.number = i
	case *setting:
		x.number = r.number(x.name)
	}
}

func (r *registry) linkCondition(c condition) {
	switch c := c.(type) {
	case *writtenKey:
		c.number = r.number(c.name)
	case *enabledKey:
		c.number = r.number(c.name)
	}
}

// number returns the number of a key, giving it one the first time.
func (r *registry) number(name string) int {
	n, ok := r.keys[name]
	if !ok {
		n = len(r.keys)
		r.keys[name] = n
	}
	return n
}

// key is a setting's key and its number in the registry; -1 when the key is
// found out only from a job.
type key struct {
	name   string
	number int
}

func keyOf(name string) key { return key{name, -1} }

// walk visits every part of a formula, on all branches.
func walk(x Expr, visit func(Expr), visitCondition func(condition)) {
	visit(x)
	switch x := x.(type) {
	case *operation:
		for _, operand := range x.operands {
			walk(operand, visit, visitCondition)
		}
	case *branch:
		walkCondition(x.condition, visit, visitCondition)
		walk(x.then, visit, visitCondition)
		if x.other != nil {
			walk(x.other, visit, visitCondition)
		}
	case *answer:
		walkCondition(x.condition, visit, visitCondition)
	case *guard:
		walk(x.Expr, visit, visitCondition)
	case *checked:
		walk(x.first, visit, visitCondition)
		walk(x.Expr, visit, visitCondition)
	case *fractional:
		walk(x.Expr, visit, visitCondition)
	}
}

func walkCondition(c condition, visitExpr func(Expr), visit func(condition)) {
	visit(c)
	switch c := c.(type) {
	case all:
		for _, part := range c {
			walkCondition(part, visitExpr, visit)
		}
	case anyOf:
		for _, part := range c {
			walkCondition(part, visitExpr, visit)
		}
	case not:
		walkCondition(c.condition, visitExpr, visit)
	case notAbove:
		walk(c.a, visitExpr, visit)
		walk(c.b, visitExpr, visit)
	}
}
