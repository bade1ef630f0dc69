package jobspec

import (
	"fmt"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/sparkvet/sparkvet/conf"
)

// settings reads a conf map into assignments, in the order in which later ones
// win. Items that are written out, also as arguments of merge, have their own
// places; what an expression makes stands at the whole expression. unseen says
// why the map may hold more keys than that.
func (f *file) settings(expr hclsyntax.Expression, s *scope) (assignments []conf.Assignment, unseen conf.Reason) {
	switch e := expr.(type) {
	case *hclsyntax.ParenthesesExpr:
		return f.settings(e.Expression, s)
	case *hclsyntax.ObjectConsExpr:
		for _, item := range e.Items {
			a, why := f.setting(item, s)
			assignments = append(assignments, a...)
			unseen = either(unseen, why)
		}
		return assignments, unseen
	case *hclsyntax.FunctionCallExpr:
		if e.Name != "merge" || e.ExpandFinal {
			break
		}
		for _, argument := range e.Args {
			more, why := f.settings(argument, s)
			assignments = append(assignments, more...)
			unseen = either(unseen, why)
		}
		return assignments, unseen
	}
	return f.computed(expr, s)
}

// either returns the first text there is.
func either[T ~string](a, b T) T {
	if a != "" {
		return a
	}
	return b
}

// setting reads one item of a conf map: at most one assignment.
func (f *file) setting(item hclsyntax.ObjectConsItem, s *scope) ([]conf.Assignment, conf.Reason) {
	v := f.evaluate(item.ValueExpr, s)
	key, unseen := f.settingKey(item.KeyExpr, s)
	if v.IsNull() || key == "" {
		return nil, unseen
	}
	if !isPrimitive(v.Value) {
		f.report.add(item.ValueExpr.Range(), fmt.Sprintf("%s wants a string, a number, true or false, not %s", excerpt(key), describe(v.Value)), "")
		v.Value, v.unknown = cty.DynamicVal, conf.Reason(key+" is given "+describe(v.Value))
	}
	return []conf.Assignment{{Key: key, Value: confValue(v, ""), KeyAt: f.valueSpan(unwrapKey(item.KeyExpr)), ValueAt: f.valueSpan(item.ValueExpr)}}, unseen
}

// settingKey reads the key of an item; empty, with the reason, when it is not
// known.
func (f *file) settingKey(expr hclsyntax.Expression, s *scope) (string, conf.Reason) {
	key, ok := expr.(*hclsyntax.ObjectConsKeyExpr)
	if !ok {
		return "", "a key of conf cannot be read"
	}
	if path, isPath := key.Wrapped.(*hclsyntax.ScopeTraversalExpr); isPath && !key.ForceNonLiteral && len(path.Traversal) > 1 {
		name := f.report.span(path.SrcRange).Text()
		f.report.add(path.SrcRange, excerpt(name)+" needs quotes here", `write "`+excerpt(name)+`" = …: a name with dots is no word of HCL`)
		return name, ""
	}
	v := f.evaluate(expr, s)
	switch {
	case v.unknown != "":
		return "", conf.Reason("a key of conf is not known: " + string(v.unknown))
	case v.IsNull() || !isPrimitive(v.Value):
		f.report.add(expr.Range(), "a key of conf is a string, not "+describe(v.Value), "")
		return "", "a key of conf cannot be read"
	}
	if plainText(v.Value) == "" {
		f.report.add(expr.Range(), "a key of conf is empty", "")
	}
	return plainText(v.Value), ""
}

// unwrapKey is the expression as it was written in the place of a key.
func unwrapKey(expr hclsyntax.Expression) hclsyntax.Expression {
	if key, ok := expr.(*hclsyntax.ObjectConsKeyExpr); ok {
		expr = key.Wrapped
	}
	if m, ok := expr.(*metered); ok {
		expr = m.Expression
	}
	return expr
}

// computed reads a conf map, or an argument of merge, that an expression makes.
func (f *file) computed(expr hclsyntax.Expression, s *scope) (assignments []conf.Assignment, unseen conf.Reason) {
	v := f.evaluate(expr, s)
	if v.IsNull() {
		return nil, ""
	}
	t := v.Type()
	if t != cty.DynamicPseudoType && !t.IsObjectType() && !t.IsMapType() {
		f.report.add(expr.Range(), "conf wants "+settings.wanted+", not "+describe(v.Value), "")
		return nil, "conf is no map"
	}
	if !v.IsKnown() || t == cty.DynamicPseudoType {
		return nil, either(v.unknown, "conf is not known")
	}
	at := f.report.span(expr.Range())
	for it := v.ElementIterator(); it.Next(); {
		key, element := it.Element()
		item := value{element, v.unknown}
		switch {
		case element.IsNull():
			continue
		case !isPrimitive(element):
			f.report.add(expr.Range(), fmt.Sprintf("%s wants a string, a number, true or false, not %s", excerpt(key.AsString()), describe(element)), "")
			item.Value, item.unknown = cty.DynamicVal, conf.Reason(key.AsString()+" is given "+describe(element))
		case element.IsWhollyKnown():
			item.unknown = ""
		}
		assignments = append(assignments, conf.Assignment{Key: key.AsString(), Value: confValue(item, ""), KeyAt: at, ValueAt: at})
	}
	return assignments, ""
}
