package jobspec

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/sparkvet/sparkvet/conf"
)

// loadVariables gives every variable its value: the one from outside, else its
// default, else an unknown one.
func (f *file) loadVariables(body *hclsyntax.Body) {
	values := make(map[string]cty.Value)
	constants := newScope(nil)
	for _, b := range blocksOf(body, "variable") {
		f.values(b.Body, &variableBody, constants)
		if len(b.Labels) == 0 {
			continue
		}
		name := b.Labels[0]
		if _, again := values[name]; again {
			continue
		}
		v := f.variable(b, name, constants)
		if v.unknown != "" {
			f.unknown["var."+name] = v.unknown
		}
		values[name] = v.Value
	}
	f.globals["var"] = cty.ObjectVal(values)
}

// variable works out one variable.
func (f *file) variable(b *hclsyntax.Block, name string, constants *scope) value {
	wanted, defaults := cty.DynamicPseudoType, (*typeexpr.Defaults)(nil)
	if a := b.Body.Attributes["type"]; a != nil {
		var diagnostics hcl.Diagnostics
		wanted, defaults, diagnostics = typeexpr.TypeConstraintWithDefaults(a.Expr)
		f.report.hcl(diagnostics)
	}
	conform := func(v cty.Value) (cty.Value, error) {
		if defaults != nil && !v.IsNull() {
			v = defaults.Apply(v)
		}
		return convert.Convert(v, wanted)
	}
	open := cty.UnknownVal(wanted.WithoutOptionalAttributesDeep())
	given, isGiven := f.options.Variables[name]
	fallback := b.Body.Attributes["default"]
	standard := value{open, conf.Reason("variable " + name + " has no default and no value was given")}
	if fallback != nil { // checked even when a value is given
		standard = f.constant(fallback.Expr, constants)
		if v, err := conform(standard.Value); err == nil {
			standard.Value = v
		} else {
			f.report.add(fallback.Expr.Range(), fmt.Sprintf("the default of variable %s is no %s", name, typeexpr.TypeString(wanted)), misfit(standard.Value, wanted, err))
			standard = value{open, conf.Reason("the default of variable " + name + " does not fit its type")}
		}
	}
	if !isGiven {
		return standard
	}
	v, err := parseGiven(given, wanted)
	fitted := v
	if err == nil {
		fitted, err = conform(v)
	}
	if err != nil {
		f.report.add(b.DefRange(), fmt.Sprintf("variable %s is a %s, but was given %q", name, typeexpr.TypeString(wanted), excerpt(given)), misfit(v, wanted, err))
		return value{open, conf.Reason("the value given to variable " + name + " does not fit its type")}
	}
	return value{Value: fitted}
}

// misfit says why a value has not the wanted type, by the first element that is
// to blame: cty itself names any one of them.
func misfit(v cty.Value, wanted cty.Type, err error) string {
	if v == cty.NilVal || !v.IsKnown() || v.IsNull() || !v.CanIterateElements() {
		return err.Error()
	}
	named := v.Type().IsObjectType() || v.Type().IsMapType()
	for it := v.ElementIterator(); it.Next(); {
		key, element := it.Element()
		inner, name := cty.DynamicPseudoType, ""
		switch {
		case named && wanted.IsMapType():
			inner, name = wanted.ElementType(), key.AsString()
		case named && wanted.IsObjectType() && wanted.HasAttribute(key.AsString()):
			inner, name = wanted.AttributeType(key.AsString()), key.AsString()
		case !named && (wanted.IsListType() || wanted.IsSetType()):
			inner, name = wanted.ElementType(), describe(element)
		}
		if _, err := convert.Convert(element, inner); err != nil {
			return name + ": " + misfit(element, inner, err)
		}
	}
	return err.Error()
}

// constant evaluates an expression that may not refer to anything.
func (f *file) constant(expr hclsyntax.Expression, constants *scope) value {
	if references := expr.Variables(); len(references) > 0 {
		f.report.add(references[0].SourceRange(), "the default of a variable cannot refer to anything", "compute the value in locals")
		return value{cty.DynamicVal, "the default of the variable cannot be evaluated"}
	}
	return f.evaluate(expr, constants)
}

// parseGiven reads a value that was given as text, as Options.Variables tells.
func parseGiven(given string, wanted cty.Type) (cty.Value, error) {
	if wanted == cty.String || wanted == cty.DynamicPseudoType {
		return cty.StringVal(given), nil
	}
	tokens, _ := hclsyntax.LexExpression([]byte(given), "", hcl.InitialPos)
	if _, what := tooDeep(tokens); what != "" {
		return cty.NilVal, fmt.Errorf("%s", what)
	}
	expr, diagnostics := hclsyntax.ParseExpression([]byte(given), "", hcl.InitialPos)
	if diagnostics.HasErrors() {
		return cty.NilVal, fmt.Errorf("%s", plain(diagnostics[0].Detail))
	}
	v, diagnostics := expr.Value(nil)
	if diagnostics.HasErrors() {
		return cty.NilVal, fmt.Errorf("%s", plain(diagnostics[0].Detail))
	}
	return v, nil
}

// validateVariables holds the variables against their own conditions.
func (f *file) validateVariables(body *hclsyntax.Body) {
	all := newScope(f.globals)
	for _, b := range blocksOf(body, "variable") {
		for _, validation := range blocksOf(b.Body, "validation") {
			condition, message := validation.Body.Attributes["condition"], validation.Body.Attributes["error_message"]
			if condition == nil || message == nil || len(b.Labels) == 0 {
				continue
			}
			holds := f.evaluate(condition.Expr, all)
			told := f.evaluate(message.Expr, all)
			if !f.fits(condition, holds, boolean) || !f.fits(message, told, text) || holds.unknown != "" || holds.IsNull() {
				continue
			}
			if ok, _ := convert.Convert(holds.Value, cty.Bool); ok.True() {
				continue
			}
			why := "its validation fails"
			if told.unknown == "" && !told.IsNull() {
				why = plain(told.AsString())
			}
			at := b.DefRange()
			if a := b.Body.Attributes["default"]; a != nil {
				if _, given := f.options.Variables[b.Labels[0]]; !given {
					at = a.Expr.Range()
				}
			}
			f.report.add(at, "variable "+b.Labels[0]+" is not valid: "+why, "", f.note("the condition", condition.Expr.Range()))
		}
	}
}
