package jobspec

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// What evaluating may cost, in units of about a byte of result. An expression
// of a few lines can describe terabytes ("${local.a}${local.a}" thirty locals
// long, a for in a for in a for), so the cost is counted while it arises.
const (
	perExpression = 16 << 20
	perFile       = 64 << 20
	// perStep is the least that one evaluation of a repeated part costs.
	perStep = 16
	// maxDepth is how deep lists and maps of one value may nest.
	maxDepth = 200
	// maxElements bounds a list or map whose elements each have a type of their
	// own: finding a common type for them takes cty quadratic time.
	maxElements = 12_000
	// maxDigits is about how long the longest java.lang.Double is.
	maxDigits = 400
)

// meter counts down what the expressions of one file may still cost.
type meter struct {
	file, expression int
	told             bool // that the file has cost too much
}

// begin starts a new expression; false when the file has used up its share.
func (m *meter) begin() bool {
	m.expression = min(perExpression, m.file)
	return m.expression > 0
}

// empty reports whether the current expression has cost too much.
func (m *meter) empty() bool { return m.expression <= 0 }

// charge counts a value that was made; false when that was too much.
func (m *meter) charge(v cty.Value) bool {
	before := m.expression
	m.expression -= perStep
	m.weigh(v, 0)
	m.file -= before - m.expression
	return !m.empty()
}

// weigh counts a value's size, and stops where there is nothing left to count.
func (m *meter) weigh(v cty.Value, depth int) {
	switch {
	case m.empty() || !v.IsKnown() || v.IsNull():
	case depth > maxDepth:
		m.expression = 0
	case v.Type() == cty.String:
		m.expression -= len(v.AsString())
	case v.Type() == cty.Number:
		m.expression -= digits(v)
	case v.CanIterateElements():
		if n := v.LengthInt(); v.Type().IsTupleType() || v.Type().IsObjectType() {
			m.expression -= n * n / 16
			if n > maxElements {
				m.expression = 0
			}
		}
		for it := v.ElementIterator(); it.Next() && !m.empty(); {
			key, element := it.Element()
			m.expression -= perStep
			if key.Type() == cty.String && key.IsKnown() && !key.IsNull() { // a set's key is its element
				m.expression -= len(key.AsString())
			}
			m.weigh(element, depth+1)
		}
	}
}

// digits is about how long a known number is when written without an exponent.
func digits(v cty.Value) int {
	f := v.AsBigFloat()
	if f.IsInf() {
		return perExpression
	}
	return 1 + max(f.MantExp(nil), -f.MantExp(nil))/3
}

// metered is an expression whose values are counted. The parentheses keep the
// expression within visible to hcl's walks over the tree.
type metered struct {
	*hclsyntax.ParenthesesExpr
	meter *meter
}

// Value evaluates the expression, unless it has already cost too much.
func (e *metered) Value(context *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	if e.meter.empty() {
		return cty.DynamicVal, nil
	}
	v, diagnostics := e.Expression.Value(context)
	if !e.meter.charge(v) {
		return cty.DynamicVal, append(diagnostics, tooCostly(e.Range()))
	}
	return v, diagnostics
}

func tooCostly(at hcl.Range) *hcl.Diagnostic {
	return &hcl.Diagnostic{
		Severity: hcl.DiagError, Subject: &at, Summary: "this expression makes too large a value",
		Detail: "values are read up to about 16 MB; write the parts that matter as literals",
	}
}

// install meters every part of an expression that is evaluated repeatedly or
// copied into something larger.
func (m *meter) install(root hclsyntax.Expression) {
	_ = hclsyntax.VisitAll(root, func(node hclsyntax.Node) hcl.Diagnostics {
		switch n := node.(type) {
		case *hclsyntax.TemplateExpr:
			m.wrap(pointers(n.Parts)...)
		case *hclsyntax.FunctionCallExpr:
			m.wrap(pointers(n.Args)...)
		case *hclsyntax.ForExpr:
			m.wrap(&n.CollExpr, &n.KeyExpr, &n.ValExpr, &n.CondExpr)
		case *hclsyntax.ConditionalExpr:
			m.wrap(&n.TrueResult, &n.FalseResult)
		case *hclsyntax.BinaryOpExpr:
			m.wrap(&n.LHS, &n.RHS)
		case *hclsyntax.SplatExpr:
			m.wrap(&n.Source)
		case *hclsyntax.IndexExpr:
			m.wrapMade(&n.Collection)
		case *hclsyntax.RelativeTraversalExpr:
			m.wrapMade(&n.Source)
		case *hclsyntax.ObjectConsKeyExpr:
			m.wrapMade(&n.Wrapped)
		}
		return nil // there is nothing to tell about a tree that is only rewired
	})
}

func pointers(expressions []hclsyntax.Expression) []*hclsyntax.Expression {
	ps := make([]*hclsyntax.Expression, len(expressions))
	for i := range expressions {
		ps[i] = &expressions[i]
	}
	return ps
}

func (m *meter) wrap(parts ...*hclsyntax.Expression) {
	for _, part := range parts {
		switch inner := (*part).(type) {
		case nil, *hclsyntax.LiteralValueExpr, *metered: // hcl knows a literal by its type
		default:
			*part = &metered{&hclsyntax.ParenthesesExpr{Expression: inner, SrcRange: inner.Range()}, m}
		}
	}
}

// wrapMade leaves out a plain reference: looking into a value copies nothing,
// and hcl knows a bare word as a key by its type.
func (m *meter) wrapMade(part *hclsyntax.Expression) {
	if _, reference := (*part).(*hclsyntax.ScopeTraversalExpr); !reference {
		m.wrap(part)
	}
}
