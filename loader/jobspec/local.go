package jobspec

import (
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/sparkvet/sparkvet/conf"
)

// locals are the named expressions of a file while they are being worked out.
type locals struct {
	file    *file
	exprs   map[string]hclsyntax.Expression
	values  map[string]cty.Value
	waiting []string // the locals that are being worked out, outermost first
	inside  map[string]bool
}

// loadLocals works out the locals in the order in which they need one another.
func (f *file) loadLocals(body *hclsyntax.Body) {
	l := &locals{file: f, exprs: make(map[string]hclsyntax.Expression), values: make(map[string]cty.Value), inside: make(map[string]bool)}
	var order []string
	for _, b := range blocksOf(body, "locals") {
		for _, inner := range b.Body.Blocks {
			f.report.add(inner.DefRange(), "locals holds no blocks", "write "+inner.Type+" = { … }")
		}
		for _, a := range attributesOf(b.Body) {
			if l.exprs[a.Name] == nil {
				l.exprs[a.Name] = a.Expr
				order = append(order, a.Name)
			}
		}
	}
	for _, name := range order {
		l.resolve(name)
	}
	f.globals["local"] = cty.ObjectVal(l.values)
}

// resolve works out a local and, before it, those that it names.
func (l *locals) resolve(name string) {
	if _, done := l.values[name]; done {
		return
	}
	expr := l.exprs[name]
	l.waiting = append(l.waiting, name)
	l.inside[name] = true
	needed := make(map[string]cty.Value)
	circular := false
	for _, t := range expr.Variables() {
		other := second(t)
		if t.RootName() != "local" || l.exprs[other] == nil {
			continue
		}
		if l.inside[other] {
			l.file.report.add(t.SourceRange(), "local "+other+" needs itself: "+l.circle(other), "")
			circular = true
			continue
		}
		l.resolve(other)
		needed[other] = l.values[other]
	}
	delete(l.inside, name)
	l.waiting = l.waiting[:len(l.waiting)-1]

	v := value{cty.DynamicVal, conf.Reason("local " + name + " needs itself")}
	if !circular {
		names := maps.Clone(l.file.globals)
		names["local"] = cty.ObjectVal(needed)
		v = l.file.evaluate(expr, newScope(names))
	}
	l.values[name] = v.Value
	if v.unknown != "" {
		l.file.unknown["local."+name] = v.unknown
	}
}

// circle writes the way from a local back to itself.
func (l *locals) circle(name string) string {
	from := 0
	for i, waiting := range l.waiting {
		if waiting == name {
			from = i
		}
	}
	way := slices.Concat(l.waiting[from:], []string{name})
	if len(way) > 6 {
		way = append(way[:5:5], "…", name)
	}
	return strings.Join(way, " → ")
}
